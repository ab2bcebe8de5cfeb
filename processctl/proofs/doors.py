"""Whether every case that is sent to a stage is one that the stage's entry lets in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from processctl.criteria import And, Node
from processctl.journey import Edge
from processctl.proofs.fact import NO, YES, Fact, in_order
from processctl.proofs.flow import behind
from processctl.proofs.passage import Inside, Passage
from processctl.proofs.state import State, worse
from processctl.proofs.verdict import Refusal

_MOST_ANSWERS = 5


def refusals(passage: Passage, states: Mapping[str, Sequence[State]]) -> Iterator[Refusal | Edge]:
    """One refusal for each edge and part of the entry behind it; an edge where that stays open.

    A judgement in the entry is the answer of the exit just taken, where that asks the same; otherwise
    the receiver's, which is no mistake of the sender.
    """
    for name in passage.journey.stages:
        told: set[tuple[Edge, Node]] = set()
        told_of: set[Edge] = set()
        still_open: dict[Edge, None] = {}
        for state in states[name]:
            for crossing in passage.crossings(state):
                edge = crossing.edge
                entry = passage.journey.stages[edge.target].entry
                if entry is None or entry.tree is None or passage.of(entry)[1]:
                    continue
                facts, doubt = behind(passage, crossing)
                doubt = worse(crossing.state.doubt, doubt)
                for number, part in enumerate(_parts(entry.tree)):
                    if (edge, part) in told:
                        continue
                    refused = _refused(passage, part, facts)
                    together = in_order((*facts, *refused)) if refused is not None else ()
                    answer = passage.solver.can_hold(together) if together else "unknown"
                    if answer == "yes" and not doubt:
                        told.add((edge, part))
                        told_of.add(edge)
                        yield Refusal(edge, part, number, Inside(facts, crossing.state), together)
                    elif answer != "no" and doubt != "unread":
                        still_open[edge] = None
        yield from (edge for edge in still_open if edge not in told_of)


def _parts(entry: Node) -> tuple[Node, ...]:
    return entry.operands if isinstance(entry, And) else (entry,)


def _refused(passage: Passage, part: Node, facts: Sequence[Fact]) -> list[Fact] | None:
    """That a part of an entry fails, whatever the receiver answers."""
    answered = {name for fact in facts for name in fact.now}
    asked = [name for name in passage.facts.judgements(part) if name not in answered]
    if len(asked) > _MOST_ANSWERS:
        return None
    found: list[Fact] = []
    for answers in product((YES, NO), repeat=len(asked)):
        found += passage.facts.of(part, False, dict(zip(asked, answers, strict=True)))
    return list(dict.fromkeys(found))
