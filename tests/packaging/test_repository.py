"""What the pages name is there: paths, targets of the Makefile, commands, options."""

from __future__ import annotations

import os
import re
import subprocess

import click
import pytest
import yaml

from processctl.cli.group import program
from processctl.rules import RULES
from tests.cli.program import REPOSITORY, needed

PAGES = ("README.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/json.md")
_CODE = re.compile(r"`([^`\n]+)`")
_LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
_FENCE = re.compile(r"```.*?```", re.DOTALL)
_PATH = re.compile(
    r"\.?[\w<>*.-]+(?:/[\w<>*.-]*)+|[\w-]+\.(?:py|md|toml|yaml|yml|json|txt|lark)|Makefile|LICENSE"
)
# What a page names that is the reader's, not the repository's.
_READERS = ("processctl.yaml", "mkdocs.yml", "processctl.schema.json", ".pre-commit-config.yaml")


def page(name: str) -> str:
    file = REPOSITORY / name
    assert file.is_file(), f"{name} is missing"
    return file.read_text(encoding="utf-8")


def named_paths(text: str) -> list[str]:
    """Paths in ``code`` outside of fenced blocks; a part in angle brackets stands for any."""
    found = []
    for code in _CODE.findall(_FENCE.sub("", text)):
        if _PATH.fullmatch(code) and code not in _READERS:
            found.append(re.sub(r"<[^>]*>", "*", code))
    return found


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "docs/architecture.md"])
def test_every_path_that_a_page_names_is_there(name: str) -> None:
    paths = named_paths(page(name))
    assert len(paths) >= 5, f"{name} names hardly any path"
    missing = [
        path
        for path in paths
        if not any(
            list(base.glob(path.strip("/")))
            for base in (REPOSITORY, REPOSITORY / "processctl", (REPOSITORY / name).parent)
        )
    ]
    assert missing == []


@pytest.mark.parametrize("name", PAGES)
def test_links_to_files_lead_somewhere(name: str) -> None:
    targets = [
        one
        for one in _LINK.findall(page(name))
        if "://" not in one and not one.startswith("mailto:")
    ]
    assert [one for one in targets if not ((REPOSITORY / name).parent / one).exists()] == []


def test_targets_that_are_named_are_in_the_makefile() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = {
        target
        for name in ("README.md", "CONTRIBUTING.md")
        for target in re.findall(r"(?:^|`|\n\s*|&& )make ([a-z-]+)", page(name))
    }
    assert {"demo", "test"} <= named
    assert named <= targets


def test_make_knows_every_target() -> None:
    """And none of them has the name of a file, which would keep it from running."""
    make = needed("make", "install it (apt-get install make)")
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    phony = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[0].split()
    assert set(phony) == set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for target in phony:
        subprocess.run([make, "--dry-run", target], cwd=REPOSITORY, capture_output=True, check=True)


def test_what_guards_main_can_be_run() -> None:
    guard = REPOSITORY / ".ci" / "run"
    assert os.access(guard, os.X_OK)
    subprocess.run(["bash", "-n", guard], check=True)
    targets = re.findall(r"^make (.*)$", guard.read_text(), re.MULTILINE)
    assert {"check", "test"} <= set(targets)


def test_the_hooks_call_commands_that_there_are() -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"].removeprefix("processctl-") for hook in hooks] == [
        "lint",
        "test",
        "fmt",
        "render",
    ]
    for hook in hooks:
        program_name, *commands = hook["entry"].split()
        assert program_name == "processctl"
        assert set(commands) <= set(program.list_commands(click.Context(program)))
        assert hook["language"] == "python"
        # Run once, however many files there are.
        assert hook.get("require_serial") or hook["pass_filenames"] is False
        # What a commit deletes starts no hook by itself.
        assert hook.get("always_run", False) is (commands != ["fmt"])


@pytest.mark.parametrize("name", PAGES)
def test_commands_and_options_on_a_page_exist(name: str) -> None:
    commands = program.list_commands(click.Context(program))
    for line in re.findall(r"(?:^|`|\$ |\| )processctl ([^`\n|>]*)", page(name), re.MULTILINE):
        word, *rest = line.split() or ["--help"]
        if not re.fullmatch(r"[a-z]+", word) or not line.strip():
            continue
        assert word in commands, line
        found = program.get_command(click.Context(program), word)
        assert found is not None
        if isinstance(found, click.Group) and rest and rest[0] in found.commands:
            found = found.commands[rest[0]]
        options = {option for one in found.params for option in one.opts}
        used = {part.split("=")[0] for part in rest if part.startswith("-") and part != "-"}
        assert used <= options | {"--help"}, line


def test_rules_that_pages_name_exist() -> None:
    known = {rule.code for rule in RULES}
    for name in PAGES:
        codes = set(re.findall(r"\bPC\d{3}\b", page(name)))
        assert codes - set(re.findall(r"CODE=(PC\d{3})", page(name))) <= known


def test_versions_agree() -> None:
    """The changelog's newest is the package's, and every constraint is one version."""
    from processctl import __version__

    newest = re.findall(r"^## \[?(\d+\.\d+\.\d+|Unreleased)", page("CHANGELOG.md"), re.MULTILINE)
    assert newest[0] in (__version__, "Unreleased")
    pins = [
        line for line in (REPOSITORY / "constraints.txt").read_text().splitlines()
        if line and not line.startswith("#")
    ]  # fmt: skip
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    asked = re.findall(
        r'^    "([\w-]+)[>=]', (REPOSITORY / "pyproject.toml").read_text(), re.MULTILINE
    )
    pinned = {pin.split("==")[0].lower().replace("_", "-") for pin in pins}
    assert {one.lower() for one in asked} <= pinned
