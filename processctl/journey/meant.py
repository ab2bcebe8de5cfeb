"""What misspelt names were meant to be: such an element is used, though nothing names it."""

from __future__ import annotations

from processctl.model.model import Model
from processctl.reading.nearest import nearest


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
    return frozenset(found)
