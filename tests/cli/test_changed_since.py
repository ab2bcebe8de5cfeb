"""``lint --changed-since``: what a change brings, and not what was there before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.program import (
    NO_ESCALATION,
    NO_OWNER,
    PC201,
    PC307,
    Done,
    call,
    files_below,
    git,
    run,
    starter,
    write,
)

DAY = ("--today", "2026-11-23")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """On main a process with one finding; on the branch of the change nothing yet."""
    git(tmp_path, "init", "-q")
    commit(starter(tmp_path / "ours", NO_ESCALATION))
    git(tmp_path, "switch", "-q", "--create", "change")
    return tmp_path


def commit(folder: Path) -> None:
    git(folder, "add", "--all", ":/")
    git(folder, "commit", "-q", "--allow-empty", "-m", "state")


def lint(folder: Path, revision: str, *arguments: str) -> Done:
    return call("lint", *DAY, "--changed-since", revision, *arguments, cwd=folder)


def found(folder: Path, revision: str = "main", *arguments: str) -> list[str]:
    return lint(folder, revision, "--format", "json", *arguments).codes


def test_what_was_there_is_not_shown(repository: Path) -> None:
    done = lint(repository, "main", "--fail-on", "warning")
    assert (done.status, done.err) == (0, "")
    assert '0 findings come with this change; 1 was there before ("main").' in done.out
    assert "PC307" not in done.out
    assert "[PC307 " in lint(repository, "main", "--verbose").out


def test_what_the_change_brings_is_shown_committed_or_not(repository: Path) -> None:
    starter(repository / "ours", NO_ESCALATION, NO_OWNER)
    for _ in range(2):
        done = lint(repository, "main", "--format", "json")
        assert (done.status, done.codes) == (1, [PC201])
        (workspace,) = done.report["workspaces"]
        assert workspace["since"] == "main"
        assert [one["code"] for one in workspace["earlier"]] == [PC307]
        commit(repository)


def test_it_speaks_finnish(repository: Path) -> None:
    starter(repository / "ours", NO_ESCALATION, NO_OWNER)
    told = lint(repository, "main", "--lang", "fi").out
    assert 'Tämä muutos tuo 1 havainnon; ennen sitä oli 1 havainto (versio "main").' in told


def test_lines_that_moved_are_no_news(repository: Path) -> None:
    file = repository / "ours" / "processctl.yaml"
    file.write_text(f"# A remark\n\n{file.read_text('utf-8')}", encoding="utf-8")
    assert found(repository) == []


def test_the_change_begins_where_the_branch_left(repository: Path) -> None:
    """What others did on main in the meantime is neither blamed on it nor to its credit."""
    git(repository, "switch", "-q", "main")
    commit(starter(repository / "ours", NO_OWNER))  # main mends one, and brings the other
    git(repository, "switch", "-q", "change")
    for revision in ("main", "main...", "HEAD"):
        assert found(repository, revision) == []
    assert found(repository, "main..") == [PC307]


def test_a_tag_a_commit_and_what_is_before_it(repository: Path) -> None:
    git(repository, "tag", "v1")
    commit(starter(repository / "ours", NO_ESCALATION, NO_OWNER))
    commit(repository)
    first = git(repository, "rev-parse", "HEAD~2").strip()
    for revision in ("v1", "HEAD~2", first, first[:10], "change~2"):
        assert found(repository, revision) == [PC201]
    assert found(repository, "HEAD~1") == []


def test_a_workspace_that_was_not_there(repository: Path) -> None:
    starter(repository / "theirs", NO_OWNER)
    done = lint(repository, "main", "--format", "json")
    assert done.codes == [PC201]
    assert done.err == (
        'The workspace "theirs" was not there at "main": all of its findings come with this change.\n'
    )


def test_a_workspace_that_was_moved(repository: Path) -> None:
    git(repository, "mv", "ours", "theirs")
    starter(repository / "theirs", NO_ESCALATION, NO_OWNER)
    done = lint(repository, "main", "--format", "json")
    assert (done.codes, done.err) == ([PC201], "")


def test_a_renamed_element_is_no_news(repository: Path) -> None:
    """Its findings have other marks, and so have those that name it."""
    file = repository / "ours" / "processctl.yaml"
    text = file.read_text("utf-8")
    assert "PC307" in call("lint", "ours", *DAY, cwd=repository).out
    report = call("lint", "--format", "json", *DAY, cwd=repository).report["workspaces"][0]
    old = report["findings"][0]["element"].removeprefix("stages.")
    call("rename", f"stages.{old}", "called_otherwise", "ours", cwd=repository)
    assert "called_otherwise" in file.read_text("utf-8")
    assert file.read_text("utf-8") != text
    done = lint(repository, "main", "--format", "json")
    assert done.codes == []
    assert done.report["workspaces"][0]["counts"]["earlier"] == 1
    before = files_below(repository)
    assert lint(repository, "main", "--fix", "--unsafe").status == 0
    assert files_below(repository) == before


def test_a_state_that_cannot_be_read(repository: Path) -> None:
    write(repository / "ours", more="stages: [")
    commit(repository)
    starter(repository / "ours", NO_ESCALATION, NO_OWNER)
    write(repository / "ours", more="x_own: 1\n")
    done = lint(repository, "HEAD", "--format", "json")
    assert PC201 in done.codes
    assert done.err == (
        'Not all of the workspace "ours" can be read and judged as it was at "HEAD": more may seem '
        "new than is.\n"
    )


def test_what_cannot_be_read_is_told_although_it_was_there(repository: Path) -> None:
    write(repository / "ours", more="stages: [")
    commit(repository)
    done = lint(repository, "HEAD", "--format", "json")
    assert (done.status, done.codes) == (1, ["PC001"])


def test_what_a_graver_finding_stood_for_is_no_news(tmp_path: Path) -> None:
    way = """\
