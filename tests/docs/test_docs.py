"""What the documents say is what the program does."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from processctl.lint.narrow import Selection
from processctl.lint.run import lint_workspace
from scripts.make_pictures import IMAGES, PICTURES, draw
from tests.conftest import REPOSITORY

PAGES = [
    REPOSITORY / "README.md",
    REPOSITORY / "CONTRIBUTING.md",
    *(REPOSITORY / "docs").rglob("*.md"),
]
PAGES += sorted((REPOSITORY / "examples").rglob("*.md"))
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[tuple[Path, str]]:
    return [
        (page, content)
        for page in sorted(PAGES)
        for language, content in FENCE.findall(page.read_text("utf-8"))
        if language == kind
    ]


def run(command: str, folder: Path) -> str:
    words = shlex.split(command, comments=True)
    assert words[0] == "processctl"
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, "-m", "processctl", *words[1:]],
        cwd=folder, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def name(case: tuple[Path, str]) -> str:
    return f"{case[0].name}:{case[1].splitlines()[0][:40]}"


@pytest.mark.parametrize("case", blocks("console"), ids=name)
def test_shown_output_is_what_the_command_prints(case: tuple[Path, str]) -> None:
    first, *shown = case[1].splitlines()
    assert first.startswith("$ ")
    assert shown
    assert "\n".join(shown).rstrip() in run(first[2:], REPOSITORY)


def test_the_readme_s_commands_run(tmp_path: Path) -> None:
    commands = [
        line
        for page, content in blocks("sh")
        if page.name == "README.md"
        for line in content.splitlines()
        if line.startswith("processctl")
    ]
    assert len(commands) >= 4
    git = ("git", "-c", "user.name=Aino", "-c", "user.email=aino@example.com")
    subprocess.run([*git, "init", "--quiet", "--initial-branch=main"], cwd=tmp_path, check=True)
    for number, command in enumerate(commands):
        run(command, tmp_path)
        if not number:  # what the first one writes is what the others look at, and what it was
            subprocess.run([*git, "add", "--all"], cwd=tmp_path, check=True)
            subprocess.run([*git, "commit", "--quiet", "-m", "Begin"], cwd=tmp_path, check=True)
    assert (tmp_path / "journey.svg").read_bytes().startswith(b"<?xml")


def test_the_readme_s_make_targets_are_there() -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    text = "".join(page.read_text("utf-8") for page in PAGES)
    named = set(re.findall(r"`?make (\w+)`?", text)) & {
        "demo",
        "test",
        "check",
        "bench",
        "soak",
        "format",
    }
    assert {"demo", "test"} <= named
    for target in named:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


# The examples on the pages of rules, some of them bad YAML on purpose, run with the rules.
@pytest.mark.parametrize(
    "case", [one for one in blocks("yaml") if one[0].parent.name != "rules"], ids=name
)
def test_yaml_in_the_documents_can_be_read(case: tuple[Path, str], tmp_path: Path) -> None:
    content = yaml.safe_load(case[1])
    if isinstance(content, dict) and "processctl" in content:
        (tmp_path / "processctl.yaml").write_text(case[1], encoding="utf-8")
        result = Selection(("PC0",)).of(lint_workspace(tmp_path, date(2026, 11, 23)))
        assert result.findings == ()


@pytest.mark.parametrize(
    "page", sorted(PAGES), ids=lambda page: page.relative_to(REPOSITORY).as_posix()
)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", page.read_text("utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("name", PICTURES)
def test_every_picture_is_today_s(name: str, tmp_path: Path) -> None:
    draw(tmp_path / name, PICTURES[name])
    assert (IMAGES / name).read_bytes() == (tmp_path / name).read_bytes(), "run: make pictures"


def test_every_picture_is_made_and_shown() -> None:
    assert {file.name for file in IMAGES.iterdir()} == set(PICTURES)
    shown = {
        name for page in PAGES for name in re.findall(r"images/([\w.-]+)", page.read_text("utf-8"))
    }
    assert shown == set(PICTURES)


def test_modules_stay_small() -> None:
    long = {
        file.relative_to(REPOSITORY).as_posix(): lines
        for file in sorted((REPOSITORY / "processctl").rglob("*.py"))
        if (lines := len(file.read_text("utf-8").splitlines())) > 300
    }
    assert long == {}, "split by noun"
