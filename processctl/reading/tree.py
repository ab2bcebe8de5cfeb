"""Where workspaces are read from: the folders of the disk, or those that somebody else keeps."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from processctl.reading.files import (
    Unreadable,
    boundary,
    candidates,
    read_text,
    without_git_ignored,
)


class Tree(Protocol):
    """Folders and files, all named by the paths that they have, or would have, on the disk."""

    def boundary(self, workspace: Path) -> Path:
        """The folder that nothing may lead out of."""

    def real(self, path: Path) -> Path:
        """A path with all links followed."""

    def exists(self, path: Path) -> bool:
        """Whether something has this path."""

    def candidates(self, workspace: Path) -> Iterable[Path]:
        """YAML files in and below a workspace, other than its marker file and nested workspaces."""

    def kept(self, workspace: Path, files: list[Path]) -> list[Path]:
        """Those of some files that will be read: all but what git ignores."""

    def text(self, file: Path, workspace: Path, size_limit: int) -> str | Unreadable:
        """A file's text without a byte order mark; ``size_limit`` is in bytes."""


class _Disk:
    def boundary(self, workspace: Path) -> Path:
        return boundary(workspace).resolve()

    def real(self, path: Path) -> Path:
        return Path(os.path.realpath(path))

    def exists(self, path: Path) -> bool:
        return os.path.lexists(path)

    def candidates(self, workspace: Path) -> Iterable[Path]:
        return candidates(workspace)

    def kept(self, workspace: Path, files: list[Path]) -> list[Path]:
        return without_git_ignored(workspace, files)

    def text(self, file: Path, workspace: Path, size_limit: int) -> str | Unreadable:
        return read_text(file, boundary(workspace), size_limit)


DISK: Tree = _Disk()
"""What lies on the disk now."""
