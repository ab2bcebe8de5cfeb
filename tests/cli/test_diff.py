"""``processctl diff``: which two states are meant, in real repositories, and how a run ends."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.program import call, environment, files_below, git, run
from tests.cli.states import MOVED, NEW, OLD, SAME, commit, two_commits, write

# Which two states


def test_without_arguments_the_last_commit_is_compared_with_the_files(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    commit(tmp_path)
    assert SAME in call("diff", cwd=tmp_path).out
    write(tmp_path, NEW)
    done = call("diff", cwd=tmp_path)
    assert done.status == 0
    assert done.out.startswith(".: HEAD → working tree\n")
    assert MOVED in done.out


@pytest.mark.parametrize(
    ("words", "head"),
    [
        (["HEAD~1"], ".: HEAD~1 → working tree"),
        (["HEAD~1", "HEAD"], ".: HEAD~1 → HEAD"),
        (["HEAD~1..HEAD"], ".: HEAD~1 → HEAD"),
        (["HEAD~1.."], ".: HEAD~1 → HEAD"),
        (["HEAD~1:"], ".: HEAD~1: → working tree"),
        (["HEAD~1:.", "HEAD:."], ".: HEAD~1:. → HEAD:."),
        (["v1", "main"], ".: v1 → main"),
        (["v1", "."], ".: v1 → ."),
        (["main^{/old: x}", "main"], ".: main^{/old: x} → main"),
        (["HEAD~1:./..HEAD:."], ".: HEAD~1:./ → HEAD:."),
    ],
)
def test_revisions_are_written_as_for_git(words: list[str], head: str, tmp_path: Path) -> None:
    two_commits(tmp_path)
    git(tmp_path, "tag", "v1", "HEAD~1")
    done = call("diff", *words, cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[0] == head
    assert MOVED in done.out


def test_three_dots_begin_where_both_branches_had_one_commit(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    base = commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "other")
    write(tmp_path, NEW)
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "main")
    write(tmp_path, OLD.replace("name: Offer sent", "name: Offer on the table"))
    commit(tmp_path)
    done = call("diff", "main...other", cwd=tmp_path)
    assert done.out.startswith(f".: main...other ({base[:10]}) → other\n")
    assert MOVED in done.out
    assert "Offer on the table" not in done.out
    assert "Offer on the table" in call("diff", "main..other", cwd=tmp_path).out


def test_the_other_way_round_is_the_other_change(tmp_path: Path) -> None:
    two_commits(tmp_path)
    done = call("diff", "HEAD", "HEAD~1", cwd=tmp_path)
    assert 'cases that went to "Nurtured" now go to "First talk"' in done.out


def test_two_folders_need_no_repository(tmp_path: Path) -> None:
    write(tmp_path / "old one", OLD)
    write(tmp_path / "uusi työ", NEW)
    done = call("diff", "old one", "uusi työ", cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("uusi työ: old one → uusi työ\n")
    assert "uusi työ/processctl.yaml:44" in done.out


def test_a_folder_alone_is_compared_with_its_last_commit(tmp_path: Path) -> None:
    write(tmp_path / "sales", OLD)
    write(tmp_path / "care", OLD)
    commit(tmp_path)
    write(tmp_path / "sales", NEW)
    write(tmp_path / "care", NEW)
    done = call("diff", "sales", cwd=tmp_path)
    assert done.out.splitlines()[0] == "sales: HEAD:sales → sales"
    assert MOVED in done.out
    assert "care" not in done.out.replace("customer care", "")


def test_a_folder_of_a_revision(tmp_path: Path) -> None:
    write(tmp_path / "sales", OLD)
    commit(tmp_path)
    git(tmp_path, "mv", "sales", "process")
    write(tmp_path / "process", NEW)
    commit(tmp_path)
    done = call("diff", "HEAD~1:sales", "HEAD:process", cwd=tmp_path)
    assert MOVED in done.out
    inside = call("diff", "HEAD~1:sales", "HEAD:./", cwd=tmp_path / "process")
    assert MOVED in inside.out
    missing = call("diff", "HEAD:sales", cwd=tmp_path)
    assert missing.status == 2
    assert 'The revision "HEAD" has no folder "sales".' in missing.err


def test_in_a_folder_of_the_repository_only_that_is_compared(tmp_path: Path) -> None:
    write(tmp_path / "sales", OLD)
    write(tmp_path / "care", OLD)
    commit(tmp_path)
    write(tmp_path / "care", NEW)
    assert SAME in call("diff", cwd=tmp_path / "sales").out
    assert MOVED in call("diff", cwd=tmp_path / "care").out
    (tmp_path / "care/notes").mkdir()
    assert MOVED in call("diff", cwd=tmp_path / "care/notes").out


def test_a_word_that_is_a_folder_and_a_branch_is_asked_about(tmp_path: Path) -> None:
    two_commits(tmp_path)
    git(tmp_path, "branch", "sales", "HEAD~1")
    write(tmp_path / "sales", NEW)
    done = call("diff", "sales", cwd=tmp_path)
    assert done.status == 2
    assert 'Write "./sales" for the folder, "sales:." for the revision.' in done.err
    shutil.rmtree(tmp_path / "sales")
    (tmp_path / "notes").mkdir()
    assert MOVED in call("diff", "sales", cwd=tmp_path).out


def test_a_worktree_and_a_detached_head(tmp_path: Path) -> None:
    repository = two_commits(tmp_path / "one")
    git(repository, "worktree", "add", "--quiet", "--detach", str(tmp_path / "two"), "HEAD~1")
    assert SAME in call("diff", cwd=tmp_path / "two").out
    assert MOVED in call("diff", "HEAD", "main", cwd=tmp_path / "two").out


# What cannot be had


def test_a_shallow_clone_says_what_to_fetch(tmp_path: Path) -> None:
    two_commits(tmp_path / "one")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{tmp_path}/one", "two")
    done = call("diff", "HEAD~1", cwd=tmp_path / "two")
    assert done.status == 2
    assert "git fetch --unshallow" in done.err
    assert "fetch-depth: 0" in done.err


def test_without_git_it_says_what_to_install(tmp_path: Path) -> None:
    two_commits(tmp_path)
    done = call("diff", cwd=tmp_path, env={"PATH": str(tmp_path)})
    assert done.status == 2
    assert "git is not installed" in done.err


def test_outside_a_repository_folders_are_proposed(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    done = call("diff", cwd=tmp_path)
    assert done.status == 2
    assert "Compare two folders" in done.err


def test_an_empty_repository_has_no_commit(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    git(tmp_path, "init", "--quiet")
    done = call("diff", cwd=tmp_path)
    assert done.status == 2
    assert "The repository has no commit yet." in done.err


def test_an_unknown_revision_has_a_nearest_one(tmp_path: Path) -> None:
    two_commits(tmp_path)
    for word in ("mian", "mian..HEAD", "HEAD...mian", "mian:."):
        done = call("diff", word, cwd=tmp_path)
        assert done.status == 2
        assert 'git knows no revision "mian" here. Did you mean "main"?' in done.err


def test_three_words_are_too_many(tmp_path: Path) -> None:
    assert call("diff", "a", "b", "c", cwd=tmp_path).status == 2


def test_no_workspace_anywhere(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    commit(tmp_path)
    done = call("diff", cwd=tmp_path)
    assert done.status == 2
    assert "There is no workspace in either state." in done.err


# Several workspaces, and those that come and go


def test_several_workspaces_are_each_told(tmp_path: Path) -> None:
    for name in ("sales", "care"):
        write(tmp_path / name, OLD)
    commit(tmp_path)
    write(tmp_path / "sales", NEW)
    told = call("diff", cwd=tmp_path).out
    assert "care: HEAD → working tree" in told
    assert "sales: HEAD → working tree" in told
    one = call("diff", "--workspace", "sales", cwd=tmp_path).out
    assert "care:" not in one
    assert MOVED in one
    none = call("diff", "--workspace", "nowhere", cwd=tmp_path)
    assert none.status == 2


def test_a_workspace_that_is_new_and_one_that_is_gone(tmp_path: Path) -> None:
    write(tmp_path / "old", OLD)
    commit(tmp_path)
    shutil.rmtree(tmp_path / "old")
    text = "processctl: 1\nstages: {a: {start: {}, exits: [{to: b}]}, b: {outcome: won}}\n"
    write(tmp_path / "new", text)
    done = call("diff", "--fail-on", "breaking", cwd=tmp_path)
    assert done.status == 1
    assert "The whole process is new" in done.out
    assert "The whole process is gone" in done.out


def test_a_new_workspace_is_not_compared_with_the_one_around_it(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    commit(tmp_path)
    write(tmp_path / "care", NEW)
    assert "The whole process is new" in call("diff", cwd=tmp_path / "care").out


def test_a_renamed_folder_is_the_same_workspace(tmp_path: Path) -> None:
    write(tmp_path / "sales", OLD)
    commit(tmp_path)
    (tmp_path / "sales").rename(tmp_path / "journey")
    write(tmp_path / "journey", NEW)
    done = call("diff", "--format", "json", cwd=tmp_path)
    (workspace,) = json.loads(done.out)["workspaces"]
    assert (workspace["old_root"], workspace["root"]) == ("sales", "journey")
    assert workspace["level"] == "behaviour"


def test_a_submodule_is_no_part_of_a_revision(tmp_path: Path) -> None:
    two_commits(tmp_path / "inner")
    repository = two_commits(tmp_path / "outer")
    allowed = ("-c", "protocol.file.allow=always")
    git(repository, *allowed, "submodule", "--quiet", "add", str(tmp_path / "inner"), "shared")
    commit(repository)
    done = call("diff", "HEAD~1", "HEAD", cwd=repository)
    assert (done.status, done.err) == (0, "")
    assert SAME in done.out


# What cannot be read


def test_which_state_cannot_be_read_is_said(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    commit(tmp_path)
    write(tmp_path, f"{OLD}\nstages: [\n")
    new = call("diff", cwd=tmp_path)
    assert new.status == 1
    assert 'Not everything in "working tree" can be read' in new.out
    commit(tmp_path)
    write(tmp_path, OLD)
    old = call("diff", cwd=tmp_path)
    assert old.status == 0
    assert 'Not everything in "HEAD" can be read' in old.out


def test_a_merge_conflict_is_told_as_one(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "-b", "other")
    write(tmp_path, NEW)
    commit(tmp_path)
    git(tmp_path, "checkout", "--quiet", "main")
    write(tmp_path, OLD.replace("score >= 50", "score >= 70"))
    commit(tmp_path)
    subprocess.run(
        [shutil.which("git") or "git", "merge", "other"],
        cwd=tmp_path,
        env=environment(
            GIT_AUTHOR_NAME="T",
            GIT_AUTHOR_EMAIL="t@example.com",
            GIT_COMMITTER_NAME="T",
            GIT_COMMITTER_EMAIL="t@example.com",
        ),
        capture_output=True,
        check=False,
    )
    assert "<<<<<<<" in (tmp_path / "processctl.yaml").read_text(encoding="utf-8")
    done = call("diff", cwd=tmp_path)
    assert done.status == 1
    assert "This file holds a merge conflict that nobody has settled" in done.out


def test_binary_files_and_windows_newlines_change_nothing(tmp_path: Path) -> None:
    write(tmp_path, OLD)
    commit(tmp_path)
    (tmp_path / "processctl.yaml").write_bytes(OLD.replace("\n", "\r\n").encode())
    (tmp_path / "photo.png").write_bytes(bytes(range(256)))
    commit(tmp_path)
    assert SAME in call("diff", "HEAD~1", "HEAD", cwd=tmp_path).out
    (tmp_path / "photo.yaml").write_bytes(bytes(range(256)))
    done = call("diff", cwd=tmp_path)
    assert "Traceback" not in done.out + done.err


@pytest.mark.parametrize(
    "name",
    [
        "$(touch x)",
        "--help",
        "-o",
        "a\nb",
        "<script>",
        "🙂",
        "..",
        "...",
        ":",
        "HEAD:../..",
        "@{",
        "",
    ],
)
def test_a_hostile_word_is_only_a_word(name: str, tmp_path: Path) -> None:
    two_commits(tmp_path)
    before = files_below(tmp_path)
    done = call("diff", "--", name, cwd=tmp_path)
    assert done.status in (0, 2)
    assert files_below(tmp_path) == before
    assert "\x1b" not in done.out + done.err


@pytest.mark.parametrize("name", ["$(touch x)", "<script>alert(1)</script>", "🙂", "-x", "a'b\"c"])
def test_hostile_branches_and_files(name: str, tmp_path: Path) -> None:
    two_commits(tmp_path)
    folder = name.replace("/", "_")
    write(tmp_path / folder, OLD)
    commit(tmp_path)
    write(tmp_path / folder, NEW)
    before = files_below(tmp_path)
    for form in ("text", "json", "markdown", "html"):
        done = call("diff", "--workspace", f"./{folder}", "--format", form, cwd=tmp_path)
        assert done.status == 0
        assert "First talk" in done.out
        if form == "html":
            assert "<script>" not in done.out
        if form == "markdown":  # between backticks it is a name and nothing more
            assert "<script>" not in re.sub(r"`[^`\n]+`", "", done.out)
    assert files_below(tmp_path) == before


# How a run ends, and what it writes


@pytest.mark.parametrize(
    ("text", "least"),
    [
        (OLD, None),
        (OLD.replace("name: Offer sent", "name: Offer on the table"), "clarifying"),
        (NEW, "behaviour"),
        (OLD.replace("      - {to: nurture, when: not ready}\n", ""), "breaking"),
    ],
)
def test_the_status_follows_the_level(text: str, least: str | None, tmp_path: Path) -> None:
    write(tmp_path / "old", OLD)
    write(tmp_path / "new", text)
    levels = ["breaking", "behaviour", "clarifying"]
    assert call("diff", "old", "new", cwd=tmp_path).status == 0
    assert call("diff", "old", "new", "--fail-on", "never", cwd=tmp_path).status == 0
    for level in levels:
        wanted = least is not None and levels.index(least) <= levels.index(level)
        done = call("diff", "old", "new", "--fail-on", level, cwd=tmp_path)
        assert done.status == int(wanted), level


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write(tmp_path / "old", OLD)
    write(tmp_path / "new", NEW)
    for form in ("text", "json", "markdown", "html", "svg", "png"):
        target = tmp_path / f"report.{form}"
        done = call("diff", "old", "new", "--format", form, "-o", target, cwd=tmp_path)
        assert (done.status, done.out) == (0, "")
        assert target.stat().st_size > 200
    mine = tmp_path / "mine.md"
    mine.write_text("somebody's own", encoding="utf-8")
    arguments = ("diff", "old", "new", "--format", "markdown", "-o", "mine.md")
    assert call(*arguments, cwd=tmp_path).status == 2
    assert mine.read_text(encoding="utf-8") == "somebody's own"
    assert call(*arguments, "--force", cwd=tmp_path).status == 0
    assert "First talk" in mine.read_text(encoding="utf-8")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    there = ("diff", "old", "new", "-o", "closed/report.txt")
    done = run(*there, cwd=tmp_path, powerless=True)
    assert done.status == 2
    assert list(closed.iterdir()) == []


def test_a_reader_who_goes_away_is_no_trouble(tmp_path: Path) -> None:
    write(tmp_path / "old", OLD)
    write(tmp_path / "new", NEW)
    program = [sys.executable, "-m", "processctl", "diff", "old", "new"]
    with subprocess.Popen(
        program,
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "svg"])
def test_the_same_bytes_on_every_run(form: str, tmp_path: Path) -> None:
    two_commits(tmp_path)
    told = {
        run("diff", "HEAD~1", "--format", form, "--today", "2026-11-23", cwd=tmp_path,
            env={"PYTHONHASHSEED": seed}).out
        for seed in ("0", "1", "2")
    }  # fmt: skip
    assert len(told) == 1


def test_nothing_is_checked_out_and_nothing_written(tmp_path: Path) -> None:
    two_commits(tmp_path)
    write(tmp_path, OLD.replace("Offer sent", "Offer on the table"))
    before = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()}
    for words in ((), ("HEAD~1",), ("HEAD~1..HEAD",), ("HEAD~1...HEAD",)):
        assert call("diff", *words, cwd=tmp_path).status == 0
    after = {path: path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file()}
    assert after == before


def test_finnish_is_whole(tmp_path: Path) -> None:
    two_commits(tmp_path)
    done = call("diff", "HEAD~1", "--lang", "fi", cwd=tmp_path)
    assert 'Vaiheesta "New lead"' in done.out
    assert "Toimintaa muuttavat" in done.out
    for word in (" cases ", " stage ", " where ", " is ", "Before"):
        assert word not in done.out.replace("The company is ready to talk", "")


def test_hash_seeds_and_places_do_not_matter_to_a_folder_elsewhere(tmp_path: Path) -> None:
    write(tmp_path / "a/old", OLD)
    write(tmp_path / "a/new", NEW)
    shutil.copytree(tmp_path / "a", tmp_path / "b" / "deeper")
    one, other = (
        call("diff", "old", "new", "--format", "json", cwd=tmp_path / place).out
        for place in ("a", "b/deeper")
    )
    assert one == other
