"""What is known in each stage: forward data flow over the graph.

Abstract interpretation (Cousot and Cousot, POPL 1977): a stage's states are joined by "or", facts
on values that are recorded anew are quantified away, and the fixed point is met by working through
new states until there are none. Beyond ``_MOST_STATES`` of one stage the states are widened to what
they have in common. Every case that can come into a stage is one of some state; a state without
doubt holds no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from heapq import heappop, heappush

from processctl.journey import Edge
from processctl.journey.search import upstream_first
from processctl.model.condition import Expression
from processctl.model.exit import Exit
from processctl.proofs.fact import Fact, in_order
from processctl.proofs.passage import Crossing, Passage
from processctl.proofs.state import Doubt, State, settle, worse
from processctl.proofs.wanted import resets

_MOST_STATES = 16


def states_of(passage: Passage) -> Mapping[str, tuple[State, ...]]:
    """The states of each stage; those without doubt first, otherwise as they were found."""
    found, _ = _followed(passage, _births(passage))
    return {
        name: tuple(sorted(all_, key=lambda one: bool(one.doubt))) for name, all_ in found.items()
    }


def ways_on(passage: Passage, states: Iterable[State]) -> Mapping[Edge, bool]:
    """The edges by which cases of some states may go from there on, and whether it is sure of each.

    No case of those states ever goes by another edge; by one of which it is sure, some case does.
    """
    return _followed(passage, states)[1]


def _followed(
    passage: Passage, states: Iterable[State]
) -> tuple[dict[str, list[State]], dict[Edge, bool]]:
    """All states that come from some, by stage, and the edges gone by, with whether that is sure."""
    order = {name: place for place, name in enumerate(upstream_first(passage.journey.graph))}
    found: dict[str, list[State]] = {name: [] for name in passage.journey.stages}
    gone_by: dict[Edge, bool] = {}
    queue: list[tuple[int, int, State]] = []
    count = 0

    def meet(state: State) -> None:
        nonlocal count
        new = _taken_in(state, found[state.stage])
        if new is not None:
            count += 1
            heappush(queue, (order[new.stage], count, new))

    for state in states:
        meet(state)
    while queue:
        state = heappop(queue)[2]
        if any(one is state for one in found[state.stage]):  # else a wider one took its place
            for crossing in passage.crossings(state):
                for new in _arriving(passage, crossing):
                    gone_by[crossing.edge] = gone_by.get(crossing.edge, False) or not new.doubt
                    meet(new)
    return found, gone_by


def behind(passage: Passage, crossing: Crossing) -> tuple[tuple[Fact, ...], Doubt]:
    """What holds for the cases on an edge when they stand at the door of its target."""
    way = crossing.edge.way
    if isinstance(way, Exit) and not (
        way.readable("resets") and all(field.known for field in way.resets)
    ):
        return (), "unread"
    return settle(crossing.facts, resets(crossing.edge), lambda _: True, passage.facts)


def _births(passage: Passage) -> Iterator[State]:
    journey = passage.journey
    for name in journey.starts:
        start = journey.stages[name].start
        when = start.when if start is not None else None
        facts, doubt = passage.of(when if isinstance(when, Expression) else None)
        if start is not None:
            facts += passage.recorded(one.id for one in start.brings if one.known)
            is_read = start.readable("when", "brings") and all(one.known for one in start.brings)
            doubt = doubt if is_read else "unread"
        yield from _entering(passage, State(name, in_order(facts), doubt))
    if not journey.certain or any(name in journey.uncertain for name in journey.met):
        # A way that cannot be read may lead anywhere, with any values.
        for name in journey.stages:
            yield State(name, (), "unread")


def _arriving(passage: Passage, crossing: Crossing) -> Iterator[State]:
    edge, before = crossing.edge, crossing.state
    facts, doubt = behind(passage, crossing)
    via = edge if edge.target in passage.awaits_answer else None
    origin = None
    if edge.target in passage.asks_for_origin:
        origin = before.origin if edge.source == edge.target else edge.source
    doubt = worse(before.doubt, doubt)
    return _entering(
        passage,
        State(edge.target, facts, doubt, via, origin, (before, edge), before.born or before.stage),
    )


def _entering(passage: Passage, state: State) -> Iterator[State]:
    """A state as it is behind the entry of its stage, when the answers of people are forgotten."""
    stage = passage.journey.stages[state.stage]
    asked, doubt = passage.of(stage.entry)
    doubt = doubt if stage.readable("entry") else "unread"
    facts = in_order((*state.facts, *asked))
    answer = passage.solver.can_hold(facts)
    if answer == "no":
        return
    passing = {name for fact in facts for name in fact.now if not passage.facts.lasts(name)}
    left, more = settle(
        facts, passing, lambda name: passage.wanted.on_arrival(state.stage, name), passage.facts
    )
    limit: Doubt = "limit" if answer == "unknown" else ""
    yield replace(state, facts=left, doubt=worse(worse(state.doubt, doubt), worse(more, limit)))


def _taken_in(state: State, there: list[State]) -> State | None:
    """Take a state in among those of its stage; None where it is covered by what is there."""
    if len(there) >= _MOST_STATES and not any(one.covers(state) for one in there):
        state = _widened(state, there)
    if any(one.covers(state) for one in there):
        return None
    there[:] = [one for one in there if not state.covers(one)]
    there.append(state)
    return state


def _widened(state: State, there: list[State]) -> State:
    """What a state has in common with those that came the same way, of which there are too many."""
    alike = [one for one in there if one.came_like(state)]
    wide = [one for one in alike if one.doubt]
    common = set(state.facts).intersection(*(one.facts for one in wide or alike))
    return replace(state, facts=in_order(common), doubt=worse(state.doubt, "limit"))
