"""Copies of the checkout, so that building leaves no trace in it, and programs run far from it."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.cli.program import REPOSITORY, git

CONSTRAINTS = REPOSITORY / "constraints.txt"


def copy_of_the_checkout(target: Path) -> Path:
    """What git has or would take, as it stands now."""
    listed = git(REPOSITORY, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    for name in listed.split("\0"):
        source = REPOSITORY / name
        if name and source.is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target / name)
    return target


def execute(
    *command: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    status: int | None = 0,
    timeout: float = 240,
) -> str:
    """Run a program and return what it said; it has to end with ``status``."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=dict(env) if env is not None else outside(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=timeout,
        check=False,
    )
    told = done.stdout.decode("utf-8", "replace")
    assert status is None or done.returncode == status, (
        f"{command} ended with {done.returncode}:\n{told}"
    )
    return told


def outside(**wanted: str) -> dict[str, str]:
    """This environment (pip's settings are in it) without what leads back into the checkout."""
    ours = ("PYTHONPATH", "VIRTUAL_ENV", "PYTHONHOME")
    left = {
        name: value
        for name, value in os.environ.items()
        if name not in ours
        and not name.startswith(("GIT_", "PYTEST_", "COV_", "LC_", "PROCESSCTL"))
    }
    return {**left, "LANG": "C.UTF-8", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **wanted}


@contextmanager
def only_one_at_a_time(folder: Path) -> Iterator[None]:
    """Among the workers that run tests side by side."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
