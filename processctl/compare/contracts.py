"""Changes of what teams have agreed on for handing cases over, and for giving them back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from processctl.compare.change import Change, Sides
from processctl.compare.kinds import handoffs
from processctl.compare.lengths import beside
from processctl.journey import Journey
from processctl.journey.handoff import Handoff, Terms
from processctl.model.model import Model
from processctl.model.reference import Reference
from processctl.proofs.words import length_in_words, party_in_words, stage_in_words
from processctl.reading.problem import Path
from processctl.texts import Argument, Listing, Text, say

Key: TypeAlias = tuple[str, str, int]
"""Giving stage, receiving stage, and which of several handoffs between the two."""


def handoff_changes(sides: Sides) -> Iterator[Change]:
    """Contracts that ask for more, for less, or for something else; returns that are gone or new."""
    old, new = handoffs_of(sides.old), handoffs_of(sides.new)
    for key, handoff in new.items():
        if key in old:
            yield from _Pair(sides, old[key], handoff).changes()
    yield from _returns(sides)


def handoffs_of(journey: Journey) -> Mapping[Key, Handoff]:
    """The handoffs of a journey, each by the stages between which it takes place."""
    found: dict[Key, Handoff] = {}
    for one in journey.handoffs:
        number = 0
        while (one.edge.source, one.edge.target, number) in found:
            number += 1
        found[one.edge.source, one.edge.target, number] = one
    return found


class _Pair:
    """One handoff in both states."""

    def __init__(self, sides: Sides, old: Handoff, new: Handoff) -> None:
        self._sides = sides
        self._old, self._new = old, new
        model = sides.new.model
        self._names: dict[str, Argument] = {
            "giving": stage_in_words(model, new.edge.source),
            "receiving": stage_in_words(model, new.edge.target),
        }

    def changes(self) -> Iterator[Change]:
        """What is agreed on otherwise."""
        old, new = self._old.terms, self._new.terms
        if (old is not None and not old.readable) or (new is not None and not new.readable):
            return
        if new is None:
            if old is not None:
                yield self._gone(say("a contract"))
            return
        yield from self._needs(old.needs if old else (), new.needs)
        yield from self._time(old, new)
        if old is None:
            if not (new.needs or new.within):
                yield self._changed()
            return
        if old.by and not new.by:
            yield self._gone(say("who accepts"))
        elif _who(old.by) != _who(new.by) or old.mode != new.mode or _silent(old) != _silent(new):
            yield self._changed()

    def _needs(
        self, old: tuple[Reference | Text, ...], new: tuple[Reference | Text, ...]
    ) -> Iterator[Change]:
        was, now = _needed(self._sides.old.model, old), _needed(self._sides.new.model, new)
        more = [words for key, words in now.items() if key not in was]
        less = [words for key, words in was.items() if key not in now]
        if more:
            yield self._sides.changed(
                handoffs.HARDER,
                say(
                    'To hand over from stage "{giving}" to "{receiving}", more has to be known: {needs}.',
                    needs=Listing(tuple(more)),
                    **self._names,
                ),
                self._path("needs"),
                say("Who gives the case away has more to find out than was agreed."),
                stages=self._stages,
            )
        if less:
            yield self._sides.changed(
                handoffs.EASIER,
                say(
                    'To hand over from stage "{giving}" to "{receiving}", less has to be known: '
                    "without {needs}.",
                    needs=Listing(tuple(less)),
                    **self._names,
                ),
                self._path("needs"),
                say("Who receives the case knows less of it."),
                stages=self._stages,
            )

    def _time(self, old: Terms | None, new: Terms) -> Iterator[Change]:
        was, now = old.within if old else None, new.within
        if was is None and now is None:
            return
        if now is None:
            yield self._gone(say("the time within which it is accepted"))
            return
        than = "shorter" if was is None else beside(self._sides.new, was, now)
        kind = {"shorter": handoffs.HARDER, "longer": handoffs.SLOWER}.get(than, handoffs.CHANGED)
        if than == "same":
            return
        words = length_in_words(self._sides.new.model, now)
        if was is None:
            message = say(
                'A case that goes from stage "{giving}" to "{receiving}" has to be accepted within '
                "{now} now.",
                now=words,
                **self._names,
            )
        else:
            message = say(
                'A case that goes from stage "{giving}" to "{receiving}" has to be accepted within '
                "{now} now, not {was}.",
                now=words,
                was=length_in_words(self._sides.old.model, was),
                **self._names,
            )
        reasons = {
            "shorter": say("Who receives the case has less time than was agreed."),
            "longer": say("The case waits longer until somebody takes it."),
        }
        reason = reasons.get(than, say("Which of the two is longer depends on the day."))
        yield self._sides.changed(kind, message, self._path("within"), reason, stages=self._stages)

    def _gone(self, what: Argument) -> Change:
        return self._sides.changed(
            handoffs.GONE,
            say(
                'For handing over from stage "{giving}" to "{receiving}" this is not agreed on any more: '
                "{what}.",
                what=what,
                **self._names,
            ),
            self._new.exit.path,
            say("What is not written down is argued about."),
            stages=self._stages,
        )

    def _changed(self) -> Change:
        return self._sides.changed(
            handoffs.CHANGED,
            say(
                'For handing over from stage "{giving}" to "{receiving}" something else is agreed on.',
                **self._names,
            ),
            self._path("by"),
            say("Somebody else accepts the case, or something else happens when nobody does."),
            stages=self._stages,
        )

    def _path(self, key: str) -> Path:
        """Where a part of the contract stands: on the exit, else in the receiving stage."""
        exit_, stage = self._new.exit, self._new.edge.target
        if exit_.handoff is not None:
            return (*exit_.path, "handoff", key)
        return ("stages", stage, "accepts", key)

    @property
    def _stages(self) -> tuple[str, ...]:
        return self._new.edge.source, self._new.edge.target


def _needed(
    model: Model, needs: tuple[Reference | Text, ...]
) -> dict[tuple[str, ...] | Text, Argument]:
    found: dict[tuple[str, ...] | Text, Argument] = {}
    for need in needs:
        if isinstance(need, Text):
            found[need] = need
        else:
            field = model.fields.get(need.id)
            found["fields", need.id] = field.title if field is not None else need.id
    return found


def _who(references: tuple[Reference, ...]) -> tuple[tuple[str | None, str], ...]:
    return tuple((one.section, one.id) for one in references)


def _silent(terms: Terms) -> object:
    silent = terms.silent
    if silent is None:
        return None
    return _who(silent.tell), silent.to.id if silent.to is not None else None


def _returns(sides: Sides) -> Iterator[Change]:
    """From which stages cases can be given back to a team, in each state."""
    was, now = _backs(sides.old), _backs(sides.new)
    for stage, team in sorted(was | now):
        if stage not in sides.old.stages or stage not in sides.new.stages:
            continue
        owners = [one.owners.get(stage) for one in (sides.old, sides.new)]
        names: dict[str, Argument] = {
            "stage": stage_in_words(sides.new.model, stage),
            "team": party_in_words(sides.new.model, team),
        }
        path = ("stages", stage, "exits")
        before, after = owners
        if before is None or after is None or before.team != after.team:
            continue  # another team has the stage: whom it gives cases back to is another question
        if (stage, team) in was and (stage, team) not in now:
            if not _is_lost(sides, stage, team):
                continue
            yield sides.changed(
                handoffs.RETURN_GONE,
                say(
                    'From stage "{stage}" a case cannot be given back to "{team}" any more.',
                    **names,
                ),
                path,
                say("A case that should not be there has nowhere to go."),
                stages=(stage,),
            )
        elif (stage, team) in now and (stage, team) not in was and team in sides.old.model.teams:
            yield sides.changed(
                handoffs.RETURN_ADDED,
                say('From stage "{stage}" a case can be given back to "{team}" now.', **names),
                path,
                say("That team gets cases back."),
                stages=(stage,),
            )


def _is_lost(sides: Sides, stage: str, team: str) -> bool:
    """Whether the way back itself is gone: not the team, nor the owner of the stage it leads to."""
    back = sides.old.returned_to[stage][team]
    target_has_owner = back.target in sides.new.owners
    return team in sides.new.model.teams and (
        target_has_owner or back.target not in sides.new.stages
    )


def _backs(journey: Journey) -> frozenset[tuple[str, str]]:
    receiving = {one.edge.target for one in journey.handoffs if one.across}
    return frozenset(
        (stage, team)
        for stage, teams in journey.returned_to.items()
        if stage in receiving
        for team in teams
    )
