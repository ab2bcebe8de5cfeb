"""What stands above a stage in an editor, and behind its owner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.editor.flows import cases_a_month
from processctl.editor.notes import Note
from processctl.journey import Journey
from processctl.model.reference import Reference
from processctl.model.values import Duration
from processctl.promises import Ground, slowest
from processctl.promises.calendar import WorkingTime
from processctl.promises.lengths import calendar_days
from processctl.reading.problem import Path
from processctl.reading.source import Source, Span
from processctl.rules.walk_words import total_words
from processctl.texts import Argument, Message, Quantity, say, translator

Doing: TypeAlias = Literal["findings", "diagram", "none"]
_SHORTEST = Duration(1, "minute")
_MONTHS = 12
_CLOCK = "⏱"
_TIME = say(
    "The longest time from the start of a case until it is here, where all deadlines are kept."
)
_TEAM = say("The team of the owner.")


@dataclass(frozen=True)
class Lens:
    """A line above an element: its words, and what choosing it does."""

    span: Span
    words: str
    does: Doing
    stage: str


def lenses(
    source: Source, journey: Journey, notes: Iterable[Note], language: str
) -> Iterator[Lens]:
    """The lines above the stages of a file: cases a month, findings, the diagram."""
    speaker = translator(language)
    cases = cases_a_month(journey)
    found: dict[str, int] = {}
    for note in notes:
        path = note.finding.path
        if len(path) > 1 and path[0] == "stages":
            found[str(path[1])] = found.get(str(path[1]), 0) + 1
    for name, declared in journey.model.workspace.sections.items.get("stages", {}).items():
        if declared.source.path != source.path or declared.shared:
            continue
        span = declared.key_span
        if name in cases:
            yield Lens(span, speaker.render(_many(cases[name])), "none", name)
        if found.get(name):
            told = Quantity("{count} finding", "{count} findings", found[name])
            yield Lens(span, speaker.render(told), "findings", name)
        yield Lens(span, speaker.render(say("show the diagram")), "diagram", name)


def _many(cases: float) -> Message:
    """So many cases a month; where that is hardly one, so many a year."""
    if cases < 1:
        return say("about {count} cases a year", count=_rounded(round(cases * _MONTHS) or 1))
    count = _rounded(cases)
    if count == "1":
        return say("about one case a month")
    return say("about {count} cases a month", count=count)


def _rounded(many: float) -> str:
    """To two digits: more would say that somebody has counted."""
    return (
        f"{many:.2g}"
        if many < 100
        else str(round(many, 3 - len(str(int(many)))) // 1).split(".")[0]
    )


@dataclass(frozen=True)
class Hint:
    """Words behind a place."""

    source: Source
    offset: int
    words: str
    tip: str


def hints(source: Source, start: int, end: int, journey: Journey, language: str) -> Iterator[Hint]:
    """Behind each owner of a stage its team, behind a stage the longest time until a case is there."""
    speaker = translator(language)
    model, ground = journey.model, None
    for name, declared in model.workspace.sections.items.get("stages", {}).items():
        if declared.source.path != source.path or declared.shared:
            continue
        if not start <= declared.key.start <= end:
            continue
        if name in journey.stages and name not in journey.starts:
            ground = ground or Ground(journey)
            worst = _longest(journey, ground, name)
            if worst is not None:
                words = speaker.render(say("from the start at most {time}", time=worst))
                yield Hint(source, declared.key.end + 1, f"{_CLOCK} {words}", speaker.render(_TIME))
        owner = journey.owners.get(name)
        stage = model.stages.get(name)
        if owner is None or owner.team is None or owner.kind == "teams" or stage is None:
            continue
        place = _end_of(journey, (*stage.path, "owner"), stage.owner)
        team = model.teams.get(owner.team)
        if place is not None and team is not None:
            yield Hint(source, place, speaker.render(team.title), speaker.render(_TEAM))


def _end_of(journey: Journey, path: Path, owners: tuple[Reference, ...]) -> int | None:
    found = journey.model.workspace.sections.node(path)
    return found[2][-1] if found is not None and found[2] is not None and len(owners) == 1 else None


def _longest(journey: Journey, ground: Ground, stage: str) -> Argument | None:
    """The longest time from a start until a case comes to a stage, as promised; None without an end."""
    calendar = WorkingTime.of(journey.model.process.calendar)
    found: tuple[int, Argument] | None = None
    for start in journey.starts:
        verdict = slowest(ground, start, frozenset({stage}), _SHORTEST)
        if verdict.answer == "kept":
            continue
        if verdict.fault != "late":
            return None
        days = calendar_days(calendar, [one for _, spent in verdict.spent for one in spent])
        if found is None or days > found[0]:
            found = days, total_words(verdict)
    return found[1] if found is not None else None
