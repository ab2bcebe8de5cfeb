"""Where stubs go: new keys and new items, written as their neighbours are."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.reading.edit import TextEdit, line_end_of
from processctl.reading.nodes import Mapping, is_empty
from processctl.reading.nodes import Sequence as ListNode
from processctl.reading.problem import Path
from processctl.reading.source import Span
from processctl.repair.layout import block_of, column, end_of, line_end
from processctl.repair.neighbours import behind_value, last_before, separator, step_of
from processctl.repair.route import Route, Routes, children, is_flow
from processctl.repair.splice import Splice, edits
from processctl.repair.stub_text import Say, Stub
from processctl.rules.repair import Append, Insert


@dataclass(frozen=True)
class Stubs:
    """Writes stubs into the files that ``routes`` lead to."""

    routes: Routes
    say: Say

    def insert(self, edit: Insert) -> Splice | None:
        """A new key in an element."""
        route = self.routes.to(edit.path)
        stub = Stub(((edit.line,),))
        return (
            self._entry(route, edit.path, stub) if route and _lacks(route, edit.line.key) else None
        )

    def append(self, edit: Append) -> Splice | None:
        """New items at the end of a list."""
        there = self.routes.to((*edit.path, edit.key))
        if there is None:
            route, stub = self.routes.to(edit.path), Stub(edit.items, edit.key)
            return (
                self._entry(route, edit.path, stub) if route and _lacks(route, edit.key) else None
            )
        stub = Stub(edit.items)
        items = children(there.here.node)
        if not isinstance(there.here.node, ListNode):
            return None
        if is_flow(there.text, there.here.node):
            parted = separator(there.text, items[-1]) if items else ""
            at = behind_value(there.text, items[-1]) if items else there.here.node[-2] + 1
            return self._between(there, at, parted + stub.as_flow_items(), stub)
        last = block_of(Route(there.source, (*there.links, items[-1])))
        if last is None:
            return None
        line_break = line_end_of(there.text, last.end)
        return _behind(there, last.end, stub.as_items(last.column, line_break, self.say))

    def _entry(self, route: Route, path: Path, stub: Stub) -> Splice | None:
        node = route.here.node
        if isinstance(node, Mapping) and is_flow(route.text, node):
            return self._into_braces(route, path, stub)
        if isinstance(node, Mapping):
            return self._into_block(route, path, stub)
        if not is_empty(node) or route.here.key is None:
            return None
        if is_flow(route.text, route.around) or node[-1] > node[-2]:
            return self._for_nothing(route, stub)
        indent = column(route.text, route.here.start)
        end = end_of(route.text, route.here, indent)
        if end is None:
            return None
        return _behind(route, end, self._lines(route, stub, indent + step_of(route)))

    def _into_block(self, route: Route, path: Path, stub: Stub) -> Splice | None:
        entries = children(route.here.node)
        if not entries:
            return None
        indent = column(route.text, entries[0].start)
        before = last_before(path, stub.first_key, entries)
        neighbour = block_of(Route(route.source, (*route.links, before or entries[0])))
        if neighbour is None:
            return None
        text = self._lines(route, stub, indent)
        if before is not None:
            return _behind(route, neighbour.end, text)
        here = Span(route.source, neighbour.start, neighbour.start)
        line_break = line_end_of(route.text, here.start)
        return edits(here, TextEdit(here, f"{text.lstrip(' ')}{line_break}{' ' * indent}"))

    def _into_braces(self, route: Route, path: Path, stub: Stub) -> Splice | None:
        entries = children(route.here.node)
        before = last_before(path, stub.first_key, entries)
        text = stub.in_brackets()
        if before is not None:
            at = behind_value(route.text, before)
            return self._between(route, at, separator(route.text, before) + text, stub)
        at = route.here.node[-2] + 1
        return self._between(route, at, f"{text}, " if entries else text, stub)

    def _for_nothing(self, route: Route, stub: Stub) -> Splice | None:
        """A key whose value is written as nothing: ``offer: ~``, or empty between braces."""
        text, node, key = f"{{{stub.in_brackets()}}}", route.here.node, route.here.key
        if node[-1] > node[-2]:
            span = Span(route.source, node[-2], node[-1])
            return edits(span, TextEdit(span, text))
        at = behind_value(route.text, route.here)
        has_colon = key is not None and at > key.end
        return self._between(route, at, f" {text}", stub) if has_colon else None

    def _lines(self, route: Route, stub: Stub, indent: int) -> str:
        line_break = line_end_of(route.text, route.here.start)
        return stub.on_lines(indent, step_of(route), line_break, self.say)

    def _between(self, route: Route, at: int, text: str, stub: Stub) -> Splice:
        """An insertion between brackets, its questions at the end of the line where it has room."""
        here, node = Span(route.source, at, at), route.here.node
        made = [TextEdit(here, text)]
        last, end = max(node[-1], at), line_end(route.text, at)
        asked, closed = stub.questions(self.say), len(route.text[:end].rstrip(" \t"))
        has_room = last <= end and not route.text[last:end].strip(" \t,]}")
        if asked and has_room and not set(text) & {"\n", "\r"}:
            made.append(TextEdit(Span(route.source, closed, closed), f"  # {asked}"))
            last = max(last, closed)
        return edits(Span(route.source, min(node[-2], at), last), *made)


def _lacks(element: Route, key: str) -> bool:
    """Whether a key is really not there, rather than brought in by an alias."""
    node = element.here.node
    return not isinstance(node, Mapping) or key not in node.entries


def _behind(route: Route, end: int, text: str) -> Splice:
    """New lines behind the line that ends at ``end``."""
    here = Span(route.source, end, end)
    return edits(here, TextEdit(here, f"{line_end_of(route.text, end)}{text}"))
