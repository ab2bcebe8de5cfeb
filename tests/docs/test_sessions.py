"""Pages that tell a story: their commands run one after the other, in one scratch repository."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

from scripts.play_history import play as play_history
from tests.cli.program import REPOSITORY, git, run

STEP = re.compile(r"^```(shellsession|diff)\n(.*?)^```", re.MULTILINE | re.DOTALL)
DAY = ("--today", "2026-11-23")


def play(page: Path, folder: Path) -> int:
    """Run the steps of a page; the answer is how many commands that were."""
    commands = 0
    for kind, content in STEP.findall(page.read_text("utf-8")):
        if kind == "diff":
            (folder.parent / "change.diff").write_text(content, encoding="utf-8")
            git(folder, "apply", "--unidiff-zero", str(folder.parent / "change.diff"))
            continue
        first, *shown = content.splitlines()
        assert first.startswith("$ processctl ")
        words = shlex.split(first.removeprefix("$ processctl "))
        done = run(*words, *DAY, cwd=folder, env={"PYTHONUTF8": "1"})
        assert done.status in (0, 1), done.err
        told = done.out + done.err
        assert "\n".join(shown).rstrip() in told, (first, told)
        commands += 1
    return commands


def test_only_what_is_new(tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    shutil.copytree(REPOSITORY / "examples" / "before", folder / "our-process")
    git(folder, "init", "-q")
    git(folder, "add", "--all")
    git(folder, "commit", "-q", "-m", "Our process")
    git(folder, "switch", "-q", "--create", "webinars")
    assert play(REPOSITORY / "docs" / "baseline.md", folder) == 6


def test_the_life_of_a_process(tmp_path: Path) -> None:
    folder = tmp_path / "repository"
    play_history(REPOSITORY / "examples" / "sourcegraph_history", folder)
    assert play(REPOSITORY / "docs" / "log.md", folder) == 3
