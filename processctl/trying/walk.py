"""A case walks through the journey, as the language says that cases do.

In each stage it gets what is recorded there, and the exits are asked as in the proofs. What nobody says
is open: where it decides, the walk ends and says what it lacks. Besides,

- a case that is refused at the door goes on in the stage as it is: that is told, and mended by people;
- where it begins, what nobody says of its entry is taken to be as the entry asks;
- a value that a stage records is a new one. Nobody knows it until it is said, but for a field that the
  case was born with, in the stage where it was born, and for optional fields, which are then missing;
- a judgement in an entry that the exit just taken did not ask is the receiver's, who is taken to agree;
- an exit that holds is taken, also when time is over. A deadline exit is taken when nothing holds and
  time is over; if no time is told, then it runs out, unless the stage lets cases wait;
- each case is accepted when it arrives, so that its stage's clock runs from then on; and no stage is
  full, unless the plan says otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from processctl.criteria import MISSING, NOWHERE, Name, Node
from processctl.journey import Edge
from processctl.model.exit import Exit
from processctl.model.stage import Clocked
from processctl.trying.deadlines import deadlines, open_clocks
from processctl.trying.exits import Choosing, Inside, choose, edge_of, looks
from processctl.trying.ground import Ground
from processctl.trying.partly import Partly
from processctl.trying.plan import Known, Plan, Visit
from processctl.trying.told import End, Stop, Taken, Walk, Why

MOST_STOPS = 100


def walk(ground: Ground, plan: Plan, today: date, most: int = MOST_STOPS) -> Walk:
    """The walk of a case that begins in the morning of a day, in a stage in force.

    It ends after ``most`` stops at the latest.
    """
    return _Walker(ground, plan, today).walk(most)


def refused_by(ground: Ground, stage: str, partly: Partly) -> tuple[Node, ...]:
    """The parts of a stage's entry that do not let a case in."""
    return tuple(part for part in ground.entry(stage) if partly.holds(part) is False)


class _Ended(Exception):  # noqa: N818 - the end of a walk is no error
    """The walk is over."""

    def __init__(self, end: End, lacks: Iterable[str] = ()) -> None:
        super().__init__(end)
        self.end: End = end
        self.lacks = tuple(dict.fromkeys(lacks))


