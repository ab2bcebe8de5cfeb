"""Values in words: options by their names, numbers with their units as each language writes them."""

from __future__ import annotations

from fractions import Fraction

from processctl.model.customer_data import Field
from processctl.model.model import Model
from processctl.texts import Argument, Text


def option_in_words(field: Field, option: str) -> Argument:
    """What an option is called."""
    return (field.options or {}).get(option, option)


def amount_in_words(model: Model, field: Field, value: int | Fraction) -> Text:
    """A number with its unit, in each language of ours."""
    unit = field.unit
    if unit is None and field.type == "money" and model.process.currency is not None:
        unit = Text((("", model.process.currency),))
    return Text(
        tuple(
            (language, f"{said} {unit.in_language(language)}" if unit else said)
            for language, said in number_in_words(Fraction(value)).versions
        )
    )


def number_in_words(value: Fraction) -> Text:
    """A number as each language of ours writes it, with thousands apart and at most six decimals."""
    number = digits(value, "\N{NO-BREAK SPACE}")
    return Text((("en", number), ("fi", number.replace(".", ","))))


def digits(value: Fraction, thousands: str) -> str:
    """A number with at most six decimals, and a sign between thousands."""
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value), 1)
    digits = f"{int(whole):,}".replace(",", thousands)
    decimals = f"{round(rest * 10**6):06d}".rstrip("0")
    return f"{sign}{digits}.{decimals}" if decimals else f"{sign}{digits}"
