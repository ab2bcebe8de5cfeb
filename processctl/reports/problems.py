"""What could not be read, told where nothing is linted: the same words, without a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processctl.lint.finding import Finding, Relation
from processctl.reading.problem import Problem
from processctl.reports.telling import Telling
from processctl.reports.text import Paint, TextReport
from processctl.rules import RULES


def problem_lines(problems: Iterable[Problem], telling: Telling, paint: Paint) -> Iterator[str]:
    """Problems as findings of the rules that tell them, in order of their places."""
    report = TextReport(telling, paint=paint)
    for finding in sorted(map(_finding, problems), key=lambda one: one.order):
        yield from report.alone(finding)


def _finding(problem: Problem) -> Finding:
    rule = next(rule for rule in RULES if rule.name == problem.kind)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity,
        message=problem.message,
        span=problem.span,
        element="",
        path=problem.path,
        hint=problem.hint,
        related=tuple(Relation(one.message, one.span) for one in problem.related),
        ids=problem.ids,
    )
