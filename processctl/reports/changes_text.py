"""A comparison for the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from processctl.compare.change import Change
from processctl.compare.difference import Difference
from processctl.compare.kind import Level
from processctl.reports.changes import SIGNS, Changes

Paint = Callable[..., str]
_COLOURS: dict[Level, str] = {"breaking": "red", "behaviour": "yellow", "clarifying": "cyan"}
_MOST_FINDINGS = 10


def _unpainted(text: str, **_: object) -> str:
    return text


@dataclass(frozen=True)
class ChangesText:
    """Says a comparison line by line; ``verbose`` leaves out nothing."""

    changes: Changes
    paint: Paint = _unpainted
    verbose: bool = False

    def lines(self) -> Iterator[str]:
        """All lines."""
        for number, difference in enumerate(self.changes.differences):
            if number:
                yield ""
            yield from self._of(difference)

    def _of(self, difference: Difference) -> Iterator[str]:
        changes = self.changes
        yield self.paint(f"{changes.root(difference)}: {changes.between()}", bold=True)
        yield from (f"  ! {line}" for line in changes.unread(difference))
        whole = changes.whole(difference)
        if whole is not None:
            yield f"  {whole}"
            return
        first = changes.first(difference)
        for change in first:
            yield from self._change(change)
        for level, several in changes.by_level(difference):
            rest = [one for one in several if one not in first]
            if rest:
                yield ""
                yield self.paint(
                    f"{changes.head(level)} ({len(rest)})", fg=_COLOURS[level], bold=True
                )
            for change in rest:
                yield from self._change(change)
        yield from self._findings(difference)
        yield ""
        yield changes.count(difference)

    def _change(self, change: Change) -> Iterator[str]:
        sign = self.paint(SIGNS[change.level], fg=_COLOURS[change.level])
        code = f"[{change.kind.code} {change.kind.name}]"
        yield f"  {sign} {self.changes.words(change.message)} {code}"
        for detail in self.changes.details(change):
            yield f"      {detail}"
        lines = self.changes.lines_of(change)
        if lines is not None:
            yield f"      {self.paint(f'- {lines[0]}', fg='red')}"
            yield f"      {self.paint(f'+ {lines[1]}', fg='green')}"
        spots = self.changes.spots(change)
        if spots:
            yield self.paint(f"      {spots}", dim=True)

    def _findings(self, difference: Difference) -> Iterator[str]:
        head = self.changes.findings_head(difference)
        if head is None:
            return
        yield ""
        yield self.paint(head, bold=True)
        shown = [
            *(f"  + {self.changes.finding(one)}" for one in difference.brought),
            *(f"  - {self.changes.finding(one, self.changes.old)}" for one in difference.mended),
        ]
        most = len(shown) if self.verbose else _MOST_FINDINGS
        yield from shown[:most]
        if len(shown) > most:
            yield f"  … {len(shown) - most}"
