"""The parts of conditions, for an editor to colour: what is a field, a word, a number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

from processctl.criteria.places import source_offsets
from processctl.criteria.tokens import tokens
from processctl.model.model import Model
from processctl.reading.nodes import Scalar, written
from processctl.reading.source import Source

Kind: TypeAlias = Literal[
    "keyword", "variable", "macro", "function", "string", "number", "operator"
]
KINDS: tuple[Kind, ...] = (
    "keyword", "variable", "macro", "function", "string", "number", "operator",
)  # fmt: skip

_KINDS: dict[str, Kind] = {
    **dict.fromkeys(("AND", "OR", "NOT", "IN", "TRUE", "FALSE", "NULL"), "keyword"),
    **dict.fromkeys(("HAS", "AT_LEAST", "DAYS_SINCE", "DAYS_UNTIL"), "function"),
    **dict.fromkeys(("INTEGER", "DECIMAL"), "number"),
    **dict.fromkeys(("COMPARE", "PLUS", "MINUS", "STAR", "QUESTION"), "operator"),
    "TEXT": "string",
}  # fmt: skip


class Coloured(NamedTuple):
    """A part of a condition on one line; criteria and segments are a ``macro``, fields a ``variable``."""

    start: int
    end: int
    kind: Kind


def coloured(source: Source, model: Model) -> Iterator[Coloured]:
    """The parts of all conditions in a file, in order."""
    found: list[Coloured] = []
    for expression in model.expressions:
        place = model.workspace.sections.node(expression.path)
        if place is None or place[0].path != source.path or not isinstance(place[2], Scalar):
            continue
        found += _of_scalar(place[0], place[2], model)
    yield from sorted(set(found))


def _of_scalar(source: Source, scalar: Scalar, model: Model) -> Iterator[Coloured]:
    raw = written(source.text, scalar)
    offsets = source_offsets(raw, scalar.style, scalar.text)
    if not any(offsets):
        return
    for token in tokens(scalar.text):
        kind = _kind(token.kind, token.text, model)
        start, end = offsets[token.start], offsets[token.end - 1] + 1
        if kind is not None and "\n" not in raw[start:end]:
            yield Coloured(scalar.start + start, scalar.start + end, kind)


def _kind(kind: str, text: str, model: Model) -> Kind | None:
    if kind == "NAME":
        return "macro" if text in model.criteria or text in model.segments else "variable"
    return _KINDS.get(kind)
