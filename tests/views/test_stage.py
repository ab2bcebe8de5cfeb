"""One stage: its neighbours, what is done in it, and its contracts in full."""

from __future__ import annotations

from pathlib import Path

from tests.views.reading import journey, said, sketch, written


def test_a_stage_stands_among_its_neighbours_only() -> None:
    drawn = sketch(journey("before"), "stage:offer")
    assert [(box.id, box.emphasis) for box in drawn.boxes] == [
        ("in_sales", None),
        ("offer", "focus"),
        ("closed_lost", None),
        ("taken_into_use", None),
    ]
    assert all("offer" in (line.source, line.target) for line in drawn.lines)
    assert drawn.title == "Offer"
    assert [lane.name for lane in drawn.lanes] == ["Sales", "Customer care", "Outcomes"]


def test_the_contract_is_told_in_full() -> None:
    drawn = sketch(journey("after"), "stage:offer")
    here, contract = drawn.panels
    assert (here.title, contract.title) == ("In this stage", 'Handoff: "Offer" to "Taken into use"')
    assert said(contract) == {
        "Gives": ("Sales representative (Sales)",),
        "Receives": ("Customer care manager (Customer care)",),
        "When": ("The customer has signed",),
        "Must be known": (
            "Company, What they want to measure, Sum of the offer, What we promised",
        ),
        "Accepted by": ("Customer care manager",),
        "Accepted within": ("2 business days",),
        "If nobody accepts": ("tell Head of the customer journey",),
        "Given back": ("→ Offer: otherwise; reason: What the handover lacked",),
    }
    assert said(here)["Deadline"] == ('30 days since "Offer sent on"',)
    assert said(here)["When nothing happens"] == ("after 7 days: tell Sales representative",)


def test_the_same_in_finnish() -> None:
    here, contract = sketch(journey("after"), "stage:offer", "fi").panels
    assert contract.title == 'Luovutus: "Tarjous" → "Käyttöönotto"'
    assert said(contract)["Jos kukaan ei hyväksy"] == ("ilmoita: Asiakaspolun omistaja",)
    assert "Määräaika" in said(here)


def test_what_is_not_written_is_not_told(tmp_path: Path) -> None:
    found = written(tmp_path, "stages: {alone: {}}\n")
    drawn = sketch(found, "stage:alone")
    assert [box.name for box in drawn.boxes] == ["alone"]
    assert drawn.lines == ()
    assert drawn.panels == ()


def test_a_handoff_without_a_contract_says_so(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        """\
teams: {a: {}, b: {}}
stages:
  one: {start: true, owner: a, exits: [{to: two, because: They asked}]}
  two: {owner: b, exits: [{to: end}]}
  end: {outcome: won, owner: b}
""",
    )
    (contract,) = sketch(found, "stage:two").panels[1:]
    assert said(contract) == {
        "Gives": ("a",),
        "Receives": ("b",),
        "Because": ("They asked",),
        "Contract": ("none is written",),
    }


def test_every_key_of_a_stage_that_people_read_is_told(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        """\
teams: {a: {}, b: {}}
systems: {crm: {}}
fields: {size: {type: integer}, mail: {type: text}}
stages:
  one:
    start: {from: [Fairs], brings: [mail], when: size > 1}
    means: Somebody came by
    owner: a
    responsible: b
    consulted: b
    informed: b
    systems: [crm]
    entry: size > 0
    does: [Call, {says: Write, by: crm, within: 2 hours}]
    captures: [size]
    within: 2 days
    late: [{after: 1 day, tell: b}, {after: 2 days, to: end}]
    idle: {after: 5 days, tell: a, to: end}
    holds: {at_most: 5}
    exits: [{to: end}]
  end: {continues: {in: The help desk, owner: b}}
""",
    )
    assert said(sketch(found, "stage:one").panels[0]) == {
        "Means": ("Somebody came by",),
        "Answers for it": ("a",),
        "Does the work": ("b",),
        "Is asked": ("b",),
        "Is told": ("b",),
        "Comes from": ("Fairs",),
        "Brings along": ("mail",),
        "Comes in when": ('"size" is more than 0',),
        "Deadline": ("2 days",),
        "When it passes": ("after 1 day: tell b", 'after 2 days: on to "end"'),
        "When nothing happens": ('after 5 days: tell a; on to "end"',),
        "What is done": ("Call", "Write (crm, 2 hours)"),
        "Is recorded": ("size",),
        "Systems": ("crm",),
        "Holds at most": ("5 cases",),
    }
    assert said(sketch(found, "stage:end").panels[0]) == {"Goes on in": ("The help desk",)}
