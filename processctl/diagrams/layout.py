"""The whole drawing as places: what stands where, before anything is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from processctl.diagrams import labels
from processctl.diagrams.cards import Card, card
from processctl.diagrams.columns import columns
from processctl.diagrams.geometry import Point
from processctl.diagrams.labelling import Labelling, place_labels
from processctl.diagrams.labels import Label, Words
from processctl.diagrams.markers import Marker
from processctl.diagrams.place import Gaps, Grid, Places, grid, place
from processctl.diagrams.room import (
    ask_for_number_room,
    ask_for_room,
    first_demands,
    make_room_for_loops,
    make_room_for_ports,
)
from processctl.diagrams.route import loop, routes
from processctl.diagrams.sketch import Sketch
from processctl.diagrams.tracks import Axis, Demands, Move, Track, X, Y, calm, spread, tracks
from processctl.texts import Translator, translator

# What Graphviz sees: even gutters, and boxes with some air so that lines keep off them.
SEEN_GAP = 90.0
AIR = 12.0
LEAST_COLUMN_GAP = 58.0
LEAST_ROW_GAP = 44.0
TRIES = 12
MANY_LINES = 150
# From here on a drawing is wider than a sheet anyway: its boxes and labels are made narrower.
MANY_COLUMNS = 9
FEW_TRIES = 5
# How many labels may be placed anew, all in all, to find out which room was not needed.
CUTS = 1600
# How much worse all labels together may stand for that.
WORSE = 0.7


@dataclass(frozen=True, slots=True)
class Picture:
    """Where everything stands, in pixels from the corner of the lanes.

    ``markers`` stand for labels that found no room: the line bears a number, and the words stand
    below the drawing.
    """

    sketch: Sketch
    words: Translator
    cards: Mapping[str, Card]
    places: Places
    routes: Mapping[str, tuple[Point, ...]]
    labels: tuple[Label, ...]
    markers: tuple[Marker, ...]


def layout(sketch: Sketch, *, program: Path | None = None) -> Picture:
    """Place boxes, lines and labels. ``program`` is a Graphviz of the user's own.

    Graphviz routes once. Then room is made for the labels, by and by, where one finds none.
    """
    said = translator(sketch.language)
    cells = grid(sketch, columns(sketch))
    narrow = cells.column_count >= MANY_COLUMNS
    cards = {box.id: card(box, said, narrow=narrow) for box in sketch.boxes}
    plan = _plan(sketch, cards, cells, program)
    wrapped = {line.id: labels.words(line, narrow=narrow) for line in sketch.lines}
    texts = {line: words for line, words in wrapped.items() if words is not None}
    beside = {line: words for line, words in texts.items() if words.lines}
    noted = [line for line in texts if line not in beside]
    demands = first_demands(plan.pieces, beside)
    make_room_for_loops(demands, sketch, cells, beside)
    make_room_for_ports(demands, sketch, plan.pieces, cards, cells)
    places, lines, found = _best_try(plan, demands, texts, noted)
    while found.missed:
        noted += found.missed
        found = place_labels(sketch, places, lines, texts, noted)
    return Picture(sketch, said, cards, places, lines, found.labels, found.markers)


_Drawn: TypeAlias = tuple[Places, dict[str, tuple[Point, ...]], Labelling]


def _best_try(
    plan: _Plan, demands: Demands, texts: Mapping[str, Words], noted: Sequence[str]
) -> _Drawn:
    """The drawing after as many tries as help, with more room in each of them."""

    def drawn(room: Demands, patience: int | None = None) -> _Drawn:
        places, lines = plan.drawn(room)
        found = place_labels(plan.sketch, places, lines, texts, noted, patience=patience)
        return places, lines, found

    count = len(plan.sketch.lines)
    many = count > MANY_LINES
    needed = demands.copied()
    best, best_room = drawn(demands), needed.copied()
    found = best[-1]
    for attempt in range(FEW_TRIES if many else TRIES):
        if not found.trouble:
            break
        for line in found.missed:
            ask_for_room(demands, plan.pieces.get(line, ()), texts[line], attempt)
        for line in found.hidden:
            ask_for_number_room(demands, plan.pieces.get(line, ()), attempt)
        new = drawn(demands)
        found = new[-1]
        # Room that did not help is not kept: the later a try, the bigger its drawing.
        if found.trouble < best[-1].trouble:
            best, best_room = new, demands.copied()
    # Labels often share the room that each of them asked for: what none of them needs is taken
    # back, the widest first.
    for side, key, least in best_room.cuts(needed)[: 0 if many else CUTS // max(count, 1)]:
        asked, side[key] = side[key], least
        new = drawn(best_room, best[-1].trouble)
        worse = new[-1].badness - best[-1].badness
        if new[-1].trouble <= best[-1].trouble and worse <= WORSE:
            best = new
        else:
            side[key] = asked
    return best


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which way every line goes, and what is needed to draw it with other gutters."""

    sketch: Sketch
    cards: Mapping[str, Card]
    cells: Grid
    seen: tuple[Axis, Axis]
    pieces: Mapping[str, tuple[Track, ...]]

    def drawn(self, demands: Demands) -> tuple[Places, dict[str, tuple[Point, ...]]]:
        """The places of the boxes, and the lines between them, with the room asked for."""
        every = [track for line in self.pieces.values() for track in line]
        across, x_offsets = spread(every, X, self.cells.column_count + 1, demands, LEAST_COLUMN_GAP)
        down, y_offsets = spread(every, Y, self.cells.row_count + 1, demands, LEAST_ROW_GAP)
        taller = tuple(demands.taller[row] for row in range(self.cells.row_count))
        wider = tuple(demands.wider[column] for column in range(self.cells.column_count))
        edges = tuple(
            calm(size, taken) for size, taken in zip(down, self._taken(y_offsets), strict=True)
        )
        places = place(
            self.sketch, self.cards, self.cells, Gaps(across, down, edges, taller, wider)
        )
        move = Move(self.seen, (places.columns, places.rows), x_offsets | y_offsets)
        found: dict[str, tuple[Point, ...]] = {}
        loops: Counter[str] = Counter()
        for line in self.sketch.lines:
            source, target = places.boxes[line.source], places.boxes[line.target]
            if line.source == line.target:
                found[line.id] = loop(source, loops[line.source])
                loops[line.source] += 1
            else:
                found[line.id] = move.line(self.pieces[line.id], source, target)
        return places, found

    def _taken(self, offsets: Mapping[tuple[str, int], float]) -> list[list[float]]:
        """Where in every gutter between rows a line runs."""
        taken: list[list[float]] = [[] for _ in range(self.cells.row_count + 1)]
        for line in self.pieces.values():
            for track in line:
                if track.axis == Y and track.gutter is not None:
                    taken[track.gutter].append(offsets[track.line, track.number])
        return taken


def _plan(sketch: Sketch, cards: Mapping[str, Card], cells: Grid, program: Path | None) -> _Plan:
    rows = (SEEN_GAP,) * (cells.row_count + 1)
    taller, wider = (0.0,) * cells.row_count, (0.0,) * cells.column_count
    gaps = Gaps((SEEN_GAP,) * (cells.column_count + 1), rows, rows, taller, wider)
    places = place(sketch, cards, cells, gaps)
    seen = places.columns.grown(AIR), places.rows.grown(AIR)
    boxes = {box: rect.grown(AIR) for box, rect in places.boxes.items()}
    between = [line for line in sketch.lines if line.source != line.target]
    ways = routes(boxes, between, program=program)
    return _Plan(
        sketch, cards, cells, seen, {line: tracks(line, way, seen) for line, way in ways.items()}
    )
