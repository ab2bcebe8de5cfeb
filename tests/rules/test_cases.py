"""Every rule case: a whole run, compared whole, in every language that it is written down in."""

from __future__ import annotations

from pathlib import Path

import pytest

from processctl.rules import RULES
from processctl.texts import LANGUAGES
from tests.rules.telling_cases import CASES, Case, cases, told

WITHOUT_CASE = {"PC999": "it needs a rule that breaks down, see test_engine"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_case_tells_what_is_written_beside_it(
    case: Case, language: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    expected = case.expected(language)
    found = told(case.lint(tmp_path), language, case.is_about)
    if request.config.getoption("--update-cases", default=False):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("case", cases(), ids=str)
def test_a_case_is_about_its_rule(case: Case) -> None:
    fired = {line.split(" ")[2] for line in _heads(case)}
    assert (case.code in fired) == case.fires


def _heads(case: Case) -> list[str]:
    lines = case.expected("en").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith(" ")]


@pytest.mark.parametrize("fires", [True, False], ids=["fires", "near miss"])
def test_every_rule_has_cases_of_both_kinds(fires: bool) -> None:
    covered = {case.code for case in cases() if case.fires == fires} | WITHOUT_CASE.keys()
    assert [rule.code for rule in RULES if rule.code not in covered] == []


def test_every_case_stands_in_the_folder_of_a_rule() -> None:
    assert {case.code for case in cases()} <= {rule.code for rule in RULES}
    expected = {case.expected(language) for case in cases() for language in LANGUAGES}
    assert set(CASES.glob("*/*.expected")) <= expected
