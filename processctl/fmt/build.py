"""From the parser's events, and the text between the words, to the tree of a file."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from yaml import events as ev

from processctl.fmt.gaps import (
    comments_outside,
    end_of_line,
    gap_between,
    has_blank_line,
    has_odd_break,
    next_dash,
    with_usual_breaks,
)
from processctl.fmt.place import add_above, place
from processctl.fmt.tree import Collection, Comment, Document, Entry, Leaf, Style
from processctl.reading.events import events

_STYLES: dict[str | None, Style] = {
    None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded",
}  # fmt: skip
_PROPERTIES = re.compile(r"&[^\s,\[\]{}]+(?:\s|#[^\n]*\n)*")
_HEADER = re.compile(r"[|>][-+0-9]*")
_NOTHING = Leaf("", "plain", "")


def read_document(text: str) -> Document:
    """The tree of a text that ``reading`` has composed to a map without a problem.

    Lines of ``text`` end with a line feed; it has no byte order mark.
    """
    builder = _build(text)
    if has_odd_break(text):
        text = with_usual_breaks(text, builder.words)
        builder = _build(text)
    builder.document.comments = comments_outside(text, builder.words)
    return builder.document


def _build(text: str) -> _Builder:
    builder = _Builder(text)
    for event in events(text, pure=False):
        builder.take(event)
    return builder


@dataclass(slots=True)
class _Open:
    """A map or list that has not ended, and the entry that holds it."""

    here: Collection
    holder: Entry
    bracket: bool
    waiting: Entry | None = None  # has a key, and no value yet


@dataclass
class _Builder:
    text: str
    cursor: int = 0
    open: list[_Open] = field(default_factory=list)
    closed: list[Collection] = field(default_factory=list)
    words: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        holder = Entry(None, _NOTHING)
        self.document = Document(holder)
        self.owner = holder  # whatever stands on its line speaks of it

    def take(self, event: Any) -> None:  # the stubs give events no marks
        kind = type(event)
        if kind is ev.ScalarEvent or kind is ev.AliasEvent:
            self._leaf(event)
        elif kind is ev.MappingStartEvent or kind is ev.SequenceStartEvent:
            self._begin(event, is_map=kind is ev.MappingStartEvent)
        elif kind is ev.MappingEndEvent or kind is ev.SequenceEndEvent:
            self._end(event)
        elif kind is ev.DocumentStartEvent and event.explicit:
            self.cursor = event.end_mark.index
            self.document.explicit = True
            self.document.before = self.text[: self.cursor - len("---")]
        elif kind is ev.DocumentEndEvent:
            self._finish(event)

    def _leaf(self, event: Any) -> None:
        start = event.start_mark.index
        frame = self.open[-1]
        if frame.here.is_map and frame.waiting is None:
            entry = Entry(None, _NOTHING)
            # In a file of one endless line it would take long to look for columns.
            column = 0 if frame.here.flow else self._key_column(start)
            self._new(entry, self._content(event, start), column)
            entry.key = self._word(event, start, entry)
            frame.waiting = self.owner = entry
            return
        entry = self._holder(start)
        if type(event) is ev.AliasEvent or event.value or event.style or event.anchor:
            self._before_value(entry, self._content(event, start))
            entry.value = self._word(event, start, entry)
            self.owner = entry

    def _begin(self, event: Any, *, is_map: bool) -> None:
        start = event.start_mark.index
        here = Collection(is_map, bool(event.flow_style), event.anchor)
        self.document.anchored |= event.anchor is not None
        holder = self._holder(start) if self.open else self.document.holder
        holder.value = here
        bracket = False
        if here.flow:
            start = self._content(event, start)
            bracket = self.text[start] in "{["  # a pair alone in a list may stand without
            if bracket:
                self._before_value(holder, start)
                self.cursor += 1
                self.owner = holder
        self.open.append(_Open(here, holder, bracket))

    def _end(self, event: Any) -> None:
        done = self.open.pop()
        if done.bracket:
            end = event.end_mark.index
            comments, blank = self._gather(end - 1, None)
            place(comments, [], done.here, None, blank=blank)
            self.cursor = end
            self.owner = done.holder
        elif not done.here.flow:
            self.closed.append(done.here)

    def _finish(self, event: Any) -> None:
        end = event.start_mark.index if event.explicit else len(self.text)
        root = self.document.root
        if not root.flow:
            self.closed.pop()
        comments, blank = self._gather(end, root.column)
        place(comments, self.closed, root, None, blank=blank)
        self.document.after = self.text[end:]

    def _holder(self, start: int) -> Entry:
        """The entry that a value belongs to: the key's before it, or a new item of a list."""
        frame = self.open[-1]
        if frame.waiting is not None:
            entry, frame.waiting = frame.waiting, None
            return entry
        entry = Entry(None, _NOTHING)
        if frame.here.flow:
            self._new(entry, start, 0)
        else:
            dash = next_dash(self.text, self.cursor)
            self._new(entry, dash, self._column(dash))
            self.cursor = dash + 1
        self.owner = entry
        return entry

    def _new(self, entry: Entry, start: int, column: int) -> None:
        """Give the comments before a new entry to somebody, and the entry to its map or list."""
        here = self.open[-1].here
        first = not here.parts
        if first:
            here.column = column
        comments, blank = self._gather(start, None if here.flow else column)
        at_top = first and len(self.open) == 1
        place(comments, self.closed, here, entry, blank=blank, at_top=at_top)
        self.closed = []

    def _before_value(self, entry: Entry, start: int) -> None:
        """Comments between a key, or a dash, and a value that is no block: nothing else can have them."""
        comments, _ = self._gather(start, None)
        for comment in comments:
            comment.gap = False
        if self.open:
            add_above(self.open[-1].here, comments)
        else:
            entry.above += comments

    def _gather(self, end: int, column: int | None) -> tuple[list[Comment], bool]:
        """The comments up to ``end`` but those beside what came last, which are given to it.

        What stands right below a comment beside something, and at its column, goes on with it;
        unless it stands at ``column`` too, where what comes next begins.
        """
        start, self.cursor = self.cursor, max(self.cursor, end)
        if self.text.find("#", start, end) < 0:
            return [], has_blank_line(self.text, start, end)
        gap = gap_between(self.text, start, end)
        left: list[Comment] = []
        goes_on: int | None = None
        for comment, own_line, beside in gap.comments:
            follows = own_line and comment.column == goes_on and not comment.gap
            if beside and not self.owner.beside:
                self.owner.beside.append(comment)
                goes_on = comment.column
            elif beside:
                self._beside_too(comment)
            elif follows and (column is None or comment.column > column):
                self.owner.beside.append(comment)
            else:
                goes_on = None
                left.append(comment)
        return left, gap.blank

    def _beside_too(self, comment: Comment) -> None:
        """A second comment on the line of an element: what ends there, ends with it."""
        value = self.owner.value
        where = value.tail if isinstance(value, Collection) else self.owner.inside
        where.append(comment)

    def _word(self, event: Any, start: int, entry: Entry) -> Leaf:
        """The leaf of a scalar or an alias in ``entry``; from its end on reading goes on."""
        end = event.end_mark.index
        if type(event) is ev.AliasEvent:
            self.cursor, self.document.anchored = end, True
            return Leaf(str(event.anchor), "alias", f"*{event.anchor}")
        self.document.anchored |= event.anchor is not None
        content = self._content(event, start)
        style = _STYLES[event.style]
        if style in ("literal", "folded"):
            raw = self._block_scalar(content, end, entry)
            return Leaf(event.value, style, raw, event.anchor, self.open[-1].here.column)
        if event.value or event.style or event.anchor:
            self.cursor = max(content, end)
        self.words.append((content, self.cursor))
        return Leaf(event.value, style, self.text[content : self.cursor], event.anchor)

    def _block_scalar(self, start: int, end: int, entry: Entry) -> str:
        """The header and the lines of a block scalar; a comment behind the header is the entry's."""
        header = _HEADER.match(self.text, start)
        assert header is not None  # noqa: S101 - the parser has seen it
        line_end = end_of_line(self.text, start)
        self.cursor, self.owner = header.end(), entry
        before, entry.beside = entry.beside, []
        self._gather(line_end, None)
        # There is room for one comment beside the header; what stood before it comes above.
        if len(before) == 1 and not entry.beside:
            entry.beside = before
        else:
            add_above(self.open[-1].here, before)
        self.words.append((min(line_end + 1, end), end))
        self.cursor = max(line_end, start + len(self.text[start:end].rstrip(" \t\n")))
        return f"{header.group()}\n{self.text[line_end + 1 : end]}"

    def _content(self, event: Any, start: int) -> int:
        """Where a node itself begins: the parser's marks begin at its anchor."""
        if event.anchor is None or type(event) is ev.AliasEvent:
            return start
        properties = _PROPERTIES.match(self.text, start)
        assert properties is not None  # noqa: S101 - there is an anchor
        empty = type(event) is ev.ScalarEvent and not event.value and not event.style
        return start + 1 + len(event.anchor) if empty else properties.end()

    def _key_column(self, start: int) -> int:
        """The column of a key, or of the question mark before it."""
        line = max(self.cursor, self.text.rfind("\n", 0, start) + 1)
        mark = self.text.find("?", line, start)
        return self._column(mark if mark >= 0 else start)

    def _column(self, offset: int) -> int:
        return offset - self.text.rfind("\n", 0, offset) - 1
