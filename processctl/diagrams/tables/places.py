"""Where the rows, columns and headings of a table stand, in pixels from its upper left corner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from processctl.diagrams import badges, style
from processctl.diagrams.geometry import Rect
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.sketch import Badge
from processctl.diagrams.tables.table import Group, Row, Table

GROUP_WIDTH = 132.0
ROW_WIDTH = 216.0
AFTER_WIDTH = 230.0
LEAST_COLUMN = 66.0
MOST_COLUMN = 96.0
GROUP_HEIGHT = 30.0
LEAST_ROW = 30.0
PADDING = 8.0
SIGN_WIDTH = 18.0
LINE = style.SMALL_SIZE * style.LEADING
NAME_LINE = style.LANE_SIZE * style.LEADING
_MOST_NAME_LINES = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines of a name and of the facts below it."""

    name: tuple[str, ...]
    facts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()

    @property
    def height(self) -> float:
        """The room that the heading takes, in pixels, padding included."""
        lines = len(self.facts) + len(self.warnings)
        row = badges.HEIGHT + badges.GAP if self.badges else 0.0
        return len(self.name) * NAME_LINE + lines * LINE + row + 2 * PADDING


@dataclass(frozen=True, slots=True)
class TablePlaces:
    """Every rectangle of a table.

    ``groups_across`` and ``groups_down`` are runs of neighbouring columns or rows of one group.
    """

    columns: Mapping[str, Rect]
    rows: Mapping[str, Rect]
    heads: Mapping[str, tuple[str, ...]]
    names: Mapping[str, Heading]
    ends: Mapping[str, tuple[str, ...]]
    groups_across: tuple[tuple[Group, int, Rect], ...]
    groups_down: tuple[tuple[Group, Heading, Rect], ...]
    left: float
    top: float
    head_top: float
    whole: Rect

    @property
    def right(self) -> float:
        """Where the columns end."""
        return max((rect.right for rect in self.columns.values()), default=self.left)

    def cell(self, row: str, column: str) -> Rect:
        """Where a row and a column meet."""
        across, down = self.columns[column], self.rows[row]
        return Rect(across.left, down.top, across.width, down.height)


def table_places(table: Table) -> TablePlaces:
    """Place everything: as wide as the names need, and no wider."""
    size, language = style.SMALL_SIZE, table.language
    words = [word for column in table.columns for word in column.name.split()]
    longest = max((width(word, size, bold=True) for word in words), default=0.0)
    across = min(max(longest + 2 * PADDING, LEAST_COLUMN), MOST_COLUMN)
    heads = {
        column.id: wrap(
            column.name,
            size,
            across - PADDING,
            most=_MOST_NAME_LINES,
            language=language,
            bold=True,
        )
        for column in table.columns
    }
    head_height = max((len(lines) for lines in heads.values()), default=1) * LINE + 2 * PADDING
    left = GROUP_WIDTH * len(table.row_groups) + ROW_WIDTH
    head_top = GROUP_HEIGHT * len(table.column_groups)
    top = head_top + head_height
    names = {row.id: _heading(row, language) for row in table.rows}
    ends = {
        row.id: tuple(
            line
            for part in row.after
            for line in wrap(part, size, AFTER_WIDTH - 2 * PADDING, most=6, language=language)
        )
        for row in table.rows
    }
    heights = _heights(table, names, ends)
    columns = {
        column.id: Rect(left + across * place, head_top, across, head_height)
        for place, column in enumerate(table.columns)
    }
    rows = {}
    y = top
    right = left + across * len(table.columns)
    end = right + (AFTER_WIDTH if table.after_title else 0.0)
    for row in table.rows:
        rows[row.id] = Rect(0.0, y, end, heights[row.id])
        y += heights[row.id]
    return TablePlaces(
        columns, rows, heads, names, ends,
        tuple(_across(table, columns)), tuple(_down(table, rows)),
        left, top, head_top, Rect(0.0, 0.0, end, y),
    )  # fmt: skip


def _heading(row: Row, language: str) -> Heading:
    room = ROW_WIDTH - 2 * PADDING
    return Heading(
        wrap(row.name, style.LANE_SIZE, room, most=3, language=language, bold=True),
        tuple(
            line
            for fact in row.facts
            for line in wrap(fact, style.SMALL_SIZE, room, most=2, language=language)
        ),
        tuple(
            line
            for warning in row.warnings
            for line in wrap(
                warning, style.SMALL_SIZE, room - SIGN_WIDTH, most=2, language=language, bold=True
            )
        ),
        badges.that_fit(row.badges, room),
    )


def _group_heading(group: Group, language: str) -> Heading:
    room = GROUP_WIDTH - 2 * PADDING
    return Heading(
        wrap(group.name, style.LANE_SIZE, room, most=6, language=language, bold=True),
        tuple(
            line
            for fact in group.facts
            for line in wrap(fact, style.SMALL_SIZE, room, most=4, language=language)
        ),
    )


def _heights(
    table: Table, names: Mapping[str, Heading], ends: Mapping[str, Sequence[str]]
) -> dict[str, float]:
    """The height of every row, in pixels; those of a group together hold its heading."""
    heights = {
        row.id: max(names[row.id].height, len(ends[row.id]) * LINE + 2 * PADDING, LEAST_ROW)
        for row in table.rows
    }
    for level in table.row_groups:
        for group in level:
            have = sum(heights[member] for member in group.members)
            needed = _group_heading(group, table.language).height
            for member in group.members:
                heights[member] += max(needed - have, 0.0) / len(group.members)
    return heights


def _across(table: Table, columns: Mapping[str, Rect]) -> list[tuple[Group, int, Rect]]:
    found: list[tuple[Group, int, Rect]] = []
    for place, level in enumerate(table.column_groups):
        of = {member: group for group in level for member in group.members}
        for column in table.columns:
            group, rect = of.get(column.id), columns[column.id]
            if group is None:
                continue
            strip = Rect(rect.left, GROUP_HEIGHT * place, rect.width, GROUP_HEIGHT)
            last = found[-1] if found else None
            if last and last[0] is group and last[1] == place and last[2].right >= rect.left - 0.1:
                found[-1] = (
                    group,
                    place,
                    Rect(last[2].left, strip.top, last[2].width + rect.width, GROUP_HEIGHT),
                )
            else:
                found.append((group, place, strip))
    return found


def _down(table: Table, rows: Mapping[str, Rect]) -> list[tuple[Group, Heading, Rect]]:
    found = []
    for place, level in enumerate(table.row_groups):
        for group in level:
            rects = [rows[member] for member in group.members]
            top, bottom = min(rect.top for rect in rects), max(rect.bottom for rect in rects)
            rect = Rect(GROUP_WIDTH * place, top, GROUP_WIDTH, bottom - top)
            found.append((group, _group_heading(group, table.language), rect))
    return found
