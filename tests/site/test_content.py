"""What stands on the pages: the answers that somebody new looks for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from processctl.diagrams import Sketch
from processctl.site.page import Agreement, Items, Listed, Picture, Prose, Signatures, Table
from tests.site.reading import example, facts, material, site_pages, table, terms, titles
from tests.views.reading import NAMES, written


def test_the_first_page_says_the_headline_and_has_the_journey_in_words() -> None:
    page = site_pages(example("after"))["index.html"]
    (head,) = [one for one in page.blocks if isinstance(one, Items)]
    assert [item.title for item in head.items] == ["No lead left behind: proved for 20 stages."]
    rows = table(page, "The journey, stage by stage")
    assert rows[0] == ["Stage", "Phase", "Who", "By when", "Goes on to"]
    assert ["Marketing qualified lead", "Qualify", "Head of marketing", "4 business hours", "Accepted by sales"] in rows  # fmt: skip
    assert ["Archived", "Attract", "Head of marketing", "", "the journey ends here"] in rows


def test_a_broken_promise_of_the_headline_is_said_as_such() -> None:
    page = site_pages(example("gitlab"))["index.html"]
    (head,) = [one for one in page.blocks if isinstance(one, Items)]
    assert head.items[0].tone == "error"
    assert "can be left behind" in head.items[0].title


def test_a_stage_tells_every_way_out_with_its_criterion_and_reason() -> None:
    rows = table(site_pages(example("after"))["stages/sal.html"], "Every way out")
    assert rows[0] == ["Goes on to", "When", "Because", "Agreed"]
    assert rows[1:] == [
        ["Opportunity", "Need confirmed", "", "Read the agreement"],
        ["No sales case", "Not a customer for us | reasons: A student or a consultant or A competitor", "", ""],
        [
            "Nurtured | handed back",
            "otherwise | reason: Why sales gave it back | one of: Too early, They do not answer, Wrong person, "
            'No money this year | at most 2 times, then to "Archived"',
            "A lead that is too early is not lost", "",
        ],
        ["Nobody took it", "not accepted within 4 business hours", "", ""],
        ["Nobody took it", "when full", "", ""],
    ]  # fmt: skip


def test_a_stage_tells_what_comes_in_and_what_comes_back() -> None:
    rows = table(site_pages(example("after"))["stages/nurture.html"], "What comes in, and what comes back")  # fmt: skip
    ways = {row[0]: row[2] for row in rows[1:]}
    assert ways["Contact from the web"] == "arrives"
    assert ways["Accepted by sales"] == "comes back"


def test_a_stage_tells_what_is_recorded_and_where_it_is_kept() -> None:
    rows = table(site_pages(example("after"))["stages/sal.html"], "What is recorded here")
    assert rows[0] == ["Field", "What it holds", "Where it is kept", "Who looks after it"]
    assert rows[1] == ["Phone", "a text | The first call | may be left out", "CRM", "Sales manager"]


def test_my_day_has_everything_that_a_role_owns_gets_gives_and_meets_in() -> None:
    page = site_pages(example("after"))["roles/sdr.html"]
    assert page.eyebrow == "Role"
    assert titles(page) == [
        "Who this is", "What you answer for", "Gets", "Gives", "Takes part in", "Meets in", "The team tells", "The team hears",
        "What you record", "To take along",
    ]  # fmt: skip
    assert facts(page, "Who this is") == {
        "Team": ("Sales",), "Held by": ("Toni, Heidi",), "Stand-in": ("Sales manager",),
    }  # fmt: skip
    day = facts(page, "What you answer for")["Accepted by sales"]
    assert day[:4] == (
        "Sales calls and finds out whether there is a need",
        "By when: 5 business days",
        "• Make the first call (Lead qualifier, 1 business day)",
        "• Ask for the need and the timetable",
    )
    assert (
        "→ Nurtured: otherwise; reason: Why sales gave it back; one of: Too early, They do not answer, "
        'Wrong person, No money this year; at most 2 times, then to "Archived"'
    ) in day
    assert "Weekly pipeline" in facts(page, "Meets in")


def test_what_comes_back_to_a_role_is_told_with_the_reason() -> None:
    page = site_pages(example("after"))["roles/marketing_lead.html"]
    back = facts(page, "What comes back to you")
    assert back["Accepted by sales"][0] == 'to "Nurtured"'
    assert back["Accepted by sales"][1].startswith(
        "otherwise; reason: Why sales gave it back; one of: Too early"
    )


def test_who_does_what_one_role_does_reads_it_there(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        """
roles: {sales: {held_by: [ann, bob]}, billing: {held_by: [bob]}, care: {held_by: [eve]}}
people: {ann: {name: Ann}, bob: {name: Bob}, eve: {name: Eve}, joe: {name: Joe}}
stages:
  offer: {owner: sales, within: 2 business days, start: true, exits: [{to: signed}]}
  signed: {owner: billing, outcome: won}
  help: {owner: eve, exits: [{to: signed}]}
