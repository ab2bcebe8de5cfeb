"""What is said about conditions whose parts do not fit together: place, words, hint."""

from __future__ import annotations

import pytest

from processctl.criteria import (
    BOOLEAN,
    Checker,
    Limits,
    Mismatch,
    Names,
    Node,
    Parser,
    Problem,
    Type,
    mismatches,
)
from processctl.texts import translator

PARSER = Parser(Limits(characters=1_000_000, depth=2_000))
TRADES = dict.fromkeys(("food", "energy"))
NAMES = Names(
    {
        "score": Type("integer"),
        "rate": Type("decimal"),
        "budget": Type("money"),
        "brief": Type("text"),
        "due": Type("date"),
        "sent": Type("date"),
        "consent": Type("boolean"),
        "trade": Type("choice", TRADES),
        "second_trade": Type("choice", dict.fromkeys(("energy", "other"))),
        "same_trade": Type("choice", dict(TRADES)),
        "reason": Type("choice", dict.fromkeys(("price", "time"))),
        "tags": Type("list", TRADES),
        "untyped": None,
    },
    {"ready", "large"},
)


def parsed(text: str) -> Node:
    result = PARSER.parse(text)
    assert not isinstance(result, Problem), result
    return result


FITS = [
    "true",
    "consent",
    "ready and not large or consent",
    "score >= 50 and budget > 10.5 and rate == budget and score != rate",
    "days_since(due) > 30 and days_until(sent) <= score + 1",
    "due < sent and due == '2026-12-31' and '2026-01-01' <= sent",
    "due in ['2026-12-31', sent]",
    "trade == 'food' and 'energy' != trade and trade in ['food', second_trade]",
    "trade == second_trade and trade != same_trade",
    "brief == 'a' and brief != 'b' and brief in ['c', 'd'] and 'a' == 'b'",
    "'food' in tags and (consent ? 'food' : 'energy') in tags",
    "consent == true and ready != consent and consent in [true, ready]",
    "2 * score * 3 + (1 + 1) * rate - -budget > 2 * 2.5 * budget",
    "(true ? 2 : 3) * score > 1",
    "consent ? ready : large",
    "(consent ? trade : 'energy') == 'food'",
    "(consent ? 'food' : 'energy') == trade",
    "(consent ? trade : same_trade) == 'food'",
    "(consent ? due : '2026-12-31') > sent",
    "(consent ? 'a' : brief) == 'b'",
    "(consent ? score : rate) > 1",
    "has(trade) and has(tags) and has(untyped) and has(due)",
    "at_least(2, consent, score > 1, ready)",
    # Of what is not known nothing is said, and nothing of what is built upon it.
    "untyped",
    "unknown > 'a' and untyped + 1 == consent and untyped in tags",
    "'x' in unknown and unknown in ['a', 3] and days_since(unknown) > 3",
    "(consent ? unknown : 'a') == 3 and -untyped > 'a' and unknown * score * 2 > 1",
]


@pytest.mark.parametrize("text", FITS)
def test_what_fits(text: str) -> None:
    assert mismatches(parsed(text), NAMES) == ()


