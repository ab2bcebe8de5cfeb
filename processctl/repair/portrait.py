"""What a model says, without where: two workspaces that say the same have equal portraits.

A portrait may be taken as if one element had another id: that is how a renaming is proved right.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from processctl import criteria
from processctl.model.build import Part
from processctl.model.condition import Expression, Otherwise
from processctl.model.element import Element
from processctl.model.model import SECTIONS, Model
from processctl.model.reference import Reference
from processctl.model.values import Duration

Portrait: TypeAlias = "tuple[Portrait, ...] | str | object"
IN_CONDITIONS = ("fields", "criteria", "segments")
_SECTION_OF = {kind.__name__: section for section, kind in SECTIONS.items()}
# Maps whose keys name elements, and keys whose words do without being references.
_KEYS = {
    ("Example", "case"): ("fields", "segments"),
    ("Case", "has"): ("fields", "segments"),
    ("CaseStep", "has"): ("fields", "segments"),
    ("Process", "outcomes"): ("outcomes",),
    ("Process", "phases"): ("phases",),
}
_WORDS = {("Stage", "outcome"): "outcomes", ("Stage", "phase"): "phases"}
_NOT_SAID = frozenset({"path", "unread"})


@dataclass(frozen=True, slots=True)
class Renaming:
    """An element of a section, and the id it is to have."""

    section: str
    old: str
    new: str

    def of(self, section: str | None, name: str) -> str:
        """The id of an element with the renaming done."""
        return self.new if (section, name) == (self.section, self.old) else name


def portrait(model: Model, renaming: Renaming | None = None) -> Portrait:
    """What a model says, with a renaming done in it."""
    return _Painter(model, renaming or Renaming("", "", "")).whole()


def said(model: Model, part: Part) -> dict[str, Portrait]:
    """What one map of a model says, by attribute, without where."""
    return dict(_Painter(model, Renaming("", "", "")).keys(part))


@dataclass(frozen=True)
class _Painter:
    model: Model
    renaming: Renaming

    def whole(self) -> Portrait:
        """Everything, section by section."""
        model = self.model
        singles = (model.process, model.change, model.defaults, model.lint)
        return (
            tuple(self.part(single) if single else None for single in singles),
            tuple(
                (section, tuple(self.part(one) for one in getattr(model, section).values()))
                for section in SECTIONS
            ),
        )

    def part(self, part: Part) -> Portrait:
        """A map, key by key."""
        return type(part).__name__, tuple(self.keys(part))

    def keys(self, part: Part) -> Iterator[tuple[str, Portrait]]:
        """The attributes of a map, each with what it says."""
        kind = type(part).__name__
        for field in dataclasses.fields(part):
            value = getattr(part, field.name)
            if field.name == "id" and isinstance(part, Element):
                value = self.renaming.of(_SECTION_OF[kind], part.id)
            elif (kind, field.name) in _WORDS:
                value = value and self.renaming.of(_WORDS[kind, field.name], value)
            elif (kind, field.name) in _KEYS and value:
                sections = _KEYS[kind, field.name]
                is_renamed = self.renaming.section in sections
                section = self.renaming.section if is_renamed else sections[0]
                value = tuple(
                    (self.renaming.of(section, key), self.value(held))
                    for key, held in value.items()
                )
            elif field.name not in _NOT_SAID:
                value = self.value(value)
            else:
                continue
            yield field.name, value

    def value(self, value: object) -> Portrait:
        """Anything that a key can hold."""
        match value:
            case Reference():
                return self._reference(value)
            case Expression():
                return value.source if value.tree is None else self._tree(value.tree)
            case Otherwise():
                return "otherwise"
            case Duration():
                sections = (self.model.stages, "stages"), (self.model.fields, "fields")
                since = next((name for held, name in sections if value.since in held), None)
                point = value.since and self.renaming.of(since, value.since)
                return value.count, value.unit, value.business, since, point
            case Part():
                return self.part(value)
            case dict():
                return tuple((key, self.value(held)) for key, held in value.items())
            case tuple() | list():
                return tuple(self.value(one) for one in value)
        return str(value) if isinstance(value, float) else value

    def _reference(self, reference: Reference) -> Portrait:
        section = reference.section
        if section is None and reference.id == self.renaming.new:
            # Named already, and there only once the element has its new id.
            section = next((one for one in reference.wanted if one == self.renaming.section), None)
        return section, self.renaming.of(section, reference.id)

    def _tree(self, tree: object) -> Portrait:
        if isinstance(tree, criteria.Name):
            mine = self.renaming.section in IN_CONDITIONS and tree.id == self.renaming.old
            return self.renaming.new if mine else tree.id
        if isinstance(tree, tuple):
            return tuple(self._tree(one) for one in tree)
        if dataclasses.is_dataclass(tree):
            parts = (getattr(tree, one.name) for one in dataclasses.fields(tree) if one.compare)
            return type(tree).__name__, tuple(self._tree(one) for one in parts)
        return tree
