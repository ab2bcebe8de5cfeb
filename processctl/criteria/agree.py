"""Which values can stand beside each other, and which options and days a written text can be."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from processctl.criteria import mismatch
from processctl.criteria.mismatch import Mismatch
from processctl.criteria.nodes import Comparator, Literal, Name, Node
from processctl.criteria.types import DECIMAL, MONEY, Type

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Part(NamedTuple):
    """A part of a condition and what is known of it.

    ``type`` is None where that is not known, or was told to be wrong. ``constant`` is the same in
    every case. ``written`` are the texts that it is one of, where it is nothing else.
    """

    node: Node
    type: Type | None
    constant: bool = False
    written: tuple[Literal, ...] = ()


def day(text: str) -> date | None:
    """The day that ``YYYY-MM-DD`` names; None for another form, or a day that no calendar has."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class Agreement:
    """Compares types, those of the same options only once."""

    def __init__(self) -> None:
        self._related: dict[tuple[int, int], tuple[bool, bool]] = {}

    def compared(self, node: Node, left: Part, right: Part, sign: Comparator) -> list[Mismatch]:
        """What is wrong with comparing two values; ``node`` is what it is told of."""
        one, other = left.type, right.type
        if one is None or other is None:
            return []
        for part, kind in ((left, one), (right, other)):
            if kind.kind == "list":
                return [mismatch.several_at_once(node, part.node, kind)]
        common = self._common(left, one, right, other)
        if common is None:
            return [mismatch.not_comparable(node, left.node, right.node, (one, other))]
        if sign not in ("==", "!=") and not (common.is_number or common.kind == "date"):
            named = right if left.written else left
            return [mismatch.no_order(node, named.node, common, sign)]
        if one.kind == "choice" and other.kind == "choice":
            shares, _ = self._relation(one, other)
            return [] if shares else [mismatch.nothing_in_common(node, left.node, right.node)]
        return [*_unfit(left, right.node, common), *_unfit(right, left.node, common)]

    def among(self, node: Node, item: Part, options: list[Part]) -> list[Mismatch]:
        """What is wrong with looking for ``item`` among values that stand in brackets."""
        if not any(self._comparable(item, option) for option in options):
            return self.compared(node, item, options[0], "==")  # the item is wrong, not each option
        return [one for option in options for one in self.compared(option.node, item, option, "==")]

    def contained(self, node: Node, item: Part, name: Name, several: Type | None) -> list[Mismatch]:
        """What is wrong with looking for ``item`` in a list."""
        if several is None:
            return []
        if several.kind != "list":
            return [mismatch.only_one(node, item.node, name, several)]
        if item.type is None:
            return []
        if not item.written:
            return [mismatch.not_written_out(item.node, name)]
        return _unfit(item, name, several)

    def either(self, yes: Part, no: Part) -> tuple[Type | None, list[Mismatch]]:
        """The type of what is one of two values, and what is wrong with their being two."""
        one, other = yes.type, no.type
        if one is None or other is None:
            return None, []
        common = self._common(yes, one, no, other)
        if common is None or (one.kind == other.kind and not self._same_options(one, other)):
            return None, [mismatch.two_kinds(yes.node, no.node, (one, other))]
        problems = [*_unfit(yes, no.node, common), *_unfit(no, yes.node, common)]
        return (None if problems else common), problems

    def computed(self, whole: Part, wanted: Type) -> list[Mismatch]:
        """What is wrong with a field of the type ``wanted`` having this value."""
        found = whole.type
        if found is None:
            return []
        if whole.written and wanted.kind in ("choice", "date"):
            return _unfit(whole, None, wanted)
        is_number = found.is_number and wanted.is_number
        if is_number and (wanted.kind != "integer" or found.kind == "integer"):
            return []
        if found.kind == wanted.kind and found.options.keys() <= wanted.options.keys():
            return []
        return [mismatch.computed_otherwise(whole.node, found, wanted)]

    def _comparable(self, left: Part, right: Part) -> bool:
        one, other = left.type, right.type
        if one is None or other is None:
            return True
        return "list" not in (one.kind, other.kind) and bool(self._common(left, one, right, other))

    def _common(self, left: Part, one: Type, right: Part, other: Type) -> Type | None:
        """The type in which two values meet."""
        if one.is_number and other.is_number:
            if one.kind == other.kind:
                return one
            return MONEY if "money" in (one.kind, other.kind) else DECIMAL
        if one.kind == other.kind:
            return one
        if left.written and other.kind in ("choice", "date"):
            return other
        return one if right.written and one.kind in ("choice", "date") else None

    def _same_options(self, one: Type, other: Type) -> bool:
        return self._relation(one, other)[1]

    def _relation(self, one: Type, other: Type) -> tuple[bool, bool]:
        """Whether two types share an option, and whether they have the same ones."""
        first, second = one.options, other.options
        if first is second:
            return True, True
        pair = id(first), id(second)
        if pair not in self._related:
            keys = first.keys()
            self._related[pair] = (
                not keys.isdisjoint(second.keys()),
                keys == second.keys(),
            )
        return self._related[pair]


def _unfit(part: Part, other: Node | None, wanted: Type) -> list[Mismatch]:
    """Texts written out that are no option, or no day, of what they stand beside."""
    if wanted.kind in ("choice", "list"):
        return [
            mismatch.no_option(text, other, wanted.options)
            for text in part.written
            if text.value not in wanted.options
        ]
    if wanted.kind == "date":
        return [mismatch.no_day(text) for text in part.written if day(str(text.value)) is None]
    return []
