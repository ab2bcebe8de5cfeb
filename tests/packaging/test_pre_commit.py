"""The hooks, by the real pre-commit in a real repository with real commits."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import NO_OWNER, git, needed, starter
from tests.packaging.checkout import CONSTRAINTS, copy_of_the_checkout, outside

NAME = "  name: From first contact to customer\n"
CONFIG = """\
repos:
  - repo: {repository}
    rev: {revision}
    hooks:
      - id: processctl-lint
"""


def pre_commit(folder: Path, *arguments: str, home: Path, status: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=folder,
        env=outside(PRE_COMMIT_HOME=str(home), PIP_CONSTRAINT=str(CONSTRAINTS)),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=280,
        check=False,
    )
    assert "No module named pre_commit" not in done.stdout, "pre-commit is missing: make test"
    assert done.returncode == status, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose hook comes from this checkout, with one commit."""
    needed("git", "install it (apt-get install git, brew install git)")
    hooks = copy_of_the_checkout(tmp_path_factory.mktemp("hooks"))
    git(hooks, "init")
    git(hooks, "add", "--all")
    git(hooks, "commit", "--quiet", "--message", "hooks")
    revision = git(hooks, "rev-parse", "HEAD").strip()
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init")
    config = CONFIG.format(repository=hooks.as_uri(), revision=revision)
    (folder / ".pre-commit-config.yaml").write_text(config)
    (folder / "mkdocs.yml").write_text("site_name: x\nplugins: [!!python/name:a.b ]\n")
    (folder / "compose.yaml").write_text("services: {web: {image: x}}\n")
    starter(folder / "care", (NAME, "  name: How we care\n"))
    starter(folder / "sales", (NAME, "  name: How we sell\n"), NO_OWNER)
    for name in ("old", "gone"):
        (folder / "sales" / f"{name}.yaml").write_text(
            f"systems: {{{name}: {{owner: sales_lead}}}}\n"
        )
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "first")
    return folder


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit installs the hooks, once for all of these tests."""
    return tmp_path_factory.mktemp("home")


def own_copy(repository: Path, folder: Path, hook: str, *arguments: str, home: Path) -> Path:
    """A clone of the first commit, with another hook installed."""
    git(folder, "clone", "--quiet", str(repository), "own")
    own = folder / "own"
    first = git(own, "rev-list", "--max-parents=0", "HEAD").strip()
    git(own, "reset", "--quiet", "--hard", first)
    file = own / ".pre-commit-config.yaml"
    wanted = f"{hook}\n        args: {list(arguments)}"
    file.write_text(file.read_text().replace("processctl-lint", wanted))
    git(own, "add", "--all")
    git(own, "commit", "--quiet", "--message", "another hook")
    pre_commit(own, "install", "--install-hooks", home=home)
    return own


def test_commits_with_the_hook(repository: Path, home: Path) -> None:
    pre_commit(repository, "install", "--install-hooks", home=home)

    # Two workspaces and files of other tools are touched, one file is deleted, one renamed.
    git(repository, "rm", "--quiet", "sales/gone.yaml")
    git(repository, "mv", "sales/old.yaml", "sales/new.yaml")
    for name in ("mkdocs.yml", "compose.yaml", "care/processctl.yaml", "sales/processctl.yaml"):
        with (repository / name).open("a") as file:
            file.write("# changed\n")
    git(repository, "add", "--all")
    told = commit(repository, home, status=1)
    assert "processctl lint" in told
    assert told.count("[PC201 stage-without-owner]") == 1
    assert told.count("How we care: no findings") == 1
    assert told.count("How we sell: 1 error and 1 warning (5 stages, 2 files).") == 1
    assert "mkdocs" not in told
    assert "compose" not in told
    assert git(repository, "rev-list", "--count", "HEAD").strip() == "1"

    # Mended, the commit is made.
    starter(repository / "sales", (NAME, "  name: How we sell\n"))
    git(repository, "add", "--all")
    told = commit(repository, home, status=0)
    assert "Passed" in told
    assert git(repository, "rev-list", "--count", "HEAD").strip() == "2"

    # Files of other tools alone are passed over.
    (repository / "mkdocs.yml").write_text("site_name: y\n")
    git(repository, "add", "--all")
    assert "Passed" in commit(repository, home, status=0)
    (repository / "notes.txt").write_text("x\n")
    git(repository, "add", "--all")
    assert "Passed" in commit(repository, home, status=0)

    # A deleted file that the rest needs is missed, though no file is left to be named.
    text = (repository / "sales" / "processctl.yaml").read_text()
    people = text[text.index("people:\n") : text.index("systems:\n")]
    (repository / "sales" / "processctl.yaml").write_text(text.replace(people, ""))
    (repository / "sales" / "people.yaml").write_text(people)
    git(repository, "add", "--all")
    assert "Passed" in commit(repository, home, status=0)
    assert "Passed" in pre_commit(repository, "run", "--all-files", home=home)
    git(repository, "rm", "--quiet", "sales/people.yaml")
    told = commit(repository, home, status=1)
    assert "[PC101 unknown-reference]" in told
    assert "How we care" not in told


def test_commits_with_the_hook_that_formats(repository: Path, tmp_path: Path, home: Path) -> None:
    folder = own_copy(repository, tmp_path, "processctl-fmt", home=home)
    more = folder / "care" / "more.yaml"
    more.write_text("teams:\n  post: # by letter\n      lead:   'sales_lead'\n      name: Post\n")
    (folder / "compose.yaml").write_text("services:   {web: {image: y}}\n")
    untouched = (folder / "care" / "processctl.yaml").read_bytes()
    git(folder, "add", "--all")
    told = commit(folder, home, status=1)
    assert "files were modified by this hook" in told
    assert "1 file reformatted" in told
    assert (
        more.read_text() == "teams:\n  post:  # by letter\n    name: Post\n    lead: sales_lead\n"
    )
    assert (folder / "compose.yaml").read_text() == "services:   {web: {image: y}}\n"
    assert (folder / "care" / "processctl.yaml").read_bytes() == untouched

    git(folder, "add", "--all")
    assert "Passed" in commit(folder, home, status=0)

    # What cannot be read stops the commit and stays as it is.
    broken = "teams: {post: {name: Post, lead}\n"
    more.write_text(broken)
    git(folder, "add", "--all")
    assert "[PC001 invalid-yaml]" in commit(folder, home, status=1)
    assert more.read_text() == broken


def test_commits_with_the_hook_that_draws(repository: Path, tmp_path: Path, home: Path) -> None:
    picture = ("care", "-o", "care.svg")
    folder = own_copy(repository, tmp_path, "processctl-render", *picture, home=home)
    (folder / "notes.txt").write_text("x\n")
    git(folder, "add", "--all")
    assert "Passed" in commit(folder, home, status=0)
    git(folder, "add", "care.svg")
    assert "Passed" in commit(folder, home, status=0)

    # A picture that is out of date is drawn anew, and stops the commit.
    starter(
        folder / "care",
        (NAME, "  name: How we care today\n"),
        ("    name: Nurtured\n", "    name: Kept warm\n"),
    )
    git(folder, "add", "--all")
    told = commit(folder, home, status=1)
    assert "files were modified by this hook" in told
    assert "Kept" in (folder / "care.svg").read_text("utf-8")
    git(folder, "add", "--all")
    assert "Passed" in commit(folder, home, status=0)


def test_commits_with_the_hook_that_tests(repository: Path, tmp_path: Path, home: Path) -> None:
    folder = own_copy(repository, tmp_path, "processctl-test", "--lang", "fi", home=home)
    case = "cases: {big: {from: new_lead, has: {company_size: 200}, ends: lost}}\n"
    (folder / "sales" / "cases.yaml").write_text(case)
    (folder / "care" / "cases.yaml").write_text(case)
    git(folder, "add", "sales")
    told = commit(folder, home, status=1)
    assert "sales/cases.yaml:1:" in told
    assert "care" not in told
    (folder / "care" / "cases.yaml").unlink()
    (folder / "sales" / "cases.yaml").write_text(
        case.replace(", ends: lost", ", path: [new_lead, in_sales]")
    )
    git(folder, "add", "--all")
    assert "Passed" in commit(folder, home, status=0)


def commit(repository: Path, home: Path, *, status: int) -> str:
    """Make a commit, which runs the hook."""
    done = subprocess.run(
        [
            "git",
            "-c",
            "user.name=T",
            "-c",
            "user.email=t@example.com",
            "commit",
            "--message",
            "next",
        ],
        cwd=repository,
        env=outside(PRE_COMMIT_HOME=str(home), PIP_CONSTRAINT=str(CONSTRAINTS)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == status, done.stdout
    return done.stdout
