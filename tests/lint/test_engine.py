"""The engine: broken rules, severities, grouping, order, and what a finding is known by."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from processctl.journey import Journey
from processctl.rules import RULES
from processctl.rules.rule import Found, Rule, stage_at
from processctl.texts import say
from tests.lint.linting import TIDY, codes, english, run

NO_OWNER = ("  new_lead:\n    owner: sales\n", "  new_lead:\n")
NO_WORK = ("    does: [Call]\n", "")


def _breaks(journey: Journey) -> Iterator[Found]:
    yield Found(say("Found before it broke."), stage_at(next(iter(journey.stages))))
    raise ZeroDivisionError


BROKEN = Rule("PC398", "breaks-down", "warning", "It breaks.", _breaks)


def test_a_tidy_process_has_no_finding(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert codes(result) == []
    assert not result.failed


def test_a_rule_that_breaks_down_is_told_and_stops_no_other(tmp_path: Path) -> None:
    result = run(tmp_path, TIDY, NO_OWNER, rules=(BROKEN, *RULES))
    assert result.failed
    assert codes(result) == ["PC999", "PC201", "PC398"]
    finding = result.findings[0]
    assert english(finding.message) == (
        'The rule "breaks-down" broke down (ZeroDivisionError); what it would have found is not '
        "known."
    )
    assert finding.severity == "error"
    assert finding.span.first == (1, 1)


def test_a_rule_that_breaks_down_is_told_whatever_is_selected(tmp_path: Path) -> None:
    result = run(tmp_path, TIDY, NO_OWNER, rules=(BROKEN, *RULES), select=("PC3",), skip=("PC398",))
    assert result.failed
    assert codes(result) == ["PC999"]


def test_a_rule_that_is_off_does_not_run(tmp_path: Path) -> None:
    off = ("stages:", "lint: {severity: {breaks-down: off}}\nstages:")
    result = run(tmp_path, TIDY, off, rules=(BROKEN, *RULES))
    assert not result.failed
    assert codes(result) == []
    assert "PC398" not in result.seconds
    assert "PC201" in result.seconds


@pytest.mark.parametrize("word", ["PC201", "stage-without-owner"])
@pytest.mark.parametrize("severity", ["info", "warning", "error"])
def test_a_workspace_sets_severities_by_code_or_name(
    tmp_path: Path, word: str, severity: str
) -> None:
    settings = ("stages:", f"lint: {{severity: {{{word}: {severity}}}}}\nstages:")
    (finding,) = run(tmp_path, TIDY, NO_OWNER, settings).findings
    assert (finding.code, finding.severity) == ("PC201", severity)


def test_what_cannot_be_read_stays_an_error(tmp_path: Path) -> None:
    settings = ("stages:", "lint: {severity: {schema-violation: off}}\nstages:")
    result = run(tmp_path, TIDY, ("within: 2 days", "within: soon"), settings)
    assert codes(result) == ["PC993", "PC003"]


@pytest.mark.parametrize(
    ("severity", "expected"), [("", "info"), ("lint: {severity: {PC402: warning}}\n", "warning")]
)
def test_a_set_severity_stands_above_the_finding_s_own(
    tmp_path: Path, severity: str, expected: str
) -> None:
    text = (
        TIDY.replace("people:", "roles: {sdr: {team: sales, held_by: [pekka, sanna]}}\npeople:")
        .replace("{pekka: {}}", "{pekka: {}, sanna: {}}")
        .replace("{to: customer, when: buys}", "{to: offer, when: buys}")
        .replace("  customer:", OFFER + "  customer:")
        .replace("  new_lead:\n    owner: sales\n", "  new_lead:\n    owner: boss\n")
        .replace("roles: {", "roles: {boss: {team: sales, held_by: [pekka, sanna]}, ")
        .replace("stages:", severity + "stages:")
    )
    (finding,) = run(tmp_path, text).findings
    assert (finding.code, finding.severity) == ("PC402", expected)


OFFER = """\
  offer:
    owner: sdr
    means: They have our offer
    does: [Write it]
    within: 1 day
    late: {to: closed_lost}
    exits: [{to: customer}]
