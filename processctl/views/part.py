"""A part of the journey: some stages with their neighbours, and the ways between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from processctl.diagrams.bundle import bundled
from processctl.diagrams.sketch import Emphasis, Panel, Sketch
from processctl.journey import Edge
from processctl.views.boxes import box_of, lane_of, tinted
from processctl.views.journey import phases_of, shown_stages
from processctl.views.lines import ways
from processctl.views.wording import Wording


def part_of(
    words: Wording,
    title: str,
    is_drawn: Callable[[Edge], bool],
    emphasis: Callable[[str], Emphasis | None],
    always: Iterable[str],
    panels: tuple[Panel, ...],
) -> Sketch:
    """The ways that are drawn, and the stages at their ends.

    Args:
        words: the journey and its language.
        title: what stands above the drawing.
        is_drawn: which ways belong to the part.
        emphasis: for a stage, whether the drawing is about it.
        always: stages that are shown even where no way leads to or from them.
        panels: what is told below.
    """
    chosen = [way.line for way in ways(words) if is_drawn(way.edge)]
    ends = {end for line in chosen for end in (line.source, line.target)} | set(always)
    stages = [stage for stage in shown_stages(words.journey) if stage.id in ends]
    lanes = {stage.id: lane_of(words, stage) for stage in stages}
    used = {stage.phase for stage in stages}
    return Sketch(
        title=title,
        language=words.translate.language,
        lanes=tinted(words, (lanes[stage.id] for stage in stages), shown_stages(words.journey)),
        phases=tuple(phase for phase in phases_of(words) if phase.id in used),
        boxes=tuple(
            box_of(words, stage, lanes[stage.id].id, emphasis=emphasis(stage.id))
            for stage in stages
        ),
        lines=bundled(chosen, words.translate),
        panels=panels,
    )
