"""How much room the labels ask of the gutters between columns and rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from processctl.diagrams.placing.labels import Words
from processctl.diagrams.placing.loops import LOOP, LOOP_STEP
from processctl.diagrams.placing.place import Grid, Sized
from processctl.diagrams.placing.stretches import Stretch
from processctl.diagrams.placing.tracks import INSET, Demands, Track, X, Y
from processctl.diagrams.sketch import Sketch

MARGIN = 22.0
PORT_SPACING = 13.0
TALLER_STEP = 30.0
MOST_TALLER = 150.0
NUMBER_ROOM = 46.0
FROM_JOINT = 6.0


def first_demands(stretches: Mapping[str, Stretch], texts: Mapping[str, Words]) -> Demands:
    """The room that labels need where they would stand best: next to the box they leave."""
    demands = Demands()
    for line, words in texts.items():
        if line not in stretches:
            continue
        own = stretches[line].pieces
        first = own[0]
        if _between_joints(stretches[line]):
            _ask_between(demands, stretches[line], words)
        elif first.axis == X:
            # It leaves up or down: the label stands beside it, in the gutter next to the row.
            _beside(demands, first, words.height + MARGIN)
        elif (carrier := _long_level(own, words)) is not None and len(own) > 2:
            demands.lead[carrier.line, carrier.number] = words.height + 4
        elif first.length < words.width + 2 * MARGIN or len(own) == 1:
            _beside(demands, first, words.width + MARGIN)
    return demands


def make_room_for_loops(
    demands: Demands, sketch: Sketch, cells: Grid, texts: Mapping[str, Words]
) -> None:
    """Keep lines away from where boxes lead to themselves, and let labels stand above."""
    loops: Counter[str] = Counter()
    for line in sketch.lines:
        if line.source != line.target:
            continue
        reach = LOOP + LOOP_STEP * loops[line.source] + 10
        loops[line.source] += 1
        words = texts.get(line.id)
        above, beside = (words.height, words.width) if words else (0.0, 0.0)
        _raise(demands.behind, (Y, cells.row_of[line.source]), reach + above)
        _raise(demands.before, (X, cells.column_of[line.source] + 1), reach + beside)


def make_room_for_ports(
    demands: Demands,
    pieces: Iterable[Track],
    cards: Mapping[str, Sized],
    cells: Grid,
    wide: Mapping[str, float],
) -> None:
    """Make the boxes of a row taller where many lines run beside each other at their sides.

    And those of a column wider, where they do so above and below. ``wide`` are the lines that need
    more room than others where they begin.
    """
    strips = cells.column_of, cells.row_of
    sizes: defaultdict[tuple[int, int], float] = defaultdict(float)
    for box, card in cards.items():
        for axis, size in ((X, card.width), (Y, card.height)):
            sizes[axis, strips[axis][box]] = max(sizes[axis, strips[axis][box]], size)
    # As dense as they stand anywhere: the least part of the strip that is left before one.
    least: defaultdict[tuple[int, int], float] = defaultdict(lambda: 0.5)
    spacing: defaultdict[tuple[int, int], float] = defaultdict(lambda: PORT_SPACING)
    for piece in pieces:
        if piece.strip is not None:
            key = piece.axis, piece.strip
            least[key] = min(least[key], piece.at % 1, 1 - piece.at % 1)
            if piece.from_gutter is not None:
                spacing[key] = max(spacing[key], wide.get(piece.line, 0.0))
    for (axis, strip), part in least.items():
        more = spacing[axis, strip] / part + 2 * INSET - sizes[axis, strip]
        grown = demands.wider if axis == X else demands.taller
        grown[strip] = max(grown[strip], more)


def make_room_below(demands: Demands, cells: Grid, below: Mapping[str, float]) -> None:
    """Keep what is asked for free below boxes."""
    for box, size in below.items():
        _raise(demands.before, (Y, cells.row_of[box] + 1), size)


def ask_for_room(demands: Demands, stretch: Stretch, words: Words, attempt: int) -> None:
    """Give a label that found no room some more: in another place with every attempt."""
    turn, own = attempt % 4, stretch.pieces
    first, last = own[0], own[-1]
    carrier = _long_level(own, words)
    if turn < 2 and _between_joints(stretch):
        _ask_between(demands, stretch, words)
    elif turn == 0 and carrier is not None:
        key = carrier.line, carrier.number
        demands.lead[key] = max(demands.lead[key] + 12, words.height + 6)
    elif turn == 2 and first.axis == Y and first.strip is not None:
        # Above and below the row: a label at a side of a box may stand half in there.
        _raise(demands.behind, (Y, first.strip), words.height)
        _raise(demands.before, (Y, first.strip + 1), words.height)
    elif turn >= 2 and first.axis == X and first.strip is not None:
        # To the right or the left of the column, over whose border the label may hang.
        right = turn == 2
        side, gutter = (demands.before, 1) if right else (demands.behind, 0)
        _raise(side, (X, first.strip + gutter), words.width)
    elif turn == 3 and len(own) == 1 and first.axis == Y and first.strip is not None:
        demands.taller[first.strip] = min(demands.taller[first.strip] + TALLER_STEP, MOST_TALLER)
    else:
        at_end = turn == 1
        piece = last if at_end else first
        size = (words.height if piece.axis == X else words.width) + MARGIN
        _beside(demands, piece, size + 6 * attempt, at_end=at_end)


def ask_for_number_room(demands: Demands, stretch: Stretch, attempt: int) -> None:
    """Give a line whose number covers something some more room, in turn along it and beside it."""
    own = stretch.pieces
    turn, size = attempt % 3, NUMBER_ROOM + 8 * attempt
    if turn == 2:
        for piece in own:
            if piece.gutter is not None:
                demands.lead[piece.line, piece.number] += 8
    else:
        _beside(demands, own[-turn], size, at_end=turn == 1)


def _between_joints(stretch: Stretch) -> bool:
    """Whether a stretch is a piece of a trunk, from where one line comes in to the next."""
    return len(stretch.pieces) == 1 and stretch.begin is not None and stretch.end is not None


def _ask_between(demands: Demands, stretch: Stretch, words: Words) -> None:
    """Move the two lines that come in apart."""
    incoming = [joint.incoming for joint in (stretch.begin, stretch.end) if joint is not None]
    further = max(incoming, key=lambda piece: piece.at)
    size = words.height if stretch.pieces[0].axis == X else words.width
    key = further.line, further.number
    demands.lead[key] = max(demands.lead[key] + 12, size + 2 * FROM_JOINT)


def _raise(room: dict[tuple[int, int], float], key: tuple[int, int], size: float) -> None:
    room[key] = max(room[key], size)


def _long_level(own: Sequence[Track], words: Words) -> Track | None:
    """The longest level piece in a gutter, if a label fits above it."""
    level = [piece for piece in own if piece.axis == Y and piece.gutter is not None]
    longest = max(level, key=lambda piece: piece.length, default=None)
    if longest is None or longest.length < words.width + MARGIN:
        return None
    return longest


def _beside(demands: Demands, piece: Track, size: float, *, at_end: bool = False) -> None:
    """Ask for room in the gutter where a piece leaves its box, or where it reaches the other.

    One that is no box's at that end asks where it is.
    """
    axis = 1 - piece.axis
    if (piece.to_gutter if at_end else piece.from_gutter) is None:
        at_end = not at_end
    gutter, onward = (piece.to_gutter, -1) if at_end else (piece.from_gutter, 1)
    if gutter is None:
        return
    forward = (piece.end > piece.start) == (onward > 0)
    if piece.from_gutter == piece.to_gutter:
        # The line fills the gutter: whatever else asks for room there can share it.
        forward = True
    side = demands.before if forward else demands.behind
    _raise(side, (axis, gutter), size)
