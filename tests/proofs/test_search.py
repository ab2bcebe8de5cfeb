"""Questions that are decided without the solver are decided as the solver would."""

from __future__ import annotations

import tempfile
from collections import Counter
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processctl.criteria import Comparator
from processctl.proofs.fact import NO, YES, Fact
from processctl.proofs.formula import Any, Formulas, Is
from processctl.proofs.proofs import Proofs
from processctl.proofs.ranges import EITHER, Line, Ranges, both, common, numbers, points
from processctl.proofs.search import can_hold
from processctl.proofs.smt import Smt
from tests.proofs.comparing import journey_of
from tests.proofs.generated_processes import process

_PROFILE = settings.default
assert _PROFILE is not None
_EACH = _PROFILE.max_examples


def _compared(chance: Random) -> Counter[str]:
    """How often each answer was given on some conditions of a process made by chance."""
    with tempfile.TemporaryDirectory() as folder:
        journey = journey_of(Path(folder), process(chance))
    passage = Proofs(journey).passage
    definitions = journey.conditions.definitions
    formulas, smt = Formulas(passage.domains, definitions), Smt(passage.domains, definitions)
    facts: list[Fact] = []
    for expression in journey.model.expressions:
        if expression.tree is not None and passage.judgeable(expression):
            for holds in (True, False):
                facts += passage.facts.of(expression.tree, holds)
    facts += [
        passage.facts.with_versions(fact, dict.fromkeys(fact.now, version))
        for fact in facts[:4]
        for version in ("earlier", YES, NO)
        if version == "earlier" or fact.now.isdisjoint(journey.model.fields)
    ]
    counts: Counter[str] = Counter()
    for _ in range(30):
        asked = list(dict.fromkeys(chance.choices(facts, k=chance.randint(1, 6)))) if facts else []
        made = [formula for fact in asked if (formula := formulas.of(fact)) is not None]
        found = can_hold(made, formulas.everything) if len(made) == len(asked) else None
        if found is None:
            counts["left to the solver"] += 1
            continue
        answer = "yes" if found else "no"
        counts[answer] += 1
        assert smt.can_hold(asked) == answer, [(one.node, one.holds, one.once) for one in asked]
    return counts


@settings(max_examples=2 * _EACH)
@given(st.randoms(use_true_random=False))
def test_whatever_question(chance: Random) -> None:
    _compared(chance)


def test_many_questions_are_decided_either_way() -> None:
    counts: Counter[str] = Counter()
    for number in range(40):
        counts += _compared(Random(number))  # noqa: S311 - it keeps no secret
    assert min(counts["yes"], counts["no"]) >= 100, counts


_NUMBER = st.one_of(st.integers(-4, 4).map(Fraction), st.fractions(-4, 4, max_denominator=200))
_SIGN: st.SearchStrategy[Comparator] = st.sampled_from(("==", "!=", "<", "<=", ">", ">="))
_KINDS = {
    "integer": numbers(Fraction(-3), Fraction(5), is_whole=True, scale=1),
    "money": numbers(None, Fraction(3), is_whole=True, scale=100),
    "decimal": numbers(Fraction(-1), None, is_whole=False, scale=1),
}
_TRUE = {
    "==": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
}


def _has(line: Line, ranges: Ranges, value: Fraction) -> bool:
    place = (value * line.scale, 0)
    return any(low <= place <= high for low, high in ranges)


@given(
    st.sampled_from(sorted(_KINDS)),
    st.lists(st.tuples(_SIGN, _NUMBER), min_size=1, max_size=4),
    _NUMBER,
)
def test_ranges_are_what_comparisons_say(
    kind: str, said: list[tuple[Comparator, Fraction]], value: Fraction
) -> None:
    line = _KINDS[kind]
    if line.is_whole:
        value = Fraction(round(value * line.scale), line.scale)
    inside = _has(line, line.everything, value)
    every: Ranges = line.everything
    some: Ranges = ()
    for sign, number in said:
        one = common(line.everything, line.where(sign, number))
        assert _has(line, one, value) == (inside and _TRUE[sign](value, number))
        assert _has(line, common(line.everything, line.others(one)), value) == (
            inside and not _TRUE[sign](value, number)
        )
        every, some = common(every, one), both(some, one)
    truths = [_TRUE[sign](value, number) for sign, number in said]
    assert _has(line, every, value) == (inside and all(truths))
    assert _has(line, some, value) == (inside and any(truths))


def test_a_value_may_lie_between_any_two_numbers() -> None:
    line = _KINDS["decimal"]
    assert common(line.where(">", 1), line.where("<", 2))
    assert not common(line.where(">", 1), line.where("<=", 1))
    whole = _KINDS["integer"]
    assert not common(whole.where(">", 1), whole.where("<", 2))
    assert not whole.where("==", Fraction(3, 2))


@pytest.mark.timeout(20)
def test_too_many_alternatives_are_given_up() -> None:
    # Ten pigeons for nine holes: what is tried out one by one takes longer than anybody waits.
    yes, no = points((1,)), points((0,))
    parts = [
        Any(tuple(Is((f"p{one}", "", str(hole)), yes) for hole in range(9))) for one in range(10)
    ]
    for hole in range(9):
        parts += [
            Any((Is((f"p{one}", "", str(hole)), no), Is((f"p{two}", "", str(hole)), no)))
            for one in range(10)
            for two in range(one)
        ]
    assert can_hold(parts, lambda _: EITHER) is None
