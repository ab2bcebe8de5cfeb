"""A commit is read as the same files on the disk are, without a checkout."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from processctl.git.repository import NoRevision, Repository
from processctl.git.tree import RevisionTree
from processctl.reading.inputs import snapshot
from processctl.reading.limits import Limits
from processctl.reading.tree import DISK
from processctl.reading.workspace import load
from tests.conftest import REPOSITORY

EXAMPLES = sorted(file.parent for file in (REPOSITORY / "examples").rglob("processctl.yaml"))


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=Aino", "-c", "user.email=aino@example.com")
    done = subprocess.run(
        ["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def commit_all(folder: Path, message: str = "state") -> str:
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def tree_of(folder: Path, revision: str = "HEAD") -> RevisionTree:
    return RevisionTree(Repository.around(folder), revision)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_a_commit_reads_as_the_disk_does(example: Path, tmp_path: Path) -> None:
    shutil.copytree(example, tmp_path / "repo ä/sub" / example.name)
    root = tmp_path / "repo ä/sub" / example.name
    commit_all(tmp_path / "repo ä")
    on_disk = load(root)
    tree = tree_of(root)
    for file in root.rglob("*.yaml"):
        file.unlink()
    committed = load(root, tree=tree)
    assert committed.sources == on_disk.sources
    assert committed.problems == on_disk.problems
    assert committed.roots == on_disk.roots
    assert committed.passed_over == on_disk.passed_over


def test_both_have_one_name_for_one_content(tmp_path: Path) -> None:
    root = tmp_path / "process"
    shutil.copytree(REPOSITORY / "examples/after", root)
    commit_all(tmp_path)
    roots = load(root).roots
    one, other = (snapshot(roots, Limits(), tree=tree) for tree in (DISK, tree_of(root)))
    assert one is not None
    assert other is not None
    assert one.digest == other.digest


def test_nested_hidden_and_ignored_files_are_as_on_the_disk(tmp_path: Path) -> None:
    for name, text in {
        "processctl.yaml": "processctl: 1\n",
        "a.yaml": "stages: {a: {outcome: won}}\n",
        "b/c.yml": "stages: {c: {outcome: won}}\n",
        "b/.hidden.yaml": "stages: {hidden: {}}\n",
        ".github/x.yaml": "stages: {hidden: {}}\n",
        "inner/processctl.yaml": "processctl: 1\n",
        "inner/d.yaml": "stages: {d: {outcome: won}}\n",
        "notes.txt": "nothing",
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    commit_all(tmp_path)
    tree = tree_of(tmp_path)
    assert list(tree.candidates(tmp_path)) == list(DISK.candidates(tmp_path))
    assert tree.workspaces_below(tmp_path) == [tmp_path, tmp_path / "inner"]
    assert set(load(tmp_path, tree=tree).sections.items["stages"]) == {"a", "c"}
    assert set(load(tmp_path / "inner", tree=tree).sections.items["stages"]) == {"d"}


def test_links_are_followed_within_the_commit_and_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "process").mkdir()
    (tmp_path / "process/processctl.yaml").write_text("processctl: 1\n")
    (tmp_path / "kept").write_text("stages: {kept: {outcome: won}}\n")
    secret = tmp_path.parent / "secret.yaml"
    secret.write_text("stages: {secret: {outcome: won}}\n")
    (tmp_path / "process/in.yaml").symlink_to("../kept")
    (tmp_path / "process/out.yaml").symlink_to(secret)
    (tmp_path / "process/up.yaml").symlink_to("../../secret.yaml")
    (tmp_path / "process/round.yaml").symlink_to("round.yaml")
    (tmp_path / "process/none.yaml").symlink_to("nothing")
    commit_all(tmp_path)
    found = load(tmp_path / "process", tree=tree_of(tmp_path))
    assert set(found.sections.items["stages"]) == {"kept"}
    told = {(one.span.source.path.name, one.message.template) for one in found.problems}
    leads_nowhere = "This link leads to no file of this revision."
    assert told == {
        (name, leads_nowhere) for name in ("out.yaml", "up.yaml", "round.yaml", "none.yaml")
    }


def test_what_it_uses_is_read_as_it_was(tmp_path: Path) -> None:
    for name, text in {
        "company/processctl.yaml": "processctl: 1\nteams: {sales: {}}\n",
        "ours/processctl.yaml": "processctl: 1\nuses: [../company, ../gone, ../../outside]\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    commit_all(tmp_path)
    (tmp_path / "company/processctl.yaml").write_text("processctl: 1\nteams: {other: {}}\n")
    found = load(tmp_path / "ours", tree=tree_of(tmp_path))
    assert set(found.sections.items["teams"]) == {"sales"}
    assert [one.kind for one in found.problems] == ["unreadable-file", "uses-outside-repository"]


def test_large_and_binary_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "processctl.yaml").write_text("processctl: 1\n")
    (tmp_path / "big.yaml").write_bytes(b"#" * 5_000_000)
    (tmp_path / "binary.yaml").write_bytes(b"\0\1\2")
    (tmp_path / "latin.yaml").write_bytes("ä".encode("latin-1"))
    commit_all(tmp_path)
    there, then = load(tmp_path), load(tmp_path, tree=tree_of(tmp_path))
    assert then.problems == there.problems
    assert len(then.problems) == 3


def test_a_worktree_and_a_detached_head(tmp_path: Path) -> None:
    main = tmp_path / "main"
    main.mkdir()
    (main / "processctl.yaml").write_text("processctl: 1\nstages: {a: {outcome: won}}\n")
    first = commit_all(main)
    (main / "processctl.yaml").write_text("processctl: 1\nstages: {b: {outcome: won}}\n")
    commit_all(main)
    git(main, "worktree", "add", "--quiet", "--detach", str(tmp_path / "other"), first)
    other = tmp_path / "other"
    assert set(load(other, tree=tree_of(other)).sections.items["stages"]) == {"a"}
    assert set(load(other, tree=tree_of(other, "main")).sections.items["stages"]) == {"b"}


def test_a_submodule_is_another_repository(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner", tmp_path / "outer"
    for folder in (inner, outer):
        folder.mkdir()
        (folder / "processctl.yaml").write_text(
            f"processctl: 1\nstages: {{{folder.name}: {{outcome: won}}}}\n"
        )
        commit_all(folder)
    git(outer, "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", str(inner), "sub")
    commit_all(outer)
    tree = tree_of(outer)
    assert tree.submodules == (outer / "sub",)
    assert tree.workspaces_below(outer) == [outer]
    # The submodule's own folder is asked of the submodule's own repository.
    assert set(load(outer / "sub", tree=tree_of(outer / "sub")).sections.items["stages"]) == {
        "inner"
    }


@pytest.mark.parametrize(
    "revision", ["nothing", "--help", "-x", "", "a\nb", "HEAD:processctl.yaml", "$(touch x)", "ä😀"]
)
def test_a_revision_that_is_none(revision: str, tmp_path: Path) -> None:
    commit_all(tmp_path)
    with pytest.raises(NoRevision) as error:
        tree_of(tmp_path, revision)
    assert error.value.message.template == 'git knows no revision "{revision}" here.'
    assert [one.name for one in tmp_path.iterdir()] == [".git"]


def test_a_shallow_clone_says_what_to_fetch(tmp_path: Path) -> None:
    origin = tmp_path / "origin"
    origin.mkdir()
    first = commit_all(origin)
    commit_all(origin, "second")
    git(tmp_path, "clone", "--quiet", "--depth=1", origin.as_uri(), "clone")
    with pytest.raises(NoRevision) as error:
        tree_of(tmp_path / "clone", first)
    assert error.value.hint is not None
    assert "git fetch --unshallow" in error.value.hint.template


def test_the_nearest_name_is_told(tmp_path: Path) -> None:
    commit_all(tmp_path)
    git(tmp_path, "tag", "version-1")
    with pytest.raises(NoRevision) as error:
        tree_of(tmp_path, "version-2")
    assert error.value.hint is not None
    assert dict(error.value.hint.arguments)["name"] == "version-1"


def test_the_last_commit_in_common(tmp_path: Path) -> None:
    first = commit_all(tmp_path)
    git(tmp_path, "switch", "--quiet", "--create", "side")
    commit_all(tmp_path, "side")
    git(tmp_path, "switch", "--quiet", "main")
    commit_all(tmp_path, "main")
    repository = Repository.around(tmp_path)
    assert repository.merge_base("main", "side") == first
    git(tmp_path, "switch", "--quiet", "--orphan", "alone")
    commit_all(tmp_path, "alone")
    with pytest.raises(NoRevision, match="no commit in common"):
        repository.merge_base("main", "alone")


def test_without_git_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(NoRevision, match="git is not installed"):
        Repository.around(tmp_path)
