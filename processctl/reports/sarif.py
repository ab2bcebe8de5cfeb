"""For code scanning: the result as SARIF 2.1.0, one run for all workspaces.

The form: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0". One run, because
GitHub refuses several of one tool in one file. Every rule is described, also those that found nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from processctl import __version__
from processctl.lint.finding import Finding, Relation
from processctl.lint.narrow import FAILURE_CODE
from processctl.lint.plugins import registry
from processctl.lint.result import Result
from processctl.reading.source import Source
from processctl.reports.json_text import json_text
from processctl.reports.known import Hidden, hidden
from processctl.reports.sarif_places import Places, text
from processctl.reports.sarif_rules import LEVELS, descriptor
from processctl.reports.telling import Telling, relative
from processctl.reports.words import story
from processctl.texts import say

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "processctl/v1"
"""Under our own key: the one that GitHub reads is computed by GitHub, from the line."""


def sarif_report(telling: Telling) -> str:
    """The results as one SARIF document."""
    rules = registry().rules
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    places = Places(telling.base, tuple(_sources(telling)), telling.words)
    failures = [
        (result, finding)
        for result in telling.results
        for finding in result.findings
        if finding.code == FAILURE_CODE
    ]
    run = {
        "tool": {
            "driver": {
                "name": "processctl",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [descriptor(rule, telling.language) for rule in rules],
                "notifications": [
                    descriptor(rule, telling.language)
                    for rule in rules
                    if rule.code == FAILURE_CODE
                ],
            }
        },
        "language": telling.language,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "automationDetails": {"id": _category(telling)},
        "originalUriBaseIds": {
            "SRCROOT": {
                "description": {"text": telling.words(say("The folder that paths count from."))}
            }
        },
        "invocations": [
            {
                "executionSuccessful": not failures,
                "toolExecutionNotifications": [
                    _failure(telling, numbers, *one) for one in failures
                ],
            }
        ],
        "artifacts": places.artifacts(),
        "results": [
            _result(telling, places, numbers[finding.code], result, finding, unshown)
            for result in telling.results
            for finding, unshown in (
                *((one, None) for one in result.findings),
                *((one.finding, one) for one in hidden(result)),
            )
            if finding.code != FAILURE_CODE
        ],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _sources(telling: Telling) -> Iterator[Source]:
    seen: set[Path] = set()
    for result in telling.results:
        for source in result.scope.sources:
            if source.path not in seen:
                seen.add(source.path)
                yield source


def _category(telling: Telling) -> str:
    """What the run is a run of: GitHub replaces an earlier one of the same category."""
    if len(telling.results) == 1:
        root = relative(telling.results[0].scope.root, telling.base)
        if root != ".":
            return f"processctl/{root}/"
    return "processctl/"


def _failure(
    telling: Telling, numbers: Mapping[str, int], result: Result, finding: Finding
) -> dict[str, object]:
    told: dict[str, object] = {
        "descriptor": {"id": finding.code, "index": 0},
        "level": "error",
        "message": {"text": text(_told(telling, result, finding))},
    }
    broken = next((one for one in finding.ids if one in numbers), None)
    if broken is not None:
        told["associatedRule"] = {"id": broken, "index": numbers[broken]}
    return told


def _result(
    telling: Telling,
    places: Places,
    rule: int,
    result: Result,
    finding: Finding,
    unshown: Hidden | None,
) -> dict[str, object]:
    told: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": text(_told(telling, result, finding))},
        "locations": [places.location(finding.span, finding.element)],
        "partialFingerprints": {FINGERPRINT: telling.identity(result, finding)},
        # Said of all results or of none; an empty list says that nothing hides this one.
        "suppressions": _suppressions(telling, unshown),
        "properties": {
            "fingerprint": finding.fingerprint,
            "element": telling.words(finding.element),
        },
    }
    related: list[Relation | Finding] = [*finding.related, *finding.members]
    if related:
        told["relatedLocations"] = [
            places.location(one.span, message=one.message, number=number)
            for number, one in enumerate(related, 1)
        ]
    if finding.witness:
        told["codeFlows"] = places.ways(result, finding)
    fixes = places.fixes(finding) if unshown is None else []
    if fixes:
        told["fixes"] = fixes
    if result.since is not None:  # said of all results or of none as well
        told["baselineState"] = "new" if unshown is None else "unchanged"
    return told


def _told(telling: Telling, result: Result, finding: Finding) -> str:
    """All that is said of a finding, line by line; the first one stands alone where room is short."""
    lines = [telling.words(finding.message)]
    lines += story(telling, result, finding)
    if finding.hint is not None:
        lines.append(telling.words(finding.hint))
    return "\n".join(lines)


def _suppressions(telling: Telling, unshown: Hidden | None) -> list[dict[str, object]]:
    """What hides a finding; that it was there before a change does not."""
    if unshown is None or unshown.by == "earlier":
        return []
    kind = "inSource" if unshown.by == "ignore" else "external"
    told: dict[str, object] = {"kind": kind, "status": "accepted"}
    if unshown.reason is not None:
        told["justification"] = telling.words(unshown.reason)
    return [told]
