"""How large a condition may be, and what is said of a larger one."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.criteria.problem import Problem
from processctl.criteria.tokens import Token, nesting
from processctl.texts import say

# Python refuses to turn more than 4,300 digits into a number.
_DIGITS = 4_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The greatest length of an expression, in characters, and the greatest depth of its tree."""

    characters: int = 4_000
    depth: int = 64


def over_limit(text: str, found: list[Token], limits: Limits) -> Problem | None:
    """A condition that is longer or deeper than it may be; found without parsing it."""
    hint = say('Give parts of it names of their own under "criteria".')
    if len(text) > limits.characters:
        return Problem(
            "over_limit",
            (0, len(text)),
            say(
                "The condition has {count} characters, at most {limit} are allowed.",
                count=len(text),
                limit=limits.characters,
            ),
            hint,
        )
    # A token makes the tree deeper by one at most.
    if len(found) > limits.depth:
        depth, place = nesting(found)
        if depth > limits.depth:
            return Problem(
                "over_limit",
                found[place].span,
                say(
                    "The condition is {depth} levels deep, at most {limit} are allowed.",
                    depth=depth,
                    limit=limits.depth,
                ),
                hint,
            )
    if len(text) > _DIGITS:
        for token in found:
            if token.kind in ("INTEGER", "DECIMAL") and len(token.text) > _DIGITS:
                message = say("The number has more than {limit} digits.", limit=_DIGITS)
                return Problem("over_limit", token.span, message, None)
    return None
