"""The cache: results by the content they came from, so that what has not changed is not judged again.

It lies in the workspace, in ``.processctl_cache``: an index of the folders that were read last, a
file for each content, and the answers of the solver, so that of what has changed only the rest is
proved anew. Everything is written whole or not at all, so that two runs at once do each
other no harm. Each file is sealed with a secret of this user (HMAC, RFC 2104): one that is damaged,
or that came with somebody's pull request, does not fit its seal and is taken for nothing.
"""

from __future__ import annotations

import hmac
import json
import os
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from processctl.lint.plain import Plain, as_map
from processctl.lint.result import Result
from processctl.lint.stored import Form, Place
from processctl.reading.files import Unreadable
from processctl.reading.inputs import Root, Snapshot, snapshot
from processctl.reading.limits import Limits
from processctl.reading.source import Source
from processctl.reading.tree import DISK, Tree

if TYPE_CHECKING:
    from processctl.proofs.answers import Known

FOLDER = ".processctl_cache"
KEPT = 60  # results of other contents, of branches and earlier states, that one may come back to
_INDEX = "index.json"
_ANSWERS = "answers.json"
_NOT_IN_GIT = ".gitignore"
_SIGNATURE = "CACHEDIR.TAG"
_TAG = "Signature: 8a477f597d28d172789f06886806bc55\n"  # https://bford.info/cachedir/


@dataclass(frozen=True)
class Cache:
    """The cache of one workspace.

    ``secret`` seals what is written; ``judge`` names who judges: this version, with its rules.
    """

    root: Path
    secret: bytes
    judge: str
    limits: Limits

    @property
    def _folder(self) -> Path:
        return self.root / FOLDER

    def find(self, today: date, tree: Tree = DISK) -> Result | None:
        """What the same content came to before, if that still holds on the day ``today``."""
        try:
            roots = self._roots()
            seen = snapshot(roots, self.limits, tree=tree)
            if seen is None:
                return None
            held = self._open(self._name(seen))
            if not isinstance(held, dict) or held["today"] not in (None, today.isoformat()):
                return None
            form = _form(roots, seen)
            read_today = held["today"] is not None
            return form.result(held["result"], self.root, read_today=read_today)
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None

    def keep(
        self,
        result: Result,
        roots: tuple[Root, ...],
        read: Mapping[Path, str | Unreadable],
        today: date,
        tree: Tree = DISK,
    ) -> None:
        """Remember a result.

        Where the folder cannot be written, or a finding stands where nothing was read, nothing
        happens.
        """
        with suppress(OSError, KeyError):
            seen = snapshot(roots, self.limits, read, tree)
            if seen is None or not self._ready():
                return
            known: list[Plain] = [
                {
                    "path": os.path.relpath(root.path, self.root),
                    "include": list(root.include),
                    "exclude": list(root.exclude),
                    "uses": list(root.uses),
                }
                for root in roots
            ]
            held: Plain = {
                "today": today.isoformat() if result.read_today else None,
                "result": _form(roots, seen).of_result(result),
            }
            self._seal(self._name(seen), held)
            if tree is DISK:
                self._seal(_INDEX, known)
            self._forget_the_oldest()

    def answers(self) -> dict[str, Known]:
        """What the solver has answered for this workspace before."""
        try:
            held = self._open(_ANSWERS)
            kept = as_map(held)
            if kept["judge"] != self.judge:
                return {}
            known = as_map(kept["answers"])
            return {key: "yes" if answer == "yes" else "no" for key, answer in known.items()}
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return {}

    def keep_answers(self, answers: Mapping[str, Known]) -> None:
        """Remember the answers of a run, and no others; what cannot be written is not."""
        with suppress(OSError):
            if self._ready():
                kept = dict(sorted(answers.items()))
                self._seal(_ANSWERS, {"judge": self.judge, "answers": kept})

    def _name(self, seen: Snapshot) -> str:
        return sha256(f"{self.judge}\0{seen.digest}".encode()).hexdigest()[:40] + ".json"

    def _roots(self) -> tuple[Root, ...]:
        """The folders that were read last, the first one this workspace."""
        held = self._open(_INDEX)
        found = []
        for number, one in enumerate(held if isinstance(held, list) else ()):
            if not isinstance(one, dict):
                raise ValueError(_INDEX)  # noqa: TRY004 - as everything that does not fit
            # As the reader names them: the workspace as it was called, others by their real paths.
            path = Path(os.path.realpath(self.root / str(one["path"]))) if number else self.root
            lists = (one["include"], one["exclude"], one["uses"])
            found.append(Root(path, *(tuple(map(str, part)) for part in lists)))
        if not found:
            raise ValueError(_INDEX)
        return tuple(found)

    def _open(self, name: str) -> Plain:
        """The content of a file whose seal fits; anything else raises."""
        seal, _, content = _read(self._folder / name).partition(b"\n")
        if not hmac.compare_digest(seal, self._sealed(name, content)):
            raise ValueError(name)
        held: Plain = json.loads(content)
        return held

    def _seal(self, name: str, held: Plain) -> None:
        content = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
        encoded = content.encode("utf-8", "surrogatepass")
        _write(self._folder / name, self._sealed(name, encoded) + b"\n" + encoded)

    def _sealed(self, name: str, content: bytes) -> bytes:
        return hmac.digest(self.secret, name.encode() + b"\0" + content, sha256).hex().encode()

    def _ready(self) -> bool:
        """Make the folder; not where something else has its name, a link out of here say."""
        if self._folder.is_symlink() or not os.access(self.root, os.W_OK):
            return False
        self._folder.mkdir(exist_ok=True)
        for name, content in ((_NOT_IN_GIT, "*\n"), (_SIGNATURE, _TAG)):
            if not os.path.lexists(self._folder / name):
                _write(self._folder / name, content.encode())
        return True

    def _forget_the_oldest(self) -> None:
        results = [
            file for file in self._folder.glob("*.json") if file.name not in (_INDEX, _ANSWERS)
        ]
        for file in sorted(results, key=lambda one: one.stat().st_mtime)[:-KEPT]:
            file.unlink(missing_ok=True)


def _form(roots: tuple[Root, ...], seen: Snapshot) -> Form:
    paths: dict[Place, Path] = {
        (number, name): roots[number].path / name for number, name in seen.texts
    }
    return Form(
        {path: place for place, path in paths.items()},
        {place: Source(path, seen.texts[place]) for place, path in paths.items()},
    )


def _read(file: Path) -> bytes:
    """The content of an ordinary file: a link may lead to a device that never ends, or waits."""
    if file.parent.is_symlink() or not stat.S_ISREG(file.lstat().st_mode):
        raise ValueError(file)
    return file.read_bytes()


def _write(file: Path, content: bytes) -> None:
    """Write a file in one step."""
    from tempfile import mkstemp

    handle, temporary = mkstemp(prefix=".", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def clean(root: Path) -> bool:
    """Take the cache of a workspace away, and nothing that somebody else put there.

    Returns:
        Whether there was one.

    Raises:
        OSError: something of it cannot be deleted.
    """
    folder = root / FOLDER
    if folder.is_symlink() or not folder.is_dir():
        return False
    for file in folder.iterdir():
        ours = file.suffix == ".json" or file.name in (_NOT_IN_GIT, _SIGNATURE)
        if not file.is_dir() and (ours or file.name.startswith(".")):
            file.unlink(missing_ok=True)
    with suppress(OSError):
        folder.rmdir()
    return True
