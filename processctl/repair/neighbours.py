"""What new entries learn from those around them: their place, their indentation, what parts them."""

from __future__ import annotations

from itertools import chain

from processctl.reading.edit import line_end_of
from processctl.reading.form_schema import definitions, part, sections
from processctl.reading.nodes import Mapping, Scalar
from processctl.reading.problem import Path
from processctl.repair.layout import begins_line, column, line_end, line_start, next_line
from processctl.repair.route import Link, Route, each_child, is_flow

_USUAL_STEP = 2


def last_before(path: Path, key: str, entries: list[Link]) -> Link | None:
    """The entry that a new key of an element follows; None where it comes first.

    It stands before the first entry that the order of the language puts behind it.
    """
    definition = part(definitions(), sections()[str(path[0])][0])
    order = {name: number for number, name in enumerate(part(definition, "properties"))}
    before = None
    for entry in entries:
        written = entry.key.text if entry.key is not None else ""
        if order.get(written, -1) > order.get(key, len(order)):
            return before
        before = entry
    return before


def step_of(route: Route) -> int:
    """How much deeper the file indents what belongs to a key: as the element's siblings do."""
    text = route.text
    for sibling in chain((route.here,), each_child(route.around)):
        if not isinstance(sibling.node, Mapping) or is_flow(text, sibling.node):
            continue
        inner = next(each_child(sibling.node), None)
        if inner is not None and begins_line(text, inner.start):
            step = column(text, inner.start) - column(text, sibling.start)
            if step > 0:
                return step
    above = route.links[-2]
    step = column(text, route.here.start) - column(text, above.start) if above.key else 0
    return step if step > 0 else _USUAL_STEP


def separator(text: str, before: Link) -> str:
    """What parts entries between brackets: a comma, and a new line where each has one of its own."""
    if begins_line(text, before.start) and next_line(text, before.end) is not None:
        rest = text[behind_value(text, before) : line_end(text, before.end)]
        if not rest.strip(" \t,"):
            line_break = line_end_of(text, before.start)
            return f",{line_break}{text[line_start(text, before.start) : before.start]}"
    return ", "


def behind_value(text: str, link: Link) -> int:
    """Where what is written of an entry ends, the colon of a key without a value included."""
    rest = text[link.end : line_end(text, link.end)]
    nothing = isinstance(link.node, Scalar) and link.node[-1] == link.node[-2]
    if link.key is not None and nothing and rest.lstrip().startswith(":"):
        return link.end + rest.index(":") + 1
    return link.end
