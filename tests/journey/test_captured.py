"""What is known in a stage: on graphs drawn by hand, and against all walks on small ones."""

from __future__ import annotations

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.journey import Journey
from processctl.journey import captured as captured_module
from processctl.journey.missing_ways import MissingWays
from tests.promises.small import Past, Process, Step, Walker, journey_of, processes, written

_HEAD = (
    "processctl: 1\nteams: {x: {}, y: {}}\nfields: {f: {type: text}, g: {type: text}}\nstages:\n"
)


def _known(folder: Path, stages: str) -> dict[str, str]:
    journey = journey_of(folder, _HEAD + stages)
    return {stage: _names(journey, bits) for stage, bits in journey.captured.entering.items()}


def _names(journey: Journey, bits: int) -> str:
    return "".join(f for f in journey.model.fields if bits & journey.captured.bit(f))


@pytest.mark.parametrize(
    ("stages", "known"),
    [
        # Brought, captured, and joined by "and".
        ("  a: {start: {brings: [f]}, captures: [g], exits: [{to: b}]}\n  b: {}\n", {"a": "f", "b": "fg"}),
        ("  a: {start: true, captures: [f, g], exits: [{to: c}]}\n"
         "  b: {start: true, captures: [g], exits: [{to: c}]}\n  c: {}\n", {"a": "", "b": "", "c": "g"}),
        # A way back does not forget, but for what it resets.
        ("  a: {start: true, captures: [f], exits: [{to: b}]}\n"
         "  b: {captures: [g], exits: [{to: a}]}\n", {"a": "", "b": "f"}),
        ("  a: {start: {brings: [f, g]}, exits: [{to: b}]}\n"
         "  b: {exits: [{to: a, resets: [g]}]}\n", {"a": "f", "b": "f"}),
        # What comes "then" resets nothing.
        ("  a: {start: {brings: [f, g]}, exits: [{to: b, resets: [g], at_most: 1, then: c}]}\n"
         "  b: {exits: [{to: a}]}\n  c: {}\n", {"a": "f", "b": "f", "c": "f"}),
        ("  a: {start: {brings: [f, g]}, exits: [{to: b, resets: [g], at_most: 1, then: c}]}\n"
         "  b: {}\n  c: {}\n", {"a": "fg", "b": "f", "c": "fg"}),
        # A deadline leaves after the captures, a full stage and the silent before them.
        ("  a: {start: true, captures: [f], within: 1 day, late: {to: b}}\n  b: {}\n", {"a": "", "b": "f"}),
        ("  a: {start: true, captures: [f], holds: {at_most: 1, full: {to: b}}, exits: [{to: c}]}\n"
         "  b: {}\n  c: {}\n", {"a": "", "b": "", "c": "f"}),
        ("  a: {start: true, owner: x, exits: [{to: b}]}\n"
         "  b: {owner: y, captures: [f], accepts: {silent: {to: c}}, exits: [{to: d}]}\n"
         "  c: {}\n  d: {}\n", {"a": "", "b": "", "c": "", "d": "f"}),
        # A variant that captures something else counts by what both have.
        ("  a: {start: true, captures: [f, g], varies: {large: {captures: [f]}}, exits: [{to: b}]}\n"
         "  b: {}\nsegments: {large: {says: x}}\n", {"a": "", "b": "f"}),
        ("  a: {start: true, captures: [f], varies: {large: {within: 1 day}}, exits: [{to: b}]}\n"
         "  b: {}\nsegments: {large: {says: x}}\n", {"a": "", "b": "f"}),
        # Who is returned to a win, or to the origin, has been there.
        ("  a: {start: true, captures: [f], exits: [{to: w}]}\n  w: {outcome: won, exits: [{to: m}]}\n"
         "  b: {start: true, exits: [{to: m}]}\n  m: {exits: [{to: w, return: true}]}\n",
         {"a": "", "b": "", "w": "f", "m": ""}),
        ("  a: {start: true, captures: [f], exits: [{to: w}]}\n"
         "  w: {outcome: won, exits: [{to: m, resets: [f]}]}\n"
         "  m: {exits: [{to: w, return: true}]}\n", {"a": "", "w": "", "m": ""}),
        ("  a: {start: {brings: [f]}, exits: [{to: p}]}\n  b: {start: true, exits: [{to: p}]}\n"
         "  p: {exits: [{to: origin}]}\n", {"a": "f", "b": "", "p": ""}),
        # What is planned counts for nothing, what nothing leads to has no state.
        ("  a: {start: true, exits: [{to: b, status: planned}, {to: c}]}\n  b: {}\n  c: {}\n",
         {"a": "", "c": ""}),
        # A name that is no field may have been meant as any.
        ("  a: {start: true, captures: [ff], exits: [{to: b}]}\n  b: {}\n", {"a": "", "b": "fg"}),
    ],
)  # fmt: skip
def test_what_is_known_on_entering(tmp_path: Path, stages: str, known: dict[str, str]) -> None:
    assert _known(tmp_path, stages) == known


