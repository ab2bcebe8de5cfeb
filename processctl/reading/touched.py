"""Which workspaces a change touches: those that its files belong to, and those that use them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from processctl.reading.compose import compose
from processctl.reading.files import (
    MARKER,
    Unreadable,
    workspace_above,
    workspaces_below,
)
from processctl.reading.inputs import use_target
from processctl.reading.limits import Limits
from processctl.reading.marker import uses
from processctl.reading.nodes import Mapping
from processctl.reading.source import Source
from processctl.reading.tree import DISK


def touched_workspaces(
    repository: Path, files: Iterable[Path], limits: Limits | None = None
) -> list[Path]:
    """The workspaces of a repository that the files belong to, or that use such a one, in order.

    Files that are no longer there count as those that are: the rest may have needed them.
    """
    reached = {folder.resolve() for file in files for folder in _around(file)}
    users: dict[Path, list[Path]] = {}
    there = {folder.resolve(): folder for folder in workspaces_below(repository)} if reached else {}
    for real, folder in there.items():
        for target in _used(folder, limits or Limits()):
            users.setdefault(target, []).append(real)
    ahead = list(reached)
    while ahead:
        for user in users.get(ahead.pop(), ()):
            if user not in reached:
                reached.add(user)
                ahead.append(user)
    return sorted(there[real] for real in reached & there.keys())


def _around(file: Path) -> Iterator[Path]:
    """The workspace around a file; of a marker file also the one whose files it takes or gives back."""
    above = workspace_above(file)
    if above is not None:
        yield above
    if file.name == MARKER:
        yield file.parent
        outer = workspace_above(file.parent.parent)
        if outer is not None:
            yield outer


def _used(folder: Path, limits: Limits) -> Iterator[Path]:
    """The folders that a workspace says it uses."""
    file = folder / MARKER
    text = DISK.text(file, folder, limits.file_size)
    if isinstance(text, Unreadable):
        return
    root = compose(Source(file, text), limits).root
    if isinstance(root, Mapping):
        yield from (use_target(DISK, folder, item.text) for item in uses(root))
