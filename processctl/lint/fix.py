"""Fixing a workspace in memory: round after round, each repair tried and undone where it harms."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.lint.worse import Fix, unread, worse
from processctl.reading.edit import TextEdit, apply
from processctl.reading.source import Source
from processctl.rules.repair import Kind

MOST_ROUNDS = 100
Lint: TypeAlias = Callable[[Mapping[Path, str]], Result]
"""Lints the workspace with some files' texts in newer form; everything is to be told."""


@dataclass(frozen=True, slots=True)
class Undone:
    """A finding whose repair was taken back, and what it would have brought instead."""

    finding: Finding
    brought: Finding


@dataclass(frozen=True)
class Outcome:
    """What fixing came to. ``before`` and ``after`` hold the texts of the files that change."""

    result: Result
    fixed: tuple[Finding, ...] = ()
    undone: tuple[Undone, ...] = ()
    before: Mapping[Path, Source] = field(default_factory=dict)
    after: Mapping[Path, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Wanted:
    """Which findings are to be mended: ``kinds`` of repairs, and what the caller cares for.

    ``only`` is the one file that may change, where not all may.
    """

    kinds: frozenset[Kind]
    shows: Callable[[Finding], bool] = lambda _: True
    only: Path | None = None

    def takes(self, finding: Finding) -> bool:
        """Whether a finding is to be mended."""
        mend = finding.mend
        return mend is not None and mend.kind in self.kinds and self.shows(finding)

    def allows(self, edits: Iterable[TextEdit]) -> bool:
        """Whether the files that edits change may change."""
        return self.only is None or all(edit.span.source.path == self.only for edit in edits)


def fixes_of(result: Result, wanted: Wanted) -> list[Fix]:
    """The findings of a result that can be mended in the text as it is, with their edits."""
    return [
        Fix(finding, finding.mend)
        for one in result.findings
        for finding in one.each
        if wanted.takes(finding)
        and finding.mend is not None
        and wanted.allows(finding.mend.splice.edits)
    ]


def fix(lint: Lint, wanted: Wanted, result: Result) -> Outcome:
    """Mend what can be mended of a result, in memory.

    ``lint`` is asked again after every step; nothing is written.
    """
    texts: dict[Path, str] = {}
    first = {source.path: source for source in result.scope.sources}
    fixed: list[Finding] = []
    refused: dict[tuple[object, ...], Undone] = {}
    for _ in range(MOST_ROUNDS):
        left = [one for one in fixes_of(result, wanted) if _name(one.finding) not in refused]
        batch = _apart(_first_readable(left))
        if not batch:
            break
        trial = _Trial(lint, result, dict(texts))
        keep = trial.keep_read if batch[0].is_reading else trial.keep
        keep(batch)
        for one in trial.undone:
            refused.setdefault(_name(one.finding), one)
        fixed += [one.finding for one in trial.kept]
        texts, result = trial.texts(), trial.result
    changed = {path: text for path, text in texts.items() if text != first[path].text}
    before = {path: first[path] for path in changed}
    return Outcome(result, tuple(fixed), tuple(refused.values()), before, changed)


def _name(finding: Finding) -> tuple[object, ...]:
    """What is the same for a finding before and after repairs elsewhere."""
    source = finding.span.source
    line = source.line(finding.span.first[0])
    return finding.code, finding.element, finding.ids, source.path, line


def _first_readable(fixes: list[Fix]) -> list[Fix]:
    """What makes something readable comes first: it brings to light what else there is to find."""
    return [one for one in fixes if one.is_reading] or fixes


def _apart(fixes: list[Fix]) -> list[Fix]:
    """Fixes that do not touch each other, if only at a border; of those that do, the first."""
    chosen: list[Fix] = []
    taken: dict[Path, list[tuple[int, int]]] = {}  # in order, and apart from each other
    for one in fixes:
        stretches = one.splice.stretches
        if not any(_touches(taken.get(file, []), start, end) for file, start, end in stretches):
            chosen.append(one)
            for file, start, end in stretches:
                insort(taken.setdefault(file, []), (start, end))
    return chosen


def _touches(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a stretch touches one of those taken: the last that begins before its end."""
    before = bisect_right(taken, end, key=lambda one: one[0])
    return before > 0 and taken[before - 1][1] >= start


@dataclass
class _Trial:
    """One round: fixes of one state of the text, tried together and apart.

    Halves are tried on their own where the whole made something worse, so that one bad fix among n
    costs about log n runs of the linter.
    """

    lint: Lint
    base: Result
    before: dict[Path, str]
    kept: list[Fix] = field(default_factory=list)
    undone: list[Undone] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.result = self.base

    def keep_read(self, batch: list[Fix]) -> None:
        """Keep those of a batch after which their own text can be read."""
        while batch:
            after = self.lint(self.texts(batch))
            blamed = unread(self.base, after, batch)
            if not blamed:
                self.kept, self.result = batch, after
                return
            self.undone += [Undone(fix.finding, finding) for fix, finding in blamed]
            guilty = {id(fix) for fix, _ in blamed}
            batch = [fix for fix in batch if id(fix) not in guilty]

    def keep(self, batch: list[Fix]) -> None:
        """Keep those of a batch that make nothing worse."""
        together = [*self.kept, *batch]
        after = self.lint(self.texts(together))
        blamed = worse(self.base, after, together)
        if not blamed:
            self.kept, self.result = together, after
        elif len(batch) == 1:
            self.undone.append(Undone(batch[0].finding, blamed[0]))
        else:
            half = len(batch) // 2
            self.keep(batch[:half])
            self.keep(batch[half:])

    def texts(self, fixes: list[Fix] | None = None) -> dict[Path, str]:
        """The texts of all changed files with some fixes, else with those that are kept."""
        edits: dict[Path, list[TextEdit]] = {}
        for one in self.kept if fixes is None else fixes:
            for edit in one.splice.edits:
                edits.setdefault(edit.span.source.path, []).append(edit)
        changed = {path: apply(made[0].span.source.text, made) for path, made in edits.items()}
        return {**self.before, **changed}
