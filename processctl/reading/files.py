"""Finding workspaces, and the files that may belong to one."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from processctl.reading.source import BYTE_ORDER_MARK
from processctl.texts import Message, say

MARKER = "processctl.yaml"
_ENDINGS = (".yaml", ".yml")


# What would lead git to another repository than the one around the workspace; set in its hooks.
_GIT_ELSEWHERE = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"}
)


def is_folder(path: Path) -> bool:
    """Whether a folder is there; unlike ``Path.is_dir``, also where nobody may look."""
    return os.path.isdir(path)  # noqa: PTH112


def workspace_above(place: Path) -> Path | None:
    """The nearest folder at or above ``place`` that holds the marker file, as git looks for its own."""
    start = place if is_folder(place) else place.parent
    for folder in (start, *start.parents):
        if os.path.lexists(folder / MARKER):
            return folder
    return None


def workspaces_below(folder: Path) -> list[Path]:
    """Every folder below that holds the marker file, in order; hidden folders are passed over."""
    found = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if MARKER in names or MARKER in folders:
            found.append(Path(here))
    return found


def repository_above(place: Path) -> Path | None:
    """The git work tree that ``place`` lies in, or None."""
    absolute = Path(os.path.abspath(place))  # noqa: PTH100 - resolve() follows links
    for folder in (absolute, *absolute.parents):
        if os.path.exists(folder / ".git"):  # noqa: PTH110 - Path.exists() fails where nobody may look
            return folder
    return None


def boundary(workspace: Path) -> Path:
    """The folder that nothing may lead out of: the repository, or else the folder above."""
    absolute = Path(os.path.abspath(workspace))  # noqa: PTH100 - resolve() follows links
    return repository_above(workspace) or absolute.parent


def candidates(workspace: Path) -> Iterator[Path]:
    """YAML files in and below a workspace, other than its marker file and nested workspaces.

    Folders that may not be looked into are among them: reading one says so.
    """
    closed: list[Path] = []
    for here, folders, names in os.walk(workspace, onerror=lambda error: closed.append(_of(error))):
        yield from closed
        closed.clear()
        folder = Path(here)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not os.path.lexists(folder / name / MARKER)
        )
        for name in sorted(names):
            if is_yaml(name) and not name.startswith(".") and name != MARKER:
                yield folder / name
    yield from closed


def is_yaml(name: str) -> bool:
    """Whether a file of this name is taken for YAML."""
    return name.endswith(_ENDINGS)


def is_candidate(file: Path, workspace: Path) -> bool:
    """Whether a file that is not there yet would belong to the candidates."""
    if not is_yaml(file.name) or file.name == MARKER:
        return False
    inner = file.relative_to(workspace) if file.is_relative_to(workspace) else None
    if inner is None or any(part.startswith(".") for part in inner.parts):
        return False
    return workspace_above(file) == workspace


def _of(error: OSError) -> Path:
    return Path(os.fsdecode(error.filename))


def git_environment() -> dict[str, str]:
    """The environment in which git looks at the repository that it is asked about."""
    return {name: value for name, value in os.environ.items() if name not in _GIT_ELSEWHERE}


def without_git_ignored(workspace: Path, files: list[Path]) -> list[Path]:
    """The files that git does not ignore; all of them where there is no repository or no git."""
    repository = repository_above(workspace)
    git = which("git")
    if not files or repository is None or git is None:
        return files
    # "./": a name that begins with a colon is a name, not one of git's patterns.
    names = {f"./{file.relative_to(workspace).as_posix()}": file for file in files}
    answer = subprocess.run(  # noqa: S603 - git's own path, names on standard input, no shell
        [git, "check-ignore", "-z", "--stdin"],
        cwd=workspace,
        env=git_environment(),
        input="\0".join(names).encode("utf-8", "surrogateescape"),
        capture_output=True,
        check=False,
    )
    ignored = set(answer.stdout.decode("utf-8", "surrogateescape").split("\0"))
    return [file for name, file in names.items() if name not in ignored]


def chosen(
    workspace: Path, files: Iterable[Path], include: list[str], exclude: list[str]
) -> list[Path]:
    """The files that ``include`` (if there is any) names and ``exclude`` does not.

    Globs are matched against the path below the workspace; ``**`` spans folders.
    """
    kept = []
    for file in files:
        name = file.relative_to(workspace).as_posix()
        wanted = not include or any(matches(name, glob) for glob in include)
        if wanted and not any(matches(name, glob) for glob in exclude):
            kept.append(file)
    return kept


def matches(name: str, glob: str) -> bool:
    """Whether a relative path matches a glob, part by part; a glob of a folder takes all below."""
    return _match_parts(name.split("/"), glob.strip("/").removeprefix("./").split("/"))


def _match_parts(parts: list[str], globs: list[str]) -> bool:
    from fnmatch import fnmatchcase

    # reachable[i]: the globs so far can stand for the first i parts
    reachable = [True] + [False] * len(parts)
    for glob in globs:
        if glob == "**":
            for index in range(1, len(parts) + 1):
                reachable[index] = reachable[index] or reachable[index - 1]
            continue
        reachable = [False] + [
            reachable[index] and fnmatchcase(part, glob) for index, part in enumerate(parts)
        ]
    return any(reachable[1:]) if globs[-1:] != ["**"] else reachable[-1]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file's text is not to be had."""

    over_limit: bool
    message: Message
    hint: Message | None


