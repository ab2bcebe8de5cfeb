"""Fetches Mermaid's own command by npm, once: ``python -m tests.mermaid.fetch``.

It is kept below ``build/`` like the other programs that tests compare with.
"""

from __future__ import annotations

from pathlib import Path

from tests import npm
from tests.conftest import REPOSITORY

HERE = Path(__file__).parent
KEPT = REPOSITORY / "build" / "mermaid"


def packages(kept: Path = KEPT) -> Path:
    """The folder of the installed packages, fetched if they are not there yet.

    Raises:
        RuntimeError: they cannot be fetched; the message says what to do.
    """
    return npm.packages(HERE, kept, "Mermaid's own command")


if __name__ == "__main__":
    npm.as_command(packages)
