"""The disk, read again only where it has changed: an editor asks after every key."""

from __future__ import annotations

import os
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from processctl.reading.files import Unreadable, repository_above
from processctl.reading.tree import DISK, Tree

_IGNORES = ".gitignore"
_EXCLUDE = Path("info", "exclude")


@dataclass
class RememberedDisk:
    """A ``Tree`` of what lies on the disk now, by the times and sizes that the system gives.

    What git ignores is asked again when the files are others, or a file that says it has changed.
    """

    _texts: dict[tuple[Path, Path, int], tuple[Hashable, str | Unreadable]] = field(
        default_factory=dict
    )
    _kept: dict[Path, tuple[Hashable, list[Path]]] = field(default_factory=dict)

    def boundary(self, workspace: Path) -> Path:
        """The folder that nothing may lead out of."""
        return DISK.boundary(workspace)

    def real(self, path: Path) -> Path:
        """A path with all links followed."""
        return DISK.real(path)

    def exists(self, path: Path) -> bool:
        """Whether something has this path."""
        return DISK.exists(path)

    def candidates(self, workspace: Path) -> Iterable[Path]:
        """YAML files in and below a workspace."""
        return DISK.candidates(workspace)

    def kept(self, workspace: Path, files: list[Path]) -> list[Path]:
        """Those of some files that git does not ignore."""
        state = tuple(files), tuple((one, _stamp(one)) for one in _ignoring(workspace, files))
        known = self._kept.get(workspace)
        if known is None or known[0] != state:
            known = self._kept[workspace] = (state, DISK.kept(workspace, files))
        return list(known[1])

    def text(self, file: Path, workspace: Path, size_limit: int) -> str | Unreadable:
        """A file's text without a byte order mark; ``size_limit`` is in bytes."""
        stamp = _stamp(file)
        asked = file, workspace, size_limit
        known = self._texts.get(asked)
        if stamp is None or known is None or known[0] != stamp:
            known = self._texts[asked] = (stamp, DISK.text(file, workspace, size_limit))
        return known[1]


_: Tree = RememberedDisk()  # mypy sees here that it is one


def _stamp(path: Path) -> Hashable:
    """What is another when a file has changed; None where nothing can be known."""
    try:
        found = os.stat(path)  # noqa: PTH116 - half the time of Path.stat
        link = os.lstat(path)
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode, link.st_ino


def _ignoring(workspace: Path, files: list[Path]) -> Iterator[Path]:
    """The files that say what git ignores among some files."""
    repository = repository_above(workspace)
    if repository is None:
        return
    yield repository / ".git" / _EXCLUDE
    folders = {folder for file in files for folder in file.parents}
    for folder in sorted(folders):
        if folder.is_relative_to(repository):
            yield folder / _IGNORES
