"""The outline of a file: its sections and the elements in them, read by indentation.

A file that is no YAML at the moment has one as well, so that nothing jumps while somebody types.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from processctl.editor.marks import KEY, unquoted
from processctl.reading.form_schema import sections
from processctl.reading.source import Source, Span


@dataclass(frozen=True)
class Entry:
    """A key that stands on a line of its own: where it is, and how far its value reaches."""

    name: str
    key: Span
    whole: Span
    inner: tuple[Entry, ...] = ()


@dataclass
class _Open:
    name: str
    start: int
    end: int
    last: int
    inner: list[_Open] = field(default_factory=list)

    def entry(self, source: Source) -> Entry:
        key, whole = Span(source, self.start, self.end), Span(source, self.start, self.last)
        return Entry(self.name, key, whole, tuple(one.entry(source) for one in self.inner))


def outline(source: Source) -> tuple[Entry, ...]:
    """The top-level keys of a file, each with the entries one level below it."""
    found: list[_Open] = []
    indent: int | None = None
    for start, end in lines(source):
        here = _content(source.text, start, end)
        if here is None:
            continue
        column = here - start
        last = start + len(source.text[start:end].rstrip())
        key = KEY.match(source.text, here, end)
        if column == 0 and key is not None and source.text[here] != "-":
            found.append(_Open(unquoted(key[1]), here, key.end(1), last))
            indent = None
            continue
        if not found:
            continue
        section = found[-1]
        section.last = last
        if column and indent is None:
            indent = column
        if column == indent and key is not None and source.text[here] != "-":
            section.inner.append(_Open(unquoted(key[1]), here, key.end(1), last))
        elif section.inner:
            section.inner[-1].last = last
    return tuple(one.entry(source) for one in found)


def element_key(source: Source, section: str, name: str) -> Span | None:
    """Where an element of a section is declared in a file as it is now."""
    for one in outline(source):
        if one.name == section:
            for inner in one.inner:
                if inner.name == name:
                    return inner.key
    return None


def folds(source: Source) -> Iterator[tuple[int, int]]:
    """Lines, from 1, that can be folded: from one to the last that is further in, and comments."""
    open_: list[tuple[int, int, int]] = []  # column, line, last line with content
    comment: tuple[int, int] | None = None
    number = 0
    for number, (start, end) in enumerate(lines(source), 1):
        line = source.text[start:end]
        if line.lstrip().startswith("#"):
            comment = (comment[0] if comment and comment[1] == number - 1 else number, number)
            continue
        if comment is not None and comment[0] < comment[1]:
            yield comment
        comment = None
        here = _content(source.text, start, end)
        if here is None:
            continue
        column = here - start
        # Dashes in the column of their key belong to it.
        dash = source.text[here] == "-"
        while open_ and (open_[-1][0] > column or (open_[-1][0] == column and not dash)):
            yield from _fold(open_.pop())
        open_ = [(at, first, number) for at, first, _ in open_]
        if not open_ or open_[-1][0] < column or not dash:
            open_.append((column, number, number))
    if comment is not None and comment[0] < comment[1]:
        yield comment
    for one in reversed(open_):
        yield from _fold(one)


def _fold(one: tuple[int, int, int]) -> Iterator[tuple[int, int]]:
    _, first, last = one
    if last > first:
        yield first, last


def is_ours(source: Source) -> bool:
    """Whether a file is a part of a process: some key that begins a line is a section's."""
    return any(
        (key := KEY.match(source.text, start, end)) is not None and unquoted(key[1]) in sections()
        for start, end in lines(source)
        if source.text[start : start + 1] not in (" ", "\t", "#", "-", "")
    )


def is_open(source: Source) -> bool:
    """Whether nothing in a file says yet what it is: no key begins a line."""
    return not any(
        KEY.match(source.text, start, end) is not None
        for start, end in lines(source)
        if source.text[start : start + 1] not in (" ", "\t", "#", "-", "")
    )


def lines(source: Source) -> Iterator[tuple[int, int]]:
    """Where each line begins, and where its text ends."""
    for number in range(1, source.lines + 1):
        start = source.start_of(number)
        yield start, start + len(source.line(number))


def _content(text: str, start: int, end: int) -> int | None:
    here = start
    while here < end and text[here] in " \t":
        here += 1
    return None if here == end or text[here] == "#" else here
