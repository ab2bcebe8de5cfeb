"""Parsing conditions: one parser a run, one answer for each text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, cast

from processctl.criteria.build import Builder
from processctl.criteria.limits import Limits, over_limit
from processctl.criteria.nodes import Node
from processctl.criteria.problem import Problem
from processctl.criteria.tokens import Token, tokens

if TYPE_CHECKING:
    from lark import Lark
    from lark import Token as LarkToken
    from lark.lexer import LexerState


class Parser:
    """Reads conditions. Building one loads lark; make one a run.

    Equal texts are parsed once: they share one answer, which is immutable.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._lark = _lark()
        self._known: dict[str, Node | Problem] = {}

    def parse(self, text: str) -> Node | Problem:
        """The tree of ``text``, or the first thing wrong in it. Never raises."""
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = self._parse(text)
        return known

    def _parse(self, text: str) -> Node | Problem:
        from lark.exceptions import UnexpectedToken

        found = tokens(text) if len(text) <= self._limits.characters else []
        if problem := over_limit(text, found, self._limits):
            return problem
        try:
            # Lark hands any input on to a lexer of one's own, but is annotated for texts only.
            return cast("Node", self._lark.parse(cast("str", found)))
        except UnexpectedToken as unexpected:
            from processctl.criteria.diagnose import diagnose  # most runs have nothing to explain

            index = _index(found, unexpected.token)
            return diagnose(text, found, index, frozenset(unexpected.expected))


def _index(found: list[Token], unexpected: LarkToken) -> int:
    """Which token lark stopped at; one more than the last is the end."""
    if unexpected.type == "$END":
        return len(found)
    return next(i for i, token in enumerate(found) if token.start == unexpected.start_pos)


@cache
def _lark() -> Lark:
    """The grammar's tables, made once: they take longer than to parse a whole process."""
    from lark import Lark
    from lark import Token as LarkToken
    from lark.lexer import Lexer

    class Ready(Lexer):
        """Hands over tokens that were made before: their nesting had to be counted first."""

        __future_interface__ = 2  # lark's number for this signature of ``lex``

        def __init__(self, _conf: object) -> None:
            pass

        def lex(self, lexer_state: LexerState, parser_state: object) -> Iterator[LarkToken]:
            del parser_state
            for token in cast("list[Token]", lexer_state.text):
                yield LarkToken(token.kind, token.text, token.start, end_pos=token.end)

    grammar = resources.files("processctl.criteria").joinpath("grammar.lark").read_text("utf-8")
    return Lark(grammar, parser="lalr", lexer=Ready, transformer=Builder(), keep_all_tokens=True)