def read_text(file: Path, within: Path, size_limit: int) -> str | Unreadable:
    """A file's text without a byte order mark.

    ``within`` is the folder that the file, links followed, may not lie outside of; ``size_limit``
    is in bytes. Only regular files are opened: a pipe or a device could wait or go on for ever.
    """
    try:
        real = file.resolve(strict=True)
        status = real.stat()
    except FileNotFoundError:
        if file.is_symlink():
            return _unreadable(
                say("This link points to nothing."), say("Delete the link, or mend its target.")
            )
        return _unreadable(say("There is no such file."), None)
    except (OSError, RuntimeError) as error:
        if file.is_symlink():
            return _unreadable(say("This link leads round in a circle."), say("Delete the link."))
        return _system_error(error)
    if file.is_symlink() and not real.is_relative_to(within.resolve()):
        return _unreadable(
            say("This link leads out of the repository."),
            say("Put the file itself into the repository: others have nothing behind this link."),
        )
    if stat.S_ISDIR(status.st_mode) and not os.access(real, os.R_OK | os.X_OK):
        return _unreadable(
            say("You have no permission to look into this folder."),
            say("Ask its owner, or mend its permissions."),
        )
    if stat.S_ISDIR(status.st_mode):
        return _unreadable(
            say("This is a folder, and a file is wanted."), say("Rename the folder.")
        )
    if not stat.S_ISREG(status.st_mode):
        return _unreadable(
            say("This is a pipe or a device, not a file."), say("Take it out of the workspace.")
        )
    if status.st_size > size_limit:
        return too_large(status.st_size, size_limit)
    try:
        content = real.read_bytes()
    except OSError as error:
        return _system_error(error)
    return decode(content)


def too_large(size: int, size_limit: int) -> Unreadable:
    """That a file has more bytes than are read."""
    message = say("The file has {size} bytes; up to {limit} are read.", size=size, limit=size_limit)
    hint = say("Split it into several files, or raise --limit file_size=N.")
    return Unreadable(True, message, hint)


def decode(content: bytes) -> str | Unreadable:
    """UTF-8 to text; a byte order mark is left out."""
    if b"\0" in content[:8192]:
        return _unreadable(
            say("This is no text file."), say("Take it out of the workspace, or save it as UTF-8.")
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return Unreadable(
            False,
            say("The text is not UTF-8: line {line} holds other bytes.", line=line),
            say('Save the file again with the encoding "UTF-8".'),
        )
    return text.removeprefix(BYTE_ORDER_MARK)


def _unreadable(message: Message, hint: Message | None) -> Unreadable:
    return Unreadable(False, message, hint)


def _system_error(error: BaseException) -> Unreadable:
    if isinstance(error, PermissionError):
        return _unreadable(
            say("You have no permission to read this file."),
            say("Ask its owner, or mend its permissions."),
        )
    number = error.errno if isinstance(error, OSError) else None
    message = say("The file cannot be read (system error {number}).", number=number or 0)
    return Unreadable(False, message, None)
