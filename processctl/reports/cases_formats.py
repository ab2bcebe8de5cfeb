"""How declared cases fared, for programs: JSON, and JUnit's XML for build servers."""

from __future__ import annotations

import json
from typing import TypedDict

from processctl.journey import Journey
from processctl.reports.cases import CaseReport, Tested
from processctl.reports.telling import relative
from processctl.reports.xml_text import attribute, content
from processctl.trying.check import Checked

VERSION = 1


def cases_json(report: CaseReport) -> str:
    """The cases as one JSON document, keys in a fixed order."""
    document = {
        "version": VERSION,
        "language": report.language,
        "workspaces": [
            {
                "root": relative(one.root, report.base),
                "cases": [_as_json(report, one.journey, case) for case in one.cases],
            }
            for one in report.tested
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _as_json(report: CaseReport, journey: Journey, case: Checked) -> CaseTold:
    found = report.found(journey, case.case.path)
    walk = case.walk
    return {
        "id": case.case.id,
        "passes": case.passes,
        "wrong": case.wrong or None,
        "file": found[0] if found else None,
        "line": found[1] if found else None,
        "expected": [one.id for one in case.case.stages],
        "ends": case.case.ends.id if case.case.ends else None,
        "path": list(walk.path) if walk else [],
        "end": walk.end if walk else None,
        "lacks": list(walk.lacks) if walk else [],
        "story": list(report.story(journey, case)),
    }


def cases_junit(report: CaseReport) -> str:
    """The cases as JUnit's XML, which most build servers read; no times, so that it never differs."""
    suites = "".join(_suite(report, one) for one in report.tested)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n{suites}</testsuites>'


def _suite(report: CaseReport, tested: Tested) -> str:
    failures = sum(not case.passes for case in tested.cases)
    name = attribute(relative(tested.root, report.base))
    counts = f'tests="{len(tested.cases)}" failures="{failures}" errors="0" skipped="0"'
    inner = "".join(_testcase(report, tested.journey, name, case) for case in tested.cases)
    return f"  <testsuite name={name} {counts}>\n{inner}  </testsuite>\n"


def _testcase(report: CaseReport, journey: Journey, suite: str, case: Checked) -> str:
    found = report.found(journey, case.case.path)
    where = f' file={attribute(found[0])} line="{found[1]}"' if found else ""
    head = f"    <testcase classname={suite} name={attribute(case.case.id)}{where}"
    if case.passes:
        return f"{head}/>\n"
    story = report.story(journey, case)
    message = attribute(case.wrong)
    return (
        f"{head}>\n      <failure message={message}>{content(chr(10).join(story))}</failure>\n"
        "    </testcase>\n"
    )


class CaseTold(TypedDict):
    """A case in the JSON report: ``wrong`` is null where it passes, ``story`` is for people."""

    id: str
    passes: bool
    wrong: str | None
    file: str | None
    line: int | None
    expected: list[str]
    ends: str | None
    path: list[str]
    end: str | None
    lacks: list[str]
    story: list[str]
