"""The traps that everybody who writes YAML steps into once: signs that an unquoted text cannot hold.

Each is told by the line in which the parser gave up, with the line written as it should be.
"""

from __future__ import annotations

import re

from processctl.reading.certain import negate, quote_line, quote_stretch
from processctl.reading.edit import TextEdit
from processctl.reading.problem import Problem
from processctl.reading.source import Source, Span
from processctl.texts import Message, say

_KEY_AND_REST = re.compile(r"\s*(?:- +)*(?P<key>[\w.]+)\s*:[ \t]+(?P<rest>\S.*)$")
_EXPRESSION_KEYS = frozenset({"when", "test", "entry", "is", "assuming"})
_RESERVED_START = "@`%&*!|>{}[],#?"
_TORN_LIST = re.compile(r"\[[^\[\]{}]*\]\s*[^\s,#]")
# Between braces: a key, and what stands for its value up to the sign that breaks it.
_FLOW_QUOTE = re.compile(r"\b(?P<key>\w{1,64}):\s*(?P<rest>(['\"]).*?\3\s*[^\s,}\]][^,}]*)")
_FLOW_COLON = re.compile(r"[{,]\s*(?P<key>\w+):\s+(?P<rest>[^,{}\[\]\"'\n]*?:\s[^,}]*)")
_FLOW_NOT = re.compile(r"\b(?P<key>\w{1,64}):\s+!(?P<rest>\([^,}]*)")
_FLOW_BRACKET = re.compile(
    r"\b(?P<key>\w{1,64}):\s+(?P<rest>[^,{}\[\]\"'\n:]+\[[^\[\]{}\"'\n]*\][^,{}\[\]\"'\n]*)(?=[,}])"
)


Mends = tuple[TextEdit, ...]


def invalid(
    source: Source, start: int, end: int, message: Message, hint: Message, mends: Mends = ()
) -> Problem:
    """A problem of the rule invalid-yaml at a stretch of a file, which may end before ``end``."""
    span = Span(source, start, max(min(end, len(source.text)), start))
    return Problem("invalid-yaml", span, message, hint, mends=mends)


def line_bounds(text: str, offset: int) -> tuple[int, int]:
    """Where the line around an offset begins and ends."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    ends = [end for end in (text.find("\n", offset), text.find("\r", offset)) if end >= 0]
    return start, min(ends, default=len(text))


def text_trap(source: Source, offset: int, context: int | None) -> Problem | None:
    """The trap in the line of ``offset`` or in the one before it, if there is one."""
    del context
    for place in (offset, max(offset - 1, 0)):
        start, end = line_bounds(source.text, place)
        if start <= offset <= end + 1:
            problem = _trap_in_line(source, start, end, offset)
            if problem is not None:
                return problem
    return None


def _trap_in_line(source: Source, start: int, end: int, offset: int) -> Problem | None:
    found = _KEY_AND_REST.match(source.text[start:end])
    if found is None:
        return None
    key, rest = found["key"], found["rest"].rstrip()
    first = start + found.start("rest")
    last = first + len(rest)
    mends = quote_line(source, key, start + found.start("key"), first)
    if rest[0] in "\"'":
        return _open_quote_before(source, start) or _begins_with_quote(
            source, first, last, key, rest, mends
        )
    if rest[0] == "[" and _TORN_LIST.match(rest):
        message = say('An unquoted text cannot begin with "{sign}".', sign="[")
        return invalid(source, first, last, message, _quoted(key, rest), mends)
    if rest[0] in "{[":
        return _flow_trap(source, rest, first, offset)
    if rest[0] == "!":
        return _negation(source, first, rest[1:], key)
    if rest[0] in _RESERVED_START:
        message = say('An unquoted text cannot begin with "{sign}".', sign=rest[0])
        return invalid(source, first, last, message, _quoted(key, rest), mends)
    if ": " in rest or rest.endswith(":"):
        return _colon(source, first, key, rest, mends)
    return None


def _quoted(key: str, rest: str) -> Message:
    if "'" in rest:
        return say('Put the text in quotes: {key}: "{rest}"', key=key, rest=rest)
    return say("Put the text in quotes: {key}: '{rest}'", key=key, rest=rest)


def _colon(source: Source, first: int, key: str, rest: str, mends: Mends) -> Problem:
    colon = first + (rest.index(": ") if ": " in rest else len(rest) - 1)
    return invalid(
        source,
        colon,
        colon + 1,
        say("This text has a colon with a space behind it, and YAML takes that for a key."),
        say('Put the text in quotes: {key}: "{rest}"', key=key, rest=rest.rstrip()),
        mends,
    )


def _negation(source: Source, start: int, word: str, key: str) -> Problem:
    return Problem(
        "refused-yaml-feature",
        Span(source, start, start + 1 + len(word)),
        say('YAML takes "!{word}" for a type tag, so nothing is left here.', word=word),
        say('Write "not {word}", or put the whole in quotes.', word=word),
        mends=negate(source, key, start, start + 1 + len(word)),
    )


def _begins_with_quote(
    source: Source, first: int, last: int, key: str, rest: str, mends: Mends
) -> Problem:
    if key not in _EXPRESSION_KEYS:
        return invalid(
            source,
            first,
            last,
            say("Behind the closing quotation mark more text follows."),
            say("Put the whole text in quotes; inside single quotes write ' twice."),
            mends,
        )
    rest = rest.rstrip()
    hint = (
        say('Put the whole in double quotes: {key}: "{rest}"', key=key, rest=rest)
        if "'" in rest
        else say("Put the whole in single quotes: {key}: '{rest}'", key=key, rest=rest)
    )
    message = say("This condition begins with a quotation mark, so YAML reads only a part of it.")
    return invalid(source, first, last, message, hint, mends)


def _open_quote_before(source: Source, line_start: int) -> Problem | None:
    """A quotation mark in an earlier line that this line's first one closes, against all intent."""
    line = source.text[slice(*line_bounds(source.text, line_start))]
    if line.count('"') % 2:
        return None  # the trouble is in this line itself
    before = line_start
    while before > 0:
        start, end = line_bounds(source.text, before - 1)
        earlier = source.text[start:end]
        if earlier.count('"') % 2:
            found = _KEY_AND_REST.match(earlier)
            if found is None or not found["rest"].startswith('"'):
                return None
            return never_closed(source, start + found.start("rest"))
        before = start
    return None


