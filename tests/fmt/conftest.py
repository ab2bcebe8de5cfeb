"""The option that writes the expected form of the corpus anew."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Run as ``pytest tests/fmt --update-formatted``, and read what changed before you keep it."""
    parser.addoption(
        "--update-formatted", action="store_true", help="write the expected form of the corpus"
    )
