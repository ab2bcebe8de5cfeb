"""What is said about conditions that cannot be read: kind, place, words."""

from __future__ import annotations

import pytest

from processctl.criteria import Limits, Parser, Problem
from processctl.texts import translator

# Text, kind, the part of the text that is pointed at, message and hint.
CASES: list[tuple[str, str, str, str, str | None]] = [
    (
        "",
        "syntax",
        "",
        "The condition is empty.",
        "Write a comparison, for example: budget >= 5000",
    ),
    (
        "  ",
        "syntax",
        "  ",
        "The condition is empty.",
        "Write a comparison, for example: budget >= 5000",
    ),
    ("a = 3", "syntax", "=", 'The sign "=" is not part of conditions.', 'Write "==".'),
    ("a => 3", "syntax", "=>", 'The sign "=>" is not part of conditions.', 'Write ">=".'),
    ("a <> 3", "syntax", "<>", 'The sign "<>" is not part of conditions.', 'Write "!=".'),
    ("a & b", "syntax", "&", 'The sign "&" is not part of conditions.', 'Write "and".'),
    ("a | b", "syntax", "|", 'The sign "|" is not part of conditions.', 'Write "or".'),
    ("a ≥ 3", "syntax", "≥", 'The sign "≥" is not part of conditions.', 'Write ">=".'),
    ("a AND b", "syntax", "AND", 'The word "AND" has to be in small letters.', 'Write "and".'),
    ("NOT a", "syntax", "NOT", 'The word "NOT" has to be in small letters.', 'Write "not".'),
    ("a Or b", "syntax", "Or", 'The word "Or" has to be in small letters.', 'Write "or".'),
    ("True", "syntax", "True", 'The word "True" has to be in small letters.', 'Write "true".'),
    (
        "null",
        "refused",
        "null",
        '"null" is not part of conditions.',
        "Ask whether a field has a value: has(field)",
    ),
    (
        "a == NULL",
        "refused",
        "NULL",
        '"null" is not part of conditions.',
        "Ask whether a field has a value: has(field)",
    ),
    (
        "if == 3",
        "refused",
        "if",
        'The word "if" is reserved and cannot be a name.',
        "Write a choice so: condition ? value : other value",
    ),
    (
        'package == "x"',
        "refused",
        "package",
        'The word "package" is reserved and cannot be a name.',
        'Give it another id, for example "package_type".',
    ),
    (
        "ikä > 3",
        "syntax",
        "ikä",
        'The name "ikä" has a letter that no id has.',
        'Ids are made of a–z, 0–9 and "_": is "ika" meant?',  # noqa: RUF001
    ),
    (
        "日本 > 3",
        "syntax",
        "日本",
        'The name "日本" has a letter that no id has.',
        'Ids are made of a–z, 0–9 and "_".',  # noqa: RUF001
    ),
    (
        'r"x" == a',
        "refused",
        'r"x"',
        "Raw texts and bytes are not part of conditions.",
        "Leave out the letter before the quotation mark.",
    ),
    (
        'a == """x"""',
        "refused",
        '"""x"""',
        "Triple quotation marks are not part of conditions.",
        "Write the text in one pair of quotation marks.",
    ),
    (
        'a == "abc',
        "syntax",
        '"abc',
        "The quotation mark is never closed.",
        'Add " where the text ends.',
    ),
    (
        "a == 'abc",
        "syntax",
        "'abc",
        "The quotation mark is never closed.",
        "Add ' where the text ends.",
    ),
    (
        'a == "a\\qb"',
        "syntax",
        "\\q",
        '"\\q" means nothing in a text.',
        "Write \\\\ for a backslash.",
    ),
    ("a == “x”", "syntax", "“x”", "Only straight quotation marks can be used.", 'Write "x".'),
    ("a == “x", "syntax", "“", "Only straight quotation marks can be used.", "Write \" or '."),
    (
        "// hello",
        "refused",
        "// hello",
        "Comments are not part of conditions.",
        'Write the remark under the key "about".',
    ),
    (
        "a // hello",
        "refused",
        "// hello",
        "Comments are not part of conditions.",
        'Write the remark under the key "about".',
    ),
    ("a ** 2", "syntax", "**", "Powers are not part of conditions.", "Multiply instead: a * a"),
    (
        "a / b > 2",
        "refused",
        "/",
        "Division is not part of conditions.",
        "Multiply the other side instead: a > 2 * b in place of a / b > 2",
    ),
    ("a % 2 == 0", "refused", "%", "The remainder of a division is not part of conditions.", None),
    (
        "share >= 50%",
        "syntax",
        "50%",
        "A number is written without a percent sign.",
        "Write the number alone, in the unit of the field.",
    ),
    (
        "share >= 50 % and a",
        "syntax",
        "50 %",
        "A number is written without a percent sign.",
        "Write the number alone, in the unit of the field.",
    ),
    ('{"a": 1}', "refused", "{", "Braces are not part of conditions.", None),
    (
        "a in {1, 2}",
        "refused",
        "{",
        "Braces are not part of conditions.",
        'A list stands in square brackets: field in ["one", "two"]',
    ),
    (
        "a.b == 3",
        "refused",
        "a.b",
        "A dot between names is not part of conditions.",
        "Write the id of the field alone.",
    ),
    (
        'a.contains("x")',
        "refused",
        "contains",
        'The function "contains" is not part of conditions.',
        'Ask whether a list has a value: "one" in field',
    ),
    (".a", "syntax", ".", "A dot cannot stand here.", None),
    ("a.", "syntax", ".", "A dot cannot stand here.", None),
    ("a == 10 000", "syntax", "10 000", "A number is written without spaces.", "Write 10000."),
    (
        "a == 10 000 000 and b",
        "syntax",
        "10 000 000",
        "A number is written without spaces.",
        "Write 10000000.",
    ),
    ("a == 10 000", "syntax", "10 000", "A number is written without spaces.", "Write 10000."),
    (
        "a == 10,000",
        "syntax",
        "10,000",
        "A number is written without commas.",
        "Write 10000, or 10.000 where decimals are meant.",
    ),
    (
        "a == 10,000,000",
        "syntax",
        "10,000,000",
        "A number is written without commas.",
        "Write 10000000.",
    ),
    ("a == 0,5", "syntax", "0,5", "A number is written without commas.", "Write 0.5."),
    ("a == 1,000.5", "syntax", "1,000.5", "A number is written without commas.", "Write 1000.5."),
    (
        "a in [10,000, 20,000]",
        "syntax",
        "10,000",
        "A number is written without commas.",
        "Write 10000, or 10.000 where decimals are meant.",
    ),
    ("a in [0,05]", "syntax", "0,05", "A number is written without commas.", "Write 0.05."),
    (
        "a b",
        "syntax",
        "a b",
        'A word or sign is missing between "a" and "b".',
        'Write "and", "or" or a comparison such as "==" between them.',
    ),
    (
        "a > 30 days",
        "syntax",
        "30 days",
        "A number is written without its unit.",
        "Write the number alone, in the unit of the field.",
    ),
    (
        "a > 30days",
        "syntax",
        "30days",
        "A number is written without its unit.",
        "Write the number alone, in the unit of the field.",
    ),
    (
        "a > 10k",
        "syntax",
        "10k",
        "A number is written without its unit.",
        "Write the number alone, in the unit of the field.",
    ),
    (
        "a > 1u",
        "refused",
        "1u",
        'The ending "u" of a number is not part of conditions.',
        "Write 1.",
    ),
    (
        "a > 1e5",
        "refused",
        "1e5",
        "Numbers with an exponent are not part of conditions.",
        "Write all the digits.",
    ),
    (
        "a > 1e-5",
        "refused",
        "1e-5",
        "Numbers with an exponent are not part of conditions.",
        "Write all the digits.",
    ),
    ("a > 0x1F", "refused", "0x1F", "Hexadecimal numbers are not part of conditions.", None),
    ("a > 5.", "syntax", "5.", "A digit is missing after the decimal point.", "Write 5."),
    ("a > 007", "syntax", "007", "A number does not begin with 0.", "Write 7."),
    ("a > 1.2.3", "syntax", "1.2.3", '"1.2.3" is not a number.', None),
    ("a > € 5", "syntax", "€ 5", "A number is written without a currency sign.", "Write 5."),
    ("a > 5 €", "syntax", "5 €", "A number is written without a currency sign.", "Write 5."),
    ("a > 5€ and b", "syntax", "5€", "A number is written without a currency sign.", "Write 5."),
    ("€", "syntax", "€", "A number is written without a currency sign.", None),
    (
        "d > 2026-01-01",
        "syntax",
        "2026-01-01",
        "A date stands in quotation marks.",
        'Write "2026-01-01".',
    ),
    (
        "d > 31.12.2026",
        "syntax",
        "31.12.2026",
        "A date stands in quotation marks.",
        'Write "2026-12-31".',
    ),
    (
        "size(a) > 3",
        "refused",
        "size",
        'The function "size" is not part of conditions.',
        "Ask whether a field has a value: has(field)",
    ),
    (
        "now() > 3",
        "refused",
        "now",
        'The function "now" is not part of conditions.',
        "Count days: days_since(field) or days_until(field)",
    ),
    (
        "foo(a)",
        "refused",
        "foo",
        'The function "foo" is not part of conditions.',
        "The functions are has, at_least, days_since and days_until.",
    ),
    (
        "all(a)",
        "refused",
        "all",
        'The function "all" is not part of conditions.',
        "Count conditions: at_least(2, first, second, third)",
    ),
    (
        "a[0] == 1",
        "refused",
        "[",
        "Picking a value by square brackets is not part of conditions.",
        'Ask whether a list has a value: "one" in field',
    ),
    (
        "a == [1, 2]",
        "refused",
        "[",
        'A list can only stand after "in".',
        'For example: field in ["one", "two"]',
    ),
    (
        '["a"] == b',
        "refused",
        "[",
        'A list can only stand after "in".',
        'For example: field in ["one", "two"]',
    ),
    (
        "a in (1, 2)",
        "syntax",
        "in (",
        'After "in" comes a list in square brackets or a field with several values.',
        'For example: field in ["one", "two"]',
    ),
    (
        "a in",
        "syntax",
        "in",
        'After "in" comes a list in square brackets or a field with several values.',
        'For example: field in ["one", "two"]',
    ),
    (
        "a in 3",
        "syntax",
        "in 3",
        'After "in" comes a list in square brackets or a field with several values.',
        'For example: field in ["one", "two"]',
    ),
    (
        'a not in ["x"]',
        "syntax",
        "not",
        '"not" stands before the whole comparison.',
        "Write: not a in …",
    ),
    ("a is not 3", "syntax", "is", 'The word "is" is not part of conditions.', 'Write "!=".'),
    ("a is 3", "syntax", "is", 'The word "is" is not part of conditions.', 'Write "==".'),
    ("a ja b", "syntax", "ja", 'The word "ja" is not part of conditions.', 'Write "and".'),
    ("ei a", "syntax", "ei", 'The word "ei" is not part of conditions.', 'Write "not".'),
    ("a tai b", "syntax", "tai", 'The word "tai" is not part of conditions.', 'Write "or".'),
    ("a <b< c", "refused", "a <b<", "Comparisons cannot be chained.", "Write: a <b and b < c"),
    (
        "1 <= a <= 5 and b",
        "refused",
        "1 <= a <=",
        "Comparisons cannot be chained.",
        "Write: 1 <= a and a <= 5",
    ),
    (
        "a == b == c",
        "refused",
        "a == b ==",
        "Comparisons cannot be chained.",
        "Write: a == b and b == c",
    ),
    (
        "a in b in c",
        "refused",
        "a in b in",
        "Comparisons cannot be chained.",
        "Write: a in b and b in c",
    ),
    ("a == not b", "syntax", "not", '"not" has to stand in parentheses here.', "Write: (not …)"),
    ("not", "syntax", "not", 'Something is missing after "not".', None),
    ("a and", "syntax", "and", 'Something is missing after "and".', None),
    ("a and not", "syntax", "not", 'Something is missing after "not".', None),
    ("and a", "syntax", "and", 'Something is missing before "and".', None),
    ("a and and b", "syntax", "and and", 'Something is missing between "and" and "and".', None),
    (
        "a > 5 and < 10",
        "syntax",
        "<",
        'Something is missing before "<".',
        "Write the name again: a < …",
    ),
    ("5 < a or > 7", "syntax", ">", 'Something is missing before ">".', None),
    ("()", "syntax", "()", "Nothing stands between the parentheses.", None),
    (
        "[]",
        "refused",
        "[",
        'A list can only stand after "in".',
        'For example: field in ["one", "two"]',
    ),
    ("a in []", "syntax", "[]", "The list is empty.", None),
    ("(a", "syntax", "(", '"(" is never closed.', "Add )."),
    ("(a or (b and c)", "syntax", "(", '"(" is never closed.', "Add )."),
    ('a in ["x"', "syntax", "[", '"[" is never closed.', "Add ]."),
    ("a)", "syntax", ")", '")" closes nothing.', "Delete it, or add ( before."),
    ("a]", "syntax", "]", '"]" closes nothing.', "Delete it, or add [ before."),
    ("(a]", "syntax", "(", '"(" is never closed.', "Add )."),
    ('a in ["x")', "syntax", "[", '"[" is never closed.', "Add ]."),
    ("has()", "syntax", "has()", '"has" takes the id of one field.', "Write has(field)."),
    (
        "has(a.b)",
        "refused",
        "a.b",
        "A dot between names is not part of conditions.",
        "Write the id of the field alone.",
    ),
    ("has(a, b)", "syntax", "has(a,", '"has" takes the id of one field.', "Write has(a)."),
    ('has("x")', "syntax", 'has("x"', '"has" takes the id of one field.', "Write has(field)."),
    ("has(a and b)", "syntax", "has(a and", '"has" takes the id of one field.', "Write has(a)."),
    ("has(a", "syntax", "(", '"(" is never closed.', "Add )."),
    (
        'days_since("2026-01-01") > 3',
        "syntax",
        'days_since("2026-01-01"',
        '"days_since" takes the id of one field.',
        "Write days_since(field).",
    ),
    (
        "days_until(a + 1)",
        "syntax",
        "days_until(a +",
        '"days_until" takes the id of one field.',
        "Write days_until(a).",
    ),
    (
        "at_least(a, b)",
        "syntax",
        "at_least(a",
        '"at_least" takes a whole number and then conditions.',
        "Count conditions: at_least(2, first, second, third)",
    ),
    (
        "at_least(2)",
        "syntax",
        "at_least(2)",
        '"at_least" takes a whole number and then conditions.',
        "Count conditions: at_least(2, first, second, third)",
    ),
    ("at_least(2", "syntax", "(", '"(" is never closed.', "Add )."),
    (
        "at_least()",
        "syntax",
        "at_least()",
        '"at_least" takes a whole number and then conditions.',
        "Count conditions: at_least(2, first, second, third)",
    ),
    ("at_least(2, a", "syntax", "(", '"(" is never closed.', "Add )."),
    ("at_least(2, a,)", "syntax", ",)", 'Something is missing between "," and ")".', None),
    (
        "at_least(1.5, a)",
        "syntax",
        "at_least(1.5",
        '"at_least" takes a whole number and then conditions.',
        "Count conditions: at_least(2, first, second, third)",
    ),
    (
        "a ? b",
        "syntax",
        "?",
        "A choice needs two values.",
        "Write a choice so: condition ? value : other value",
    ),
    ("a ? b : ", "syntax", ":", 'Something is missing after ":".', None),
    (
        "a ? b ? c : d : e",
        "syntax",
        "?",
        "A choice within a choice has to stand in parentheses.",
        "Write a choice so: condition ? value : other value",
    ),
    (
        "a : b",
        "syntax",
        ":",
        '":" cannot stand here.',
        "Write a choice so: condition ? value : other value",
    ),
    (
        "(a ? b)",
        "syntax",
        "?",
        "A choice needs two values.",
        "Write a choice so: condition ? value : other value",
    ),
    (
        "a, b",
        "syntax",
        ",",
        'A comma can only stand in a list and in "at_least".',
        'Write "and" or "or".',
    ),
    ("a ; b", "syntax", ";", 'The character ";" is not part of conditions.', None),
    ("a # b", "syntax", "#", 'The character "#" is not part of conditions.', None),
    ("a\u200bb", "syntax", "\u200b", "A special space stands here.", "Write an ordinary space."),
    ("a\xa0and b", "syntax", "\xa0", "A special space stands here.", "Write an ordinary space."),
    (
        "'It's'",
        "syntax",
        "'It's",
        "A quotation mark within the text ends it.",
        "Write \\' within the text.",
    ),
    (
        '"x" y',
        "syntax",
        '"x" y',
        'A word or sign is missing between "x" and "y".',
        'Write "and", "or" or a comparison such as "==" between them.',
    ),
    (
        'industry "manufacturing"',
        "syntax",
        'industry "manufacturing"',
        'A word or sign is missing between "industry" and "manufacturing".',
        'Write "and", "or" or a comparison such as "==" between them.',
    ),
    (
        "a !b",
        "syntax",
        "a !",
        'A word or sign is missing between "a" and "!".',
        'Write "and", "or" or a comparison such as "==" between them.',
    ),
    ("!-a", "syntax", "!-", 'Something is missing between "!" and "-".', None),
    ("a in b + c", "syntax", "+", '"+" cannot stand here.', None),
    (
        "a ! = b",
        "syntax",
        "a !",
        'A word or sign is missing between "a" and "!".',
        'Write "and", "or" or a comparison such as "==" between them.',
    ),
    (
        "a?.b",
        "refused",
        "?.b",
        "A dot between names is not part of conditions.",
        "Write the id of the field alone.",
    ),
    ("\x00", "syntax", "\x00", 'The character "U+0000" is not part of conditions.', None),
    (
        "a == 'x' 'y'",
        "syntax",
        "'x' 'y'",
        'A word or sign is missing between "x" and "y".',
        'Write "and", "or" or a comparison such as "==" between them.',
    ),
    (
        'a == "x" "y"',
        "syntax",
        '"x" "y"',
        'A word or sign is missing between "x" and "y".',
        'Write "and", "or" or a comparison such as "==" between them.',
    ),
    ("a^b", "syntax", "^", 'The character "^" is not part of conditions.', None),
    (
        "a has(b)",
        "syntax",
        "a has",
        'A word or sign is missing between "a" and "has".',
        'Write "and", "or" or a comparison such as "==" between them.',
    ),
    ("a and (b or c", "syntax", "(", '"(" is never closed.', "Add )."),
    ("- ", "syntax", "-", 'Something is missing after "-".', None),
    ("-", "syntax", "-", 'Something is missing after "-".', None),
    ("*", "syntax", "*", 'Something is missing before "*".', None),
]


