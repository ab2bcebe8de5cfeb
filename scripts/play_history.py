"""Makes a git repository of the versions of an example: one commit for each, on the day it came.

python -m scripts.play_history examples/sourcegraph_history build/history
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

_NAME = "Handbook"
_MAIL = "handbook@example.com"


def play(example: Path, repository: Path) -> None:
    """Commit every version of an example into a new repository.

    Raises:
        FileExistsError: something has its name already.
    """
    repository.mkdir(parents=True)
    _git(repository, "init", "--quiet", "--initial-branch=main")
    for one in json.loads((example / "commits.json").read_text("utf-8")):
        shutil.copytree(example / one["version"], repository, dirs_exist_ok=True)
        _git(repository, "add", "--all")
        _git(repository, "commit", "--quiet", "--message", one["message"], day=one["date"])


def _git(folder: Path, *arguments: str, day: str = "2020-01-01") -> None:
    """Run git as the same somebody everywhere, so that the commits have the same ids."""
    moment = f"{day}T12:00:00+00:00"
    who = {
        f"GIT_{role}_{part}": value
        for role in ("AUTHOR", "COMMITTER")
        for part, value in (("NAME", _NAME), ("EMAIL", _MAIL), ("DATE", moment))
    }
    without_settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(  # noqa: S603 - no shell, and nothing in it is anybody else's
        ["git", *arguments],  # noqa: S607 - whichever git there is
        cwd=folder,
        env={**os.environ, **who, **without_settings},
        check=True,
    )


if __name__ == "__main__":
    play(Path(sys.argv[1]), Path(sys.argv[2]))
