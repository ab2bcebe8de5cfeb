"""Puts all labels of a drawing in their places, the difficult ones first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from processctl.diagrams import labels, style
from processctl.diagrams.geometry import Point, Rect, length, segments
from processctl.diagrams.labels import Label, Obstacles, Words
from processctl.diagrams.place import Places
from processctl.diagrams.sketch import Sketch

Ways = Mapping[str, tuple[Point, ...]]


def place_labels(
    sketch: Sketch, places: Places, ways: Ways, texts: Mapping[str, Words]
) -> tuple[tuple[Label, ...], tuple[str, ...]]:
    """The labels that found a place, and the lines whose label found none."""
    there = _obstacles(sketch, places, ways)
    borders = [band.bottom for _, band in places.bands[:-1]]
    found: dict[str, Label] = {}
    missed = []
    # Short lines have the least choice.
    by_need = sorted(texts, key=lambda line: sum(map(length, segments(ways[line]))))
    for line in by_need:
        words = texts[line]
        rect = labels.find(line, ways[line], (words.width, words.height), there, borders)
        if rect is None:
            missed.append(line)
            continue
        found[line] = Label(line, words, rect)
        there.add(rect.grown(labels.FROM_LABEL))
    return _in_order(sketch, found), tuple(line.id for line in sketch.lines if line.id in missed)


def number_the_rest(
    sketch: Sketch,
    places: Places,
    ways: Ways,
    texts: Mapping[str, Words],
    placed: Sequence[Label],
    missed: Sequence[str],
) -> tuple[tuple[Label, ...], tuple[tuple[int, str], ...]]:
    """Give every label without a place a number beside its line, and its words to the notes."""
    there = _obstacles(sketch, places, ways)
    for label in placed:
        there.add(label.rect.grown(2))
    found = {label.line: label for label in placed}
    notes = []
    for number, line in enumerate(missed, start=1):
        words = Words((f"({number})",), texts[line].full)
        rect = labels.find(line, ways[line], (words.width, words.height), there, ())
        if rect is not None:
            found[line] = Label(line, words, rect)
            there.add(rect.grown(1))
        notes.append((number, texts[line].full.replace("\n", " · ")))
    return _in_order(sketch, found), tuple(notes)


def _obstacles(sketch: Sketch, places: Places, ways: Ways) -> Obstacles:
    whole = places.whole
    top = places.rows.origin
    left = places.columns.origin
    field = Rect(left, top, whole.width - left, whole.bottom - top).grown(-3)
    there = Obstacles(field)
    for rect in places.boxes.values():
        there.add(rect.grown(labels.FROM_BOX))
    for line in sketch.lines:
        width = style.line_style(line.kind, planned=line.planned).width
        way = list(segments(ways[line.id]))
        there.add_line(line.id, way, width + 2)
        # The head is broader than the line.
        (x1, y1), (x2, y2) = way[-1]
        back = min(14.0, length(way[-1]))
        share = back / (length(way[-1]) or 1.0)
        start = (x2 - (x2 - x1) * share, y2 - (y2 - y1) * share)
        there.add_line(line.id, [(start, (x2, y2))], 13.0)
    return there


def _in_order(sketch: Sketch, found: Mapping[str, Label]) -> tuple[Label, ...]:
    return tuple(found[line.id] for line in sketch.lines if line.id in found)
