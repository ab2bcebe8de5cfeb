"""Fetches axe-core by npm, once: ``python -m tests.axe.fetch``."""

from __future__ import annotations

from pathlib import Path

from tests import npm
from tests.conftest import REPOSITORY

HERE = Path(__file__).parent
KEPT = REPOSITORY / "build" / "axe"


def packages(kept: Path = KEPT) -> Path:
    """The folder of the installed packages, fetched if they are not there yet.

    Raises:
        RuntimeError: they cannot be fetched; the message says what to do.
    """
    return npm.packages(HERE, kept, "axe-core")


if __name__ == "__main__":
    npm.as_command(packages)
