"""Giving an element another id in texts that are open in an editor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from processctl.editor.disk import RememberedDisk
from processctl.editor.elements import Named
from processctl.editor.overlay import Overlay
from processctl.model.model import Model, read_model
from processctl.reading.edit import TextEdit
from processctl.reading.limits import Limits
from processctl.reading.workspace import load
from processctl.repair.mentions import edits_of
from processctl.repair.portrait import Renaming
from processctl.repair.refused import RefusedError
from processctl.repair.rename import rename
from processctl.repair.users import Read

__all__ = ["RefusedError", "renamed"]


def renamed(
    roots: Iterable[Path], named: Named, new: str, texts: Mapping[Path, str], limits: Limits
) -> list[TextEdit]:
    """The edits that give an element another id in all workspaces that name it.

    Raises:
        RefusedError: it cannot have that id, not all can be read, or the process would not mean the same.
    """
    if new == named.id:
        return []
    disk, folders = RememberedDisk(), list(roots)

    def read(root: Path, newer: Mapping[Path, str]) -> Model:
        return read_model(load(root, limits, tree=Overlay(disk, {**texts, **newer})))

    renaming = Renaming(named.section, named.id, new)
    rename(folders, renaming, read)  # proves that the process means the same afterwards
    return _edits(folders, renaming, read)


def _edits(roots: list[Path], renaming: Renaming, read: Read) -> list[TextEdit]:
    found: dict[tuple[Path, int, int], TextEdit] = {}
    for root in roots:
        made = edits_of(read(root, {}), renaming)
        for edit in made if isinstance(made, list) else ():
            found[edit.span.source.path, edit.span.start, edit.span.end] = edit
    return list(found.values())
