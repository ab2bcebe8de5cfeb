"""What the contrary of a condition says, as people would put it: "at least 1 000", and not "not less than 1 000".

A comparison with a missing value does not hold, so its contrary does: where a value may be missing, the
contrary says so as well.
"""

from __future__ import annotations

from dataclasses import replace

from processctl.criteria import (
    NOWHERE,
    And,
    AtLeast,
    Comparator,
    Compare,
    Has,
    Name,
    Node,
    Not,
    Or,
)
from processctl.criteria.walk import names
from processctl.model.model import Model


def contrary(model: Model, node: Node) -> Node:
    """The same as ``not`` of a condition, said without it where there are words for that."""
    match node:
        case Not(operand=operand):
            return operand
        case Compare(operator=sign):
            turned = replace(node, operator=_CONTRARY[sign])
            missing = [name for name in _names(node) if name in model.may_be_missing]
            gone = (Not(NOWHERE, Has(NOWHERE, Name(NOWHERE, name))) for name in missing)
            return Or(NOWHERE, (turned, *gone)) if missing else turned
        case And(operands=operands) if not _are_names(operands):
            return Or(NOWHERE, tuple(contrary(model, one) for one in operands))
        case Or(operands=operands) if not _are_names(operands):
            return And(NOWHERE, tuple(contrary(model, one) for one in operands))
        case AtLeast(count=1, operands=operands):
            return Not(NOWHERE, Or(NOWHERE, operands))
    return Not(NOWHERE, node)


def _names(node: Node) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.id for name in names(node)))


def _are_names(operands: tuple[Node, ...]) -> bool:
    """Whether all have names of their own, of which one says "none" or "not all"."""
    return all(isinstance(one, Name) for one in operands)


_CONTRARY: dict[Comparator, Comparator] = {
    "==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<",
}  # fmt: skip
