"""What may be written next in a condition, by the part of it that is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processctl.criteria import TypeKind, in_words
from processctl.criteria.tokens import FUNCTIONS, Token, tokens
from processctl.editor.elements import Named, elements_of
from processctl.editor.offer import Kind, Offer
from processctl.model.customer_data import Criterion, Field, Segment
from processctl.model.model import Model
from processctl.texts import Message, Translator, say

_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_CONNECTIVES = ("and", "or")
_MOST_SIGNS = 60
_COMPARISONS = ("==", "!=", ">=", "<=", ">", "<", "in")
_NUMBERS = frozenset({"integer", "decimal", "money", "date"})
_OF_FIELDS = frozenset({"HAS", "DAYS_SINCE", "DAYS_UNTIL"})
_COMPARED = frozenset({"COMPARE", "IN"})
_ENDS_OPERAND = frozenset({"NAME", "TEXT", "RPAR", "RSQB", "TRUE", "FALSE", "INTEGER", "DECIMAL"})

_FUNCTIONS: dict[str, tuple[str, Message]] = {
    "has": ("has(field)", say("Whether a field has a value at all.")),
    "at_least": (
        "at_least(2, first, second, third)",
        say("Whether at least so many of several conditions hold."),
    ),
    "days_since": ("days_since(field)", say("How many days have gone by since a date.")),
    "days_until": ("days_until(field)", say("How many days are left until a date.")),
}


def offers_in_condition(
    model: Model, before: str, after: str, offset: int, quote: str, speaker: Translator,
    *, fields_first: bool = True,
) -> Iterator[Offer]:  # fmt: skip
    """What may follow the text of a condition up to the offset; ``quote`` is the mark around it all.

    ``fields_first`` is for where criteria are made; elsewhere they are used.
    """
    inner = "'" if quote == '"' else '"'
    inside = _inside_text(before, quote)
    if inside is not None:
        yield from _options_inside(model, before, after, offset, inside, speaker)
        return
    found = _WORD.search(before)
    start = offset - (len(found[0]) if found else 0)
    end = offset + len(_rest_of_word(after)) if found else offset
    earlier = tokens(before[: found.start()] if found else before)
    last = earlier[-1] if earlier else None
    if last is not None and last.kind in _ENDS_OPERAND:
        for word in _following(model, last):
            yield Offer(word, "word", word + " ", start, end, rank=4)
        return
    function = _function(earlier)
    if function is not None:
        yield from _arguments(model, function, start, end, speaker)
        return
    compared = _compared(earlier)
    field = model.fields.get(compared) if compared else None
    if field is not None:
        yield from _values(field, inner, start, end, speaker)
    sections = ("fields", "criteria", "segments")
    yield from _names(
        model, sections if fields_first else sections[1:] + sections[:1], start, end, speaker
    )
    if field is None:
        yield Offer("not", "word", "not ", start, end, rank=6)
    for name in FUNCTIONS:
        shown, says = _FUNCTIONS[name]
        yield Offer(name, "function", f"{name}(", start, end, shown, speaker.render(says), 7)


def _names(
    model: Model, sections: tuple[str, ...], start: int, end: int, speaker: Translator
) -> Iterator[Offer]:
    for section in sections:
        kind: Kind = "field" if section == "fields" else "condition"
        for named in elements_of(model, section):
            yield Offer(named.id, kind, named.id, start, end, described(named, speaker), rank=3)


def _function(earlier: list[Token]) -> str | None:
    """The function whose one field is written now."""
    if len(earlier) < 2 or earlier[-1].kind != "LPAR":
        return None
    return earlier[-2].text if earlier[-2].kind in _OF_FIELDS else None


def _arguments(
    model: Model, function: str, start: int, end: int, speaker: Translator
) -> Iterator[Offer]:
    for named in elements_of(model, "fields"):
        field = model.fields[named.id]
        if function == "has" or field.type in ("date", None):
            yield Offer(named.id, "field", named.id, start, end, described(named, speaker), rank=3)


def described(named: Named, speaker: Translator) -> str:
    """What a name in a condition stands for, on one line: its title and type."""
    title = named.title.in_language(speaker.language)
    element = named.element
    if isinstance(element, Criterion | Segment) and element.name is None:
        if element.says is not None:
            return element.says.in_language(speaker.language)
        return " ".join(element.test.source.split())[:_MOST_SIGNS] if element.test else title
    if not isinstance(element, Field) or element.type is None:
        return title
    return f"{title}: {speaker.render(in_words(element.type))}"


def _following(model: Model, last: Token) -> tuple[str, ...]:
    """The words after an operand: a field that is no truth value has to be compared first."""
    if last.kind != "NAME" or last.text in model.criteria or last.text in model.segments:
        return _CONNECTIVES
    field = model.fields.get(last.text)
    kind: TypeKind | None = field.type if field is not None else None
    if kind == "boolean":
        return (*_CONNECTIVES, "==", "!=")
    if kind in _NUMBERS:
        return (*_COMPARISONS[:-1], *_CONNECTIVES)
    return (*_COMPARISONS, *_CONNECTIVES)


def _compared(earlier: list[Token]) -> str | None:
    """The field that is compared with what is written now."""
    at = len(earlier) - 1
    while at >= 0 and earlier[at].kind in ("TEXT", "COMMA", "LSQB"):
        at -= 1
    if at >= 1 and earlier[at].kind in _COMPARED and earlier[at - 1].kind == "NAME":
        return earlier[at - 1].text
    return None


def _values(field: Field, inner: str, start: int, end: int, speaker: Translator) -> Iterator[Offer]:
    if field.type == "boolean":
        for word in ("true", "false"):
            yield Offer(word, "value", word, start, end, rank=1)
    for number, (option, title) in enumerate(_options(field, speaker)):
        written = f"{inner}{option}{inner}"
        yield Offer(written, "value", written, start, end, title, rank=1 if number else 0)


def _options(field: Field, speaker: Translator) -> Iterator[tuple[str, str]]:
    for option, words in (field.options or {}).items():
        yield option, words.in_language(speaker.language) if words is not None else ""


def function_meaning(name: str, speaker: Translator) -> tuple[str, str] | None:
    """How a function of conditions is called, and what it says."""
    known = _FUNCTIONS.get(name)
    return (known[0], speaker.render(known[1])) if known is not None else None


def field_of_text(model: Model, before: str, after: str, quote: str) -> Field | None:
    """The field that is compared with the text in marks that stands after ``before``; None outside of marks."""
    inside = _inside_text(before, quote)
    return _field_inside(model, before, after, inside) if inside is not None else None


def _inside_text(before: str, quote: str) -> int | None:
    """Where the text in marks begins that is not closed yet."""
    open_at: int | None = None
    mark = ""
    for number, sign in enumerate(before):
        if sign in "\"'" and sign != quote:
            if open_at is None:
                open_at, mark = number + 1, sign
            elif sign == mark:
                open_at = None
    return open_at


def _options_inside(
    model: Model, before: str, after: str, offset: int, inside: int, speaker: Translator
) -> Iterator[Offer]:
    field = _field_inside(model, before, after, inside)
    if field is None:
        return
    start = offset - (len(before) - inside)
    end = offset + len(re.match(r"[^\"'\s\])]*", after)[0])  # type: ignore[index]  # it may be empty
    for option, title in _options(field, speaker):
        yield Offer(option, "value", option, start, end, title, rank=1)


def _field_inside(model: Model, before: str, after: str, inside: int) -> Field | None:
    compared = _compared(tokens(before[: inside - 1]))
    if compared is None:
        ahead = re.match(r"[^\"']*[\"']\s*in\s+([A-Za-z_]\w*)", after)
        compared = ahead[1] if ahead else None
    return model.fields.get(compared) if compared else None


def _rest_of_word(after: str) -> str:
    found = re.match(r"[A-Za-z0-9_]*", after)
    return found[0] if found else ""
