"""The whole journey: a band for each team, from left to right, with every way a case can go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from processctl.diagrams.bundle import bundled
from processctl.diagrams.sketch import Line, Mark, Phase, Sketch
from processctl.journey import Journey
from processctl.model.stage import Stage
from processctl.reading.problem import Path
from processctl.views.boxes import box_of, lane_of, tinted
from processctl.views.lines import ways
from processctl.views.wording import Wording, wording


@dataclass(frozen=True)
class Marks:
    """What became of stages, by id, and of ways, by the path where they are written."""

    stages: Mapping[str, Mark] = field(default_factory=dict)
    ways: Mapping[Path, Mark] = field(default_factory=dict)


def sketch_of(journey: Journey, language: str, marks: Marks | None = None) -> Sketch:
    """What a drawing of the journey shows. Planned parts are in it, retired ones are not."""
    words, marked = wording(journey, language), marks or Marks()
    stages = shown_stages(journey)
    lanes = {stage.id: lane_of(words, stage) for stage in stages}
    return Sketch(
        title=title_of(words),
        language=language,
        lanes=tinted(words, (lanes[stage.id] for stage in stages), stages),
        phases=phases_of(words),
        boxes=tuple(
            box_of(
                words,
                stage,
                lanes[stage.id].id,
                mark=marked.stages.get(stage.id),
                tell_problems=not marked.stages,
            )
            for stage in stages
        ),
        lines=bundled(_lines(words, marked), words.translate),
    )


def title_of(words: Wording) -> str:
    """What the process is called; empty if it has no name."""
    name = words.journey.model.process.name
    return words.say(name) if name else ""


def phases_of(words: Wording) -> tuple[Phase, ...]:
    """The phases of the journey, in order."""
    phases = words.journey.model.process.phases or {}
    return tuple(Phase(name, words.say(text)) for name, text in phases.items())


def shown_stages(journey: Journey) -> list[Stage]:
    """The stages in the order in which a case first meets them, then the others as written."""
    shown = {
        name: stage for name, stage in journey.model.stages.items() if stage.status != "retired"
    }
    met = [name for name in journey.met if name in shown]
    return [shown[name] for name in dict.fromkeys((*met, *shown))]


def _lines(words: Wording, marks: Marks) -> Iterator[Line]:
    for way in ways(words):
        mark = marks.ways.get(way.edge.path)
        yield replace(way.line, mark=mark) if mark is not None else way.line
