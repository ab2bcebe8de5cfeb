"""What stages ask of those who come to them: whether they refuse some, or let some in, unlike before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from processctl.compare.affected import affected
from processctl.compare.change import Change, Sides
from processctl.compare.kind import Kind
from processctl.compare.kinds import stages
from processctl.compare.kinds.rest import SAME_MEANING
from processctl.compare.kinds.ways import NOT_COMPARED
from processctl.compare.together import Together
from processctl.criteria import Node, names
from processctl.model.condition import Expression
from processctl.model.model import Model
from processctl.model.stage import Stage
from processctl.proofs.fact import Fact
from processctl.proofs.words import stage_in_words
from processctl.texts import say


@dataclass(frozen=True, eq=False)
class Doors:
    """Compares what stages ask; ``words`` is a model that knows the names of both states."""

    sides: Sides
    together: Together
    words: Model
    today: date

    def changes(self) -> Iterator[Change]:
        """The doors that let in others than before, of stages in force in both states."""
        for name in self.sides.new.stages:
            if name in self.sides.old.stages:
                yield from self.at(name)

    def at(self, name: str) -> Iterator[Change]:
        """What a stage asks of those who come to it."""
        old, new = self.sides.old.stages[name], self.sides.new.stages[name]
        pairs = [
            ("entry", old.entry, new.entry, self.together.arriving(name)),
            ("start", _birth(old), _birth(new), (((), True),)),
        ]
        for key, was, now, there in pairs:
            if key == "start" and (old.start is None or new.start is None):
                continue
            yield from self._condition(name, key, was, now, there)

    def _condition(
        self,
        name: str,
        key: str,
        was: Expression | None,
        now: Expression | None,
        there: tuple[tuple[tuple[Fact, ...], bool], ...],
    ) -> Iterator[Change]:
        old_tree = None if was is None or was.tree is None else self.together.translated(was.tree)
        new_tree = None if now is None or now.tree is None else now.tree
        reads = self._names(was.tree if was else None) | self._names(new_tree)
        is_written_alike = (was.tree if was else None) == (now.tree if now else None)
        if is_written_alike and (was is None or self.together.new_meaning.isdisjoint(reads)):
            return
        path = ("stages", name, key) if key == "entry" else ("stages", name, "start", "when")
        is_readable = all(
            one is None or (one.tree is not None and passage.judgeable(one))
            for one, passage in ((was, self.together.old), (now, self.together.new))
        )
        if not is_readable or not self.together.not_comparable.isdisjoint(reads):
            yield self._open(name, path)
            return
        of = self.together.new.facts.of
        before = of(old_tree, True) if old_tree is not None else []
        after = of(new_tree, True) if new_tree is not None else []
        questions: list[tuple[Kind, list[Fact]]] = []
        if new_tree is not None:
            questions.append((stages.DOOR_NARROWER, [*before, *of(new_tree, False)]))
        if old_tree is not None:
            questions.append((stages.DOOR_WIDER, [*of(old_tree, False), *after]))
        answers = [(kind, facts, self._first(there, facts)) for kind, facts in questions]
        for kind, facts, shown in answers:
            if isinstance(shown, tuple):
                known = [one for one, _ in there]
                yield self._at_door(kind, name, path, facts, (*shown, *facts), known)
        if any(shown == "open" for _, _, shown in answers):
            yield self._open(name, path)
        elif not is_written_alike and all(shown is None for _, _, shown in answers):
            yield self.sides.changed(
                SAME_MEANING,
                say(
                    'What stage "{stage}" asks of those who come is written otherwise, and lets in the '
                    "same cases.",
                    stage=stage_in_words(self.words, name),
                ),
                path,
                say("Proved for every case that comes to the stage."),
            )

    def _first(
        self, there: Iterable[tuple[tuple[Fact, ...], bool]], facts: Iterable[Fact]
    ) -> tuple[Fact, ...] | Literal["open"] | None:
        """What is known of the first of those who come that have some facts; None if none can have."""
        asked, is_open = tuple(facts), False
        for one, surely in there:
            answer = self.together.solver.can_hold((*one, *asked))
            if answer == "yes" and surely:
                return one
            is_open = is_open or answer != "no"
        return "open" if is_open else None

    def _open(self, name: str, path: tuple[str, ...]) -> Change:
        return self.sides.changed(
            NOT_COMPARED,
            say(
                'What stage "{stage}" asks of those who come is another thing, and it is not decided '
                "who is concerned.",
                stage=stage_in_words(self.words, name),
            ),
            path,
            say("Something cannot be read, or the question is too hard for the solver."),
        )

    def _at_door(
        self,
        kind: Kind,
        name: str,
        path: tuple[str, ...],
        condition: Iterable[Fact],
        facts: Iterable[Fact],
        there: Iterable[tuple[Fact, ...]],
    ) -> Change:
        who = affected(self.together, self.words, condition, facts, there, self.today)
        stage = stage_in_words(self.words, name)
        if kind is stages.DOOR_NARROWER:
            message = say('Stage "{stage}" refuses cases that it let in before.', stage=stage)
            reason = say("Who sends them there has done all that was asked until now.")
        else:
            message = say('Stage "{stage}" lets in cases that it refused before.', stage=stage)
            reason = say("Those who receive them did not get them before.")
        return self.sides.changed(
            kind,
            message,
            path,
            reason,
            affected=who.in_words,
            case=who.case,
            story=who.story,
            stages=(name,),
        )

    def _names(self, tree: Node | None) -> frozenset[str]:
        if tree is None:
            return frozenset()
        return frozenset(word.id for word in names(tree)) | self.together.new.facts.reads(tree)


def _birth(stage: Stage) -> Expression | None:
    when = stage.start.when if stage.start is not None else None
    return when if isinstance(when, Expression) else None
