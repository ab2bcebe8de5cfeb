"""For reviewdog: the result in the Reviewdog Diagnostic Format, one document (rdjson).

Its columns count bytes of UTF-8, and its suggestions replace one stretch of one file.
"""

from __future__ import annotations

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reading.edit import apply
from processctl.reading.source import Source
from processctl.reports.edits import safe_edits
from processctl.reports.json_text import json_text
from processctl.reports.telling import Telling
from processctl.reports.words import details
from processctl.texts.severity import Severity

_SEVERITIES: dict[Severity, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def rdjson_report(telling: Telling) -> str:
    """The results as one JSON document."""
    return json_text(
        {
            "source": {"name": "processctl"},
            "diagnostics": [
                _diagnostic(telling, result, finding)
                for result in telling.results
                for finding in result.findings
            ],
        }
    )


def _diagnostic(telling: Telling, result: Result, finding: Finding) -> dict[str, object]:
    span = finding.span
    lines = [telling.words(finding.message), *details(telling, result, finding)]
    told: dict[str, object] = {
        "message": "\n".join(lines),
        "location": {
            "path": telling.path(span.source),
            "range": _range(span.source, span.start, span.end),
        },
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": f"{finding.code} {finding.name}"},
    }
    suggestion = _suggestion(finding)
    if suggestion is not None:
        told["suggestions"] = [suggestion]
    return told


def _suggestion(finding: Finding) -> dict[str, object] | None:
    """All edits as one, for reviewdog offers several as if each were enough."""
    edits = safe_edits(finding)
    if not edits or any(edit.span.source != finding.span.source for edit in edits):
        return None
    source = finding.span.source
    start = min(edit.span.start for edit in edits)
    end = max(edit.span.end for edit in edits)
    behind = len(source.text) - end
    after = apply(source.text, edits)
    return {
        "range": _range(source, start, end),
        "text": after[start : len(after) - behind],
    }


def _range(source: Source, start: int, end: int) -> dict[str, object]:
    return {"start": _position(source, start), "end": _position(source, end)}


def _position(source: Source, offset: int) -> dict[str, int]:
    line, column = source.position(offset)
    before = source.text[offset - column + 1 : offset]
    return {"line": line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}
