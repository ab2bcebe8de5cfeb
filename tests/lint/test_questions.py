"""The judgement of each question: open without what it asks for, answered with it, partly between."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from processctl.lint.questions import QUESTIONS
from processctl.lint.questions.assessment import Assessment, assess
from processctl.lint.result import PHASES
from processctl.lint.run import lint_journey, read_journey
from processctl.rules import RULES
from tests.conftest import REPOSITORY

TODAY = date(2026, 11, 23)
# A bare process: two teams, a way from the one to the other and on to a customer, and no more.
BARE = """\
processctl: 1
process: {owner: anna}
teams: {marketing: {lead: anna}, sales: {lead: ben}, care: {lead: cleo}}
people: {anna: {}, ben: {}, cleo: {}}
stages:
  lead: {start: true, exits: [{to: call}]}
  call: {exits: [{to: customer}]}
  customer: {outcome: won}
"""
# One more stage each, for questions on a handoff, on returns, on what comes after the sale.
OWNED = """\
processctl: 1
process: {owner: anna}
teams: {marketing: {lead: anna}, sales: {lead: ben}, care: {lead: cleo}}
people: {anna: {}, ben: {}, cleo: {}}
fields: {score: {type: integer, min: 0, max: 9}, why: {type: choice, options: [a, b]}}
stages:
  lead:
    owner: marketing
    start: {from: [web]}
    does: [Look at it]
    captures: [score, why]
    within: 2 days
    late: {tell: anna}
    exits:
      - {to: call, when: score > 5}
      - {to: closed_lost, when: otherwise}
  call:
    owner: sales
    accepts: {needs: [score], by: ben, within: 1 day, silent: {tell: ben}}
    does: [Call]
    within: 2 days
    late: {tell: ben}
    exits:
      - {to: customer, when: {says: They buy}}
      - {to: customer, when: {says: No new need}, return: true, reasons: why}
      - {to: lead, when: otherwise, return: true, reasons: why, at_most: 2, then: closed_lost}
  customer:
    owner: care
    outcome: won
    accepts: {needs: [score], by: cleo, within: 1 day, silent: {tell: cleo}}
    touch: {every: month, does: [Call]}
    exits:
      - {to: call, when: {says: They need more}, share: 0.1}
      - {to: call, when: {says: Not ours after all}, return: true, reasons: [Not ours], at_most: 1, then: closed_lost}
  closed_lost: {owner: sales, outcome: lost, about: For good}
