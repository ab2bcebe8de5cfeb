"""Findings that are known already, by the baseline or from before a change, set apart from the new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from processctl.lint.finding import Finding
from processctl.lint.narrow import FAILURE_CODE
from processctl.lint.result import Result

IsKnown: TypeAlias = Callable[[Finding], bool]

READING = "PC0"
"""The beginning of the codes that say what cannot be read."""

_LONGEST_ELEMENT = 200


class Mark(NamedTuple):
    """What a finding is known by again.

    The fingerprint alone would do. With the rest beside it, an entry that somebody wrote by hand
    cannot say one thing and hide another.
    """

    code: str
    element: str
    fingerprint: str


def mark_of(finding: Finding) -> Mark:
    """The mark of a single finding."""
    element = finding.element[:_LONGEST_ELEMENT].encode("utf-8", "replace").decode()
    return Mark(finding.code, element, finding.fingerprint)


def marks_of(findings: Iterable[Finding]) -> frozenset[Mark]:
    """The marks of findings, of a group those of its members."""
    return frozenset(mark_of(each) for one in findings for each in one.each)


def split(
    findings: Iterable[Finding], is_known: IsKnown
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The new findings and the known ones.

    A group is known when all its members are. Where some are, the others stand for themselves: what
    the group says of all of them is no news.
    """
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        members = [one for one in finding.each if is_known(one)]
        if len(members) == len(finding.each):
            known.append(finding)
        elif not members:
            new.append(finding)
        else:
            known += members
            new += [one for one in finding.each if not is_known(one)]
    return _in_order(new), _in_order(known)


def is_whole(result: Result) -> bool:
    """Whether all could be read and judged, so that what is not found is not there."""
    return not result.failed and not any(one.code.startswith(READING) for one in result.findings)


def was_there(earlier: Result | None) -> IsKnown:
    """Says of a finding whether it was there in an earlier state; None is no state at all.

    What a graver finding stood for was there as well. What cannot be read is always told, and so is a
    rule that broke down: nobody knows what they hide.
    """
    marks = marks_of(earlier.findings) if earlier is not None else frozenset()
    explained = earlier.explained if earlier is not None else frozenset()

    def is_known(finding: Finding) -> bool:
        told = finding.code.startswith(READING) or finding.code == FAILURE_CODE
        return not told and (mark_of(finding) in marks or finding.fingerprint in explained)

    return is_known


def with_earlier(result: Result, earlier: Result | None, since: str) -> Result:
    """The result with what was there before set apart; ``since`` is what the earlier state is called."""
    new, known = split(result.findings, was_there(earlier))
    return replace(result, findings=new, earlier=known, since=since)


def _in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: one.order))
