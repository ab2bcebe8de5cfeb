"""Problems of reading as findings."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.reading.problem import Kind
from processctl.rules.repair import Repair
from processctl.rules.rule import Also, Found


def problems(journey: Journey, kind: Kind) -> Iterator[Found]:
    """Everything of one kind that reading met."""
    for problem in journey.model.workspace.problems:
        if problem.kind == kind:
            yield Found(
                problem.message,
                problem.span,
                hint=problem.hint,
                also=tuple(Also(related.message, related.span) for related in problem.related),
                ids=(problem.span.source.path.name, *map(str, problem.path), *problem.ids),
                repair=Repair("safe", problem.mends) if problem.mends else None,
            )
