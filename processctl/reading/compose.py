"""From YAML text to nodes, within limits.

The parser's events are turned into nodes by one loop without recursion, so that depth, aliases,
tags and duplicate keys are met here and in our own words, whichever parser (libyaml's, or
PyYAML's own where that is missing) made the events.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml
from yaml import events as ev

from processctl.reading.aliases import AliasSizes
from processctl.reading.certain import quote_hash
from processctl.reading.commas import mend
from processctl.reading.conflicts import conflicts
from processctl.reading.diagnose import diagnose, unknown_anchor
from processctl.reading.events import events
from processctl.reading.limits import Limits
from processctl.reading.merge import merge
from processctl.reading.nodes import Entry, Mapping, Node, Scalar, Sequence, Style
from processctl.reading.problem import Kind, Problem, Related
from processctl.reading.source import Source, Span
from processctl.reading.tags import tag_of_collection, tag_of_scalar
from processctl.texts import Message, say

_STYLES: dict[str | None, Style] = {
    None: "plain", "": "plain", "'": "single", '"': "double", "|": "literal", ">": "folded",
}  # fmt: skip
_CUT = re.compile(r"[ \t]+#[0-9]")
_SUGGESTIONS = 100  # looking for the nearest of many names takes time: a file full of them must not
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:\s|#[^\n]*\n)*){1,2}")


class Composed(NamedTuple):
    """A file's root node (None where it could not be read) and what was met on the way."""

    root: Node | None
    problems: tuple[Problem, ...]


def compose(source: Source, limits: Limits, *, pure: bool = False) -> Composed:
    """Read a file's text to nodes.

    ``pure`` asks for PyYAML's own parser where libyaml's is there too: both give the same.
    """
    unsettled = tuple(conflicts(source))
    if unsettled:
        return Composed(None, unsettled)
    composer = _Composer(source, limits)
    try:
        for event in events(source.text, pure=pure):
            composer.take(event)
            if composer.stopped:
                return Composed(None, tuple(composer.problems))
    except yaml.YAMLError as error:
        problem = diagnose(source, error)
        # A bracket that a hash hides is closed as soon as the hash is mended.
        if composer.cut_at is None or problem.span.start > composer.cut_at:
            composer.problems.append(problem)
        return Composed(None, tuple(composer.problems))
    return Composed(composer.root, tuple(composer.problems))


@dataclass
class _Open:
    """A map or list whose end has not come yet."""

    start: int
    anchor: str | None
    is_map: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    merged: list[Node] = field(default_factory=list)
    last_end: int = 0


