"""The scaffold of a new rule: run in a copy of the repository, where every test of it passes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import REPOSITORY, needed

CODE, NAME = "PC397", "stage-that-nobody-likes"
WANTED = (
    f"processctl/rules/pc3_flow/{NAME.replace('-', '_')}.py",
    f"tests/rules/cases/{CODE}/fires.yaml",
    f"tests/rules/cases/{CODE}/fires.expected",
    f"tests/rules/cases/{CODE}/fires.fi.expected",
    f"tests/rules/cases/{CODE}/another_tag.expected",
    f"docs/rules/{NAME}.md",
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with the new rule in it."""
    folder = tmp_path_factory.mktemp("copy") / "processctl"
    left_out = shutil.ignore_patterns(".git", ".venv", "build", "__pycache__", ".*_cache")
    shutil.copytree(REPOSITORY, folder, ignore=left_out)
    # The environment of this run serves the copy too: nothing is to be installed.
    (folder / ".venv").symlink_to(sys.prefix)
    done = make(folder, f"CODE={CODE}", f"NAME={NAME}")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    # "-o": the environment counts as made, however old its mark is.
    ready = ".venv/ready"
    command = [
        needed("make", "install it (apt-get install make)"),
        "-o",
        ready,
        "new-rule",
        *arguments,
    ]
    return in_copy(folder, *command)


def in_copy(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    for name in ("PYTEST_ADDOPTS", "PYTEST_XDIST_WORKER", "MAKEFLAGS", "MAKELEVEL"):
        env.pop(name, None)
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, check=False)


def test_everything_a_rule_consists_of_is_there(copy: Path) -> None:
    assert [name for name in WANTED if not (copy / name).is_file()] == []
    expected = (copy / f"tests/rules/cases/{CODE}/fires.fi.expected").read_text("utf-8")
    assert 'Vaiheella "offer" on tunniste "stage-that-nobody-likes".' in expected


def test_all_tests_on_rules_pass_with_it(copy: Path) -> None:
    done = in_copy(
        copy, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/rules/test_pages.py",
        "tests/rules/test_cases.py", "tests/texts", "tests/docs/test_rule_docs.py", "-k",
        f"{CODE} or every or list or modules or unique or left or two_catalogues or places or stale",
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-3000:]


def test_it_is_clean_for_the_tools(copy: Path) -> None:
    paths = ("processctl/rules", "--no-cache")
    for command in (("check", *paths), ("format", "--check", *paths)):
        done = in_copy(copy, sys.executable, "-m", "ruff", *command)
        assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("CODE=PC201", "NAME=some-thing"), "PC201 stage-without-owner is there already."),
        (("CODE=PC398", "NAME=stage-without-owner"), "PC201 stage-without-owner is there already."),
        (("CODE=XY398", "NAME=some-thing"), '"XY398" is no code'),
        (("CODE=PC398", "NAME=Some thing"), '"Some thing" is no name'),
        (("CODE=PC398", "NAME=some-thing", "SEVERITY=bad"), '"bad" is no severity'),
        ((), '"" is no code'),
    ],
)
def test_what_will_not_do_is_refused(arguments: tuple[str, ...], says: str, copy: Path) -> None:
    done = make(copy, *arguments)
    assert done.returncode != 0
    assert says in done.stderr
