"""Cases that leave a stage by another way than before, and in which words that is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from processctl.compare.affected import affected
from processctl.compare.change import Change, Sides
from processctl.compare.choices import Moved, compare_choice
from processctl.compare.figures import per_month, shares_of
from processctl.compare.kind import Kind
from processctl.compare.kinds import ways
from processctl.compare.kinds.rest import SAME_MEANING
from processctl.compare.together import Together
from processctl.model.model import Model
from processctl.proofs.words import stage_in_words
from processctl.texts import Message, Text, say


@dataclass(frozen=True, eq=False)
class Ways:
    """Compares the ways out of stages; ``words`` is a model that knows the names of both states."""

    sides: Sides
    together: Together
    words: Model
    today: date

    def changes(self) -> Iterator[Change]:
        """The cases that leave a stage otherwise than before, of stages in force in both states."""
        for name in self.sides.new.stages:
            if name in self.sides.old.stages:
                yield from self._out_of(name)

    def _out_of(self, name: str) -> Iterator[Change]:
        found = compare_choice(self.together, name)
        path = ("stages", name, "exits")
        if found.open:
            yield self.sides.changed(
                ways.NOT_COMPARED,
                say(
                    'The ways out of stage "{stage}" are other ones, and it is not decided who is '
                    "concerned.",
                    stage=self._stage(name),
                ),
                path,
                say("Something cannot be read, or the question is too hard for the solver."),
                stages=(name,),
            )
        for moved in found.moved:
            yield self._moved(moved, path)
        if found.rewritten and not (found.moved or found.open):
            yield self.sides.changed(
                SAME_MEANING,
                say(
                    'The exits of stage "{stage}" are written otherwise, and every case goes where it '
                    "went before.",
                    stage=self._stage(name),
                ),
                path,
                say("Proved for every case that comes to the stage."),
                stages=(name,),
            )

    def _moved(self, moved: Moved, path: tuple[str, ...]) -> Change:
        insides = self.together.insides(moved.stage)[0]
        who = affected(
            self.together,
            self.words,
            moved.condition,
            moved.facts,
            [one.facts for one in insides],
            self.today,
        )
        kind, message, reason = self._told(moved)
        cases = self._per_month.get(moved.stage)
        return self.sides.changed(
            kind,
            message,
            path,
            reason if moved.surely else say("It may be: not all of the process can be read."),
            affected=who.in_words,
            case=who.case,
            story=(*who.story, *self._figures(moved, cases)),
            per_month=Fraction(round(cases)) if cases is not None else None,
            stages=tuple(one for one in (moved.stage, moved.old, moved.new) if one is not None),
        )

    def _told(self, moved: Moved) -> tuple[Kind, Message, Message]:
        """The kind of change, what is said of it, and why it matters that much."""
        stage = self._stage(moved.stage)
        old = self._stage(moved.old) if moved.old is not None else ""
        new = self._stage(moved.new) if moved.new is not None else ""
        match moved.sort:
            case "elsewhere":
                return (
                    ways.ELSEWHERE,
                    say(
                        'From stage "{stage}" cases that went to "{old}" now go to "{new}".',
                        stage=stage,
                        new=new,
                        old=old,
                    ),
                    say("The cases have a way, and it is another one."),
                )
            case "lost" if moved.old is None:
                return (
                    ways.LOST,
                    say(
                        'In stage "{stage}" cases that fit no exit rested; now nothing moves them on.',
                        stage=stage,
                    ),
                    say("What was a rest is now a gap."),
                )
            case "waits" if moved.old is None:
                return (
                    ways.ELSEWHERE,
                    say(
                        'In stage "{stage}" cases that fit no exit rested; now they wait for the '
                        "deadline or for an answer.",
                        stage=stage,
                    ),
                    say("The cases still have a way, after the whole wait."),
                )
            case "lost":
                return (
                    ways.LOST,
                    say(
                        'In stage "{stage}" cases that went to "{old}" fit no exit any more, and '
                        "nothing else moves them on.",
                        stage=stage,
                        old=old,
                    ),
                    say("These cases had a way, and now have none."),
                )
            case "waits":
                return (
                    ways.ELSEWHERE,
                    say(
                        'In stage "{stage}" cases that went to "{old}" fit no exit any more, and wait '
                        "for the deadline or for an answer.",
                        stage=stage,
                        old=old,
                    ),
                    say("The cases still have a way, after the whole wait."),
                )
            case "stays":
                return (
                    ways.ELSEWHERE,
                    say(
                        'Cases that went from stage "{stage}" to "{old}" now stay in "{stage}".',
                        stage=stage,
                        old=old,
                    ),
                    say("They rest in a stage that is meant for that."),
                )
            case "found":
                return (
                    ways.FOUND,
                    say(
                        'From stage "{stage}" cases that fitted no exit before now go to "{new}".',
                        stage=stage,
                        new=new,
                    ),
                    say("They had no way, and now have one."),
                )
            case "fewer":
                return (
                    ways.CHOICE,
                    say(
                        'From stage "{stage}" some cases cannot go to "{old}" any more, and keep '
                        "another way.",
                        stage=stage,
                        old=old,
                    ),
                    say("They have a way that they had before as well."),
                )
        return (
            ways.CHOICE,
            say(
                'From stage "{stage}" some cases can go to "{new}" as well now.',
                stage=stage,
                new=new,
            ),
            say("They have a way that they had before as well."),
        )

    def _figures(self, moved: Moved, cases: float | None) -> Iterator[Message]:
        if cases is None:
            return
        yield say(
            'By the figures declared, about {count} cases a month come to stage "{stage}".',
            count=round(cases),
            stage=self._stage(moved.stage),
        )
        was, now = (shares_of(one, moved.stage) for one in (self.sides.old, self.sides.new))
        for target in (moved.old, moved.new):
            if target is not None and was and now and was.get(target) != now.get(target):
                yield say(
                    'By the shares declared, about {now} of them go to "{stage}" a month; it was {was}.',
                    now=round(cases * now.get(target, 0.0)),
                    was=round(cases * was.get(target, 0.0)),
                    stage=self._stage(target),
                )

    def _stage(self, name: str) -> Text:
        return stage_in_words(self.words, name)

    @cached_property
    def _per_month(self) -> Mapping[str, float]:
        return per_month(self.sides.old)
