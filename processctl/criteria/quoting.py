"""Text literals: the escapes of CEL, read and written.

See https://github.com/google/cel-spec/blob/master/doc/langdef.md#string-and-bytes-values.
"""

from __future__ import annotations

import re

_SIMPLE = {
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    "\\": "\\",
    "?": "?",
    '"': '"',
    "'": "'",
    "`": "`",
}
_ESCAPE = re.compile(
    r"""\\(?:
        (?P<simple>[abfnrtv\\?"'`])
      | [xX](?P<byte>[0-9a-fA-F]{2})
      | u(?P<short>[0-9a-fA-F]{4})
      | U(?P<long>[0-9a-fA-F]{8})
      | (?P<octal>[0-3][0-7]{2})
      | (?P<bad>.?)
    )""",
    re.VERBOSE | re.DOTALL,
)
_WRITTEN = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\f": "\\f",
    "\v": "\\v",
    "\a": "\\a",
    "\b": "\\b",
}


def bad_escape(literal: str) -> tuple[int, int] | None:
    """Where the first escape stands in a quoted text that CEL does not know, if there is one."""
    for match in _ESCAPE.finditer(literal):
        if _character(match) is None:
            return match.span()
    return None


def unquote(literal: str) -> str:
    """The text that a quoted literal stands for; its escapes have to be good ones."""
    inner = literal[1:-1]
    if "\\" not in inner:
        return inner
    return _ESCAPE.sub(lambda match: _character(match) or "", inner)


def quote(value: str) -> str:
    r"""``value`` as a literal in double quotes on one line.

    Control characters and lone surrogates are escaped; a surrogate has no escape in CEL and
    becomes ``\ufffd``.
    """
    return '"' + "".join(_written(character) for character in value) + '"'


def _character(match: re.Match[str]) -> str | None:
    if simple := match["simple"]:
        return _SIMPLE[simple]
    if octal := match["octal"]:
        return chr(int(octal, 8))
    digits = match["byte"] or match["short"] or match["long"]
    if not digits:
        return None
    code = int(digits, 16)
    is_character = code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF
    return chr(code) if is_character else None


def _written(character: str) -> str:
    if character in _WRITTEN:
        return _WRITTEN[character]
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "\\ufffd"
    if code < 0x20 or 0x7F <= code < 0xA0 or code in (0x2028, 0x2029, 0xFEFF):
        return f"\\u{code:04x}"
    return character