"""  # fmt: skip
_PAIRS = (("marketing", "sales"), ("sales", "care"))
LOOPS = "feedback:\n" + "".join(
    f"  {giver}_{hearer}: {{from: {giver}, to: {hearer}, carries: [why, score], about: [closed_lost, customer],"
    f" changes: How we work, in: weekly, owner: anna}}\n"
    for one, other in _PAIRS
    for giver, hearer in ((one, other), (other, one))
) + "forums: {weekly: {every: week, members: [marketing, sales, care], chair: anna, agenda: [x]}}\n"  # fmt: skip


def judged(folder: Path, text: str) -> Assessment:
    (folder / "processctl.yaml").write_text(text, encoding="utf-8")
    journey = read_journey(folder)
    result = lint_journey(journey, TODAY)
    assert [one.code for one in result.findings if one.code.startswith(("PC0", "PC101"))] == []
    return assess(journey, result.findings, result.scope, TODAY)


def verdicts(folder: Path, text: str) -> dict[str, str]:
    return {one.question.id: one.verdict for one in judged(folder, text).judgements}


def test_there_are_39_questions_in_four_phases() -> None:
    ids = [question.id for question in QUESTIONS]
    wanted = [
        *(f"F{number}" for number in range(1, 9)),
        *(f"H{number}" for number in range(1, 19)),
        *(f"S{number}" for number in range(1, 11)),
        *(f"C{number}" for number in range(1, 4)),
    ]
    assert ids == wanted
    assert [question.phase for question in QUESTIONS] == [1] * 8 + [2] * 18 + [3] * 10 + [4] * 3


def test_the_rules_of_questions_are_rules() -> None:
    awaited = {"PC408", "PC601", *(f"PC{number}" for number in range(502, 522))}
    named = {code for question in QUESTIONS for code in question.rules}
    assert named - {rule.code for rule in RULES} <= awaited


def test_the_clean_example_answers_every_question() -> None:
    journey = read_journey(REPOSITORY / "examples" / "after")
    result = lint_journey(journey, TODAY)
    judgements = assess(journey, result.findings, result.scope, TODAY).judgements
    assert [one.question.id for one in judgements if one.verdict != "answered"] == []
    assert all(one.spots and one.step is None for one in judgements)


def test_a_bare_process_answers_next_to_nothing(tmp_path: Path) -> None:
    assert {one for one, verdict in verdicts(tmp_path, BARE).items() if verdict != "open"} == set()


EMPTY = """\
forums: {weekly: {}}
goals: {growth: {}}
metrics: {leads: {}}
campaigns: {fair: {}}
improvements: {}
feedback: {quality: {}}
skills: {selling: {}}
systems: {}
criteria: {ready: {}}
segments: {sme: {}}
change: {}
"""


def test_empty_declarations_answer_nothing(tmp_path: Path) -> None:
    assert verdicts(tmp_path, BARE + EMPTY) == verdicts(tmp_path, BARE)


def test_sections_without_anything_in_them_answer_nothing(tmp_path: Path) -> None:
    sections = [line.split(":")[0] for line in EMPTY.splitlines()]
    text = BARE + "".join(f"{section}: {{}}\n" for section in sections)
    assert verdicts(tmp_path, text) == verdicts(tmp_path, BARE)


GOAL = "goals: {growth: {says: More, owner: anna, strategy: Lead the market, target: {metric: won, value: 9, by: 2027-12-31}, segments: [sme]}}\n"
METRIC = "metrics: {won: {kind: outcome, counts: customer, teams: [marketing, sales, care], owner: anna, goal: growth, says: x}}\n"
SEGMENT = "segments: {sme: {test: score > 3}}\n"
AIMS = GOAL + METRIC + SEGMENT
CHANGE = "change: {led_by: anna, participants: [sales], reports_to: ben, documented_in: 'https://example.com', target: One meeting, conflicts: [{says: Old, settled: 2026-01-01}]}\n"
IMPROVED = "improvements: {x: {says: Better, owner: anna, due: 2027-01-01, goal: growth, priority: 1, resources: Two days, stages: [lead, call, customer]}}\n"
FAIR = "campaigns: {fair: {segment: sme, goal: growth, teams: [marketing, sales], feeds: lead, owner: anna, starts: 2026-12-01, ends: 2027-02-01}}\n"
CRM = "systems: {crm: {owner: anna, problems: {tell: anna, in: weekly}}}\n"
SHARES = (
    OWNED.replace(
        "start: {from: [web]}",
        "start: {from: [web], expects: 40 per month, short: {do: Call old ones, owner: anna}}",
    )
    .replace("score > 5}", "score > 5, share: 0.5, takes: 2 days}")
    .replace(
        "{to: closed_lost, when: otherwise}",
        "{to: closed_lost, when: otherwise, share: 0.5, reasons: why}",
    )
    .replace("{says: They buy}}", "{says: They buy}, share: 0.5, takes: 5 days}")
    .replace(
        "return: true, reasons: why, at_most: 2",
        "return: true, share: 0.5, reasons: why, at_most: 2",
    )
    .replace("outcome: won\n", "outcome: won\n    value: 1000\n    paid: 30 days\n")
)

ANSWERED = [
    ("F1", OWNED + AIMS),
    ("F2", OWNED + AIMS),
    ("F3", OWNED + CHANGE),
    ("F4", OWNED + LOOPS),
    ("F5", OWNED + CHANGE),
    ("F6", OWNED + CHANGE),
    ("F7", OWNED + CHANGE),
    ("H4", OWNED),
    ("H5", OWNED),
    ("H6", OWNED),
    ("H8", SHARES),
    ("H9", OWNED),
    ("H10", OWNED),
    ("H11", OWNED),
    ("H12", OWNED),
    ("H13", OWNED),
    ("H15", OWNED + LOOPS + CRM),
    ("H16", OWNED + LOOPS),
    ("H17", OWNED + LOOPS),
    ("H18", OWNED + AIMS + LOOPS + CRM + IMPROVED),
    ("S1", OWNED + AIMS + IMPROVED),
    ("S2", OWNED + AIMS + IMPROVED),
    ("S3", OWNED + AIMS + IMPROVED + FAIR),
    ("S4", OWNED + AIMS + FAIR),
    ("S6", OWNED + LOOPS),
    ("S8", SHARES),
    ("S9", OWNED + AIMS.replace("counts: customer", "ratio: [lead, customer]")),
    ("S10", OWNED + AIMS),
    ("C1", OWNED.replace("owner: anna}\nteams", "owner: anna, review: {every: quarter, in: weekly, last: 2026-11-01}}\nteams") + LOOPS),
    ("C2", OWNED + AIMS + "feedback: {heard: {from: care, to: board, carries: [What customers ask for], changes: The goals}}\nroles: {board: {held_by: [anna], backup: ben}}\n".replace("goals}}", "goals, in: weekly}}") + LOOPS.split("forums")[1].join(["forums", ""])),
    ("C3", OWNED + "skills: {selling: {needed_in: [call], held_by: [ben, anna]}}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), ANSWERED, ids=[name for name, _ in ANSWERED])
def test_a_question_is_answered(name: str, text: str, tmp_path: Path) -> None:
    if name == "C2":
        text = text.replace("owner: anna, strategy", "owner: board, strategy")
    one = next(one for one in judged(tmp_path, text).judgements if one.question.id == name)
    objections = [(finding.code, finding.element) for finding in one.objections]
    assert (one.verdict, objections, one.step) == ("answered", [], None)
    assert one.spots


PARTLY = [
    ("F1", OWNED + AIMS.replace(", segments: [sme]", ""), 'Name the segments'),
    ("F4", OWNED + LOOPS.replace("chair: anna, ", ""), ""),
    ("F4", OWNED + LOOPS.replace("sales, care]", "sales]"), 'Add them to "members"'),
    ("F2", OWNED + AIMS.replace("goals: {", "goals: {stay: {says: They stay, owner: anna, target: {value: 9, by: 2027-12-31}}, "), "Say which part"),
    ("F5", OWNED + CHANGE.replace("participants: [sales], ", ""), "Say who takes part"),
    ("F6", OWNED + CHANGE.replace("reports_to: ben, ", ""), "Say who hears of it"),
    ("F6", OWNED + CHANGE.replace("documented_in: 'https://example.com', ", ""), "Say where it is written"),
    ("F8", OWNED.replace("    owner: sales\n    accepts", "    accepts"), "Name who answers for it"),
    ("H2", OWNED.replace("    within: 2 days\n    late: {tell: anna}\n", ""), "Say how soon"),
    ("H4", OWNED.replace("{to: call, when: score > 5}", "{to: call}"), ""),
    ("H5", OWNED.replace("by: ben, within: 1 day", "within: 1 day"), "Say under"),
    ("H6", OWNED.replace("at_most: 2, then: closed_lost", "x_: 1"), ""),
    ("H7", OWNED.replace("    within: 2 days\n    late: {tell: ben}\n", ""), "Set the longest time"),
    ("H9", OWNED.replace("by: cleo, within: 1 day", "within: 1 day"), "Say under"),
    ("H12", OWNED.replace("reasons: why, ", "").replace("reasons: [Not ours], ", "").replace(", reasons: why}", "}"), "Record why"),
    ("H16", (OWNED + LOOPS).replace("reasons: why, ", "").replace("reasons: [Not ours], ", "").replace(", reasons: why}", "}"), "Say why leads"),
    ("H18", OWNED + LOOPS + CRM, "Say which of them is to be renewed"),
    ("S1", OWNED + AIMS + IMPROVED.replace("priority: 1, ", ""), "Say which of the improvements"),
    ("S1", OWNED + AIMS + IMPROVED.replace("resources: Two days, ", ""), "Say what is put into them"),
    ("S2", OWNED + AIMS + IMPROVED.replace("[lead, call, customer]", "[lead]"), 'Plan something for "sales" and "care" too'),
    ("S7", OWNED + AIMS + IMPROVED, "Say which systems"),
    ("S8", SHARES.replace("value: 1000", "x_: 1"), "Say what a customer is worth"),
    ("S8", SHARES.replace("    paid: 30 days\n", ""), "Say how long after the sale"),
    ("S8", SHARES.replace(", takes: 2 days", "").replace(", takes: 5 days", ""), "Say how long a step takes"),
    ("S8", SHARES.replace("expects: 40 per month, ", ""), 'Say how many cases come: "expects" on "lead"'),
    ("S8", SHARES.replace(", share: 0.5, takes: 5 days", "").replace("return: true, share: 0.5, ", "return: true, "), 'on the exits of "call"'),
    ("S9", OWNED + AIMS, "Add a metric that says so"),
    ("S10", OWNED + AIMS.replace("metrics: {", "metrics: {leads: {kind: volume, counts: lead, teams: [sales, marketing], owner: anna, goal: growth}, ").replace("teams: [marketing, sales, care]", "teams: [care]"), "Measure it by a result"),
    ("C1", OWNED.replace("owner: anna}\nteams", "owner: anna, review: {every: quarter}}\nteams"), "Say where the review is held"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "step"), PARTLY, ids=[f"{name}-{step[:20]}" for name, _, step in PARTLY]
)
def test_a_question_is_partly_answered(name: str, text: str, step: str, tmp_path: Path) -> None:
    from processctl.texts import translator

    one = next(one for one in judged(tmp_path, text).judgements if one.question.id == name)
    assert one.verdict == "partly"
    assert one.step is not None
    assert step in translator("en").render(one.step)


def test_an_objection_on_another_handoff_is_none(tmp_path: Path) -> None:
    into_care = OWNED.replace("by: cleo, within: 1 day", "within: 1 day")
    found = verdicts(tmp_path, into_care)
    assert (found["H9"], found["H7"]) == ("partly", "answered")


def test_what_is_only_planned_answers_nothing(tmp_path: Path) -> None:
    planned = LOOPS.replace("in: weekly, owner", "in: weekly, status: planned, owner")
    found = verdicts(tmp_path, OWNED + planned)
    assert (found["H16"], found["H17"], found["S6"]) == ("open", "open", "open")


def test_a_silenced_finding_does_not_object(tmp_path: Path) -> None:
    text = OWNED.replace("    accepts: {needs: [score], by: cleo, within: 1 day", "    ignore: {PC402: {because: We know each other}}\n    accepts: {needs: [score], within: 1 day")  # fmt: skip
    assert verdicts(tmp_path, text)["H9"] == "answered"


def test_the_team_stands_on_the_first_step_that_is_not_behind_it(tmp_path: Path) -> None:
    bare = judged(tmp_path, BARE)
    assert (bare.standing, bare.score().percent) == (1, 0)
    assert bare.next_step is not None
    assert bare.next_step.question.id == "F1"
    journey = read_journey(REPOSITORY / "examples" / "after")
    result = lint_journey(journey, TODAY)
    whole = assess(journey, result.findings, result.scope, TODAY)
    assert (whole.standing, whole.score().percent, whole.next_step) == (4, 100, None)
    assert sum(whole.score(phase).all for phase, _ in PHASES) == whole.score().all == 39
