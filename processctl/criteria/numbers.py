"""Numbers and dates written as people write them elsewhere."""

from __future__ import annotations

import re

from processctl.criteria.problem import Problem
from processctl.criteria.stop import NUMBERS, Stop, refused, syntax
from processctl.criteria.tokens import Token
from processctl.texts import Message, say

_UNSIGNED = re.compile(r"([0-9]+)[uU]")
_EXPONENT = re.compile(r"[0-9]*\.?[0-9]*[eE][+-]?[0-9]+")
_UNFINISHED = re.compile(r"([0-9]+)\.")
_WITH_UNIT = re.compile(r"[0-9]*\.?[0-9]+[^\W\d_]+")
_THOUSANDS = re.compile(r"[0-9]{3}(\.[0-9]+)?")

_NO_UNIT = say("A number is written without its unit.")
_ONLY_THE_NUMBER = say("Write the number alone, in the unit of the field.")


def number(_stop: Stop, token: Token) -> Problem:
    """A number of another form than digits, or digits with a decimal point."""
    written = token.text
    if written[:2] in ("0x", "0X"):
        return refused(token.span, say("Hexadecimal numbers are not part of conditions."))
    if match := _UNSIGNED.fullmatch(written):
        message = say('The ending "u" of a number is not part of conditions.')
        return refused(token.span, message, _write(match[1]))
    if _EXPONENT.fullmatch(written):
        message = say("Numbers with an exponent are not part of conditions.")
        return refused(token.span, message, say("Write all the digits."))
    if match := _UNFINISHED.fullmatch(written):
        message = say("A digit is missing after the decimal point.")
        return syntax(token.span, message, _write(match[1]))
    if _WITH_UNIT.fullmatch(written):
        return syntax(token.span, _NO_UNIT, _ONLY_THE_NUMBER)
    return syntax(token.span, say('"{written}" is not a number.', written=written))


def unit(stop: Stop) -> Problem | None:
    """A word after a number: ``30 days``."""
    before, token = stop.before, stop.token
    if not (before and token and before.kind in NUMBERS and token.kind == "NAME"):
        return None
    span = before.start, token.end
    return syntax(span, _NO_UNIT, _ONLY_THE_NUMBER)


def percent(stop: Stop, token: Token) -> Problem:
    """A percent sign: after a number at the end of a comparison, or CEL's remainder."""
    before = stop.before
    if before and before.kind in NUMBERS and not stop.after_is("NAME", "LPAR", *NUMBERS):
        span = before.start, token.end
        message = say("A number is written without a percent sign.")
        return syntax(span, message, _ONLY_THE_NUMBER)
    return refused(token.span, say("The remainder of a division is not part of conditions."))


def currency(stop: Stop, token: Token) -> Problem:
    """A currency sign before or after a number."""
    message = say("A number is written without a currency sign.")
    before, after = stop.before, stop.after
    if before and before.kind in NUMBERS:
        return syntax((before.start, token.end), message, _write(before.text))
    if after and after.kind in NUMBERS:
        return syntax((token.start, after.end), message, _write(after.text))
    return syntax(token.span, message)


def date(_stop: Stop, token: Token) -> Problem:
    """A date without quotes, in the order of ISO 8601 or of Finland."""
    parts = token.text.split(".")
    iso = token.text if len(parts) == 1 else f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    return syntax(
        token.span, say("A date stands in quotation marks."), say('Write "{meant}".', meant=iso)
    )


def padded(stop: Stop, token: Token) -> Problem:
    """A number that begins with a nought: often the end of ``10 000`` or ``10,000``."""
    return (
        spaced(stop)
        or with_comma(stop)
        or syntax(
            token.span,
            say("A number does not begin with 0."),
            _write(token.text.lstrip("0") or "0"),
        )
    )


def spaced(stop: Stop) -> Problem | None:
    """Digits grouped by spaces, ordinary ones or others: ``10 000``."""
    if not (stop.before and stop.before.kind in NUMBERS):
        return None
    last = stop.index - 1
    digits = stop.before.text
    for place in range(stop.index, len(stop.found)):
        token = stop.found[place]
        if token.kind in NUMBERS:
            digits += token.text
            last = place
        elif not token.text.isspace():
            break
    if last < stop.index:
        return None
    span = stop.before.start, stop.found[last].end
    return syntax(span, say("A number is written without spaces."), _write(digits))


def with_comma(stop: Stop) -> Problem | None:
    """A decimal comma, ``0,5``, or commas between thousands, ``10,000``."""
    comma = stop.index
    if stop.before_is("COMMA"):  # a list may have commas: here it stopped at the digits after it
        comma -= 1
    first = comma - 1
    last = comma + 1
    found = stop.found
    if first < 0 or last >= len(found) or found[comma].kind != "COMMA":
        return None
    pieces = [found[first]]
    while last < len(found) and _touching(found[last - 2 : last + 1]):
        pieces.append(found[last])
        last += 2
    if len(pieces) == 1:
        return None
    groups = [piece.text for piece in pieces[1:]]
    span = pieces[0].start, pieces[-1].end
    whole = pieces[0].text + "".join(groups)
    decimal = f"{pieces[0].text}.{groups[0]}"
    message = say("A number is written without commas.")
    if not all(_THOUSANDS.fullmatch(group) for group in groups):
        return syntax(span, message, _write(decimal))
    if len(groups) > 1 or "." in groups[0]:
        return syntax(span, message, _write(whole))
    hint = say(
        "Write {whole}, or {decimal} where decimals are meant.", whole=whole, decimal=decimal
    )
    return syntax(span, message, hint)


def _touching(three: list[Token]) -> bool:
    left, comma, right = three
    return (
        left.kind in ("INTEGER", "PADDED")
        and comma.kind == "COMMA"
        and right.kind in NUMBERS
        and left.end == comma.start
        and comma.end == right.start
    )


def _write(what: str) -> Message:
    return say("Write {what}.", what=what)
