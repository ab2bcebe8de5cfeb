"""docs/diagrams.md: its commands draw what it says, and its tables name what there is."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from processctl.diagrams import WRITERS
from processctl.diagrams.paper.sheets import PAPERS
from processctl.diagrams.themes import THEMES
from tests.cli.program import REPOSITORY, call, starter
from tests.docs.test_docs import FENCE

PAGE = (REPOSITORY / "docs" / "diagrams.md").read_text("utf-8")


def test_the_commands_of_the_page_draw(tmp_path: Path) -> None:
    starter(tmp_path / "our-process")
    commands = [line for kind, content in FENCE.findall(PAGE) if kind == "sh"
                for line in content.splitlines()]  # fmt: skip
    assert len(commands) >= 5
    for command in commands:
        program, *arguments = shlex.split(command, comments=True)
        assert program == "processctl"
        assert call(*arguments, cwd=tmp_path).status in (0, 1), command
        (written,) = [one for one in tmp_path.iterdir() if one.is_file()]
        assert written.stat().st_size > 1000, command
        written.unlink()


def test_the_page_names_all_endings_themes_and_papers() -> None:
    assert set(re.findall(r"^\| `(\.\w+)`", PAGE, re.MULTILINE)) == set(WRITERS)
    assert set(re.findall(r"`--theme (\w+)`", PAGE)) == set(THEMES)
    assert set(re.findall(r"`--paper (\w+)`", PAGE)) == set(PAPERS)
