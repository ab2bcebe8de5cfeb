"""What a question is, and what an answer to it is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from processctl.journey import Journey
from processctl.lint.result import Phase
from processctl.model.build import Part
from processctl.reading.problem import Path
from processctl.texts import Message


@dataclass(frozen=True, slots=True)
class Evidence:
    """What of a process goes to answer a question: where it stands, and what is missing beside it."""

    places: tuple[Path, ...] = ()
    missing: tuple[Message, ...] = ()


Look = Callable[[Journey], Evidence]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the roadmap.

    ``look`` finds the evidence; ``step`` is what to do first while there is none. The ``rules``
    object to what is declared; where ``stages`` says so, only on those stages and the exits to them.
    """

    id: str
    phase: Phase
    words: Message
    look: Look
    step: Message
    rules: tuple[str, ...] = ()
    stages: Callable[[Journey], frozenset[str]] | None = None


def evidence(places: Iterable[Path], *missing: tuple[bool, Message]) -> Evidence:
    """Evidence from the places found, with each message whose condition says that it is missing."""
    found = tuple(places)
    return Evidence(found, tuple(words for lacks, words in missing if lacks) if found else ())


def paths(parts: Iterable[Part], *keys: str) -> tuple[Path, ...]:
    """The places of elements, or of the first of some keys that each of them has."""
    return tuple(_place(part, keys) for part in parts)


def _place(part: Part, keys: tuple[str, ...]) -> Path:
    held = next((key for key in keys if getattr(part, key, None) not in (None, (), False)), None)
    return (*part.path, held) if held is not None else part.path
