"""A comparison for programs. The form is a promise of its own; docs/diff.md describes it."""

from __future__ import annotations

import json

from processctl import __version__
from processctl.compare.change import Change
from processctl.compare.difference import Difference, worst
from processctl.lint.finding import Finding
from processctl.reading.source import Span
from processctl.reports.changes import Changes
from processctl.reports.telling import relative

VERSION = 1


def changes_json(changes: Changes) -> str:
    """The comparison as one JSON document, keys in a fixed order."""
    document = {
        "version": VERSION,
        "tool": {"name": "processctl", "version": __version__},
        "language": changes.language,
        "old": changes.words(changes.old),
        "new": changes.words(changes.new),
        "level": worst(changes.differences),
        "workspaces": [_workspace(changes, one) for one in changes.differences],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _workspace(changes: Changes, one: Difference) -> dict[str, object]:
    comparison = one.comparison
    return {
        "root": changes.root(one),
        "old_root": relative(one.old_root, changes.base) if one.old_root is not None else None,
        "level": one.level,
        "is_new": one.old is None,
        "is_gone": one.new is None,
        "read_whole": {"old": not one.unread[0], "new": not one.unread[1]},
        "renames": [
            {"section": rename.section, "old": rename.old, "new": rename.new}
            for rename in (comparison.renames if comparison else ())
        ],
        "changes": [
            _change(changes, change) for change in (comparison.changes if comparison else ())
        ],
        "findings": {
            "brought": [_finding(changes, finding) for finding in one.brought],
            "mended": [_finding(changes, finding) for finding in one.mended],
        },
    }


def _change(changes: Changes, change: Change) -> dict[str, object]:
    words = changes.words
    return {
        "code": change.kind.code,
        "name": change.kind.name,
        "level": change.level,
        "message": words(change.message),
        "reason": words(change.reason),
        "element": words(change.element),
        "old": _place(changes, change.old),
        "new": _place(changes, change.new),
        "affected": words(change.affected) if change.affected is not None else None,
        "case": {
            name: list(value) if isinstance(value, tuple) else value for name, value in change.case
        },
        "story": [words(one) for one in change.story],
        "cases_per_month": int(change.per_month) if change.per_month is not None else None,
        "stages": [words(stage) for stage in change.stages],
    }


def _place(changes: Changes, span: Span | None) -> dict[str, object] | None:
    if span is None:
        return None
    line, column = span.first
    return {"file": relative(span.source.path, changes.base), "line": line, "column": column}


def _finding(changes: Changes, finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "message": changes.words(finding.message),
        "place": _place(changes, finding.span),
        "fingerprint": finding.fingerprint,
    }
