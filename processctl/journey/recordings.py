"""Where fields are recorded: by stages that capture them, and by births that bring them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from processctl.model.customer_data import Field
from processctl.model.model import Model
from processctl.model.reference import Reference
from processctl.model.stage import Stage
from processctl.reading.problem import Path

if TYPE_CHECKING:
    from processctl.journey.journey import Journey


@dataclass(frozen=True, slots=True)
class Recording:
    """A stage gives a field a value; ``born`` where a case has it from its birth."""

    stage: str
    path: Path
    born: bool


def recordings(journey: Journey) -> dict[str, list[Recording]]:
    """For each field that stages in force record, where they do so, in the order written."""
    found: dict[str, list[Recording]] = {}
    for stage in journey.stages.values():
        for reference, born in _of_stage(stage):
            recording = Recording(stage.id, reference.path, born)
            found.setdefault(reference.id, []).append(recording)
    return found


def _of_stage(stage: Stage) -> Iterator[tuple[Reference, bool]]:
    for reference in stage.start.brings if stage.start else ():
        yield reference, True
    for part in (stage, *stage.varies):
        for reference in part.captures:
            yield reference, False


def systems_of(model: Model, field: Field) -> tuple[Reference, ...]:
    """The systems that keep a field: its own, or those that hold for all fields of the workspace."""
    if field.system or field.shared or not field.readable("system"):
        return field.system
    defaults = model.defaults.fields if model.defaults is not None else None
    return defaults.system if defaults is not None else ()
