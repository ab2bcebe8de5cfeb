"""Whether a condition rather holds, or rather fails, when a judgement in it is "yes"."""

from __future__ import annotations

from collections.abc import Mapping

from processctl.criteria import And, AtLeast, Name, Node, Not, Or, children


def signs(node: Node, definitions: Mapping[str, Node]) -> dict[str, set[bool]]:
    """For each name that a condition comes down to in which directions it matters.

    ``{True}``: a "yes" can only help the condition to hold; ``{False}``: it can only hinder it; both
    where it may do either. Every definition is gone through twice at most.
    """
    found: dict[str, set[bool]] = {}
    ahead: list[tuple[Node, frozenset[bool]]] = [(node, frozenset((True,)))]
    seen: set[tuple[str, frozenset[bool]]] = set()
    while ahead:
        here, directions = ahead.pop()
        match here:
            case Name(id=name) if name in definitions:
                if (name, directions) not in seen:
                    seen.add((name, directions))
                    ahead.append((definitions[name], directions))
            case Name(id=name):
                found.setdefault(name, set()).update(directions)
            case Not(operand=operand):
                ahead.append((operand, frozenset(not one for one in directions)))
            case And() | Or() | AtLeast():
                ahead += [(part, directions) for part in here.operands]
            case _:
                ahead += [(part, frozenset((True, False))) for part in children(here)]
    return found
