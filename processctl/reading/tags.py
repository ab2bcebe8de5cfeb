"""Tags: refused, and most often no tags at all but a negation."""

from __future__ import annotations

from processctl.reading.certain import negate
from processctl.reading.problem import Problem
from processctl.reading.source import Source, Span
from processctl.texts import say


def tag_of_collection(source: Source, tag: str, start: int, end: int) -> Problem:
    """A tag before a map or a list."""
    return _tag(Span(source, start, max(end, start)), tag)


def tag_of_scalar(source: Source, tag: str, start: int, end: int, value: str, key: str) -> Problem:
    """A tag before a text, or in its place; ``key`` is the one that the text stands under."""
    span = Span(source, start, max(end, start))
    if tag.startswith("tag:") or value == "-":
        return _tag(span, tag)
    word = source.text[start:end].strip().removeprefix("!")
    message = say('YAML takes "!{word}" for a type tag, so nothing is left here.', word=word)
    if value:
        message = say('YAML takes "!{word}" for a type tag, and reads only the rest.', word=tag[1:])
    hint = say('Write "not {word}", or put the whole in quotes.', word=word)
    mends = negate(source, key, start, end)
    return Problem("refused-yaml-feature", span, message, hint, mends=mends)


def _tag(span: Span, tag: str) -> Problem:
    message = say('The type tag "{tag}" is not allowed here.', tag=tag)
    hint = say("Leave the tag out: values are read by their form.")
    return Problem("refused-yaml-feature", span, message, hint)
