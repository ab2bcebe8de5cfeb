"""Which names a place wants: by the definition that the schema gives it."""

from __future__ import annotations

from collections.abc import Mapping

from processctl.editor.shapes import Shape
from processctl.reading.problem import Path

_WHO = ("roles", "teams", "people")

SECTIONS_OF: Mapping[str, tuple[str, ...]] = {
    "stage_id": ("stages",),
    "stage_or_origin": ("stages",),
    "stage_or_outcome": ("stages", "outcomes"),
    "outcome_id": ("outcomes",),
    "phase_id": ("phases",),
    "team_id": ("teams",),
    "person_id": ("people",),
    "person_or_role": ("roles", "people"),
    "team_or_role": ("teams", "roles"),
    "who": _WHO,
    "who_or_system": (*_WHO, "systems"),
    "who_or_forum": ("forums", *_WHO),
    "system_id": ("systems",),
    "field_id": ("fields",),
    "reason_field": ("fields",),
    "forum_id": ("forums",),
    "segment_id": ("segments",),
    "goal_id": ("goals",),
    "metric_id": ("metrics",),
    "criterion_or_stage": ("criteria", "stages"),
}
"""The sections whose ids a value of each definition may be, the most usual first."""

WORDS_OF: Mapping[str, tuple[str, ...]] = {"stage_or_origin": ("origin",), "when": ("otherwise",)}
"""Words of the language itself that may stand in their place."""

IN_CONDITIONS = ("fields", "criteria", "segments")
CONDITIONS = frozenset({"expression", "formula", "when"})

# Lists of texts in which what looks like an id is a reference.
_MIXED = {"needs": ("fields",), "carries": ("fields",)}


def sections_wanted(shape: Shape, path: Path) -> tuple[str, ...]:
    """The sections of which a name may stand at a path; none where a name is not wanted."""
    found = [
        section
        for name, sections in SECTIONS_OF.items()
        if name in shape.definitions
        for section in sections
    ]
    keys = [step for step in path if isinstance(step, str)]
    if keys and isinstance(path[-1], int) and keys[-1] in _MIXED and "text" in shape.definitions:
        found += _MIXED[keys[-1]]
    return tuple(dict.fromkeys(found))


def sections_of_keys(shape: Shape) -> tuple[str, ...]:
    """The sections of whose ids the keys of a map may be."""
    found = [section for name in shape.names_of_keys for section in SECTIONS_OF.get(name, ())]
    if "values" in shape.definitions:
        found.append("segments")
    return tuple(dict.fromkeys(found))


def words_wanted(shape: Shape) -> tuple[str, ...]:
    """Words of the language that may stand where a name is wanted."""
    return tuple(
        word for name, words in WORDS_OF.items() if name in shape.definitions for word in words
    )


def is_condition(shape: Shape) -> bool:
    """Whether a condition or formula may stand here."""
    return bool(shape.definitions & CONDITIONS)