class _Walker:
    """A case on its way: what is known of it changes from stop to stop."""

    def __init__(self, ground: Ground, plan: Plan, today: date) -> None:
        self.ground, self.plan = ground, plan
        self.now = ground.moments.morning(today)
        self.name = plan.start
        self.origin: str | None = None
        self.is_staying = False
        self.entered: dict[str, datetime] = {}
        self.values: dict[str, Known] = dict(plan.has)
        self.answered: Mapping[str, bool] = {}
        self.times: Counter[tuple[str | int, ...]] = Counter()
        self.ahead = list(reversed(plan.visits))
        self.stops: list[Stop] = []

    def walk(self, most: int) -> Walk:
        """All stops, up to so many."""
        try:
            while len(self.stops) < most:
                self._stop()
        except _Ended as ended:
            return Walk(tuple(self.stops), ended.end, ended.lacks, tuple(reversed(self.ahead)))
        return Walk(tuple(self.stops), "long", (), tuple(reversed(self.ahead)))

    def _stop(self) -> None:
        """Meet what there is in the stage; the case is in the next one afterwards."""
        stage = self.ground.journey.stages[self.name]
        is_birth = not self.stops
        here = Stop(self.name, self.now, self.now, stage, again=self.is_staying)
        self.stops.append(here)
        if not self.is_staying:
            self.entered[self.name] = self.now
            self._note(refused=self._door())
        visit = self.ahead.pop() if self.ahead and self.ahead[-1].stage == self.name else None
        self._note(visit=visit)
        if visit is not None and visit.leaves:
            self._leave_early(visit)
            return
        if not is_birth and visit is None and self.name in self.ground.journey.outcomes:
            raise _Ended("result")
        part = self._record(visit, is_birth=is_birth)
        if visit is not None and visit.after is not None:
            self.now = self.ground.moments.later(self.now, visit.after)
        self._note(part=part, left=self.now, values=dict(self.values))
        self._leave(visit)

    def _note(self, **changes: object) -> None:
        self.stops[-1] = replace(self.stops[-1], **changes)  # type: ignore[arg-type]  # by name

    def _partly(self, answers: Mapping[str, bool]) -> Partly:
        return self.ground.look(self.values, answers, self.name, self.now.date())

    def _open(self, nodes: Iterable[Node], answers: Mapping[str, bool]) -> Iterable[str]:
        for node in nodes:
            yield from self.ground.open_names(node, self.values, answers)

    def _door(self) -> tuple[Node, ...]:
        """The parts of the entry that refuse the case."""
        partly = self._partly(self.answered)
        parts = self.ground.entry(self.name)
        undecided = [part for part in parts if partly.holds(part) is None]
        lacking = [
            one for one in self._open(undecided, self.answered) if one in self.ground.required
        ]
        if lacking and len(self.stops) > 1:
            raise _Ended("lacks", lacking)
        return refused_by(self.ground, self.name, partly)

    def _record(self, visit: Visit | None, *, is_birth: bool) -> Clocked:
        """Record what the stage records; the answer is whose clock counts for the case."""
        stage = self.ground.journey.stages[self.name]
        part: Clocked = stage
        partly = self._partly({})
        for variant in stage.varies:
            segment = Name(NOWHERE, variant.segment.id)
            is_of_it = partly.holds(segment)
            if is_of_it is None and variant.captures:
                raise _Ended("lacks", self._open([segment], {}))
            if is_of_it:
                part = variant
                break
        captures = part.captures or stage.captures
        said = dict(visit.has) if visit is not None else {}
        recorded: dict[str, Known] = dict(said)
        for name in () if self.is_staying else (one.id for one in captures):
            if name in said or name not in self.ground.recorded:
                continue
            if name in self.plan.always:
                recorded[name] = self.plan.always[name]
            elif name not in self.ground.required:
                recorded[name] = MISSING
            elif not is_birth:
                self.values.pop(name, None)
        self.values.update(recorded)
        self._note(recorded=recorded)
        return part

    def _answers(self, visit: Visit | None) -> tuple[dict[str, bool], frozenset[str]]:
        """The answers given in the stage, and all names that are said yes to."""
        yes = self.plan.yes | (visit.yes if visit is not None else frozenset())
        no = (self.plan.no | (visit.no if visit is not None else frozenset())) - yes
        is_complete = visit is not None and visit.complete
        answers = {}
        for key, name in self.ground.asked(self.name).items():
            if name in yes:
                answers[key] = True
            elif is_complete or name in no:
                answers[key] = False
        return answers, yes

    def _leave(self, visit: Visit | None) -> None:
        """Go by the exit that holds, else by a deadline that is over."""
        journey = self.ground.journey
        choice = self.ground.choice(self.name)
        if self.name in journey.uncertain or not choice.is_readable:
            raise _Ended("unread")
        answers, chosen = self._answers(visit)
        been = frozenset(self.entered)
        inside = Inside(self.name, self.origin, been, self.values, answers, chosen)
        partly = self._partly(answers)
        found = looks(self.ground, choice, inside, partly)
        self._note(looks=found)
        choosing = choose(self.ground, choice, found, inside)
        if choosing.taken is None:
            self._wait(choosing, visit, partly, answers)
            return
        edge = edge_of(self.ground, choosing.taken.way, inside)
        if edge is None:
            raise _Ended("unread")
        way = choosing.taken.way
        asked = [one.condition for one in (way, *choice.prior(way)) if one.condition is not None]
        read = frozenset().union(*(self.ground.reads(node) for node in asked))
        self._go(edge, choosing.why, {key: one for key, one in answers.items() if key in read})

    def _wait(
        self, choosing: Choosing, visit: Visit | None, partly: Partly, answers: Mapping[str, bool]
    ) -> None:
        """Nothing is taken now: look again with the next visit, or let time run out, or end."""
        journey, stage = self.ground.journey, self.ground.journey.stages[self.name]
        if choosing.several:
            raise _Ended("several")
        if self.ahead and self.ahead[-1].stage == self.name and not self.ahead[-1].leaves:
            self.is_staying = True
            return
        is_result = self.name in journey.outcomes
        if choosing.lacks and not (is_result and visit is None):
            raise _Ended("lacks", choosing.lacks)
        unclear = open_clocks(stage, partly)
        if unclear:
            raise _Ended("lacks", self._open(unclear, answers))
        is_told = visit is not None and visit.after is not None
        clocks = deadlines(self.ground, stage, partly, self.values, self.entered)
        over = [one for one in clocks if one.due <= self.now]
        if not is_told and not stage.waits and not is_result:
            over = over or clocks
        if over:
            self.now = max(self.entered[self.name], over[0].due)
            self._note(left=self.now)
            self._go(over[0].edge, "deadline", {})
            return
        if is_result:
            raise _Ended("result")
        if stage.waits:
            raise _Ended("rests")
        counts_down = any(
            journey.conditions.counts_down(look.way.exit.when) for look in self.stops[-1].looks
        )
        raise _Ended("stays" if clocks or counts_down else "nowhere")

    def _leave_early(self, visit: Visit) -> None:
        """Go because nobody accepted the case, or because the stage was full."""
        for edge in self.ground.journey.out[self.name]:
            if edge.kind == visit.leaves:
                self._go(edge, "full" if edge.kind == "full" else "silent", {})
                return
        raise _Ended("nowhere")

    def _go(self, edge: Edge, why: Why, answered: Mapping[str, bool]) -> None:
        """Go by an edge, or by its ``then`` where its limit is reached; some values are forgotten."""
        way, is_spent = edge.way, False
        limit = getattr(way, "at_most", None)
        if limit is not None and self.times[edge.path] >= limit:
            onward = [
                one
                for one in self.ground.journey.out[self.name]
                if one.kind == "then" and one.way is way
            ]
            if onward:
                edge, is_spent = onward[0], True
        self.times[edge.path] += 1
        if edge.kind == "exit" and isinstance(way, Exit):
            for reference in way.resets:
                self.values.pop(reference.id, None)
        self._note(taken=Taken(edge, why, is_spent))
        if edge.target != self.name:
            self.origin = self.name
        self.name, self.answered, self.is_staying = edge.target, answered, False
