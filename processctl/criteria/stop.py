"""The place where the parser stopped, as the functions that explain it see it."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.criteria.nodes import Span
from processctl.criteria.problem import Problem
from processctl.criteria.tokens import Token
from processctl.texts import Message

NUMBERS = ("INTEGER", "DECIMAL", "PADDED")
CONNECTIVES = ("AND", "OR", "QUESTION", "COLON", "COMMA")
_OPENING = ("LPAR", "LSQB")
_CLOSING = ("RPAR", "RSQB")


@dataclass(frozen=True, slots=True)
class Stop:
    """The tokens, which one could not follow, and the kinds that could have stood there."""

    text: str
    found: list[Token]
    index: int
    expected: frozenset[str]

    @property
    def token(self) -> Token | None:
        """The token that could not follow; None at the end of the text."""
        return self.at(0)

    @property
    def before(self) -> Token | None:
        """The last token that was read."""
        return self.at(-1)

    @property
    def after(self) -> Token | None:
        """The token after the one that could not follow."""
        return self.at(1)

    @property
    def wants_value(self) -> bool:
        """Whether a value or a condition has to come next, not a sign between two of them."""
        return "NAME" in self.expected

    def at(self, distance: int) -> Token | None:
        """The token that many places from the stop."""
        place = self.index + distance
        return self.found[place] if 0 <= place < len(self.found) else None

    def before_is(self, *kinds: str) -> bool:
        """Whether the last token read is of one of these kinds."""
        return self.before is not None and self.before.kind in kinds

    def after_is(self, *kinds: str) -> bool:
        """Whether the token after the stop is of one of these kinds."""
        return self.after is not None and self.after.kind in kinds

    def unclosed(self) -> Token | None:
        """The innermost ``(``, ``[`` or ``?`` before the stop that waits for its other half."""
        waiting: list[Token] = []
        for token in self.found[: self.index]:
            if token.kind in (*_OPENING, "QUESTION"):
                waiting.append(token)
            elif token.kind in _CLOSING:
                while waiting and waiting.pop().kind == "QUESTION":
                    pass
            elif token.kind == "COLON" and waiting:
                waiting.pop()
        return waiting[-1] if waiting else None

    def clause(self) -> list[Token]:
        """The tokens of the same parenthesis before the stop, back to an "and" or the like."""
        depth = 0
        place = self.index
        while place:
            kind = self.found[place - 1].kind
            if kind in _CLOSING:
                depth += 1
            elif kind in _OPENING:
                depth -= 1
            if depth < 0 or (depth == 0 and kind in (*CONNECTIVES, "NOT")):
                break
            place -= 1
        return self.found[place : self.index]

    def rest(self) -> list[Token]:
        """The tokens after the stop that belong to the same comparison."""
        depth = 0
        place = self.index + 1
        while place < len(self.found):
            kind = self.found[place].kind
            depth += (kind in _OPENING) - (kind in _CLOSING)
            if depth < 0 or (depth == 0 and kind in (*CONNECTIVES, "COMPARE", "IN")):
                break
            place += 1
        return self.found[self.index + 1 : place]

    def written(self, tokens: list[Token]) -> str:
        """The text from the first to the last of ``tokens``."""
        return self.text[tokens[0].start : tokens[-1].end] if tokens else ""


def syntax(span: Span, message: Message, hint: Message | None = None) -> Problem:
    """What is no expression in any language like this one."""
    return Problem("syntax", span, message, hint)


def refused(span: Span, message: Message, hint: Message | None = None) -> Problem:
    """What is CEL, and is not part of conditions."""
    return Problem("refused", span, message, hint)
