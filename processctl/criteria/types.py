"""What kind of value a part of a condition has, and the words for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from processctl.texts import Message, say

TypeKind: TypeAlias = Literal[
    "boolean", "integer", "decimal", "money", "text", "date", "choice", "list"
]
NUMBERS: frozenset[TypeKind] = frozenset(("integer", "decimal", "money"))
_NO_OPTIONS: Mapping[str, object] = {}


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of value. ``options`` are what a choice or the items of a list can be, in order.

    Options are the keys of a map, so that asking for one of many takes no time.
    """

    kind: TypeKind
    options: Mapping[str, object] = field(default_factory=lambda: _NO_OPTIONS)

    @property
    def is_number(self) -> bool:
        """Whether it can be counted with."""
        return self.kind in NUMBERS


BOOLEAN = Type("boolean")
INTEGER = Type("integer")
DECIMAL = Type("decimal")
MONEY = Type("money")
TEXT = Type("text")
DATE = Type("date")


@dataclass(frozen=True, slots=True)
class Names:
    """What the names in conditions stand for.

    ``fields`` has the type of every field, None where that is not known. ``conditions`` are the ids of
    criteria and segments. A name that is in neither is unknown, which is told elsewhere.
    """

    fields: Mapping[str, Type | None]
    conditions: Collection[str] = ()

    def type_of(self, name: str) -> Type | None:
        """The type of what a name stands for; None where that is not known."""
        return BOOLEAN if name in self.conditions else self.fields.get(name)


_WORDS: dict[TypeKind, Message] = {
    "boolean": say("yes or no"),
    "integer": say("a whole number"),
    "decimal": say("a number"),
    "money": say("an amount of money"),
    "text": say("a text"),
    "date": say("a date"),
    "choice": say("one of several options"),
    "list": say("a list of options"),
}


def in_words(kind: TypeKind) -> Message:
    """A value of this kind: "a whole number"."""
    return _WORDS[kind]
