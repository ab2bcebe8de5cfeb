"""Stubs: new keys and new items, written as their neighbours are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from processctl.reading.edit import TextEdit, line_end_of
from processctl.reading.form_schema import definitions, part, sections
from processctl.reading.nodes import Mapping, Scalar, is_empty
from processctl.reading.nodes import Sequence as ListNode
from processctl.reading.problem import Path
from processctl.reading.source import Span
from processctl.repair.layout import (
    begins_line,
    block_of,
    column,
    end_of,
    line_end,
    line_start,
    next_line,
)
from processctl.repair.route import Link, Route, Routes, children, is_flow
from processctl.repair.splice import Splice, edits
from processctl.rules.repair import Append, Insert, Line
from processctl.texts import Message

Say = Callable[[Message], str]
_USUAL_STEP = 2


@dataclass(frozen=True)
class Stubs:
    """Writes stubs; ``say`` puts their questions into the language of the file."""

    routes: Routes
    say: Say

    def insert(self, edit: Insert) -> Splice | None:
        """A new key in an element."""
        route = self.routes.to(edit.path)
        if route is None:
            return None
        return self._key(route, edit.path, edit.line.key, (edit.line,))

    def append(self, edit: Append) -> Splice | None:
        """A new item at the end of a list."""
        there = self.routes.to((*edit.path, edit.key))
        if there is None:
            element = self.routes.to(edit.path)
            if element is None or not _may_hold(element, edit.key):
                return None
            return self._key(element, edit.path, edit.key, edit.lines, as_item=True)
        items = children(there.here.node)
        if not isinstance(there.here.node, ListNode) or not items:
            return None
        if is_flow(there.text, there.here.node):
            return self._item_between_commas(there, items[-1], edit.lines)
        last = block_of(Route(there.source, (*there.links, items[-1])))
        if last is None:
            return None
        text = self._block(edit.lines, last.column, there, item=True)
        return _behind(there, last.end, text)

    def _key(
        self, route: Route, path: Path, key: str, lines: Sequence[Line], *, as_item: bool = False
    ) -> Splice | None:
        node = route.here.node
        if isinstance(node, Mapping) and is_flow(route.text, node):
            return self._key_between_commas(route, path, key, lines, as_item=as_item)
        if isinstance(node, Mapping):
            return self._key_in_block(route, path, key, lines, as_item=as_item)
        if not is_empty(node) or route.here.key is None:
            return None
        if is_flow(route.text, route.around) or node[-1] > route.here.key.end:
            return self._key_for_nothing(route, key, lines, as_item=as_item)
        indent = column(route.text, route.here.start) + _step(route)
        end = end_of(route.text, route.here, column(route.text, route.here.start))
        if end is None:
            return None
        return _behind(route, end, self._entry(key, lines, indent, route, as_item=as_item))

    def _key_in_block(
        self, route: Route, path: Path, key: str, lines: Sequence[Line], *, as_item: bool
    ) -> Splice | None:
        entries = children(route.here.node)
        if not entries:
            return None
        indent = column(route.text, entries[0].start)
        text = self._entry(key, lines, indent, route, as_item=as_item)
        before = _last_before(path, key, entries)
        neighbour = block_of(Route(route.source, (*route.links, before or entries[0])))
        if neighbour is None:
            return None
        if before is not None:
            return _behind(route, neighbour.end, text)
        here = Span(route.source, neighbour.start, neighbour.start)
        line_break = line_end_of(route.text, here.start)
        return edits(here, TextEdit(here, f"{text.lstrip(' ')}{line_break}{' ' * indent}"))

    def _key_between_commas(
        self, route: Route, path: Path, key: str, lines: Sequence[Line], *, as_item: bool
    ) -> Splice | None:
        node, entries = route.here.node, children(route.here.node)
        text = _flow_item(key, lines, as_item=as_item)
        before = _last_before(path, key, entries)
        if before is not None:
            at = _behind_value(route.text, before)
            text = f"{_separator(route.text, before)}{text}"
        else:
            at = node[-2] + 1
            text = f"{text}, " if entries else text
        return self._in_line(route, at, text, lines)

    def _key_for_nothing(
        self, route: Route, key: str, lines: Sequence[Line], *, as_item: bool
    ) -> Splice | None:
        """A key whose value is written as nothing: ``offer: ~``, or empty between braces."""
        assert route.here.key is not None  # noqa: S101 - asked before
        text = f"{{{_flow_item(key, lines, as_item=as_item)}}}"
        node = route.here.node
        if node[-1] > node[-2]:
            return edits(_span(route, *node[-2:]), TextEdit(_span(route, *node[-2:]), text))
        colon = route.text.find(":", route.here.key.end) + 1
        if route.text[route.here.key.end : colon].strip() != ":":
            return None
        return self._in_line(route, colon, f" {text}", lines)

    def _item_between_commas(self, there: Route, last: Link, lines: Sequence[Line]) -> Splice:
        text = f"{_separator(there.text, last)}{{{_flow(lines)}}}"
        return self._in_line(there, _behind_value(there.text, last), text, lines)

    def _in_line(self, route: Route, at: int, text: str, lines: Sequence[Line]) -> Splice:
        """An insertion between brackets, its questions at the end of the line where it has room."""
        here, node = _span(route, at, at), route.here.node
        whole = _span(route, min(node[-2], at), max(node[-1], at))
        made = [TextEdit(here, text)]
        end = line_end(route.text, at)
        asked = ", ".join(f"{one.key}: {self.say(one.asks)}" for one in lines if one.asks)
        if asked and not route.text[at:end].strip(" \t,]}") and "\n" not in text:
            closed = len(route.text[:end].rstrip(" \t"))
            made.append(TextEdit(_span(route, closed, closed), f"  # {asked}"))
            whole = _span(route, whole.start, max(whole.end, closed))
        return edits(whole, *made)

    def _entry(
        self, key: str, lines: Sequence[Line], indent: int, route: Route, *, as_item: bool
    ) -> str:
        if not as_item:
            return self._block(lines, indent, route)
        line_break = line_end_of(route.text, route.here.start)
        head = f"{' ' * indent}{key}:{line_break}"
        return head + self._block(lines, indent + _step(route), route, item=True)

    def _block(
        self, lines: Sequence[Line], indent: int, route: Route, *, item: bool = False
    ) -> str:
        written = []
        for number, line in enumerate(lines):
            lead = " " * indent + (("- " if number == 0 else "  ") if item else "")
            value = f" {line.value}" if line.value is not None else ""
            question = f"  # {self.say(line.asks)}" if line.asks is not None else ""
            written.append(f"{lead}{line.key}:{value}{question}")
        return line_end_of(route.text, route.here.start).join(written)


def _may_hold(element: Route, key: str) -> bool:
    """Whether the key is really not there, rather than brought in by an alias."""
    node = element.here.node
    return not isinstance(node, Mapping) or key not in node.entries


def _behind(route: Route, end: int, text: str) -> Splice:
    """New lines behind the line that ends at ``end``."""
    here = _span(route, end, end)
    return edits(here, TextEdit(here, f"{line_end_of(route.text, end)}{text}"))


def _last_before(path: Path, key: str, entries: list[Link]) -> Link | None:
    """The entry that a new key follows: the one before the first that comes after it in the order."""
    definition = part(definitions(), sections()[str(path[0])][0])
    order = {name: number for number, name in enumerate(part(definition, "properties"))}
    before = None
    for entry in entries:
        written = entry.key.text if entry.key is not None else ""
        if order.get(written, -1) > order.get(key, len(order)):
            return before
        before = entry
    return before


def _step(route: Route) -> int:
    """How much deeper the file indents what belongs to a key: as the element's siblings do."""
    text = route.text
    for sibling in children(route.around):
        inner = children(sibling.node)
        if inner and not is_flow(text, sibling.node) and begins_line(text, inner[0].start):
            step = column(text, inner[0].start) - column(text, sibling.start)
            if step > 0:
                return step
    if len(route.links) > 2 and route.links[-2].key is not None:
        step = column(text, route.here.start) - column(text, route.links[-2].start)
        return step if step > 0 else _USUAL_STEP
    return _USUAL_STEP


