"""Options: what a workspace may set for a rule under ``lint.options``, typed, with defaults."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from processctl.model.values import Cadence, Duration, cadence, duration
from processctl.reading.nodes import Data
from processctl.texts import Message, say

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Option(Generic[T]):
    """One option: its name, what it sets, and what holds when nobody sets it.

    ``read`` gives None for a value of another form; ``wants`` says which form is wanted. ``shown``
    is the default as a writer would write it, None where the rule is silent until it is set.
    ``form`` is the JSON Schema of its values.
    """

    name: str
    says: Message
    default: T
    shown: str | None
    read: Callable[[Data], T | None]
    wants: Message
    form: Mapping[str, object]


def whole_number(name: str, says: Message, default: int | None) -> Option[int | None]:
    """An option that is a whole number above 0; without a default the rule waits for one."""
    return Option(
        name,
        says,
        default,
        None if default is None else str(default),
        _whole,
        say("a whole number above 0"),
        {"type": "integer", "minimum": 1},
    )


def rhythm(name: str, says: Message, default: str | None) -> Option[Cadence | None]:
    """An option that is a rhythm such as ``month``; without a default the rule waits for one."""
    return Option(
        name,
        says,
        None if default is None else cadence(default),
        default,
        _cadence,
        say('a rhythm such as "week", "month" or "2 months"'),
        {"type": "string"},
    )


def length_of_time(name: str, says: Message, default: str | None) -> Option[Duration | None]:
    """An option that is a length of time such as ``2 business days``; see ``rhythm``."""
    return Option(
        name,
        says,
        None if default is None else duration(default),
        default,
        _length,
        say('a length of time such as "2 business days" or "3 weeks"'),
        {"type": "string"},
    )


def word_list(name: str, says: Message, default: tuple[str, ...]) -> Option[tuple[str, ...]]:
    """An option that is a list of words."""
    return Option(
        name,
        says,
        default,
        f"[{', '.join(default)}]",
        _words,
        say("a list of words"),
        {"type": "array", "items": {"type": "string"}},
    )


def _whole(value: Data) -> int | None:
    is_whole = isinstance(value, int) and not isinstance(value, bool)
    return value if is_whole and isinstance(value, int) and value > 0 else None


def _cadence(value: Data) -> Cadence | None:
    found = cadence(value) if isinstance(value, str) else None
    return found if found is not None and found.unit != "case" else None


def _length(value: Data) -> Duration | None:
    found = duration(value) if isinstance(value, str) else None
    return found if found is not None and found.since is None else None


def _words(value: Data) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        return None
    return tuple(str(one) for one in value)
