"""The processes of the benchmarks, for tests: that folder is no package."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path
from typing import Any

_GENERATE: Any = run_path(str(Path(__file__).parents[2] / "benchmarks" / "generate.py"))


def write_process(folder: Path, stages: int) -> None:
    """Write a process of so many stages into a new folder."""
    _GENERATE["write_process"](folder, stages)
