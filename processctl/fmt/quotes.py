"""Whether a text needs quotes, and which; how it is written on one line.

Quotes stand where a text would not be the same text without them: for us, who read YAML 1.2, and
for the many tools that read YAML 1.1 and take ``no`` for a truth value and ``12:30`` for a number.
"""

from __future__ import annotations

import re

from yaml.resolver import Resolver

from processctl.fmt.tree import Leaf
from processctl.reading.scalars import resolve

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SIGNS = re.compile(
    r"[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]"
)
_WORDS_1_1 = frozenset({"y", "Y", "n", "N"})
_NUMBERS_1_1 = re.compile(
    r"[-+]?[0-9][0-9_]*(?::[0-9]+)+(?:\.[0-9_]*)?|[-+]?(?:0[xob])?[0-9][0-9_]*"
    r"|[-+]?[0-9_.]*[0-9][0-9_.]*e[-+]?[0-9]+|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
_LONGEST_NUMBER = 60  # no machine holds longer ones
_TIMESTAMP = "tag:yaml.org,2002:timestamp"
# A text that nobody could take for anything else, whatever it stands in.
_HARMLESS = re.compile(r"\w(?:[^:#*\"`\\{}\[\]]*[^:#*\"`\\{}\[\]\s])?")
_INDICATOR = re.compile(
    r"[-?:](?:\s|$)"
)  # a text between brackets, and a sign in a line of its own
_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\", "\r": "\\r"}


def is_printable(text: str) -> bool:
    """Whether every sign can stand in a file as it is, and on one line."""
    return _SIGNS.search(text) is None


def needs_quotes(text: str, *, flow: bool) -> bool:
    """Whether a text that stands in quotes has to stay in them."""
    if _HARMLESS.fullmatch(text) is None or not is_printable(text) or (flow and "," in text):
        return True
    if "  " in text:
        return True  # plain, it would be another text as soon as somebody wraps it
    return _means_something_else(text) or _is_timestamp(text)


def _means_something_else(text: str) -> bool:
    """Whether a plain text is a number, a truth value or nothing to us or to YAML 1.1."""
    if not isinstance(resolve(text), str) or text in _WORDS_1_1 or _is_number_1_1(text):
        return True
    return _tag_1_1(text) not in (None, _TIMESTAMP)


def _is_number_1_1(text: str) -> bool:
    return len(text) <= _LONGEST_NUMBER and _NUMBERS_1_1.fullmatch(text) is not None


def _is_timestamp(text: str) -> bool:
    return _tag_1_1(text) == _TIMESTAMP


def _tag_1_1(text: str) -> str | None:
    """What YAML 1.1 takes a plain text for, if not for a text."""
    for first in (text[:1], None):
        for tag, pattern in Resolver.yaml_implicit_resolvers.get(first, ()):
            if pattern.match(text):
                return str(tag)
    return None


def one_line(leaf: Leaf, *, flow: bool = False) -> str:
    """A scalar or alias on one line, in its canonical quotes.

    Nothing is nothing in a line of its own, and ``null`` between braces, where it could be overlooked.
    """
    text = leaf.value
    if leaf.style == "alias":
        return leaf.raw
    if leaf.style == "plain":
        if not text:
            return "null" if flow else ""
        return text if _stays_plain(text) else quoted(text)
    if not leaf.quoted and not needs_quotes(text, flow=flow):
        return text
    escapes = _ESCAPE.findall(leaf.raw) if leaf.style == "double" else ()
    if is_printable(leaf.raw) and any(sign not in '"\\' for sign in escapes):
        return leaf.raw
    return quoted(text, single=leaf.style == "single")


def one_key(leaf: Leaf, *, flow: bool = False) -> str:
    """A key on one line, without its colon."""
    if leaf.known:
        return leaf.value
    if leaf.style == "alias":
        return f"{leaf.raw} "
    if leaf.style == "plain" and (leaf.value == "<<" or not isinstance(resolve(leaf.value), str)):
        return leaf.value or '""'
    return one_line(leaf, flow=flow)


def quoted(text: str, *, single: bool = False) -> str:
    """A text in double quotes, or in single ones where that saves escapes.

    ``single`` says how it was written, which holds where either way needs some.
    """
    if not is_printable(text):
        return '"' + "".join(map(_escaped, text)) + '"'
    escapes_double = '"' in text or "\\" in text
    escapes_single = "'" in text
    if escapes_double and (single or not escapes_single):
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _stays_plain(text: str) -> bool:
    if not isinstance(resolve(text), str):
        return True
    if _INDICATOR.match(text) or not is_printable(text):
        return False
    return not _means_something_else(text)


def _escaped(sign: str) -> str:
    if is_printable(sign) and sign not in '"\\':
        return sign
    code = ord(sign)
    if sign in _SHORT:
        return _SHORT[sign]
    return (
        f"\\x{code:02x}"
        if code < 0x100
        else f"\\u{code:04x}"
        if code < 0x10000
        else f"\\U{code:08x}"
    )
