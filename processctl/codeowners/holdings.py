"""What the files of a workspace hold: stages, and other sections beside them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from processctl.model.model import Model
from processctl.model.stage import Stage
from processctl.reading.source import Source


@dataclass(frozen=True, slots=True)
class Holding:
    """A file, its path from the repository, its stages, and the names of the other sections in it."""

    source: Source
    below: str
    stages: tuple[Stage, ...]
    others: tuple[str, ...]


def holdings(model: Model, repository: Path) -> tuple[Holding, ...]:
    """The files of a workspace in order of their paths; of what it uses none."""
    stages: dict[Path, list[Stage]] = {}
    others: dict[Path, set[str]] = {}
    sections = model.workspace.sections
    for section, name, declared in sections.elements():
        if section == "stages":
            stages.setdefault(declared.source.path, []).append(model.stages[name])
        else:
            others.setdefault(declared.source.path, set()).add(section)
    for section, declared in sections.singles.items():
        others.setdefault(declared.source.path, set()).add(section)
    found = [
        Holding(
            source,
            below(source.path, repository),
            tuple(stages.get(source.path, ())),
            tuple(sorted(others.get(source.path, ()))),
        )
        for source in model.workspace.own
    ]
    return tuple(sorted(found, key=lambda one: one.below))


def below(path: Path, repository: Path) -> str:
    """A path from the repository, with forward slashes; ``.`` is the repository itself."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() follows links
    return absolute.relative_to(repository).as_posix()