@dataclass
class _Composer:
    source: Source
    limits: Limits
    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    stopped: bool = False
    cut_at: int | None = None
    _open: list[_Open] = field(default_factory=list)
    _anchors: dict[str, Node | None] = field(default_factory=dict)
    _aliases: AliasSizes = field(default_factory=AliasSizes)
    _alias_nodes: int = 0
    _documents: int = 0

    def take(self, event: Any) -> None:  # the stubs give events no marks
        kind = type(event)
        if kind is ev.ScalarEvent:
            scalar = self._scalar(event)
            if event.anchor is not None:
                self._anchors[event.anchor] = scalar
            self._add(scalar)
        elif kind is ev.MappingStartEvent or kind is ev.SequenceStartEvent:
            self._begin(event, is_map=kind is ev.MappingStartEvent)
        elif kind is ev.MappingEndEvent or kind is ev.SequenceEndEvent:
            self._end(event)
        elif kind is ev.AliasEvent:
            self._alias(event)
        elif kind is ev.DocumentStartEvent:
            self._document(event)

    def _span(self, start: int, end: int) -> Span:
        return Span(self.source, start, max(end, start))

    def _scalar(self, event: Any) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        if event.tag is not None:
            here = self._open[-1] if self._open else None
            key = here.key.text if here is not None and here.key is not None else ""
            tag = tag_of_scalar(self.source, event.tag, start, end, event.value, key)
            self.problems.append(tag)
            if not event.value or not event.tag.startswith("tag:"):
                # What YAML takes for a tag was meant as the text.
                return Scalar(self.source.text[start:end].strip(), "double", start, end)
        start = self._content(event, start)
        style = _STYLES[event.style]
        if style == "plain" and _CUT.match(self.source.text, end):
            return self._cut_by_hash(start, end)
        if style == "plain" and not event.value and self._open and self._open[-1].key is not None:
            # The two parsers disagree on where nothing stands; it stands behind its key.
            start = end = self._open[-1].key.end
        if style in ("literal", "folded"):
            # The two parsers disagree on where a block ends; its last written character is one.
            end = start + len(self.source.text[start:end].rstrip())
        return Scalar(event.value, style, start, end)

    def _cut_by_hash(self, start: int, end: int) -> Scalar:
        """``Customer #1``: what was meant as text is a comment, and nothing else would say so."""
        rest = self.source.text[end:].splitlines()[0]
        hash_sign = end + rest.index("#")
        message = say("From the hash on everything is a comment, so this text ends before it.")
        hint = say("Put the text in quotes. For a comment, write a space behind the hash.")
        last = end + len(rest.rstrip())
        span = self._span(hash_sign, last)
        here = self._open[-1] if self._open else None
        mends = (
            quote_hash(self.source, here.key, here.start, start, end) if here and here.key else ()
        )
        self.problems.append(Problem("invalid-yaml", span, message, hint, mends=mends))
        self.cut_at = hash_sign
        return Scalar(self.source.text[start:last].strip(), "double", start, last)

    def _content(self, event: Any, start: int) -> int:
        """Where a node itself begins: the parsers' marks begin at its anchor or tag."""
        if event.anchor is None and getattr(event, "tag", None) is None:
            return start
        properties = _PROPERTIES.match(self.source.text, start)
        return properties.end() if properties else start

    def _begin(self, event: Any, *, is_map: bool) -> None:
        start = event.start_mark.index
        if event.tag is not None:
            tag = tag_of_collection(self.source, event.tag, start, event.end_mark.index)
            self.problems.append(tag)
        if len(self._open) >= self.limits.depth:
            self._stop(
                "over-limit",
                start,
                say(
                    "Maps and lists stand inside each other more than {limit} deep.",
                    limit=self.limits.depth,
                ),
                say("Nobody can read that: write it flatter, or raise --limit depth=N."),
            )
            return
        if event.anchor is not None:
            self._anchors[event.anchor] = None  # known, but not complete: an alias now is a circle
        start = self._content(event, start)
        self._open.append(_Open(start, event.anchor, is_map, last_end=event.end_mark.index))

    def _end(self, event: Any) -> None:
        done = self._open.pop()
        # A flow collection ends at its bracket; a block one with its last entry.
        text = self.source.text
        flow = text[done.start : done.start + 1] in ("{", "[")
        end = event.end_mark.index if flow else done.last_end
        node: Node
        if done.is_map:
            if flow:
                self.problems += mend(self.source, done.entries)
            self.problems += merge(self.source, done.entries, done.merged)
            node = Mapping(done.entries, done.start, end)
        else:
            node = Sequence(done.items, done.start, end)
        if done.anchor is not None:
            self._anchors[done.anchor] = node
        self._add(node)

    def _alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.anchor not in self._anchors:
            span = self._span(start, end)
            known = self._anchors if len(self.problems) < _SUGGESTIONS else ()
            self.problems.append(unknown_anchor(span, event.anchor, known))
            self._add(Scalar("", "plain", start, end))
            return
        node = self._anchors[event.anchor]
        if node is None:
            self._stop(
                "refused-yaml-feature",
                start,
                say('The alias "*{name}" stands inside what it stands for.', name=event.anchor),
                say("Write the part out, or point to another anchor."),
            )
            return
        self._alias_nodes += self._aliases.size(node, self.limits.alias_nodes)
        if self._alias_nodes > self.limits.alias_nodes:
            self._stop(
                "over-limit",
                start,
                say(
                    "The aliases of this file stand for more than {limit} values.",
                    limit=self.limits.alias_nodes,
                ),
                say("Write the parts out, or raise --limit alias_nodes=N."),
            )
            return
        self._add(node, alias=(start, end))

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop(
                "refused-yaml-feature",
                event.start_mark.index,
                say("A second document begins here."),
                say('Keep one document in a file: take away the line "---" or use two files.'),
            )

    def _add(self, node: Node, alias: tuple[int, int] | None = None) -> None:
        if not self._open:
            self.root = node
            return
        here = self._open[-1]
        end = alias[1] if alias else node[-1]
        if end > here.last_end:
            here.last_end = end
        if not here.is_map:
            here.items.append(node)
        elif here.key is None:
            here.key = self._key(node, alias)
        else:
            key, here.key = here.key, None
            self._enter(here, key, node)

    def _key(self, node: Node, alias: tuple[int, int] | None) -> Scalar:
        start, end = alias or (node[-2], node[-1])
        if isinstance(node, Scalar):
            return Scalar(node.text, node.style, start, end)
        self.problems.append(
            Problem(
                "refused-yaml-feature",
                self._span(start, end),
                say("A key has to be one word, and here stands a map or a list."),
                say("If this is a text, put it in quotes."),
            )
        )
        return Scalar("", "double", start, end)

    def _enter(self, here: _Open, key: Scalar, value: Node) -> None:
        if key.text == "<<" and key.style == "plain":
            here.merged.append(value)
            return
        first = here.entries.get(key.text)
        if first is None:
            here.entries[key.text] = Entry(key, value)
            return
        self.problems.append(
            Problem(
                "duplicate-key",
                self._span(key.start, key.end),
                say('The key "{key}" stands here for the second time.', key=key.text),
                say("Only one of them can hold: take the other away, or merge them."),
                (
                    Related(
                        say('Here "{key}" stands for the first time.', key=key.text),
                        self._span(first.key.start, first.key.end),
                    ),
                ),
                ids=(key.text,),
            )
        )

    def _stop(self, kind: Kind, start: int, message: Message, hint: Message) -> None:
        end = start + 1 if start < len(self.source.text) else start
        self.problems.append(Problem(kind, self._span(start, end), message, hint))
        self.stopped = True
