"""Whether an element may have an id: well formed, not taken, and not a word of the language."""

from __future__ import annotations

from processctl.criteria import Name, Parser
from processctl.model.model import OUTCOME_WORDS, Model
from processctl.model.parse import is_id
from processctl.reading.scalars import resolve
from processctl.reading.sections import SHARED_NAMES
from processctl.repair.portrait import IN_CONDITIONS, Renaming
from processctl.texts import Message, say

_RESERVED = frozenset({"otherwise", "origin"})


def refusal(model: Model, renaming: Renaming) -> Message | None:
    """Why an element cannot have its new id in a workspace; None if it can."""
    new, section = renaming.new, renaming.section
    if not is_id(new):
        return say(
            '"{name}" is no id: small letters, digits and underscores, a letter first, 64 at most.',
            name=new,
        )
    if new.startswith("x_"):
        return say('"{name}" begins with "x_", and that is for notes of your own.', name=new)
    if section in IN_CONDITIONS and not isinstance(Parser().parse(new), Name):
        return say('"{name}" is a word of the language of conditions.', name=new)
    if new in _RESERVED or not isinstance(resolve(new), str):
        return say('"{name}" is a word of the language itself.', name=new)
    taken = _taken(model, section, new)
    if taken is not None:
        return say(
            '"{name}" is taken: it stands under "{section}" already.', name=new, section=taken
        )
    return None


def _taken(model: Model, section: str, name: str) -> str | None:
    if section == "phases":
        phases = {*(model.process.phases or ()), *(one.phase for one in model.stages.values())}
        return section if name in phases else None
    group: tuple[str, ...] = next((names for names in SHARED_NAMES if section in names), (section,))
    if section in ("stages", "outcomes"):
        group = ("stages", "outcomes")
    for other in group:
        there = model.outcomes if other == "outcomes" else model.workspace.sections.items.get(other)
        if name in (there or ()):
            return other
    return None


def is_built_in(renaming: Renaming) -> bool:
    """Whether the word belongs to the language and cannot be renamed."""
    return renaming.section == "outcomes" and renaming.old in OUTCOME_WORDS
