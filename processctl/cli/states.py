"""Which two states of a process a command line means: folders, git revisions, what lies on the disk."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from processctl.cli.places import shortest
from processctl.cli.trouble import UsageError
from processctl.reading.files import MARKER, is_folder, workspace_above, workspaces_below
from processctl.reading.tree import DISK, Tree
from processctl.texts import Argument, say

if TYPE_CHECKING:
    from processctl.git.repository import Repository
    from processctl.git.tree import RevisionTree

# Dots within a path ("main:../care") are no range, nor are those behind "main:".
_RANGE = re.compile(r"(?P<one>[^:]*?|.*?:.+?)(?P<dots>\.\.\.?)(?P<other>(?![./]).*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class State:
    """One state: what it is called, the tree it is read from, and the folder to look in."""

    label: Argument
    tree: Tree
    folder: Path


def workspaces_of(old: State, new: State) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """The workspaces in and below the folders; where there are none in either, those they lie in."""
    was, now = (workspaces_in(one.tree, one.folder) for one in (old, new))
    if was or now:
        return was, now
    return _around(old.tree, old.folder), _around(new.tree, new.folder)


def two_states(words: tuple[str, ...]) -> tuple[State, State]:
    """The states that one or two words mean: ``A B``, ``A`` (and the disk), ``A..B``, ``A...B``.

    A folder alone is what it is now, beside what was committed of it last.

    Raises:
        UsageError: a word is no folder and no revision, or could be either.
    """
    if len(words) == 1:
        range_ = _RANGE.fullmatch(words[0])
        if range_ is not None and not is_folder(Path(words[0])):
            return _range(range_["one"] or "HEAD", range_["other"] or "HEAD", range_["dots"])
    states = [state_of(word) for word in words]
    if len(states) == 2:
        return states[0], states[1]
    if states[0].tree is DISK:
        return _last_commit(states[0].folder), states[0]
    return states[0], _disk(states[0])


def _last_commit(folder: Path) -> State:
    """What was committed last of a folder on the disk."""
    return State(f"HEAD:{folder}", tree_of("HEAD", folder), folder)


def state_of(word: str) -> State:
    """The state that a word means.

    Raises:
        UsageError: it is no folder and no revision, or could be either.
    """
    path = Path(word) if word else None
    there = path is not None and is_folder(path)
    if (
        there
        and path is not None
        and (os.sep in word or word.startswith(".") or path.is_absolute())
    ):
        return State(word, DISK, path)
    tree = _tree_or_none(_split(word)[0]) if there else None
    if there and tree is not None:
        raise UsageError(
            say('"{word}" is a folder here and a revision too.', word=word),
            say('Write "./{word}" for the folder, "{word}:." for the revision.', word=word),
        )
    if there and path is not None:
        return State(word, DISK, path)
    return _committed(word)


def _committed(word: str) -> State:
    """The state that a revision means, alone (``main``) or with a folder (``main:sales``)."""
    revision, folder = _split(word)
    tree = tree_of(revision)
    if folder is None:
        return State(word, tree, Path())
    # As git counts "REV:path": from the top of the repository, unless it begins with "./".
    top = _repository().root
    where = shortest(Path(folder) if folder.startswith((".", os.sep)) else top / folder)
    if folder and not tree.exists(where):
        raise UsageError(
            say(
                'The revision "{revision}" has no folder "{folder}".',
                revision=revision,
                folder=folder,
            )
        )
    return State(word, tree, where)


def _split(word: str) -> tuple[str, str | None]:
    """A revision, and the folder behind its colon; a colon in braces belongs to the revision."""
    depth = 0
    for place, sign in enumerate(word):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign == ":" and depth <= 0:
            return word[:place], word[place + 1 :]
    return word, None


def tree_of(revision: str, place: Path | None = None) -> RevisionTree:
    """The files of a revision of the repository around a folder, the current one if none is named.

    Raises:
        UsageError: there is none.
    """
    from processctl.git.repository import NoRevision
    from processctl.git.tree import RevisionTree

    try:
        return RevisionTree(_repository(place), revision)
    except NoRevision as error:
        raise UsageError(error.message, error.hint) from error


def workspaces_in(tree: Tree, folder: Path) -> tuple[Path, ...]:
    """The workspaces in and below a folder, as a tree has them."""
    from processctl.git.tree import RevisionTree

    if isinstance(tree, RevisionTree):
        return tuple(tree.workspaces_below(folder))
    return tuple(sorted(workspaces_below(folder)))


def _around(tree: Tree, folder: Path) -> tuple[Path, ...]:
    """The workspace that a folder without one lies in."""
    if tree is DISK:
        above = workspace_above(Path(os.path.abspath(folder)))  # noqa: PTH100 - resolve() follows links
        return (shortest(above),) if above is not None else ()
    here = Path(os.path.abspath(folder))  # noqa: PTH100 - as above
    edge = tree.boundary(here)
    for place in (here, *here.parents):
        if tree.exists(place / MARKER):
            return (shortest(place),)
        if place == edge:
            break
    return ()


def _disk(other: State) -> State:
    """What lies on the disk now, in the folder of another state."""
    return State(say("working tree"), DISK, other.folder)


def _range(first: str, second: str, dots: str) -> tuple[State, State]:
    from processctl.git.repository import NoRevision

    if dots == "...":
        try:
            base = _repository().merge_base(first, second)
        except NoRevision as error:
            raise UsageError(error.message, error.hint) from error
        label = f"{first}...{second}"
        return State(f"{label} ({base[:10]})", tree_of(base), Path()), _committed(second)
    return _committed(first), _committed(second)


def _repository(place: Path | None = None) -> Repository:
    from processctl.git.repository import NoRevision, Repository

    try:
        return Repository.around(place or Path())
    except NoRevision as error:
        raise UsageError(error.message, error.hint) from error


def _tree_or_none(revision: str) -> RevisionTree | None:
    from processctl.git.repository import NoRevision, Repository
    from processctl.git.tree import RevisionTree

    try:
        return RevisionTree(Repository.around(Path()), revision)
    except NoRevision:
        return None