def test_what_a_stage_captures_is_known_at_its_exits(tmp_path: Path) -> None:
    journey = journey_of(tmp_path, _HEAD + "  a: {start: {brings: [f]}, captures: [g]}\n")
    assert _names(journey, journey.captured.at_exits("a")) == "fg"


def test_without_a_start_nothing_is_known_of_any_stage(tmp_path: Path) -> None:
    assert _known(tmp_path, "  a: {captures: [f], exits: [{to: b}]}\n  b: {}\n") == {}


_FIELDS = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from(["f", "g", "f, g"]) for name in "abcdef"}
)


def _with_fields(
    process: Process, captures: dict[str, str], resets: dict[str, str]
) -> tuple[Journey, Walker]:
    """A process whose stages capture fields, and whose first exits reset some."""
    lines = [_line(line, process, captures, resets) for line in written(process).splitlines()]
    text = "\n".join(lines).replace(
        "stages:", "fields: {f: {type: text}, g: {type: text}}\nstages:"
    )
    with tempfile.TemporaryDirectory() as folder:
        journey = journey_of(Path(folder), text + "\n")
    assert not journey.uncertain
    handed = frozenset(
        ((one.edge.source, int(one.exit.path[3])), one.edge.target) for one in journey.handoffs
    )
    return journey, Walker(process, handed)


def _line(line: str, process: Process, captures: dict[str, str], resets: dict[str, str]) -> str:
    name = line[2:3]
    if name not in process or not line.startswith(f"  {name}: {{"):
        return line
    _, _, keys = line.partition("{")
    if name in resets:
        keys = keys.replace("exits: [{", f"exits: [{{resets: [{resets[name]}], ", 1)
    own = f"captures: [{captures[name]}]" if name in captures else ""
    return f"  {name}: {{{own}{', ' if own and keys != '}' else ''}{keys}"


def _states(
    walker: Walker, captures: dict[str, str], resets: dict[str, str]
) -> set[tuple[Past, frozenset[str]]]:
    """Every case that can be, with the fields that are known of it on entering its stage."""
    ahead = [(past, frozenset[str]()) for past in walker.born()]
    found = set()
    while ahead:
        state = ahead.pop()
        if state in found:
            continue
        found.add(state)
        past, known = state
        for step, after in walker.steps(past):
            ahead.append((after, _after(past, step, known, captures, resets)))
    return found


def _after(
    past: Past, step: Step, known: frozenset[str], captures: dict[str, str], resets: dict[str, str]
) -> frozenset[str]:
    if step.kind in ("silent", "full"):
        return known
    known |= set(captures.get(past.stage, "").replace(" ", "").split(",")) - {""}
    if step.kind == "exit" and step.key == (past.stage, 0) and past.stage in resets:
        known -= set(resets[past.stage].replace(" ", "").split(","))
    return known


@given(processes(), _FIELDS, _FIELDS)
def test_what_is_called_known_is_known_on_every_walk(
    process: Process, captures: dict[str, str], resets: dict[str, str]
) -> None:
    resets = {
        stage: some for stage, some in resets.items() if process.get(stage) and process[stage].exits
    }
    captures = {stage: some for stage, some in captures.items() if stage in process}
    journey, walker = _with_fields(process, captures, resets)
    for past, known in _states(walker, captures, resets):
        assert set(_names(journey, journey.captured.entering[past.stage])) <= known


