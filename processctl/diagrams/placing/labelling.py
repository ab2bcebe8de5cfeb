"""Puts all labels and numbers of a drawing in their places, the difficult ones first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from processctl.diagrams import style
from processctl.diagrams.geometry import Point, Rect, length, segments
from processctl.diagrams.placing import labels, markers
from processctl.diagrams.placing.labels import Label, Obstacles, Words
from processctl.diagrams.placing.markers import Marker, find_on_line
from processctl.diagrams.placing.place import Places
from processctl.diagrams.sketch import Line, Sketch


@dataclass(frozen=True, slots=True)
class Drawn:
    """The lines as they are drawn, each piece once: a line that has joined another ends there.

    ``bearing`` is the stretch of each that its words speak of; ``joined`` have no head, and the
    stretches of ``shared`` begin where another line has come in.
    """

    shown: Mapping[str, tuple[Point, ...]]
    bearing: Mapping[str, tuple[Point, ...]]
    joined: frozenset[str]
    shared: frozenset[str]

    def keep_off(self, line: Line) -> float:
        """How far a number stands from the beginning of a line's stretch."""
        if line.id in self.shared:
            return markers.FROM_JOINT
        return markers.FROM_BOX if style.line_style(line).tail == "none" else markers.FROM_TAIL


@dataclass(frozen=True, slots=True)
class Labelling:
    """What stands beside and on the lines.

    ``missed`` are the lines whose label found no place, ``hidden`` those whose number covers
    something; both in the order of the sketch. ``badness`` grows with every label that stands far
    from the beginning of its line, or might be taken for that of another.
    """

    labels: tuple[Label, ...]
    markers: tuple[Marker, ...]
    missed: tuple[str, ...]
    hidden: tuple[str, ...]
    badness: float

    @property
    def trouble(self) -> int:
        """How much found no good place."""
        return len(self.missed) + len(self.hidden)


def place_labels(
    sketch: Sketch,
    places: Places,
    lines: Drawn,
    texts: Mapping[str, Words],
    noted: Iterable[str],
    *,
    patience: int | None = None,
) -> Labelling:
    """Place the numbers of the lines that are ``noted`` below, and the labels of the others.

    It gives up when more labels than ``patience`` have found no place.
    """
    there = _obstacles(sketch, places, lines)
    in_notes = set(noted)
    numbers = [line.id for line in sketch.lines if line.id in in_notes]
    number_of = {line: number for number, line in enumerate(numbers, start=1)}

    def need(line: str) -> float:
        """Short lines have the least choice."""
        return sum(map(length, segments(lines.bearing[line])))

    placed: dict[str, Marker] = {}
    hidden = set()
    # Numbers first: a label has somewhere else to go, namely into the notes.
    apart = {line.id: lines.keep_off(line) for line in sketch.lines if line.id in in_notes}
    for line in sorted(numbers, key=need):
        number = number_of[line]
        rect, free = find_on_line(line, lines.bearing[line], number, there, keep_off=apart[line])
        placed[line] = Marker(line, number, texts[line].full, rect)
        there.add(rect.grown(2))
        if not free:
            hidden.add(line)
    found: dict[str, Label] = {}
    failed, badness = 0, 0.0
    borders = [band.bottom for _, band in places.bands[:-1]]
    for line in sorted((line for line in texts if line not in in_notes), key=need):
        if patience is not None and failed + len(hidden) > patience:
            break
        words = texts[line]
        place = labels.find(line, lines.bearing[line], (words.width, words.height), there, borders)
        if place is not None:
            badness += place[0]
            found[line] = Label(line, words, place[1])
            there.add(place[1].grown(labels.FROM_LABEL))
        failed += place is None
    every = [line.id for line in sketch.lines if line.id in texts]
    return Labelling(
        tuple(found[line] for line in every if line in found),
        tuple(placed[line] for line in numbers),
        tuple(line for line in every if line not in found and line not in placed),
        tuple(line for line in every if line in hidden),
        badness,
    )


def _obstacles(sketch: Sketch, places: Places, lines: Drawn) -> Obstacles:
    whole = places.whole
    top = places.rows.origin
    left = places.columns.origin
    field = Rect(left, top, whole.width - left, whole.bottom - top).grown(-3)
    there = Obstacles(field)
    for rect in places.boxes.values():
        there.add(rect.grown(labels.FROM_BOX))
    for line in sketch.lines:
        width = style.line_style(line).width
        way = list(segments(lines.shown[line.id]))
        there.add_line(line.id, way, width + 2)
        if line.id in lines.joined:
            continue
        # The head is broader than the line.
        (x1, y1), (x2, y2) = way[-1]
        back = min(14.0, length(way[-1]))
        share = back / (length(way[-1]) or 1.0)
        start = (x2 - (x2 - x1) * share, y2 - (y2 - y1) * share)
        there.add_line(line.id, [(start, (x2, y2))], 13.0)
    return there
