"""Laws that hold for every tree and every text."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

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
    Limits,
    Literal,
    Name,
    Negate,
    Node,
    Not,
    Or,
    Parser,
    Problem,
    mixed_connectives,
    names,
    unparse,
    walk,
)
from processctl.texts import translator

# Trees made at random nest as they like; the limits have tests of their own.
PARSER = Parser(Limits(characters=1_000_000, depth=1_000))
NOWHERE = (0, 0)

NAMES = st.sampled_from(["a", "budget", "x_1", "has", "days"]).map(lambda word: Name(NOWHERE, word))
LITERALS = st.one_of(
    st.booleans().map(lambda value: Literal(NOWHERE, value, "boolean")),
    st.integers().map(lambda value: Literal(NOWHERE, value, "integer")),
    st.decimals(allow_nan=False, allow_infinity=False, places=3).map(
        lambda value: Literal(NOWHERE, Fraction(value), "decimal")
    ),
    st.text(st.characters(exclude_categories=["Cs"])).map(
        lambda value: Literal(NOWHERE, value, "text")
    ),
)
COMPARATORS = st.sampled_from(("==", "!=", "<", "<=", ">", ">="))


def _larger(parts: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    several = st.lists(parts, min_size=2, max_size=4).map(tuple)
    some = st.lists(parts, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        st.builds(Not, st.just(NOWHERE), parts),
        st.builds(And, st.just(NOWHERE), several),
        st.builds(Or, st.just(NOWHERE), several),
        st.builds(Compare, st.just(NOWHERE), COMPARATORS, parts, parts),
        st.builds(In, st.just(NOWHERE), parts, some | NAMES),
        st.builds(
            lambda signs, operands: Arithmetic(NOWHERE, signs, operands[: len(signs) + 1]),
            st.lists(st.sampled_from("+-"), min_size=1, max_size=3).map(tuple)
            | st.lists(st.just("*"), min_size=1, max_size=3).map(tuple),
            st.lists(parts, min_size=4, max_size=4).map(tuple),
        ),
        st.builds(Negate, st.just(NOWHERE), parts),
        st.builds(Conditional, st.just(NOWHERE), parts, parts, parts),
        st.builds(AtLeast, st.just(NOWHERE), st.integers(0, 5), some),
    )


LEAVES = st.one_of(
    NAMES,
    LITERALS,
    *(st.builds(call, st.just(NOWHERE), NAMES) for call in (Has, DaysSince, DaysUntil)),
)
TREES: st.SearchStrategy[Node] = st.recursive(LEAVES, _larger, max_leaves=20)


@given(TREES)
@example(Negate(NOWHERE, Literal(NOWHERE, 1, "integer")))
@example(Negate(NOWHERE, Literal(NOWHERE, -1, "integer")))
@example(Negate(NOWHERE, Literal(NOWHERE, True, "boolean")))
def test_what_is_written_is_read_again(tree: Node) -> None:
    written = unparse(tree)
    again = PARSER.parse(written)
    assert again == tree
    assert not isinstance(again, Problem)
    assert unparse(again) == written
    assert mixed_connectives(again) == ()


@given(TREES)
def test_the_place_of_every_part_reads_as_that_part(tree: Node) -> None:
    written = unparse(tree)
    again = PARSER.parse(written)
    assert not isinstance(again, Problem)
    for part in walk(again):
        assert PARSER.parse(written[slice(*part.span)]) == part
    for name in names(again):
        assert written[slice(*name.span)] == name.id


WORDS = st.sampled_from(
    [
        "a",
        "b",
        "has(",
        "at_least(",
        "days_since(",
        "size(",
        "and",
        "or",
        "not",
        "in",
        "true",
        "null",
        "if",
        "AND",
        "ja",
        "is",
        "ä",
        "==",
        "=",
        "<=",
        "=>",
        "<",
        "!",
        "!=",
        "&&",
        "&",
        "|",
        "+",
        "-",
        "*",
        "/",
        "%",
        "?",
        ":",
        ",",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ".",
        "1",
        "0",
        "000",
        "2.5",
        "1u",
        "1e5",
        "0x1",
        "2026-01-01",
        '"x"',
        "'y'",
        '"',
        "'",
        "€",
        "“",
        "”",
        "//",
        "**",
        "r'x'",
        '"""',
        "\\",
        "\n",
        ";",
        "#",
    ]
)


@given(st.lists(WORDS, max_size=25), st.sampled_from(["", " "]))
def test_any_words_are_read_or_explained(words: list[str], between: str) -> None:
    _assert_answered(between.join(words))


@given(st.text())
def test_any_text_is_read_or_explained(text: str) -> None:
    _assert_answered(text)


def _assert_answered(text: str) -> None:
    result = PARSER.parse(text)
    if not isinstance(result, Problem):
        assert PARSER.parse(unparse(result)) == result
        return
    start, end = result.span
    assert 0 <= start <= end <= len(text)
    assert start < end or not text
    for language in ("en", "fi"):
        assert translator(language).render(result.message)
        if result.hint:
            assert translator(language).render(result.hint)
