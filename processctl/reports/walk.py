"""A walk for people at a terminal: stage by stage, what was recorded, where it went and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from processctl.journey import Journey
from processctl.proofs.words import length_in_words, stage_in_words
from processctl.reports.telling import Telling, plain
from processctl.texts import Argument, say
from processctl.trying.told import Stop, Walk
from processctl.trying.words import (
    end_in_words,
    exits_in_words,
    recorded_in_words,
    refused_in_words,
    taken_in_words,
)

Paint = Callable[..., str]


def _no_paint(text: str, **_: object) -> str:
    return text


@dataclass(frozen=True)
class WalkReport:
    """Tells a walk in one language; ``paint`` colours a text (``click.style``)."""

    journey: Journey
    language: str
    paint: Paint = field(default=_no_paint)

    def words(self, argument: Argument) -> str:
        """An argument in this language, on one line."""
        return Telling((), Path(), self.language).words(argument)

    def lines(self, walk: Walk, first: int = 0) -> Iterator[str]:
        """The stops from a number on, and how the walk ended."""
        for number, stop in enumerate(walk.stops[first:], first + 1):
            yield from self.stop(number, stop)
        yield self.paint(self.words(end_in_words(self.journey, walk)), bold=True)

    def stop(self, number: int, stop: Stop) -> Iterator[str]:
        """One stop."""
        title = plain(stage_in_words(self.journey.model, stop.stage).in_language(self.language))
        yield f"{self.paint(f'{number}. {title}', bold=True)}  {_moment(stop.arrived)}"
        told = [refused_in_words(self.journey, stop), recorded_in_words(self.journey, stop)]
        yield from (f"   {self.words(one)}" for one in told if one is not None)
        if stop.left > stop.arrived:
            yield f"   {self._time(stop)}"
        if stop.taken is not None:
            yield f"   {self.words(taken_in_words(self.journey, stop.taken))}"
        for message in exits_in_words(self.journey, stop):
            yield f"   - {self.words(message)}"

    def _time(self, stop: Stop) -> str:
        """How long it stayed there, beside how long it may."""
        until = _moment(stop.left)
        within = stop.part.within or self.journey.stages[stop.stage].within
        after = stop.visit.after if stop.visit is not None else None
        if stop.taken is not None and stop.taken.why == "deadline":
            after = None  # it did not wait for so long
        if after is not None and within is not None:
            return self.words(
                say(
                    "After {time} it is {moment}; it may stay {limit}.",
                    time=length_in_words(self.journey.model, after),
                    moment=until,
                    limit=length_in_words(self.journey.model, within),
                )
            )
        if after is not None:
            return self.words(
                say(
                    "After {time} it is {moment}.",
                    time=length_in_words(self.journey.model, after),
                    moment=until,
                )
            )
        return self.words(say("Time goes on to {moment}.", moment=until))


def _moment(moment: datetime) -> str:
    return moment.isoformat(" ", "minutes")
