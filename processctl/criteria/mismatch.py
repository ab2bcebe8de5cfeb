"""What is said where the parts of a condition do not fit together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from processctl.criteria.nodes import Comparator, Compare, In, Literal, Name, Node, Not, Span
from processctl.criteria.quoting import quote
from processctl.criteria.types import Type, TypeKind, in_words
from processctl.criteria.unparse import unparse
from processctl.texts import Message, say

_SHOWN = 40  # characters of a part that a sentence quotes


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One part of a condition that does not fit: where it stands, and what is said of it.

    Where a text is none of the ``options`` that can stand there, it is ``option``: what is nearest
    to it is looked up by whoever tells of it, because among many that takes time.
    """

    span: Span
    message: Message
    hint: Message | None = None
    option: str | None = None
    options: Mapping[str, object] | None = None


def no_condition(node: Node, found: Type) -> Mismatch:
    """A value stands where something has to hold or not."""
    message = say(
        "A condition is wanted here, and {part} is {kind}.",
        part=shown(node),
        kind=in_words(found.kind),
    )
    if not isinstance(node, Name):
        return Mismatch(node.span, message, say("Compare it with something."))
    return Mismatch(
        node.span, message, say("Compare it, for example: {example}", example=_example(node, found))
    )


def _example(name: Name, found: Type) -> str:
    first = quote(next(iter(found.options), ""))
    examples: dict[TypeKind, str] = {
        "choice": f"{name.id} == {first}",
        "list": f"{first} in {name.id}",
        "date": f"days_until({name.id}) <= 30",
        "text": f"has({name.id})",
    }
    return examples.get(found.kind, f"{name.id} > 0")


def no_number(node: Node, found: Type) -> Mismatch:
    """Something else stands where one counts."""
    hint = None
    if found.kind == "date" and isinstance(node, Name):
        hint = say("Count the days: days_since({name})", name=node.id)
    return Mismatch(
        node.span,
        say(
            "A number is wanted here, and {part} is {kind}.",
            part=shown(node),
            kind=in_words(found.kind),
        ),
        hint,
    )


def not_linear(node: Node) -> Mismatch:
    """Two factors that both change."""
    return Mismatch(
        node.span,
        say("Here two values are multiplied that both differ from case to case."),
        say("Multiply by a number that is written out."),
    )


def not_comparable(node: Node, left: Node, right: Node, kinds: tuple[Type, Type]) -> Mismatch:
    """Two values that have nothing in common."""
    message = say(
        "These two cannot be compared: {left} ({left_kind}) and {right} ({right_kind}).",
        left=shown(left),
        left_kind=in_words(kinds[0].kind),
        right=shown(right),
        right_kind=in_words(kinds[1].kind),
    )
    first, second = kinds
    hint = _hint(left, first, right, second) or _hint(right, second, left, first)
    return Mismatch(node.span, message, hint)


def _hint(node: Node, found: Type, other: Node, beside: Type) -> Message | None:
    """What may have been meant, if ``node`` is what was mistaken for something else."""
    if found.kind == "boolean":
        return _alone(node)
    if found.kind == "date" and beside.is_number and isinstance(node, Name):
        return say(
            "Compare the number of days: days_since({name}) or days_until({name})", name=node.id
        )
    if found.kind == "date" and not beside.is_number:
        return say('A day is written so: "2026-12-31"')
    written = isinstance(other, Literal) and beside.kind == "integer"
    if found.kind in ("choice", "text") and written:
        return say("Write it in quotation marks: {text}", text=quote(unparse(other)))
    if found.kind == "choice":
        return say("Compare it with its options, or with another choice.")
    if found.is_number and isinstance(other, Literal):
        return say("A number is written without quotation marks.")
    return None


def _alone(node: Node) -> Message:
    opposite = unparse(Not(node.span, node))
    return say("Write {part} alone, or: {opposite}", part=unparse(node), opposite=opposite)


def _text(value: str) -> Literal:
    return Literal((0, 0), value, "text")


def nothing_in_common(node: Node, left: Node, right: Node) -> Mismatch:
    """Two choices that can never be the same."""
    return Mismatch(
        node.span,
        say(
            "{left} and {right} have no option in common, so they are never the same.",
            left=shown(left),
            right=shown(right),
        ),
    )


