"""How declared cases fared, for people at a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from processctl.journey import Journey
from processctl.proofs.words import stage_in_words
from processctl.reading.problem import Path as Place
from processctl.reports.telling import Telling, plain, relative
from processctl.texts import Listing, Message, Quantity, say
from processctl.trying.check import Checked
from processctl.trying.words import (
    end_in_words,
    exits_in_words,
    refused_in_words,
    taken_in_words,
)

Paint = Callable[..., str]


def _no_paint(text: str, **_: object) -> str:
    return text


@dataclass(frozen=True)
class Tested:
    """The cases of one workspace."""

    journey: Journey
    cases: tuple[Checked, ...]

    @property
    def root(self) -> Path:
        """The folder of the workspace."""
        return self.journey.model.workspace.root


@dataclass(frozen=True)
class CaseReport:
    """Tells how cases fared, in one language; ``paint`` colours a text (``click.style``)."""

    tested: Sequence[Tested]
    base: Path
    language: str
    paint: Paint = field(default=_no_paint)

    def _words(self, message: Message | Listing | Quantity) -> str:
        return Telling((), self.base, self.language).words(message)

    def lines(self) -> Iterator[str]:
        """Each case on a line; what is wrong below it; then how many pass."""
        pass_, fail = self._words(say("passes")), self._words(say("fails"))
        width = max(len(pass_), len(fail))
        for one in self.tested:
            for case in one.cases:
                word = pass_ if case.passes else fail
                colour = "green" if case.passes else "red"
                name = case.case.name
                title = f"  {plain(name.in_language(self.language))}" if name else ""
                yield f"{self.paint(f'{word:<{width}}', fg=colour)}  {case.case.id}{title}"
                for line in self.story(one.journey, case):
                    yield f"  {line}"
        passed = sum(case.passes for one in self.tested for case in one.cases)
        yield self._words(
            say(
                "{passed} of {all} go as they are said to.",
                passed=passed,
                all=Quantity(
                    "{count} case", "{count} cases", sum(len(one.cases) for one in self.tested)
                ),
            )
        )

    def story(self, journey: Journey, case: Checked) -> Iterator[str]:
        """What is wrong with a case that does not pass, line by line, and where it is written."""
        if case.passes:
            return
        yield f"{self._words(say('the case'))}: {self._place(journey, case.case.path)}"
        if case.fault is not None:
            yield self._words(case.fault.message)
            yield self._place(journey, case.fault.path)
            return
        if case.walk is None:
            return
        if case.case.stages:
            yield self._way(journey, say("expected"), [one.id for one in case.case.stages])
        yield self._way(journey, say("went"), case.walk.path)
        if case.wrong == "ends" and case.case.ends is not None:
            yield self._words(
                say('It is said to end in "{end}", and does not.', end=case.case.ends.id)
            )
        if case.wrong == "unused" and case.walk.unused:
            stage = stage_in_words(journey.model, case.walk.unused[0].stage)
            yield self._words(
                say('It never comes to the step in the stage "{stage}".', stage=stage)
            )
        yield from self._parting(journey, case)

    def _parting(self, journey: Journey, case: Checked) -> Iterator[str]:
        """What happened where the case went another way than it was said to."""
        stop, walk = case.at, case.walk
        if stop is None or walk is None:
            return
        refused = refused_in_words(journey, stop)
        if refused is not None:
            yield self._words(refused)
            yield self._place(journey, ("stages", stop.stage, "entry"))
        if case.wrong in ("refused", "unused"):
            return
        if stop.taken is not None:
            yield f'"{self._title(journey, stop.stage)}": {self._words(taken_in_words(journey, stop.taken))}'
            yield self._place(journey, stop.taken.edge.path)
        else:
            yield self._words(end_in_words(journey, walk))
        for line in exits_in_words(journey, stop):
            yield f"- {self._words(line)}"

    def _title(self, journey: Journey, stage: str) -> str:
        return plain(stage_in_words(journey.model, stage).in_language(self.language))

    def _way(self, journey: Journey, word: Message, stages: Sequence[str]) -> str:
        shown = " → ".join(f'"{self._title(journey, stage)}"' for stage in stages)
        return f"{self._words(word)}: {shown}"

    def _place(self, journey: Journey, path: Place) -> str:
        found = self.found(journey, path)
        return ":".join(map(str, found)) if found is not None else ""

    def found(self, journey: Journey, path: Place) -> tuple[str, int, int] | None:
        """The file, line and column of what is written at a path."""
        span = journey.model.workspace.sections.span(path, at_key=True)
        if span is None:
            return None
        return relative(span.source.path, self.base), *span.first
