"""Small processes at random, and a walker that tries everything a case can do in them.

The walker shares nothing with what it checks: it works on the description that the process is written
from, and remembers a case's whole past.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st

from processctl.journey import Journey, make_journey
from processctl.model.model import read_model
from processctl.reading.form import FormChecker
from processctl.reading.workspace import load

_CHECKER = FormChecker()
NAMES = "abcdef"


@dataclass(frozen=True)
class Way:
    """An exit; ``to`` may be ``origin``."""

    to: str
    limit: int | None = None
    then: str = ""
    returns: bool = False


@dataclass(frozen=True)
class Spot:
    """A stage. Times are days; ``silent`` and ``accepted`` are of its contract."""

    exits: tuple[Way, ...] = ()
    start: bool = False
    outcome: str = ""
    waits: bool = False
    within: int | None = None
    late: str = ""
    team: str = ""
    accepted: int | None = None
    silent: str = ""
    full: str = ""


Process = dict[str, Spot]


def written(process: Process) -> str:
    """The process as a workspace file."""
    lines = ["processctl: 1", "teams: {x: {}, y: {}}", "stages:"]
    for name, spot in process.items():
        keys = ["start: true"] if spot.start else []
        keys += [f"outcome: {spot.outcome}"] if spot.outcome else []
        keys += ["waits: true"] if spot.waits else []
        keys += [f"within: {spot.within} days"] if spot.within is not None else []
        keys += [f"late: {{to: {spot.late}}}"] if spot.late else []
        keys += [f"owner: {spot.team}"] if spot.team else []
        terms = [f"within: {spot.accepted} days"] if spot.accepted is not None else []
        terms += [f"silent: {{to: {spot.silent}}}"] if spot.silent else []
        keys += [f"accepts: {{{', '.join(terms)}}}"] if terms else []
        keys += [f"holds: {{at_most: 3, full: {{to: {spot.full}}}}}"] if spot.full else []
        exits = ", ".join(
            f"{{to: {way.to}"
            + (f", at_most: {way.limit}, then: {way.then}" if way.limit is not None else "")
            + (", return: true" if way.returns else "")
            + "}"
            for way in spot.exits
        )
        keys += [f"exits: [{exits}]"] if exits else []
        lines.append(f"  {name}: {{{', '.join(keys)}}}")
    return "\n".join(lines) + "\n"


def journey_of(folder: Path, text: str) -> Journey:
    """The journey of a workspace file."""
    (folder / "processctl.yaml").write_text(text, encoding="utf-8")
    return make_journey(read_model(load(folder, checker=_CHECKER)))


@st.composite
def processes(draw: st.DrawFn, timed: bool = False) -> Process:
    """Processes of up to six stages, with up to three limits of up to two.

    More could be too much to look at for what is tried out here.
    """
    names = NAMES[: draw(st.integers(2, 6))]
    stage = st.sampled_from(names)
    maybe = st.just("") | st.just("") | st.just("") | stage
    found: Process = {}
    limits = origins = 0
    for name in names:
        exits = []
        for _ in range(draw(st.integers(0, 3))):
            limit = draw(st.sampled_from([None, None, 1, 2])) if limits < 3 else None
            to = draw(stage | st.sampled_from([*names, "origin"]) if origins < 2 else stage)
            limits += limit is not None
            origins += to == "origin"
            then = draw(stage) if limit is not None else ""
            exits.append(Way(to, limit, then, draw(st.sampled_from([False, False, True]))))
        found[name] = Spot(
            tuple(exits),
            start=name == "a" or draw(st.integers(0, 4)) == 0,
            outcome=draw(st.sampled_from(["", "", "", "won", "lost"])),
            waits=draw(st.integers(0, 5)) == 0,
            within=draw(st.integers(1, 9) if timed else st.none())
            if draw(st.integers(0, 9))
            else None,
            late=draw(maybe),
            team=draw(st.sampled_from(["x", "y", ""])),
            accepted=draw(st.none() | st.integers(1, 5)),
            silent=draw(maybe),
            full=draw(maybe) if draw(st.integers(0, 2)) == 0 else "",
        )
    return found


@dataclass(frozen=True)
class Past:
    """A case with all that it has done."""

    stage: str
    taken: tuple[tuple[object, int], ...] = ()
    been: frozenset[str] = frozenset()
    came: tuple[tuple[str, str], ...] = ()
    handed: bool = False


@dataclass(frozen=True)
class Step:
    """A step: what it is taken by, where it leads, the days before it and until acceptance."""

    kind: str
    key: object
    to: str
    limit: int | None = None
    returns: bool = False
    origin: bool = False


@dataclass
class Walker:
    """Tries everything. ``handed`` names the exits that hand cases over: stage, place and target."""

    process: Process
    handed: frozenset[tuple[tuple[str, int], str]]
    ways: dict[str, list[Step]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        direct = {name: list(self._direct(name)) for name in self.process}
        self.ways = {}
        for name, steps in direct.items():
            came_from = [
                other
                for other, out in direct.items()
                if other != name and any(step.to == name for step in out)
            ]
            self.ways[name] = [step for step in steps if step.to != "origin"]
            for step in steps:
                if step.to == "origin":
                    self.ways[name] += [
                        Step(step.kind, step.key, other, step.limit, step.returns, True)
                        for other in came_from
                    ]

    def _direct(self, name: str) -> Iterator[Step]:
        spot = self.process[name]
        for place, way in enumerate(spot.exits):
            key = (name, place)
            yield Step("exit", key, way.to, way.limit, way.returns)
            if way.limit is not None:
                yield Step("then", key, way.then, way.limit)
        if spot.late:
            yield Step("late", (name, "late"), spot.late)
        if spot.silent:
            yield Step("silent", (name, "silent"), spot.silent)
        if spot.full:
            yield Step("full", (name, "full"), spot.full)

    def born(self) -> list[Past]:
        return [
            Past(name, been=frozenset((name,))) for name, spot in self.process.items() if spot.start
        ]

    def steps(self, past: Past) -> list[tuple[Step, Past]]:
        found = []
        taken = dict(past.taken)
        for step in self.ways[past.stage]:
            count = taken.get(step.key, 0)
            if step.kind == "then" and count != step.limit:
                continue
            if step.kind == "exit" and step.limit is not None and count >= step.limit:
                continue
            if step.origin and dict(past.came).get(past.stage) != step.to:
                continue
            is_won = self.process[step.to].outcome == "won"
            if step.returns and is_won and not step.origin and step.to not in past.been:
                continue
            if step.kind == "silent" and not past.handed:
                continue
            after = dict(taken)
            if step.kind == "exit" and step.limit is not None:
                after[step.key] = count + 1
            came = dict(past.came)
            if not step.origin and step.to != past.stage:
                came[step.to] = past.stage
            found.append(
                (
                    step,
                    Past(
                        step.to,
                        tuple(sorted(after.items(), key=str)),
                        past.been | {step.to},
                        tuple(sorted(came.items())),
                        step.kind == "exit" and (step.key, step.to) in self.handed,
                    ),
                )
            )
        return found

    def explored(
        self, sources: list[Past], stop: frozenset[str] = frozenset(), without: str = ""
    ) -> dict[Past, list[tuple[Step, Past]]]:
        found: dict[Past, list[tuple[Step, Past]]] = {}
        ahead = [past for past in sources if past.stage != without]
        while ahead:
            past = ahead.pop()
            if past in found:
                continue
            steps = [] if past.stage in stop else self.steps(past)
            found[past] = [one for one in steps if one[1].stage != without]
            ahead += [after for _, after in found[past]]
        return found

    def entering(self, stage: str) -> list[Past]:
        return [past for past in self.explored(self.born()) if past.stage == stage]

    def never(self, source: str, targets: frozenset[str]) -> bool:
        found = self.explored(self.entering(source))
        return not any(after.stage in targets for steps in found.values() for _, after in steps)

    def passes(self, source: str | None, target: str, by: str) -> bool:
        sources = self.born() if source is None else self.entering(source)
        return not any(past.stage == target for past in self.explored(sources, without=by))

    def stays(self, past: Past) -> bool:
        spot = self.process[past.stage]
        if not self.ways[past.stage] or not self.steps(past):
            return True
        return (spot.waits or bool(spot.outcome)) and not spot.late

    def reaches(self, source: str, targets: frozenset[str]) -> bool:
        found = self.explored(self.entering(source), targets)
        good = {past for past in found if past.stage in targets}
        if any(self.stays(past) for past in found if past not in good):
            return False
        return self._leading(found, good) == set(found)

    def _leading(self, found: dict[Past, list[tuple[Step, Past]]], good: set[Past]) -> set[Past]:
        leading = set(good)
        while True:
            more = {
                past
                for past, steps in found.items()
                if past not in leading and any(after in leading for _, after in steps)
            }
            if not more:
                return leading
            leading |= more

    def worst(self, source: str, targets: frozenset[str]) -> float:
        """The worst days from entering a stage to targets, infinite where nothing ends them."""
        sources = self.entering(source)
        found = self.explored(sources, targets)
        leading = self._leading(found, {past for past in found if past.stage in targets})
        memory: dict[Past, float] = {}
        running: set[Past] = set()

        def longest(past: Past) -> float:
            if past.stage in targets:
                return 0
            if past in running:
                return float("inf")
            if past not in memory:
                running.add(past)
                memory[past] = max(
                    self._days(past, step)
                    + (0 if after.stage in targets else self._accepting(step))
                    + longest(after)
                    for step, after in found[past]
                    if after in leading
                )
                running.discard(past)
            return memory[past]

        return max(
            (
                longest(past) + (self._until_accepted(past.stage) if past.handed else 0)
                for past in sources
                if past in leading
            ),
            default=0,
        )

    def _days(self, past: Past, step: Step) -> float:
        if step.kind in ("silent", "full"):
            return 0
        within = self.process[past.stage].within
        return float("inf") if within is None else within

    def _accepting(self, step: Step) -> float:
        is_handed = step.kind == "exit" and (step.key, step.to) in self.handed
        return self._until_accepted(step.to) if is_handed else 0

    def _until_accepted(self, stage: str) -> float:
        accepted = self.process[stage].accepted
        return float("inf") if accepted is None else accepted
