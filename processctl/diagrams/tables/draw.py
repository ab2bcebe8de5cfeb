"""From a table to things: headings, bands, signs, and what the signs mean."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from math import ceil

from processctl.diagrams import style
from processctl.diagrams.arrows import arrow
from processctl.diagrams.badges import GAP, badge_row
from processctl.diagrams.blocks import flow
from processctl.diagrams.boxes import warning_sign
from processctl.diagrams.breaks import BETWEEN_ROWS, Breaks, Cut
from processctl.diagrams.geometry import Point, Rect
from processctl.diagrams.legend import SAMPLE, Sample, in_rows
from processctl.diagrams.measure import shorten, width
from processctl.diagrams.page import LEAST_WIDTH, MARGIN, moved, title_things
from processctl.diagrams.panels import panel_blocks
from processctl.diagrams.scene import Disc, Group, Plate, Scene, Stroke, Text, Thing
from processctl.diagrams.tables.places import (
    LINE,
    NAME_LINE,
    PADDING,
    ROW_WIDTH,
    SIGN_WIDTH,
    Heading,
    TablePlaces,
    table_places,
)
from processctl.diagrams.tables.table import Row, Sign, Table
from processctl.texts import Message, Quantity, Translator, say, translator

_RADIUS = 6.0
_SIGN_SAMPLE = 20.0


def draw_table(table: Table) -> Scene:
    """Everything on one page: title, table, what the signs mean, panels."""
    words = translator(table.language)
    places = table_places(table)
    inner = max(places.whole.width, LEAST_WIDTH)
    title, top = title_things(table.title, table.language, inner)
    origin = MARGIN, top
    things = [*title, *_bands(table, places, origin), *_heads(table, places, origin)]
    for row in table.rows:
        things += _row(row, places, origin)
    things += _groups(places, origin)
    things += _spans(table, places, origin)
    for cell in table.cells:
        at = moved(places.cell(cell.row, cell.column), origin).centre
        things.append(Group("cell", "", sign_things(cell.sign, at)))
    y = top + places.whole.height + 18
    keys, y = _legend(table, words, Rect(MARGIN, y, inner, 0))
    below, y = flow(panel_blocks(table.panels, table.language), Rect(MARGIN, y + 10, inner, 0))
    return Scene(
        table.title or words.render(say("Process")),
        _summary(table, words),
        table.language,
        ceil(inner + 2 * MARGIN),
        ceil(y + MARGIN),
        (*things, *keys, *below),
        breaks=_breaks(table, places, origin),
    )


def _breaks(table: Table, places: TablePlaces, origin: Point) -> Breaks:
    """A table is cut between its columns, and between its rows; best between groups of them."""
    x, y = origin
    ends = {group.members[-1] for level in table.row_groups for group in level if group.members}
    rows = [(places.rows[row.id], 0.0 if row.id in ends else BETWEEN_ROWS) for row in table.rows]
    return Breaks(
        moved(places.whole, origin),
        places.left,
        places.top,
        tuple(Cut(x + rect.right) for rect in places.columns.values()),
        tuple(Cut(y + rect.bottom, cost) for rect, cost in rows),
    )


def sign_things(sign: Sign, at: Point) -> tuple[Thing, ...]:
    """A sign with its middle at a point. They differ in form, not by colour alone."""
    x, y = at
    ink = style.SIGNS[sign]
    ring = Rect(x - _RADIUS, y - _RADIUS, 2 * _RADIUS, 2 * _RADIUS)
    match sign:
        case "reads" | "whole":
            return (Plate(ring, _RADIUS, style.PAPER, ink, 1.8),)
        case "brings" | "part":
            return (Plate(ring.grown(-0.5), 0.0, ink, ink, 1.0),)
        case "rewrites":
            around = Plate(ring.grown(3.0), _RADIUS + 3.0, style.PAPER, ink, 1.4)
            return (around, Disc(at, _RADIUS - 0.5, ink))
    return (Disc(at, _RADIUS, ink),)


def _bands(table: Table, places: TablePlaces, origin: Point) -> Iterator[Thing]:
    """The ground of every column, in the colour that it shares with its like."""
    height = places.whole.height - places.head_top
    for column in table.columns:
        rect = places.columns[column.id]
        band = Rect(rect.left, rect.top, rect.width, height)
        yield Plate(moved(band, origin), paper=style.lane_tint(column.tint))
    body = Rect(0.0, places.top, places.left, places.whole.height - places.top)
    yield Plate(moved(body, origin), paper=style.LAST_LANE_TINT)
    for rect in places.columns.values():
        edge = moved(Rect(rect.left, places.head_top, 0, height), origin)
        yield Stroke(((edge.left, edge.top), (edge.left, edge.bottom)), style.PAPER, 1.0)


def _heads(table: Table, places: TablePlaces, origin: Point) -> Iterator[Thing]:
    """The names of columns and of their groups, and what the sides of the table hold."""
    for group, level, strip in places.groups_across:
        rect = moved(strip.grown(-2), origin)
        outer = level == 0 and len(table.column_groups) > 1
        paper, ink = (
            (style.PHASE_PAPER, style.PAPER) if outer else (style.LAST_LANE_TINT, style.INK)
        )
        name = shorten(group.name, style.SMALL_SIZE, rect.width - 8, bold=True)
        plate = Plate(rect, 5, paper=paper)
        yield Group("head", group.name, (plate, _middle(name, rect.centre, ink)))
    for column in table.columns:
        rect = moved(places.columns[column.id], origin)
        lines = places.heads[column.id]
        y = rect.bottom - PADDING - len(lines) * LINE + LINE / 2
        rows = []
        for line in lines:
            rows.append(_middle(line, (rect.centre[0], y), style.INK))
            y += LINE
        yield Group("head", column.name, tuple(rows))
    bottom = origin[1] + places.top - PADDING - LINE / 2
    if table.row_title:
        words = _text(table.row_title, origin[0] + PADDING, bottom, bold=True)
        yield Group("head", table.row_title, (words,))
    if table.after_title:
        right = places.right
        words = _text(table.after_title, origin[0] + right + PADDING, bottom, bold=True)
        yield Group("head", table.after_title, (words,))


def _row(row: Row, places: TablePlaces, origin: Point) -> Iterator[Thing]:
    rect = moved(places.rows[row.id], origin)
    heading, ends = places.names[row.id], places.ends[row.id]
    left = origin[0] + places.left - ROW_WIDTH
    yield Stroke(((left, rect.top), (rect.right, rect.top)), style.RULE, 1.0)
    words = _heading(heading, Rect(left, rect.top, ROW_WIDTH, rect.height))
    yield Group("row", "\n".join((row.name, *row.facts, *row.warnings)), words)
    right = places.right
    y = rect.centre[1] - (len(ends) - 1) * LINE / 2
    texts = []
    for line in ends:
        texts.append(_text(line, origin[0] + right + PADDING, y))
        y += LINE
    if texts:
        yield Group("cell", "", tuple(texts))


def _groups(places: TablePlaces, origin: Point) -> Iterator[Thing]:
    for group, heading, place in places.groups_down:
        rect = moved(place, origin)
        right = origin[0] + places.whole.width
        yield Stroke(((rect.left, rect.top), (right, rect.top)), style.QUIET, 1.2)
        plate = Plate(rect, paper=style.LANE_HEAD_TINT)
        title = "\n".join((group.name, *group.facts))
        yield Group("head", title, (plate, *_heading(heading, rect)))


def _heading(heading: Heading, rect: Rect) -> tuple[Thing, ...]:
    """Name, facts and warnings, in the middle of the height of a rectangle."""
    things: list[Thing] = []
    left, y = rect.left + PADDING, rect.centre[1] - heading.height / 2 + PADDING
    for line in heading.name:
        at = left, y + NAME_LINE / 2 + style.LANE_SIZE * style.BASELINE
        things.append(Text(at, line, style.LANE_SIZE, style.INK, bold=True))
        y += NAME_LINE
    for line in heading.facts:
        things.append(_text(line, left, y + LINE / 2, ink=style.QUIET))
        y += LINE
    for line in heading.warnings:
        things += warning_sign(left, y + LINE / 2)
        things.append(_text(line, left + SIGN_WIDTH, y + LINE / 2, bold=True, ink=style.WARNING))
        y += LINE
    things += badge_row(heading.badges, left, y + GAP)
    return tuple(things)


def _spans(table: Table, places: TablePlaces, origin: Point) -> Iterator[Thing]:
    for span in table.spans:
        start = moved(places.cell(span.row, span.first), origin).centre
        end = moved(places.cell(span.row, span.last), origin).centre
        yield Group("line", "", arrow((start, end), style.SPAN))


def _legend(table: Table, words: Translator, room: Rect) -> tuple[tuple[Thing, ...], float]:
    used = {cell.sign for cell in table.cells}
    samples: list[Sample] = [
        (_SIGN_SAMPLE, partial(_sign_sample, sign), words.render(said))
        for sign, said in _SIGNS.items()
        if sign in used
    ]
    if table.spans:
        samples.append((SAMPLE, _span_sample, words.render(say("time from here to there"))))
    return in_rows(samples, room)


def _sign_sample(sign: Sign, x: float, middle: float) -> tuple[Thing, ...]:
    return sign_things(sign, (x + _SIGN_SAMPLE / 2, middle))


def _span_sample(x: float, middle: float) -> tuple[Thing, ...]:
    return arrow(((x, middle), (x + SAMPLE, middle)), style.SPAN)


_SIGNS: dict[Sign, Message] = {
    "brings": say("known when the case begins"),
    "records": say("recorded in this stage"),
    "reads": say("read in this stage"),
    "rewrites": say("recorded and read"),
    "counts": say("counted here"),
    "part": say("this part ..."),
    "whole": say("... of this whole"),
}


def _middle(line: str, at: Point, ink: str) -> Text:
    left = at[0] - width(line, style.SMALL_SIZE, bold=True) / 2
    return Text(
        (left, at[1] + style.SMALL_SIZE * style.BASELINE), line, style.SMALL_SIZE, ink, bold=True
    )


def _text(
    line: str, left: float, middle: float, *, bold: bool = False, ink: str = style.INK
) -> Text:
    return Text(
        (left, middle + style.SMALL_SIZE * style.BASELINE), line, style.SMALL_SIZE, ink, bold
    )


def _summary(table: Table, words: Translator) -> str:
    """The table in words: how large it is, and what each row says."""
    names = {column.id: column.name for column in table.columns}
    said = say(
        "Table with {rows} and {columns}.",
        rows=Quantity("{count} row", "{count} rows", len(table.rows)),
        columns=Quantity("{count} column", "{count} columns", len(table.columns)),
    )
    lines = []
    for row in table.rows:
        by_sign: dict[Sign, list[str]] = {}
        for cell in table.cells:
            if cell.row == row.id:
                by_sign.setdefault(cell.sign, []).append(names[cell.column])
        facts = [
            f"{words.render(_SIGNS[sign])}: {', '.join(where)}" for sign, where in by_sign.items()
        ]
        facts += [f"{names[s.first]} → {names[s.last]}" for s in table.spans if s.row == row.id]
        lines.append(f"{row.name}: {'; '.join((*row.warnings, *facts))}.")
    return " ".join((words.render(said), *lines))
