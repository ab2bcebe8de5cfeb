"""Facts below a drawing: a heading, and under it terms with what is said of each."""

from __future__ import annotations

from collections.abc import Iterable

from processctl.diagrams import style
from processctl.diagrams.badges import HEIGHT, badge_things, badge_width
from processctl.diagrams.blocks import COLUMN, ROW, Block
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.scene import Group, Stroke, Text, Thing
from processctl.diagrams.sketch import Fact, Panel

_TERM = 118.0
_AFTER_TERM = 10.0
_TITLE_ROW = style.NAME_SIZE * 1.35
_AFTER_TITLE = 8.0
_AFTER_FACT = 4.0
_AFTER = 16.0
_BESIDE_BADGE = 8.0
_MOST_FACTS = 12


def panel_blocks(panels: Iterable[Panel], language: str) -> list[Block]:
    """Panels as blocks of text: each one, or several where it is too long for one column."""
    found = []
    for panel in panels:
        facts = panel.facts
        for at in range(0, len(facts), _MOST_FACTS):
            title = panel.title if at == 0 else ""
            found.append(_block(Panel(title, facts[at : at + _MOST_FACTS]), language))
    return found


def _block(panel: Panel, language: str) -> Block:
    title = wrap(panel.title, style.NAME_SIZE, COLUMN, most=3, language=language, bold=True)
    rows = [_rows(fact, language) for fact in panel.facts]
    head = len(title) * _TITLE_ROW + _AFTER_TITLE if title else 0.0
    height = head + sum(max(len(left), len(right), 1) * ROW + _AFTER_FACT for left, right in rows)

    def draw(left: float, top: float) -> Thing:
        y = top + _TITLE_ROW / 2 + style.NAME_SIZE * style.BASELINE
        things: list[Thing] = []
        for row in title:
            things.append(Text((left, y), row, style.NAME_SIZE, style.INK, bold=True))
            y += _TITLE_ROW
        if title:
            rule = top + head - _AFTER_TITLE / 2 - 1
            things.append(Stroke(((left, rule), (left + COLUMN, rule)), style.RULE, 1.2))
        y = top + head
        for fact, (terms, said) in zip(panel.facts, rows, strict=True):
            if fact.badge is not None:
                things += badge_things(fact.badge, left, y + (ROW - HEIGHT) / 2)
            start = left + _indent(fact)
            for place, row in enumerate(terms):
                things.append(_text(row, left + _shift(fact), y + place * ROW, bold=True))
            for place, row in enumerate(said):
                things.append(_text(row, start, y + place * ROW))
            y += max(len(terms), len(said), 1) * ROW + _AFTER_FACT
        return Group("panel", "", tuple(things))

    return Block(height + _AFTER, draw)


def _rows(fact: Fact, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of the term, and those of what is said of it."""
    size, room = style.SMALL_SIZE, _TERM - _shift(fact)
    terms = wrap(fact.term, size, room, most=6, language=language, bold=True)
    room = COLUMN - _indent(fact)
    said = tuple(
        row for words in fact.words for row in wrap(words, size, room, most=99, language=language)
    )
    return terms, said


def _shift(fact: Fact) -> float:
    """How far a badge moves the term to the right."""
    return badge_width(fact.badge) + _BESIDE_BADGE if fact.badge is not None else 0.0


def _indent(fact: Fact) -> float:
    """Where the words begin: behind the column of terms, or behind a badge alone."""
    if not fact.term:
        return max(_shift(fact), width("00", style.SMALL_SIZE) + 20)
    return _TERM + _AFTER_TERM


def _text(row: str, left: float, top: float, *, bold: bool = False) -> Text:
    size = style.SMALL_SIZE
    return Text((left, top + ROW / 2 + size * style.BASELINE), row, size, style.INK, bold=bold)
