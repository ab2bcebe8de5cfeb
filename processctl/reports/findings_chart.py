"""Findings over time as a chart of bars, one for each state, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from processctl.git.history import Commit
from processctl.lint.result import Result
from processctl.reports.summary import found
from processctl.reports.telling import Telling, plain
from processctl.texts import say
from processctl.texts.severity import SEVERITIES, Severity

WIDTH = 40
_BLOCKS: dict[Severity, str] = {"error": "█", "warning": "▓", "info": "░"}
_ASCII: dict[Severity, str] = {"error": "#", "warning": "=", "info": "-"}


@dataclass(frozen=True, slots=True)
class Point:
    """What a process came to in one commit; None where it could not be judged whole."""

    commit: Commit
    result: Result | None


def chart_lines(telling: Telling, points: Sequence[Point], *, ascii_only: bool) -> Iterator[str]:
    """One line for each state; the longest bar is as wide as the chart, or a sign for each finding."""
    signs = _ASCII if ascii_only else _BLOCKS
    most = max((_count(one.result) for one in points), default=0)
    for point in points:
        head = f"{plain(point.commit.date)}  {point.commit.short}"
        if point.result is None:
            yield f"{head}  {telling.words(say('not all of it can be read'))}"
            continue
        bar = "".join(signs[severity] * length for severity, length in _lengths(point.result, most))
        yield f"{head}  {bar}{'  ' if bar else ''}{telling.words(found(point.result))}"


def _count(result: Result | None) -> int:
    return len(result.findings) if result is not None else 0


def _lengths(result: Result, most: int) -> Iterator[tuple[Severity, int]]:
    """How many signs each severity gets: at least one where there is a finding."""
    for severity in SEVERITIES:
        count = result.count(severity)
        yield severity, count if most <= WIDTH else max(count * WIDTH // most, min(count, 1))


def evenly(count: int, most: int) -> list[int]:
    """The numbers of at most ``most`` of ``count`` things, evenly chosen, the first and last among them."""
    if count <= most:
        return list(range(count))
    if most == 1:
        return [0]
    return [number * (count - 1) // (most - 1) for number in range(most)]
