"""Laws of values: what is computed is what another, simpler way of computing gives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from hypothesis import given

from processctl.criteria import (
    MISSING,
    And,
    Arithmetic,
    AtLeast,
    Compare,
    Conditional,
    DaysSince,
    DaysUntil,
    Has,
    In,
    Limits,
    Literal,
    Name,
    Negate,
    Node,
    Not,
    Or,
    Parser,
    Problem,
    Value,
    evaluate,
    mismatches,
    unparse,
)
from tests.criteria.typed_trees import CASES, CONDITION, CONDITIONS, NAMES, NUMBER, TODAY

PARSER = Parser(Limits(characters=1_000_000, depth=1_000))


def parsed(text: str) -> Node:
    result = PARSER.parse(text)
    assert not isinstance(result, Problem), result
    return result


DEFINITIONS = {
    "ready": parsed("asked and doubled > 20"),
    "large": parsed("agreed"),
    "doubled": parsed("score + score"),
    "agreed": parsed("trade == 'other' ? asked : consent"),
}

# The reference: Python's own text of a condition, where None is missing and days are texts.
HELPERS: dict[str, Any] = {
    "F": Fraction,
    "both": lambda left, right, ask: left is not None and right is not None and ask(left, right),
    "all_of": lambda ask, *parts: None if any(one is None for one in parts) else ask(*parts),
    "days": lambda text: (TODAY - date.fromisoformat(text)).days,
}


def python(node: Node) -> str:
    match node:
        case Literal(value=Fraction() as value):
            return f"F({value.numerator}, {value.denominator})"
        case Literal(value=value):
            return repr(value)
        case Name(id=name):
            if name in DEFINITIONS:
                inner = python(DEFINITIONS[name])
                return f"(bool({inner}))" if name in CONDITIONS else f"({inner})"
            return f"case.get({name!r})"
        case Not(operand=operand):
            return f"(not {python(operand)})"
        case And(operands=operands):
            return f"(bool({' and '.join(map(python, operands))}))"
        case Or(operands=operands):
            return f"(bool({' or '.join(map(python, operands))}))"
        case AtLeast(count=count, operands=operands):
            return f"([bool(one) for one in [{joined(operands)}]].count(True) >= {count})"
        case Compare(operator=sign, left=left, right=right):
            return f"both({python(left)}, {python(right)}, lambda a, b: a {sign} b)"
        case In(item=item, options=tuple() as options):
            found = f"item is not None and item in [{joined(options)}]"
            return f"(lambda item: {found})({python(item)})"
        case In(item=item, options=Name() as name):
            return f"both({python(item)}, {python(name)}, lambda a, b: a in b)"
        case Arithmetic(operators=signs, operands=operands):
            letters = [f"p{place}" for place in range(len(operands))]
            total = letters[0] + "".join(map("{}{}".format, signs, letters[1:]))
            return f"all_of(lambda {', '.join(letters)}: {total}, {joined(operands)})"
        case Negate(operand=operand):
            return f"all_of(lambda a: -a, {python(operand)})"
        case Conditional(test=test, yes=yes, no=no):
            return f"({python(yes)} if {python(test)} else {python(no)})"
        case Has(name=name):
            return f"({python(name)} is not None)"
        case DaysSince(name=name):
            return f"all_of(days, {python(name)})"
        case DaysUntil(name=name):
            return f"all_of(lambda a: -days(a), {python(name)})"
    raise AssertionError(node)


def joined(parts: tuple[Node, ...]) -> str:
    return ", ".join(map(python, parts))


def by_reference(node: Node, case: Mapping[str, Value]) -> Any:
    plain = {name: str(one) if isinstance(one, date) else one for name, one in case.items()}
    return eval(python(node), {**HELPERS, "case": plain})  # noqa: S307 - made of our own tree


def value_of(node: Node, case: Mapping[str, Value]) -> Any:
    found = evaluate(node, case, DEFINITIONS, TODAY, CONDITIONS)
    return None if found is MISSING else found


def test_the_definitions_fit() -> None:
    for name, tree in DEFINITIONS.items():
        assert mismatches(tree, NAMES, NAMES.type_of(name) or NAMES.fields[name]) == ()


@given(CONDITION, CASES)
def test_conditions_come_to_what_the_reference_says(node: Node, case: dict[str, Value]) -> None:
    assert mismatches(node, NAMES) == ()
    found = value_of(node, case)
    assert found == by_reference(node, case)
    assert found is None or isinstance(found, bool)


@given(NUMBER, CASES)
def test_numbers_come_to_what_the_reference_says(node: Node, case: dict[str, Value]) -> None:
    assert mismatches(node, NAMES, NAMES.fields["rate"]) == ()
    assert value_of(node, case) == by_reference(node, case)


@given(CONDITION, CASES)
def test_written_and_read_again_it_comes_to_the_same(node: Node, case: dict[str, Value]) -> None:
    again = parsed(unparse(node))
    assert mismatches(again, NAMES) == ()
    assert value_of(again, case) == value_of(node, case)
