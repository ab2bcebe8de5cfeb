"""``try``: a walk told, asked for on a terminal, read from a file, and written down."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.program import call, files_below, run, write
from tests.cli.terminal import Terminal
from tests.cli.walked import CASES, PROCESS

DAY = ("--today", "2026-11-26")
SOLD = ("--set", "score=60", "--set", "size=large", "--yes", "agreed")
TOLD = """\
1. New lead  2026-11-26 08:00
   Recorded: "score" is 60.
   It goes to the stage "Offer": this exit alone holds.
   - The exit to "Deal lost" does not hold: "score < 40" does not hold (20 too much).
2. Offer  2026-11-26 08:00
   It goes to the stage "Customer": this exit alone holds.
   - The exit to "Deal lost" is open: nobody says whether "The customer declines" is so.
3. Customer  2026-11-26 08:00
The case has come to a result: "Customer".
"""
DECLARED_IN_FINNISH = """\
1. Uusi liidi  2026-11-26 08:00
   Kirjattiin: "score" on 70.
   Kun on kulunut 1 tunti, on 2026-11-26 09:00; aikaa on 2 työpäivää.
   Siirtyy vaiheeseen "Tarjous": vain tämän siirtymän ehto täyttyy.
   - Siirtymä vaiheeseen "Kauppa hävitty" ei käy: ehto "score < 40" ei täyty (30 liikaa).
2. Tarjous  2026-11-26 09:00
   Kun on kulunut 3 päivää, on 2026-11-29 09:00; aikaa on 30 päivää.
   Siirtyy vaiheeseen "Asiakas": vain tämän siirtymän ehto täyttyy.
   - Siirtymää vaiheeseen "Kauppa hävitty" ei tehdä: siihen vastattiin ei.
