"""From the place where the parser stopped to a problem in the words of the writer."""

from __future__ import annotations

from collections.abc import Callable

from processctl.criteria.missing import missing_sign, missing_value
from processctl.criteria.numbers import spaced, unit, with_comma
from processctl.criteria.problem import Problem
from processctl.criteria.refuse import refusal
from processctl.criteria.stop import NUMBERS, Stop, refused, syntax
from processctl.criteria.tokens import Token
from processctl.texts import Message, say

# Words that stand where a sign should, in English and in Finnish.
_WORDS = {
    "is": "==",
    "equals": "==",
    "eq": "==",
    "on": "==",
    "ja": "and",
    "tai": "or",
    "ei": "not",
}
_FUNCTIONS = ("HAS", "DAYS_SINCE", "DAYS_UNTIL")


def diagnose(text: str, found: list[Token], index: int, expected: frozenset[str]) -> Problem:
    """Why the token at ``index`` (the end, if there is none) cannot follow those before it.

    ``expected`` are the kinds of tokens that could.
    """
    if not found:
        return syntax(
            (0, len(text)),
            say("The condition is empty."),
            say("Write a comparison, for example: budget >= 5000"),
        )
    stop = Stop(text, found, index, expected)
    for explain in _EXPLANATIONS:
        if problem := explain(stop):
            return problem
    return missing_value(stop) if stop.wants_value else missing_sign(stop)


def _function(stop: Stop) -> Problem | None:
    """Something else than one name in ``has`` or a day count; ``at_least`` without a number."""
    if stop.token is None and not stop.before_is("LPAR"):
        return None  # then it is the parenthesis that is missing
    for distance in (-2, -3):
        word = stop.at(distance)
        if word and word.kind in _FUNCTIONS and len(stop.expected) == 1:
            return syntax(
                (word.start, (stop.token or stop.found[-1]).end),
                say('"{function}" takes the id of one field.', function=word.text),
                say("Write {example}.", example=f"{word.text}({_argument(stop)})"),
            )
        if word and word.kind == "AT_LEAST" and stop.expected in ({"INTEGER"}, {"COMMA"}):
            return syntax(
                (word.start, (stop.token or stop.found[-1]).end),
                say('"at_least" takes a whole number and then conditions.'),
                say("Count conditions: at_least(2, first, second, third)"),
            )
    return None


def _argument(stop: Stop) -> str:
    for token in (stop.before, stop.token):
        if token and token.kind == "NAME":
            return token.text
    return "field"


def _word(stop: Stop) -> Problem | None:
    """``is``, ``ja`` and other words that stand for a sign."""
    token = stop.token
    if token is None or stop.wants_value:
        return None
    if token.kind == "NOT" and stop.after_is("IN"):
        item = stop.written(stop.clause())
        return syntax(
            (token.start, token.end),
            say('"not" stands before the whole comparison.'),
            say("Write: not {item} in …", item=item),
        )
    for word in (token, stop.before):
        if word and word.kind == "NAME" and (meant := _WORDS.get(word.text)):
            if meant == "==" and word is token and stop.after_is("NOT"):
                meant = "!="
            return syntax(
                word.span,
                say('The word "{word}" is not part of conditions.', word=word.text),
                say('Write "{meant}".', meant=meant),
            )
    return None


def _chained(stop: Stop) -> Problem | None:
    """``1 < a < 5``, which CEL reads, but as a comparison of true or false with 5."""
    token = stop.token
    if token is None or stop.wants_value or token.kind not in ("COMPARE", "IN"):
        return None
    clause = stop.clause()
    places = [i for i, part in enumerate(clause) if part.kind in ("COMPARE", "IN")]
    if not places:
        return None
    hint: Message | None = None
    middle, rest = stop.written(clause[places[-1] + 1 :]), stop.written(stop.rest())
    if middle and rest:
        left = stop.written(clause)
        hint = say("Write: {left} and {right}", left=left, right=f"{middle} {token.text} {rest}")
    return refused((clause[0].start, token.end), say("Comparisons cannot be chained."), hint)


def _quote_within(stop: Stop) -> Problem | None:
    """``'It's'``: the text ends at the apostrophe."""
    before, token = stop.before, stop.token
    if not (before and token and before.kind == "TEXT" and token.kind == "NAME"):
        return None
    if before.end != token.start:
        return None
    mark = before.text[0]
    return syntax(
        (before.start, token.end),
        say("A quotation mark within the text ends it."),
        say("Write {mark} within the text.", mark="\\" + mark),
    )


def _brackets(stop: Stop) -> Problem | None:
    """A square bracket that is not the list after ``in``."""
    token = stop.token
    if token is None or token.kind != "LSQB" or "LSQB" in stop.expected:
        return None
    if stop.wants_value:
        return refused(
            token.span,
            say('A list can only stand after "in".'),
            say('For example: field in ["one", "two"]'),
        )
    return refused(
        token.span,
        say("Picking a value by square brackets is not part of conditions."),
        say('Ask whether a list has a value: "one" in field'),
    )


def _digits(stop: Stop) -> Problem | None:
    """Spaces and commas within a number, and words after one."""
    token = stop.token
    if token is None or stop.wants_value:
        return None
    if token.kind in NUMBERS:
        return spaced(stop)
    return with_comma(stop) if token.kind == "COMMA" else unit(stop)


_EXPLANATIONS: tuple[Callable[[Stop], Problem | None], ...] = (
    refusal,
    _function,
    _digits,
    _word,
    _chained,
    _quote_within,
    _brackets,
)
