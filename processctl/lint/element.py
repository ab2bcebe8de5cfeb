"""The symbolic name of what a finding is about."""

from __future__ import annotations

from processctl.model.model import Model
from processctl.reading.problem import Path

_ARROW = " → "
_STAGE_EXIT = 4  # ("stages", id, "exits", number)


def element_of(model: Model, path: Path) -> str:
    """``stages.offer``, ``stages.offer → nurture #2``, ``process``; empty for a whole file."""
    if len(path) >= _STAGE_EXIT and path[0] == "stages" and path[2] == "exits":
        name = _exit_name(model, str(path[1]), path[3])
        if name is not None:
            return name
    return ".".join(str(step) for step in path[:2])


def _exit_name(model: Model, stage_id: str, number: str | int) -> str | None:
    stage = model.stages.get(stage_id)
    if stage is None:
        return None
    this = next((one for one in stage.exits if one.path[3] == number), None)
    if this is None or this.to is None:
        return None
    target = this.to.id
    twins = [one for one in stage.exits if one.to is not None and one.to.id == target]
    name = f"stages.{stage_id}{_ARROW}{target}"
    return f"{name} #{twins.index(this) + 1}" if len(twins) > 1 else name
