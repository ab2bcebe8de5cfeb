"""Whether repairs made anything worse: what the linter says after them and did not say before.

What is measured, and why so, stands in docs/decisions/0012-when-a-repair-is-undone.md.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.repair.mend import Mend
from processctl.repair.splice import Splice

_NUMBER = re.compile(r" #\d+$")  # which of several exits it is: another exit changes it
_Key = tuple[str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Fix:
    """A finding, and the edits that would mend it in the text it was found in."""

    finding: Finding
    mend: Mend

    @property
    def splice(self) -> Splice:
        """The edits."""
        return self.mend.splice

    @property
    def is_reading(self) -> bool:
        """Whether it makes something readable: what was hidden may then come to light."""
        return is_reading(self.finding.code)

    @property
    def unsafe(self) -> bool:
        """Whether it is a stub, or takes something away."""
        return self.mend.kind == "unsafe"


def is_reading(code: str) -> bool:
    """Whether a finding says that something cannot be read."""
    return code.startswith("PC0") or code == "PC501"


def worse(before: Result, after: Result, fixes: Iterable[Fix]) -> tuple[Finding, ...]:
    """What is new after fixes, is to be warned of, and is no question of a stub; none if all is well."""
    made = tuple(fixes)
    if after.failed and not before.failed:
        return tuple(each for each in _each(after) if each.code == "PC999")
    written = _Written(made)
    known = Counter(_key(finding) for finding in _each(before))
    found = []
    for finding in _each(after):
        key = _key(finding)
        known[key] -= 1
        if known[key] < 0 and finding.severity != "info" and not written.is_asked(finding):
            found.append(finding)
    return tuple(found)


def unread(before: Result, after: Result, fixes: Iterable[Fix]) -> tuple[tuple[Fix, Finding], ...]:
    """The fixes after which their own text cannot be read still, or the file not so far as before."""
    written = _Written(tuple(fixes))
    known = {(one.code, one.span.source.path, one.span.start) for one in _each(before)}
    blamed: dict[int, tuple[Fix, Finding]] = {}
    for finding in _each(after):
        if not is_reading(finding.code):
            continue
        path, start = finding.span.source.path, finding.span.start
        guilty = list(written.around(finding))
        first = written.first(path)
        stops = finding.code in ("PC001", "PC008") and (finding.code, path, start) not in known
        if not guilty and stops and first is not None and start < first[0]:
            guilty = [first[1]]
        for fix in guilty:
            blamed.setdefault(id(fix), (fix, finding))
    return tuple(blamed.values())


class _Written:
    """Where the text that fixes wrote stands in the files as they are with it."""

    def __init__(self, fixes: tuple[Fix, ...]) -> None:
        self._stretches: dict[Path, list[tuple[int, int, Fix]]] = {}
        self._elements = {name for fix in fixes if fix.unsafe for name in fix.mend.elements}
        placed = [(edit, fix) for fix in fixes for edit in fix.splice.edits]
        moved: Counter[Path] = Counter()
        for edit, fix in sorted(placed, key=lambda one: (one[0].span.start, one[0].span.end)):
            path = edit.span.source.path
            start = edit.span.start + moved[path]
            self._stretches.setdefault(path, []).append((start, start + len(edit.text), fix))
            moved[path] += len(edit.text) - (edit.span.end - edit.span.start)

    def first(self, path: Path) -> tuple[int, Fix] | None:
        """The first text written into a file."""
        places = self._stretches.get(path)
        return (places[0][0], places[0][2]) if places else None

    def is_asked(self, finding: Finding) -> bool:
        """Whether a finding says that a stub is to be filled in, or is about the element it is in."""
        if any(fix.unsafe for fix in self.around(finding)):
            return True
        return finding.element.split(" → ", maxsplit=1)[0] in self._elements

    def around(self, finding: Finding) -> Iterator[Fix]:
        """The fixes whose text a finding stands in."""
        span = finding.span
        for start, end, fix in self._stretches.get(span.source.path, ()):
            if start <= span.end and span.start <= end:
                yield fix


def _each(result: Result) -> Iterator[Finding]:
    for finding in result.findings:
        yield from finding.each


def _key(finding: Finding) -> _Key:
    return finding.code, _NUMBER.sub("", finding.element), finding.ids
