"""Ways out of stages as BPMN has them: alternatives behind a gateway, or events on a task."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from processctl.bpmn.chart import Colour, Flow, Marks, Node
from processctl.bpmn.durations import to_iso
from processctl.bpmn.wording import about_way, clock_words
from processctl.diagrams.bundle import BULLET
from processctl.diagrams.sketch import LineKind, plain
from processctl.journey.words import condition_words
from processctl.model.condition import Otherwise
from processctl.model.exit import Exit, Transition
from processctl.model.values import Duration
from processctl.texts import say
from processctl.views.lines import Way, time_of, ways
from processctl.views.wording import Wording

RETURN = "↩ "
"""Stands before the name of a way back: colour is never the only sign."""
_COLOURS: dict[LineKind, Colour] = {"handoff": "handoff", "return": "return"}


@dataclass(frozen=True, slots=True)
class Bundle:
    """Ways that are one line in our drawings: they differ only in when they are taken."""

    ways: tuple[Way, ...]
    words: Wording

    @property
    def source(self) -> str:
        """The stage that it leaves."""
        return self.ways[0].edge.source

    @property
    def target(self) -> str:
        """The stage that it leads to."""
        return self.ways[0].edge.target

    @property
    def kind(self) -> LineKind:
        """What sort of line it is."""
        return self.ways[0].line.kind

    @property
    def by_choice(self) -> bool:
        """Whether somebody, or a condition, takes it; a clock otherwise, or a stage that is full."""
        return _by_choice(self.ways[0])

    @property
    def number(self) -> str:
        """What its elements are called, behind the sort of element."""
        return self.ways[0].line.id.removeprefix("line")

    def name(self) -> str:
        """When it is taken; a list where that is told in several ways."""
        found = list(dict.fromkeys(self._when(way) for way in self.ways))
        if len(found) == 1:
            return found[0]
        always = self.words.say(say("without a condition"))
        return "\n".join(BULLET + (one or always) for one in found)

    @property
    def is_otherwise(self) -> bool:
        """Whether it is the way of those that fit no other."""
        return all(_is_otherwise(way) for way in self.ways)

    def flow(
        self, source: str, target: str, *, chosen: bool, default: bool, told: Iterable[str]
    ) -> Flow:
        """Its sequence flow; ``chosen`` says that it is one of several, ``default`` which."""
        words = self.name()
        sign = RETURN if self.kind == "return" else ""
        return Flow(
            f"flow_{self.number}",
            source,
            target,
            self.kind,
            sign + words if self.by_choice else "",
            condition=words if chosen and words and not default else None,
            is_default=default,
            documentation=tuple(told),
            colour=_COLOURS.get(self.kind),
            marks=self._marks() if self.by_choice else (),
        )

    def event(self, host: str, lane: str, told: Iterable[str]) -> Node:
        """The event on a task that it begins with, where nobody chooses it."""
        after = self._after()
        clock = "full" if self.kind == "full" else self.ways[0].edge.kind
        length = "" if after is None or after.since is not None else length_text(after)
        return Node(
            f"event_{self.number}",
            "condition" if self.kind in ("full", "then") else "timer",
            self.source,
            self.name(),
            lane,
            tuple(told),
            host=host,
            duration=to_iso(after) if after is not None else None,
            marks=(("clock", clock), *((("after", length),) if length else ()), *self._marks()),
        )

    def about(self) -> Iterable[str]:
        """All that is to be said of it, in words."""
        after = self._after()
        for way in self.ways:
            parts = (
                about_way(self.words, way)
                if self.by_choice
                else clock_words(self.words, way, after)
            )
            yield from (plain(self.words.say(part)) for part in parts)

    def _after(self) -> Duration | None:
        """The time until it is taken; None where nothing says it, or several things do."""
        if self.by_choice:
            return None
        times = {time_of(self.words.journey, way.edge) for way in self.ways}
        return times.pop() if len(times) == 1 else None

    def _when(self, way: Way) -> str:
        edge = way.edge
        if edge.kind != "exit" or not isinstance(edge.way, Exit):
            # The segment whose cases go this way ends with a colon, and leads on to when they do.
            count = 1 if edge.segment is None else 2
            return plain(" ".join(way.line.label[:count]))
        condition = condition_words(self.words.journey.model, edge.way.when)
        return plain(self.words.say(condition)) if condition is not None else ""

    def _marks(self) -> Marks:
        """Whether it is a return, and how often; for what comes then, after how many times."""
        found = [way.edge.way for way in self.ways if isinstance(way.edge.way, Transition)]
        limits = sorted({way.at_most for way in found if way.at_most is not None})
        said = " ".join(map(str, limits))
        if self.kind == "then":
            return (("then", said),) if said else ()
        marks = (("return", "true"),) if any(way.returns for way in found) else ()
        return (*marks, ("at_most", said)) if said else marks


def bundles(words: Wording) -> tuple[Bundle, ...]:
    """All ways that are in force, those together that one line stands for."""
    groups: dict[tuple[str, str, LineKind, bool], list[Way]] = {}
    for way in ways(words):
        if not way.line.planned:
            edge = way.edge
            key = edge.source, edge.target, way.line.kind, _by_choice(way)
            groups.setdefault(key, []).append(way)
    return tuple(Bundle(tuple(group), words) for group in groups.values())


def length_text(duration: Duration) -> str:
    """A length as the language writes it."""
    business = "business " if duration.business else ""
    return f"{duration.count} {business}{duration.unit}{'s' if duration.count != 1 else ''}"


def _by_choice(way: Way) -> bool:
    return way.edge.kind in ("exit", "then") and isinstance(way.edge.way, Exit)


def _is_otherwise(way: Way) -> bool:
    found = way.edge.way
    return way.edge.kind == "exit" and isinstance(found, Exit) and isinstance(found.when, Otherwise)