# Text, the part of it that is pointed at, message and hint.
WRONG: list[tuple[str, str, str, str | None]] = [
    (
        "score",
        "score",
        'A condition is wanted here, and "score" is a whole number.',
        "Compare it, for example: score > 0",
    ),
    (
        "not trade",
        "trade",
        'A condition is wanted here, and "trade" is one of several options.',
        'Compare it, for example: trade == "food"',
    ),
    (
        "consent and tags",
        "tags",
        'A condition is wanted here, and "tags" is a list of options.',
        'Compare it, for example: "food" in tags',
    ),
    (
        "at_least(1, consent, due)",
        "due",
        'A condition is wanted here, and "due" is a date.',
        "Compare it, for example: days_until(due) <= 30",
    ),
    (
        "brief ? consent : ready",
        "brief",
        'A condition is wanted here, and "brief" is a text.',
        "Compare it, for example: has(brief)",
    ),
    (
        "score + 1 or consent",
        "score + 1",
        "A condition is wanted here, and score + 1 is a whole number.",
        "Compare it with something.",
    ),
    (
        "1.5",
        "1.5",
        "A condition is wanted here, and 1.5 is a number.",
        "Compare it with something.",
    ),
    (
        "-budget",
        "-budget",
        "A condition is wanted here, and -budget is an amount of money.",
        "Compare it with something.",
    ),
    (
        "consent ? 1 : 2",
        "consent ? 1 : 2",
        "A condition is wanted here, and consent ? 1 : 2 is a whole number.",
        "Compare it with something.",
    ),
    (
        'score == "50"',
        'score == "50"',
        'These two cannot be compared: "score" (a whole number) and "50" (a text).',
        "A number is written without quotation marks.",
    ),
    (
        "trade == 5",
        "trade == 5",
        'These two cannot be compared: "trade" (one of several options) and 5 (a whole number).',
        'Write it in quotation marks: "5"',
    ),
    (
        "brief == 5",
        "brief == 5",
        'These two cannot be compared: "brief" (a text) and 5 (a whole number).',
        'Write it in quotation marks: "5"',
    ),
    (
        "trade == brief",
        "trade == brief",
        'These two cannot be compared: "trade" (one of several options) and "brief" (a text).',
        "Compare it with its options, or with another choice.",
    ),
    (
        'consent == "yes"',
        'consent == "yes"',
        'These two cannot be compared: "consent" (yes or no) and "yes" (a text).',
        "Write consent alone, or: not consent",
    ),
    (
        'consent in ["yes", "no"]',
        'consent in ["yes", "no"]',
        'These two cannot be compared: "consent" (yes or no) and "yes" (a text).',
        "Write consent alone, or: not consent",
    ),
    (
        'score in [1, "two", 3]',
        '"two"',
        'These two cannot be compared: "score" (a whole number) and "two" (a text).',
        "A number is written without quotation marks.",
    ),
    (
        "30 < due",
        "30 < due",
        'These two cannot be compared: 30 (a whole number) and "due" (a date).',
        "Compare the number of days: days_since(due) or days_until(due)",
    ),
    (
        "due > brief",
        "due > brief",
        'These two cannot be compared: "due" (a date) and "brief" (a text).',
        'A day is written so: "2026-12-31"',
    ),
    (
        "score > brief",
        "score > brief",
        'These two cannot be compared: "score" (a whole number) and "brief" (a text).',
        None,
    ),
    (
        'due == "2026-02-30"',
        '"2026-02-30"',
        '"2026-02-30" is no day of the calendar.',
        'A day is written so: "2026-12-31"',
    ),
    (
        'due in ["2026-12-31", "20261231"]',
        '"20261231"',
        '"20261231" is no day of the calendar.',
        'A day is written so: "2026-12-31"',
    ),
    (
        'due > "2026-W01-1"',
        '"2026-W01-1"',
        '"2026-W01-1" is no day of the calendar.',
        'A day is written so: "2026-12-31"',
    ),
    (
        'trade < "food"',
        'trade < "food"',
        '"<" asks which is more, and "trade" is one of several options.',
        'List those that are meant: trade in ["food", "energy"]',
    ),
    (
        '"a" <= brief',
        '"a" <= brief',
        '"<=" asks which is more, and "brief" is a text.',
        'List those that are meant: brief in ["…", "…"]',
    ),
    (
        "consent > ready",
        "consent > ready",
        '">" asks which is more, and "consent" is yes or no.',
        "Write consent alone, or: not consent",
    ),
    (
        "trade == reason",
        "trade == reason",
        '"trade" and "reason" have no option in common, so they are never the same.',
        None,
    ),
    (
        'tags == "food"',
        'tags == "food"',
        '"tags" can hold several options at once and is not compared.',
        'Ask for one of them: "food" in tags',
    ),
    (
        'tags in ["food", "energy"]',
        'tags in ["food", "energy"]',
        '"tags" can hold several options at once and is not compared.',
        'Ask for one of them: "food" in tags',
    ),
    (
        '"food" in trade',
        '"food" in trade',
        'After "in" comes a list, and "trade" is one of several options.',
        'Write: "food" == trade',
    ),
    (
        "consent in ready",
        "consent in ready",
        'After "in" comes a list, and "ready" is yes or no.',
        None,
    ),
    (
        "trade in tags",
        "trade",
        'What is looked for in "tags" has to be one of its options.',
        "Write the option in quotation marks.",
    ),
    (
        "has(ready)",
        "ready",
        '"has" asks whether a field has a value, and "ready" is no field.',
        "Write ready alone, or: not ready",
    ),
    (
        "days_since(score) > 3",
        "score",
        'Days are counted from a date, and "score" is a whole number.',
        None,
    ),
    (
        "days_until(ready) > 3",
        "ready",
        'Days are counted from a date, and "ready" is yes or no.',
        None,
    ),
    (
        "score * rate > 1",
        "score * rate",
        "Here two values are multiplied that both differ from case to case.",
        "Multiply by a number that is written out.",
    ),
    (
        "(consent ? 2 : 3) * score > 1",
        "(consent ? 2 : 3) * score",
        "Here two values are multiplied that both differ from case to case.",
        "Multiply by a number that is written out.",
    ),
    (
        "due + 30 > sent",
        "due",
        'A number is wanted here, and "due" is a date.',
        "Count the days: days_since(due)",
    ),
    (
        'brief + "!" == "a"',
        "brief",
        'A number is wanted here, and "brief" is a text.',
        None,
    ),
    (
        "-trade > 3",
        "trade",
        'A number is wanted here, and "trade" is one of several options.',
        None,
    ),
    (
        '(consent ? score : "none") == 3',
        'score : "none"',
        'These two cannot stand for each other: "score" (a whole number) and "none" (a text).',
        None,
    ),
    (
        "(consent ? trade : reason) == 'food'",
        "trade : reason",
        '"trade" and "reason" have different options, so one cannot stand for the other.',
        None,
    ),
]


