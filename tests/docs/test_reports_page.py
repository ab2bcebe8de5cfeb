"""The page on reports: its examples are what is printed, its commands run, its limits are the program's."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import yaml

from processctl.cli.reporting import FORMATS
from processctl.diagrams.files import mermaid_parts
from processctl.reports.markdown import LONGEST
from tests.cli.program import REPOSITORY, call, files_below, starter, write

PAGE = (REPOSITORY / "docs" / "reports.md").read_text(encoding="utf-8")


def test_every_format_is_in_the_table() -> None:
    table = PAGE.split("## What holds")[0]
    assert sorted(re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE)) == sorted(FORMATS)


def test_the_examples_are_what_is_printed(tmp_path: Path) -> None:
    example = PAGE.split("## Example")[1]
    ((_, process), *shown) = re.findall(r"```(yaml|markdown|json)\n(.*?)```", example, re.DOTALL)
    write(tmp_path, processctl=process)
    commands = re.findall(r"`processctl (lint --select [^`]*)`", example)
    assert len(commands) == len(shown) == 2
    for command, (_, report) in zip(commands, shown, strict=True):
        assert call(*shlex.split(command), cwd=tmp_path).out == report


def commands() -> list[list[str]]:
    """The commands of the page: in its shells, and in the files of others' CI."""
    found = [
        line.split("|")[0].strip()
        for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
        for line in block.splitlines()
    ]
    for block in re.findall(r"```yaml\n(# \..*?)```", PAGE, re.DOTALL):
        found += said(yaml.safe_load(block))
    return [shlex.split(command)[1:] for command in found if command.startswith("processctl")]


def said(held: object) -> list[str]:
    """All texts in data."""
    if isinstance(held, dict):
        return [text for value in held.values() for text in said(value)]
    if isinstance(held, list):
        return [text for value in held for text in said(value)]
    return [held.strip()] if isinstance(held, str) else []


def test_the_commands_run_and_write_what_they_say(tmp_path: Path) -> None:
    assert len(commands()) == 4
    for number, command in enumerate(commands()):
        folder = starter(tmp_path / str(number))
        assert call(*command, cwd=folder).status == 0
        files = {word.split(":", 1)[1] for word in command if re.match(r"\w+:[^-]", word)}
        assert files <= files_below(folder).keys()


def test_the_limits_are_those_of_the_program() -> None:
    assert f"stays below {LONGEST:,}" in " ".join(PAGE.split())
    assert (
        f"more than {mermaid_parts.LONGEST:,} characters or {mermaid_parts.MOST_LINES} ways"
        in " ".join(PAGE.split())
    )
