"""What may be written where the cursor is: keys, names, words and values, with what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from processctl.editor.cursor import Cursor, cursor_at
from processctl.editor.elements import Named, elements_of
from processctl.editor.expressions import described, offers_in_condition
from processctl.editor.hover import OF_RULES
from processctl.editor.meanings import key_page
from processctl.editor.offer import Kind, Offer
from processctl.editor.shapes import Shape, shape_at
from processctl.editor.values import value_offers
from processctl.editor.wanted import (
    is_condition,
    sections_of_keys,
    sections_wanted,
    words_wanted,
)
from processctl.lint.plugins import registry
from processctl.model.model import SECTIONS, Model
from processctl.reading.files import MARKER
from processctl.reading.source import Source
from processctl.texts import page_translator, translator

_KINDS: dict[str, Kind] = {
    "stages": "stage", "roles": "person", "teams": "person", "people": "person",
    "fields": "field", "criteria": "condition", "segments": "condition",
}  # fmt: skip
_MARKER_ONLY = ("processctl", "uses", "include", "exclude")
# What hardly anybody begins with.
_LATER = frozenset({
    "about", "links", "tags", "ignore", "status", "since", "until", "source", "uses", "include",
    "exclude",
})  # fmt: skip
_WORD = re.compile(r"[A-Za-z0-9_]*")


def complete(source: Source, offset: int, model: Model, language: str) -> list[Offer]:
    """All that may be written at an offset of a file, the most likely first. Never raises.

    ``source`` is the file as it is now, and may be no YAML; ``model`` says which names there are.
    """
    cursor = cursor_at(source.text, offset)
    shape = shape_at(cursor.path, language)
    if cursor.role == "none" or shape is None:
        return []
    found = list(_Completion(source, cursor, shape, model, language).offers())
    return sorted(found, key=lambda one: one.rank)


class _Completion:
    def __init__(
        self, source: Source, cursor: Cursor, shape: Shape, model: Model, language: str
    ) -> None:
        self.source, self.cursor, self.shape = source, cursor, shape
        self.model, self.language = model, language
        self.speaker = translator(language)

    def offers(self) -> Iterator[Offer]:
        role = self.cursor.role
        if role == "key" or (role == "either" and self.shape.is_map):
            yield from self._keys()
        if role in ("value", "either"):
            yield from self._values(self.shape)
            if role == "either" and self.shape.is_list and not self.cursor.flow:
                yield from self._items()

    # Keys.

    def _keys(self) -> Iterator[Offer]:
        present = self.cursor.present
        for key in self.shape.keys.values():
            if key.name in present or not self._belongs(key.name):
                continue
            yield self._offer(
                key.name, "key", key.name + self._tail(key.shape), key.title,
                key_page(key), 3 if key.name in _LATER else 2,
            )  # fmt: skip
        for section in sections_of_keys(self.shape):
            for named in elements_of(self.model, section):
                if named.id not in present:
                    yield self._named(named, tail=": ")
        yield from self._own_keys()

    def _belongs(self, name: str) -> bool:
        is_marker = self.source.path.name == MARKER
        return bool(self.cursor.path) or is_marker or name not in _MARKER_ONLY

    def _own_keys(self) -> Iterator[Offer]:
        """Keys that no schema lists: languages, rules, and ids that are named but not there yet."""
        path, present = self.cursor.path, self.cursor.present
        if "text" in self.shape.definitions:
            for language in dict.fromkeys((*self.model.languages, self.language)):
                if language not in present:
                    yield self._offer(language, "word", f"{language}: ", rank=1)
        if path[-1:] == ("ignore",) or path in OF_RULES:
            yield from self._rules()
        if len(path) == 1 and path[0] in SECTIONS:
            wanted = dict.fromkeys(
                one.id
                for one in self.model.references
                if not one.known and one.elsewhere is None and path[0] in one.wanted
            )
            for name in wanted:
                if name not in present:
                    yield self._offer(name, _KINDS.get(str(path[0]), "name"), f"{name}:", rank=1)

    def _rules(self) -> Iterator[Offer]:
        pages = page_translator(self.language)
        for rule in registry().rules:
            if rule.family in ("PC0", "PC99") or rule.name in self.cursor.present:
                continue
            first = rule.pages.get(self.language, rule.page).strip().splitlines()[0]
            yield self._offer(
                rule.name, "rule", f"{rule.name}: ", rule.code, pages.phrase(first), 4
            )

    def _tail(self, shape: Shape) -> str:
        """What follows a key, so that one may go on writing at once."""
        if self.cursor.colon:
            return ""
        if self.cursor.flow or shape.is_scalar or not (shape.is_map or shape.is_list):
            return ": "
        if shape.is_list and not shape.is_map:
            return f":{self._deeper}- "
        return f":{self._deeper}"

    @property
    def _deeper(self) -> str:
        """A line further in than the key; an editor indents it like the line that it begins on."""
        text, cursor = self.source.text, self.cursor
        start = text.rfind("\n", 0, cursor.start) + 1
        indent = len(text[start:]) - len(text[start:].lstrip(" "))
        return "\n" + " " * (max(0, cursor.column - indent) + 2)

    def _items(self) -> Iterator[Offer]:
        """A dash with what may follow it, where a list may begin on a line of its own."""
        item = self.shape.below(0)
        if item is None:
            return
        if item.keys:
            first = next(iter(item.keys))
            yield self._offer(f"- {first}", "key", f"- {first}: ", rank=2)
        for section in sections_wanted(item, (*self.cursor.path, 0)):
            for named in elements_of(self.model, section):
                yield replace(self._named(named), insert=f"- {named.id}")

    # Values.

    def _values(self, shape: Shape) -> Iterator[Offer]:
        cursor = self.cursor
        if is_condition(shape):
            yield from self._in_condition()
        if cursor.flow == "" and shape.is_list and cursor.role == "value":
            item = shape.below(0)
            if item is not None and not sections_wanted(shape, cursor.path):
                for named in self._names(item, 4):
                    yield self._bracketed(named)
        yield from self._names(shape, 1)
        for word in (*words_wanted(shape), *shape.words):
            if not (is_condition(shape) and self._begun()):
                yield self._offer(word, "word", word, rank=2)
        if not cursor.flow and not cursor.quote and not self._written().strip():
            yield from self._below()
        yield from self._of_field()
        for value in value_offers(shape, self._written(), self.model, self.language):
            start, end = self._stretch(whole=True)
            yield Offer(
                value.text,
                "value",
                self._spaced(value.text),
                start,
                end,
                value.detail,
                rank=value.rank,
            )

    def _below(self) -> Iterator[Offer]:
        """Behind a key the keys of the map that may stand there, on a line of their own."""
        if self.cursor.role != "value":
            return
        dash, shape = "", self.shape
        if shape.is_list and not shape.keys:
            dash, shape = "- ", shape.below(0) or shape
        for key in shape.keys.values():
            if key.name not in (*_LATER, *shape.words) and (
                shape is self.shape or not shape.is_scalar
            ):
                written = f"{self._deeper}{dash}{key.name}: "
                yield self._offer(key.name, "key", written, key.title, key_page(key), 6)

    def _names(self, shape: Shape, rank: int) -> Iterator[Offer]:
        for number, section in enumerate(sections_wanted(shape, self.cursor.path)):
            for named in elements_of(self.model, section):
                yield self._named(named, rank=rank + number)

    def _named(self, named: Named, tail: str = "", rank: int = 1) -> Offer:
        return self._offer(
            named.id, _KINDS.get(named.section, "name"), named.id + tail,
            described(named, self.speaker), rank=rank, named=named,
        )  # fmt: skip

    def _bracketed(self, offer: Offer) -> Offer:
        """One name where a list is wanted, with the brackets that make it one."""
        return self._offer(
            offer.label,
            offer.kind,
            f"[{offer.label}]",
            offer.detail,
            offer.documentation,
            offer.rank,
        )

    def _of_field(self) -> Iterator[Offer]:
        """What a field may hold, where a case is made up."""
        if "value" not in self.shape.definitions:
            return
        name = next((one for one in reversed(self.cursor.path) if isinstance(one, str)), "")
        field = self.model.fields.get(name)
        if field is None:
            return
        options = ("true", "false") if field.type == "boolean" else tuple(field.options or ())
        for option in options:
            yield self._offer(option, "value", option, rank=1)

    def _in_condition(self) -> Iterator[Offer]:
        before, offset = self._written(), self.cursor.offset
        after = self.source.text[offset : self.cursor.end]
        section, *rest = self.cursor.path
        for one in offers_in_condition(
            self.model, before, after, offset, self.cursor.quote, self.speaker,
            fields_first=section in ("criteria", "segments", "fields"),
        ):  # fmt: skip
            if section in ("criteria", "segments") and rest[:1] == [one.label]:
                continue  # a condition that asks for itself
            touches = self.cursor.gap and one.start == self.cursor.start
            yield replace(one, insert=f" {one.insert}") if touches else one

    def _begun(self) -> bool:
        """Whether something of a condition stands there already: no word of its own follows it."""
        return _WORD.fullmatch(self._written().lstrip()) is None

    def _written(self) -> str:
        return self.source.text[self.cursor.start : self.cursor.offset]

    # The stretch that an offer takes.

    def _stretch(self, *, whole: bool = False) -> tuple[int, int]:
        cursor = self.cursor
        if whole or cursor.quote:
            return cursor.start, cursor.end
        rest = _WORD.match(self.source.text, cursor.offset)
        end = max(cursor.offset, min(cursor.end, rest.end() if rest else cursor.offset))
        return cursor.start, end

    def _spaced(self, text: str) -> str:
        return f" {text}" if self.cursor.gap and not text.startswith("\n") else text

    def _offer(
        self,
        label: str,
        kind: Kind,
        insert: str,
        detail: str = "",
        documentation: str = "",
        rank: int = 5,
        named: Named | None = None,
    ) -> Offer:
        start, end = self._stretch(whole=kind in ("key", "rule") and self.cursor.colon)
        return Offer(
            label, kind, self._spaced(insert), start, end, detail, documentation, rank, named
        )
