"""What a condition is read as."""

from __future__ import annotations

from fractions import Fraction

import pytest

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
    unparse,
)

PARSER = Parser()
NOWHERE = (0, 0)


def parsed(text: str) -> Node:
    result = PARSER.parse(text)
    assert not isinstance(result, Problem), result
    return result


def name(word: str) -> Name:
    return Name(NOWHERE, word)


def whole(value: int) -> Literal:
    return Literal(NOWHERE, value, "integer")


def text(value: str) -> Literal:
    return Literal(NOWHERE, value, "text")


A, B, C, D = (name(word) for word in "abcd")

TREES: list[tuple[str, Node]] = [
    ("a", A),
    ("true", Literal(NOWHERE, True, "boolean")),
    ("false", Literal(NOWHERE, False, "boolean")),
    ("12", whole(12)),
    ("-12", whole(-12)),
    ("2.50", Literal(NOWHERE, Fraction(5, 2), "decimal")),
    (".5", Literal(NOWHERE, Fraction(1, 2), "decimal")),
    ("0.1", Literal(NOWHERE, Fraction(1, 10), "decimal")),
    ("- 0.1", Literal(NOWHERE, Fraction(-1, 10), "decimal")),
    ('"it\'s"', text("it's")),
    ("'say \"x\"'", text('say "x"')),
    (r'"\"\\\n\u00e4\U0001F600\x41\101"', text('"\\\nä\U0001f600AA')),
    ('""', text("")),
    ("a and b && c", And(NOWHERE, (A, B, C))),
    ("a or b || c", Or(NOWHERE, (A, B, C))),
    ("a and (b and c)", And(NOWHERE, (A, And(NOWHERE, (B, C))))),
    ("a == 1", Compare(NOWHERE, "==", A, whole(1))),
    ("a != b", Compare(NOWHERE, "!=", A, B)),
    ("a<=b", Compare(NOWHERE, "<=", A, B)),
    ("a>=-1", Compare(NOWHERE, ">=", A, whole(-1))),
    ("a in [\"x\", 'y',]", In(NOWHERE, A, (text("x"), text("y")))),
    ("a in [-1, b]", In(NOWHERE, A, (whole(-1), B))),
    ('"x" in a', In(NOWHERE, text("x"), A)),
    ("a + b - c", Arithmetic(NOWHERE, ("+", "-"), (A, B, C))),
    ("a * 2 * b", Arithmetic(NOWHERE, ("*", "*"), (A, whole(2), B))),
    ("a - (b - c)", Arithmetic(NOWHERE, ("-",), (A, Arithmetic(NOWHERE, ("-",), (B, C))))),
    ("has(a)", Has(NOWHERE, A)),
    ("has ( a )", Has(NOWHERE, A)),
    ("has", name("has")),
    ("days_since(a) > 3", Compare(NOWHERE, ">", DaysSince(NOWHERE, A), whole(3))),
    ("days_until(a) < 3", Compare(NOWHERE, "<", DaysUntil(NOWHERE, A), whole(3))),
    ("at_least(2, a, b or c, d)", AtLeast(NOWHERE, 2, (A, Or(NOWHERE, (B, C)), D))),
    ("a ? b : c", Conditional(NOWHERE, A, B, C)),
    ("a\n and\tb", And(NOWHERE, (A, B))),
    ("Android", name("Android")),
    ("notes and order", And(NOWHERE, (name("notes"), name("order")))),
]


@pytest.mark.parametrize(("written", "tree"), TREES)
def test_tree(written: str, tree: Node) -> None:
    assert parsed(written) == tree


# What binds tighter, by the table of the CEL specification; ``not`` alone is another's.
PRECEDENCE = [
    ("!a == b", "(!a) == b"),
    ("not a == b", "not (a == b)"),
    ("not a and b", "(not a) and b"),
    ("not not a == b", "not (not (a == b))"),
    ("!!a", "!(!a)"),
    ("not a in b", "not (a in b)"),
    ("!a in b", "(!a) in b"),
    ("-a * b", "(-a) * b"),
    ("a * -b", "a * (-b)"),
    ("a + b * c", "a + (b * c)"),
    ("a * b + c", "(a * b) + c"),
    ("a - b == c + d", "(a - b) == (c + d)"),
    ("a + b in c", "(a + b) in c"),
    ("a or b and c", "a or (b and c)"),
    ("a and b or c", "(a and b) or c"),
    ("a and b or c and d", "(a and b) or (c and d)"),
    ("a == b and c", "(a == b) and c"),
    ("a or b ? c : d", "(a or b) ? c : d"),
    ("a ? b or c : d", "a ? (b or c) : d"),
    ("a ? b : c ? d : a", "a ? b : (c ? d : a)"),
    ("a == 1 ? b : c", "(a == 1) ? b : c"),
    ("--a", "-(-a)"),
    ("a--1", "a - (-1)"),
]


