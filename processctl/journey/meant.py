"""What misspelt names were meant to be: such an element is used, though nothing names it."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.criteria import names
from processctl.model.model import Model
from processctl.reading.nearest import nearest

_IN_CONDITIONS = ("fields", "criteria", "segments")


def meant_by_mistake(model: Model) -> frozenset[tuple[str, str]]:
    """The elements, by section and id, that a name which does not exist comes nearest to."""
    found: set[tuple[str, str]] = set()
    for reference in model.references:
        if reference.known:
            continue
        for section in reference.wanted:
            near = nearest(reference.id, getattr(model, section, ()))
            if near is not None:
                found.add((section, near))
    for word in _unknown_words(model):
        for section in _IN_CONDITIONS:
            near = nearest(word, getattr(model, section))
            if near is not None:
                found.add((section, near))
    return frozenset(found)


def _unknown_words(model: Model) -> Iterator[str]:
    """The names in conditions that are nothing a condition may name."""
    for expression in model.expressions:
        for word in names(expression.tree) if expression.tree is not None else ():
            if not any(word.id in getattr(model, section) for section in _IN_CONDITIONS):
                yield word.id
