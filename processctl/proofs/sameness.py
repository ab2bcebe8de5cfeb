"""Conditions that say the same, and parts of conditions that say nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processctl.criteria import And, Has, Name, Node, Not, Or, walk
from processctl.proofs.passage import Passage

_MOST_COMPARED = 400  # pairs of criteria of one process
_MOST_OPERANDS = 40  # of one "and" or "or" that are looked at one by one


def same_tests(passage: Passage, tests: Mapping[str, Node]) -> Iterator[tuple[str, str]]:
    """Pairs of criteria, the earlier first, whose tests hold for the same cases.

    A criterion that is only a name for another one is none of a pair. Those that read the same are
    compared, each with the first of its kind.
    """
    firsts: dict[frozenset[str], list[str]] = {}
    compared = 0
    for name, test in tests.items():
        if isinstance(_bare(test), Name):
            continue
        alike = firsts.setdefault(passage.facts.reads(test), [])
        for earlier in alike:
            compared += 1
            if compared > _MOST_COMPARED:
                return
            if _mean_the_same(passage, tests[earlier], test):
                yield earlier, name
                break
        else:
            alike.append(name)


def idle_parts(passage: Passage, condition: Node) -> Iterator[Node]:
    """The operands of "and" and "or" without which a condition would hold for the same cases.

    Of two that say the same the later one is idle. What is true of every value that a field can have
    is not counted: "75 to 100" is how people write a band. Nor is ``has``: beside a comparison it says
    that a case without the value was thought of.
    """
    for node in walk(condition):
        if isinstance(node, And | Or) and len(node.operands) <= _MOST_OPERANDS:
            yield from _idle(passage, node)


def _idle(passage: Passage, node: And | Or) -> Iterator[Node]:
    holds = isinstance(node, And)
    left = list(node.operands)
    for operand in reversed(node.operands):
        if isinstance(operand, Has):
            continue
        others = [one for one in left if one is not operand]
        if not others:
            return
        facts = [fact for one in others for fact in passage.facts.of(one, holds)]
        if passage.solver.can_hold(facts) != "yes":
            return  # the others contradict each other: something else is wrong
        otherwise = passage.facts.of(operand, not holds)
        if passage.solver.can_hold((*facts, *otherwise)) == "no":
            left = others
            if passage.solver.can_hold(otherwise) == "yes":  # else it spells out a field's limits
                yield operand


def _mean_the_same(passage: Passage, one: Node, other: Node) -> bool:
    of, can_hold = passage.facts.of, passage.solver.can_hold
    return (
        can_hold((*of(one, True), *of(other, False))) == "no"
        and can_hold((*of(one, False), *of(other, True))) == "no"
    )


def _bare(node: Node) -> Node:
    while isinstance(node, Not):
        node = node.operand
    return node