@pytest.mark.parametrize(("bare", "grouped"), PRECEDENCE)
def test_precedence(bare: str, grouped: str) -> None:
    assert parsed(bare) == parsed(grouped)


def test_a_minus_belongs_to_the_number_and_to_nothing_else() -> None:
    assert parsed("-(1)") == Negate(NOWHERE, whole(1))
    assert parsed("--1") == Negate(NOWHERE, whole(-1))
    assert parsed("-a") == Negate(NOWHERE, A)
    assert parsed("!a") == Not(NOWHERE, A)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("a&&!b||c", "(a and not b) or c"),
        ("(a)", "a"),
        ("((a and b))", "a and b"),
        ("!(a == b)", "not a == b"),
        ("(!a) == b", "(not a) == b"),
        ("'it\\'s' == a", '"it\'s" == a'),
        ("2.500", "2.5"),
        ("1.0", "1.0"),
        ("a in ['x',]", 'a in ["x"]'),
        ("(a ? b : c) ? d : (a ? b : c)", "(a ? b : c) ? d : a ? b : c"),
        ("at_least( 1,a,b )", "at_least(1, a, b)"),
        ("-(1)", "-(1)"),
        ("a - (b - c)", "a - (b - c)"),
    ],
)
def test_canonical_text(written: str, canonical: str) -> None:
    assert unparse(parsed(written)) == canonical


def test_spans_are_exact_and_leave_out_outer_parentheses() -> None:
    written = " (a or  b)  and has( c ) "
    tree = parsed(written)
    assert isinstance(tree, And)
    either, present = tree.operands
    assert written[slice(*tree.span)] == "(a or  b)  and has( c )"
    assert written[slice(*either.span)] == "a or  b"
    assert written[slice(*present.span)] == "has( c )"
    assert isinstance(present, Has)
    assert written[slice(*present.name.span)] == "c"


def test_equal_texts_share_one_answer() -> None:
    parser = Parser()
    assert parser.parse("a and b") is parser.parse("a and b")
    assert parser.parse("a and") is parser.parse("a and")


@pytest.mark.parametrize(
    "written",
    [
        "(" * 3_000 + "a" + ")" * 3_000,
        "(" * 3_000,
        " and ".join("a" * 20_000),
        "!" * 5_000 + "a",
        "not " * 5_000 + "a",
        "-" * 3_000 + "a",
        "a ? b : " * 900 + "c",
        "a in [" * 3_000,
    ],
)
def test_too_long_or_too_deep_is_one_problem(written: str) -> None:
    result = PARSER.parse(written)
    assert isinstance(result, Problem)
    assert result.kind == "over_limit"
    assert result.hint is not None


def test_limits_can_be_raised() -> None:
    parser = Parser(Limits(characters=200_000, depth=5_000))
    longest = parser.parse(" and ".join("a" * 20_000))
    assert isinstance(longest, And)
    assert len(longest.operands) == 20_000
    assert unparse(longest) == " and ".join("a" * 20_000)
    deepest = parser.parse("(" * 3_000 + "a" + ")" * 3_000)
    assert deepest == A
    refused = parser.parse("!" * 3_000 + "a")
    assert not isinstance(refused, Problem)
    assert unparse(refused) == "not " * 3_000 + "a"
    digits = parser.parse("9" * 5_000)
    assert isinstance(digits, Problem)
    assert digits.kind == "over_limit"


@pytest.mark.parametrize("depth", [64, 65])
def test_depth_counts_from_the_first_parenthesis(depth: int) -> None:
    result = PARSER.parse("(" * depth + "a" + ")" * depth)
    assert isinstance(result, Problem) == (depth > 64)


def test_a_flat_chain_is_not_deep() -> None:
    written = " and ".join(["not a", "(b or c)", "-d < 1"] * 60)
    assert isinstance(parsed(written), And)
