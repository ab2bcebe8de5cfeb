"""Git repositories with a process in two states, for the tests of ``processctl diff``."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import git
from tests.compare.telling_cases import CASES

OLD = (CASES / "limit_raised/before/processctl.yaml").read_text(encoding="utf-8")
NEW = (CASES / "limit_raised/after/processctl.yaml").read_text(encoding="utf-8")
MOVED = 'From stage "New lead" cases that went to "First talk" now go to "Nurtured".'
SAME = "Nothing has changed."


def write(folder: Path, text: str) -> Path:
    """Write a workspace of one file; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "processctl.yaml").write_text(text, encoding="utf-8")
    return folder


def commit(folder: Path, message: str = "state") -> str:
    """Commit all there is in the repository of a folder, which is made where there is none."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD").strip()


def two_commits(folder: Path) -> Path:
    """A repository whose last commit moved a limit."""
    write(folder, OLD)
    commit(folder, "old: x")
    write(folder, NEW)
    commit(folder, "new")
    return folder