@given(processes(), _FIELDS, _FIELDS)
def test_what_is_called_unknown_has_a_way_of_the_graph_that_shows_it(
    process: Process, captures: dict[str, str], resets: dict[str, str]
) -> None:
    resets = {
        stage: some for stage, some in resets.items() if process.get(stage) and process[stage].exits
    }
    captures = {stage: some for stage, some in captures.items() if stage in process}
    journey, _ = _with_fields(process, captures, resets)
    captured = journey.captured
    ways = MissingWays(journey, captured.everything)
    for stage, bits in captured.entering.items():
        for field in "fg":
            way = ways.to(stage, field)
            if bits & captured.bit(field):
                assert way is None
            elif way is not None:
                assert way.stages[-1] == stage
                assert way.stages[0] in journey.starts
                known = _least_known(journey, way.stages)
                assert field not in known


def _least_known(journey: Journey, stages: tuple[str, ...]) -> set[str]:
    """What is known at the end of a way, by the worst of the edges between its stages."""
    bits = {journey.captured.brought(stages[0])}
    for source, target in pairwise(stages):
        bits = {
            journey.captured.after(edge, one)
            for edge in journey.out[source]
            if edge.target == target
            for one in bits
        }
    least = journey.captured.everything
    for one in bits:
        least &= one
    return set(_names(journey, least))


def test_a_way_that_misses_a_field_is_a_shortest_one(tmp_path: Path) -> None:
    stages = (
        "  a: {start: true, captures: [f], exits: [{to: d}, {to: b}]}\n"
        "  s: {start: true, exits: [{to: t}]}\n  t: {exits: [{to: u}]}\n  u: {exits: [{to: d}]}\n"
        "  b: {exits: [{to: d, resets: [f]}]}\n  d: {exits: [{to: e}]}\n  e: {}\n"
    )
    journey = journey_of(tmp_path, _HEAD + stages)
    way = MissingWays(journey, journey.captured.everything).to("e", "f")
    assert way is not None
    assert way.stages == ("a", "b", "d", "e")
    assert way.reset is not None
    assert way.reset.source == "b"
    other = MissingWays(journey, journey.captured.everything).to("u", "f")
    assert other is not None
    assert (other.stages, other.reset) == (("s", "t", "u"), None)


@pytest.mark.parametrize("order", [1, -1])
def test_the_order_in_which_stages_stand_does_not_matter(tmp_path: Path, order: int) -> None:
    stages = [
        "  a: {start: true, captures: [f], exits: [{to: b}]}\n",
        "  b: {captures: [g], exits: [{to: c}, {to: a, resets: [f]}]}\n",
        "  c: {exits: [{to: b}]}\n",
    ]
    assert _known(tmp_path, "".join(stages[::order])) == {"a": "", "b": "f", "c": "fg"}


def _looked_at(folder: Path, stages: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the analysis looks at a stage: a chain, with ways back that each reset a field."""
    folder.mkdir()
    lines = ["processctl: 1", "fields:", *(f"  f{n}: {{type: text}}" for n in range(stages))]
    lines += ["stages:", "  s0: {start: true, exits: [{to: s1}]}"]
    lines += [
        f"  s{n}: {{captures: [f{n}], exits: [{{to: s{min(n + 1, stages - 1)}}},"
        f" {{to: s{max(n - 1, 1)}, resets: [f{n * 13 % stages}]}}]}}"
        for n in range(1, stages)
    ]
    journey = journey_of(folder, "\n".join(lines) + "\n")
    looks = 0
    walk = captured_module._Sweep.__iter__

    def counted(sweep: captured_module._Sweep) -> object:
        nonlocal looks
        for place in walk(sweep):
            looks += 1
            yield place

    monkeypatch.setattr(captured_module._Sweep, "__iter__", counted)
    assert len(journey.captured.entering) == stages
    monkeypatch.undo()
    return looks


def test_work_grows_with_the_number_of_stages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = _looked_at(tmp_path / "small", 300, monkeypatch)
    large = _looked_at(tmp_path / "large", 3_000, monkeypatch)
    assert large < 12 * small
