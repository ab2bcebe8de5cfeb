"""A drawing in rows and columns, such as which field is recorded in which stage: plain data.

Order is meaning here as in a sketch: columns stand from left to right, rows from top to bottom.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.diagrams.sketch import Badge, Panel, Sketch

Sign: TypeAlias = Literal["records", "brings", "reads", "rewrites", "counts", "part", "whole"]
"""What a cell says: recorded, known at birth, read, recorded and read; counted, a part of a whole."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column under its name.

    ``tint`` numbers the colour that it shares with its like; None for where cases end.
    """

    id: str
    name: str
    tint: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row behind its name; ``facts`` stand below that, ``after`` at the end of the row.

    ``warnings`` are what is wrong with it, ``badges`` numbers that are explained below.
    """

    id: str
    name: str
    facts: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    badges: tuple[Badge, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring rows or columns, ``members`` by id, and what they have in common."""

    name: str
    members: tuple[str, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A sign where a row and a column meet."""

    row: str
    column: str
    sign: Sign


@dataclass(frozen=True, slots=True)
class Span:
    """An arrow along a row, from one column to another: how long something takes."""

    row: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Table:
    """A whole drawing.

    ``column_groups`` and ``row_groups`` are levels of groups, the outermost first; within a level
    no two groups share a member. ``graph`` says the same in boxes and lines, for formats that
    know no tables. ``row_title`` and ``after_title`` stand above the names and above the ends of
    the rows.
    """

    title: str
    language: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    graph: Sketch
    cells: tuple[Cell, ...] = ()
    spans: tuple[Span, ...] = ()
    column_groups: tuple[tuple[Group, ...], ...] = ()
    row_groups: tuple[tuple[Group, ...], ...] = ()
    row_title: str = ""
    after_title: str = ""
    panels: tuple[Panel, ...] = ()
