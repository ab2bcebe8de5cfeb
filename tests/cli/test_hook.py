"""``hook``: which workspaces a commit touches, in real repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import Done, call, git, write

PROCESS = "processctl: 1\nprocess: {{name: {name}, owner: ann}}\n"
STAGES = "stages: {one: {owner: ann, outcome: won}}\n"
PEOPLE = "people: {ann: {}}\n"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Workspaces ``a`` and ``b``, and ``c`` that uses ``a``; all of it committed."""
    git(tmp_path, "init", "--quiet")
    for name in ("a", "b"):
        write(tmp_path / name, processctl=PROCESS.format(name=name), s=STAGES, p=PEOPLE)
    uses = "uses: [../a]\n"
    write(tmp_path / "c", processctl=PROCESS.format(name="c") + uses, s=STAGES)
    write(tmp_path, compose="services: {}\n")
    commit(tmp_path)
    return tmp_path


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x")


def judged(folder: Path, *arguments: str, **env: str) -> list[str]:
    """The names of the workspaces that are linted, in order."""
    done = call("hook", "lint", "--select", "PC0,PC101", "--format", "json", *arguments, cwd=folder, env=env)  # fmt: skip
    assert done.status in (0, 1), done.err
    if not done.out:
        assert done.err == "The commit touches no process.\n"
        return []
    return [one["root"] for one in done.report["workspaces"]]


def change(file: Path) -> None:
    file.write_text(file.read_text() + "# changed\n")


def test_nothing_is_touched(repository: Path) -> None:
    assert judged(repository) == []
    change(repository / "compose.yaml")
    change(repository / "b" / "s.yaml")  # not ready for the commit
    git(repository, "add", "compose.yaml")
    assert judged(repository) == []
    assert judged(repository, "compose.yaml") == []


def test_what_is_ready_for_the_commit(repository: Path) -> None:
    change(repository / "b" / "s.yaml")
    git(repository, "add", "--all")
    assert judged(repository) == ["b"]
    assert judged(repository, "b/s.yaml", "b/p.yaml") == ["b"]
    assert judged(repository / "b", "s.yaml") == ["."]


def test_a_workspace_that_is_used_touches_its_users(repository: Path) -> None:
    change(repository / "a" / "s.yaml")
    git(repository, "add", "--all")
    assert judged(repository) == ["a", "c"]


def test_what_is_deleted(repository: Path) -> None:
    git(repository, "rm", "--quiet", "a/p.yaml")
    done = call("hook", "lint", cwd=repository)
    assert done.status == 1
    # the owner of a stage is gone, in the workspace itself and in the one that uses it
    assert "a/processctl.yaml:2:27: error" in done.out
    assert "c/processctl.yaml:2:27: error" in done.out
    assert "[PC101 unknown-reference]" in done.out


def test_a_workspace_that_goes_touches_its_users_and_the_one_around_it(repository: Path) -> None:
    write(repository / "b" / "inner", processctl=PROCESS.format(name="inner"), s=STAGES, p=PEOPLE)
    commit(repository)
    git(repository, "rm", "--quiet", "-r", "b/inner", "a")
    assert judged(repository) == ["b", "c"]


def test_a_renamed_file_touches_both_places(repository: Path) -> None:
    git(repository, "mv", "b/p.yaml", "c/p.yaml")
    assert judged(repository) == ["b", "c"]


def test_the_first_commit(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write(tmp_path / "a", processctl=PROCESS.format(name="a"), s=STAGES, p=PEOPLE)
    git(tmp_path, "add", "--all")
    assert judged(tmp_path) == ["a"]


def test_commits_that_pre_commit_looks_at(repository: Path) -> None:
    git(repository, "rm", "--quiet", "b/p.yaml")
    commit(repository)
    assert judged(repository) == []
    refs = {"PRE_COMMIT_FROM_REF": "HEAD~1", "PRE_COMMIT_TO_REF": "HEAD"}
    assert judged(repository, **refs) == ["b"]
    done = call("hook", "lint", cwd=repository, env={**refs, "PRE_COMMIT_FROM_REF": "--output=x"})
    assert done.status == 2
    assert "git cannot tell what is committed" in done.err
    assert not (repository / "x").exists()


def test_the_index_of_a_commit_of_some_files(repository: Path) -> None:
    """``git commit FILE`` has an index of its own, and tells its hooks where it is."""
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.write_text(
        "#!/bin/sh\necho $GIT_INDEX_FILE > seen\ngit diff --cached --name-only >> seen\n"
    )
    hook.chmod(0o755)
    change(repository / "a" / "s.yaml")
    change(repository / "b" / "s.yaml")
    git(repository, "add", "a/s.yaml")
    git(repository, "commit", "--quiet", "--message", "x", "b/s.yaml")
    index, *names = (repository / "seen").read_text().splitlines()
    assert names == ["b/s.yaml"]
    assert "index" in index
    git(repository, "reset", "--quiet", "--soft", "HEAD~1")
    other = repository / ".git" / "other-index"
    env = {"GIT_INDEX_FILE": str(other)}
    other.write_bytes((repository / ".git" / "index").read_bytes())
    assert judged(repository, **env) == ["a", "b", "c"]
    git(repository, "reset", "--quiet", "b/s.yaml")
    assert judged(repository, **env) == ["a", "b", "c"]
    assert judged(repository) == ["a", "c"]


def test_cases(repository: Path) -> None:
    case = "cases: {short: {from: one, ends: lost}}\n"
    start = STAGES.replace("outcome: won", "start: true, outcome: won")
    write(repository / "b", s=start + case)
    git(repository, "add", "--all")
    done = call("hook", "test", cwd=repository)
    assert done.status == 1
    assert "0 of 1 case" in done.out
    told = call("hook", "--lang", "fi", "test", "b/s.yaml", "c/processctl.yaml", cwd=repository)
    assert told.out.count("short") == 1
    assert "Yhteensä 1 tapaus." in told.out


def refused(*arguments: str, cwd: Path) -> Done:
    done = call("hook", *arguments, cwd=cwd)
    assert done.status == 2
    return done


def test_what_is_refused(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert 'No hook runs "lnit". Did you mean "lint"?' in refused("lnit", cwd=repository).err
    assert "no git repository" in refused("lint", cwd=tmp_path_factory.mktemp("bare")).err
    change(repository / "b" / "s.yaml")
    git(repository, "add", "--all")
    assert "No such option" in refused("lint", "--nothing", cwd=repository).err
    assert 'no rule "X"' in refused("lint", "--select", "X", "b/s.yaml", cwd=repository).err
