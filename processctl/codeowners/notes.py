"""Where a rule is coarser than the process: whoever may approve one thing may approve another, too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from processctl.codeowners.holdings import Holding
from processctl.journey.owner import Owner, owner_of
from processctl.model.model import Model
from processctl.texts import Listing, Message, say

_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Note:
    """Where a rule is coarser than the process, and why."""

    file: Path
    message: Message


def notes(
    model: Model, file: Holding, handles: Mapping[str, frozenset[str]], usual: frozenset[str]
) -> Iterator[Note]:
    """What one rule cannot keep apart.

    ``handles`` are those of each stage, ``usual`` those of the process.
    """
    path = file.source.path
    each = {handles[stage.id] for stage in file.stages} - {frozenset[str]()}
    if len(each) > 1:
        owners = [owner for stage in file.stages if (owner := owner_of(model, stage))]
        yield Note(path, _several(model, path.name, owners))
    if file.others and each != {usual}:
        shown = ", ".join(
            (*file.others[:_MOST_NAMED], *(("…",) if file.others[_MOST_NAMED:] else ()))
        )
        message = say(
            '"{file}" holds stages and more ({sections}). Whoever owns one of the stages may review all '
            "of it; a file for the stages alone would make it exact.",
            file=path.name,
            sections=shown,
        )
        yield Note(path, message)


def _several(model: Model, file: str, owners: list[Owner]) -> Message:
    teams = sorted({owner.team or "" for owner in owners})
    if "" not in teams and len(teams) > 1:
        return say(
            '"{file}" holds the stages of {count} teams ({teams}). Any of them may review all of it; one '
            "file for each team would make it exact.",
            file=file,
            count=len(teams),
            teams=Listing(tuple(model.teams[team].title for team in teams[:_MOST_NAMED])),
        )
    ids = sorted({owner.id for owner in owners})
    return say(
        '"{file}" holds the stages of {count} owners ({owners}). Any of them may review all of it; one '
        "file for each owner would make it exact.",
        file=file,
        count=len(ids),
        owners=Listing(tuple(ids[:_MOST_NAMED])),
    )
