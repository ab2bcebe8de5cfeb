"""The elements of a process that a name may mean, whatever section they are in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from processctl.model.element import Element
from processctl.model.model import SECTIONS, Model
from processctl.model.process import Outcome
from processctl.reading.nodes import Mapping
from processctl.reading.problem import Path
from processctl.reading.source import Span
from processctl.repair.mentions import declaration
from processctl.texts import Text


@dataclass(frozen=True)
class Named:
    """Something that has an id: what it is called, and the element where it is one."""

    section: str
    id: str
    title: Text
    element: Element | None = None

    @property
    def path(self) -> Path:
        """Where it stands."""
        inside = self.section in ("outcomes", "phases")
        return ("process", self.section, self.id) if inside else (self.section, self.id)


def elements_of(model: Model, section: str) -> Iterator[Named]:
    """All that a section declares, in the order written; outcomes and phases of the process too."""
    if section == "outcomes":
        own = model.process.outcomes or {}
        for word in model.outcomes:
            declared = own.get(word)
            name = declared.name if isinstance(declared, Outcome) else None
            yield Named(section, word, name or _words(word))
    elif section == "phases":
        found = model.workspace.sections.node(("process", "phases"))
        written = found[2].entries if found and isinstance(found[2], Mapping) else {}
        names = model.process.phases or {}
        used = (one.phase for one in model.stages.values() if one.phase is not None)
        for word in dict.fromkeys((*written, *used)):
            yield Named(section, word, names.get(word) or _words(word))
    elif section in SECTIONS:
        for element in getattr(model, section).values():
            yield Named(section, element.id, element.title, element)


def find(model: Model, sections: tuple[str, ...], name: str) -> Named | None:
    """The element of one of some sections that has an id."""
    return next(
        (one for section in sections for one in elements_of(model, section) if one.id == name), None
    )


def declared_at(model: Model, named: Named) -> Span | None:
    """Where something is declared, in this workspace or in one that it uses."""
    own = declaration(model, named.section, named.id)
    if own is not None:
        return own
    declared = model.workspace.sections.items.get(named.section, {}).get(named.id)
    return declared.key_span if declared is not None else None


def _words(word: str) -> Text:
    return Text((("", word.replace("_", " ")),))
