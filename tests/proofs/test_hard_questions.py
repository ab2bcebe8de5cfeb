"""Conditions made to be hard, and processes made to be large, end soon, if only as "open"."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from random import Random

import pytest

from tests.proofs.pigeons import pigeons
from tests.proofs.telling import only_told

_ENDS = """\
  sold: {outcome: won}
  lost_: {outcome: lost}
"""
_CHANCE = Random(1)  # noqa: S311 - it keeps no secret


def _two_exits(fields: Iterable[str], first: str, second: str, criteria: str = "") -> str:
    return f"""\
fields: {{{", ".join(fields)}}}
{criteria}stages:
  lead:
    start: true
    exits: [{{to: sold, when: '{first}'}}, {{to: lost_, when: '{second}'}}]
{_ENDS}"""


def _booleans(names: Iterable[str]) -> list[str]:
    return [f"{name}: {{type: boolean}}" for name in names]


@pytest.mark.timeout(60)
def test_hundreds_of_answers_are_counted(tmp_path: Path) -> None:
    names = [f"b{number}" for number in range(300)]
    most, fewest = ", ".join(names), ", ".join(f"!{name}" for name in names)
    text = _two_exits(_booleans(names), f"at_least(150, {most})", f"at_least(151, {fewest})")
    # Every case fits exactly one; whether that is found out is a matter of patience.
    assert set(only_told(tmp_path, text).get("lead", "open").split(", ")) <= {
        "open", "open: gap", "open: overlap", "open: never", "open: always",
    }  # fmt: skip


@pytest.mark.timeout(60)
def test_pigeons_in_too_few_holes(tmp_path: Path) -> None:
    names, criteria = pigeons()
    text = _two_exits(_booleans(names), "fits", "not all_in", f"criteria:\n{''.join(criteria)}")
    # That the first exit is never taken is true, and too hard to prove: so it is not said.
    assert only_told(tmp_path, text) == {"lead": "gap: lost, open: never"}


@pytest.mark.timeout(60)
def test_big_coefficients(tmp_path: Path) -> None:
    several = [_CHANCE.randrange(10**8, 10**9) * 2 for _ in range(40)]
    total = " + ".join(f"{one} * n{number}" for number, one in enumerate(several))
    fields = [f"n{number}: {{type: integer, min: 0, max: 1}}" for number in range(40)]
    text = _two_exits(fields, f"{total} == {sum(several) // 2 + 1}", f"{total} < 0")
    assert only_told(tmp_path, text)["lead"].startswith("gap: lost, never")


@pytest.mark.timeout(60)
def test_numbers_of_hundreds_of_digits_are_exact(tmp_path: Path) -> None:
    text = _two_exits(["n: {type: integer}"], "n >= " + "9" * 300, "n <= " + "9" * 299 + "8")
    assert only_told(tmp_path, text) == {}


@pytest.mark.timeout(60)
def test_products_of_fields_end(tmp_path: Path) -> None:
    fields = [f"n{number}: {{type: integer, min: 1}}" for number in range(3)]
    fermat = "n0 * n0 * n0 + n1 * n1 * n1 == n2 * n2 * n2"
    assert "never: 0" not in only_told(tmp_path, _two_exits(fields, fermat, f"not ({fermat})"))


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "test", ["not c{next}", "c{next} and c{next}", "(c{next} or b1) and c{next}"]
)
def test_deep_chains_of_criteria(tmp_path: Path, test: str) -> None:
    count = 15_000
    lines = [f"  c{one}: {{test: '{test.format(next=one + 1)}'}}\n" for one in range(count)]
    criteria = f"criteria:\n{''.join(lines)}  c{count}: {{test: b0}}\n"
    found = only_told(tmp_path, _two_exits(_booleans(["b0", "b1"]), "c0", "not c0", criteria))
    assert found.get("lead", "open: ").startswith("open: ")


def _many_exits(count: int, most: int, order: str) -> str:
    exits = "".join(f"      - {{to: s{one}, when: n == {one}}}\n" for one in range(count))
    ends = "".join(f"  s{one}: {{outcome: won}}\n" for one in range(count))
    fields = f"fields: {{n: {{type: integer, min: 0, max: {most}}}}}"
    return f"{fields}\nstages:\n  lead:\n    start: true\n{order}    exits:\n{exits}{ends}"


@pytest.mark.timeout(60)
@pytest.mark.parametrize("order", ["", "    in_order: true\n"])
def test_a_thousand_exits(tmp_path: Path, order: str) -> None:
    said = only_told(tmp_path, _many_exits(1_000, 999, order)).get("lead", "")
    assert said in ("", "open: overlap", "open: never")
    assert only_told(tmp_path, _many_exits(1_000, 1_000, order))["lead"].startswith("gap: lost")


@pytest.mark.timeout(60)
def test_many_hard_questions_are_given_up_together(tmp_path: Path) -> None:
    """Patience is for the whole process: one stage after the other must not add up to hours."""
    lines, fields = ["stages:\n"], []
    for stage in range(60):
        names = [f"n{stage}x{number}" for number in range(12)]
        fields += [f"{name}: {{type: integer, min: 0, max: 1}}" for name in names]
        total = " + ".join(f"{_CHANCE.randrange(10**8, 10**9) * 2} * {name}" for name in names)
        exits = f"{{to: s{stage + 1}, when: '{total} > 1'}}, {{to: lost_, when: '{total} == 700000001'}}"
        lines.append(f"  s{stage}: {{start: true, exits: [{exits}]}}\n")
    text = f"fields: {{{', '.join(fields)}}}\n{''.join(lines)}  s60: {{outcome: won}}\n  lost_: {{outcome: lost}}\n"
    assert len(only_told(tmp_path, text)) >= 60
