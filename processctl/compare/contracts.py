"""Changes of what teams have agreed on for handing cases over."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property

from processctl.compare.change import Change, Sides
from processctl.compare.kind import Kind
from processctl.compare.kinds import handoffs
from processctl.compare.kinds.rest import SAME_MEANING
from processctl.compare.lengths import beside
from processctl.compare.terms import Key, handoffs_of, needed, parts, silent, who
from processctl.journey.handoff import Handoff, Terms
from processctl.model.reference import Reference
from processctl.model.values import Duration
from processctl.proofs.words import length_in_words, party_in_words, stage_in_words
from processctl.reading.problem import Path
from processctl.texts import Argument, Listing, Message, Text, say


def handoff_changes(sides: Sides) -> Iterator[Change]:
    """Contracts that ask for more, for less, or for something else.

    What the receiving stage says is said once, however many stages give cases to it.
    """
    old, new = handoffs_of(sides.old), handoffs_of(sides.new)
    groups: dict[Hashable, list[Key]] = {}
    for key, handoff in new.items():
        if key in old and parts(sides.old, old[key]) != parts(sides.new, handoff):
            is_own = old[key].exit.handoff is not None or handoff.exit.handoff is not None
            groups.setdefault(key if is_own else key[1], []).append(key)
    for keys in groups.values():
        first = keys[0]
        contract = _Contract(sides, old[first].terms, new[first], tuple(keys))
        changes = list(contract.changes())
        yield from changes or contract.written_otherwise()


@dataclass(frozen=True)
class _Contract:
    """One contract in both states, and between which stages it holds."""

    sides: Sides
    old: Terms | None
    handoff: Handoff
    keys: tuple[Key, ...]

    def changes(self) -> Iterator[Change]:
        """What is agreed on otherwise."""
        old, new = self.old, self.handoff.terms
        if (old is not None and not old.readable) or (new is not None and not new.readable):
            return
        if new is None:
            yield self._gone(say("a contract"))
            return
        if old is None:
            yield self._new(new)
            return
        yield from self._needs(old.needs, new.needs)
        yield from self._time(old.within, new.within)
        yield from self._rest(old, new)

    def written_otherwise(self) -> Iterator[Change]:
        """A contract of which only another part says the same."""
        if self.handoff.terms is not None and self.handoff.terms.readable:
            message = say(
                'The contract for handing over to stage "{receiving}" (from {giving}) is written '
                "otherwise, and asks for the same.",
                **self._names,
            )
            reason = say("What the exit leaves out, the receiving stage says.")
            yield self._changed(SAME_MEANING, message, "needs", reason)

    def _new(self, new: Terms) -> Change:
        is_harder = bool(new.needs or new.within)
        return self._changed(
            handoffs.HARDER if is_harder else handoffs.CHANGED,
            say(
                'Handing over to stage "{receiving}" (from {giving}) has a contract now.',
                **self._names,
            ),
            "needs",
            say("Who gives the case away has more to find out than was agreed.")
            if is_harder
            else say("Both teams have to know it."),
        )

    def _needs(
        self, old: tuple[Reference | Text, ...], new: tuple[Reference | Text, ...]
    ) -> Iterator[Change]:
        was, now = needed(self.sides.old.model, old), needed(self.sides.new.model, new)
        more = tuple(words for key, words in now.items() if key not in was)
        less = tuple(words for key, words in was.items() if key not in now)
        if more:
            yield self._changed(
                handoffs.HARDER,
                say(
                    'Handing over to stage "{receiving}" (from {giving}) asks for more: {needs}.',
                    needs=Listing(more),
                    **self._names,
                ),
                "needs",
                say("Who gives the case away has more to find out than was agreed."),
            )
        if less:
            yield self._changed(
                handoffs.EASIER,
                say(
                    'Handing over to stage "{receiving}" (from {giving}) asks for less: without {needs}.',
                    needs=Listing(less),
                    **self._names,
                ),
                "needs",
                say("Who receives the case knows less of it."),
            )

    def _time(self, was: Duration | None, now: Duration | None) -> Iterator[Change]:
        if was == now:
            return
        if now is None:
            yield self._gone(say("the time within which it is accepted"))
            return
        words = length_in_words(self.sides.new.model, now)
        if was is None:
            message = say(
                'A case that comes to stage "{receiving}" (from {giving}) has to be accepted within '
                "{now} now.",
                now=words,
                **self._names,
            )
            yield self._changed(handoffs.HARDER, message, "within", _LESS_TIME)
            return
        before = length_in_words(self.sides.old.model, was)
        than = beside(self.sides.new, was, now)
        if than == "same":
            message = say(
                'The time to accept a case in stage "{receiving}" (from {giving}) is written otherwise '
                "and is as long: {now}, not {was}.",
                now=words,
                was=before,
                **self._names,
            )
        else:
            message = say(
                'A case that comes to stage "{receiving}" (from {giving}) has to be accepted within '
                "{now} now, not {was}.",
                now=words,
                was=before,
                **self._names,
            )
        kind, reason = _TIMES[than]
        yield self._changed(kind, message, "within", reason)

    def _rest(self, old: Terms, new: Terms) -> Iterator[Change]:
        """Who accepts, and what happens when nobody does."""
        was, now = who(old.by), who(new.by)
        if was and not now:
            yield self._gone(say("who accepts"))
        elif was != now:
            yield self._changed(
                handoffs.CHANGED,
                say(
                    'Who accepts a case in stage "{receiving}" (from {giving}) now: {who}.',
                    who=Listing(
                        tuple(party_in_words(self.sides.new.model, one.id) for one in new.by)
                    ),
                    **self._names,
                ),
                "by",
                say("Somebody else has to take the case."),
            )
        if old.mode != new.mode:
            yield self._changed(
                handoffs.CHANGED,
                say(
                    'A case that comes to stage "{receiving}" (from {giving}) is accepted in another way.',
                    **self._names,
                ),
                "here",
                say("Both teams have to know it."),
            )
        if silent(old) != silent(new):
            yield self._changed(
                handoffs.CHANGED,
                say(
                    'When nobody accepts a case in stage "{receiving}" (from {giving}), something else '
                    "happens now.",
                    **self._names,
                ),
                "silent",
                say("Somebody else gets these cases, or hears of them."),
            )

    def _gone(self, what: Argument) -> Change:
        return self._changed(
            handoffs.GONE,
            say(
                'For handing over to stage "{receiving}" (from {giving}) this is not agreed on any more: '
                "{what}.",
                what=what,
                **self._names,
            ),
            "needs",
            say("What is not written down is argued about."),
        )

    def _changed(self, kind: Kind, message: Message, key: str, reason: Message) -> Change:
        stages = (*(one[0] for one in self.keys), self.handoff.edge.target)
        return self.sides.changed(kind, message, self._path(key), reason, stages=stages)

    def _path(self, key: str) -> Path:
        """Where a part of the contract stands: on the exit, else in the receiving stage."""
        exit_, stage = self.handoff.exit, self.handoff.edge.target
        if exit_.handoff is not None:
            return (*exit_.path, "handoff", key)
        return ("stages", stage, "accepts", key)

    @cached_property
    def _names(self) -> dict[str, Argument]:
        model = self.sides.new.model
        giving = dict.fromkeys(stage_in_words(model, one[0]) for one in self.keys)
        return {
            "giving": Listing(tuple(giving)),
            "receiving": stage_in_words(model, self.handoff.edge.target),
        }


_LESS_TIME = say("Who receives the case has less time than was agreed.")
_TIMES = {
    "shorter": (handoffs.HARDER, _LESS_TIME),
    "longer": (handoffs.SLOWER, say("The case waits longer until somebody takes it.")),
    "same": (SAME_MEANING, say("By the working time of the process both are the same.")),
    "other": (handoffs.CHANGED, say("Which of the two is longer depends on the day.")),
}
