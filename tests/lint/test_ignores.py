"""Silencing: what an ignore covers, until when, and what is told about ignores themselves."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.lint.linting import TIDY, codes, english, run

BARE = ("{to: customer, when: buys}", "{to: customer}")
NO_WORK = ("    does: [Call]\n", "")


def _ignore(rule: str, until: str = "") -> str:
    return f"ignore: {{{rule}: {{because: Agreed{until and f', until: {until}'}}}}}"


def _on_stage(rule: str, until: str = "") -> tuple[str, str]:
    start = "    start: {from: [Web form]}\n"
    return start, f"{start}    {_ignore(rule, until)}\n"


@pytest.mark.parametrize("rule", ["PC312", "stage-without-work"])
def test_an_element_is_silenced_by_code_or_name(tmp_path: Path, rule: str) -> None:
    result = run(tmp_path, TIDY, NO_WORK, _on_stage(rule))
    assert codes(result) == []
    assert [one.code for one in result.silenced] == ["PC312"]


@pytest.mark.parametrize("rule", ["PC3", "stage-without", "pc312"])
def test_an_ignore_names_one_rule_wholly(tmp_path: Path, rule: str) -> None:
    assert codes(run(tmp_path, TIDY, NO_WORK, _on_stage(rule))) == ["PC312", "PC993"]


def test_an_ignore_covers_all_below_its_map(tmp_path: Path) -> None:
    assert codes(run(tmp_path, TIDY, BARE, _on_stage("PC516"))) == []


def test_an_ignore_on_an_exit_covers_that_exit(tmp_path: Path) -> None:
    assert codes(run(tmp_path, TIDY, (BARE[0], f"{{to: customer, {_ignore('PC516')}}}"))) == []


def test_an_ignore_on_another_exit_covers_nothing(tmp_path: Path) -> None:
    other = ("when: otherwise}", f"when: otherwise, {_ignore('PC516')}}}")
    assert codes(run(tmp_path, TIDY, BARE, other)) == ["PC516", "PC991"]


def test_an_ignore_on_the_process_covers_everything(tmp_path: Path) -> None:
    whole = ("{owner: pekka}", f"{{owner: pekka, {_ignore('PC312')}}}")
    result = run(tmp_path, TIDY, NO_WORK, whole)
    assert codes(result) == []
    assert len(result.silenced) == 1


def test_an_ignore_elsewhere_covers_nothing(tmp_path: Path) -> None:
    elsewhere = ("  customer: {", f"  customer: {{{_ignore('PC312')}, ")
    assert codes(run(tmp_path, TIDY, NO_WORK, elsewhere)) == ["PC312", "PC991"]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 11, 22), []),
        (date(2026, 11, 23), []),
        (date(2026, 11, 24), ["PC312", "PC992"]),
    ],
)
def test_an_ignore_holds_through_its_last_day(
    tmp_path: Path, today: date, expected: list[str]
) -> None:
    ignore = _on_stage("PC312", "2026-11-23")
    assert codes(run(tmp_path, TIDY, NO_WORK, ignore, today=today)) == expected


def test_an_expired_ignore_is_told_even_where_it_would_hide_nothing(tmp_path: Path) -> None:
    assert codes(run(tmp_path, TIDY, _on_stage("PC312", "2026-01-31"))) == ["PC992"]


def test_an_ignore_that_hides_nothing_is_told(tmp_path: Path) -> None:
    result = run(tmp_path, TIDY, _on_stage("PC312"))
    (finding,) = result.findings
    assert finding.code == "PC991"
    assert english(finding.message) == (
        'The rule "stage-without-work" finds nothing here that could be silenced.'
    )


def test_what_a_stronger_finding_explains_leaves_the_ignore_without_effect(tmp_path: Path) -> None:
    lonely = (
        "  customer:",
        f"  offer: {{exits: [{{to: customer}}], {_ignore('PC306')}}}\n  customer:",
    )
    assert codes(run(tmp_path, TIDY, lonely)) == ["PC302", "PC991"]


def test_only_rules_that_ran_are_asked_for_an_effect(tmp_path: Path) -> None:
    off = ("stages:", "lint: {severity: {PC312: off}}\nstages:")
    assert codes(run(tmp_path, TIDY, _on_stage("PC312"), off)) == []


def test_what_is_narrowed_on_the_command_line_keeps_its_ignores(tmp_path: Path) -> None:
    result = run(tmp_path, TIDY, NO_WORK, _on_stage("PC312"), select=("PC2", "PC99"))
    assert codes(result) == []


@pytest.mark.parametrize("rule", ["PC003", "schema-violation", "PC991"])
def test_reading_and_the_linter_s_own_findings_cannot_be_silenced(
    tmp_path: Path, rule: str
) -> None:
    wrong = ("    within: 2 days\n", "    within: soon\n")
    assert codes(run(tmp_path, TIDY, wrong, _on_stage(rule))) == ["PC993", "PC003"]


def test_a_silenced_finding_still_stands_above_others(tmp_path: Path) -> None:
    lonely = (
        "  customer:",
        f"  offer: {{exits: [{{to: customer}}], {_ignore('PC302')}}}\n  customer:",
    )
    result = run(tmp_path, TIDY, lonely)
    assert codes(result) == []
    assert [one.code for one in result.silenced] == ["PC302"]


def test_two_ignores_over_one_finding_are_both_of_use(tmp_path: Path) -> None:
    whole = ("{owner: pekka}", f"{{owner: pekka, {_ignore('PC312')}}}")
    assert codes(run(tmp_path, TIDY, NO_WORK, whole, _on_stage("PC312"))) == []
