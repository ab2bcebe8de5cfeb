"""What a workspace is read from: enough to tell, without reading it, that nothing has changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from processctl.reading.files import MARKER, Unreadable, chosen
from processctl.reading.limits import Limits
from processctl.reading.tree import DISK, Tree


@dataclass(frozen=True, slots=True)
class Root:
    """A folder that was read, the workspace's own or one that it uses, and what its marker says.

    All of it follows from the marker files. Whoever holds it need not parse them to know which
    files would be read.
    """

    path: Path
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The content of everything that is read, and one name for it.

    ``texts`` are by root and by name below it; what cannot be read has the text ``""``.
    """

    digest: str
    texts: Mapping[tuple[int, str], str]


def files_of(
    tree: Tree, root: Path, found: Iterable[Path], include: Iterable[str], exclude: Iterable[str]
) -> list[Path]:
    """Which of the YAML files found below a root may belong to it."""
    return tree.kept(root, chosen(root, found, list(include), list(exclude)))


def use_target(tree: Tree, root: Path, written: str) -> Path:
    """The folder that an entry of ``uses`` means, links followed."""
    return tree.real(root / written.replace("\0", "\ufffd"))


def snapshot(
    roots: tuple[Root, ...],
    limits: Limits,
    already_read: Mapping[Path, str | Unreadable] | None = None,
    tree: Tree = DISK,
) -> Snapshot | None:
    """What there is to read in a tree; None where there is more of it than may be read.

    With ``already_read`` the content is that which was read then, and a file that came only
    afterwards makes it None too: a name must not be given to what was not seen.
    """
    name = sha256()
    texts: dict[tuple[int, str], str] = {}

    def note(*parts: str) -> None:
        for part in parts:
            content = part.encode("utf-8", "surrogatepass")
            name.update(f"{len(content)}:".encode())
            name.update(content)

    note(repr(limits), tree.real(roots[0].path).name)
    for number, root in enumerate(roots):
        found = tree.candidates(root.path)
        files = files_of(tree, root.path, found, root.include, root.exclude)
        if len(files) > limits.files:
            return None
        edge = tree.boundary(root.path)
        note(
            "root",
            os.path.relpath(root.path, roots[0].path),
            os.path.relpath(edge, tree.real(root.path)),
        )
        for file in (root.path / MARKER, *files):
            below = file.relative_to(root.path).as_posix()
            text: str | Unreadable | None
            if already_read is None:
                text = tree.text(file, root.path, limits.file_size)
            else:
                text = already_read.get(file)
            if text is None:
                return None
            if isinstance(text, Unreadable):
                note("unreadable", below, text.message.template, repr(text.message.arguments))
            else:
                note("text", below, text)
            texts[number, below] = "" if isinstance(text, Unreadable) else text
        for written in root.uses:
            target = use_target(tree, root.path, written)
            there = tree.exists(target / MARKER)
            note("use", written, os.path.relpath(target, tree.real(root.path)), str(there))
    return Snapshot(name.hexdigest(), texts)
