"""Taking an entry away, with the comments that are its own and the commas that it needed."""

from __future__ import annotations

import re

from processctl.reading.edit import TextEdit
from processctl.reading.nodes import Sequence
from processctl.reading.source import Span
from processctl.repair.layout import begins_line, block_of, is_blank, line_start, next_line
from processctl.repair.route import Link, Route, children, is_flow
from processctl.repair.splice import Splice, edits

_COMMA = re.compile(r"[ \t]*+:?(?:[ \t\r\n]|(?<=[ \t\r\n])#[^\r\n]*+)*+,")
_COMMENT = re.compile(r"[ \t]+#[^\r\n]*")
_BARE_COLON = re.compile(r"[ \t]*:[ \t]*(?=[\r\n,\]}])")


def remove(route: Route, keep: int) -> Splice | None:
    """Take the last link of a way out of the text; what it leaves empty goes too, down to ``keep``."""
    while len(children(route.around)) == 1 and len(route.links) - 2 > keep:
        route = route.above
    around, siblings = route.around, children(route.around)
    if len(route.links) < 2 or route.here not in siblings:
        return None
    whole = Span(route.source, around[-2], around[-1])
    if len(siblings) == 1:
        return _emptied(route, whole)
    if is_flow(route.text, around):
        stretch = _between_commas(route.text, around[-2] + 1, siblings, siblings.index(route.here))
    else:
        found = _lines(route, siblings)
        if found is None:
            return None
        stretch = found
    claim = Span(route.source, min(whole.start, stretch[0]), max(whole.end, stretch[1]))
    return edits(claim, TextEdit(Span(route.source, *stretch), ""))


def _emptied(route: Route, whole: Span) -> Splice | None:
    """The map or list that is kept stays as an empty one."""
    nothing = "[]" if isinstance(route.around, Sequence) else "{}"
    if is_flow(route.text, route.around):
        return edits(whole, TextEdit(whole, nothing))
    block, above = block_of(route), route.links[-2]
    if block is None:
        return None
    span = Span(route.source, min(whole.start, block.start), block.end)
    if above.key is None:
        return edits(span, TextEdit(span, nothing if len(route.links) > 2 else ""))
    colon = route.text.index(":", above.key.end) + 1
    lines = _whole_lines(route.text, line_start(route.text, span.start), span.end)
    if lines[0] < colon:
        return None
    gone = Span(route.source, *lines)
    empty = TextEdit(Span(route.source, colon, colon), f" {nothing}")
    return Splice((empty, TextEdit(gone, "")), (Span(route.source, colon, gone.end),))


def _lines(route: Route, siblings: list[Link]) -> tuple[int, int] | None:
    block = block_of(route)
    if block is None:
        return None
    text = route.text
    if begins_line(text, block.start):
        return _whole_lines(text, line_start(text, block.start), block.end)
    # The first entry of an item, behind its dash: the next one moves up.
    following = siblings[siblings.index(route.here) + 1 :]
    if following and not text[block.end : following[0].start].strip():
        return block.start, following[0].start
    return len(text[: block.start].rstrip(" \t")), block.end


def _whole_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """Lines with their breaks; of empty lines before and behind them one stays."""
    behind = next_line(text, end)
    if behind is None:  # the last line: the break before it goes instead
        while start > 0 and text[start - 1] in "\r\n":
            start -= 1
        return start, end
    above_is_blank = start == 0 or is_blank(text, line_start(text, _break_before(text, start)))
    if above_is_blank and behind < len(text) and is_blank(text, behind):
        behind = next_line(text, behind) or behind
    return start, behind


def _break_before(text: str, start: int) -> int:
    return start - (2 if text[start - 2 : start] == "\r\n" else 1)


def _between_commas(text: str, first: int, siblings: list[Link], number: int) -> tuple[int, int]:
    comma_before = _comma(text, siblings[number - 1].end) if number else None
    lead = first if comma_before is None else _behind_comment(text, comma_before + 1)
    end = siblings[number].end
    comma = _comma(text, end)
    if comma is None:
        value_end = _value_end(text, end)
        # The last one: the comma before it goes, unless a comment that stays stands between them.
        only_comma = comma_before is not None and lead == comma_before + 1
        return (lead - 1 if only_comma else lead), value_end
    content = lead
    while text[content] in " \t\r\n":
        content += 1
    stop = _behind_comment(text, comma + 1)
    if text[stop : stop + 1] in ("\n", "\r") and begins_line(text, content):
        return line_start(text, content), next_line(text, stop) or stop
    while text[stop : stop + 1] in (" ", "\t"):
        stop += 1
    return content, stop


def _comma(text: str, end: int) -> int | None:
    """The comma behind an entry that ends at ``end``."""
    found = _COMMA.match(text, end)
    return found.end() - 1 if found else None


def _behind_comment(text: str, offset: int) -> int:
    """Behind the comment that follows in the same line, if one does."""
    found = _COMMENT.match(text, offset)
    return found.end() if found else offset


def _value_end(text: str, end: int) -> int:
    """Behind the colon of a key that has no value."""
    found = _BARE_COLON.match(text, end)
    return found.end() if found else end
