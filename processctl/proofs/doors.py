"""Whether every case that is sent to a stage is one that the stage's entry lets in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from processctl.criteria import And, Node
from processctl.journey import Edge
from processctl.proofs.fact import Fact, in_order
from processctl.proofs.flow import behind
from processctl.proofs.passage import Crossing, Inside, Passage
from processctl.proofs.state import worse
from processctl.proofs.verdict import OpenDoor, Refusal


def refusals(passage: Passage, crossings: Iterable[Crossing]) -> Iterator[Refusal | OpenDoor]:
    """One refusal for each edge and part of the entry behind it; or that it stays open.

    A judgement in the entry is the answer of the exit just taken, where that asks the same; otherwise
    the receiver's, which is no mistake of the sender.
    """
    told: dict[Edge, set[Node]] = {}
    still_open: dict[Edge, Literal["limit", "unread"]] = {}
    for crossing in crossings:
        edge = crossing.edge
        entry = passage.journey.stages[edge.target].entry
        if entry is None:
            continue
        if entry.tree is None or passage.of(entry)[1]:
            still_open[edge] = "unread"
            continue
        facts, doubt = behind(passage, crossing)
        doubt = worse(crossing.state.doubt, doubt)
        for number, part in enumerate(_parts(entry.tree)):
            if part in told.get(edge, ()):
                continue
            refused = _refused(passage, part, facts)
            together = in_order((*facts, *refused)) if refused is not None else ()
            answer = passage.solver.can_hold(together) if together else "unknown"
            if answer == "yes" and not doubt:
                told.setdefault(edge, set()).add(part)
                yield Refusal(edge, part, number, Inside(facts, crossing.state), together)
            elif answer != "no":
                unread = doubt == "unread" or still_open.get(edge) == "unread"
                still_open[edge] = "unread" if unread else "limit"
    yield from (OpenDoor(edge, why) for edge, why in still_open.items() if edge not in told)


def _parts(entry: Node) -> tuple[Node, ...]:
    return entry.operands if isinstance(entry, And) else (entry,)


def _refused(passage: Passage, part: Node, facts: Sequence[Fact]) -> list[Fact] | None:
    """That a part of an entry fails, whatever the receiver answers."""
    answered = {name for fact in facts for name in fact.now}
    return passage.facts.whatever_is_judged(part, False, answered)
