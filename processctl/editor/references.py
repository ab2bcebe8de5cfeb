"""Where an element is declared, and where it is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from processctl.editor.elements import Named, declared_at
from processctl.editor.outline import element_key
from processctl.editor.session import State
from processctl.reading.source import Source, Span
from processctl.repair.mentions import mentions
from processctl.repair.portrait import Renaming

Now = Callable[[Path], str | None]
"""The text that a file has in the editor at this moment; None for one that is not open."""


def definition(state: State, named: Named, now: Now) -> Span | None:
    """Where an element is declared, in the text as it is now."""
    return _as_it_is(declared_at(state.names.model, named), named, now)


def references(
    states: Iterable[State], named: Named, now: Now, *, declaration: bool = True
) -> list[Span]:
    """Every place of some workspaces that names an element; where it is declared if wanted too.

    Places in a file that has changed since it was read are left out: nobody knows where they are.
    """
    found: dict[tuple[Path, int, int], Span] = {}
    for state in states:
        for span in _mentions(state, named):
            text = now(span.source.path)
            if text is None or text == span.source.text:
                found[span.source.path, span.start, span.end] = span
        declared = declared_at(state.names.model, named)
        if declared is not None and not declaration:
            found.pop((declared.source.path, declared.start, declared.end), None)
    return [found[key] for key in sorted(found)]


def _mentions(state: State, named: Named) -> Iterator[Span]:
    for span in mentions(state.names.model, Renaming(named.section, named.id, named.id)):
        if isinstance(span, Span):
            yield span


def _as_it_is(span: Span | None, named: Named, now: Now) -> Span | None:
    if span is None:
        return None
    text = now(span.source.path)
    if text is None or text == span.source.text:
        return span
    return element_key(Source(span.source.path, text), named.section, named.id)
