"""``prove``: the theorem, stage by stage, and its headline."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import call, write
from tests.conftest import REPOSITORY

EXAMPLES = REPOSITORY / "examples"
SMALL = """\
processctl: 1
process: {name: {en: Sales, fi: Myynti}, case: {en: lead, fi: liidi}, languages: [en, fi], owner: seller}
roles: {seller: {held_by: [ann]}}
people: {ann: {name: Ann}}
defaults: {fields: {system: crm, owner: seller}}
systems: {crm: {owner: seller}}
fields: {score: {type: decimal, min: 0, max: 100, name: {en: Score, fi: Pisteet}}}
stages:
  contact:
    name: {en: Contact, fi: Yhteydenotto}
    start: {from: [Web]}
    owner: seller
    captures: [score]
    within: 2 days
    late: {tell: ann}
    exits:
      - {to: won_, when: score >= 75}
      - {to: lost_, when: score <= 74}
  won_: {owner: seller, outcome: won, name: {en: Won, fi: Voitettu}}
  lost_: {owner: seller, outcome: lost, name: {en: Lost, fi: Hävitty}}
  idea: {owner: seller, outcome: lost, name: {en: Idea, fi: Idea}}
"""
ENGLISH = """\
Sales

Contact (contact)
  ✓ Every case has an owner.
  ✓ Every case has a deadline.
  ✗ In stage "Contact" no exit is for "Score" above 74 and below 75. [PC515 numeric-crack]
      processctl.yaml:16:5
      the way there: "Contact"
      For example: "Score" is 74.5.
      It misses the exit to "Won": "score >= 75" does not hold (0.5 too little).
      It misses the exit to "Lost": "score <= 74" does not hold (0.5 too much).
      It stays with "seller".
      After 2 days, "Ann" hears of it.
  ✓ At least one way leads from here to a result.

Won (won_)
  ✓ Every case has an owner.

Lost (lost_)
  ✓ Every case has an owner.

Idea (idea)
  - No case comes here.

A lead can be left behind. Look at "Contact" (1 of 4 stages).
"""
FINNISH = """\
Myynti

Yhteydenotto (contact)
  ✓ Jokaisella tapauksella on omistaja.
  ✓ Jokaisella tapauksella on määräaika.
  ✗ Vaiheessa "Yhteydenotto" ei ole siirtymää tapauksille, joiden "Pisteet" on yli 74 mutta alle 75. [PC515 numeric-crack]
      processctl.yaml:16:5
      reitti sinne: "Yhteydenotto"
      Esimerkiksi: "Pisteet" on 74,5.
      Siirtymä vaiheeseen "Voitettu" jää tekemättä: ehto "score >= 75" ei täyty (0,5 liian vähän).
      Siirtymä vaiheeseen "Hävitty" jää tekemättä: ehto "score <= 74" ei täyty (0,5 liikaa).
      Siitä vastaa edelleen "seller".
      Kun aikaa on kulunut 2 päivää, siitä saa tiedon "Ann".
  ✓ Täältä pääsee ainakin yhtä reittiä lopputulokseen.