@pytest.mark.parametrize(("text", "kind", "part", "message", "hint"), CASES)
def test_problem(text: str, kind: str, part: str, message: str, hint: str | None) -> None:
    problem = Parser().parse(text)
    assert isinstance(problem, Problem)
    words = translator("en")
    assert (
        problem.kind,
        text[slice(*problem.span)],
        words.render(problem.message),
        words.render(problem.hint) if problem.hint else None,
    ) == (kind, part, message, hint)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a and b = c and d = e", (8, 9)),
        ("a = b and (", (2, 3)),
        ("a == b and c.d and e = f", (11, 14)),
        ("a b = c", (0, 3)),
    ],
)
def test_the_first_thing_wrong_is_the_one_named(text: str, place: tuple[int, int]) -> None:
    problem = Parser().parse(text)
    assert isinstance(problem, Problem)
    assert problem.span == place


def test_over_limit_says_how_far() -> None:
    parser = Parser(Limits(characters=20, depth=2))
    words = translator("en")
    long, deep = parser.parse("a" * 21), parser.parse("a and (b or (c and !d))")
    assert isinstance(long, Problem)
    assert isinstance(deep, Problem)
    assert words.render(long.message) == "The condition has 21 characters, at most 20 are allowed."
    assert long.span == (0, 21)
    deep = Parser(Limits(depth=2)).parse("a and (b or (c and !d))")
    assert isinstance(deep, Problem)
    assert words.render(deep.message) == "The condition is 3 levels deep, at most 2 are allowed."
    assert deep.span == (19, 20)


def test_problems_are_said_in_finnish() -> None:
    problem = Parser().parse("lead_score = 50")
    assert isinstance(problem, Problem)
    assert problem.hint is not None
    words = translator("fi")
    assert words.render(problem.message) == 'Merkki "=" ei kuulu ehtoihin.'
    assert words.render(problem.hint) == 'Kirjoita "==".'
