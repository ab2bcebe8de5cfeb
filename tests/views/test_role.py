"""One role, team or person: what they own, get and give."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.views.reading import journey, said, sketch, written


def test_own_stages_stand_out_from_their_neighbours() -> None:
    drawn = sketch(journey("before"), "role:sales_rep")
    assert drawn.title == "Sales representative"
    assert {box.id: box.emphasis for box in drawn.boxes} == {
        "mql": "aside",
        "in_sales": None,
        "offer": None,
        "closed_lost": "aside",
        "taken_into_use": "aside",
        "customer": "aside",
    }
    assert all({line.source, line.target} & {"in_sales", "offer"} for line in drawn.lines)


def test_what_a_role_gets_and_gives() -> None:
    drawn = sketch(journey("after"), "role:sales_rep")
    told = {panel.title: said(panel) for panel in drawn.panels}
    assert list(told) == [
        "Answers for", "Gets", "Gives", "Takes part in", "Meets in", "The team tells", "The team hears",
    ]  # fmt: skip
    assert told["Gets"]["Accepted by sales"] == (
        "Lead qualifier",
        "with Company, What they want to measure",
        "accepted within 1 business day",
    )
    assert list(told["Gives"]) == ["Sold by the partner", "Taken into use"]
    assert told["Answers for"]["Opportunity"] == (
        "30 days",
        "Visit the site",
        "Find out who decides",
    )
    assert told["Takes part in"] == {"Taken into use": ("Is told",), "Renewal": ("Is asked",)}


def test_a_team_meets_tells_and_hears() -> None:
    told = {panel.title: said(panel) for panel in sketch(journey("after"), "role:care").panels}
    assert told["Meets in"]["Weekly pipeline"] == (
        "every week, 30 minutes",
        "on Mondays at 09:00",
        "• Leads that came back",
        "• Customers at risk",
        "• The next campaign",
    )
    assert "Sales" in told["Tells"]
    assert "Marketing" in told["Hears"]


@pytest.mark.parametrize("who", ["rep", "ann"])
def test_a_person_has_what_their_role_has(who: str, tmp_path: Path) -> None:
    found = written(
        tmp_path,
        """\
teams: {sales: {}}
roles: {rep: {team: sales, held_by: [ann]}}
people: {ann: {name: Ann}}
fields: {note: {type: text, owner: ann}, size: {type: integer, owner: rep}}
stages:
  one: {start: true, owner: rep, exits: [{to: two}]}
  two: {owner: ann, outcome: won}
""",
    )
    drawn = sketch(found, f"role:{who}")
    own = {box.id for box in drawn.boxes if box.emphasis is None}
    assert own == ({"one"} if who == "rep" else {"one", "two"})
    kept = said(drawn.panels[-1])
    assert kept == {"Fields": ("size",) if who == "rep" else ("note, size",)}


def test_who_owns_nothing_has_an_empty_drawing(tmp_path: Path) -> None:
    found = written(tmp_path, "teams: {idle: {}}\nstages: {one: {start: true, outcome: won}}\n")
    drawn = sketch(found, "role:idle")
    assert (drawn.boxes, drawn.lines, drawn.panels) == ((), (), ())
