"""Runs Graphviz: the engine that is installed with processctl, or one of the user's own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from processctl.diagrams.errors import LayoutFailed
from processctl.texts import say

PACKAGE = "graphviz-pure"
# Seconds. 300 stages take less than one; what takes a minute will not end well.
TIME_LIMIT = 60.0


def run(dot: str, wanted: str, *, program: Path | None = None) -> bytes:
    """Let Graphviz draw ``dot`` with the node places it holds, and return its output.

    Args:
        dot: the graph, with a ``pos`` in points for every node.
        wanted: the output format, as Graphviz calls it (``json``, ``png``).
        program: a ``dot`` or ``neato`` of the user's own; by default the engine that ships.

    Raises:
        LayoutFailed: if there is no engine, or it fails, or it takes too long.
    """
    executable = program or shipped_engine()
    command = [str(executable), "-Kneato", "-n2", f"-T{wanted}"]
    try:
        done = subprocess.run(  # noqa: S603 - a full path and fixed arguments, without a shell
            command, input=dot.encode(), capture_output=True, timeout=TIME_LIMIT, check=False
        )
    except subprocess.TimeoutExpired as slow:
        raise LayoutFailed(
            say(
                "The drawing took longer than {seconds} seconds, so it was given up. "
                "Draw a part of the process instead.",
                seconds=int(TIME_LIMIT),
            )
        ) from slow
    except OSError as trouble:
        raise LayoutFailed(
            say(
                "Graphviz could not be started from {path}: {reason}",
                path=str(executable),
                reason=trouble.strerror or type(trouble).__name__,
            )
        ) from trouble
    if done.returncode != 0 or not done.stdout:
        # Its own words are about a graph that the user never wrote, so they are not passed on.
        raise LayoutFailed(
            say(
                "Graphviz ({path}) ended with status {status} and gave no drawing. "
                "Draw a part of the process, or try another Graphviz with --dot.",
                path=str(executable),
                status=done.returncode,
            )
        )
    return done.stdout


@lru_cache(maxsize=1)
def shipped_engine() -> Path:
    """The full path of the engine, which need not be on the PATH (pipx, pre-commit)."""
    for path in _candidates():
        if path.is_file() and os.access(path, os.X_OK):
            return path
    raise LayoutFailed(
        say(
            "The layout engine {package} is not installed beside processctl. "
            "Install processctl again, or name a Graphviz with --dot.",
            package=PACKAGE,
        )
    )


def _candidates() -> Iterator[Path]:
    name = f"{PACKAGE}.exe" if sys.platform == "win32" else PACKAGE
    # Not resolved: in a virtual environment the link's folder is the one that holds the scripts.
    yield Path(sys.executable).parent / name
    yield Path(sys.prefix) / ("Scripts" if sys.platform == "win32" else "bin") / name
    try:
        installed = metadata.files(PACKAGE) or []
    except metadata.PackageNotFoundError:
        return
    for file in installed:
        if file.name == name:
            yield Path(str(file.locate())).absolute()
