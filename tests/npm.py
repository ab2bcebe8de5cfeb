"""Packages that tests fetch by npm, once, with the versions and checksums of their lock file."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

SOURCES = ("package.json", "package-lock.json", ".npmrc")


def version(here: Path, sources: Sequence[str] = SOURCES) -> str:
    """A name made of what is fetched, so that with another version it is fetched anew."""
    content = b"".join((here / name).read_bytes() for name in sources)
    return hashlib.sha256(content).hexdigest()[:16]


def install(here: Path, folder: Path, what: str, sources: Sequence[str] = SOURCES) -> None:
    """Install the packages that the folder ``here`` lists into ``folder``.

    Raises:
        RuntimeError: they cannot be fetched; the message says what to do.
    """
    for program in ("npm", "node"):
        if shutil.which(program) is None:
            raise RuntimeError(
                f"{what} are fetched with {program}, which is not installed: "
                "install Node.js 20 or newer (it brings npm), and run the tests again."
            )
    for name in sources:
        shutil.copyfile(here / name, folder / name)
    run(folder, "npm", "ci", "--ignore-scripts", "--no-progress")


def packages(here: Path, kept: Path, what: str) -> Path:
    """The folder of the packages that ``here`` lists, below ``kept``; fetched if they are not there.

    Raises:
        RuntimeError: they cannot be fetched; the message says what to do.
    """
    folder = kept / version(here)
    if not folder.is_dir():
        kept.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept) as name:
            made = Path(name) / "made"
            made.mkdir()
            install(here, made, what)
            with suppress(OSError):  # another process was quicker, with the same
                made.rename(folder)
    return folder / "node_modules"


def run(folder: Path, *command: str) -> bytes:
    """What a program says on standard output.

    Raises:
        RuntimeError: it failed.
    """
    done = subprocess.run(
        command, cwd=folder, env=dict(os.environ), capture_output=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(
            f"{' '.join(command)} failed. The tests need a network the first time they run.\n"
            + done.stderr.decode("utf-8", "replace")
        )
    return done.stdout


def as_command(fetch: Callable[[], object]) -> None:
    """Fetch something as a program of its own, which says what is missing and ends with 1."""
    try:
        fetch()
    except RuntimeError as error:
        sys.exit(str(error))
