"""Shortest ways on which a field is not known: what shows that nobody has recorded it.

Breadth-first search over pairs of a stage and what is not known there, for all fields at once: a set
of them is the bits of a whole number, as in ``captured``. A field is unknown because nobody has
recorded it yet, or because an exit has reset it; these are two planes of bits, for whoever comes back
to a stage brings only the second kind of news. The search ends after ``LOOKED_AT`` steps, which no process
comes near that people have written; ways that it has not found by then are not told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from processctl.journey.captured import Bits
from processctl.journey.edge import Edge

if TYPE_CHECKING:
    from processctl.journey.journey import Journey

LOOKED_AT = 1_000_000


@dataclass(frozen=True, slots=True)
class MissingWay:
    """A way from a start, stage by stage. ``reset`` is the exit that lost the field, if one did."""

    stages: tuple[str, ...]
    reset: Edge | None

    @property
    def origin(self) -> str | Edge:
        """Where the field is missing from: the start, or the exit that resets it."""
        return self.reset or self.stages[0]


class MissingWays:
    """The shortest ways for some ``fields``, found in one search."""

    def __init__(self, journey: Journey, fields: Bits) -> None:
        self._journey = journey
        self._width = len(journey.captured.fields)
        self._here: Bits = 1 << 2 * self._width
        self._steps = 0
        self._only_back = {edge for edge in journey.edges if not journey.can_be_first(edge)}
        # For each stage what was news there, and by which edge it came, in order of length.
        self._news: dict[str, list[tuple[Bits, Edge | None]]] = {}
        self._search(fields)

    def to(self, stage: str, field: str) -> MissingWay | None:
        """A shortest way that enters a stage without the field; None where there is none."""
        bit = self._journey.captured.bit(field)
        wanted = bit | bit << self._width
        edges: list[Edge] = []
        reset: Edge | None = None
        here = stage
        while self._steps < LOOKED_AT:
            self._steps += 1
            found = self._first_with(wanted, here)
            if found is None:
                return None
            news, edge = found
            if edge is None:
                edges.reverse()
                way = MissingWay((here, *(edge.target for edge in edges)), reset)
                return way if self._can_be_gone(way.stages, edges) else None
            edges.append(edge)
            here = edge.source
            if reset is None and news & wanted == bit << self._width:
                wanted = bit << self._width
                if self._journey.captured.resets(edge) & bit:
                    reset, wanted = edge, self._here
        return None

    def _first_with(self, wanted: Bits, stage: str) -> tuple[Bits, Edge | None] | None:
        for found in self._news.get(stage, ()):
            if found[0] & wanted:
                return found
        return None

    def _can_be_gone(self, stages: tuple[str, ...], edges: list[Edge]) -> bool:
        """Whether nobody comes back on a way to where they have not been."""
        if self._only_back.isdisjoint(edges):
            return True
        been: set[str] = set()
        for source, edge in zip(stages, edges, strict=False):
            been.add(source)
            if edge.target not in been and edge in self._only_back:
                return False
        return True

    def _search(self, fields: Bits) -> None:
        captured, width = self._journey.captured, self._width
        seen: dict[str, Bits] = {}
        fresh: dict[str, Bits] = {}

        def tell(stage: str, bits: Bits, edge: Edge | None, layer: dict[str, Bits]) -> None:
            news = bits & ~seen.get(stage, 0)
            if news:
                seen[stage] = seen.get(stage, 0) | news
                self._news.setdefault(stage, []).append((news, edge))
                layer[stage] = layer.get(stage, 0) | news

        for start in self._journey.starts:
            tell(start, fields & ~captured.brought(start) | self._here, None, fresh)
        while fresh and self._steps < LOOKED_AT:
            layer: dict[str, Bits] = {}
            for stage, news in fresh.items():
                recorded = captured.recorded(stage)
                left = news & ~(recorded | recorded << width)
                self._steps += len(self._journey.out[stage])
                for edge in self._journey.out[stage]:
                    moved = news if edge.leaves_at_once else left
                    if edge in self._only_back:
                        moved &= fields << width
                    if news & self._here:
                        moved |= (captured.resets(edge) & fields) << width
                    tell(edge.target, moved, edge, layer)
            fresh = layer
