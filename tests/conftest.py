"""Profiles for hypothesis, and what many tests need."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("ci", max_examples=60, deadline=None, derandomize=True,
                          suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
settings.register_profile("soak", max_examples=3_000, deadline=None,
                          suppress_health_check=[HealthCheck.too_slow])  # fmt: skip
# A shell that runs the tests in the background lets them ignore Ctrl-C, and so what they start.
signal.signal(signal.SIGINT, signal.default_int_handler)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

pytest_plugins = ("tests.browser.pages",)
REPOSITORY = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """Run as ``pytest tests/rules --update-cases``, and read what changed before you keep it."""
    parser.addoption(
        "--update-cases", action="store_true", help="write what the tests compare with anew"
    )


@pytest.fixture
def workspace(tmp_path: Path) -> Callable[..., Path]:
    """Writes a workspace: keyword ``processctl`` is the marker file's text, others by file name."""

    def write(text: str, **files: str) -> Path:
        (tmp_path / "processctl.yaml").write_text(text, encoding="utf-8")
        for name, content in files.items():
            (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
        return tmp_path

    return write