@pytest.mark.parametrize(("text", "part", "message", "hint"), WRONG)
def test_what_does_not_fit(text: str, part: str, message: str, hint: str | None) -> None:
    (found,) = mismatches(parsed(text), NAMES)
    say = translator("en").render
    assert (text[slice(*found.span)], say(found.message)) == (part, message)
    assert (None if found.hint is None else say(found.hint)) == hint
    assert found.option is None


@pytest.mark.parametrize("text", [text for text, *_ in WRONG])
def test_what_does_not_fit_is_told_in_finnish(text: str) -> None:
    (found,) = mismatches(parsed(text), NAMES)
    for message in filter(None, (found.message, found.hint)):
        assert translator("fi").render(message) != translator("en").render(message)


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        ('trade == "foood"', ["foood"], '"foood" is no option of "trade".'),
        ('"x" in tags', ["x"], '"x" is no option of "tags".'),
        ('trade in ["x", "food", "y"]', ["x", "y"], '"x" is no option of "trade".'),
        ('(consent ? "x" : "food") == trade', ["x"], '"x" is no option of "trade".'),
        ('(consent ? "x" : trade) == "y"', ["x"], '"x" is no option of "trade".'),
        ('(consent ? trade : same_trade) == "y"', ["y"], None),
    ],
)
def test_options_that_do_not_exist_are_all_named(
    text: str, options: list[str], message: str | None
) -> None:
    found = mismatches(parsed(text), NAMES)
    assert [one.option for one in found] == options
    assert all(one.options is not None and "food" in one.options for one in found)
    assert [text[slice(*one.span)].strip('"') for one in found] == options
    if message is not None:
        assert translator("en").render(found[0].message) == message


@pytest.mark.parametrize(
    ("text", "wanted", "message"),
    [
        ("score + 1", Type("integer"), None),
        ("score + 1", Type("money"), None),
        ("rate * 2", Type("money"), None),
        ("due", Type("date"), None),
        ("'2026-12-31'", Type("date"), None),
        ("consent ? 'food' : 'energy'", Type("choice", TRADES), None),
        ("same_trade", Type("choice", TRADES), None),
        ("tags", Type("list", TRADES), None),
        ("score > 1", BOOLEAN, None),
        ("untyped", Type("integer"), None),
        (
            "score * 1.5",
            Type("integer"),
            "This field is a whole number, and what is computed is a number.",
        ),
        ("score", Type("text"), "This field is a text, and what is computed is a whole number."),
        ("brief", Type("date"), "This field is a date, and what is computed is a text."),
        ("'2026-13-01'", Type("date"), '"2026-13-01" is no day of the calendar.'),
        ("'x'", Type("choice", TRADES), '"x" is not among the options.'),
        (
            "second_trade",
            Type("choice", TRADES),
            '"second_trade" has options that this field does not have.',
        ),
        (
            "score",
            BOOLEAN,
            'A condition is wanted here, and "score" is a whole number.',
        ),
    ],
)
def test_a_formula_has_the_type_of_its_field(text: str, wanted: Type, message: str | None) -> None:
    found = mismatches(parsed(text), NAMES, wanted)
    assert [translator("en").render(one.message) for one in found] == ([message] if message else [])


def test_where_any_type_will_do_only_the_parts_have_to_fit() -> None:
    checker = Checker(NAMES)
    assert checker.check(parsed("score"), None) == ()
    assert len(checker.check(parsed("score + brief"), None)) == 1


def test_one_cause_is_one_problem_and_each_has_its_place() -> None:
    text = "score > (brief + 1) * rate and trade and consent == 3 and due == 'x'"
    found = mismatches(parsed(text), NAMES)
    assert [text[slice(*one.span)] for one in found] == ["brief", "trade", "consent == 3", "'x'"]


def test_wide_and_deep_conditions_are_checked() -> None:
    wide = " and ".join(["trade in ['food', 'x']"] * 5_000)
    assert len(mismatches(parsed(wide), NAMES)) == 5_000
    deep = "(consent and " * 1_500 + "score" + ")" * 1_500
    assert len(mismatches(parsed(deep), NAMES)) == 1


def test_many_options_are_compared_once() -> None:
    left, right = ({f"{side}{i}": None for i in range(20_000)} for side in "ab")
    names = Names({"a": Type("choice", left), "b": Type("choice", right)})
    found: list[Mismatch] = []
    checker = Checker(names)
    for _ in range(50):
        found += checker.check(parsed(" and ".join(["a == b"] * 100)))
    assert len(found) == 5_000