3. Asiakas  2026-11-29 09:00
Tapaus on päättynyt: "Asiakas".
"""
LACKING = """\
1. New lead  2026-11-26 08:00
The case goes no further in the stage "New lead": nobody says the value of "score".
"""
REFUSED = (
    '   It is refused at the door of the stage "Offer": what does not hold is "size == "large"".'
)
TIMED = "   Time goes on to 2026-11-27 16:00."


def test_the_walk_of_what_options_say(tmp_path: Path) -> None:
    done = run("try", *DAY, *SOLD, cwd=write(tmp_path, processctl=PROCESS))
    assert (done.status, done.out, done.err) == (0, TOLD, "")


def test_the_walk_of_a_declared_case_in_finnish(tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS, cases=CASES)
    done = call("try", "buys", *DAY, "--lang", "fi", cwd=tmp_path)
    assert (done.status, done.out) == (0, DECLARED_IN_FINNISH)


def test_without_a_terminal_it_says_what_it_lacks(tmp_path: Path) -> None:
    done = call("try", *DAY, cwd=write(tmp_path, processctl=PROCESS))
    assert (done.status, done.out) == (1, LACKING)


@pytest.mark.parametrize(
    ("options", "status", "line"),
    [
        (("--set", "score=60", "--set", "size=small", "--yes", "agreed"), 1, REFUSED),
        (("--set", "score=45",), 0, TIMED),
        (("--from", "offer", "--set", "size=large", "--no", "agreed", "--yes", "closed_lost"), 0,
         '   - The exit to "Customer" does not hold: "agreed" does not hold.'),
        (("--from", "offer", "--set", "size=large", "--yes", "agreed", "--yes", "closed_lost"), 0,
         '   It goes to the stage "Deal lost": several exits hold, and this one is chosen.'),
    ],
)  # fmt: skip
def test_what_becomes_of_it(
    options: tuple[str, ...], status: int, line: str, tmp_path: Path
) -> None:
    done = call("try", *DAY, *options, cwd=write(tmp_path, processctl=PROCESS))
    assert done.status == status, done.out
    assert line in done.out.splitlines()


WRONG = [
    (["--set", "score=600"], '"600" is no value of "score": write a whole number'),
    (["--set", "score=1.5"], '"1.5" is no value of "score"'),
    (["--set", "score="], '"score" needs a value.'),
    (["--set", "size=larg"], 'write one of small or large. Did you mean "large"?'),
    (["--set", "topics=price,rice"], "write some of price or support, with commas between them"),
    (["--set", "scor=1"], 'There is no field "scor". Did you mean "score"?'),
    (["--set", "score"], '"score" is no FIELD=VALUE.'),
    (["--yes", "agree"], 'There is no judgement "agree". Did you mean "agreed"?'),
    (["--from", "offr"], 'There is no stage "offr" in force. Did you mean "offer"?'),
    (["buy"], 'There is no case "buy". Did you mean "buys"?'),
    (["buys", "--set", "score=1"], "Name a case, or a file with one"),
    ([*SOLD, "--save", "Big"], '"Big" is no id'),
    ([*SOLD, "--save", "buys"], 'There is a case "buys" already, and nothing is overwritten.'),
]


@pytest.mark.parametrize(("arguments", "told"), WRONG, ids=lambda one: str(one)[:30])
def test_wrong_usage_says_what_would_be_right(
    arguments: list[str], told: str, tmp_path: Path
) -> None:
    write(tmp_path, processctl=PROCESS, cases=CASES)
    before = files_below(tmp_path)
    done = call("try", *arguments, cwd=tmp_path)
    assert done.status == 2
    assert told in done.err
    assert files_below(tmp_path) == before


def test_several_starts_have_to_be_chosen_from(tmp_path: Path) -> None:
    more = PROCESS.replace("    entry: size", "    start: true\n    entry: size")
    done = call("try", cwd=write(tmp_path, processctl=more))
    assert done.status == 2
    assert "Say --from new_lead, offer." in done.err


def test_saved_into_a_new_file_and_then_behind_the_others(tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS)
    done = call("try", *DAY, *SOLD, "--save", "big", cwd=tmp_path)
    assert (done.status, done.out) == (0, f"{TOLD}cases.yaml\n")
    first = (tmp_path / "cases.yaml").read_text()
    assert first == (
        "cases:\n  big:\n    from: new_lead\n    has:\n      size: large\n    steps:\n"
        "      - in: new_lead\n        has:\n          score: 60\n"
        "      - in: offer\n        yes: [agreed]\n"
        "    path: [new_lead, offer, won_deal]\n    ends: won_deal\n"
    )
    again = call(
        "try", *DAY, "--set", "score=1", "--set", "size=small", "--save", "tiny", cwd=tmp_path
    )
    assert again.status == 0
    both = (tmp_path / "cases.yaml").read_text()
    assert both.startswith(first.rstrip("\n"))
    assert "  tiny:\n    from: new_lead\n" in both
    tested = call("test", cwd=tmp_path)
    assert (tested.status, tested.out.splitlines()[-1]) == (
        0,
        "2 of 2 cases go as they are said to.",
    )
    assert call("fmt", "--check", "cases.yaml", cwd=tmp_path).status == 0


@pytest.mark.parametrize(
    "options", [(), ("--set", "score=60", "--set", "size=small", "--yes", "agreed")]
)
def test_what_came_to_no_end_is_not_saved(options: tuple[str, ...], tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS)
    before = files_below(tmp_path)
    done = call("try", *options, "--save", "big", cwd=tmp_path)
    assert done.status == 2
    assert "came to no end, or was refused" in done.err
    assert files_below(tmp_path) == before


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS, cases="other: 1\n")
    done = call("try", *SOLD, "--save", "big", cwd=tmp_path)
    assert done.status == 2
    assert "cases.yaml" in done.err
    assert (tmp_path / "cases.yaml").read_text() == "other: 1\n"


ONE_CASE = "from: new_lead\nhas: {size: large}\nsteps:\n  - {in: new_lead, has: {score: 60}}\n  - {in: offer, yes: [agreed]}\n"


@pytest.mark.parametrize("text", [ONE_CASE, CASES, f"\ufeff{ONE_CASE}"])
def test_a_case_in_a_file(text: str, tmp_path: Path) -> None:
    write(tmp_path / "process", processctl=PROCESS)
    (tmp_path / "lead.yaml").write_text(text, encoding="utf-8")
    before = files_below(tmp_path)
    done = call("try", *DAY, "--in", "process", "--case", "lead.yaml", cwd=tmp_path)
    assert (done.status, done.out.splitlines()[-1]) == (
        0, 'The case has come to a result: "Customer".',
    )  # fmt: skip
    assert files_below(tmp_path) == before


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[1, 2",
        b"\xff\xfe",
        b"cases: {}\n",
        b"cases:\n",
        b"has: {size: {}}\n",
        b"- 1\n",
        b"\t",
    ],
)
def test_a_file_with_no_case_does_no_harm(content: bytes, tmp_path: Path) -> None:
    write(tmp_path / "process", processctl=PROCESS)
    (tmp_path / "lead.yaml").write_bytes(content)
    done = call("try", "--in", "process", "--case", "lead.yaml", cwd=tmp_path)
    assert done.status in (1, 2), done.out


def test_hostile_values_come_back_as_they_are(tmp_path: Path) -> None:
    more = PROCESS.replace("  topics:", "  remark: {type: text, optional: true}\n  topics:")
    write(tmp_path, processctl=more)
    evil = 'remark="\\ \u202e\x1b: #\u2028{é'
    done = call("try", *SOLD, "--set", evil, "--save", "evil", cwd=tmp_path)
    assert done.status == 0, done.err
    assert not {"\x1b", "\u202e"} & set(done.out)
    assert call("test", cwd=tmp_path).status == 0
    from processctl.lint.run import read_journey

    has = read_journey(tmp_path).model.cases["evil"].has
    assert has is not None
    assert has["remark"].text == evil.partition("=")[2]


def test_on_a_terminal_it_asks_for_what_it_lacks(tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS)
    terminal = Terminal(tmp_path, "try", *DAY, "--save", "asked")
    terminal.until('what is "score"? (write a whole number within its limits)')
    terminal.type(b"many\n")
    terminal.until('"many" is no value of "score"')
    terminal.type(b"60\n")
    terminal.until('what is "size"? (write one of small or large)')
    terminal.type(b"large\n")
    terminal.until('In the stage "Offer": whether "The customer agrees" is so?')
    terminal.type(b"perhaps\n")
    terminal.until('Write "yes" or "no".')
    terminal.type(b"yes\n")
    terminal.until("cases.yaml")
    assert terminal.end() == 0
    assert 'The case has come to a result: "Customer".' in terminal.shown
    assert call("test", cwd=tmp_path).status == 0


def test_the_end_of_the_input_ends_the_walk(tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS)
    terminal = Terminal(tmp_path, "try")
    terminal.until('what is "score"?')
    terminal.type(b"\x04")
    terminal.until("goes no further")
    assert terminal.end() == 1


SEGMENTS = """\
processctl: 1
teams: {sales: {}}
stages:
  lead: {owner: sales, start: {brings: [size]}, exits: [{to: sold, when: friend or large}, {to: gone, when: large}]}
  sold: {owner: sales, outcome: won}
  gone: {owner: sales, outcome: lost}
fields: {size: {type: integer, min: 0, max: 9}}
segments: {friend: {says: Somebody knows them}, large: {test: size > 5}}
cases: {known: {from: lead, has: {size: 3, friend: true}, path: [lead, sold]}}
"""


def test_segments_without_a_test_are_said_like_values(tmp_path: Path) -> None:
    folder = write(tmp_path, processctl=SEGMENTS)
    assert run("try", *DAY, "--set", "size=3", "--set", "friend=yes", cwd=folder).status == 0
    assert run("test", *DAY, cwd=folder).status == 0
    fallen = run("try", *DAY, "--set", "size=0", "--set", "friend=no", cwd=folder)
    assert "falls through" in fallen.out
    refused = run("try", *DAY, "--set", "large=yes", cwd=folder)
    assert (refused.status, refused.out) == (2, "")
    assert 'Whether a case is of the segment "large" follows from its test.' in refused.err
    # What is told under the finding is the case that fell through above.
    report = json.loads(run("lint", *DAY, "--format", "json", cwd=folder).out)
    (gap,) = [one for one in report["workspaces"][0]["findings"] if one["code"] == "PC503"]
    assert gap["case"] == {"size": 0, "friend": False}
