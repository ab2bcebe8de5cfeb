"""Writes a scene as PNG.

The layout engine is also our painter: it draws whatever stands in a graph's background, in a
small language of its own (xdot), and has the font of our drawings built in. So the picture is
that of the SVG, and no further library is needed. Names never stand in its DOT as names: text is
given to it by length, cut where the engine would read something into it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from processctl.diagrams import style
from processctl.diagrams.curves import dashes, flat, plate_outline
from processctl.diagrams.engine import run
from processctl.diagrams.geometry import Point, Rect
from processctl.diagrams.mark import marked_png
from processctl.diagrams.measure import face
from processctl.diagrams.scene import Disc, Group, Patch, Plate, Scene, Stroke, Text, Thing

# Twice the size of the SVG: sharp on paper and on fine screens.
SCALE = 2.0
# A picture of more pixels than this is drawn at a smaller scale; it would not fit in memory.
MOST_PIXELS = 80_000_000
_POINTS_PER_INCH = 72.0
# Graphviz draws text this share of its size above the baseline it is given.
_LIFT = 0.1
_NOTHING = "#ffffff00"


def png(scene: Scene) -> bytes:
    """The scene as a PNG file, ``SCALE`` pixels for each of the scene's."""
    scale = min(SCALE, (MOST_PIXELS / (scene.width * scene.height)) ** 0.5)
    page = Plate(Rect(0, 0, scene.width, scene.height), paper=style.PAPER)
    operations = " ".join(
        operation for thing in (page, *scene.things) for operation in _draw(thing, scene.height)
    )
    dot = (
        f'graph {{ graph [bgcolor=white, pad=0, margin=0, dpi="{_POINTS_PER_INCH * scale:.4f}",'
        f' _background="{_quoted(operations)}"];'
        ' node [shape=point, style=invis, width=0, height=0, label=""];'
        f' a [pos="0,0!"]; b [pos="{scene.width},{scene.height}!"]; }}'
    )
    return marked_png(run(dot, "png"))


def _draw(thing: Thing, height: float) -> Iterator[str]:
    match thing:
        case Group():
            for part in thing.things:
                yield from _draw(part, height)
        case Text():
            yield from _text(thing, height)
        case Plate():
            outline = plate_outline(thing.rect, thing.radius)
            if thing.dash and thing.ink:
                yield _polygon(outline, thing.paper, None, 0, height)
                closed = [*outline, outline[0]]
                yield from _stroke(closed, thing.ink, thing.width, thing.dash, height)
            else:
                yield _polygon(outline, thing.paper, thing.ink, thing.width, height)
        case Stroke():
            line = flat(thing.points, thing.radius)
            yield from _stroke(line, thing.ink, thing.width, thing.dash, height)
        case Patch():
            yield _polygon(thing.points, thing.paper, thing.ink, thing.width, height)
        case Disc():
            x, y = thing.centre
            around = Rect(x, y, 0, 0).grown(thing.radius)
            yield _polygon(plate_outline(around, thing.radius), thing.paper, None, 0, height)


def _polygon(
    points: Sequence[Point], paper: str | None, ink: str | None, width: float, height: float
) -> str:
    # What is not wanted is drawn all the same, but so that nothing is seen of it.
    pen = f"{_said('S', f'setlinewidth({width:g})')} " if ink else ""
    pen += _said("c", ink or _NOTHING)
    return f"{pen} {_said('C', paper or _NOTHING)} {_points('P', points, height)}"


def _stroke(
    points: Sequence[Point], ink: str, width: float, dash: tuple[float, ...], height: float
) -> Iterator[str]:
    yield f"{_said('S', f'setlinewidth({width:g})')} {_said('c', ink)}"
    for piece in dashes(points, dash) if dash else [points]:
        yield _points("L", piece, height)


def _text(text: Text, height: float) -> Iterator[str]:
    """Text in runs: a sign the font lacks is left out, and its room is kept."""
    font = face(bold=text.bold)
    yield f"{_said('c', text.ink)} {_said(f'F {text.size:g}', style.FAMILY)}"
    yield "t 1" if text.bold else "t 0"
    x, y = text.at[0], height - text.at[1] - _LIFT * text.size
    for run_of_signs in _RUNS.findall(text.words):
        for part in _drawable(run_of_signs, text.bold):
            if part.strip() and all(map(font.has, part)):
                place = x + font.width(part[: len(part) - len(part.lstrip())], text.size)
                yield _said(f"T {place:.1f} {y:.1f} -1 1", part.strip())
            x += font.width(part, text.size)


# After an ampersand or a backslash a new run begins: together with what follows, the engine
# would take them for an XML entity, or for the end of its string.
_RUNS = re.compile(r"[^&\\]*[&\\]|[^&\\]+")


def _drawable(words: str, bold: bool) -> Iterator[str]:
    """``words`` cut into parts that the font draws, and parts that it does not."""
    font = face(bold=bold)
    return ("".join(signs) for _, signs in groupby(words, key=font.has))


def _points(operation: str, points: Sequence[Point], height: float) -> str:
    places = " ".join(f"{x:.1f} {height - y:.1f}" for x, y in points)
    return f"{operation} {len(points)} {places}"


def _said(operation: str, words: str) -> str:
    """An operation whose argument is text: its length in bytes, a hyphen, and itself."""
    return f"{operation} {len(words.encode())} -{words}"


def _quoted(operations: str) -> str:
    return operations.replace('"', '\\"')
