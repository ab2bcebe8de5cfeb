"""What pure functions came to, kept from one run to the next for an editor that asks the same again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from processctl.reading.nodes import Mapping, Node, Scalar

T = TypeVar("T")


class Remembers(Protocol):
    """Whoever may know already what a pure function came to."""

    def of(self, kind: str, key: Callable[[], Hashable], make: Callable[[], T]) -> T:
        """What ``make`` makes. ``key`` gives all that this rests on, beside the ``kind`` of question."""


class _Nothing:
    def of(self, kind: str, key: Callable[[], Hashable], make: Callable[[], T]) -> T:
        del kind, key
        return make()


NOTHING: Remembers = _Nothing()
"""For a run that stands alone: no key is made, for nobody will ask again."""


class Memory:
    """Remembers the last run: what it did not ask for is forgotten, for an editor runs for days.

    ``made`` counts, by kind, what the run that goes on, or was last, had to work out.
    """

    def __init__(self) -> None:
        self._old: dict[tuple[str, Hashable], Any] = {}
        self._before: dict[tuple[str, Hashable], Any] = {}
        self._now: dict[tuple[str, Hashable], Any] = {}
        self.made: Counter[str] = Counter()

    @contextmanager
    def run(self) -> Iterator[None]:
        """One run. What a run that breaks off has not asked for yet stays as well."""
        self._now, self.made = {}, Counter()
        try:
            yield
        except BaseException:
            self._now = {**self._before, **self._now}
            raise
        finally:
            self._old, self._before, self._now = self._before, self._now, {}

    def tidy(self) -> None:
        """Let go of what was forgotten: that takes time, and is done when nobody waits."""
        self._old = {}

    def of(self, kind: str, key: Callable[[], Hashable], make: Callable[[], T]) -> T:
        """What ``make`` makes, or has made in this run or the last one."""
        asked = (kind, key())
        found: T
        if asked in self._now:
            found = self._now[asked]
        elif asked in self._before:
            found = self._now[asked] = self._before[asked]
        else:
            found = self._now[asked] = make()
            self.made[kind] += 1
        return found


def content(node: Node) -> Hashable:
    """What a node says, wherever it stands: equal for nodes that are read alike."""
    if isinstance(node, Scalar):
        return (node.text,) if node.style == "plain" else node.text
    if isinstance(node, Mapping):
        return True, *[(name, content(entry.value)) for name, entry in node.entries.items()]
    return False, *[content(item) for item in node.items]
