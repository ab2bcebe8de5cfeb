"""Conditions as terms of the solver: the meaning of the language's expressions.

Numbers are exact: integers without bound, decimals as fractions. Every comparison with a value
that may be missing asks first whether it is there, and is false where it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import z3

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
    Name,
    Negate,
    Node,
    Not,
    Or,
    children,
    names,
)
from processctl.criteria import Literal as Written
from processctl.proofs.fact import TODAY, Fact
from processctl.proofs.groups import values_of
from processctl.proofs.variables import Term, Variables, number

_DEEPEST = 300  # definitions that name each other: the solver's time grows with their square


class TooDeepError(Exception):
    """Too many definitions rest on each other."""


@dataclass(frozen=True, slots=True)
class _Value:
    """A value and when it is missing (None: never)."""

    term: Term
    missing: Term | None = None


class Terms:
    """Makes terms; those of definitions and facts once each."""

    def __init__(self, variables: Variables, definitions: Mapping[str, Node]) -> None:
        self._variables = variables
        self._definitions = definitions
        self._defined: dict[str, _Value] = {}
        self._depths: dict[str, int] = {}
        self._dates: set[str] = set()  # computed fields that are dates
        self._facts: dict[Fact, Term] = {}

    def fact(self, fact: Fact) -> Term:
        """The formula of a fact, and what the values that it speaks of can be at all."""
        found = self._facts.get(fact)
        if found is None:
            self._define(fact.node)
            found = self._truth(fact.node)
            pairs = [
                pair
                for name, made in fact.once
                for pair in self._variables.replacements(name, made)
            ]
            if pairs:
                found = z3.substitute(found, *pairs)
            bounds = [one for value in values_of(fact) for one in self._variables.bounds(*value)]
            found = z3.And(found if fact.holds else z3.Not(found), *bounds)
            self._facts[fact] = found
        return found

    def _define(self, node: Node) -> None:
        """Make the terms of the definitions that a condition needs, the inmost first."""
        ahead: list[tuple[str, bool]] = [(name, False) for name in self._undefined(node)]
        begun: set[str] = set()
        while ahead:
            name, is_ready = ahead.pop()
            if name in self._defined:
                continue
            tree = self._definitions[name]
            if is_ready:
                below = (self._depths.get(word.id, 0) for word in names(tree))
                self._depths[name] = 1 + max(below, default=0)
                if self._depths[name] > _DEEPEST:
                    raise TooDeepError
                is_date = self._is_date(tree)
                if is_date:
                    self._dates.add(name)
                self._defined[name] = self._value(tree, is_date)
            elif name not in begun:
                begun.add(name)
                ahead.append((name, True))
                ahead += [(other, False) for other in self._undefined(tree)]

    def _undefined(self, node: Node) -> list[str]:
        found, ahead = [], [node]
        while ahead:
            here = ahead.pop()
            if isinstance(here, Name):
                if here.id in self._definitions and here.id not in self._defined:
                    found.append(here.id)
            else:
                ahead += children(here)
        return found

    # Truth values

    def _truth(self, node: Node) -> Term:
        match node:
            case Written(value=held):
                return z3.BoolVal(bool(held))
            case Not(operand=operand):
                return z3.Not(self._truth(operand))
            case And(operands=operands):
                return z3.And(*map(self._truth, operands))
            case Or(operands=operands):
                return z3.Or(*map(self._truth, operands))
            case AtLeast(count=count, operands=operands):
                return self._at_least(count, operands)
            case Has(name=name):
                value = self._value(name)
                return z3.BoolVal(True) if value.missing is None else z3.Not(value.missing)
            case Compare():
                return self._comparison(node)
            case In():
                return self._membership(node)
            case _:
                value = self._value(node)
                return _known(value.term, value.missing)

    def _at_least(self, count: int, operands: tuple[Node, ...]) -> Term:
        if count <= 0 or count > len(operands):
            return z3.BoolVal(count <= 0)
        return z3.AtLeast(*map(self._truth, operands), count)

    def _comparison(self, node: Compare) -> Term:
        as_date = self._is_date(node.left) or self._is_date(node.right)
        left, right = self._value(node.left, as_date), self._value(node.right, as_date)
        return _known(_COMPARED[node.operator](left.term, right.term), left.missing, right.missing)

    def _membership(self, node: In) -> Term:
        if isinstance(node.options, Name):
            return self._is_in_list(self._value(node.item), node.options.id)
        as_date = self._is_date(node.item)
        item = self._value(node.item, as_date)
        found = []
        for option in node.options:
            value = self._value(option, as_date)
            found.append(_known(item.term == value.term, value.missing))
        return _known(z3.Or(*found), item.missing)

    def _is_in_list(self, item: _Value, name: str) -> Term:
        found = [
            z3.And(
                item.term == self._variables.word(option), self._variables.value(name, "", option)
            )
            for option in self._variables.options(name)
        ]
        return _known(z3.Or(*found), item.missing, self._variables.missing(name))

    # Values

    def _value(self, node: Node, as_date: bool = False) -> _Value:
        match node:
            case Written(value=held, kind="text"):
                day = _day(str(held)) if as_date else None
                return _Value(z3.IntVal(self._variables.word(str(held)) if day is None else day))
            case Written(value=held, kind="boolean"):
                return _Value(z3.BoolVal(bool(held)))
            case Written(value=held):
                return _Value(number(Fraction(held)))
            case Name(id=name):
                return self._named(name)
            case DaysSince(name=name):
                then = self._value(name)
                return _Value(self._variables.value(TODAY) - then.term, then.missing)
            case DaysUntil(name=name):
                then = self._value(name)
                return _Value(then.term - self._variables.value(TODAY), then.missing)
            case Negate(operand=operand):
                value = self._value(operand)
                return _Value(-value.term, value.missing)
            case Arithmetic():
                return self._arithmetic(node)
            case Conditional(test=test, yes=yes, no=no):
                return self._conditional(
                    self._truth(test), self._value(yes, as_date), self._value(no, as_date)
                )
            case _:
                return _Value(self._truth(node))

    def _named(self, name: str) -> _Value:
        if name in self._definitions:
            return self._defined[name]
        term = self._variables.value(name)
        if self._variables.is_money(name):
            term = z3.ToReal(term) / 100
        return _Value(term, self._variables.missing(name))

    def _arithmetic(self, node: Arithmetic) -> _Value:
        values = [self._value(operand) for operand in node.operands]
        term = values[0].term
        for sign, value in zip(node.operators, values[1:], strict=True):
            term = _CALCULATED[sign](term, value.term)
        return _Value(term, _any(value.missing for value in values))

    def _conditional(self, test: Term, yes: _Value, no: _Value) -> _Value:
        term = z3.If(test, yes.term, no.term)
        if yes.missing is None and no.missing is None:
            return _Value(term)
        never = z3.BoolVal(False)
        return _Value(term, z3.If(test, _or(yes.missing, never), _or(no.missing, never)))

    def _is_date(self, node: Node) -> bool:
        """Whether something stands for a date, so that a text beside it is one too."""
        if isinstance(node, Conditional):
            return self._is_date(node.yes) or self._is_date(node.no)
        if not isinstance(node, Name):
            return False
        return node.id in self._dates or self._variables.is_date(node.id)


def _known(term: Term, *missing: Term | None) -> Term:
    """That something holds of values that are all there."""
    gone = _any(missing)
    return term if gone is None else z3.And(z3.Not(gone), term)


def _any(missing: Iterable[Term | None]) -> Term | None:
    several = [one for one in missing if one is not None]
    if not several:
        return None
    return several[0] if len(several) == 1 else z3.Or(*several)


def _or(term: Term | None, otherwise: Term) -> Term:
    return otherwise if term is None else term


def _day(text: str) -> int | None:
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


_COMPARED: dict[str, Callable[[Term, Term], Term]] = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}
_CALCULATED: dict[str, Callable[[Term, Term], Term]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
}
