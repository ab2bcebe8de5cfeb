"""A condition in words, by the names of what it asks about, for who reads no expressions."""

from __future__ import annotations

import typing
from fractions import Fraction

from processctl.criteria import (
    And,
    Arithmetic,
    AtLeast,
    Comparator,
    Compare,
    DaysSince,
    DaysUntil,
    Has,
    In,
    Literal,
    Name,
    Node,
    Not,
    Or,
    unparse,
)
from processctl.journey.negation import contrary
from processctl.journey.value_words import amount_in_words, option_in_words
from processctl.model.customer_data import Field
from processctl.model.model import Model
from processctl.texts import Argument, Listing, Message, Quantity, Text, say


def expression_in_words(model: Model, node: Node) -> Argument:
    """The condition as a sentence part: '"Employees" is at least 20 and "Industry" is Energy or Food'.

    What has no plain words is told as it is written.
    """
    match node:
        case Name():
            return _named(model, node)
        case Not(operand=operand):
            told = contrary(model, operand)
            if isinstance(told, Not):
                return _not(model, told.operand)
            return expression_in_words(model, told)
        case And(operands=operands):
            return _listed(model, operands, "and")
        case Or(operands=(Compare(left=Name(id=one)) as told, Not(operand=Has(name=Name(id=other))))) if one == other:  # fmt: skip
            return say("{condition} or is not known", condition=_part(model, told))
        case Or(operands=operands):
            return _listed(model, operands, "or")
        case AtLeast(count=count, operands=operands):
            listed = _listed(model, operands, "and")
            return say("at least {count} of these: {conditions}", count=count, conditions=listed)
        case Has(name=name):
            return say('"{name}" is known', name=_title(model, name))
        case In():
            return _in(model, node)
        case Compare():
            return _compare(model, node)
        case Arithmetic():
            return _sum(model, node)
    return unparse(node)


def _not(model: Model, node: Node) -> Argument:
    """The contrary of a condition."""
    match node:
        case Has(name=name):
            return say('"{name}" is not known', name=_title(model, name))
        case Or(operands=operands):
            return say("none of these: {conditions}", conditions=_listed(model, operands, "and"))
        case And(operands=operands):
            return say("not all of these: {conditions}", conditions=_listed(model, operands, "and"))
        case AtLeast(count=count, operands=operands):
            listed = _listed(model, operands, "and")
            return say("fewer than {count} of these: {conditions}", count=count, conditions=listed)
        case In(options=Name() as several):
            value = _value(model, model.fields.get(several.id), node.item)
            if value is not None:
                title = _title(model, several)
                return say('"{name}" does not have {value}', name=title, value=value)
        case In(item=Name() as one):
            values = _values(model, node)
            if values is not None:
                return say("{what} is not {value}", what=_named(model, one), value=values)
    return say("not {condition}", condition=_part(model, node))


def _named(model: Model, name: Name) -> Message:
    return say('"{name}"', name=_title(model, name))


def _listed(model: Model, operands: tuple[Node, ...], word: typing.Literal["and", "or"]) -> Listing:
    return Listing(tuple(_part(model, one) for one in operands), word, quoted=False)


def _sum(model: Model, node: Arithmetic) -> Argument:
    """Sums and products, by the names of what is counted."""
    told = _operand(model, node.operands[0])
    for sign, operand in zip(node.operators, node.operands[1:], strict=True):
        right = _operand(model, operand)
        match sign:
            case "+":
                told = say("{left} + {right}", left=told, right=right)
            case "-":
                told = say("{left} - {right}", left=told, right=right)
            case "*":
                told = say("{left} * {right}", left=told, right=right)
    return told


def _operand(model: Model, node: Node) -> Argument:
    said = expression_in_words(model, node)
    return say("({condition})", condition=said) if isinstance(node, Arithmetic) else said


def _part(model: Model, node: Node) -> Argument:
    """A part of a condition; one that has parts itself stands in parentheses."""
    said = expression_in_words(model, node)
    if isinstance(node, Not):
        node = contrary(model, node.operand)
        node = node.operand if isinstance(node, Not) else node
    several = isinstance(node, In) and isinstance(node.options, tuple) and len(node.options) > 1
    if several or isinstance(node, And | Or | AtLeast):
        return say("({condition})", condition=said)
    return said


