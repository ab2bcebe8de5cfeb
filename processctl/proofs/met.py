"""Conditions that have been met: equal ones share a number, and what they read is looked up once."""

from __future__ import annotations

from processctl.criteria import Node


class Met:
    """What is known of conditions by themselves, as long as names mean the same.

    An editor keeps one from run to run: nothing in it depends on the order in which conditions are met.
    """

    def __init__(self) -> None:
        self.reads: dict[int, frozenset[str]] = {}
        self._numbers: dict[Node, int] = {}
        # By object, those of this run and of the last one: to compare whole trees takes long.
        self._now: dict[int, tuple[int, Node]] = {}
        self._before: dict[int, tuple[int, Node]] = {}

    def __len__(self) -> int:
        """How many different conditions there have been."""
        return len(self._numbers)

    def begin(self) -> None:
        """A new run begins: objects that the last one did not meet are let go of."""
        self._before, self._now = self._now, {}

    def number(self, node: Node) -> int:
        """A number that equal conditions share."""
        met = self._now.get(id(node))
        if met is None:
            met = self._before.get(id(node))
            if met is None:
                # The node is kept: an id is its object's own only as long as that lives.
                met = self._numbers.setdefault(node, len(self._numbers)), node
            self._now[id(node)] = met
        return met[0]
