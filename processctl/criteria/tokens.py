"""From the text of a condition to tokens: those of the grammar, and those it has to refuse.

The lexer knows all of CEL's tokens (https://github.com/google/cel-spec/blob/master/doc/langdef.md)
and the usual slips. Whatever the grammar has no use for gets a kind of its own, on which the
parser stops, so that the first thing wrong in the text is the one that is named.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from processctl.criteria.quoting import bad_escape

WORDS = {
    "and": "AND",
    "or": "OR",
    "not": "NOT",
    "in": "IN",
    "true": "TRUE",
    "false": "FALSE",
    "null": "NULL",
}
FUNCTIONS = {
    "has": "HAS",
    "at_least": "AT_LEAST",
    "days_since": "DAYS_SINCE",
    "days_until": "DAYS_UNTIL",
}
# CEL keeps these from being names, so that a condition is legal CEL under any implementation.
RESERVED = frozenset(
    (
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let",
        "loop", "package", "namespace", "return", "var", "void", "while",
    )
)  # fmt: skip
SIGNS = {
    "&&": "AND",
    "||": "OR",
    "!": "BANG",
    "==": "COMPARE",
    "!=": "COMPARE",
    "<": "COMPARE",
    "<=": "COMPARE",
    ">": "COMPARE",
    ">=": "COMPARE",
    "+": "PLUS",
    "-": "MINUS",
    "*": "STAR",
    "?": "QUESTION",
    ":": "COLON",
    ",": "COMMA",
    "(": "LPAR",
    ")": "RPAR",
    "[": "LSQB",
    "]": "RSQB",
    # From here on only to be refused.
    ".": "DOT",
    "/": "SLASH",
    "%": "PERCENT",
    "{": "LBRACE",
    "}": "RBRACE",
}
# What is meant by a sign that is none: shown as "write this instead".
MISSPELT = {
    "=": "==",
    "===": "==",
    "!==": "!=",
    ":=": "==",
    "=>": ">=",
    "=<": "<=",
    "<>": "!=",
    "≠": "!=",
    "≤": "<=",
    "≥": ">=",
    "&": "and",
    "|": "or",
    "∧": "and",
    "∨": "or",  # noqa: RUF001
    "¬": "not",
    "−": "-",  # noqa: RUF001  the minus of word processors
    "–": "-",  # noqa: RUF001  and their dash
    "×": "*",  # noqa: RUF001
    "·": "*",
}
OPENING_QUOTES = "“”„‟«»‘’‚‛`´"  # noqa: RUF001

_signs = "|".join(re.escape(sign) for sign in sorted([*SIGNS, *MISSPELT], key=len, reverse=True))
# Every repetition is possessive (``*+``): no text makes the scan go back, so it is linear.
_SCAN = re.compile(
    rf"""
      (?P<BLANK>   [ \t\n\f\r]++)
    | (?P<RAW>     (?:[rR][bB]?|[bB][rR]?) (?: "(?:[^"\\]|\\.)*+" | '(?:[^'\\]|\\.)*+' ))
    | (?P<WORD>    [^\W\d]\w*+)
    | (?P<DATE>    [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![\w.])
                 | [0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{4}}(?![\w.]))
    | (?P<DECIMAL> [0-9]*+\.[0-9]++(?![\w.]))
    | (?P<INTEGER> [0-9]++(?![\w.]))
    | (?P<NUMBER>  \.?[0-9](?:[eE][+-]?[0-9]|[\w.])*+)
    | (?P<TRIPLE>  \"""(?:(?!\""").)*+(?:\""")? | '''(?:(?!''').)*+(?:''')?)
    | (?P<TEXT>    "(?:[^"\\\n]|\\.)*+" | '(?:[^'\\\n]|\\.)*+')
    | (?P<UNCLOSED>"[^\n]*+ | '[^\n]*+)
    | (?P<COMMENT> //[^\n]*+)
    | (?P<POWER>   \*\*)
    | (?P<SIGN>    {_signs})
    | (?P<CURLY>   [{OPENING_QUOTES}])
    | (?P<CURRENCY>[€$£¥])
    | (?P<FOREIGN> .)
    """,
    re.VERBOSE | re.DOTALL,
)
_BLANK = re.compile(r"[ \t\n\f\r]*+")


@dataclass(slots=True)
class Token:
    """A piece of the text; ``kind`` is a terminal of the grammar, or one it does not have."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the token ends, exclusive."""
        return self.start + len(self.text)

    @property
    def span(self) -> tuple[int, int]:
        """Where the token stands in the expression."""
        return self.start, self.end


def tokens(text: str) -> list[Token]:
    """All tokens of ``text``, in order. Never fails: what makes no sense is a token too."""
    found = []
    for match in _SCAN.finditer(text):
        kind = match.lastgroup
        if kind == "BLANK":
            continue
        piece = match.group()
        start = match.start()
        if kind == "WORD":
            kind = WORDS.get(piece) or _kind_of_word(piece, text, match.end())
        elif kind == "SIGN":
            kind = SIGNS.get(piece, "MISSPELT")
        elif kind == "INTEGER" and piece[0] == "0" and len(piece) > 1:
            kind = "PADDED"
        elif kind == "TEXT" and "\\" in piece and (escape := bad_escape(piece)):
            kind, start, piece = "BAD_ESCAPE", start + escape[0], piece[escape[0] : escape[1]]
        found.append(Token(kind or "FOREIGN", piece, start))
    return found


def _kind_of_word(word: str, text: str, end: int) -> str:
    if word in RESERVED:
        return "RESERVED"
    if not word.isascii():
        return "ACCENTED"
    if word.lower() in WORDS:
        return "CAPITALS"
    blank = _BLANK.match(text, end)
    if text.startswith("(", blank.end() if blank else end):
        return FUNCTIONS.get(word, "CALL")
    return "NAME"


def nesting(found: list[Token]) -> tuple[int, int]:
    """The greatest depth of the tree that the tokens can make, and the token that reaches it.

    Parentheses, brackets, prefixes and choices each go one level deeper; chains do not. The
    answer is never too low, so a tree within the limit can be walked recursively.
    """
    outer: list[int] = []
    here = prefixes = deepest = place = 0
    for index, token in enumerate(found):
        match token.kind:
            case "LPAR" | "LSQB":
                outer.append(here)
                here += prefixes + 1
                prefixes = 0
            case "RPAR" | "RSQB":
                here = outer.pop() if outer else 0
                prefixes = 0
            case "QUESTION":
                here += 1
                prefixes = 0
            case "NOT" | "BANG" | "MINUS":
                prefixes += 1
            case "AND" | "OR" | "COMMA" | "COLON" | "PLUS" | "STAR" | "COMPARE" | "IN":
                prefixes = 0
        if here + prefixes > deepest:
            deepest, place = here + prefixes, index
    return deepest, place