def never_closed(source: Source, quote: int) -> Problem:
    """A quotation mark without its like."""
    _, end = line_bounds(source.text, quote)
    return invalid(
        source,
        quote,
        end,
        say("This quotation mark is never closed."),
        say("Put the same mark at the end of the text."),
    )


def _flow_trap(source: Source, rest: str, first: int, offset: int) -> Problem | None:
    """Inside ``{ }`` and ``[ ]``: quotation marks, colons, ``!`` and brackets in unquoted texts."""
    quote = _FLOW_QUOTE.search(rest)
    if quote is not None:
        start = first + quote.start("rest")
        torn = quote["rest"].rstrip()
        mends = quote_stretch(source, quote["key"], start, start + len(torn))
        return _begins_with_quote(source, start, start + len(torn), quote["key"], torn, mends)
    negated = _FLOW_NOT.search(rest)
    if negated is not None:
        start = first + negated.start("rest") - 1
        return _negation(source, start, negated["rest"].strip(), negated["key"])
    colon = _FLOW_COLON.search(rest)
    if colon is not None:
        start = first + colon.start("rest")
        mends = quote_stretch(source, colon["key"], start, start + len(colon["rest"]))
        return _colon(source, start, colon["key"], colon["rest"], mends)
    bracket = rest.rfind("[", 1, min(max(offset - first, 0), len(rest)) + 1)
    if bracket > 0 and rest[bracket - 1] == " " and rest[:bracket].rstrip()[-1:] not in ":,[{":
        return invalid(
            source,
            first + bracket,
            first + bracket + 1,
            say(
                'This unquoted text has a bracket "[", and between braces YAML takes it for a list.'
            ),
            say("Put the text in quotes, or write the map on lines of its own."),
            _whole_around(source, rest, first, bracket),
        )
    return None


def _whole_around(source: Source, rest: str, first: int, bracket: int) -> Mends:
    """Quotation marks around the text between braces that holds a bracket."""
    for found in _FLOW_BRACKET.finditer(rest):
        start, end = found.span("rest")
        if start < bracket < end:
            return quote_stretch(source, found["key"], first + start, first + end)
    return ()
