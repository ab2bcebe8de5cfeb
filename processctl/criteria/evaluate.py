"""What a condition comes to for one case, exactly.

Conditions and values have to be of the types that ``check`` asks for; then nothing can fail. A
comparison with a missing value does not hold, nor do its ``!=`` and ``in``; arithmetic with one is
missing; a missing yes or no counts as no; ``has`` asks whether there is a value.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, Final, Literal, TypeAlias

from processctl.criteria import nodes
from processctl.criteria.agree import day
from processctl.criteria.nodes import (
    And,
    Arithmetic,
    AtLeast,
    Compare,
    Conditional,
    DaysSince,
    DaysUntil,
    Has,
    In,
    Name,
    Negate,
    Node,
    Not,
    Or,
)
from processctl.criteria.walk import fold, names


class Missing(Enum):
    """The one value of what has none."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING
Value: TypeAlias = "bool | int | Fraction | str | date | frozenset[str]"
"""Of a boolean; of numbers; of a text or a choice; of a date; of a list."""
_Found: TypeAlias = "Value | Literal[Missing.MISSING]"

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_COUNT: Mapping[str, Callable[[int | Fraction, int | Fraction], int | Fraction]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
}
# Fields that are computed from each other, each many times the one before, make numbers that
# no machine holds. Past so many bits (40,000 digits) a number counts as missing.
_LARGEST = 1 << 17


def evaluate(
    node: Node,
    values: Mapping[str, Value],
    definitions: Mapping[str, Node],
    today: date | None,
    conditions: Collection[str] = (),
) -> _Found:
    """As ``Evaluation(values, definitions, today, conditions).of(node)``."""
    return Evaluation(values, definitions, today, conditions).of(node)


class Evaluation:
    """What conditions come to for one case on one day; every definition is followed once.

    ``values`` are those of fields and judgements, by id; a value that is given is not computed. What
    is in neither ``values`` nor ``definitions`` is missing, and so is what needs itself. Those
    definitions that are ``conditions`` (criteria and segments) never are: they do not hold instead.
    Without a day (``today`` is None) day counts are missing. ``steps`` counts the parts that were
    looked at so far, ``asked`` has the names among them, in order.
    """

    def __init__(
        self,
        values: Mapping[str, Value],
        definitions: Mapping[str, Node],
        today: date | None,
        conditions: Collection[str] = (),
    ) -> None:
        self.steps = 0
        self.asked: dict[str, None] = {}
        self._known: dict[str, _Found] = dict(values)
        self._definitions = definitions
        self._today = today
        self._conditions = conditions

    def of(self, node: Node) -> _Found:
        """The value of a condition, in time linear in its size and in what it is the first to ask."""
        self._follow([name.id for name in names(node)])
        return fold(node, self._part)

    def value(self, name: str) -> _Found:
        """The value that a name stands for."""
        self._follow([name])
        return self._known.get(name, MISSING)

    def _follow(self, ahead: list[str]) -> None:
        """Find out what the names stand for, with a stack of our own: chains may be long."""
        opened: set[str] = set()
        while ahead:
            name = ahead[-1]
            tree = self._definitions.get(name)
            if tree is None or name in self._known:
                ahead.pop()
            elif name in opened:
                self._known[ahead.pop()] = self._defined(name, tree)
            else:
                opened.add(name)
                needed = (word.id for word in names(tree))
                ahead += [one for one in needed if one not in self._known and one not in opened]

    def _defined(self, name: str, tree: Node) -> _Found:
        found = fold(tree, self._part)
        return False if found is MISSING and name in self._conditions else found

    def _part(self, node: Node, parts: list[_Found]) -> _Found:
        self.steps += 1
        match node:
            case nodes.Literal(value=value):
                return value
            case Name(id=name):
                self.asked[name] = None
                return self._known.get(name, MISSING)
            case Not():
                return parts[0] is not True
            case And():
                return all(part is True for part in parts)
            case Or():
                return any(part is True for part in parts)
            case AtLeast(count=count):
                return sum(part is True for part in parts) >= count
            case Compare(operator=sign):
                return _compare(sign, parts[0], parts[1])
            case In(options=tuple()):
                return any(_compare("==", parts[0], option) for option in parts[1:])
            case In():
                item, several = parts
                return isinstance(several, frozenset) and item in several
            case Arithmetic(operators=signs):
                return _counted(signs, parts)
            case Negate():
                return _counted(("-",), [0, *parts])
            case Conditional():
                test, yes, no = parts
                return yes if test is True else no
            case Has():
                return parts[0] is not MISSING
            case DaysSince() | DaysUntil():
                return self._days(node, parts[0])

    def _days(self, node: DaysSince | DaysUntil, when: _Found) -> _Found:
        if not isinstance(when, date) or self._today is None:
            return MISSING
        days = (self._today - when).days
        return days if isinstance(node, DaysSince) else -days


def _compare(sign: str, left: _Found, right: _Found) -> bool:
    if left is MISSING or right is MISSING:
        return False
    if isinstance(left, date):
        return _COMPARE[sign](left, _as_day(right))
    if isinstance(right, date):
        return _COMPARE[sign](_as_day(left), right)
    return _COMPARE[sign](left, right)


def _as_day(value: Value) -> Value | None:
    """A day written out beside a date is one too."""
    return day(value) if isinstance(value, str) else value


def _counted(signs: tuple[str, ...], parts: list[_Found]) -> _Found:
    numbers = [part for part in parts if isinstance(part, int | Fraction)]
    if len(numbers) < len(parts):
        return MISSING
    total = numbers[0]
    for sign, number in zip(signs, numbers[1:], strict=True):
        total = _COUNT[sign](total, number)
        if _size(total) > _LARGEST:
            return MISSING
    return total


def _size(number: int | Fraction) -> int:
    return max(number.numerator.bit_length(), number.denominator.bit_length())
