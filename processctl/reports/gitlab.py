"""For GitLab: the result as a report of Code Quality, which stands beside a merge request.

The form: docs.gitlab.com, "Code Quality report format". Of two findings with one fingerprint GitLab
drops the second, so those of all workspaces are told apart.
"""

from __future__ import annotations

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reports.json_text import json_text
from processctl.reports.telling import Telling
from processctl.texts.severity import Severity

_SEVERITIES: dict[Severity, str] = {"error": "critical", "warning": "minor", "info": "info"}


def gitlab_report(telling: Telling) -> str:
    """The results as one JSON list."""
    return json_text(
        [
            _finding(telling, result, finding)
            for result in telling.results
            for finding in result.findings
        ]
    )


def _finding(telling: Telling, result: Result, finding: Finding) -> dict[str, object]:
    (line, _), (last_line, _) = finding.span.first, finding.span.last
    said = telling.words(finding.message)
    if finding.hint is not None:
        said = f"{said} {telling.words(finding.hint)}"
    return {
        "description": said,
        "check_name": f"{finding.code} {finding.name}",
        "fingerprint": telling.identity(result, finding),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": telling.path(finding.span.source),
            "lines": {"begin": line, "end": last_line},
        },
    }
