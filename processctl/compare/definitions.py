"""Criteria, segments and computed fields that are defined otherwise, and for whom they now hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from processctl.compare.affected import affected
from processctl.compare.change import Change, Sides
from processctl.compare.kinds.rest import SAME_MEANING
from processctl.compare.kinds.ways import CRITERION, NOT_COMPARED
from processctl.compare.together import Together
from processctl.criteria import NOWHERE, Compare, Node, Not
from processctl.model.condition import Expression
from processctl.model.model import Model
from processctl.reading.problem import Path
from processctl.texts import Text, say


@dataclass(frozen=True, eq=False)
class Definitions:
    """Compares what names stand for; ``words`` is a model that knows the names of both states."""

    sides: Sides
    together: Together
    words: Model
    today: date

    def changes(self) -> Iterator[Change]:
        """The definitions in both states that are written otherwise."""
        for name, path, title, old, new in self._pairs():
            if old is None and new is None:
                continue
            was = None if old is None or old.tree is None else self.together.translated(old.tree)
            now = None if new is None else new.tree
            if was == now and name not in self.together.new_meaning:
                continue
            if old is not None and new is not None and old.source == new.source:
                continue  # what it rests on has changed, and that is told there
            yield from self._compared(path, title, (old, was), (new, now))

    def _pairs(
        self,
    ) -> Iterator[tuple[str, Path, Text, Expression | None, Expression | None]]:
        old, new = self.sides.old.model, self.sides.new.model
        for section in ("criteria", "segments"):
            was, now = getattr(old, section), getattr(new, section)
            for name, one in now.items():
                if name in was and not one.shared:
                    yield name, (section, name, "test"), one.title, was[name].test, one.test
        for name, field in new.fields.items():
            if name in old.fields and not field.shared:
                path = ("fields", name, "is")
                yield name, path, field.title, old.fields[name].computed, field.computed

    def _compared(
        self,
        path: Path,
        title: Text,
        old: tuple[Expression | None, Node | None],
        new: tuple[Expression | None, Node | None],
    ) -> Iterator[Change]:
        was, now = old[1], new[1]
        if (old[0] is None) != (new[0] is None):
            yield self._judged(path, title, is_judged=new[0] is None)
            return
        is_clear = all(
            one is not None and passage.judgeable(one)
            for one, passage in ((old[0], self.together.old), (new[0], self.together.new))
        )
        if was is None or now is None or not is_clear:
            yield self.sides.changed(
                NOT_COMPARED,
                say('"{name}" is decided in another way than before.', name=title),
                path,
                say("Something in it cannot be read."),
            )
            return
        if path[0] == "fields":
            yield from self._value(path, title, was, now)
            return
        of, can_hold = self.together.new.facts.of, self.together.solver.can_hold
        more = (*of(was, False), *of(now, True))
        less = (*of(was, True), *of(now, False))
        found = [
            (condition, message)
            for condition, message in (
                (less, say('"{name}" holds for fewer cases than before.', name=title)),
                (more, say('"{name}" holds for more cases than before.', name=title)),
            )
            if can_hold(condition) != "no"
        ]
        for condition, message in found:
            who = affected(self.together, self.words, condition, condition, [()], self.today)
            yield self.sides.changed(
                CRITERION,
                message,
                path,
                say("Where it is asked for, these cases are decided on otherwise."),
                affected=who.in_words,
                case=who.case,
                story=who.story,
            )
        if not found:
            yield self._same(path, title)

    def _judged(self, path: Path, title: Text, *, is_judged: bool) -> Change:
        """Something that a test decided, or people judged, and now it is the other way round."""
        message = (
            say('People judge "{name}" now; a test decided before.', name=title)
            if is_judged
            else say('A test decides "{name}" now; people judged before.', name=title)
        )
        reason = say("Where it is asked for, cases are decided on otherwise.")
        return self.sides.changed(CRITERION, message, path, reason)

    def _value(self, path: Path, title: Text, was: Node, now: Node) -> Iterator[Change]:
        """A computed field: whether it comes to the same value for every case."""
        differ = Not(NOWHERE, Compare(NOWHERE, "==", was, now))
        if self.together.solver.can_hold(self.together.new.facts.of(differ, True)) == "no":
            yield self._same(path, title)
            return
        yield self.sides.changed(
            CRITERION,
            say('"{name}" is computed in another way.', name=title),
            path,
            say("Where it is asked for, cases are decided on otherwise."),
        )

    def _same(self, path: Path, title: Text) -> Change:
        return self.sides.changed(
            SAME_MEANING,
            say('"{name}" is written otherwise, and holds for the same cases.', name=title),
            path,
            say("Proved for every case."),
        )
