"""Where the pairs of states are, and how a comparison is written down."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from processctl.compare.compare import Comparison, compare
from processctl.journey import Journey
from processctl.lint.run import read_journey
from processctl.reading.files import MARKER
from processctl.texts import translator

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 23)
NOTHING = "nothing"


@dataclass(frozen=True)
class Pair:
    """Two states of one process in a folder, and what a thoughtful reviewer says of the change.

    The first line of ``expected.txt`` is the reviewer's class, the others are what processctl tells.
    """

    folder: Path

    def __str__(self) -> str:
        """The name of the test."""
        return self.folder.name

    @property
    def expected(self) -> Path:
        """Where it is written what is told."""
        return self.folder / "expected.txt"

    @property
    def wanted(self) -> str:
        """The class that a reviewer expects."""
        first, *_ = self.expected.read_text(encoding="utf-8").splitlines()
        return first.removeprefix("# ")

    @cached_property
    def comparison(self) -> Comparison:
        """What comes of comparing the two states."""
        return compared(self._root("before"), self._root("after"))

    def _root(self, side: str) -> Path:
        """The workspace of a side: the folder itself, else its first one, which uses the others."""
        folder = self.folder / side
        return folder if (folder / MARKER).is_file() else sorted(folder.iterdir())[0]


def compared(before: Path, after: Path, texts: Mapping[Path, str] | None = None) -> Comparison:
    """Compare two workspaces; ``texts`` are other contents of files of the new one."""

    def reread(changed: Mapping[Path, str]) -> Journey:
        return read_journey(before, overrides=dict(changed))

    new = read_journey(after, overrides=dict(texts or {}))
    return compare(read_journey(before), new, TODAY, reread)


def pairs() -> list[Pair]:
    """Every pair, in order."""
    return [Pair(folder) for folder in sorted(CASES.iterdir())]


def told(comparison: Comparison) -> list[str]:
    """One line for each change: code, level, element, and the sentence in English."""
    english = translator("en").render
    return [
        f"{one.kind.code} {one.level} {english(one.element)}: {english(one.message)}"
        for one in comparison.changes
    ]
