"""Facts whose every condition speaks of one value: what most processes ask, without a solver.

The meaning is that of ``terms``; what is none of this kind has no formula here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import comb
from typing import TypeAlias

from processctl.criteria import (
    And,
    AtLeast,
    Comparator,
    Compare,
    Conditional,
    Has,
    In,
    Literal,
    Name,
    Node,
    Not,
    Or,
)
from processctl.proofs import ranges
from processctl.proofs.domain import Domain
from processctl.proofs.fact import NO, TODAY, YES, Fact
from processctl.proofs.ranges import EITHER, Line, Ranges

Variable: TypeAlias = "tuple[str, str, str | None]"
"""A name, its version, and the option of a list, or None for whether the value is missing."""

_DEEPEST, _LARGEST = 40, 400  # of one fact; what is more goes to the solver
_MIRRORED: Mapping[Comparator, Comparator] = {
    "==": "==",
    "!=": "!=",
    "<": ">",
    "<=": ">=",
    ">": "<",
    ">=": "<=",
}
_TRUTHS = Line(EITHER)
_DAYS = ranges.numbers(None, None, is_whole=True, scale=1)


@dataclass(frozen=True, slots=True, eq=False)
class Is:
    """That a variable is in some ranges."""

    variable: Variable
    ranges: Ranges


@dataclass(frozen=True, slots=True, eq=False)
class All:
    """That all parts hold."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Any:
    """That some part holds."""

    parts: tuple[Formula, ...]


Formula: TypeAlias = Is | All | Any


class _UnsuitableError(Exception):
    """Something that ties values to each other, or is too large."""


class Formulas:
    """Makes formulas, one for each fact."""

    def __init__(self, domains: Mapping[str, Domain], definitions: Mapping[str, Node]) -> None:
        self._domains = domains
        self._definitions = definitions
        self._lines: dict[str, Line] = {}
        self._made: dict[Fact, Formula | None] = {}

    def of(self, fact: Fact) -> Formula | None:
        """The formula of a fact; None where it has none."""
        if fact not in self._made:
            try:
                self._made[fact] = _Reading(self, fact).formula()
            except _UnsuitableError:
                self._made[fact] = None
        return self._made[fact]

    def everything(self, variable: Variable) -> Ranges:
        """What a variable can be at all."""
        return EITHER if variable[2] != "" else self.line(variable[0]).everything

    def line(self, name: str) -> Line:
        """The values that a name can have."""
        found = self._lines.get(name)
        if found is None:
            found = _DAYS if name == TODAY else _line(self.domain(name))
            self._lines[name] = found
            if not found.everything:
                raise _UnsuitableError
        return found

    def domain(self, name: str) -> Domain | None:
        """The domain of a name; None for judgements and segments."""
        return self._domains.get(name)

    def definition(self, name: str) -> Node | None:
        """What a name stands for, if it does."""
        return self._definitions.get(name)


def _line(domain: Domain | None) -> Line:
    if domain is None or domain.type == "boolean":
        return _TRUTHS
    match domain.type:
        case "choice":
            return Line(ranges.points(range(len(domain.options))))
        case "integer" | "date":
            return ranges.numbers(domain.least, domain.most, is_whole=True, scale=1)
        case "money":
            return ranges.numbers(domain.least, domain.most, is_whole=True, scale=100)
        case "decimal":
            return ranges.numbers(domain.least, domain.most, is_whole=False, scale=1)
    raise _UnsuitableError


