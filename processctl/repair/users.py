"""The workspaces that bring in an element of another one with ``uses``, and name it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from processctl.model.model import Model
from processctl.reading.files import (
    MARKER,
    boundary,
    read_text,
    repository_above,
    workspaces_below,
)
from processctl.reading.limits import Limits
from processctl.reading.sections import VOCABULARY
from processctl.repair.mentions import edits_of
from processctl.repair.portrait import Renaming
from processctl.repair.refused import RefusedError
from processctl.texts import say

Read: TypeAlias = Callable[[Path, Mapping[Path, str]], Model]
"""Reads the workspace in a folder, with some files' texts in newer form."""


def users_of(
    models: Mapping[Path, Model], owner: Path, renaming: Renaming, read: Read
) -> dict[Path, Model]:
    """The other workspaces that name the element; all of them have to be among ``models``."""
    if renaming.section not in VOCABULARY:
        return {}
    given = {Path(os.path.realpath(root)): root for root in models}
    declared = models[owner].workspace.sections.items[renaming.section][renaming.old]
    home = os.path.realpath(declared.source.path)
    users: dict[Path, Model] = {}
    missing: list[str] = []
    edge = boundary(owner)
    for folder in _neighbours(owner):
        real = Path(os.path.realpath(folder))
        if given.get(real) == owner:
            continue
        root = given.get(real, folder)
        model = models[root] if root in models else read(root, {})
        shared = model.workspace.sections.items.get(renaming.section, {}).get(renaming.old)
        if shared is None or not shared.shared or os.path.realpath(shared.source.path) != home:
            continue
        if real in given:
            users[root] = model
        elif edits_of(model, renaming):
            missing.append(os.path.relpath(real, os.path.realpath(edge)))
    if missing:
        raise RefusedError(
            say(
                '"{name}" is named in other workspaces too: {folders}.',
                name=renaming.old,
                folders=", ".join(sorted(missing)),
            ),
            hint=say("Name their folders as well: all are changed at once, or none."),
        )
    return users


def _neighbours(owner: Path) -> Iterator[Path]:
    """The workspaces that may use this one: those of its repository, without git those beside it.

    What has no ``uses`` in its marker file uses nothing.
    """
    edge = boundary(owner)
    in_git = repository_above(owner) is not None
    _, names, _ = next(os.walk(edge), ("", [], []))
    beside = [edge / name for name in sorted(names) if os.path.lexists(edge / name / MARKER)]
    for folder in workspaces_below(edge) if in_git else beside:
        text = read_text(folder / MARKER, edge, Limits().file_size)
        if isinstance(text, str) and "uses" in text:
            yield folder
