"""For build servers: the result as JUnit's XML, the form that Jenkins reads.

A suite for each workspace; in it a failed test for each finding that makes the run fail, a passed one
with the finding in its output for what is only worth a look, a skipped one for what an ignore hides, and
a passed one for each file without findings. Which rules looked and found nothing is not known to a
result, so there is no test for each rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from processctl.lint.finding import Finding
from processctl.lint.narrow import FAILURE_CODE
from processctl.lint.result import Result
from processctl.reports.known import hidden
from processctl.reports.telling import Telling, relative
from processctl.reports.words import details, place
from processctl.reports.xml_text import attribute, content
from processctl.texts import Argument


def junit_report(telling: Telling) -> str:
    """The results as XML; no times, so that it never differs."""
    suites = "".join(_suite(telling, result) for result in telling.results)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="processctl">\n{suites}</testsuites>'


def _suite(telling: Telling, result: Result) -> str:
    failing = result.failing(telling.fail_on)
    counts: Counter[str] = Counter()
    cases = []
    for finding in result.findings:
        kind = _kind(finding, failing)
        counts[kind] += 1
        cases.append(_case(telling, result, finding, kind))
    for finding, _, reason in hidden(result):
        counts["skipped"] += 1
        cases.append(_case(telling, result, finding, "skipped", reason))
    cases += _clean_files(telling, result)
    name = attribute(relative(result.scope.root, telling.base))
    numbers = (
        f'tests="{len(cases)}" failures="{counts["failure"]}" errors="{counts["error"]}"'
        f' skipped="{counts["skipped"]}"'
    )
    return f"  <testsuite name={name} {numbers}>\n{''.join(cases)}  </testsuite>\n"


def _kind(finding: Finding, failing: tuple[str, ...]) -> str:
    """The element that tells what became of it."""
    if finding.code == FAILURE_CODE:
        return "error"
    return "failure" if finding.severity in failing else "system-out"


def _case(
    telling: Telling, result: Result, finding: Finding, kind: str, reason: Argument | None = None
) -> str:
    file = attribute(telling.path(finding.span.source))
    name = attribute(_name(telling, finding))
    message = telling.words(finding.message)
    said = "\n".join([place(telling, finding.span), *details(telling, result, finding)])
    whole = f"{finding.severity}: {message}\n{said}"
    output = f"<system-out>{content(whole)}</system-out>"
    if kind == "skipped":
        why = telling.words(reason) if reason is not None else ""
        inner = f"<skipped>{content(why)}</skipped>\n      {output}"
    elif kind == "system-out":
        inner = output
    else:
        head = f'{kind} type="{finding.severity}" message={attribute(message)}'
        inner = f"<{head}>{content(said)}</{kind}>"
    return f"    <testcase classname={file} name={name}>\n      {inner}\n    </testcase>\n"


def _name(telling: Telling, finding: Finding) -> str:
    """What stays the same from run to run and tells findings of a file apart: no line, no language."""
    parts = (finding.code, finding.name, finding.element, *finding.ids)
    number = f" ({finding.ordinal})" if finding.ordinal > 1 else ""
    return telling.words(" ".join(part for part in parts if part)) + number


def _clean_files(telling: Telling, result: Result) -> Iterator[str]:
    told = (*result.findings, *(one.finding for one in hidden(result)))
    troubled = {finding.span.source.path for finding in told}
    for source in result.scope.sources:
        if source.path not in troubled:
            file = attribute(telling.path(source))
            yield f"    <testcase classname={file} name={file}/>\n"