class _Reading:
    """The reading of one fact."""

    def __init__(self, formulas: Formulas, fact: Fact) -> None:
        self._of = formulas
        self._fact = fact
        self._versions = dict(fact.once)
        self._size = 0

    def formula(self) -> Formula:
        return self._truth(self._fact.node, self._fact.holds, 0)

    def _truth(self, node: Node, holds: bool, depth: int) -> Formula:
        """That a condition holds, or does not."""
        self._size += 1
        if depth > _DEEPEST or self._size > _LARGEST:
            raise _UnsuitableError
        match node:
            case Literal(value=value):
                return _fixed(bool(value) is holds)
            case Not(operand=operand):
                return self._truth(operand, not holds, depth + 1)
            case And(operands=operands) | Or(operands=operands):
                parts = tuple(self._truth(one, holds, depth + 1) for one in operands)
                return All(parts) if isinstance(node, And) is holds else Any(parts)
            case AtLeast(count=count, operands=operands):
                return self._at_least(count, operands, holds, depth)
            case Conditional(test=test, yes=yes, no=no):
                if_so = All(
                    (self._truth(test, True, depth + 1), self._truth(yes, holds, depth + 1))
                )
                if_not = All(
                    (self._truth(test, False, depth + 1), self._truth(no, holds, depth + 1))
                )
                return Any((if_so, if_not))
            case Has(name=Name(id=name)):
                return self._is_there(name, holds)
            case Compare():
                return self._compared(node, holds)
            case In():
                return self._member(node, holds)
            case Name(id=name):
                return self._named(name, holds, depth)
        raise _UnsuitableError

    def _at_least(self, count: int, operands: tuple[Node, ...], holds: bool, depth: int) -> Formula:
        if count <= 0 or count > len(operands):
            return _fixed((count <= 0) is holds)
        parts = tuple(self._truth(one, holds, depth + 1) for one in operands)
        # Not at least so many: too many of them do not hold.
        needed = count if holds else len(operands) - count + 1
        if needed == len(operands):
            return All(parts)
        self._size += comb(len(operands), needed)
        if self._size > _LARGEST:
            raise _UnsuitableError
        return Any(tuple(All(several) for several in combinations(parts, needed)))

    def _named(self, name: str, holds: bool, depth: int) -> Formula:
        version = self._versions.get(name, "")
        definition = self._of.definition(name)
        if definition is not None:
            return self._truth(definition, holds, depth + 1)
        if version in (YES, NO):
            return _fixed((version == YES) is holds)
        domain = self._of.domain(name)
        if name == TODAY or (domain is not None and domain.type != "boolean"):
            raise _UnsuitableError
        return self._known(name, ranges.YES, holds)

    def _compared(self, node: Compare, holds: bool) -> Formula:
        match node.left, node.right:
            case Name(id=name), Literal() as literal:
                comparator = node.operator
            case Literal() as literal, Name(id=name):
                comparator = _MIRRORED[node.operator]
            case _:
                raise _UnsuitableError
        return self._known(name, self._where(name, comparator, literal), holds)

    def _member(self, node: In, holds: bool) -> Formula:
        match node.item, node.options:
            case Literal(value=value), Name(id=name):
                domain = self._of.domain(name)
                if domain is None or domain.type != "list" or not isinstance(value, str):
                    raise _UnsuitableError
                if value not in domain.options:
                    return _fixed(not holds)
                return self._known(name, ranges.YES, holds, value)
            case Name(id=name), tuple(options):
                found = ranges.NOTHING
                for option in options:
                    if not isinstance(option, Literal):
                        raise _UnsuitableError
                    found = ranges.both(found, self._where(name, "==", option))
                return self._known(name, found, holds)
        raise _UnsuitableError

    def _where(self, name: str, comparator: Comparator, literal: Literal) -> Ranges:
        """The values of a field that compare with one written out."""
        domain, value = self._of.domain(name), literal.value
        if name == TODAY and not isinstance(value, bool | str):
            return _DAYS.where(comparator, value)
        if domain is None or self._of.definition(name) is not None:
            raise _UnsuitableError
        line = self._of.line(name)
        match domain.type:
            case "boolean" if isinstance(value, bool) and comparator in ("==", "!="):
                return ranges.points((int(value is (comparator == "==")),))
            case "choice" if value in domain.options and comparator in ("==", "!="):
                place = domain.options.index(str(value))
                return line.where(comparator, place)
            case "date" if isinstance(value, str):
                return line.where(comparator, _day(value))
            case "integer" | "decimal" | "money" if not isinstance(value, bool | str):
                return line.where(comparator, value)
        raise _UnsuitableError

    def _is_there(self, name: str, holds: bool) -> Formula:
        domain = self._of.domain(name)
        if domain is None or self._of.definition(name) is not None:
            raise _UnsuitableError
        if not domain.may_be_missing:
            return _fixed(holds)
        return Is((name, self._versions.get(name, ""), None), ranges.NO if holds else ranges.YES)

    def _known(self, name: str, found: Ranges, holds: bool, option: str = "") -> Formula:
        """That a value is there and in some ranges, or that it is not so."""
        domain = self._of.domain(name)
        variable = name, self._versions.get(name, ""), option
        line = _TRUTHS if option else self._of.line(name)
        value = Is(variable, found if holds else line.others(found))
        if domain is None or not domain.may_be_missing:
            return value
        there = self._is_there(name, holds)
        return All((there, value)) if holds else Any((there, value))


def _fixed(is_true: bool) -> Formula:
    return All(()) if is_true else Any(())


def _day(text: str) -> int:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        raise _UnsuitableError from None
