"""The case that is told when something is shown: small, round, true, and always the same."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import permutations
from pathlib import Path

import pytest

from processctl.proofs import proofs_of
from processctl.proofs.witness import Case, case_of
from tests.proofs.comparing import journey_of

_TODAY = date(2026, 3, 10)
_TEXT = """\
processctl: 1
fields: {{{fields}}}
stages:
  lead:
    start: true
    exits: [{{to: sold, when: '{first}'}}, {{to: lost_, when: '{second}'}}]
  sold: {{outcome: won}}
  lost_: {{outcome: lost}}
"""


def _case(folder: Path, fields: str, first: str, second: str) -> Case:
    journey = journey_of(folder, _TEXT.format(fields=fields, first=first, second=second))
    proofs = proofs_of(journey)
    hole = proofs.verdicts["lead"].hole
    assert hole is not None
    found = {
        repr(case_of(proofs.passage, several, _TODAY)) for several in permutations(hole.facts[:5])
    }
    assert len(found) == 1
    return case_of(proofs.passage, hole.facts, _TODAY)


@pytest.mark.parametrize(
    ("fields", "first", "second", "values"),
    [
        ("n: {type: integer, min: 0, max: 99}", "n < 50", "n > 50", {"n": 50}),
        ("n: {type: integer, min: 0, max: 99}", "n < 50", "n > 60", {"n": 50}),
        ("n: {type: integer}", "n < 0", "n > 12345", {"n": 0}),
        ("n: {type: integer}", "n < 7", "n == 10", {"n": 7}),
        ("n: {type: money, min: 0}", "n < 10", "n > 10.01", {"n": 10}),
        ("n: {type: money, min: 0}", "n <= 10", "n > 10.01", {"n": Fraction("10.01")}),
        ("n: {type: decimal}", "n <= 0.74", "n >= 0.75", {"n": Fraction("0.745")}),
        ("n: {type: decimal}", "3 * n < 1", "3 * n > 1", {}),
        ("c: {type: choice, options: [a, b, d]}", 'c == "a"', 'c == "d"', {"c": "b"}),
        ("c: {type: text}", 'c == "x"', 'c == "y"', {"c": "abc"}),
        ("c: {type: list, options: [a, b]}", 'not ("a" in c)', '"b" in c', {"c": frozenset("a")}),
        ("d: {type: date}, b: {type: boolean}", "days_since(d) > 7", "b",
         {"d": date(2026, 3, 10), "b": False}),
        ("d: {type: date}", 'd < "2026-06-01"', 'd > "2026-06-01"', {"d": date(2026, 6, 1)}),
        ("n: {type: integer, optional: true}", "n < 4", "n >= 4", {"n": None}),
        ("m: {type: integer, min: 1, max: 9}, n: {type: integer, min: 1, max: 9}",
         "m < n", "m > n", {"m": 1, "n": 1}),
        ("m: {type: integer, min: 0, max: 9}, n: {type: integer, min: 3, max: 4}",
         "m < n", "m >= n + 1", {"m": 3, "n": 3}),
    ],
)  # fmt: skip
def test_a_case(
    tmp_path: Path, fields: str, first: str, second: str, values: dict[str, object]
) -> None:
    case = _case(tmp_path, fields, first, second)
    assert case.values == values
    assert case.rest == (() if values else ("n",))  # a third is no decimal that one could write


def test_how_the_case_got_here_is_told(tmp_path: Path) -> None:
    text = """\
processctl: 1
fields: {size: {type: integer, min: 0, max: 9}}
stages:
  lead: {start: true, exits: [{to: offer, when: size < 5}, {to: meeting, when: size >= 5}]}
  meeting: {exits: [{to: offer, when: size < 9}, {to: lost_, when: size == 9}]}
  offer: {exits: [{to: sold, when: size < 7}]}
  sold: {outcome: won}
  lost_: {outcome: lost}
"""
    proofs = proofs_of(journey_of(tmp_path, text))
    hole = proofs.verdicts["offer"].hole
    assert hole is not None
    assert hole.inside.state.way() == ("lead", "meeting", "offer")
    assert case_of(proofs.passage, hole.facts, _TODAY) == Case({"size": 7})
