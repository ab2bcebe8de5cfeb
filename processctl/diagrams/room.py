"""How much room the labels ask of the gutters between columns and rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from processctl.diagrams.labels import Words
from processctl.diagrams.tracks import Demands, Track, X, Y

MARGIN = 22.0


def first_demands(pieces: Mapping[str, Sequence[Track]], texts: Mapping[str, Words]) -> Demands:
    """The room that labels need where they would stand best: next to the box they leave."""
    demands = Demands()
    for line, words in texts.items():
        own = pieces.get(line)
        if not own:
            continue
        first = own[0]
        if first.axis == X:
            # It leaves up or down: the label stands beside it, in the gutter next to the row.
            _beside(demands, first, words.height + MARGIN)
        elif (carrier := _long_level(own, words)) is not None and len(own) > 2:
            demands.lead[line, carrier.number] = words.height + 4
        elif abs(first.end - first.start) < words.width + 2 * MARGIN or len(own) == 1:
            _beside(demands, first, words.width + MARGIN)
    return demands


def ask_for_room(demands: Demands, own: Sequence[Track], words: Words, attempt: int) -> None:
    """Widen a gutter for a label that found no room: another one with every attempt."""
    if not own:
        return
    if attempt % 3 == 0 and (carrier := _long_level(own, words)) is not None:
        key = carrier.line, carrier.number
        demands.lead[key] = max(demands.lead[key] + 12, words.height + 6)
        return
    piece = own[-1] if attempt % 3 == 2 else own[0]
    size = (words.height if piece.axis == X else words.width) + MARGIN
    _beside(demands, piece, size + 10 * attempt, at_end=attempt % 3 == 2)


def _long_level(own: Sequence[Track], words: Words) -> Track | None:
    """The longest level piece in a gutter, if a label fits above it."""
    level = [piece for piece in own if piece.axis == Y and piece.gutter is not None]
    longest = max(level, key=lambda piece: piece.high - piece.low, default=None)
    if longest is None or longest.high - longest.low < words.width + MARGIN:
        return None
    return longest


def _beside(demands: Demands, piece: Track, size: float, *, at_end: bool = False) -> None:
    """Ask for room in the gutter where a piece leaves its box, or where it reaches the other."""
    axis = 1 - piece.axis
    gutter, onward = (piece.to_gutter, -1) if at_end else (piece.from_gutter, 1)
    if gutter is None:
        return
    forward = (piece.end > piece.start) == (onward > 0)
    if piece.from_gutter == piece.to_gutter:
        # The line fills the gutter: whatever else asks for room there can share it.
        forward = True
    side = demands.before if forward else demands.behind
    side[axis, gutter] = max(side[axis, gutter], size)
