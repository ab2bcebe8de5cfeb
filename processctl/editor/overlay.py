"""Texts that an editor holds, laid over files: the newer form of what lies on the disk, or of nothing yet."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from processctl.reading.files import MARKER, Unreadable, decode, is_yaml, too_large
from processctl.reading.tree import Tree
from processctl.texts import say


@dataclass(frozen=True)
class Overlay:
    """A ``Tree`` in which open documents have the text that the editor shows.

    ``texts`` are by absolute path. Links are followed on both sides: a file is the same by whichever
    name it was opened.
    """

    below: Tree
    texts: Mapping[Path, str]

    @cached_property
    def _by_real(self) -> dict[Path, str]:
        return {self.below.real(file): text for file, text in self.texts.items()}

    @cached_property
    def _markers(self) -> frozenset[Path]:
        """The folders that are workspaces by what is open."""
        return frozenset(file.parent for file in self._by_real if file.name == MARKER)

    def boundary(self, workspace: Path) -> Path:
        """The folder that nothing may lead out of."""
        return self.below.boundary(workspace)

    def real(self, path: Path) -> Path:
        """A path with all links followed."""
        return self.below.real(path)

    def exists(self, path: Path) -> bool:
        """Whether something has this path."""
        return self.below.exists(path) or self._text(path) is not None

    def candidates(self, workspace: Path) -> Iterator[Path]:
        """YAML files in and below a workspace, also those that are not on the disk yet."""
        real = self.below.real(workspace)
        nested = {folder for folder in self._markers if folder != real and real in folder.parents}
        # A folder that is not there yet holds nothing, and is none that nobody may look into.
        there = list(self.below.candidates(workspace)) if self.below.exists(workspace) else []
        new = [workspace / file.relative_to(real) for file in self._new(real)]
        for file in sorted((*there, *new), key=_walked) if new else there:
            if not nested or nested.isdisjoint(self.below.real(file).parents):
                yield file

    def _new(self, workspace: Path) -> set[Path]:
        """Open documents that would belong to a workspace if they were saved."""
        return {
            file
            for file in self._by_real
            if is_yaml(file.name)
            and file.name != MARKER
            and file.is_relative_to(workspace)
            and not any(part.startswith(".") for part in file.relative_to(workspace).parts)
            and self.workspace_of(file) == workspace
            and not self.below.exists(file)
        }

    def kept(self, workspace: Path, files: list[Path]) -> list[Path]:
        """Those of some files that will be read."""
        return self.below.kept(workspace, files)

    def text(self, file: Path, workspace: Path, size_limit: int) -> str | Unreadable:
        """A file's text without a byte order mark; ``size_limit`` is in bytes."""
        text = self._text(file)
        if text is None:
            return self.below.text(file, workspace, size_limit)
        content = text.encode("utf-8", "replace")  # half a sign is what no file can hold
        return (
            decode(content) if len(content) <= size_limit else too_large(len(content), size_limit)
        )

    def _text(self, file: Path) -> str | None:
        if not self.texts:
            return None
        return self._by_real.get(self.below.real(file))

    def workspace_of(self, file: Path) -> Path | None:
        """The nearest folder above a file that holds the marker file, on the disk or open."""
        for folder in file.parents:
            if os.path.lexists(folder / MARKER) or (folder in self._markers):
                return folder
        return None


@dataclass(frozen=True)
class Alone:
    """A ``Tree`` of nothing but some texts."""

    texts: Mapping[Path, str]

    def boundary(self, workspace: Path) -> Path:
        """The folder that nothing may lead out of."""
        return workspace

    def real(self, path: Path) -> Path:
        """A path; no links are followed."""
        return Path(os.path.normpath(path))

    def exists(self, path: Path) -> bool:
        """Whether there is such a text."""
        return path in self.texts

    def candidates(self, workspace: Path) -> Iterator[Path]:
        """All texts but the marker file's."""
        yield from sorted(file for file in self.texts if file != workspace / MARKER)

    def kept(self, workspace: Path, files: list[Path]) -> list[Path]:
        """All of them."""
        del workspace
        return files

    def text(self, file: Path, workspace: Path, size_limit: int) -> str | Unreadable:
        """A text as it is."""
        del workspace, size_limit
        if file not in self.texts:
            return Unreadable(False, say("There is no such file."), None)
        return decode(self.texts[file].encode("utf-8", "replace"))


def _walked(file: Path) -> tuple[tuple[bool, str], ...]:
    """The order in which the disk is walked: the files of a folder first, then the folders in it."""
    *folders, name = file.parts
    return *[(True, folder) for folder in folders], (False, name)
