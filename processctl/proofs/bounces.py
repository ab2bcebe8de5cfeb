"""Returns after which a case fits at once what sends it back again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from processctl.journey import Edge
from processctl.proofs.choice import Choice, Way
from processctl.proofs.fact import Fact
from processctl.proofs.flow import behind
from processctl.proofs.passage import Crossing, Inside, Passage
from processctl.proofs.wanted import recorded


@dataclass(frozen=True, slots=True)
class Bounce:
    """A return, the exit that every case so returned fits, and one such case."""

    edge: Edge
    way: Way
    inside: Inside


def bounces(passage: Passage, crossings: Iterable[Crossing]) -> Iterator[Bounce]:
    """Returns whose cases all fit an exit of the target that leads to the returning team again.

    What the target records anew may change that, and so may a judgement made there.
    """
    returned: dict[Edge, list[Inside]] = {}
    for crossing in crossings:
        if crossing.edge.returns:
            facts, _ = behind(passage, crossing)
            found = Inside(facts, crossing.state)
            returned.setdefault(crossing.edge, []).append(found)
    for edge, insides in returned.items():
        way = _back_again(passage, edge, insides)
        certain = next((one for one in insides if not one.state.doubt), None)
        if way is not None and certain is not None:
            yield Bounce(edge, way, certain)


def _back_again(passage: Passage, edge: Edge, insides: Sequence[Inside]) -> Way | None:
    journey = passage.journey
    choice = passage.choices[edge.target]
    sender = journey.owners.get(edge.source)
    if sender is None or sender.team is None or not choice.is_readable:
        return None
    new = recorded(journey.stages[edge.target])
    for way in choice.ways:
        target = way.exit.to
        owner = journey.owners.get(target.id) if target is not None else None
        if owner is None or owner.team != sender.team:
            continue
        misses = _missing(passage, choice, way)
        if misses is None or any(
            not fact.now.isdisjoint(new) for several in misses for fact in several
        ):
            continue
        if all(
            passage.solver.can_hold((*inside.facts, *facts)) == "no"
            for inside in insides
            for facts in misses
        ):
            return way
    return None


def _missing(passage: Passage, choice: Choice, way: Way) -> list[list[Fact]] | None:
    """The ways in which a case can miss an exit; None where a judgement decides."""
    if way.kind == "bare":
        return [] if len(choice.ways) == 1 else None
    if way.kind == "tested" and way.condition is not None and not choice.forgets_some_before(way):
        earlier = [
            passage.facts.of(one.condition, True)
            for one in choice.prior(way)
            if one.condition is not None
        ]
        return [passage.facts.of(way.condition, False), *earlier]
    return None
