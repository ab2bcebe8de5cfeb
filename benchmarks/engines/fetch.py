"""Fetches the engines that our drawings are measured beside, by npm, once; kept below ``build/``."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from tests import npm

HERE = Path(__file__).parent
KEPT = HERE.parents[1] / "build" / "engines"


def packages(kept: Path = KEPT) -> Path:
    """The folder of the installed packages.

    Raises:
        RuntimeError: they cannot be fetched; the message says what to do.
    """
    folder = kept / npm.version(HERE)
    if not folder.is_dir():
        kept.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept) as name:
            made = Path(name) / "made"
            made.mkdir()
            npm.install(HERE, made, "The engines that drawings are measured beside")
            with suppress(OSError):  # another process was quicker, with the same
                made.rename(folder)
    return folder / "node_modules"


def script(modules: Path, name: str) -> Path:
    """One of our scripts beside the packages, where Node.js finds these for it."""
    for file in HERE.glob("*.mjs"):
        shutil.copyfile(file, modules.parent / file.name)
    return modules.parent / name
