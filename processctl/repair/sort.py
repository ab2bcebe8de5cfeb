"""Putting the entries of a map into an order: whole blocks of text change places."""

from __future__ import annotations

from processctl.reading.edit import TextEdit
from processctl.reading.source import Span
from processctl.repair.layout import block_of
from processctl.repair.route import Link, Route, children, is_flow
from processctl.repair.splice import Splice, edits


def sort(route: Route, order: tuple[str, ...]) -> Splice | None:
    """The entries of the map that a way leads to, each with its own comments, in a new order.

    What stands between the blocks (empty lines, comments that are nobody's own) stays where it is.
    None where the entries are not those of ``order``, or cannot be told apart line by line.
    """
    entries = children(route.here.node)
    keys = [entry.key.text for entry in entries if entry.key is not None]
    if sorted(keys) != sorted(order) or len(keys) != len(entries) or not keys:
        return None
    flow = is_flow(route.text, route.here.node)
    places = [_between(route, one) if flow else _block(route, one) for one in entries]
    found = [place for place in places if place is not None]
    if len(found) != len(entries):
        return None
    whole = Span(route.source, found[0].start, found[-1].end)
    if flow and "#" in route.text[whole.start : whole.end]:
        return None  # whose comment is whose cannot be told there
    by_key = dict(zip(keys, found, strict=True))
    changed = [
        TextEdit(place, route.text[by_key[key].start : by_key[key].end])
        for place, key in zip(found, order, strict=True)
        if by_key[key] != place
    ]
    return edits(whole, *changed) if changed else None


def _block(route: Route, entry: Link) -> Span | None:
    block = block_of(Route(route.source, (*route.links, entry)))
    return Span(route.source, block.start, block.end) if block else None


def _between(route: Route, entry: Link) -> Span | None:
    return Span(route.source, entry.start, entry.end) if entry.node[-1] > entry.node[-2] else None
