"""Where our conditions are CEL, they are read and computed as CEL's own tests say."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.cel.cases import Case, cases
from tests.cel.fetch import suites
from tests.cel.judge import AGREE, DELIBERATE, LEFT_OUT, DifferenceError, verdict

TABLE = Path(__file__).parent / "agreement.md"


@pytest.fixture(scope="module")
def found() -> Counter[str]:
    return Counter(verdict(case) for case in cases(suites()))


def test_the_table_says_how_many_tests_were_tried_and_why_others_were_not(
    found: Counter[str], request: pytest.FixtureRequest
) -> None:
    table = _table(found)
    if request.config.getoption("--update-cases", default=False):
        TABLE.write_text(table, encoding="utf-8")
    assert table == TABLE.read_text(encoding="utf-8")


def _table(found: Counter[str]) -> str:
    lines = ["# Conditions and CEL's own tests", "", f"{found.total()} tests.", ""]
    for title, reasons in (
        ("Agrees", AGREE),
        ("Differs on purpose", DELIBERATE),
        ("Not part of conditions", LEFT_OUT),
    ):
        lines += [f"| {title} | {sum(found[one] for one in reasons)} |", "| --- | --: |"]
        lines += [f"| {reason} | {found[reason]} |" for reason in reasons]
        lines.append("")
    assert found.keys() <= {*AGREE, *DELIBERATE, *LEFT_OUT}
    return "\n".join(lines)


def _case(expression: str, tree: str, value: bool) -> Case:
    return Case(expression, expression, tree, {}, {}, False, value, True, None)


def test_a_difference_without_a_reason_is_told() -> None:
    tree = "_<_(1^#*expr.Constant_Int64Value#, 2^#*expr.Constant_Int64Value#)^#*expr.Expr_CallExpr#"
    assert verdict(_case("1 < 2", tree, True)) in AGREE
    with pytest.raises(DifferenceError, match="comes to"):
        verdict(_case("1 < 2", tree, False))
    with pytest.raises(DifferenceError, match="is read as"):
        verdict(_case("1 < 3", tree, True))


@pytest.mark.parametrize("program", ["npm", "node"])
def test_what_is_missing_for_fetching_is_said(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == program else there(name))
    with pytest.raises(RuntimeError, match="install Node"):
        suites(tmp_path)


def test_what_was_fetched_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    suites()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert suites().keys() >= {"conformance", "parsing"}
