"""How a case walks: each thing that the language says of it, once."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from processctl.criteria import MISSING
from processctl.model.values import duration
from processctl.trying.check import check_cases
from processctl.trying.ground import Ground
from processctl.trying.plan import Known, Plan, Visit
from processctl.trying.told import Walk
from processctl.trying.walk import walk
from tests.proofs.comparing import journey_of

TODAY = date(2026, 11, 26)  # a Thursday
HEAD = """\
processctl: 1
teams: {sales: {}, care: {}}
roles: {ann: {team: sales}, cecilia: {team: care}}
fields:
  score: {type: integer, min: 0, max: 100}
  note: {type: text, optional: true}
  signed: {type: date}
criteria:
  agreed: {judged_by: ann}
  good: {test: score >= 50}
segments:
  large: {test: score >= 90}
stages:
"""
END = "  done: {outcome: won}\n  gone: {outcome: lost}\n"


def _walk(folder: Path, stages: str, plan: Plan, most: int = 100) -> Walk:
    return walk(Ground(journey_of(folder, HEAD + stages + END)), plan, TODAY, most)


def _a(exits: str, more: str = "") -> str:
    return f"  a:\n    owner: ann\n    start: true\n{more}    exits:\n{exits}"


def _visit(stage: str = "a", after: str = "", **more: object) -> Visit:
    return Visit(stage, after=duration(after) if after else None, **more)  # type: ignore[arg-type]  # by name


def _score(value: Known) -> Plan:
    return Plan("a", {"score": value})


TWO = "      - {to: done, when: good}\n      - {to: gone, when: score < 40}\n"
JUDGED = '      - {to: done, when: agreed}\n      - {to: gone, when: {says: "No luck"}}\n'
BOTH = "      - {to: done, when: score > 10}\n      - {to: gone, when: score > 20}\n"
ORDER = "    in_order: true\n"
LATE = "    within: 2 business days\n    late: {to: gone}\n"
ENDS: list[tuple[str, Plan, str, tuple[str, ...]]] = [
    (_a(TWO), _score(50), "result", ("a", "done")),
    (_a(TWO), _score(39), "result", ("a", "gone")),
    (_a(TWO), _score(45), "nowhere", ("a",)),
    (_a(TWO), _score(MISSING), "nowhere", ("a",)),
    (_a(TWO), Plan("a"), "lacks", ("a",)),
    (_a(TWO, "    waits: true\n"), _score(45), "rests", ("a",)),
    (_a(TWO, LATE), _score(45), "result", ("a", "gone")),
    (_a(TWO, f"    waits: true\n{LATE}"), _score(45), "rests", ("a",)),
    (_a(BOTH), _score(30), "several", ("a",)),
    (_a(BOTH, ORDER), _score(30), "result", ("a", "done")),
    (_a(BOTH), Plan("a", {"score": 30}, yes=frozenset({"gone"})), "result", ("a", "gone")),
    (_a("      - {to: done}\n"), Plan("a"), "result", ("a", "done")),
    (_a("      - {to: done, when: good}\n      - {to: gone, when: otherwise}\n"), _score(1),
     "result", ("a", "gone")),
    (_a("      - {to: done, when: good}\n      - {to: gone, when: otherwise}\n"), Plan("a"),
     "lacks", ("a",)),
    (_a(JUDGED), Plan("a", yes=frozenset({"agreed"})), "result", ("a", "done")),
    (_a(JUDGED), Plan("a", yes=frozenset({"gone"}), no=frozenset({"agreed"})),
     "result", ("a", "gone")),
    (_a(JUDGED), Plan("a", no=frozenset({"agreed", "gone"})), "nowhere", ("a",)),
    (_a(JUDGED), Plan("a"), "lacks", ("a",)),
    (_a("      - {to: a, when: otherwise, at_most: 2, then: gone}\n"), Plan("a"),
     "result", ("a", "a", "a", "gone")),
    (_a("      - {to: origin, when: otherwise}\n"), Plan("a"), "nowhere", ("a",)),
    (_a("      - {to: done, when: otherwise, return: true}\n"), Plan("a"), "nowhere", ("a",)),
    (_a("      - {to: done, when: days_since(signed) > 3}\n"), Plan("a", {"signed": TODAY}),
     "stays", ("a",)),
    (_a("      - {to: b}\n") + "  b: {exits: [{to: origin}]}\n", Plan("a"), "long",
     ("a", "b", "a", "b", "a")),
]  # fmt: skip


@pytest.mark.parametrize(("stages", "plan", "end", "path"), ENDS)
def test_where_it_ends(
    stages: str, plan: Plan, end: str, path: tuple[str, ...], tmp_path: Path
) -> None:
    done = _walk(tmp_path, stages, plan, 5)
    assert (done.end, done.path) == (end, path)


@pytest.mark.parametrize(
    ("plan", "lacks"),
    [
        (Plan("a"), ("score",)),
        (Plan("a", {"score": 60}), ()),
        (Plan("a", {"score": 10}), ("agreed",)),
        (Plan("a", yes=frozenset({"agreed"})), ()),
    ],
)
def test_only_what_decides_is_lacking(plan: Plan, lacks: tuple[str, ...], tmp_path: Path) -> None:
    stages = _a("      - {to: done, when: good or agreed}\n      - {to: gone, when: otherwise}\n")
    found = _walk(tmp_path, stages, plan).lacks
    assert found == (("score", "agreed") if lacks == ("score",) else lacks)


def test_what_a_stage_records_is_new(tmp_path: Path) -> None:
    stages = _a("      - {to: b, when: good}\n") + (
        "  b: {captures: [score, note], exits: [{to: done, when: has(note) or good}]}\n"
    )
    done = _walk(tmp_path, stages, _score(60))
    assert (done.end, done.lacks, done.path) == ("lacks", ("score",), ("a", "b"))
    told = Plan("a", {"score": 60}, (_visit("b", has={"score": 70}),))
    assert _walk(tmp_path, stages, told).path == ("a", "b", "done")
    always = Plan("a", {"score": 60}, always={"score": 55})
    assert _walk(tmp_path, stages, always).path == ("a", "b", "done")


def test_values_that_are_reset_are_unknown(tmp_path: Path) -> None:
    stages = _a("      - {to: b, resets: [score]}\n") + (
        "  b: {exits: [{to: done, when: good}, {to: gone, when: not good}]}\n"
    )
    assert _walk(tmp_path, stages, _score(60)).lacks == ("score",)


def test_the_door_refuses_and_the_case_goes_on(tmp_path: Path) -> None:
    stages = _a("      - {to: b}\n") + "  b: {entry: good and agreed, exits: [{to: done}]}\n"
    done = _walk(tmp_path, stages, _score(40))
    assert [len(stop.refused) for stop in done.stops] == [0, 1, 0]
    assert done.path == ("a", "b", "done")
    assert [len(stop.refused) for stop in _walk(tmp_path, stages, _score(50)).stops] == [0, 0, 0]
    assert _walk(tmp_path, stages, Plan("a")).lacks == ("score",)


def test_the_answer_of_the_exit_counts_at_the_door(tmp_path: Path) -> None:
    stages = (
        _a("      - {to: b, when: not agreed}\n") + "  b: {entry: agreed, exits: [{to: done}]}\n"
    )
    done = _walk(tmp_path, stages, Plan("a", no=frozenset({"agreed"})))
    assert [len(stop.refused) for stop in done.stops] == [0, 1, 0]


def test_time_runs_out_after_working_days(tmp_path: Path) -> None:
    done = _walk(tmp_path, _a(TWO, LATE), _score(45))
    assert done.stops[1].arrived == datetime(2026, 11, 27, 16, 0)
    early = Plan("a", {"score": 45}, (_visit(after="1 hour"),))
    assert _walk(tmp_path, _a(TWO, LATE), early).end == "stays"
    late = Plan("a", {"score": 45}, (_visit(after="3 days"),))
    assert _walk(tmp_path, _a(TWO, LATE), late).path == ("a", "gone")


def test_it_is_looked_at_again_in_the_same_stage(tmp_path: Path) -> None:
    visits = (_visit(after="1 hour"), _visit(after="2 hours", has={"score": 80}))
    done = _walk(tmp_path, _a(TWO, LATE), Plan("a", {"score": 45}, visits))
    assert done.path == ("a", "done")
    assert [stop.again for stop in done.stops] == [False, True, False]
    assert done.stops[2].arrived == datetime(2026, 11, 26, 11, 0)


def test_a_segment_has_its_own_clock(tmp_path: Path) -> None:
    varies = f"{LATE}    varies: {{large: {{late: {{to: b}}}}}}\n"
    stages = _a("      - {to: done, when: agreed}\n", varies) + "  b: {exits: [{to: done}]}\n"
    no = frozenset({"agreed"})
    assert _walk(tmp_path, stages, Plan("a", {"score": 95}, no=no)).path == ("a", "b", "done")
    assert _walk(tmp_path, stages, Plan("a", {"score": 45}, no=no)).path == ("a", "gone")
    assert _walk(tmp_path, stages, Plan("a", no=no)).lacks == ("score",)


def test_silent_and_full_only_where_it_is_said(tmp_path: Path) -> None:
    stages = _a("      - {to: done}\n", "    holds: {at_most: 1, full: {to: gone}}\n")
    assert _walk(tmp_path, stages, Plan("a")).path == ("a", "done")
    full = _walk(tmp_path, stages, Plan("a", {}, (_visit(leaves="full"),)))
    assert full.path == ("a", "gone")


def test_what_cannot_be_read_is_not_guessed(tmp_path: Path) -> None:
    assert _walk(tmp_path, _a("      - {to: done, when: score > }\n"), _score(1)).end == "unread"


def test_steps_that_are_never_come_to_are_told(tmp_path: Path) -> None:
    visit = _visit("gone")
    assert _walk(tmp_path, _a(TWO), Plan("a", {"score": 50}, (visit,))).unused == (visit,)


def test_cases_together_look_at_so_many_exits_and_no_more(tmp_path: Path) -> None:
    cases = "cases:\n" + "".join(
        f"  c{number}: {{from: a, has: {{score: 60}}}}\n" for number in range(4)
    )
    journey = journey_of(tmp_path, HEAD + _a(TWO) + END + cases)
    checked = check_cases(Ground(journey), journey.model.cases.values(), TODAY, 3)
    assert [one.wrong for one in checked] == ["", "", "fault", "fault"]