def no_order(node: Node, part: Node, found: Type, sign: Comparator) -> Mismatch:
    """Something that is neither more nor less."""
    message = say(
        '"{sign}" asks which is more, and {part} is {kind}.',
        sign=sign,
        part=shown(part),
        kind=in_words(found.kind),
    )
    if found.kind == "boolean":
        return Mismatch(node.span, message, _alone(part))
    listed = tuple(_text(option) for option in islice(found.options, 2)) or (_text("…"),) * 2
    return Mismatch(
        node.span,
        message,
        say("List those that are meant: {example}", example=unparse(In(part.span, part, listed))),
    )


def several_at_once(node: Node, several: Node, found: Type) -> Mismatch:
    """A list that is compared as if it were one value."""
    first = quote(next(iter(found.options), ""))
    return Mismatch(
        node.span,
        say("{part} can hold several options at once and is not compared.", part=shown(several)),
        say("Ask for one of them: {example}", example=f"{first} in {unparse(several)}"),
    )


def only_one(node: Node, item: Node, name: Name, found: Type) -> Mismatch:
    """``in`` before what is no list."""
    hint = say("Write: {example}", example=unparse(Compare(node.span, "==", item, name)))
    return Mismatch(
        node.span,
        say(
            'After "in" comes a list, and {part} is {kind}.',
            part=shown(name),
            kind=in_words(found.kind),
        ),
        None if found.kind == "boolean" else hint,
    )


def not_written_out(item: Node, name: Name) -> Mismatch:
    """What is looked for in a list is none of its options, written out."""
    return Mismatch(
        item.span,
        say("What is looked for in {part} has to be one of its options.", part=shown(name)),
        say("Write the option in quotation marks."),
    )


def no_option(text: Literal, other: Node | None, options: Mapping[str, object]) -> Mismatch:
    """A text that is no option of what it is compared with."""
    option = str(text.value)
    message = (
        say('"{option}" is not among the options.', option=option)
        if other is None
        else say('"{option}" is no option of {part}.', option=option, part=shown(other))
    )
    return Mismatch(text.span, message, None, option, options)


def no_day(text: Literal) -> Mismatch:
    """A text beside a date that is no day of the calendar."""
    return Mismatch(
        text.span,
        say('"{text}" is no day of the calendar.', text=str(text.value)),
        say('A day is written so: "2026-12-31"'),
    )


def no_field(name: Name) -> Mismatch:
    """``has`` of something that is never missing."""
    return Mismatch(
        name.span,
        say('"has" asks whether a field has a value, and "{name}" is no field.', name=name.id),
        _alone(name),
    )


def no_date(name: Name, found: Type) -> Mismatch:
    """A day count of what is no date."""
    return Mismatch(
        name.span,
        say(
            "Days are counted from a date, and {part} is {kind}.",
            part=shown(name),
            kind=in_words(found.kind),
        ),
    )


def two_kinds(yes: Node, no: Node, kinds: tuple[Type, Type]) -> Mismatch:
    """The two values of a choice that cannot stand for each other."""
    first, second = kinds
    span = yes.span[0], no.span[1]
    if first.kind == second.kind:
        return Mismatch(
            span,
            say(
                "{left} and {right} have different options, so one cannot stand for the other.",
                left=shown(yes),
                right=shown(no),
            ),
        )
    return Mismatch(
        span,
        say(
            "These two cannot stand for each other: {left} ({left_kind}) and {right} ({right_kind}).",
            left=shown(yes),
            left_kind=in_words(first.kind),
            right=shown(no),
            right_kind=in_words(second.kind),
        ),
    )


def computed_otherwise(node: Node, found: Type, wanted: Type) -> Mismatch:
    """A formula whose value is of another kind than its field."""
    if found.kind == wanted.kind:
        return Mismatch(
            node.span, say("{part} has options that this field does not have.", part=shown(node))
        )
    return Mismatch(
        node.span,
        say(
            "This field is {wanted}, and what is computed is {kind}.",
            wanted=in_words(wanted.kind),
            kind=in_words(found.kind),
        ),
    )


def shown(node: Node) -> str:
    """A part as a sentence quotes it: names in quotation marks, long parts cut."""
    if isinstance(node, Name):
        return f'"{node.id}"'
    written = unparse(node)
    return written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"
