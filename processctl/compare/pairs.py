"""Which workspace of the new state is which of the old one, though its folder may have another name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from processctl.journey import Journey

_ALIKE = 0.5
Pair = tuple[Path | None, Path | None]
"""The folder in the old state and in the new one; None where it is not there."""


def pairs(old: Mapping[Path, Journey], new: Mapping[Path, Journey]) -> tuple[Pair, ...]:
    """Pair workspaces, given by their folders below what is compared.

    The same folder is the same workspace. Of the others those that have an id in common, or more than
    half of their stages, are taken for moved ones. In the order of the new folders, those that are
    gone last.
    """
    found: dict[Path | None, Path] = {one: one for one in new if one in old}
    gone = [one for one in old if one not in new]
    likeness = sorted(
        (-_likeness(old[one], new[other]), str(other), str(one), one, other)
        for one in gone
        for other in new
        if other not in found
    )
    taken: set[Path] = set()
    for alike, _, _, one, other in likeness:
        if -alike > _ALIKE and one not in taken and other not in found:
            taken.add(one)
            found[other] = one
    return (
        *((found.get(other), other) for other in new),
        *((one, None) for one in gone if one not in taken),
    )


def _likeness(old: Journey, new: Journey) -> float:
    ids = old.model.process.id, new.model.process.id
    if ids[0] is not None and ids[0] == ids[1]:
        return 2.0
    was, now = old.model.stages.keys(), new.model.stages.keys()
    return len(was & now) / max(len(was | now), 1)
