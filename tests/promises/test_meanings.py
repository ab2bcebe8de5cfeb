"""What each promise means, on processes drawn by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from processctl.journey import Journey
from processctl.model.values import Duration
from processctl.promises import Ground, Verdict, judge_promise, slowest, verdicts_of
from processctl.promises import walks as walks_module
from processctl.promises.clocks import Clocks
from tests.promises.small import journey_of
from tests.proofs.pigeons import pigeons

_HEAD = "processctl: 1\nteams: {x: {}, y: {}}\nfields: {day: {type: date}, f: {type: integer}}\n"


def _journey(folder: Path, stages: str, promise: str = "", more: str = "") -> Journey:
    promises = f"promises: {{p: {{{promise}}}}}\n" if promise else ""
    return journey_of(folder, f"{_HEAD}{more}stages:\n{stages}{promises}")


def _judged(folder: Path, stages: str, promise: str, more: str = "") -> Verdict:
    journey = _journey(folder, stages, promise, more)
    verdict = judge_promise(Ground(journey), journey.model.promises["p"])
    assert verdict is not None
    return verdict


def _told(verdict: Verdict) -> str:
    return " ".join((verdict.answer, *((verdict.fault,) if verdict.fault else ()), *verdict.stages))


_ENDS = "  w: {outcome: won}\n  z: {outcome: lost}\n"


@pytest.mark.parametrize(
    ("stages", "promise", "told"),
    [
        # Every stage is left in the end; one in which cases wait is not, unless time leads out.
        ("  a: {start: true, exits: [{to: w}, {to: z}]}\n", "from: a, reaches: [won, lost]", "kept"),
        ("  a: {start: true, waits: true, exits: [{to: w}]}\n", "from: a, reaches: [won]", "broken stays a"),
        ("  a: {start: true, waits: true, within: 1 day, exits: [{to: w}]}\n", "from: a, reaches: [won]",
         "broken stays a"),
        ("  a: {start: true, waits: true, within: 1 day, late: {to: z}, exits: [{to: w}]}\n",
         "from: a, reaches: [won, lost]", "kept"),
        ("  a: {start: true, waits: true, idle: {after: 1 day, to: z}, exits: [{to: w}]}\n",
         "from: a, reaches: [won, lost]", "kept"),
        ("  a: {start: true, waits: true, captures: [day], exits: [{to: w, when: days_until(day) < 3}]}\n",
         "from: a, reaches: [won]", "kept"),
        ("  a: {start: true, waits: true, within: 1 day, late: {to: z}, varies: {s: {late: {tell: x}}}}\n",
         "from: a, reaches: [won, lost]", "broken stays a"),
        # A result is where a case may rest.
        ("  a: {start: true, outcome: won, exits: [{to: z}]}\n", "from: a, reaches: [z]", "broken stays a"),
        ("  a: {start: true, outcome: won, within: 1 year, late: {to: z}}\n", "from: a, reaches: [z]", "kept"),
        ("  a: {start: true, exits: [{to: b}]}\n  b: {continues: {in: Elsewhere}}\n", "from: a, reaches: [won]",
         "broken stays a b"),
        ("  a: {start: true, exits: [{to: b}]}\n  b: {}\n", "from: a, reaches: [won]", "broken stays a b"),
        # No unlimited circle is taken for ever where a way leads out.
        ("  a: {start: true, exits: [{to: b}, {to: w}]}\n  b: {exits: [{to: a}]}\n", "from: a, reaches: [won]",
         "kept"),
        ("  a: {start: true, exits: [{to: b}, {to: w}]}\n  b: {exits: [{to: c}]}\n  c: {exits: [{to: b}]}\n",
         "from: a, reaches: [won]", "broken circles a b"),
        # What comes "then" comes only after all that is allowed before.
        ("  a: {start: true, exits: [{to: b}]}\n"
         "  b: {exits: [{to: a, at_most: 2, then: z}]}\n", "from: a, reaches: [lost]", "kept"),
        ("  a: {start: true, exits: [{to: b}]}\n"
         "  b: {exits: [{to: a, at_most: 2, then: z}]}\n", "from: a, never: z",
         "broken arrives a b a b a b z"),
        ("  a: {start: true, exits: [{to: w, at_most: 1, then: z}]}\n", "from: a, never: z", "kept"),
        # Who is returned to a win, or goes back to the origin, has been there.
        ("  a: {start: true, exits: [{to: m}]}\n  w: {start: true, outcome: won, exits: [{to: m}]}\n"
         "  m: {exits: [{to: w, return: true}, {to: z}]}\n", "from: a, never: w", "kept"),
        ("  a: {start: true, exits: [{to: m}]}\n  w: {start: true, outcome: won, exits: [{to: m}]}\n"
         "  m: {exits: [{to: w, return: true}, {to: z}]}\n", "from: m, never: w", "broken arrives w m w"),
        ("  a: {start: true, exits: [{to: m}]}\n  w: {start: true, outcome: won, exits: [{to: m}]}\n"
         "  m: {exits: [{to: w, return: true}]}\n", "from: a, reaches: [won]", "broken stays a m"),
        ("  a: {start: true, exits: [{to: p}]}\n  b: {start: true, exits: [{to: p}]}\n"
         "  p: {exits: [{to: origin}, {to: w}]}\n", "from: a, never: b", "kept"),
        ("  a: {start: true, exits: [{to: p}]}\n  b: {start: true, exits: [{to: p}]}\n"
         "  p: {exits: [{to: origin}, {to: w}]}\n", "from: p, never: b", "broken arrives b p b"),
        # Only who was handed over can find that nobody accepts.
        ("  a: {start: true, owner: x, exits: [{to: b}]}\n"
         "  b: {start: true, owner: y, accepts: {within: 1 day, silent: {to: s}}, exits: [{to: w}, {to: b2}]}\n"
         "  b2: {owner: y, exits: [{to: w}]}\n  s: {owner: y, exits: [{to: z}]}\n",
         "from: b, never: s", "broken arrives a b s"),
        ("  a: {start: true, owner: y, exits: [{to: b}]}\n"
         "  b: {owner: y, accepts: {within: 1 day, silent: {to: s}}, exits: [{to: w}]}\n"
         "  s: {owner: y, exits: [{to: z}]}\n", "from: b, never: s", "kept"),
        # Passing a stage, from every start or from one stage.
        ("  a: {start: true, exits: [{to: b}]}\n  b: {exits: [{to: w}]}\n", "to: w, passes: b", "kept"),
        ("  a: {start: true, exits: [{to: b}, {to: w}]}\n  b: {exits: [{to: w}]}\n", "to: w, passes: b",
         "broken skips a w"),
        ("  a: {start: true, exits: [{to: b}, {to: c}]}\n  b: {exits: [{to: w}]}\n  c: {exits: [{to: b}]}\n",
         "from: c, to: w, passes: b", "kept"),
        ("  a: {start: true, exits: [{to: w}]}\n", "to: a, passes: w", "broken skips a"),
        ("  a: {start: true, exits: [{to: w}]}\n", "to: a, passes: a", "kept"),
        # Leaving a stage and coming back to it.
        ("  a: {start: true, exits: [{to: b}]}\n  b: {exits: [{to: a}, {to: w}]}\n", "from: a, never: a",
         "broken arrives a b a"),
        ("  a: {start: true, exits: [{to: w}]}\n", "from: a, never: a", "kept"),
        # What is planned, and what nothing leads to.
        ("  a: {start: true, exits: [{to: z, status: planned}, {to: w}]}\n", "from: a, never: z", "kept"),
        ("  a: {start: true, exits: [{to: w}]}\n  i: {exits: [{to: z}]}\n", "from: i, never: z", "kept"),
        ("  a: {start: true, exits: [{to: w}, {to: q, status: planned}]}\n  q: {status: planned}\n",
         "from: q, never: z", "kept"),
        # What cannot be read may lead elsewhere.
        ("  a: {start: true, exits: [{to: w}, {to: zz}]}\n", "from: a, never: z", "not proven"),
    ],
)  # fmt: skip
def test_what_is_promised(tmp_path: Path, stages: str, promise: str, told: str) -> None:
    verdict = _judged(tmp_path, stages + _ENDS, promise, "segments: {s: {says: some}}\n")
    assert _told(verdict) == told


_HANDED = (
    "  a: {{start: true, owner: x, within: 2 days, exits: [{{to: b}}]}}\n"
    "  b: {{owner: y, accepts: {accepts}, within: 3 days, exits: [{{to: w}}]}}\n"
)


@pytest.mark.parametrize(
    ("stages", "worst"),
    [
        ("  a: {start: true, within: 2 days, exits: [{to: w}]}\n", 2),
        # The last deadline that leads on is the clock, not what is promised to be quicker.
        ("  a: {start: true, within: 2 days, late: {after: 5 days, to: w}}\n", 5),
        ("  a: {start: true, within: 2 days, late: {tell: x}, exits: [{to: w}]}\n", 2),
        ("  a: {start: true, within: 2 days, late: [{after: 1 day, tell: x}, {after: 4 days, to: w}]}\n", 4),
        ("  a: {start: true, within: 2 days, idle: {after: 4 days, to: w}}\n", 4),
        ("  a: {start: true, idle: {after: 4 days, to: w}}\n", 4),
        ("  a: {start: true, exits: [{to: w}]}\n", None),
        ("  a: {start: true, within: 2 days, varies: {s: {within: 7 days}}, exits: [{to: w}]}\n", 7),
        ("  a: {start: true, within: 9 days, varies: {s: {late: {after: 3 days, to: w}}}, exits: [{to: w}]}\n", 9),
        # A handoff adds the time until it is accepted, except where the promise ends.
        (_HANDED.format(accepts="{within: 4 days}"), 9),
        (_HANDED.format(accepts="automatic"), 5),
        (_HANDED.format(accepts="here"), 5),
        (_HANDED.format(accepts="{by: y}"), None),
        ("  a: {start: true, owner: x, within: 2 days, exits: [{to: w}]}\n", 2),
        # A round counts as often as it may be taken.
        ("  a: {start: true, within: 1 day, exits: [{to: b}]}\n"
         "  b: {within: 1 day, exits: [{to: w}, {to: a, at_most: 3, then: w}]}\n", 8),
        ("  a: {start: true, within: 1 day, exits: [{to: b}]}\n"
         "  b: {within: 1 day, exits: [{to: w}, {to: a}]}\n", None),
    ],
)  # fmt: skip
def test_worst_times(tmp_path: Path, stages: str, worst: int | None) -> None:
    ends = "  w: {owner: y, accepts: {within: 30 days}, outcome: won}\n"

    def answer(days: int) -> str:
        promise = f"from: a, reaches: [w], within: {days} days"
        return _judged(tmp_path, stages + ends, promise, "segments: {s: {says: some}}\n").answer

    if worst is None:
        assert answer(9_999) == "broken"
    else:
        assert (answer(worst), answer(worst - 1)) == ("kept", "broken")


def test_a_case_that_is_handed_over_to_the_first_stage_waits_there_too(tmp_path: Path) -> None:
    stages = (
        "  a: {start: true, owner: x, exits: [{to: b}]}\n"
        "  b: {owner: y, accepts: {within: 4 days}, within: 3 days, exits: [{to: w}]}\n  w: {outcome: won}\n"
    )
    assert _judged(tmp_path, stages, "from: b, reaches: [won], within: 7 days").answer == "kept"
    late = _judged(tmp_path, stages, "from: b, reaches: [won], within: 6 days")
    assert _told(late) == "broken late b w"
    assert late.spent == (("b", (Duration(4, "day"), Duration(3, "day"))),)


@pytest.mark.parametrize(("since", "answer"), [("a", "kept"), ("day", "not proven"), ("b", "kept")])
def test_time_since_a_stage_bounds_and_since_a_date_does_not(
    tmp_path: Path, since: str, answer: str
) -> None:
    stages = (
        "  a: {start: {brings: [day]}, within: 1 day, exits: [{to: b}]}\n"
        f"  b: {{within: 5 days since {since}, exits: [{{to: w}}]}}\n  w: {{outcome: won}}\n"
    )
    assert _judged(tmp_path, stages, "from: a, reaches: [won], within: 6 days").answer == answer
    # It may be less than the sum, so that nothing is surely late.
    late = _judged(tmp_path, stages, "from: a, reaches: [won], within: 3 days")
    assert late.answer == "not proven"


_ASKS = (
    "  a: {start: {brings: [f]}, exits: [{to: b, when: f > 3}, {to: w, when: otherwise}]}\n"
    "  b: {captures: [f], exits: [{to: z, when: f > 5}, {to: w, when: otherwise}]}\n"
)


@pytest.mark.parametrize(
    ("promise", "told"),
    [
        ("from: a, never: z", "broken arrives a b z"),
        # Ways that nobody takes for whom it holds are closed; recorded anew, a value opens others.
        ("from: a, never: z, assuming: f < 2", "kept"),
        ("from: a, never: b, assuming: f == 4", "broken arrives a b"),
        ("from: a, never: z, assuming: f == 4", "broken arrives a b z"),
        ("from: a, reaches: [won], assuming: f < 2", "kept"),
        ("from: a, reaches: [b], assuming: f > 3", "kept"),
        ("from: a, reaches: [b], assuming: f > 2", "broken stays a w"),
        # Nobody comes to "b" with so little.
        ("from: b, never: w, assuming: f < 2", "kept"),
        ("from: b, never: w, assuming: f < 5", "broken arrives b w"),
        ("to: w, passes: b, assuming: f > 3", "kept"),
        ("to: w, passes: b, assuming: f > 2", "broken skips a w"),
    ],
)
def test_who_assumes_something_closes_ways(tmp_path: Path, promise: str, told: str) -> None:
    assert _told(_judged(tmp_path, _ASKS + _ENDS, promise)) == told


def test_what_is_not_sure_to_be_walked_breaks_nothing(tmp_path: Path) -> None:
    names, criteria = pigeons()
    fields = "".join(f"  {name}: {{type: boolean}}\n" for name in ["seen", *names])
    stages = "  a: {start: true, exits: [{to: w, when: p0h0}, {to: z, when: otherwise}]}\n"
    head = f"processctl: 1\nfields:\n{fields}criteria:\n{''.join(criteria)}stages:\n{stages}{_ENDS}"
    for assumed, told in (("seen", "broken arrives a z"), ("fits", "not proven")):
        promise = f"promises: {{p: {{from: a, never: z, assuming: {assumed}}}}}\n"
        assert _told(verdicts_of(journey_of(tmp_path, head + promise))["p"]) == told


def test_what_nobody_can_read_is_not_judged(tmp_path: Path) -> None:
    journey = _journey(tmp_path, _ASKS + _ENDS, "from: a, never: z, assuming: f > unheard_of")
    assert verdicts_of(journey) == {}


@pytest.mark.parametrize(
    "promise", ["from: zz, never: w", "from: a", "from: a, never: z, assuming: f <", "never: w"]
)
def test_what_says_nothing_readable_has_no_verdict(tmp_path: Path, promise: str) -> None:
    journey = _journey(tmp_path, _ASKS + _ENDS, promise)
    assert judge_promise(Ground(journey), journey.model.promises["p"]) is None


def test_who_never_comes_to_another_team_is_not_slow_to(tmp_path: Path) -> None:
    stages = (
        "  a: {start: true, owner: x, within: 1 day, exits: [{to: b}, {to: n}]}\n"
        "  n: {owner: x, within: 9 years, exits: [{to: z}]}\n  b: {owner: y, exits: [{to: w}]}\n"
    )
    journey = _journey(tmp_path, stages + _ENDS)
    targets = frozenset("b")
    assert slowest(Ground(journey), "a", targets, Duration(1, "day")).answer == "kept"
    assert _told(slowest(Ground(journey), "a", targets, Duration(1, "hour"))) == "broken late a b"


def test_idle_cases_and_those_that_are_left_by_time(tmp_path: Path) -> None:
    stages = (
        "  a: {start: true, idle: {after: 1 day, to: w}}\n  b: {start: true, exits: [{to: w}]}\n"
    )
    clocks = Clocks(_journey(tmp_path, stages + _ENDS))
    assert (clocks.is_left_by_time("a"), clocks.is_left_by_time("b")) == (True, False)


def test_where_there_is_too_much_to_look_at_nothing_is_claimed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stages = (
        "  a: {start: true, exits: [{to: b}]}\n"
        "  b: {exits: [{to: a, at_most: 2, then: z}, {to: w}]}\n" + _ENDS
    )
    found = _judged(tmp_path, stages, "from: a, never: z")
    assert found.answer == "broken"
    monkeypatch.setattr(walks_module, "LOOKED_AT", 10)
    assert _judged(tmp_path, stages, "from: a, never: z").answer == "not proven"
    # Where one of several ways is always open, and where the graph knows of no way, it needs no walk.
    assert _judged(tmp_path, stages, "from: a, reaches: [won, lost]").answer == "kept"
    back = "  a: {start: true, exits: [{to: p}]}\n  p: {exits: [{to: origin}]}\n"
    back += "  b: {start: true, exits: [{to: p}, {to: w}]}\n" + _ENDS
    assert _judged(tmp_path, back, "from: b, reaches: [won]").answer == "not proven"
    assert _judged(tmp_path, stages, "from: w, never: a").answer == "kept"


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_of_sections_does_not_matter(tmp_path: Path, order: int) -> None:
    lines = [
        "  a: {start: true, exits: [{to: b}, {to: w}]}\n",
        "  b: {exits: [{to: a, at_most: 1, then: z}]}\n",
        *_ENDS.splitlines(keepends=True),
    ]
    verdict = _judged(tmp_path, "".join(lines[::order]), "from: a, never: z")
    assert _told(verdict) == "broken arrives a b a b z"
