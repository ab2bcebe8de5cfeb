"""Plain scalars, read as YAML 1.2's core schema says (https://yaml.org/spec/1.2.2/#103-core-schema).

Stricter in one place: numbers that no process needs and no machine holds (infinities, not a
number, exponents beyond 30) stay text, so that the schema refuses them in its own words.
"""

from __future__ import annotations

import re
from typing import TypeAlias

Plain: TypeAlias = "str | int | float | bool | None"

_CONSTANTS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_STARTS_NUMBER = frozenset("0123456789+-.")
_NUMBER = re.compile(
    r"(?P<integer>[-+]?[0-9]{1,40})$"
    r"|0o(?P<octal>[0-7]{1,40})$"
    r"|0x(?P<hexadecimal>[0-9a-fA-F]{1,40})$"
    r"|(?P<decimal>[-+]?(?:\.[0-9]{1,40}|[0-9]{1,40}(?:\.[0-9]{0,40})?)(?:[eE][-+]?[0-2]?[0-9])?)$"
)


def resolve(text: str) -> Plain:
    """The value of a plain scalar."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in _STARTS_NUMBER:
        return text
    number = _NUMBER.match(text)
    if number is None:
        return text
    if number["integer"]:
        return int(text)
    if number["octal"]:
        return int(number["octal"], 8)
    if number["hexadecimal"]:
        return int(number["hexadecimal"], 16)
    return float(text)
