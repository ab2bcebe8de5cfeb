"""From an exchange to things: teams on the diagonal, and between them what they tell each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from processctl.diagrams import style
from processctl.diagrams.arrows import BEND, arrow
from processctl.diagrams.blocks import flow
from processctl.diagrams.breaks import Breaks
from processctl.diagrams.geometry import Point, Rect
from processctl.diagrams.measure import wrap
from processctl.diagrams.page import LEAST_WIDTH, MARGIN, title_things
from processctl.diagrams.panels import panel_blocks
from processctl.diagrams.scene import Group, Plate, Scene, Stroke, Thing
from processctl.diagrams.tables.exchange import Exchange
from processctl.diagrams.tables.exchange_cards import (
    CARD,
    LINE,
    Cells,
    cards_of,
    height_of,
    small_text,
    stacked,
)
from processctl.texts import Quantity, Translator, say, translator

GAP = 44.0
# How far from the middle of a card the lines of teams that are no neighbours stand.
_ASIDE = 62.0


def draw_exchange(exchange: Exchange) -> Scene:
    """Everything on one page: title, chart, what the lines mean, panels."""
    words = translator(exchange.language)
    cells = cards_of(exchange, words)
    ids = [party.id for party in exchange.parties]
    heights = {row: max(height_of(cells.get((row, column), ())) for column in ids) for row in ids}
    wide = len(ids) * (CARD + GAP)
    inner = max(wide, LEAST_WIDTH)
    title, top = title_things(exchange.title, exchange.language, inner)
    rects: dict[tuple[str, str], Rect] = {}
    y = top + GAP / 2
    for row in ids:
        for place, column in enumerate(ids):
            rects[row, column] = Rect(
                MARGIN + GAP / 2 + place * (CARD + GAP), y, CARD, heights[row]
            )
        y += heights[row] + GAP
    things: list[Thing] = [*title, *_ground(ids, rects), *_ways(ids, cells, rects)]
    for key, cards in cells.items():
        things += stacked(cards, rects[key])
    hint = say("A row says what a team tells, a column what it hears.")
    said = wrap(words.render(hint), style.SMALL_SIZE, inner, most=3, language=exchange.language)
    # A chart is read along its rows and columns at once, so it is never cut; what stands below it may move.
    chart = Breaks(Rect(MARGIN, top, wide, y - top), 0.0, 0.0, (), ())
    hints = []
    for line in said:
        hints.append(small_text(line, MARGIN, y + LINE / 2, ink=style.QUIET))
        y += LINE
    things.append(Group("legend", "", tuple(hints)))
    below, y = flow(
        panel_blocks(exchange.panels, exchange.language), Rect(MARGIN, y + 16, inner, 0)
    )
    return Scene(
        exchange.title or words.render(say("Process")),
        _summary(exchange, words),
        exchange.language,
        ceil(inner + 2 * MARGIN),
        ceil(y + MARGIN),
        (*things, *below),
        breaks=chart,
    )


def _ground(ids: Sequence[str], rects: Mapping[tuple[str, str], Rect]) -> Iterator[Thing]:
    """A pale plate in every place, so that an empty one is seen."""
    for row in ids:
        for column in ids:
            if row != column:
                yield Plate(rects[row, column].grown(6), 8, paper=style.LAST_LANE_TINT)


def _ways(
    ids: Sequence[str], cells: Cells, rects: Mapping[tuple[str, str], Rect]
) -> Iterator[Thing]:
    """From each team along its row to what it tells, and from there along a column to who hears it.

    Beside its neighbours a team's lines are straight; further away they run in the gaps.
    """
    look = style.LINE_STYLES["tells"]
    for (giver, hearer), cards in cells.items():
        steps = ids.index(hearer) - ids.index(giver)
        if steps == 0 or cards[0].kind == "missing":
            continue
        own, cell, other = rects[giver, giver], rects[giver, hearer], rects[hearer, hearer]
        cell = Rect(cell.left, cell.top, cell.width, height_of(cards))
        there, onward = (_near if abs(steps) == 1 else _far)(own, cell, other, steps)
        yield Stroke(there, look.colour, look.width, look.dash, radius=BEND)
        yield from arrow(onward, look)


_Way = tuple[Point, ...]


def _near(own: Rect, cell: Rect, other: Rect, steps: int) -> tuple[_Way, _Way]:
    (x, _), y = cell.centre, cell.top + min(cell.height, own.height) / 2
    if steps > 0:
        return ((own.right, y), (cell.left, y)), ((x, cell.bottom), (x, other.top))
    return ((own.left, y), (cell.right, y)), ((x, cell.top), (x, other.bottom))


def _far(own: Rect, cell: Rect, other: Rect, steps: int) -> tuple[_Way, _Way]:
    """Above the cards of the row, then beside those of the column.

    Each distance has a track of its own in a gap, so that lines which share one stay apart.
    """
    sign = 1 if steps > 0 else -1
    track = sign * min(4.0 * (abs(steps) - 2), 10.0)
    above = cell.top - GAP / 2 + 5 * sign
    start, entry = own.centre[0] + sign * (14 + abs(track)), cell.centre[0] - sign * _ASIDE
    first = ((start, own.top), (start, above), (entry, above), (entry, cell.top))
    side, leaves = (cell.right, cell.bottom - 18) if sign > 0 else (cell.left, cell.top + 18)
    beside = side + sign * GAP / 2 - track
    near, edge = (
        (other.top - GAP / 2, other.top) if sign > 0 else (other.bottom + GAP / 2, other.bottom)
    )
    end = other.centre[0] + sign * (_ASIDE + track * sign)
    onward = (
        (side, leaves),
        (beside, leaves),
        (beside, near - track),
        (end, near - track),
        (end, edge),
    )
    return first, onward


def _summary(exchange: Exchange, words: Translator) -> str:
    names = {party.id: party.name for party in exchange.parties}
    said = say(
        "Chart of {teams} and what they tell each other.",
        teams=Quantity("{count} team", "{count} teams", len(exchange.parties)),
    )
    lines = [
        f"{names[one.giver]} → {names[one.hearer]}: {'; '.join((one.name, *one.words))}."
        for one in exchange.tellings
    ]
    nothing = words.render(say("tells nothing"))
    lines += [f"{names[one.giver]} → {names[one.hearer]}: {nothing}." for one in exchange.silences]
    return " ".join((words.render(said), *lines))