def _title(model: Model, name: Name) -> Text | str:
    for section in (model.criteria, model.segments, model.fields):
        element = section.get(name.id)
        if element is not None:
            return element.title
    return name.id


def _in(model: Model, node: In) -> Argument:
    if isinstance(node.options, Name):
        value = _value(model, model.fields.get(node.options.id), node.item)
        if value is not None:
            return say('"{name}" has {value}', name=_title(model, node.options), value=value)
    elif isinstance(node.item, Name):
        values = _values(model, node)
        if values is not None:
            return say('"{name}" is {value}', name=_title(model, node.item), value=values)
    return unparse(node)


def _values(model: Model, node: In) -> Listing | None:
    """The values that something may be one of; None where they are not all written out."""
    if not isinstance(node.item, Name) or isinstance(node.options, Name):
        return None
    field = model.fields.get(node.item.id)
    values = [_value(model, field, one) for one in node.options]
    known = tuple(value for value in values if value is not None)
    return Listing(known, "or", quoted=False) if known and len(known) == len(values) else None


def _compare(model: Model, node: Compare) -> Argument:
    """A comparison with a value; written the other way round it is turned."""
    left, sign, right = node.left, node.operator, node.right
    if isinstance(left, Literal):
        left, sign, right = right, _TURNED[sign], left
    if isinstance(left, DaysSince | DaysUntil) and isinstance(right, Literal):
        return _days(model, left, sign, right) or unparse(node)
    if isinstance(left, Arithmetic) and isinstance(right, Literal):
        return _said(sign, _sum(model, left), unparse(right))
    if not isinstance(left, Name):
        return unparse(node)
    name = _named(model, left)
    if isinstance(right, Name):
        return _said(sign, name, _named(model, right))
    value = _value(model, model.fields.get(left.id), right)
    return _said(sign, name, value) if value is not None else unparse(node)


def _said(sign: Comparator, what: Argument, value: Argument) -> Message:
    match sign:
        case "==":
            return say("{what} is {value}", what=what, value=value)
        case "!=":
            return say("{what} is not {value}", what=what, value=value)
        case "<":
            return say("{what} is less than {value}", what=what, value=value)
        case "<=":
            return say("{what} is at most {value}", what=what, value=value)
        case ">":
            return say("{what} is more than {value}", what=what, value=value)
        case ">=":
            return say("{what} is at least {value}", what=what, value=value)


def _days(
    model: Model, node: DaysSince | DaysUntil, sign: Comparator, limit: Literal
) -> Message | None:
    """How many days it is from or to a date; None where that is no whole number."""
    if not isinstance(limit.value, int) or isinstance(limit.value, bool):
        return None
    name, count = _title(model, node.name), limit.value
    if isinstance(node, DaysUntil) and (sign, count) == ("<", 0):
        return say('"{name}" has passed', name=name)
    if isinstance(node, DaysUntil) and (sign, count) == ("<=", 0):
        return say('"{name}" has come', name=name)
    if isinstance(node, DaysUntil) and (sign, count) == (">=", 0):
        return say('"{name}" has not passed', name=name)
    if isinstance(node, DaysUntil) and (sign, count) == (">", 0):
        return say('"{name}" has not come', name=name)
    days = Quantity("{count} day", "{count} days", count)
    since = isinstance(node, DaysSince)
    match sign:
        case "==":
            length: Message | Quantity = days
        case "!=":
            length = say("not {days}", days=days)
        case "<":
            length = say("less than {days}", days=days)
        case "<=":
            length = say("at most {days}", days=days)
        case ">":
            length = say("more than {days}", days=days)
        case ">=":
            length = say("at least {days}", days=days)
    if since:
        return say('{length} since "{name}"', length=length, name=name)
    return say('{length} until "{name}"', length=length, name=name)


def _value(model: Model, field: Field | None, node: Node) -> Argument | None:
    """A value that is written out; None for anything else."""
    if not isinstance(node, Literal):
        return None
    match node.value:
        case bool() as value:
            return say("yes") if value else say("no")
        case str() as value:
            return option_in_words(field, value) if field is not None else value
        case Fraction() | int() as value:
            return amount_in_words(model, field, value) if field is not None else unparse(node)


_TURNED: dict[Comparator, Comparator] = {
    "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=",
}  # fmt: skip
