"""Fetches the conformance tests of CEL by npm, once: ``python -m tests.cel.fetch``.

They are kept below ``build/`` under a name made of what they come from, so that without a network
they are still there, and with another version pinned they are fetched anew.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from tests import npm
from tests.conftest import REPOSITORY

HERE = Path(__file__).parent
KEPT = REPOSITORY / "build" / "cel"
SOURCES = (*npm.SOURCES, "suites.cjs")


def suites(kept: Path = KEPT) -> dict[str, Any]:
    """The suites of tests by name, fetched if they are not there yet.

    Raises:
        RuntimeError: they cannot be fetched; the message says what to do.
    """
    file = kept / f"{npm.version(HERE, SOURCES)}.json"
    if not file.is_file():
        kept.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=kept) as folder:
            fetched = _fetched(Path(folder))
            # Another process may be fetching the same: whoever comes last replaces like by like.
            fetched.replace(file)
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def _fetched(folder: Path) -> Path:
    npm.install(HERE, folder, "The conformance tests of CEL", SOURCES)
    file = folder / "suites.json"
    file.write_bytes(npm.run(folder, "node", "suites.cjs"))
    return file


if __name__ == "__main__":
    npm.as_command(suites)
