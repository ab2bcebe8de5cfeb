"""What becomes of a test of CEL: our language agrees, has a reason not to, or is wrong."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from processctl.criteria import (
    Has,
    Limits,
    Names,
    Node,
    Parser,
    Problem,
    evaluate,
    mismatches,
    names,
    walk,
)
from tests.cel.cases import Case
from tests.cel.trees import of_cel, of_ours

PARSER = Parser(Limits(depth=200))
TODAY = date(2026, 11, 23)  # no test asks for it

SAME_VALUE = "comes to the same value"
SAME_TREE = "read as the same tree; no value to compare, or one of another type"
BOTH_REFUSE = "refused by both"
AGREE = (SAME_VALUE, SAME_TREE, BOTH_REFUSE)

WORDS = "the words and, or, not (not binds looser): CEL has no such words"
BARE_HAS = "has(name) takes a bare name"
EXACT = "numbers are exact and have no bound: where CEL overflows there is a value"
MISSING = "a name without a value is missing: in CEL it is an error"
STRICTER = "types are stricter: no order of texts, no joining, nothing mixed"
LIMITS = "the test's own limit on depth is lower than ours"
NAMESPACE = "names with dots, found through a container"
OTHER_NAMES = "names of types, or of values of other types"
DELIBERATE = (WORDS, BARE_HAS, EXACT, MISSING, STRICTER)

# By the template of what our parser says when it refuses what CEL takes.
_REFUSED = {
    'The function "{name}" is not part of conditions.': "functions and macros",
    '"{written}" is not a number.': "functions and macros",
    "Braces are not part of conditions.": "messages and maps",
    "A dot between names is not part of conditions.": "fields of messages, names with dots",
    "A dot cannot stand here.": "fields of messages, names with dots",
    'A list can only stand after "in".': "lists as values",
    "The list is empty.": "lists as values",
    "Picking a value by square brackets is not part of conditions.": "picking by square brackets",
    "Raw texts and bytes are not part of conditions.": "raw texts, bytes, triple quotation marks",
    "Triple quotation marks are not part of conditions.": (
        "raw texts, bytes, triple quotation marks"
    ),
    'The ending "u" of a number is not part of conditions.': "unsigned numbers",
    "Numbers with an exponent are not part of conditions.": "numbers in other forms",
    "Hexadecimal numbers are not part of conditions.": "numbers in other forms",
    "Division is not part of conditions.": "division and remainder",
    "The remainder of a division is not part of conditions.": "division and remainder",
    '"null" is not part of conditions.': "null",
    "Comments are not part of conditions.": "comments",
}
LEFT_OUT = (*dict.fromkeys(_REFUSED.values()), OTHER_NAMES, NAMESPACE, LIMITS)


class DifferenceError(AssertionError):
    """Our language comes to something else than CEL, and there is no reason for it."""


def verdict(case: Case) -> str:
    """One of ``AGREE``, or the reason why the two differ.

    Raises:
        DifferenceError: there is no such reason.
    """
    tree = PARSER.parse(case.expression)
    if isinstance(tree, Problem):
        return _REFUSED[tree.message.template] if case.tree is not None else BOTH_REFUSE
    if case.tree is None:
        return _read_by_us_alone(tree)
    if of_ours(tree) != of_cel(case.tree):
        raise DifferenceError(f"{case.name}: {case.expression} is read as {tree}")
    if case.namespace:
        return NAMESPACE
    if {name.id for name in names(tree)} - case.types.keys():
        return MISSING if case.error else OTHER_NAMES
    if mismatches(tree, Names(case.types), None):
        return BOTH_REFUSE if case.error else STRICTER
    return _computed(case, tree)


def _read_by_us_alone(tree: Node) -> str:
    if any(isinstance(part, Has) for part in walk(tree)):
        return BARE_HAS
    return LIMITS


def _computed(case: Case, tree: Node) -> str:
    found = evaluate(tree, case.values, {}, TODAY)
    if case.error is not None and "overflow" in case.error:
        return EXACT
    if case.value is None and case.error is None:
        return SAME_TREE
    if isinstance(found, Fraction) and isinstance(case.value, Fraction):
        same = float(found) == float(case.value)
    else:
        same = found == case.value and type(found) is type(case.value)
    if not same:
        raise DifferenceError(
            f"{case.name}: {case.expression} comes to {found}, not to {case.value}"
        )
    return SAME_VALUE
