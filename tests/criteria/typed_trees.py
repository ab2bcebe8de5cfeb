"""Conditions made at random whose parts fit together, and values for their names."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import get_args

from hypothesis import strategies as st

from processctl.criteria import (
    And,
    Arithmetic,
    AtLeast,
    Comparator,
    Compare,
    Conditional,
    DaysSince,
    DaysUntil,
    Has,
    In,
    Literal,
    Name,
    Names,
    Negate,
    Node,
    Not,
    Or,
    Type,
    Value,
)

NOWHERE = (0, 0)
TODAY = date(2026, 11, 23)
OPTIONS = ("food", "energy", "other")
CHOICE = Type("choice", dict.fromkeys(OPTIONS))
TAGS = Type("list", dict.fromkeys(OPTIONS))
FIELDS = {
    "score": Type("integer"),
    "rate": Type("decimal"),
    "budget": Type("money"),
    "doubled": Type("decimal"),
    "brief": Type("text"),
    "note": Type("text"),
    "due": Type("date"),
    "sent": Type("date"),
    "consent": Type("boolean"),
    "asked": Type("boolean"),
    "agreed": Type("boolean"),
    "trade": CHOICE,
    "second_trade": CHOICE,
    "tags": TAGS,
}
CONDITIONS = ("ready", "large", "judged")
NAMES = Names(FIELDS, CONDITIONS)
COMPUTED = ("doubled", "agreed")
NODES = st.SearchStrategy[Node]


def _names(*kinds: str) -> NODES:
    fitting = [name for name, type_ in FIELDS.items() if type_.kind in kinds]
    return st.sampled_from(fitting).map(lambda name: Name(NOWHERE, name))


def _texts(values: st.SearchStrategy[str]) -> NODES:
    return values.map(lambda value: Literal(NOWHERE, value, "text"))


def _either(parts: NODES) -> NODES:
    return st.builds(Conditional, st.just(NOWHERE), CONDITION, parts, parts)


CONDITION: NODES = st.deferred(lambda: CONDITIONS_AT_RANDOM)
NUMBER: NODES = st.deferred(lambda: NUMBERS_AT_RANDOM)
WHOLE = st.integers(-5, 60).map(lambda value: Literal(NOWHERE, value, "integer"))
EXACT = st.integers(-50, 600).map(lambda value: Literal(NOWHERE, Fraction(value, 10), "decimal"))
OPTION = _texts(st.sampled_from(OPTIONS))
DAY = _texts(st.dates(date(2026, 11, 20), date(2026, 11, 26)).map(str))
TRADE = _names("choice") | _either(OPTION | _names("choice"))
WHEN = _names("date") | st.builds(Conditional, st.just(NOWHERE), CONDITION, DAY, _names("date"))
WORDS = _texts(st.sampled_from(["", "a", "b"])) | _names("text") | _either(_names("text"))
DATES = st.sampled_from(["due", "sent"]).map(lambda name: Name(NOWHERE, name))
SIGNS = st.sampled_from(get_args(Comparator))
EQUAL = st.sampled_from(("==", "!="))


def _numbers() -> NODES:
    at = st.just(NOWHERE)
    names = _names("integer", "decimal", "money")
    return st.one_of(
        names,
        WHOLE,
        EXACT,
        st.builds(DaysSince, at, DATES),
        st.builds(DaysUntil, at, DATES),
        st.builds(Negate, at, names),
        st.builds(
            lambda signs, operands: Arithmetic(NOWHERE, signs, operands[: len(signs) + 1]),
            st.lists(st.sampled_from("+-"), min_size=1, max_size=3).map(tuple),
            st.lists(NUMBER, min_size=4, max_size=4).map(tuple),
        ),
        st.builds(
            lambda first, second, swap: Arithmetic(
                NOWHERE, ("*",), (second, first) if swap else (first, second)
            ),
            NUMBER,
            WHOLE | EXACT,
            st.booleans(),
        ),
        _either(NUMBER),
    )


def _conditions() -> NODES:
    at = st.just(NOWHERE)
    several = st.lists(CONDITION, min_size=2, max_size=3).map(tuple)
    known = st.sampled_from([*FIELDS]).map(lambda name: Name(NOWHERE, name))
    return st.one_of(
        st.sampled_from(CONDITIONS).map(lambda name: Name(NOWHERE, name)),
        _names("boolean"),
        st.booleans().map(lambda value: Literal(NOWHERE, value, "boolean")),
        st.builds(Has, at, known),
        st.builds(Compare, at, SIGNS, NUMBER, NUMBER),
        st.builds(Compare, at, SIGNS, WHEN, WHEN | DAY),
        st.builds(Compare, at, EQUAL, OPTION, TRADE) | st.builds(Compare, at, EQUAL, TRADE, TRADE),
        st.builds(Compare, at, EQUAL, WORDS, WORDS),
        st.builds(Compare, at, EQUAL, CONDITION, CONDITION),
        st.builds(In, at, NUMBER, st.lists(NUMBER, min_size=1, max_size=3).map(tuple)),
        st.builds(In, at, TRADE, st.lists(OPTION | TRADE, min_size=1, max_size=3).map(tuple)),
        st.builds(In, at, WHEN, st.lists(DAY, min_size=1, max_size=3).map(tuple)),
        st.builds(In, at, OPTION, st.just(Name(NOWHERE, "tags"))),
        st.builds(Not, at, CONDITION),
        st.builds(And, at, several),
        st.builds(Or, at, several),
        st.builds(AtLeast, at, st.integers(0, 3), several),
        _either(CONDITION),
    )


NUMBERS_AT_RANDOM: NODES = _numbers()
CONDITIONS_AT_RANDOM: NODES = _conditions()


def _values(type_: Type) -> st.SearchStrategy[Value]:
    match type_.kind:
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(-5, 60)
        case "decimal" | "money":
            return st.integers(-500, 6_000).map(lambda value: Fraction(value, 100))
        case "text":
            return st.sampled_from(["", "a", "b"])
        case "date":
            return st.dates(date(2026, 11, 20), date(2026, 11, 26))
        case "choice":
            return st.sampled_from(OPTIONS)
        case "list":
            return st.frozensets(st.sampled_from(OPTIONS))


CASES: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {},
    optional={
        **{name: _values(type_) for name, type_ in FIELDS.items() if name not in COMPUTED},
        "judged": st.booleans(),
    },
)
