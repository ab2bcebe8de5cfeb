"""Fetches the conformance tests of CEL by npm, once: ``python -m tests.cel.fetch``.

They are kept below ``build/`` under a name made of what they come from, so that without a network
they are still there, and with another version pinned they are fetched anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.conftest import REPOSITORY

HERE = Path(__file__).parent
KEPT = REPOSITORY / "build" / "cel"
SOURCES = ("package.json", "package-lock.json", ".npmrc", "suites.cjs")


def suites(kept: Path = KEPT) -> dict[str, Any]:
    """The suites of tests by name, fetched if they are not there yet.

    Raises:
        RuntimeError: they cannot be fetched; the message says what to do.
    """
    file = kept / f"{_version()}.json"
    if not file.is_file():
        kept.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept) as folder:
            fetched = _fetched(Path(folder))
            # Another process may be fetching the same: whoever comes last replaces like by like.
            fetched.replace(file)
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _version() -> str:
    content = b"".join((HERE / name).read_bytes() for name in SOURCES)
    return hashlib.sha256(content).hexdigest()[:16]


def _fetched(folder: Path) -> Path:
    for program in ("npm", "node"):
        if shutil.which(program) is None:
            raise RuntimeError(
                f"The conformance tests of CEL are fetched with {program}, which is not installed: "
                "install Node.js 20 or newer (it brings npm), and run the tests again."
            )
    for name in SOURCES:
        shutil.copyfile(HERE / name, folder / name)
    _run(folder, "npm", "ci", "--ignore-scripts", "--no-progress")
    file = folder / "suites.json"
    file.write_bytes(_run(folder, "node", "suites.cjs"))
    return file


def _run(folder: Path, *command: str) -> bytes:
    done = subprocess.run(
        command, cwd=folder, env=dict(os.environ), capture_output=True, check=False
    )
    if done.returncode != 0:
        raise RuntimeError(
            f"{' '.join(command)} failed. The tests need a network the first time they run.\n"
            + done.stderr.decode("utf-8", "replace")
        )
    return done.stdout


if __name__ == "__main__":
    try:
        suites()
    except RuntimeError as error:
        sys.exit(str(error))
