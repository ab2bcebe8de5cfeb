"""What is missing: a value between two signs, or a sign between two values."""

from __future__ import annotations

from processctl.criteria.problem import Problem
from processctl.criteria.stop import Stop, syntax
from processctl.criteria.tokens import Token
from processctl.texts import say

_VALUES = ("NAME", "INTEGER", "DECIMAL", "TEXT", "TRUE", "FALSE", "NOT", "BANG", "LPAR")
_FUNCTIONS = ("HAS", "AT_LEAST", "DAYS_SINCE", "DAYS_UNTIL")
_CHOICE = say("Write a choice so: condition ? value : other value")


def missing_value(stop: Stop) -> Problem:
    """A value or condition should stand at the stop."""
    before, token = stop.before, stop.token
    if before and before.kind == "IN":
        return _after_in(stop, before)
    if token is None:
        last = stop.found[-1]
        return syntax(last.span, say('Something is missing after "{sign}".', sign=last.text))
    if token.kind == "NOT" and before:
        return syntax(
            token.span,
            say('"not" has to stand in parentheses here.'),
            say("Write: (not …)"),
        )
    if before is None:
        return syntax(token.span, say('Something is missing before "{sign}".', sign=token.text))
    span = before.start, token.end
    if token.kind == "RSQB" and before.kind == "LSQB":
        return syntax(span, say("The list is empty."))
    if token.kind == "RPAR" and before.kind == "LPAR":
        return syntax(span, say("Nothing stands between the parentheses."))
    if token.kind == "COMPARE" and before.kind in ("AND", "OR"):
        return _repeat_name(stop, token)
    return syntax(
        span,
        say(
            'Something is missing between "{before}" and "{after}".',
            before=_shown(before),
            after=_shown(token),
        ),
    )


def _after_in(stop: Stop, word: Token) -> Problem:
    span = word.start, (stop.token or word).end
    return syntax(
        span,
        say('After "in" comes a list in square brackets or a field with several values.'),
        say('For example: field in ["one", "two"]'),
    )


def _repeat_name(stop: Stop, sign: Token) -> Problem:
    """``budget > 5 and < 10``: what is compared has to be named both times."""
    subject = stop.found[0]
    for place in range(stop.index - 1, 0, -1):
        if stop.found[place].kind == "COMPARE":
            subject = stop.found[place - 1]
            break
    message = say('Something is missing before "{sign}".', sign=sign.text)
    if subject.kind != "NAME":
        return syntax(sign.span, message)
    hint = say("Write the name again: {name} {sign} …", name=subject.text, sign=sign.text)
    return syntax(sign.span, message, hint)


def missing_sign(stop: Stop) -> Problem:
    """The condition could end at the stop, or go on with a sign, but does not."""
    before, token = stop.before or stop.found[0], stop.token
    opening = stop.unclosed()
    if token is None:
        return _unfinished(before, opening)
    if token.kind in (*_VALUES, *_FUNCTIONS):
        return syntax(
            (before.start, token.end),
            say(
                'A word or sign is missing between "{before}" and "{after}".',
                before=_shown(before),
                after=_shown(token),
            ),
            say('Write "and", "or" or a comparison such as "==" between them.'),
        )
    if opening and opening.kind == "QUESTION" and token.kind == "QUESTION":
        return syntax(
            token.span, say("A choice within a choice has to stand in parentheses."), _CHOICE
        )
    if opening and opening.kind == "QUESTION" and token.kind in ("RPAR", "RSQB", "COMMA"):
        return _unfinished(before, opening)
    match token.kind:
        case "COMMA":
            return syntax(
                token.span,
                say('A comma can only stand in a list and in "at_least".'),
                say('Write "and" or "or".'),
            )
        case "RPAR" | "RSQB" if opening is None:
            return syntax(
                token.span,
                say('"{sign}" closes nothing.', sign=token.text),
                say(
                    "Delete it, or add {opening} before.", opening="(" if token.text == ")" else "["
                ),
            )
        case "RPAR" | "RSQB" if opening is not None:
            return _unfinished(before, opening)
        case "COLON" | "QUESTION":
            return syntax(token.span, say('"{sign}" cannot stand here.', sign=token.text), _CHOICE)
    return syntax(token.span, say('"{sign}" cannot stand here.', sign=token.text))


def _unfinished(last: Token, opening: Token | None) -> Problem:
    if opening is None:
        return syntax(last.span, say('Something is missing after "{sign}".', sign=last.text))
    if opening.kind == "QUESTION":
        return syntax(opening.span, say("A choice needs two values."), _CHOICE)
    closing = ")" if opening.text == "(" else "]"
    return syntax(
        opening.span,
        say('"{sign}" is never closed.', sign=opening.text),
        say("Add {closing}.", closing=closing),
    )


def _shown(token: Token) -> str:
    # The message puts quotation marks around it.
    return token.text[1:-1] if token.kind == "TEXT" else token.text
