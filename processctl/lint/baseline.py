"""The baseline: findings that a team knows of, kept in a file beside its processes.

One finding stands on one line, with its words, so that a review shows what is taken in and what has
gone. What a finding is known by holds no line numbers: edits elsewhere do not shake it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from processctl.lint.finding import Finding
from processctl.lint.known import READING, IsKnown, Mark, is_whole, mark_of, marks_of, split
from processctl.lint.result import Result
from processctl.texts import translator

FILE_NAME = "processctl-baseline.json"
VERSION = 1
VERSION_KEY = "processctl_baseline"
WORKSPACES_KEY = "workspaces"
OUR_OWN = "PC99"
"""The beginning of the codes of findings on processctl's own settings and failures."""

_LONGEST_MESSAGE = 300


@dataclass(frozen=True, slots=True)
class Entry:
    """One known finding: what it is known by, and its words in English for the reader of a diff."""

    code: str
    name: str
    element: str
    message: str
    fingerprint: str

    @property
    def mark(self) -> Mark:
        """What its finding is known by again."""
        return Mark(self.code, self.element, self.fingerprint)


@dataclass(frozen=True)
class Baseline:
    """The known findings of workspaces, each named by its path from the folder of the file."""

    file: Path
    workspaces: Mapping[str, tuple[Entry, ...]]

    def name_of(self, root: Path) -> str:
        """What a workspace is called in this baseline."""
        folder = os.path.realpath(self.file.parent)
        return Path(os.path.relpath(os.path.realpath(root), folder)).as_posix()

    def folder_of(self, name: str) -> Path:
        """Where a workspace lies that is called so."""
        return self.file.parent / name

    def of(self, root: Path) -> tuple[Entry, ...]:
        """The known findings of a workspace."""
        return self.workspaces.get(self.name_of(root), ())


def may_hold(finding: Finding) -> bool:
    """Whether a finding can be in a baseline.

    What cannot be read hides what nobody has seen; processctl's own findings say that something is
    wrong with what is hidden.
    """
    return not finding.code.startswith((READING, OUR_OWN))


def in_baseline(entries: Iterable[Entry]) -> IsKnown:
    """Says of a finding whether it is one of the known ones."""
    marks = {entry.mark for entry in entries}
    return lambda finding: may_hold(finding) and mark_of(finding) in marks


def with_baseline(result: Result, entries: tuple[Entry, ...]) -> Result:
    """The result with the known findings set apart, and the entries whose finding has gone."""
    new, known = split(result.findings, in_baseline(entries))
    has_gone = gone_from(result)
    stale = tuple(one for one in entries if has_gone(one))
    return replace(result, findings=new, known=known, stale=stale)


def gone_from(result: Result) -> Callable[[Entry], bool]:
    """Says of an entry whether its finding has gone.

    What a graver finding stands for is still there. Where not all could be read and judged, nobody
    can say of anything that it has gone.
    """
    whole, there = is_whole(result), marks_of(result.findings)
    return lambda entry: (
        whole and entry.mark not in there and entry.fingerprint not in result.explained
    )


def entries_of(result: Result) -> tuple[Entry, ...]:
    """What a baseline would hold of a result, in the order of the file."""
    render = translator("en").render
    entries = (
        Entry(
            mark.code,
            one.name,
            mark.element,
            render(one.message)[:_LONGEST_MESSAGE].encode("utf-8", "replace").decode(),
            mark.fingerprint,
        )
        for finding in result.findings
        for one in finding.each
        if may_hold(one)
        for mark in [mark_of(one)]
    )
    return in_order(entries)


def in_order(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries in the order of the file, each once."""
    return tuple(sorted({one.mark: one for one in entries}.values(), key=lambda one: one.mark))


def moves(baseline: Baseline, results: Mapping[str, Result], gone: Iterable[str]) -> dict[str, str]:
    """Where workspaces have gone that are not there any more: to one without entries, as far as it fits.

    ``gone`` are names in the baseline that no workspace has. Of several workspaces that fit, the one
    with most of the same findings is taken.
    """
    free = {
        name: {one.mark for one in entries_of(result)}
        for name, result in sorted(results.items())
        if name not in baseline.workspaces
    }
    found: dict[str, str] = {}
    for old in sorted(gone):
        marks = {one.mark for one in baseline.workspaces[old]}
        fitting = {name: len(marks & others) for name, others in free.items()}
        best = max(fitting, key=lambda name: fitting[name], default=None)
        if best is not None and fitting[best]:
            found[old] = best
            del free[best]
    return found


def written(baseline: Baseline) -> str:
    """The text of the file: one finding a line, everything in order."""
    kept = sorted((name, entries) for name, entries in baseline.workspaces.items() if entries)
    blocks = ",\n".join(
        f"    {_json(name)}: [\n"
        + ",\n".join(f"      {_json(asdict(one))}" for one in entries)
        + "\n    ]"
        for name, entries in kept
    )
    held = f"{{\n{blocks}\n  }}" if blocks else "{}"
    return f"{{\n  {_json(VERSION_KEY)}: {VERSION},\n  {_json(WORKSPACES_KEY)}: {held}\n}}\n"


def _json(held: object) -> str:
    """JSON on one line; signs that are not seen, or turn the line round, are written as escapes."""
    said = json.dumps(held, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else json.dumps(sign).strip('"') for sign in said)
