"""Mermaid drawings within what pages that draw Mermaid take: one, or one for each phase.

Beyond 50,000 characters (``maxTextSize``) or 500 edges (``maxEdges``) they show an error in place
of the drawing (Mermaid's documentation, "Config Schema").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from processctl.diagrams.errors import LayoutFailed
from processctl.diagrams.files.mermaid import mermaid
from processctl.diagrams.sketch import Box, Lane, Line, Sketch
from processctl.texts import Quantity, say, translator

LONGEST = 50_000
MOST_LINES = 500
_LANE = "parts"


def fits(drawing: bytes, sketch: Sketch) -> bool:
    """Whether a page can show it."""
    return len(sketch.lines) <= MOST_LINES and len(drawing.decode()) <= LONGEST


def mermaid_parts(sketch: Sketch) -> Mapping[str, bytes]:
    """The drawing under the name ``""``; or an overview there, and each part under a name of its own.

    Parts are the phases, or the lanes of a process without phases.

    Raises:
        LayoutFailed: a part is still too large.
    """
    whole = mermaid(sketch)
    if fits(whole, sketch):
        return {"": whole}
    found = {name: (mermaid(part), part) for name, part in _parts(sketch)}
    if len(found) < 2 or not all(fits(*one) for one in found.values()):
        raise LayoutFailed(
            say(
                "The drawing is too large for Mermaid, which takes {characters} characters and "
                "{lines} lines. Draw a part of it (--view), or another format.",
                characters=f"{LONGEST:,}",
                lines=MOST_LINES,
            )
        )
    return {name: drawing for name, (drawing, _) in found.items()}


def _parts(sketch: Sketch) -> Iterator[tuple[str, Sketch]]:
    by_phase = len({box.phase for box in sketch.boxes}) > 1
    names = {phase.id: phase.name for phase in sketch.phases}
    names |= {lane.id: lane.name for lane in sketch.lanes} if not by_phase else {}

    def part(box: Box) -> str:
        return (box.phase or "") if by_phase else box.lane

    parts = list(dict.fromkeys(map(part, sketch.boxes)))
    order = {name: place for place, name in enumerate(names)}
    parts.sort(key=lambda name: order.get(name, len(order)))
    titles = {
        name: names.get(name) or translator(sketch.language).render(say("Other stages"))
        for name in parts
    }
    yield "", _overview(sketch, part, titles)
    for number, name in enumerate(parts, start=1):
        readable = re.sub(r"[^a-z0-9_]+", "_", name) or "other"
        yield f"{number}-{readable}", _only(sketch, part, name, titles[name])


def _overview(sketch: Sketch, part: Callable[[Box], str], titles: Mapping[str, str]) -> Sketch:
    """The parts as boxes, and how many ways lead from one to another."""
    words = translator(sketch.language)
    of = {box.id: part(box) for box in sketch.boxes}
    ways = Counter((of[line.source], of[line.target]) for line in sketch.lines)
    sizes = Counter(of.values())
    boxes = tuple(
        Box(
            name, title, _LANE,
            owner=words.render(Quantity("{count} stage", "{count} stages", sizes[name])),
        )
        for name, title in titles.items()
    )  # fmt: skip
    lines = tuple(
        Line(
            f"{source}→{target}", source, target,
            label=(words.render(Quantity("{count} way", "{count} ways", count)),),
        )
        for (source, target), count in ways.items()
        if source != target
    )  # fmt: skip
    return Sketch(sketch.title, sketch.language, (Lane(_LANE, sketch.title),), boxes, lines)


def _only(sketch: Sketch, part: Callable[[Box], str], name: str, title: str) -> Sketch:
    """The boxes of a part, and those of others that lines of theirs lead to or from."""
    own = {box.id for box in sketch.boxes if part(box) == name}
    lines = tuple(line for line in sketch.lines if {line.source, line.target} & own)
    near = {end for line in lines for end in (line.source, line.target)} | own
    boxes = tuple(
        box if box.id in own else replace(box, emphasis="aside")
        for box in sketch.boxes
        if box.id in near
    )
    head = f"{sketch.title}: {title}" if sketch.title else title
    return replace(sketch, title=head, boxes=boxes, lines=lines, panels=())
