"""Cases for which there is a gap now and was none before, though no case of before fell into it.

They come with values that a field could not hold, or by a way that did not lead there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from processctl.compare.change import Change, Sides
from processctl.compare.kinds.ways import LOST, NOT_COMPARED
from processctl.journey import Journey
from processctl.model.model import Model
from processctl.proofs import proofs_of
from processctl.proofs.verdict import Hole
from processctl.proofs.witness import case_of
from processctl.proofs.words import plain_values, stage_in_words, values_in_words
from processctl.texts import say


@dataclass(frozen=True, eq=False)
class Holes:
    """Compares in which stages cases fall through; ``words`` knows the names of both states."""

    sides: Sides
    words: Model
    today: date

    def changes(self, told: Iterable[Change]) -> Iterator[Change]:
        """The gaps of stages of which nothing is ``told`` already."""
        known = {one.stages[0] for one in told if one.kind in (LOST, NOT_COMPARED) and one.stages}
        for name in self.sides.new.stages:
            hole = _hole(self.sides.new, name)
            if hole is not None and name not in known and _had_none(self.sides.old, name):
                yield self._new(name, hole)

    def _new(self, name: str, hole: Hole) -> Change:
        case = case_of(proofs_of(self.sides.new).passage, hole.facts, self.today)
        return self.sides.changed(
            LOST,
            say(
                'In stage "{stage}" there are cases now that fit no exit, and nothing moves them on.',
                stage=stage_in_words(self.words, name),
            ),
            ("stages", name, "exits"),
            say("Such cases did not come there before, and now have no way."),
            case=tuple(plain_values(case)),
            story=(values_in_words(self.words, case),) if case.values else (),
            stages=(name,),
        )


def _hole(journey: Journey, stage: str) -> Hole | None:
    """The gap in a stage from which nothing ever helps."""
    hole = proofs_of(journey).verdicts[stage].hole
    return hole if hole is not None and hole.kind == "lost" else None


def _had_none(journey: Journey, stage: str) -> bool:
    """Whether a stage surely had no such gap; there is none in a stage that was not there."""
    if stage not in journey.stages:
        return True
    verdict = proofs_of(journey).verdicts[stage]
    return verdict.hole is None and not verdict.unread and "gap" not in verdict.open
