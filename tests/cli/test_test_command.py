"""``test``: which declared cases go as they should, in three forms and two languages."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.program import call, run, write
from tests.cli.walked import CASES, PROCESS

WRONG = """\
  leaves:
    from: new_lead
    has: {size: large}
    steps:
      - in: new_lead
        has: {score: 45}
        after: 5 days
    path: [new_lead, offer]
  small:
    from: new_lead
    has: {size: small}
    steps: [{in: new_lead, has: {score: 50}}, {in: offer, yes: [agreed]}]
    ends: won
  silent:
    from: new_lead
    has: {size: large}
    ends: won
  typo:
    from: new_lead
    has: {size: larg}
  waits:
    from: new_lead
    has: {size: large}
    steps: [{in: new_lead, has: {score: 10}}, {in: offer}]
    ends: lost
  elsewhere:
    from: new_lead
    has: {size: large}
    steps: [{in: new_lead, has: {score: 10}}]
    ends: won
"""
TOLD = """\
passes  buys  Buys
fails   leaves
  the case: cases.yaml:11:3
  expected: "New lead" → "Offer"
  went: "New lead" → "Deal lost"
  "New lead": It goes to the stage "Deal lost": no exit holds, and time is over.
  processctl.yaml:17:11
  - The exit to "Offer" does not hold: "score >= 50" does not hold (5 too little).
  - The exit to "Deal lost" does not hold: "score < 40" does not hold (5 too much).
fails   small
  the case: cases.yaml:19:3
  went: "New lead" → "Offer" → "Customer"
  It is refused at the door of the stage "Offer": what does not hold is "size == "large"".
  processctl.yaml:24:5
fails   silent
  the case: cases.yaml:24:3
  went: "New lead"
  The case goes no further in the stage "New lead": nobody says the value of "score".
fails   typo
  the case: cases.yaml:28:3
  "larg" is no value of the field "size".
  cases.yaml:30:11
fails   waits
  the case: cases.yaml:31:3
  went: "New lead" → "Deal lost"
  It never comes to the step in the stage "Offer".
fails   elsewhere
  the case: cases.yaml:36:3
  went: "New lead" → "Deal lost"
  It is said to end in "won", and does not.
  The case has come to a result: "Deal lost".
1 of 7 cases go as they are said to.
"""
TOLD_IN_FINNISH = """\
ei mene   leaves
  tapaus: cases.yaml:11:3
  odotettu: "Uusi liidi" → "Tarjous"
  kulki: "Uusi liidi" → "Kauppa hävitty"
  "Uusi liidi": Siirtyy vaiheeseen "Kauppa hävitty": minkään siirtymän ehto ei täyty, ja aika on kulunut loppuun.
  processctl.yaml:17:11
  - Siirtymä vaiheeseen "Tarjous" ei käy: ehto "score >= 50" ei täyty (5 liian vähän).
  - Siirtymä vaiheeseen "Kauppa hävitty" ei käy: ehto "score < 40" ei täyty (5 liikaa).
Kunnossa: 0. Yhteensä 1 tapaus.
"""


def _all(folder: Path) -> Path:
    return write(folder, processctl=PROCESS, cases=CASES + WRONG)


def test_a_case_that_passes(tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS, cases=CASES)
    done = run("test", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (
        0, "passes  buys  Buys\n1 of 1 case go as they are said to.\n", "",
    )  # fmt: skip


def test_what_is_wrong_is_told_with_its_place(tmp_path: Path) -> None:
    done = call("test", "--today", "2026-11-26", cwd=_all(tmp_path))
    assert (done.status, done.out, done.err) == (1, TOLD, "")


def test_in_finnish(tmp_path: Path) -> None:
    done = call("test", "leaves", "--lang", "fi", cwd=_all(tmp_path))
    assert (done.status, done.out) == (1, TOLD_IN_FINNISH)


def test_json(tmp_path: Path) -> None:
    done = call("test", "buys", "silent", "--format", "json", cwd=_all(tmp_path))
    assert done.status == 1
    (workspace,) = done.report["workspaces"]
    buys, silent = workspace["cases"]
    assert buys == {
        "id": "buys", "passes": True, "wrong": None, "file": "cases.yaml", "line": 2,
        "expected": ["new_lead", "offer", "won_deal"], "ends": "won",
        "path": ["new_lead", "offer", "won_deal"], "end": "result", "lacks": [], "story": [],
    }  # fmt: skip
    assert (silent["wrong"], silent["lacks"], silent["path"]) == ("lacks", ["score"], ["new_lead"])
    assert silent["story"] == TOLD.split("fails   silent\n")[1].replace("  ", "").split("\n")[:3]


def test_junit(tmp_path: Path) -> None:
    done = call("test", "--format", "junit", cwd=_all(tmp_path))
    suites = ElementTree.fromstring(done.out)  # noqa: S314 - our own
    (suite,) = suites
    assert dict(suite.attrib) == {
        "name": ".", "tests": "7", "failures": "6", "errors": "0", "skipped": "0",
    }  # fmt: skip
    assert [case.attrib["line"] for case in suite] == ["2", "11", "19", "24", "28", "31", "36"]
    failure = suite[1].find("failure")
    assert failure is not None
    assert failure.attrib["message"] == "path"
    assert 'went: "New lead" → "Deal lost"' in (failure.text or "")


def test_several_workspaces(tmp_path: Path) -> None:
    write(tmp_path / "one", processctl=PROCESS, cases=CASES)
    _all(tmp_path / "two")
    done = call("test", "--format", "json", cwd=tmp_path)
    assert [len(one["cases"]) for one in done.report["workspaces"]] == [1, 7]
    assert call("test", "--in", "one", cwd=tmp_path).status == 0


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("buy", 'There is no case "buy". Did you mean "buys"?'),
        ("zebra", 'There is no case "zebra". There are buys, leaves, small,'),
    ],
)
def test_an_id_that_is_none(wanted: str, told: str, tmp_path: Path) -> None:
    done = call("test", wanted, cwd=_all(tmp_path))
    assert done.status == 2
    assert told in done.err


def test_no_cases_at_all(tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS)
    done = call("test", cwd=tmp_path)
    assert (done.status, done.out) == (0, "0 of 0 cases go as they are said to.\n")
    assert 'The section "cases" is empty.' in call("test", "x", cwd=tmp_path).err


def test_what_cannot_be_read_is_told_and_no_success(tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS, cases=CASES, broken="stages: [\n")
    done = call("test", cwd=tmp_path)
    assert done.status == 1
    assert "broken.yaml" in done.err


HOSTILE = """\
cases:
  evil:
    name: "\\e[31m \\u202e <&>\\" ]]>"
    from: new_lead
    has: {size: "\\e[2J\\0 <"}
  loops: {from: nowhere, steps: [{has: {}}, {in: 5}], path: 7}
  empty:
  round: {from: new_lead, steps: [{in: offer, after: 999999999 business days}]}
"""


def test_hostile_cases_do_no_harm(tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS, cases=HOSTILE)
    for format_ in ("text", "json", "junit"):
        done = call("test", "--format", format_, cwd=tmp_path)
        assert done.status == 1
        assert not {"\x1b", "\u202e", "\0"} & set(done.out)
        if format_ == "junit":
            assert len(ElementTree.fromstring(done.out)[0]) == 4  # noqa: S314 - our own
