"""What stands in a box, wrapped and measured."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.diagrams import badges, style
from processctl.diagrams.measure import width, wrap
from processctl.diagrams.sketch import Badge, Box, Mark
from processctl.texts import Message, Translator, say

INNER_WIDTH = 130.0
PADDING_X = 10.0
PADDING_Y = 10.0
LEAST_WIDTH = 112.0
NARROW_INNER_WIDTH = 108.0
NARROW_LEAST_WIDTH = 96.0
SIGN_WIDTH = 18.0
WARNING_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text in a box."""

    text: str
    size: float
    colour: str
    bold: bool = False

    @property
    def height(self) -> float:
        """The room of the line, in pixels."""
        return self.size * style.LEADING

    @property
    def width(self) -> float:
        """The length of the line, in pixels."""
        return width(self.text, self.size, bold=self.bold)


@dataclass(frozen=True, slots=True)
class Card:
    """The contents of a box: its badges, its rows, and below them what is wrong with it."""

    rows: tuple[Row, ...]
    warnings: tuple[Row, ...]
    full_text: str
    least_width: float = LEAST_WIDTH
    badges: tuple[Badge, ...] = ()

    @property
    def badge_height(self) -> float:
        """The height of the row of badges at the top, in pixels; 0 without one."""
        return badges.HEIGHT + badges.GAP if self.badges else 0.0

    @property
    def badge_width(self) -> float:
        """The length of that row, in pixels."""
        return badges.row_width(self.badges)

    @property
    def warning_height(self) -> float:
        """The height of the red strip at the bottom, in pixels; 0 without one."""
        if not self.warnings:
            return 0.0
        return sum(row.height for row in self.warnings) + 2 * WARNING_GAP

    @property
    def width(self) -> float:
        """The width that the box needs, in pixels."""
        texts = [row.width for row in self.rows]
        texts += [row.width + SIGN_WIDTH for row in self.warnings]
        texts.append(self.badge_width)
        return max(self.least_width, max(texts) + 2 * PADDING_X)

    @property
    def height(self) -> float:
        """The height that the box needs, in pixels."""
        text = sum(row.height for row in self.rows)
        return self.badge_height + text + 2 * PADDING_Y + self.warning_height


def card(box: Box, words: Translator, *, narrow: bool = False) -> Card:
    """The contents of ``box``, its own words and those of processctl.

    A ``narrow`` one takes more lines instead: for drawings of many columns.
    """
    inner, language = NARROW_INNER_WIDTH if narrow else INNER_WIDTH, words.language
    facts = [words.render(fact) for fact in _kind_of(box)]
    facts += [fact for fact in (box.owner, box.deadline) if fact]
    extra = [words.render(say("may wait here"))] if box.waits else []
    begin = [_start(box, words)] if box.is_start else []
    rows = [
        Row(line, style.SMALL_SIZE, style.INK, bold=True)
        for text in begin
        for line in wrap(text, style.SMALL_SIZE, inner, most=3, language=language, bold=True)
    ]
    rows += [
        Row(text, style.NAME_SIZE, style.INK, bold=True)
        for text in wrap(box.name, style.NAME_SIZE, inner, most=6, language=language, bold=True)
    ]
    for text in (*_joined(facts, inner), *extra):
        rows += [
            Row(line, style.SMALL_SIZE, style.QUIET)
            for line in wrap(text, style.SMALL_SIZE, inner, most=3, language=language)
        ]
    problems = [words.render(_PROBLEMS[problem]) for problem in box.problems]
    warnings = [
        Row(line, style.SMALL_SIZE, style.WARNING, bold=True)
        for text in problems
        for line in wrap(
            text, style.SMALL_SIZE, inner - SIGN_WIDTH, most=3, language=language, bold=True
        )
    ]
    everything = [box.name, " · ".join(facts), *begin, *extra, *problems]
    return Card(
        tuple(rows),
        tuple(warnings),
        "\n".join(text for text in everything if text),
        NARROW_LEAST_WIDTH if narrow else LEAST_WIDTH,
        badges.that_fit(box.badges, inner),
    )


def _kind_of(box: Box) -> list[Message]:
    said = [_MARKS[box.mark]] if box.mark is not None else []
    said += [_KINDS[box.kind]] if box.kind in _KINDS else []
    return [*said, say("planned")] if box.planned else said


def _joined(facts: list[str], inner: float) -> list[str]:
    """The facts with dots between them, on as few lines as hold them without a break inside."""
    lines: list[str] = []
    for fact in facts:
        longer = f"{lines[-1]} · {fact}" if lines else fact
        if lines and width(longer, style.SMALL_SIZE) <= inner:
            lines[-1] = longer
        else:
            lines.append(fact)
    return lines


def _start(box: Box, words: Translator) -> str:
    if box.expects:
        return words.render(say("► start: {expects}", expects=box.expects))
    return words.render(say("► start"))


_KINDS = {
    "won": say("won"),
    "lost": say("lost"),
    "neutral": say("ended"),
    "continues": say("goes on elsewhere"),
}
_MARKS: dict[Mark, Message] = {
    "added": say("+ new"),
    "removed": say("- gone"),
    "changed": say("~ changed"),
}
_PROBLEMS = {"ownerless": say("no owner"), "dead_end": say("dead end")}