""",
    )
    pages = site_pages(material(found))
    links = {
        one.title: [(link.name, link.path, link.note) for link in one.links]
        for one in pages["people/ann.html"].blocks
        if isinstance(one, Listed)
    }
    assert links == {
        "What you answer for": [("offer", "stages/offer.html", "2 business days")],
        "Your day, on the page of your role": [("sales", "roles/sales.html", "")],
        "To take along": [("This role on one sheet of paper", "handouts/sales.html", "")],
    }
    # Who has more to do than that finds it all in one place.
    assert set(facts(pages["people/bob.html"], "What you answer for")) == {"offer", "signed"}
    assert set(facts(pages["people/eve.html"], "What you answer for")) == {"help"}
    assert titles(pages["people/joe.html"]) == []


def test_meetings_of_a_role_are_to_be_had_for_a_calendar() -> None:
    page = site_pages(example("after"))["roles/sdr.html"]
    (links,) = [one for one in page.blocks if isinstance(one, Listed)]
    assert [(one.name, one.path) for one in links.links] == [
        ("This role on one sheet of paper", "handouts/sdr.html"),
        ('"Weekly pipeline" for your calendar', "calendar/weekly_pipeline.ics"),
        ('"Data hour" for your calendar', "calendar/data_hour.ics"),
        ('"Partner meeting" for your calendar', "calendar/partner_meeting.ics"),
    ]


def test_an_agreement_has_two_sides_and_lines_to_sign() -> None:
    page = site_pages(example("after"))["agreements/marketing-sales.html"]
    assert page.title == "Marketing and Sales"
    (one,) = [block for block in page.blocks if isinstance(block, Agreement)]
    assert {fact.term: fact.words for fact in one.both.facts} == {"Must hold": ("Ready for sales",)}
    giver, receiver = ({fact.term: fact.words for fact in side.panel.facts} for side in one.sides)
    assert [side.party for side in one.sides] == ["Head of marketing (Marketing)", "Lead qualifier (Sales)"]  # fmt: skip
    assert giver["Must be known"] == (
        "Email", "Name of the contact", "Company", "Industry", "Employees", "Brief for sales",
    )  # fmt: skip
    assert giver["Gets back"] == ("→ Nurtured: otherwise; reason: Why sales gave it back",)
    assert receiver["Accepted within"] == ("4 business hours",)
    assert receiver["If nobody accepts"] == ('tell Sales manager; on to "Nobody took it"',)
    (signatures,) = [block for block in page.blocks if isinstance(block, Signatures)]
    assert (signatures.parties, signatures.lines) == (
        ("Marketing", "Sales"),
        ("Name", "Signature", "Date"),
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_handoff_stands_in_one_agreement(name: str) -> None:
    made = example(name)
    found = [
        block
        for page in site_pages(made).values()
        for block in page.blocks
        if isinstance(block, Agreement)
    ]
    assert len(found) == len(made.journey.handoffs)


def test_the_dictionary_says_where_a_field_is_born_and_which_is_personal() -> None:
    page = site_pages(example("after"))["data.html"]
    rows = table(page, "Every field")
    assert [
        "Brief for sales",
        "a text",
        "CRM",
        "Head of marketing",
        "Marketing qualified lead",
    ] in rows
    assert table(page, "Personal data")[1:] == [
        ["Email", "consent", "24 months", "Head of marketing"],
        ["Name of the contact", "consent", "24 months", "Head of marketing"],
        ["Phone", "a legitimate interest", "24 months", "Sales manager"],
    ]


def test_no_personal_data_is_said_and_not_left_to_be_guessed(tmp_path: Path) -> None:
    found = written(tmp_path, "stages: {a: {outcome: won}}\nfields: {size: {type: integer}}\n")
    page = site_pages(material(found))["data.html"]
    prose = [one for one in page.blocks if isinstance(one, Prose)]
    assert prose == [Prose("Personal data", ("No field is marked as personal data.",))]


def test_the_glossary_says_what_a_criterion_means_and_what_it_is_exactly() -> None:
    words = terms(site_pages(example("after"))["glossary.html"])
    assert words["Our kind of company"] == (
        "Large enough and in an industry that we know",
        'Exactly: "Employees" is at least 20 people and ("Industry" is Manufacturing, Energy or Food).',
    )
    assert words["Need confirmed"] == (
        "The customer says what they need and by when",
        "Judged by Lead qualifier.",
    )


def test_known_gaps_come_gravest_first_with_a_way_to_their_stage() -> None:
    page = site_pages(example("before"))["gaps.html"]
    assert titles(page)[:2] == ["", "Not mended yet"]
    items = next(one for one in page.blocks if isinstance(one, Items) and one.title).items
    order = ["error", "warning", "info"]
    assert [item.tone for item in items] == sorted((item.tone for item in items), key=order.index)
    assert any(item.path and item.path.startswith("stages/") for item in items)


def test_what_is_passed_over_is_told_with_its_reason(tmp_path: Path) -> None:
    text = "stages: {a: {outcome: won, ignore: {PC201: {because: Everybody knows}}}}\n"
    page = site_pages(material(written(tmp_path, text)))["gaps.html"]
    (passed,) = [
        one for one in page.blocks if isinstance(one, Items) and one.title == "Passed over"
    ]
    assert [item.lines[-1] for item in passed.items] == ["Why it is passed over: Everybody knows"]


def test_the_roadmap_has_every_question() -> None:
    page = site_pages(example("before"))["roadmap.html"]
    items = [item for one in page.blocks if isinstance(one, Items) for item in one.items]
    assert len(items) == 39
    assert {item.sign for item in items} == {"✓", "~", "○"}
    assert any(line.startswith("Next step: ") for item in items for line in item.lines)


def test_pages_about_nothing_are_not_there(tmp_path: Path) -> None:
    found = site_pages(material(written(tmp_path, "stages: {a: {outcome: won}}\n")))
    assert set(found) == {"index.html", "stages/a.html", "gaps.html", "roadmap.html"}


def test_a_metric_says_what_it_measures_and_in_which_unit() -> None:
    rows = table(site_pages(example("after"))["goals.html"], "Metrics")
    found = {row[0].split(" | ")[0]: row for row in rows}
    assert found["Time to the first call"][1:3] == [
        'the time from "Marketing qualified lead" to "Accepted by sales" | in: CRM',
        "8 hours by 31 December 2030",
    ]
    assert found["Lost cases"][1] == 'how many come to "lost" | in: CRM'


def test_a_question_of_the_roadmap_says_where_it_is_answered() -> None:
    page = site_pages(example("after"))["roadmap.html"]
    items = [item for one in page.blocks if isinstance(one, Items) for item in one.items]
    (forums,) = [item for item in items if item.title.startswith("Which forums meet")]
    assert forums.lines == ("Weekly pipeline, Data hour, Partner meeting, Growth board",)


def test_a_meeting_says_when_it_is() -> None:
    meets = facts(site_pages(example("after"))["feedback.html"], "Weekly pipeline")["Meets"]
    assert meets == ("every week, 30 minutes", "on Mondays at 09:00")


def test_the_first_page_shows_the_straight_way_before_everything_that_can_happen() -> None:
    page = site_pages(example("after"))["index.html"]
    road, whole = [block for block in page.blocks if isinstance(block, Picture)]
    assert isinstance(road.drawing, Sketch)
    assert isinstance(whole.drawing, Sketch)
    assert [box.id for box in road.drawing.boxes if box.kind == "won"] == ["customer"]
    assert len(road.drawing.lines) == len(road.drawing.boxes) - 1
    assert "nurture" not in {box.id for box in road.drawing.boxes}  # cases may wait there for long
    assert len(whole.drawing.boxes) == 21
    assert (road.title, whole.title) == ("The straight way", "Everything that can happen")


def test_what_is_worked_on_and_what_always_holds() -> None:
    page = site_pages(example("after"))["plans.html"]
    assert facts(page, "The change we make")["Led by"] == ("Head of the customer journey",)
    quarrels = facts(page, "The change we make")["Old quarrels"]
    assert quarrels[0] == "Sales did not call the leads of marketing (settled on 16 February 2026)"
    looked_over = facts(page, "The change we make")["The process is looked over"]
    assert looked_over == ("every quarter", "Growth board")
    tables = {one.title: one for one in page.blocks if isinstance(one, Table)}
    assert list(tables) == [
        "What always holds", "What is to become better", "Campaigns", "What we have to be able to do",
    ]  # fmt: skip
    holds = {row[0].lines[0]: row[1].lines for row in tables["What always holds"].rows}
    assert holds["Quickly to sales"] == (
        'of each case that comes to "Marketing qualified lead":',
        'it comes to "Accepted by sales", within 2 weeks at most',
    )
    assert holds["Who asks for help is not sold to"] == (
        'of each case that comes to "Contact from the web":',
        "if: Asks for help",
        'it never comes to "Accepted by sales"',
    )
    first = tables["What is to become better"].rows[0]
    assert first[0].lines[0] == "Reasons in the CRM"
    assert first[3].lines == ("30 June 2026", "done")


def test_plans_are_nothing_for_everybody() -> None:
    assert "plans.html" not in site_pages(replace(example("after"), public=True))


def test_a_question_of_the_roadmap_leads_to_the_page_that_tells() -> None:
    page = site_pages(example("after"))["roadmap.html"]
    links = {
        item.title.partition("?")[0]: item.path
        for block in page.blocks if isinstance(block, Items) for item in block.items
    }  # fmt: skip
    assert (
        next(path for title, path in links.items() if "leads the change" in title) == "plans.html"
    )
    assert next(path for title, path in links.items() if "forums meet" in title) == "feedback.html"
    assert None not in links.values()


def test_a_person_says_who_stands_in_for_them_in_their_roles() -> None:
    pages = site_pages(example("after"))
    assert facts(pages["people/toni.html"], "Who this is")["Stand-in"] == ("Sales manager",)


def test_a_question_of_the_roadmap_leads_nowhere_where_no_page_is(tmp_path: Path) -> None:
    text = "change: {started: 2026-01-12}\nstages: {a: {outcome: won}}\n"
    pages = site_pages(material(written(tmp_path, text)))
    paths = {
        item.path
        for block in pages["roadmap.html"].blocks if isinstance(block, Items) for item in block.items
    }  # fmt: skip
    assert "plans.html" not in pages
    assert paths - {None} <= pages.keys()
