"""The files of one commit, read from git's objects: nothing is written to the disk."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from processctl.git.repository import NoRevision, Repository
from processctl.reading.files import MARKER, Unreadable, decode, is_yaml, too_large
from processctl.texts import say

_LINK, _SUBMODULE = "120000", "160000"
_LARGE = 4_000_000  # bytes: what is larger is read only if the limits allow it
_MOST_LINKS = 40  # followed one after the other, as the system does


@dataclass(frozen=True, slots=True)
class _Entry:
    mode: str
    blob: str
    size: int


class RevisionTree:
    """A repository as it was: the paths are those that the files would have on the disk today."""

    def __init__(self, repository: Repository, revision: str) -> None:
        """Find the commit.

        Raises:
            NoRevision: there is none.
        """
        self._repository = repository
        self._root = Path(os.path.abspath(repository.root))  # noqa: PTH100 - resolve() follows links
        self._revision = revision
        self.commit = repository.commit(revision)
        self._content: dict[str, bytes] = {}

    @cached_property
    def _entries(self) -> dict[str, _Entry]:
        """All files and links by their path in the repository, submodules too."""
        listed = self._repository.run("ls-tree", "-r", "-l", "-z", "--full-tree", self.commit)
        if listed.returncode != 0:
            raise NoRevision(
                say('git cannot read the revision "{revision}".', revision=self._revision)
            )
        found = {}
        for line in listed.stdout.decode("utf-8", "surrogateescape").split("\0"):
            head, tab, path = line.partition("\t")
            if tab:
                mode, _, blob, size = head.split()
                found[path] = _Entry(mode, blob, int(size) if size.isdigit() else 0)
        return found

    @cached_property
    def _folders(self) -> frozenset[str]:
        return frozenset(
            folder for path in self._entries for folder in _above(path) if folder != path
        )

    @property
    def submodules(self) -> tuple[Path, ...]:
        """The folders whose files another repository keeps, in order."""
        return tuple(
            self._root / path
            for path, entry in sorted(self._entries.items())
            if entry.mode == _SUBMODULE
        )

    def workspaces_below(self, folder: Path) -> list[Path]:
        """Every folder at or below one that holds the marker file; hidden ones are passed over."""
        here = self._path(folder)
        found = [
            posixpath.dirname(path)
            for path in self._entries
            if posixpath.basename(path) == MARKER and _is_below(path, here)
        ]
        visible = [
            one for one in found if not _is_hidden(posixpath.relpath(one or ".", here or "."))
        ]
        return [folder / posixpath.relpath(one or ".", here or ".") for one in sorted(visible)]

    def boundary(self, workspace: Path) -> Path:
        """The folder that nothing may lead out of: the repository."""
        del workspace
        return self._root

    def real(self, path: Path) -> Path:
        """A path with the links of the commit followed."""
        inner = self._path(path)
        if inner is None:
            return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow the disk's
        followed = self._follow(inner)
        # A link that leads out of the repository leads anywhere, and so nowhere that may be read.
        return self._root / followed if followed is not None else Path(self._root.anchor)

    def exists(self, path: Path) -> bool:
        """Whether something has this path."""
        inner = self._path(path)
        return inner is not None and (inner in self._entries or inner in self._folders)

    def candidates(self, workspace: Path) -> Iterator[Path]:
        """YAML files in and below a workspace, other than its marker file and nested workspaces."""
        here = self._path(workspace)
        nested = {
            posixpath.dirname(path)
            for path in self._entries
            if posixpath.basename(path) == MARKER
            and _is_below(path, here)
            and posixpath.dirname(path) != here
        }
        for path in sorted(self._entries, key=_order):
            below = posixpath.relpath(path, here or ".")
            if (
                is_yaml(posixpath.basename(path))
                and _is_below(path, here)
                and not _is_hidden(below)
                and below != MARKER
                and self._entries[path].mode != _SUBMODULE
                and nested.isdisjoint(_above(path))
            ):
                yield workspace / below

    def kept(self, workspace: Path, files: list[Path]) -> list[Path]:
        """All of them: what is in a commit is not ignored. Their content is fetched at once."""
        del workspace
        self._fetch(files)
        return files

    def text(self, file: Path, workspace: Path, size_limit: int) -> str | Unreadable:
        """A file's text without a byte order mark; ``size_limit`` is in bytes."""
        del workspace
        inner = self._path(file)
        entry = self._entries.get(inner) if inner is not None else None
        if inner is None or entry is None:
            if inner in self._folders:
                return Unreadable(
                    False,
                    say("This is a folder, and a file is wanted."),
                    say("Rename the folder."),
                )
            return Unreadable(False, say("There is no such file."), None)
        if entry.mode == _LINK:
            target = self._follow(inner)
            entry = self._entries.get(target) if target is not None else None
            if entry is None or entry.mode in (_LINK, _SUBMODULE):
                return Unreadable(
                    False,
                    say("This link leads to no file of this revision."),
                    say("Put the file itself into the repository."),
                )
        if entry.size > size_limit:
            return too_large(entry.size, size_limit)
        return decode(self._blob(entry.blob))

    def _path(self, path: Path) -> str | None:
        """A path as git names it, ``""`` for the root; None for one that lies elsewhere."""
        absolute = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() follows links
        for root in (self._root, self._root.resolve()):
            if absolute.is_relative_to(root):
                return absolute.relative_to(root).as_posix().removeprefix(".")
        return None

    def _follow(self, path: str) -> str | None:
        """Where a path leads when links are followed; None where they lead out, or in a circle."""
        done, ahead = "", path.split("/") if path else []
        links = 0
        while ahead:
            part = ahead.pop(0)
            if part in ("", "."):
                continue
            if part == "..":
                if not done:
                    return None
                done = posixpath.dirname(done)
                continue
            here = posixpath.join(done, part)
            entry = self._entries.get(here)
            if entry is None or entry.mode != _LINK:
                done = here
                continue
            links += 1
            target = self._blob(entry.blob).decode("utf-8", "surrogateescape")
            if links > _MOST_LINKS or target.startswith("/"):
                return None
            ahead = [*target.split("/"), *ahead]
        return done

    def _fetch(self, files: Iterable[Path]) -> None:
        paths = (self._path(file) for file in files)
        entries = (self._entries.get(path) for path in paths if path is not None)
        self._read([one.blob for one in entries if one is not None and one.size < _LARGE])

    def _blob(self, name: str) -> bytes:
        if name not in self._content:
            self._read([name])
        return self._content[name]

    def _read(self, names: Iterable[str]) -> None:
        """Read the content of several objects with one command (git-cat-file, "BATCH OUTPUT")."""
        wanted = sorted({name for name in names if name not in self._content})
        if not wanted:
            return
        asked = "".join(f"{name}\n" for name in wanted).encode()
        found = self._repository.run("cat-file", "--batch", given=asked).stdout
        at = 0
        for name in wanted:
            end = found.find(b"\n", at)
            head = found[at:end].split()
            if end < 0 or len(head) != 3:
                raise NoRevision(
                    say(
                        'git cannot read all of the revision "{revision}".', revision=self._revision
                    )
                )
            size = int(head[2])
            self._content[name] = found[end + 1 : end + 1 + size]
            at = end + 1 + size + 1


def _order(path: str) -> list[tuple[bool, str]]:
    """As the disk is walked: the files of a folder first, then the folders in it."""
    *folders, name = path.split("/")
    return [*((True, folder) for folder in folders), (False, name)]


def _above(path: str) -> Iterator[str]:
    """The folders that a path lies in, the root ``""`` last, none for the root itself."""
    here = path
    while here:
        here = posixpath.dirname(here)
        yield here


def _is_below(path: str, folder: str | None) -> bool:
    return folder is not None and (not folder or path.startswith(f"{folder}/"))


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") and part != "." for part in path.split("/"))
