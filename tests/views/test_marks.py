"""Findings and ways laid over a drawing."""

from __future__ import annotations

import pytest

from processctl.diagrams import Exchange, Sketch, Table
from processctl.diagrams.sketch import Badge, Fact, Panel
from processctl.lint.run import lint_journey
from processctl.texts import translator
from processctl.views.marks import NoSuchWayError, with_findings, with_way
from processctl.views.view import View, drawing_of
from tests.views.reading import TODAY, journey, sketch

EN = translator("en")


def test_findings_stand_in_their_stages_and_are_told_below() -> None:
    found = journey("before")
    findings = lint_journey(found, TODAY).findings
    marked = with_findings(sketch(found, "journey"), "journey", findings, EN)
    assert isinstance(marked, Sketch)
    badges = {box.id: box.badges for box in marked.boxes}
    assert badges["fair_cards"] == (Badge("1", "error"),)
    told = marked.panels[0]
    assert told.title == "What the linter found"
    assert told.facts[0] == Fact(
        "", ('Stage "Cards from the fair" has no owner. (PC201)',), Badge("1", "error")
    )
    here = [one for one in findings if one.path[:1] == ("stages",)]
    numbers = [badge.words for box in marked.boxes for badge in box.badges]
    assert sorted(map(int, numbers)) == list(range(1, len(here) + 1))
    rest = len(findings) - len(here)
    assert told.facts[-1].words == (
        f'{rest} findings are about something else: "processctl lint" tells them.',
    )


def test_a_clean_process_says_that_nothing_was_found() -> None:
    found = journey("after")
    assert lint_journey(found, TODAY).findings == ()
    marked = with_findings(sketch(found, "journey"), "journey", (), EN)
    assert isinstance(marked, Sketch)
    assert marked.panels[0].facts == (Fact("", ("Nothing.",)),)
    assert not any(box.badges for box in marked.boxes)


@pytest.mark.parametrize(
    ("name", "kind"), [("before", "data"), ("gitlab", "data"), ("before", "feedback")]
)
def test_tables_bear_the_findings_of_what_their_rows_are(name: str, kind: str) -> None:
    found = journey(name)
    findings = lint_journey(found, TODAY).findings
    view = View(kind)  # type: ignore[arg-type]  # pytest hands over a plain text
    marked = with_findings(drawing_of(found, view, "en"), view.kind, findings, EN)
    assert not isinstance(marked, Sketch)
    if isinstance(marked, Table):
        section, badged = "fields", {row.id for row in marked.rows if row.badges}
    else:
        assert isinstance(marked, Exchange)
        section, badged = "feedback", {one.id for one in marked.tellings if one.badges}
    shown = {row.id for row in marked.rows} if isinstance(marked, Table) else badged
    assert (
        badged
        == {str(name) for one in findings for name in one.path[1:2] if one.path[0] == section}
        & shown
    )
    assert marked.panels[0].title == "What the linter found"


def test_a_way_is_numbered_and_all_else_stands_back() -> None:
    drawn = sketch(journey("before"), "journey")
    told = Panel("Why", ())
    marked = with_way(drawn, ["web_contact", "nurture", "woken_up", "nurture"], told)
    assert {box.id: [badge.words for badge in box.badges] for box in marked.boxes if box.badges} == {
        "web_contact": ["1"], "nurture": ["2", "4"], "woken_up": ["3"],
    }  # fmt: skip
    assert {box.id for box in marked.boxes if box.emphasis == "focus"} == {
        "web_contact", "nurture", "woken_up",
    }  # fmt: skip
    assert all(box.emphasis for box in marked.boxes)
    focus = {(line.source, line.target) for line in marked.lines if line.emphasis == "focus"}
    assert focus == {("web_contact", "nurture"), ("nurture", "woken_up"), ("woken_up", "nurture")}
    assert marked.panels == (told,)


@pytest.mark.parametrize(
    ("way", "stage", "to"),
    [(["gone"], "gone", None), (["offer", "fair_cards"], "offer", "fair_cards")],
)
def test_ways_that_there_are_not(way: list[str], stage: str, to: str | None) -> None:
    with pytest.raises(NoSuchWayError) as caught:
        with_way(sketch(journey("before"), "journey"), way, None)
    assert (caught.value.stage, caught.value.to) == (stage, to)