processctl: 1
stages:
  lead: {owner: anna, start: {from: [web]}, exits: [{to: %s}]}
  offer: {owner: anna, exits: [{to: customer}]}
  customer: {outcome: won, owner: anna}
people: {anna: {}}
"""
    git(tmp_path, "init", "-q")
    commit(write(tmp_path, processctl=way % "customer"))
    assert "PC302" in call("lint", "--format", "json", cwd=tmp_path).codes
    write(tmp_path, processctl=way % "offer")
    assert "PC306" in call("lint", "--format", "json", "--select", "PC3", cwd=tmp_path).codes
    assert found(tmp_path, "HEAD", "--select", "PC3") == []


def test_each_state_is_judged_by_its_own_settings(repository: Path) -> None:
    off = "lint: {severity: {PC307: 'off'}}\n"
    commit(starter(repository / "ours", NO_ESCALATION, behind=off))
    starter(repository / "ours", NO_ESCALATION)
    assert found(repository, "HEAD") == [PC307]  # the change switched the rule on
    graver = "lint: {severity: {PC307: error}}\n"
    commit(repository)
    starter(repository / "ours", NO_ESCALATION, behind=graver)
    assert found(repository, "HEAD") == []  # it is graver now, and was there before


def test_both_at_once(repository: Path) -> None:
    call("baseline", "update", *DAY, cwd=repository)
    starter(repository / "ours", NO_ESCALATION, NO_OWNER)
    commit(repository)
    stage = "stages:\n  more: {owner: sales_rep, start: {from: [web]}, exits: [{to: customer}]}\n"
    write(repository / "ours", more=stage)
    baseline = ("--baseline", "processctl-baseline.json")
    done = lint(repository, "HEAD", *baseline, "--format", "json", "--fail-on-stale")
    assert done.err == ""
    (workspace,) = done.report["workspaces"]
    assert [one["code"] for one in workspace["known"]] == [PC307]
    assert [one["code"] for one in workspace["earlier"]] == [PC201]
    assert {one["element"] for one in workspace["findings"]} <= {
        "stages.more",
        "stages.more → customer",
    }
    assert done.codes


def test_nothing_but_what_is_new_is_mended(repository: Path) -> None:
    starter(repository / "ours", NO_OWNER)
    commit(repository)
    before = files_below(repository)
    assert lint(repository, "HEAD", "--fix", "--unsafe").status == 0
    assert files_below(repository) == before


def test_standard_input(repository: Path) -> None:
    file = repository / "ours" / "processctl.yaml"
    whole = file.read_bytes()
    text = whole.replace(NO_OWNER[0].encode(), NO_OWNER[1].encode())
    done = call(
        "lint", *DAY, "--changed-since", "main", "--format", "json",
        "-", "--stdin-filename", str(file), cwd=repository, stdin=text,
    )  # fmt: skip
    assert done.codes == [PC201]
    assert file.read_bytes() == whole


def test_both_states_are_remembered(repository: Path) -> None:
    starter(repository / "ours", NO_ESCALATION, NO_OWNER)
    env = {"XDG_CACHE_HOME": str(repository.parent / "home")}
    command = ("lint", *DAY, "--changed-since", "main", "--format", "json")
    fresh = run(*command, "--no-cache", cwd=repository, env=env)
    assert fresh.codes == [PC201]
    for _ in range(3):
        assert run(*command, cwd=repository, env=env) == fresh
    cache = repository / "ours" / ".processctl_cache"
    assert len(set(cache.glob("*.json")) - {cache / "index.json", cache / "answers.json"}) == 2


def test_revisions_that_are_none(repository: Path) -> None:
    for revision, words in {
        "mian": 'git knows no revision "mian" here. Did you mean "main"?',
        "": 'git knows no revision "" here.',
        "--output=x": 'git knows no revision "--output=x" here.',
        "$(touch x); `touch x`": "git knows no revision",
        "main...change": 'so "main...change" cannot name where the change ends. Write "main"',
    }.items():
        done = lint(repository, revision)
        assert (done.status, done.out) == (2, "")
        assert words in done.err
    assert not (repository / "x").exists()


def test_a_commit_that_was_not_fetched(repository: Path) -> None:
    commit(repository)
    clone = repository / "clone"
    git(repository, "clone", "-q", "--depth", "1", f"file://{repository}", str(clone))
    done = lint(clone, "HEAD~1")
    assert (done.status, "fetch-depth: 0" in done.err) == (2, True)


def test_without_a_repository(tmp_path: Path) -> None:
    starter(tmp_path)
    done = lint(tmp_path, "main")
    assert (done.status, "in no git repository" in done.err) == (2, True)
    git(tmp_path, "init", "-q")
    assert lint(tmp_path, "main").status == 2


def test_branches_that_have_nothing_in_common(repository: Path) -> None:
    git(repository, "switch", "-q", "--orphan", "other")
    commit(starter(repository / "ours", NO_OWNER))
    done = lint(repository, "main")
    assert (done.status, "have no commit in common" in done.err) == (2, True)
    assert found(repository, "main..") == [PC201]


def test_several_repositories(tmp_path: Path) -> None:
    for name, change in {"one": NO_OWNER, "two": NO_ESCALATION}.items():
        folder = starter(tmp_path / name, change)
        git(folder, "init", "-q")
        commit(folder)
    shutil.copy(tmp_path / "one" / "processctl.yaml", tmp_path / "two" / "processctl.yaml")
    assert found(tmp_path, "HEAD") == [PC201]
