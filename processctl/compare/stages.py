"""Stages that come and go, starts that go, and stages from which no way leads to a result any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from processctl.compare.change import Change, Sides
from processctl.compare.figures import per_month
from processctl.compare.kinds import stages
from processctl.compare.kinds.rest import CHANGED
from processctl.journey import Journey
from processctl.journey.search import reach
from processctl.model.model import Model
from processctl.proofs.words import stage_in_words
from processctl.texts import Listing, say


@dataclass(frozen=True, eq=False)
class Stages:
    """Compares which stages there are; ``words`` is a model that knows the names of both states."""

    sides: Sides
    words: Model

    def changes(self) -> Iterator[Change]:
        """The stages that came into force, those that went, and those without a way to an end."""
        old, new = self.sides.old, self.sides.new
        yield from (self._added(name) for name in new.stages if name not in old.stages)
        for name, stage in old.stages.items():
            if name not in new.stages:
                yield self._removed(name)
            elif stage.start is not None and new.stages[name].start is None:
                yield self._no_start(name)
            elif stage.start is None and new.stages[name].start is not None:
                yield self._new_start(name)
            if name in new.stages:
                yield from self._outcome(name)
                yield from self._waits(name)
        yield from self._ends()

    @cached_property
    def _per_month(self) -> Mapping[str, float]:
        return per_month(self.sides.old)

    def _added(self, name: str) -> Change:
        stage = stage_in_words(self.words, name)
        was_there = name in self.sides.old.model.stages
        return self.sides.changed(
            stages.ADDED,
            say('Stage "{stage}" is in force now.', stage=stage)
            if was_there
            else say('Stage "{stage}" is new.', stage=stage),
            ("stages", name),
            say("Cases can be in a stage in which they could not be before."),
            stages=(name,),
        )

    def _removed(self, name: str) -> Change:
        stage = stage_in_words(self.words, name)
        is_there = name in self.sides.new.model.stages
        return self.sides.changed(
            stages.REMOVED,
            say('Stage "{stage}" is not in force any more.', stage=stage)
            if is_there
            else say('Stage "{stage}" is gone.', stage=stage),
            ("stages", name),
            say("Cases that are in it today have no way from there."),
            per_month=_rounded(self._per_month.get(name)),
            stages=(name,),
        )

    def _no_start(self, name: str) -> Change:
        return self.sides.changed(
            stages.START_GONE,
            say(
                'No cases begin in stage "{stage}" any more.',
                stage=stage_in_words(self.words, name),
            ),
            ("stages", name, "start"),
            say("Those who come in there have no way any more."),
            stages=(name,),
        )

    def _new_start(self, name: str) -> Change:
        return self.sides.changed(
            stages.START_ADDED,
            say('Cases begin in stage "{stage}" now.', stage=stage_in_words(self.words, name)),
            ("stages", name, "start"),
            say("They come in where none came before."),
            stages=(name,),
        )

    def _outcome(self, name: str) -> Iterator[Change]:
        """What a stage counts as, once it is a result."""
        was, now = (side.stages[name].outcome for side in (self.sides.old, self.sides.new))
        if was == now:
            return
        stage = stage_in_words(self.words, name)
        if was is None and now is not None:
            message = say('Stage "{stage}" is a result now: "{now}".', stage=stage, now=now)
        elif now is None and was is not None:
            message = say(
                'Stage "{stage}" is no result any more; it was "{was}".', stage=stage, was=was
            )
        else:
            message = say(
                'Stage "{stage}" counts as "{now}" now; it was "{was}".',
                stage=stage,
                now=now or "",
                was=was or "",
            )
        reason = say("Whoever counts results counts otherwise from now on.")
        yield self.sides.changed(CHANGED, message, ("stages", name, "outcome"), reason)

    def _waits(self, name: str) -> Iterator[Change]:
        """Whether cases that fit no exit may rest in a stage."""
        was, now = (side.stages[name].waits for side in (self.sides.old, self.sides.new))
        if was == now:
            return
        stage = stage_in_words(self.words, name)
        message = (
            say('In stage "{stage}" cases that fit no exit may rest now.', stage=stage)
            if now
            else say(
                'In stage "{stage}" cases that fit no exit may not rest any more.', stage=stage
            )
        )
        reason = say("Until now the other was held to be right.")
        yield self.sides.changed(CHANGED, message, ("stages", name, "waits"), reason)

    def _ends(self) -> Iterator[Change]:
        """Stages from which no result can be reached, unlike before."""
        was, now = _with_an_end(self.sides.old), _with_an_end(self.sides.new)
        reached = reach(self.sides.new.graph, self.sides.new.starts)
        caught = [
            name
            for name in self.sides.new.stages
            if name in reached
            and name not in now
            and name not in self.sides.new.uncertain
            # A stage that was there and has no way out any more is told by itself.
            and (
                (name in was and self.sides.new.out[name])
                or (was and name not in self.sides.old.stages)
            )
        ]
        if caught:
            names = Listing(tuple(stage_in_words(self.words, name) for name in caught))
            yield self.sides.changed(
                stages.NO_END,
                say("From {stages} no case comes to a result.", stages=names),
                ("stages", caught[0], "exits"),
                say("Cases that come there have no way to a result."),
                stages=tuple(caught),
            )


def _with_an_end(journey: Journey) -> frozenset[str]:
    """The stages from which some result can be reached."""
    return frozenset(reach(journey.graph.reverse(copy=False), journey.outcomes))


def _rounded(cases: float | None) -> Fraction | None:
    return Fraction(round(cases)) if cases is not None else None
