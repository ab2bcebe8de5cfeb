"""What is said of a half-known case holds however the rest of it turns out."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from processctl.criteria import MISSING, Evaluation, Parser
from processctl.trying.partly import Partly

VALUES: dict[str, tuple[Any, ...]] = {
    "yes": (True, False, MISSING), "other": (True, False), "count": (0, 5, 10, MISSING),
}  # fmt: skip
ATOMS = (
    "yes",
    "other",
    "count > 3",
    "count + 1 == 6",
    "has(count)",
    "count in [5, 10]",
    "twice > 9",
)
DEFINED = {"twice": "count + count", "both": "yes and other"}


def _condition(chance: Random, depth: int) -> str:
    if depth == 0 or chance.random() < 0.2:
        return chance.choice((*ATOMS, "both"))
    one, other, third = (_condition(chance, depth - 1) for _ in range(3))
    return chance.choice(
        (
            f"({one}) and ({other})", f"({one}) or ({other})", f"not ({one})",
            f"at_least(2, {one}, {other}, {third})", f"(({one}) ? ({other}) : ({third}))",
        )
    )  # fmt: skip


@given(st.randoms(use_true_random=False))
def test_what_is_decided_stays_decided(chance: Random) -> None:
    parser = Parser()
    trees = {name: parser.parse(text) for name, text in DEFINED.items()}
    node: Any = parser.parse(_condition(chance, 3))
    definitions: Any = trees
    open_ = [name for name in VALUES if chance.random() < 0.5]
    known = {name: chance.choice(some) for name, some in VALUES.items()}
    said = {name: value for name, value in known.items() if name not in open_}
    found = Partly(said, open_.__contains__, definitions, None, ("both",)).holds(node)
    results = set()
    for values in product(*(VALUES[name] for name in open_)):
        case = known | dict(zip(open_, values, strict=True))
        results.add(Evaluation(case, definitions, None, ("both",)).of(node) is True)
    if found is not None:
        assert results == {found}
    if not open_:
        assert found is not None
