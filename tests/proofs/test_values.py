"""What values are, and which of them may be missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.proofs.telling import told

_ONE_STAGE = """\
fields: {{{fields}}}
stages:
  lead:
    start: true
    exits:
      - {{to: yes_, when: '{first}'}}
      - {{to: no_, when: '{second}'}}
  yes_: {{outcome: won}}
  no_: {{outcome: lost}}
"""


@pytest.mark.parametrize(
    ("fields", "first", "second", "expected"),
    [
        # A gap, or an overlap, of one value
        ("n: {type: integer, min: 0, max: 9}", "n < 4", "n > 4", "gap: lost"),
        ("n: {type: integer, min: 0, max: 9}", "n <= 4", "n >= 4", "overlap: 0 1"),
        ("n: {type: integer, min: 0, max: 9}", "n < 4", "n > 3", ""),
        ("n: {type: integer}", "n < 4", "n > 3", ""),
        ("n: {type: decimal, min: 0, max: 1}", "n < 0.5", "n > 0.5", "gap: lost"),
        ("n: {type: integer, min: 0.5, max: 1.5}", "n < 1", "n > 1", "gap: lost, never: 0, never: 1"),
        # Money has cents, decimals lie between
        ("n: {type: money, min: 0, max: 0.1}", "n <= 0.04", "n >= 0.05", ""),
        ("n: {type: money, min: 0, max: 0.1}", "n <= 0.04", "n >= 0.06", "gap: lost"),
        ("n: {type: money, min: 0, max: 0.1}", "n < 0.045", "n > 0.045", ""),
        ("n: {type: decimal, min: 0, max: 1}", "n <= 0.25", "n >= 0.5", "gap: lost"),
        ("n: {type: integer, min: 0, max: 3}", "n <= 1.5", "n >= 2", ""),
        # Options
        ("c: {type: choice, options: [a, b]}", 'c == "a"', 'c == "b"', ""),
        ("c: {type: choice, options: [a, b, d]}", 'c == "a"', 'c == "b"', "gap: lost"),
        ("c: {type: text}", 'c == "a"', 'c != "a"', ""),
        ("c: {type: text}", 'c == "a"', 'c == "b"', "gap: lost"),
        ("c: {type: list, options: [a, b]}", '"a" in c', '"b" in c', "gap: lost, overlap: 0 1"),
        ("c: {type: list, options: [a, b]}", '"a" in c', 'not ("a" in c)', ""),
        # A comparison with a missing value is false, and so is its opposite
        ("n: {type: integer, min: 0, max: 9, optional: true}", "n < 4", "n >= 4", "gap: lost"),
        ("n: {type: integer, min: 0, max: 9, optional: true}", "n < 4", "not (n < 4)", ""),
        ("c: {type: text, optional: true}", 'c == "a"', 'c != "a"', "gap: lost"),
        ("b: {type: boolean, optional: true}", "b", "!b", ""),
        ("b: {type: boolean, optional: true}", "b == true", "b == false", "gap: lost"),
        ("b: {type: boolean, optional: true}", "b == true", "b != true", "gap: lost"),
        ("b: {type: boolean, optional: true}", "has(b)", "not has(b)", ""),
        # What is not optional is missing only where somebody asks whether it is
        ("n: {type: integer, min: 0, max: 9}", "has(n)", "not has(n)", ""),
        ("n: {type: integer, min: 0, max: 9}", "has(n) and n < 4", "n >= 4", "gap: lost"),
        # Computed fields are there when all that they read is
        (
            "a: {type: boolean}, n: {type: boolean, is: a}",
            "has(n) and n",
            "has(n) and !n",
            "gap: lost",
        ),
        (
            "n: {type: integer, min: 0, max: 3}, m: {type: integer, is: 2 * n}",
            "m <= 2",
            "m >= 4",
            "",
        ),
    ],
)  # fmt: skip
def test_two_exits(tmp_path: Path, fields: str, first: str, second: str, expected: str) -> None:
    text = _ONE_STAGE.format(fields=fields, first=first, second=second)
    assert told(tmp_path, text).get("lead", "") == expected


def test_an_earlier_value_is_another_than_the_present_one(tmp_path: Path) -> None:
    text = """\
fields: {keen: {type: boolean}}
stages:
  lead: {start: true, exits: [{to: offer, when: keen}, {to: lost_, when: not keen}]}
  offer:
    captures: [keen]
    exits: [{to: lost_, when: not keen}, {to: sold, when: keen}]
  lost_: {outcome: lost}
  sold: {outcome: won}
"""
    assert told(tmp_path, text) == {}


def test_what_only_a_plan_asks_for_is_not_missing(tmp_path: Path) -> None:
    text = """\
fields: {size: {type: integer, min: 0, max: 3}}
stages:
  lead:
    start: true
    exits:
      - {to: sold, when: size >= 2}
      - {to: lost_, when: size < 2}
      - {to: lost_, when: not has(size), status: planned}
      - {to: later, when: not has(size)}
  later: {status: planned, exits: [{to: lost_, when: has(size)}]}
  lost_: {outcome: lost}
  sold: {outcome: won}
"""
    assert told(tmp_path, text) == {}
