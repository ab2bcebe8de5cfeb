"""What a condition comes to for one case, and the cases for which it holds.

Written from the description of the language alone. A comparison with a missing value is false,
whatever its sign; arithmetic with one is missing; and what is missing does not hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from operator import eq, ge, gt, le, lt, ne

from processctl.criteria import (
    And,
    Arithmetic,
    AtLeast,
    Compare,
    Conditional,
    DaysSince,
    DaysUntil,
    Has,
    In,
    Literal,
    Name,
    Negate,
    Node,
    Not,
    Or,
    walk,
)
from tests.proofs.brute_universe import Cases, Universe, Value

TODAY = "(today)"
_COMPARED = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


class Trees:
    """Evaluates conditions; ``definitions`` are criteria, segments and computed fields."""

    def __init__(self, definitions: Mapping[str, Node]) -> None:
        self._definitions = definitions

    def value(self, node: Node, case: Mapping[str, Value]) -> Value:
        """What a condition, or a part of one, comes to for a case."""
        match node:
            case Literal(value=bool() | str() as written):
                return written
            case Literal(value=number):
                return Fraction(number)
            case Name(id=name):
                tree = self._definitions.get(name)
                return case[name] if tree is None else self.value(tree, case)
            case Conditional(test=test, yes=yes, no=no):
                return self.value(yes if self.holds(test, case) else no, case)
            case DaysSince(name=name) | DaysUntil(name=name):
                days = _days(case[TODAY], self.value(name, case))
                return days if days is None or isinstance(node, DaysSince) else -days
            case Negate(operand=operand):
                inner = self.value(operand, case)
                return -inner if isinstance(inner, Fraction) else None
            case Arithmetic():
                return self._sum(node, case)
            case _:
                return self._truth(node, case)

    def holds(self, node: Node, case: Mapping[str, Value]) -> bool:
        """Whether a condition holds for a case."""
        return self.value(node, case) is True

    def _truth(self, node: Node, case: Mapping[str, Value]) -> bool:
        match node:
            case Not(operand=operand):
                return not self.holds(operand, case)
            case And(operands=operands):
                return all(self.holds(one, case) for one in operands)
            case Or(operands=operands):
                return any(self.holds(one, case) for one in operands)
            case AtLeast(count=count, operands=operands):
                return sum(self.holds(one, case) for one in operands) >= count
            case Has(name=name):
                return self.value(name, case) is not None
            case Compare(operator=sign, left=left, right=right):
                return _compare(sign, self.value(left, case), self.value(right, case))
            case In(item=item, options=Name() as name):
                held = self.value(name, case)
                return isinstance(held, frozenset) and self.value(item, case) in held
            case In(item=item, options=tuple(options)):
                found = self.value(item, case)
                return any(_compare("==", found, self.value(one, case)) for one in options)
            case _:
                raise AssertionError(node)

    def _sum(self, node: Arithmetic, case: Mapping[str, Value]) -> Value:
        total = None
        for sign, operand in zip(("+", *node.operators), node.operands, strict=True):
            value = self.value(operand, case)
            if not isinstance(value, Fraction):
                return None
            if total is None:
                total = value
            else:
                total = {"+": total + value, "-": total - value, "*": total * value}[sign]
        return total

    def reads(self, node: Node) -> tuple[str, ...]:
        """The names that a condition comes down to, sorted; today's date among them."""
        found, ahead, opened = set(), [node], set()
        while ahead:
            for part in walk(ahead.pop()):
                if isinstance(part, DaysSince | DaysUntil):
                    found.add(TODAY)
                if not isinstance(part, Name):
                    continue
                if part.id not in self._definitions:
                    found.add(part.id)
                elif part.id not in opened:
                    opened.add(part.id)
                    ahead.append(self._definitions[part.id])
        return tuple(sorted(found))

    def cases(self, universe: Universe, node: Node) -> Cases:
        """All cases for which a condition holds. Only what ties values together is tried out."""
        match node:
            case Not(operand=operand):
                return universe.all & ~self.cases(universe, operand)
            case And(operands=operands):
                found = universe.all
                for one in operands:
                    found &= self.cases(universe, one)
                return found
            case Or(operands=operands):
                found = 0
                for one in operands:
                    found |= self.cases(universe, one)
                return found
            case Name(id=name) if name in self._definitions:
                return self.cases(universe, self._definitions[name])
            case _:
                return universe.with_any(self.reads(node), lambda case: self.holds(node, case))


def _days(today: Value, then: Value) -> Fraction | None:
    if not isinstance(today, date) or not isinstance(then, date):
        return None
    return Fraction((today - then).days)


def _compare(sign: str, left: Value, right: Value) -> bool:
    if left is None or right is None:
        return False
    if isinstance(left, date) != isinstance(right, date):  # a date is written as a text
        left, right = _as_date(left), _as_date(right)
    return bool(_COMPARED[sign](left, right))


def _as_date(value: Value) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))
