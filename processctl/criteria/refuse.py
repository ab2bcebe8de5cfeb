"""Tokens that no condition has, each named, with what to write instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from processctl.criteria.functions import unknown_function
from processctl.criteria.numbers import currency, date, number, padded, percent, spaced
from processctl.criteria.problem import Problem
from processctl.criteria.stop import Stop, refused, syntax
from processctl.criteria.tokens import MISSPELT, OPENING_QUOTES, WORDS, Token
from processctl.texts import say


def refusal(stop: Stop) -> Problem | None:
    """What is wrong with the token at the stop, wherever it stands; None if it has good uses."""
    token = stop.token
    explain = _BY_KIND.get(token.kind) if token else None
    return explain(stop, token) if token and explain else None


def _misspelt(_stop: Stop, token: Token) -> Problem:
    return syntax(
        token.span,
        say('The sign "{sign}" is not part of conditions.', sign=token.text),
        say('Write "{meant}".', meant=MISSPELT[token.text]),
    )


def _capitals(stop: Stop, token: Token) -> Problem:
    word = token.text.lower()
    if WORDS[word] == "NULL":
        return _null(stop, token)
    return syntax(
        token.span,
        say('The word "{word}" has to be in small letters.', word=token.text),
        say('Write "{meant}".', meant=word),
    )


def _null(_stop: Stop, token: Token) -> Problem:
    return refused(
        token.span,
        say('"null" is not part of conditions.'),
        say("Ask whether a field has a value: has(field)"),
    )


def _reserved(_stop: Stop, token: Token) -> Problem:
    if token.text in ("if", "else"):
        hint = say("Write a choice so: condition ? value : other value")
    else:
        hint = say('Give it another id, for example "{word}_type".', word=token.text)
    return refused(
        token.span,
        say('The word "{word}" is reserved and cannot be a name.', word=token.text),
        hint,
    )


def _accented(_stop: Stop, token: Token) -> Problem:
    bare = unicodedata.normalize("NFKD", token.text).encode("ascii", "ignore").decode()
    hint = say('Ids are made of a–z, 0–9 and "_".')  # noqa: RUF001  dashes of ranges
    if bare.isidentifier():
        hint = say('Ids are made of a–z, 0–9 and "_": is "{id}" meant?', id=bare)  # noqa: RUF001
    return syntax(
        token.span, say('The name "{word}" has a letter that no id has.', word=token.text), hint
    )


def _raw(_stop: Stop, token: Token) -> Problem:
    return refused(
        token.span,
        say("Raw texts and bytes are not part of conditions."),
        say("Leave out the letter before the quotation mark."),
    )


def _triple(_stop: Stop, token: Token) -> Problem:
    return refused(
        token.span,
        say("Triple quotation marks are not part of conditions."),
        say("Write the text in one pair of quotation marks."),
    )


def _unclosed(_stop: Stop, token: Token) -> Problem:
    return syntax(
        token.span,
        say("The quotation mark is never closed."),
        say("Add {mark} where the text ends.", mark=token.text[0]),
    )


def _bad_escape(_stop: Stop, token: Token) -> Problem:
    return syntax(
        token.span,
        say('"{escape}" means nothing in a text.', escape=token.text),
        say("Write {backslash} for a backslash.", backslash="\\\\"),
    )


def _curly(stop: Stop, token: Token) -> Problem:
    end = token.end
    while end < len(stop.text) and stop.text[end] not in OPENING_QUOTES + "\"'\n":
        end += 1
    if end == len(stop.text) or stop.text[end] == "\n":
        return syntax(
            token.span,
            say("Only straight quotation marks can be used."),
            say("Write {double} or {single}.", double='"', single="'"),
        )
    return syntax(
        (token.start, end + 1),
        say("Only straight quotation marks can be used."),
        say('Write "{inner}".', inner=stop.text[token.end : end]),
    )


def _comment(_stop: Stop, token: Token) -> Problem:
    return refused(
        token.span,
        say("Comments are not part of conditions."),
        say('Write the remark under the key "about".'),
    )


def _power(_stop: Stop, token: Token) -> Problem:
    return syntax(
        token.span,
        say("Powers are not part of conditions."),
        say("Multiply instead: a * a"),
    )


def _slash(_stop: Stop, token: Token) -> Problem:
    return refused(
        token.span,
        say("Division is not part of conditions."),
        say("Multiply the other side instead: a > 2 * b in place of a / b > 2"),
    )


def _brace(stop: Stop, token: Token) -> Problem:
    hint = say('A list stands in square brackets: field in ["one", "two"]')
    return refused(
        token.span,
        say("Braces are not part of conditions."),
        hint if stop.before_is("IN", "COMPARE") else None,
    )


def _dot(stop: Stop, token: Token) -> Problem:
    before, after = stop.before, stop.after
    if before is None or after is None:
        return syntax(token.span, say("A dot cannot stand here."))
    if after.kind in ("CALL", "HAS", "AT_LEAST", "DAYS_SINCE", "DAYS_UNTIL"):
        return unknown_function(stop, after)
    return refused(
        (before.start, after.end),
        say("A dot between names is not part of conditions."),
        say("Write the id of the field alone."),
    )


def _foreign(stop: Stop, token: Token) -> Problem:
    if token.text.isspace() or unicodedata.category(token.text) == "Cf":
        return spaced(stop) or syntax(
            token.span,
            say("A special space stands here."),
            say("Write an ordinary space."),
        )
    shown = token.text if token.text.isprintable() else f"U+{ord(token.text):04X}"
    return syntax(token.span, say('The character "{sign}" is not part of conditions.', sign=shown))


_BY_KIND: dict[str, Callable[[Stop, Token], Problem]] = {
    "MISSPELT": _misspelt,
    "CAPITALS": _capitals,
    "NULL": _null,
    "RESERVED": _reserved,
    "ACCENTED": _accented,
    "RAW": _raw,
    "TRIPLE": _triple,
    "UNCLOSED": _unclosed,
    "BAD_ESCAPE": _bad_escape,
    "CURLY": _curly,
    "COMMENT": _comment,
    "POWER": _power,
    "SLASH": _slash,
    "LBRACE": _brace,
    "RBRACE": _brace,
    "DOT": _dot,
    "CALL": unknown_function,
    "FOREIGN": _foreign,
    "DATE": date,
    "NUMBER": number,
    "PADDED": padded,
    "PERCENT": percent,
    "CURRENCY": currency,
}
