"""What teams tell each other, and what nobody tells."""

from __future__ import annotations

from pathlib import Path

from processctl.lint.run import lint_journey
from tests.views.reading import TODAY, exchange, journey, said, written


def test_who_tells_whom_and_who_is_silent() -> None:
    drawn = exchange(journey("before"))
    assert [(party.name, party.facts) for party in drawn.parties] == [
        ("Marketing", ("Head of marketing",)),
        ("Sales", ("Sales manager",)),
        ("Customer care", ("Customer care manager",)),
    ]
    (told,) = drawn.tellings
    assert (told.giver, told.hearer, told.name) == (
        "teams:care", "teams:sales", "What customers complain about",
    )  # fmt: skip
    assert told.words == (
        "carries: Complaints of the month",
        "about: Customer",
        "in: Sales meeting",
        "changes: What sales promises",
    )
    assert [(one.giver, one.hearer) for one in drawn.silences] == [
        ("teams:marketing", "teams:sales"),
        ("teams:sales", "teams:marketing"),
        ("teams:sales", "teams:care"),
    ]
    assert said(drawn.panels[0])["Meets"] == ("every week, 1 hour",)


def test_silences_are_what_the_linter_finds() -> None:
    codes = {one.code for one in lint_journey(journey("before"), TODAY).findings}
    assert {"PC701", "PC702"} <= codes
    assert exchange(journey("after")).silences == ()
    codes = {one.code for one in lint_journey(journey("after"), TODAY).findings}
    assert not {"PC701", "PC702"} & codes


def test_the_same_as_boxes_and_lines() -> None:
    drawn = exchange(journey("after"))
    assert {(line.source, line.target, line.label) for line in drawn.graph.lines} == {
        (told.giver, told.hearer, (told.name,)) for told in drawn.tellings
    }
    assert [box.id for box in drawn.graph.boxes] == [party.id for party in drawn.parties]


def test_roles_speak_for_their_teams_and_plans_are_no_cure(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        """\
teams: {a: {}, b: {}}
roles: {lead: {team: a}, free: {}}
feedback:
  up: {from: lead, to: [b, free], carries: [News], every: 2 weeks}
  within: {from: lead, to: a, carries: [News], every: week}
  down: {from: b, to: a, carries: [News], every: case, status: planned}
  old: {from: free, to: a, carries: [News], every: week, status: retired}
stages:
  one: {start: true, owner: lead, exits: [{to: two}]}
  two: {owner: b, exits: [{to: end}]}
  end: {outcome: won, owner: b}
""",
    )
    drawn = exchange(found)
    assert [(one.giver, one.hearer, one.planned) for one in drawn.tellings] == [
        ("teams:a", "teams:b", False),
        ("teams:a", "roles:free", False),
        ("teams:b", "teams:a", True),
    ]
    assert drawn.tellings[0].words == ("carries: News", "every 2 weeks")
    assert drawn.tellings[2].words == ("carries: News", "each time")
    assert [(one.giver, one.hearer) for one in drawn.silences] == [("teams:b", "teams:a")]
