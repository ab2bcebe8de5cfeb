"""Functions and methods of CEL, and of other languages, that conditions do without."""

from __future__ import annotations

from processctl.criteria.problem import Problem
from processctl.criteria.stop import Stop, refused
from processctl.criteria.tokens import FUNCTIONS, Token
from processctl.texts import Listing, Message, say

_LIST = say('Ask whether a list has a value: "one" in field')
_SEVERAL = say("Count conditions: at_least(2, first, second, third)")
_WHOLE_TEXT = say('Compare whole texts: field == "one", or field in ["one", "two"]')
_DATES = say("Count days: days_since(field) or days_until(field)")
_VALUE = say("Write the value itself.")
_PRESENCE = say("Ask whether a field has a value: has(field)")
_CHOICE = say("Write a choice so: condition ? value : other value")

_INSTEAD: dict[str, Message] = {
    **dict.fromkeys(("exists", "exists_one", "existsOne", "map", "filter", "contains"), _LIST),
    **dict.fromkeys(("all", "any", "count"), _SEVERAL),
    **dict.fromkeys(
        ("matches", "startsWith", "endsWith", "lower", "upper", "trim", "substring"), _WHOLE_TEXT
    ),
    **dict.fromkeys(
        (
            "timestamp", "duration", "now", "today", "date", "days", "getFullYear", "getMonth",
            "getDate", "getDayOfMonth", "getDayOfWeek", "getHours", "days_between",
        ),
        _DATES,
    ),
    **dict.fromkeys(
        ("int", "uint", "double", "string", "bool", "bytes", "dyn", "type", "float"), _VALUE
    ),
    **dict.fromkeys(("size", "isnull", "is_null", "empty", "exists_field", "defined"), _PRESENCE),
    **dict.fromkeys(("iff", "IF", "If", "when", "case", "choose"), _CHOICE),
}  # fmt: skip


def unknown_function(_stop: Stop, token: Token) -> Problem:
    """A name before an opening parenthesis that is none of the four functions."""
    known = Listing(tuple(FUNCTIONS), quoted=False)
    return refused(
        token.span,
        say('The function "{name}" is not part of conditions.', name=token.text),
        _INSTEAD.get(token.text, say("The functions are {functions}.", functions=known)),
    )
