"""Questions that are asked of the same tree again and again, answered once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from processctl.criteria.nodes import Node

T = TypeVar("T")
_MOST = 50_000  # trees that one question is remembered of; beyond it all is begun anew


def per_tree(ask: Callable[[Node], T]) -> Callable[[Node], T]:
    """A question about a tree that remembers its answers; they must not change once given.

    Trees are told apart as objects, for to compare them takes as long as most answers. An editor
    keeps the trees of everything that was not touched, and so their answers as well.
    """
    known: dict[int, tuple[Node, T]] = {}

    @wraps(ask)
    def answer(node: Node) -> T:
        found = known.get(id(node))
        if found is None:
            if len(known) >= _MOST:
                known.clear()
            # The tree is kept: an id is its object's own only as long as that lives.
            found = known[id(node)] = node, ask(node)
        return found[1]

    return answer