Matkan varrelle voi jäädä liidi. Katso "Yhteydenotto" (1/4 vaihetta).
"""


def test_the_theorem_is_told_stage_by_stage(tmp_path: Path) -> None:
    done = call("prove", cwd=write(tmp_path, processctl=SMALL))
    assert (done.status, done.err) == (1, "")
    assert done.out == ENGLISH


def test_one_stage_in_finnish(tmp_path: Path) -> None:
    done = call("prove", "contact", "--lang", "fi", cwd=write(tmp_path, processctl=SMALL))
    assert (done.status, done.err) == (1, "")
    assert done.out == FINNISH


def test_the_status_is_that_of_what_is_shown(tmp_path: Path) -> None:
    done = call("prove", "won_", "lost_", cwd=write(tmp_path, processctl=SMALL))
    assert done.status == 0
    assert "Contact (contact)" not in done.out


def test_the_clean_example_is_proved() -> None:
    done = call("prove", "--path", "examples/after", "--today", "2026-11-23", cwd=REPOSITORY)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "No lead left behind: proved for 20 stages."
    assert "✗" not in done.out
    assert "?" not in done.out


def test_a_mended_process_is_proved(tmp_path: Path) -> None:
    mended = SMALL.replace("score <= 74", "score < 75")
    done = call("prove", cwd=write(tmp_path, processctl=mended))
    assert done.status == 0
    assert done.out.endswith("No lead left behind: proved for 4 stages.\n")


def test_what_is_accepted_is_not_proved(tmp_path: Path) -> None:
    accepted = SMALL.replace(
        "    start: {from: [Web]}\n",
        "    start: {from: [Web]}\n    ignore: {numeric-crack: {because: Scores are whole}}\n",
    )
    done = call("prove", cwd=write(tmp_path, processctl=accepted))
    assert done.status == 1
    assert "      Accepted: an ignore says why.\n" in done.out


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("score >= 75", "scoer >= 75", '? There is no "scoer"'),
        ("score >= 75", "score >= and", "? "),
        ("to: won_, when", "to: won, when", '? There is no "won"'),
    ],
)
def test_what_cannot_be_read_is_not_proved(old: str, new: str, told: str, tmp_path: Path) -> None:
    done = call("prove", "contact", cwd=write(tmp_path, processctl=SMALL.replace(old, new)))
    assert done.status == 1
    assert f"  {told}" in done.out
    assert done.out.count("  ? ") == 1


def test_programs_read_it_too(tmp_path: Path) -> None:
    folder = write(tmp_path, processctl=SMALL)
    (workspace,) = call("prove", "--format", "json", cwd=folder).report["workspaces"]
    assert workspace["proved"] is False
    assert workspace["headline"].startswith("A lead can be left behind.")
    contact, won, _, idea = workspace["stages"]
    step = next(one for one in contact["claims"] if one["claim"] == "step")
    assert (step["standing"], step["code"], step["case"]) == ("broken", "PC515", {"score": "74.5"})
    assert len(step["fingerprint"]) == 32
    assert [one["claim"] for one in won["claims"]] == ["owner"]
    assert (idea["reached"], idea["claims"]) == (False, [])


def test_a_stage_that_is_not_there(tmp_path: Path) -> None:
    done = call("prove", "contcat", cwd=write(tmp_path, processctl=SMALL))
    assert done.status == 2
    assert 'There is no stage "contcat" in force. Did you mean "contact"?' in done.err


def test_a_process_without_stages(tmp_path: Path) -> None:
    done = call("prove", cwd=write(tmp_path, processctl="processctl: 1\n"))
    assert done.status != 0
    assert "has no stages yet" in done.err


def test_names_are_no_terminal_commands(tmp_path: Path) -> None:
    hostile = SMALL.replace("en: Contact", 'en: "\\e[31m<script>"')
    done = call("prove", cwd=write(tmp_path, processctl=hostile))
    assert "\x1b" not in done.out


@pytest.mark.parametrize(
    ("text", "told"), [("", "PC003"), ("processctl: 1\nstages:\n a: {}\n   b: {}\n", "PC001")]
)
def test_what_cannot_be_read_is_told_as_elsewhere(text: str, told: str, tmp_path: Path) -> None:
    done = call("prove", cwd=write(tmp_path, processctl=text))
    assert (done.status, done.out) == (1, "")
    assert told in done.err


def test_a_mistake_in_another_section_is_told_too(tmp_path: Path) -> None:
    text = SMALL.replace("score <= 74", "score < 75") + "forums: 7\n"
    done = call("prove", cwd=write(tmp_path, processctl=text))
    assert done.status == 1
    assert "PC003" in done.err


def test_a_graver_finding_proves_nothing_else(tmp_path: Path) -> None:
    # The linter tells the gap alone; that nothing ends the waiting is no less true for it.
    text = SMALL.replace("    within: 2 days\n", "").replace("    late: {tell: ann}\n", "")
    done = call("prove", cwd=write(tmp_path, processctl=text))
    assert "✗ A case may stay in stage" in done.out
    assert "[PC306 stage-without-deadline]" in done.out
    assert "✓ Every case has a deadline." not in done.out
    assert "PC306" not in call("lint", cwd=tmp_path).out


def test_what_cannot_be_judged_is_not_proved(tmp_path: Path) -> None:
    # Nothing says what kind of value the score is: neither the gap nor the door can be judged.
    text = SMALL.replace("type: decimal, min: 0, max: 100, ", "").replace(
        "  won_: {owner: seller,", "  won_: {owner: seller, entry: score > 80,"
    )
    done = call("prove", cwd=write(tmp_path, processctl=text))
    assert done.status == 1
    unread = "  ? Not proved: something that this rests on cannot be read."
    assert done.out.count(unread) == 2
    assert (
        'Not proved that no lead is left behind: "Contact" and "Won" could not be judged.'
        in done.out
    )


def test_what_comes_from_the_unreadable_is_not_proved(tmp_path: Path) -> None:
    # The stage behind it has a gap for any case, but nobody knows which cases come there.
    text = (
        SMALL.replace("fields: {", "fields: {other: {}, ")
        .replace(
            "  won_:",
            """\
  before:
    start: {from: [Web]}
    owner: seller
    within: 2 days
    late: {tell: ann}
    exits: [{to: contact, when: other > 3}, {to: lost_, when: otherwise}]
  won_:""",
        )
        .replace(
            "    start: {from: [Web]}\n    owner: seller\n    captures",
            "    owner: seller\n    captures",
        )
    )
    done = call("prove", "contact", cwd=write(tmp_path, processctl=text))
    assert "  ? Not proved: something that this rests on cannot be read." in done.out
    assert "PC515" not in done.out
