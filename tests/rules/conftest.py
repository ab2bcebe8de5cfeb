"""The option that writes the expected findings of the rule cases anew."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Run as ``pytest tests/rules --update-cases``, and read what changed before you keep it."""
    parser.addoption(
        "--update-cases", action="store_true", help="write the expected findings of rule cases"
    )
