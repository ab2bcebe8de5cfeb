"""Renames: an element that is gone and one that is new, when they are the same but for the id.

As git finds renamed files: what has more than half in common is taken for the same, the most alike
first. In common may be what an element says, and where it is named. The old state is then read as if
its author had renamed the element, so that nothing else seems to have changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from processctl.journey import Journey
from processctl.model.build import Part
from processctl.model.element import Element
from processctl.model.model import SECTIONS, Model
from processctl.reading.edit import TextEdit, apply
from processctl.reading.source import Source, Span
from processctl.repair.mentions import Unwritable, edits_of
from processctl.repair.new_name import refusal
from processctl.repair.portrait import Portrait, Renaming, said
from processctl.texts import Text

_ALIKE = 0.5  # as git's own threshold for renamed files
_MOST_PAIRS = 10_000  # of one section that are held against each other

Reread = Callable[[Mapping[Path, str]], Journey]
"""Reads the old state again, with other texts of some files."""


@dataclass(frozen=True, slots=True)
class Rename:
    """An element that has another id now, and what it is called in each state."""

    section: str
    old: str
    new: str
    old_title: Text
    new_title: Text


def renames(old: Model, new: Model) -> tuple[Rename, ...]:
    """The renames between two states, in the order of the sections."""
    return tuple(rename for section in SECTIONS for rename in _of_section(section, old, new))


def with_renames(old: Journey, found: Iterable[Rename], reread: Reread) -> Journey:
    """The old state with the ids of the new one; unchanged where an id cannot be written there."""
    edits: dict[Path, list[TextEdit]] = {}
    sources = {}
    for rename in found:
        of_it = edits_of(old.model, Renaming(rename.section, rename.old, rename.new))
        if isinstance(of_it, Unwritable):
            continue
        for edit in of_it:
            source = edit.span.source
            sources[source.path] = source
            edits.setdefault(source.path, []).append(edit)
    if not edits:
        return old
    renamed = reread({path: apply(sources[path].text, some) for path, some in edits.items()})
    before, after = (len(one.model.workspace.problems) for one in (old, renamed))
    return renamed if after <= before else old


def as_written(span: Span | None, sources: Mapping[Path, Source]) -> Span | None:
    """The place in the file itself of one in a text in which elements have other ids.

    It is in the same line: where that reads otherwise, the place is where its first word begins.
    """
    source = sources.get(span.source.path) if span is not None else None
    if span is None or source is None or source.text == span.source.text:
        return span
    line, column = span.first
    start = source.start_of(line)
    written, renamed = source.line(line), span.source.line(line)
    if written[:column] != renamed[:column]:
        column = len(written) - len(written.lstrip()) + 1
    place = start + column - 1
    return Span(source, place, min(place + span.end - span.start, start + len(written)))


def _of_section(section: str, old: Model, new: Model) -> Iterator[Rename]:
    was: Mapping[str, Element] = getattr(old, section)
    now: Mapping[str, Element] = getattr(new, section)
    gone = [name for name, one in was.items() if name not in now and not one.shared]
    come = [name for name, one in now.items() if name not in was and not one.shared]
    if not gone or not come or len(gone) * len(come) > _MOST_PAIRS:
        return
    features = [
        {name: _features(model, section, name) for name in names}
        for model, names in ((old, gone), (new, come))
    ]
    likeness = sorted(
        (-_likeness(features[0][one], features[1][other]), place, other_place)
        for place, one in enumerate(gone)
        for other_place, other in enumerate(come)
    )
    taken: set[tuple[str, str]] = set()
    for alike, place, other_place in likeness:
        before, after = gone[place], come[other_place]
        if -alike <= _ALIKE:
            return
        if ("old", before) in taken or ("new", after) in taken:
            continue
        if section == "people" and was[before].name != now[after].name:
            continue  # somebody else in the same places
        if refusal(old, Renaming(section, before, after)) is not None:
            continue
        taken |= {("old", before), ("new", after)}
        yield Rename(section, before, after, was[before].title, now[after].title)


def _features(model: Model, section: str, name: str) -> Counter[Portrait]:
    """What an element says, part by part, and where it is named."""
    element: Element = getattr(model, section)[name]
    found: Counter[Portrait] = Counter(_leaves(model, element, ()))
    for reference in model.references:
        if (reference.section, reference.id) == (section, name):
            path = tuple(str(step) for step in reference.path)
            if path[:2] != (section, name):
                found["named at", (path[0], path[-1] if len(path) > 2 else "")] += 1
                found["named by", path[:2]] += 1
    return found


def _leaves(model: Model, part: Part, above: tuple[str, ...]) -> Iterator[Portrait]:
    """The single things that a map says, each with the keys that lead to it."""
    for key, value in said(model, part).items():
        held = getattr(part, key)
        several = held if isinstance(held, tuple) else (held,)
        values = value if isinstance(held, tuple) and isinstance(value, tuple) else (value,)
        for one, portrayed in zip(several, values, strict=True):
            if isinstance(one, Part):
                yield from _leaves(model, one, (*above, key))
            elif one not in (None, False, ()) and (above or key not in ("id", "shared")):
                yield (*above, key), portrayed


def _likeness(one: Counter[Portrait], other: Counter[Portrait]) -> float:
    most = max(one.total(), other.total())
    return (one & other).total() / most if most else 0.0