def _flow(lines: Sequence[Line]) -> str:
    return ", ".join(
        f"{one.key}: {one.value}" if one.value is not None else f"{one.key}: " for one in lines
    )


def _flow_item(key: str, lines: Sequence[Line], *, as_item: bool) -> str:
    return f"{key}: [{{{_flow(lines)}}}]" if as_item else _flow(lines)


def _separator(text: str, before: Link) -> str:
    """A comma and space, or a new line where each entry has one of its own."""
    if begins_line(text, before.start) and next_line(text, before.end) is not None:
        rest = text[_behind_value(text, before) : line_end(text, before.end)].split(
            "#", maxsplit=1
        )[0]
        if not rest.strip(" \t,"):
            line_break = line_end_of(text, before.start)
            return f",{line_break}{text[line_start(text, before.start) : before.start]}"
    return ", "


def _behind_value(text: str, link: Link) -> int:
    """Where what is written of an entry ends, the colon of a key without a value included."""
    rest = text[link.end : line_end(text, link.end)]
    empty = isinstance(link.node, Scalar) and not link.node.text and link.node.style == "plain"
    if link.key is not None and empty and rest.lstrip().startswith(":"):
        return link.end + rest.index(":") + 1
    return link.end


def _span(route: Route, start: int, end: int) -> Span:
    return Span(route.source, start, end)
