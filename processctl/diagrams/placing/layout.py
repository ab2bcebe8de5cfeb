"""The whole drawing as places: what stands where, before anything is drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from processctl.diagrams.cards import Card, card
from processctl.diagrams.geometry import Point, cut, is_on
from processctl.diagrams.placing import labels
from processctl.diagrams.placing.columns import columns
from processctl.diagrams.placing.labelling import Drawn, Labelling, place_labels
from processctl.diagrams.placing.labels import Label, Words
from processctl.diagrams.placing.loops import loop
from processctl.diagrams.placing.markers import Marker
from processctl.diagrams.placing.place import Gaps, Grid, Places, Sized, place
from processctl.diagrams.placing.room import (
    ask_for_number_room,
    ask_for_room,
    first_demands,
    make_room_below,
    make_room_for_loops,
    make_room_for_ports,
)
from processctl.diagrams.placing.rows import grids
from processctl.diagrams.placing.stretches import Stretch, stretches
from processctl.diagrams.placing.tracks import (
    Demands,
    Meeting,
    Move,
    Track,
    Way,
    X,
    Y,
    calm,
    spread,
)
from processctl.diagrams.placing.ways import ways, ways_by_graphviz
from processctl.diagrams.sketch import Sketch
from processctl.texts import Translator, translator

LEAST_COLUMN_GAP = 58.0
LEAST_ROW_GAP = 44.0
TRIES = 12
MANY_LINES = 150
SEVERAL_LINES = 60
# From here on a drawing is wider than a sheet anyway: its boxes and labels are made narrower.
MANY_COLUMNS = 9
FEW_TRIES = 5
# After so many tries in a row that do not help no more are made, where each takes long.
PATIENCE = 4
# How many labels may be placed anew, all in all, to find out which room was not needed.
CUTS = 1600
# How much worse all labels together may stand for that.
WORSE = 0.7


@dataclass(frozen=True, slots=True)
class Picture:
    """Where everything stands, in pixels from the corner of the lanes.

    ``routes`` lead from box to box. A line with one of the ``joints`` has joined another there, and
    is the same line from there on. A text beside one line speaks of all those that it is ``told``
    of. ``markers`` stand for labels that found no room: the line bears
    a number, and the words stand below the drawing.
    """

    sketch: Sketch
    words: Translator
    cards: Mapping[str, Card]
    places: Places
    routes: Mapping[str, tuple[Point, ...]]
    joints: Mapping[str, Point]
    told: Mapping[str, tuple[str, ...]]
    labels: tuple[Label, ...]
    markers: tuple[Marker, ...]


Routes: TypeAlias = Mapping[str, tuple[Point, ...]]


@dataclass(frozen=True)
class Frame:
    """Boxes that do not fill their cells: for a notation with shapes of its own.

    ``cells`` are good grids, of which one is taken, ``sizes`` the least sizes of the cells by box.
    ``ports`` says how much of a box's side the beginning of a line takes, by line, where that is
    much; ``below`` how much is kept free below a box. ``fit`` turns cells into shapes, and lets the
    lines begin and end at those.
    """

    cells: Sequence[Grid]
    sizes: Mapping[str, Sized]
    ports: Mapping[str, float]
    below: Mapping[str, float]
    fit: Callable[[Places, Routes], tuple[Places, Routes]]


def layout(sketch: Sketch, *, program: Path | None = None) -> Picture:
    """Place boxes, lines and labels. ``program`` is a Graphviz of the user's own.

    The lines are led once. Then room is made for the labels, by and by, where one finds none.
    """
    said = translator(sketch.language)
    cells = grids(sketch, columns(sketch))
    narrow = cells[0].column_count >= MANY_COLUMNS
    cards = {box.id: card(box, said, narrow=narrow) for box in sketch.boxes}
    frame = Frame(cells, cards, {}, {}, lambda places, routes: (places, routes))
    return replace(framed(sketch, frame, narrow=narrow, program=program), cards=cards)


def framed(
    sketch: Sketch, frame: Frame, *, narrow: bool = False, program: Path | None = None
) -> Picture:
    """The same for boxes whose cells are given; the picture has no cards. See ``layout``."""
    plan = _plan(sketch, frame, program)
    wrapped = {
        line.id: labels.words(line, sketch.language, narrow=narrow)
        for line in sketch.lines
        if line.id in plan.stretches or line.source == line.target
    }
    texts = {line: words for line, words in wrapped.items() if words is not None}
    beside = {line: words for line, words in texts.items() if words.lines}
    noted = [line for line in texts if line not in beside]
    least, demands = Demands(), first_demands(plan.stretches, beside)
    for room, words in ((least, {}), (demands, beside)):
        make_room_for_loops(room, sketch, plan.cells, words)
        make_room_for_ports(room, plan.pieces, frame.sizes, plan.cells, frame.ports)
        make_room_below(room, plan.cells, frame.below)
    drawn, found = _best_try(plan, least, demands, texts, noted)
    while found.missed:
        noted += found.missed
        found = place_labels(sketch, drawn.places, drawn.lines, texts, noted)
    return Picture(
        sketch,
        translator(sketch.language),
        {},
        drawn.places,
        drawn.routes,
        drawn.joints,
        {line: stretch.lines for line, stretch in plan.stretches.items()},
        found.labels,
        found.markers,
    )


_Try: TypeAlias = tuple["_Drawn", Labelling]


def _best_try(
    plan: _Plan,
    least: Demands,
    demands: Demands,
    texts: Mapping[str, Words],
    noted: Sequence[str],
) -> _Try:
    """The drawing after as many tries as help, with more room in each of them."""

    def drawn(room: Demands, patience: int | None = None) -> _Try:
        made = plan.drawn(room)
        found = place_labels(plan.sketch, made.places, made.lines, texts, noted, patience=patience)
        return made, found

    count = len(plan.sketch.lines)
    many = count > MANY_LINES
    best, best_room = drawn(demands), demands.copied()
    found, helped = best[-1], 0
    for attempt in range(FEW_TRIES if many else TRIES):
        if not found.trouble or (count > SEVERAL_LINES and attempt - helped > PATIENCE):
            break
        for line in found.missed:
            if line in plan.stretches:
                ask_for_room(demands, plan.stretches[line], texts[line], attempt)
        for line in found.hidden:
            if line in plan.stretches:
                ask_for_number_room(demands, plan.stretches[line], attempt)
        new = drawn(demands)
        found = new[-1]
        # Room that did not help is not kept: the later a try, the bigger its drawing.
        if found.trouble < best[-1].trouble:
            best, best_room, helped = new, demands.copied(), attempt
    # Labels often share the room that each of them asked for: what none of them needs is taken
    # back, the widest first.
    for side, key, size in best_room.cuts(least)[: 0 if many else CUTS // max(count, 1)]:
        asked, side[key] = side[key], size
        new = drawn(best_room, best[-1].trouble)
        worse = new[-1].badness - best[-1].badness
        if new[-1].trouble <= best[-1].trouble and worse <= WORSE:
            best = new
        else:
            side[key] = asked
    return best


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The places of one try: whole routes, where lines join, and the parts that lines show."""

    places: Places
    routes: Mapping[str, tuple[Point, ...]]
    joints: Mapping[str, Point]
    lines: Drawn


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which way every line goes, and what is needed to draw it with other gutters."""

    sketch: Sketch
    frame: Frame
    cells: Grid
    ways: Mapping[str, Way]
    stretches: Mapping[str, Stretch]

    @property
    def pieces(self) -> list[Track]:
        """Every piece once, also where several lines run over it."""
        every = (piece for way in self.ways.values() for piece in way.pieces)
        return list({(piece.line, piece.number): piece for piece in every}.values())

    def drawn(self, demands: Demands) -> _Drawn:
        """The places of the boxes, and the lines between them, with the room asked for."""
        every = self.pieces
        across, x_offsets = spread(every, X, self.cells.column_count + 1, demands, LEAST_COLUMN_GAP)
        down, y_offsets = spread(every, Y, self.cells.row_count + 1, demands, LEAST_ROW_GAP)
        taller = tuple(demands.taller[row] for row in range(self.cells.row_count))
        wider = tuple(demands.wider[column] for column in range(self.cells.column_count))
        taken = self._taken(every, y_offsets)
        edges = tuple(calm(size, lines) for size, lines in zip(down, taken, strict=True))
        gaps = Gaps(across, down, edges, taller, wider)
        places = place(self.sketch, self.frame.sizes, self.cells, gaps)
        move = Move((places.columns, places.rows), x_offsets | y_offsets)
        routes: dict[str, tuple[Point, ...]] = {}
        joints: dict[str, Point] = {}
        loops: Counter[str] = Counter()
        for line in self.sketch.lines:
            source, target = places.boxes[line.source], places.boxes[line.target]
            if line.source == line.target:
                routes[line.id] = loop(source, loops[line.source])
                loops[line.source] += 1
                continue
            way = self.ways[line.id]
            routes[line.id] = move.line(way.pieces, source, target)
            if way.joint is not None:
                joints[line.id] = move.meeting(way.joint.incoming, way.joint.shared)
        shapes, fitted = self.frame.fit(places, routes)
        joints = {line: joint for line, joint in joints.items() if is_on(fitted[line], joint)}
        lines = self._shown(fitted, joints, move)
        return _Drawn(shapes, fitted, joints, lines)

    def _shown(self, routes: Routes, joints: Mapping[str, Point], move: Move) -> Drawn:
        """What is drawn of each line, and the stretch that its words speak of."""

        def at(meeting: Meeting | None) -> Point | None:
            return move.meeting(meeting.incoming, meeting.shared) if meeting else None

        shown = {line: cut(route, None, joints.get(line)) for line, route in routes.items()}
        bearing = dict(shown)
        for line, stretch in self.stretches.items():
            part = cut(routes[line], at(stretch.begin), at(stretch.end))
            if len(part) > 1:
                bearing[line] = part
        shared = frozenset(line for line, found in self.stretches.items() if found.begin)
        return Drawn(shown, bearing, frozenset(joints), shared)

    def _taken(
        self, every: Sequence[Track], offsets: Mapping[tuple[str, int], float]
    ) -> list[list[float]]:
        """Where in every gutter between rows a line runs."""
        taken: list[list[float]] = [[] for _ in range(self.cells.row_count + 1)]
        for piece in every:
            if piece.axis == Y and piece.gutter is not None:
                taken[piece.gutter].append(offsets[piece.line, piece.number])
        return taken


def _plan(sketch: Sketch, frame: Frame, program: Path | None) -> _Plan:
    between = [line for line in sketch.lines if line.source != line.target]
    if program is None:
        cells, found = ways(between, frame.cells)
    else:
        cells = frame.cells[0]
        found = ways_by_graphviz(between, frame.sizes, cells, sketch, program)
    return _Plan(sketch, frame, cells, found, stretches(between, found))
