"""Places of an older text in a newer one: those before and behind the part that has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Moved:
    """What is known of ``before``, shown in ``now``: nothing jumps while somebody writes a line."""

    before: str
    now: str

    @cached_property
    def _same(self) -> tuple[int, int]:
        """How many signs are the same at the beginning, and how many of the others at the end."""
        if self.before == self.now:
            return len(self.before), 0
        most = min(len(self.before), len(self.now))
        start = _most(most, lambda many: self.before[:many] == self.now[:many])
        tail = _most(
            most - start, lambda many: many == 0 or self.before[-many:] == self.now[-many:]
        )
        return start, tail

    def offset(self, at: int) -> int | None:
        """Where a place is now; None for one in the part that has changed."""
        start, tail = self._same
        if at <= start:
            return at
        if at >= len(self.before) - tail:
            return at + len(self.now) - len(self.before)
        return None

    def stretch(self, start: int, end: int) -> tuple[int, int] | None:
        """Where a stretch is now; None if a part of it has changed."""
        same, tail = self._same
        if end <= same:
            return start, end
        if start >= len(self.before) - tail:
            further = len(self.now) - len(self.before)
            return start + further, end + further
        return None


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """The largest number up to a limit for which something holds that holds for all smaller ones."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low
