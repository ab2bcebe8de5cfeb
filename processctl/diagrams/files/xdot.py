"""Drawing operations in xdot, the small language that Graphviz draws backgrounds from.

Text is given by its length in bytes, never in quotes, and cut where Graphviz would read something
into it: so a name cannot end the string, nor become an entity.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from processctl.diagrams import style
from processctl.diagrams.curves import dashes, flat, plate_outline
from processctl.diagrams.geometry import Point, Rect, length, segments
from processctl.diagrams.measure import face
from processctl.diagrams.scene import Disc, Group, Patch, Plate, Stroke, Text, Thing

# The engine reads its drawing operations in quadratic time. Where there are more dashes than this,
# it draws them itself: one pattern instead of several, but in seconds.
MOST_DASHES = 12_000
_DOT = 3.0
# Graphviz draws text this share of its size above the baseline it is given.
_LIFT = 0.1
_NOTHING = "#ffffff00"


def operations(things: Iterable[Thing], height: float) -> str:
    """What draws ``things`` on a page of this height, ready to stand between quotes in DOT."""
    every = tuple(things)
    fine = sum(map(_dash_count, every)) <= MOST_DASHES
    drawn = (operation for thing in every for operation in _draw(thing, height, fine=fine))
    # The blank at the end keeps a backslash of the last text from the closing quote.
    return " ".join(drawn).replace('"', '\\"') + " "


def _dash_count(thing: Thing) -> float:
    if isinstance(thing, Group):
        return sum(map(_dash_count, thing.things))
    if isinstance(thing, Stroke) and thing.dash:
        return 2 * sum(map(length, segments(thing.points))) / sum(thing.dash)
    return 0.0


def _draw(thing: Thing, height: float, *, fine: bool) -> Iterator[str]:
    match thing:
        case Group():
            for part in thing.things:
                yield from _draw(part, height, fine=fine)
        case Text():
            yield from _text(thing, height)
        case Plate():
            outline = plate_outline(thing.rect, thing.radius)
            if thing.dash and thing.ink:
                yield _polygon(outline, thing.paper, None, 0, height)
                closed = [*outline, outline[0]]
                yield from _stroke(
                    closed, thing.ink, thing.width, thing.dash, height, dash_by_dash=fine
                )
            else:
                yield _polygon(outline, thing.paper, thing.ink, thing.width, height)
        case Stroke():
            line = flat(thing.points, thing.radius)
            yield from _stroke(line, thing.ink, thing.width, thing.dash, height, dash_by_dash=fine)
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
    points: Sequence[Point],
    ink: str,
    width: float,
    dash: tuple[float, ...],
    height: float,
    *,
    dash_by_dash: bool,
) -> Iterator[str]:
    yield f"{_said('S', f'setlinewidth({width:g})')} {_said('c', ink)}"
    if dash and not dash_by_dash:
        yield _said("S", "dotted" if dash[0] < _DOT else "dashed")
        yield _points("L", points, height)
        yield _said("S", "solid")
        return
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
