"""How large a condition may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The greatest length of an expression, in characters, and the greatest depth of its tree."""

    characters: int = 4_000
    depth: int = 64
