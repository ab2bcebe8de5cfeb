"""A case can go round between some stages any number of times.

## What it checks
Where ways lead back to a stage that the case was in before, something ends the circle: `at_most` on one of
these ways, or a deadline (`late`, `idle`, `silent` or an exit that counts days) of one of the stages that
leads out. That a person decides each time is no limit. A circle through a result is none: a customer may buy
again and again. Returns are asked for their limit by 407.

## Why it matters
"Needs more work" is the kindest word in sales. A lead that gets it every month is worked on for years, stands
in every forecast, and nobody has ever had to say no.

## Where
On the first stage of the circle; the exits that it goes round by are shown with it. Of circles that hang
together one is told, the shortest through that stage.

## Bad
```yaml
stages:
  offer:
    start: true
    exits: [{to: customer, when: signs}, {to: revision, when: otherwise}]
  revision: {exits: [{to: offer}]}
  customer: {outcome: won}
criteria: {signs: {judged_by: sales_rep}}
roles: {sales_rep: {}}
```

## Good
```yaml
stages:
  offer:
    start: true
    exits:
      - {to: customer, when: signs}
      - {to: revision, when: otherwise, at_most: 2, then: closed_lost}
  revision: {exits: [{to: offer}]}
  customer: {outcome: won}
  closed_lost: {outcome: lost}
criteria: {signs: {judged_by: sales_rep}}
roles: {sales_rep: {}}
```

## When to disagree
Where something outside the process ends the circle, a law say: name it in an `ignore` on the first stage.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from processctl.journey import Edge, Journey
from processctl.model.exit import Exit, Step
from processctl.rules.pc3_flow.clocks import is_clock, is_unclear
from processctl.rules.rule import Also, Found, Place, Rule, stage_at
from processctl.texts import Listing, say

if TYPE_CHECKING:
    import networkx as nx


def check(journey: Journey) -> Iterator[Found]:
    """Find circles that neither a limit nor a deadline ends."""
    order = {stage: place for place, stage in enumerate(journey.stages)}
    ways = _limitless(journey)
    for members in sorted(
        _endless(journey, ways), key=lambda some: min(order[one] for one in some)
    ):
        first = min(members, key=order.__getitem__)
        circle = _shortest(first, ways, members)
        round_ = tuple(edge.source for edge in circle)
        titles = tuple(journey.stages[stage].title for stage in round_)
        message = (
            say(
                "A case can go round between the stages {stages} any number of times.",
                stages=Listing(titles),
            )
            if len(titles) > 1
            else say(
                'A case can come back to stage "{stage}" any number of times.', stage=titles[0]
            )
        )
        yield Found(
            message,
            stage_at(first),
            hint=say(
                'Limit one of these ways ("at_most", with "then"), or let a deadline lead out of '
                'the circle ("late" with "to").'
            ),
            witness=(*round_, first),
            also=tuple(
                Also(
                    say(
                        'From here it goes to stage "{stage}".',
                        stage=journey.stages[edge.target].title,
                    ),
                    Place(edge.path),
                )
                for edge in circle
            ),
            ids=round_[1:],
            about=tuple(sorted(members, key=order.__getitem__)),
        )


def _limitless(journey: Journey) -> dict[str, list[Edge]]:
    """The ways that a case can take any number of times, by the stage that they lead out of.

    What leads into a result or out of one is left out, and what other rules ask for a limit: returns,
    and exits that are returns and do not say so.
    """
    unmarked = {one.handoff.exit.path for one in journey.unmarked_returns}
    found: dict[str, list[Edge]] = {}
    for edge in journey.edges:
        if not edge.live or edge.returns or edge.path in unmarked or _is_limited(edge):
            continue
        if edge.source not in journey.outcomes and edge.target not in journey.outcomes:
            found.setdefault(edge.source, []).append(edge)
    return found


def _is_limited(edge: Edge) -> bool:
    # What comes "then" comes again each further time.
    if edge.kind == "then" or not isinstance(edge.way, Exit | Step):
        return False
    return not (
        edge.way.lacks("at_most") and edge.way.lacks("then") and edge.way.readable("return")
    )


def _endless(journey: Journey, ways: Mapping[str, Iterable[Edge]]) -> list[frozenset[str]]:
    """Stages that lead to each other by these ways, and whose every deadline leads to them again."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((edge.source, edge.target) for some in ways.values() for edge in some)
    circles = _circles(graph)
    belongs = {stage: number for number, some in enumerate(circles) for stage in some}
    ends: dict[str, list[str]] = {stage: list(_ends(journey, stage)) for stage in belongs}
    # A stage whose deadline leads out ends every circle through it; so does one that leads to it.
    ahead = [
        stage
        for stage, targets in ends.items()
        if any(belongs.get(target) != belongs[stage] for target in targets)
    ]
    led_from: dict[str, list[str]] = {}
    for stage, targets in ends.items():
        for target in targets:
            led_from.setdefault(target, []).append(stage)
    out = set(ahead)
    while ahead:
        for stage in led_from.get(ahead.pop(), ()):
            if stage not in out:
                out.add(stage)
                ahead.append(stage)
    graph.remove_nodes_from(out)
    return [
        members
        for members in _circles(graph)
        if all(target in members for stage in members for target in ends[stage])
        and _is_readable(journey, members)
    ]


def _circles(graph: nx.DiGraph[str]) -> list[frozenset[str]]:
    import networkx as nx

    return [
        frozenset(some)
        for some in nx.strongly_connected_components(graph)
        if len(some) > 1 or any(graph.has_edge(stage, stage) for stage in some)
    ]


def _ends(journey: Journey, stage: str) -> Iterator[str]:
    """Where the deadlines of a stage lead; one of a segment ends nothing for the others."""
    for edge in journey.out[stage]:
        if edge.segment is None and (is_clock(journey, edge) or is_unclear(edge)):
            yield edge.target


def _is_readable(journey: Journey, members: frozenset[str]) -> bool:
    return not members & journey.uncertain and all(
        journey.stages[stage].readable("outcome", "continues") for stage in members
    )


def _shortest(
    first: str, ways: Mapping[str, Iterable[Edge]], members: frozenset[str]
) -> tuple[Edge, ...]:
    """The shortest way from a stage back to itself, among the members."""
    met: dict[str, Edge] = {}
    queue = deque([first])
    while first not in met:
        for edge in ways[queue.popleft()]:
            if edge.target in members and edge.target not in met:
                met[edge.target] = edge
                queue.append(edge.target)
    circle = [met[first]]
    while circle[-1].source != first:
        circle.append(met[circle[-1].source])
    return tuple(reversed(circle))


RULE = Rule("PC305", "endless-loop", "warning", __doc__, check)
