"""What leads to a stage, and where cases go from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from processctl.journey import Edge, Journey
from processctl.reading.source import Span


@dataclass(frozen=True)
class Neighbour:
    """Another stage, and the places where the ways between the two are written."""

    stage: str
    places: tuple[Span, ...]


def leading_to(journey: Journey, stage: str) -> Iterator[Neighbour]:
    """The stages that cases come from, in the order written."""
    yield from _by(journey, [(edge.source, edge) for edge in journey.edges if edge.target == stage])


def going_on(journey: Journey, stage: str) -> Iterator[Neighbour]:
    """The stages that cases go on to, in the order written."""
    yield from _by(journey, [(edge.target, edge) for edge in journey.edges if edge.source == stage])


def _by(journey: Journey, edges: list[tuple[str, Edge]]) -> Iterator[Neighbour]:
    found: dict[str, list[Span]] = {}
    for stage, edge in edges:
        places = found.setdefault(stage, [])
        span = journey.model.workspace.sections.span((*edge.path, "to")) or _of(journey, edge)
        if span is not None and span not in places:
            places.append(span)
    for stage, spans in found.items():
        yield Neighbour(stage, tuple(spans))


def _of(journey: Journey, edge: Edge) -> Span | None:
    return journey.model.workspace.sections.span(edge.path)