"""


def test_selecting_only_narrows(tmp_path: Path) -> None:
    unreached = ("  customer:", "  offer: {exits: [{to: customer}]}\n  customer:")
    assert codes(run(tmp_path, TIDY, unreached)) == ["PC302"]
    assert codes(run(tmp_path, TIDY, unreached, select=("PC306", "PC201"))) == []
    assert codes(run(tmp_path, TIDY, unreached, skip=("PC302",))) == []


@pytest.mark.parametrize("word", ["PC2", "PC201", "pc201", "stage-without-owner"])
def test_rules_are_selected_by_code_prefix_or_name(tmp_path: Path, word: str) -> None:
    assert codes(run(tmp_path, TIDY, NO_OWNER, NO_WORK, select=(word,))) == ["PC201"]
    assert codes(run(tmp_path, TIDY, NO_OWNER, NO_WORK, skip=(word,))) == ["PC312"]


NOBODY = TIDY.replace("owner: sales, ", "").replace("    owner: sales\n", "")


def test_what_nothing_has_is_said_once(tmp_path: Path) -> None:
    (finding,) = run(tmp_path, NOBODY).findings
    assert english(finding.message) == "No stage has an owner (3 stages)."
    assert finding.element == "stages"
    assert [one.element for one in finding.members] == [
        "stages.new_lead",
        "stages.customer",
        "stages.closed_lost",
    ]


def test_what_one_has_is_said_of_each_of_the_others(tmp_path: Path) -> None:
    result = run(tmp_path, NOBODY, ("  customer: {", "  customer: {owner: sales, "))
    assert codes(result) == ["PC201", "PC201"]
    assert all(not finding.members for finding in result.findings)


def test_what_is_silenced_lacks_the_thing_too(tmp_path: Path) -> None:
    ignore = "ignore: {PC201: {because: We are hiring}}, "
    result = run(tmp_path, NOBODY, ("  customer: {", "  customer: {" + ignore))
    (finding,) = result.findings
    assert english(finding.message) == "No stage has an owner (2 stages)."
    assert [one.element for one in result.silenced] == ["stages.customer"]


def test_what_a_stronger_finding_explains_lacks_the_thing_too(tmp_path: Path) -> None:
    unreached = ("  customer: {", "  offer: {exits: [{to: customer}]}\n  customer: {")
    result = run(tmp_path, NOBODY, unreached)
    assert codes(result) == ["PC201", "PC302"]
    assert len(result.findings[0].members) == 3


def test_one_of_one_is_no_group(tmp_path: Path) -> None:
    only = "processctl: 1\nprocess: {owner: pekka}\npeople: {pekka: {}}\nstages:\n"
    result = run(tmp_path, only + "  all: {start: {from: [Web]}, outcome: lost, again: all}\n")
    assert [finding.element for finding in result.findings] == ["stages.all"]


def test_an_ignore_on_the_process_covers_what_is_said_once(tmp_path: Path) -> None:
    ignored = ("{owner: pekka}", "{owner: pekka, ignore: {PC201: {because: We are hiring}}}")
    result = run(tmp_path, NOBODY, ignored)
    assert codes(result) == []
    assert len(result.silenced) == 3


def test_findings_stand_in_the_order_of_the_text(tmp_path: Path) -> None:
    text = TIDY.replace("owner: pekka}", "name: Sales}").replace(
        "  customer: {owner: sales,", "  customer: {"
    )
    result = run(tmp_path, text, NO_WORK)
    places = [(finding.span.first, finding.code) for finding in result.findings]
    assert places == sorted(places)
    assert codes(result) == ["PC202", "PC312", "PC201"]


def test_a_finding_is_known_by_what_it_is_about_not_by_its_line(tmp_path: Path) -> None:
    before = run(tmp_path, TIDY, NO_OWNER, NO_WORK)
    moved = run(
        tmp_path,
        TIDY,
        NO_OWNER,
        NO_WORK,
        ("stages:\n", "\n# moved down\n\nstages:\n"),
        ("  new_lead:\n", "  new_lead:\n    name: {en: A new lead, fi: Uusi liidi}\n"),
    )
    assert [one.fingerprint for one in before.findings] == [
        one.fingerprint for one in moved.findings
    ]
    assert [one.span.first for one in before.findings] != [one.span.first for one in moved.findings]


def test_findings_on_exits_keep_their_name_when_others_are_added(tmp_path: Path) -> None:
    bare = ("{to: customer, when: buys}", "{to: customer}")
    (before,) = run(tmp_path, TIDY, bare).findings
    (after,) = run(
        tmp_path,
        TIDY,
        ("{to: customer, when: buys}", "{to: closed_lost, when: buys}, {to: customer}"),
    ).findings
    assert before.element == after.element == "stages.new_lead → customer"
    assert before.fingerprint == after.fingerprint


def test_twin_exits_are_told_apart_by_number(tmp_path: Path) -> None:
    twins = ("{to: customer, when: buys}", "{to: customer, when: buys}, {to: customer}")
    (finding,) = run(tmp_path, TIDY, twins).findings
    assert finding.element == "stages.new_lead → customer #2"


def test_no_two_findings_of_a_run_are_known_by_the_same(tmp_path: Path) -> None:
    typos = ("exits: [", "exits: [{to: nowhere, when: gone and gone}, {to: nowhere, when: buys}, ")
    result = run(tmp_path, TIDY, typos, NO_OWNER)
    fingerprints = [finding.fingerprint for finding in result.findings]
    assert len(fingerprints) > 3
    assert len(set(fingerprints)) == len(fingerprints)
