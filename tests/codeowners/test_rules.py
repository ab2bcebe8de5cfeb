"""Which file is reviewed by whom: the rules themselves, and how other readers of CODEOWNERS take them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.codeowners.patterns import folder_patterns, pattern
from tests.cli.program import REPOSITORY, environment, git, needed, write
from tests.codeowners.repositories import (
    GITHUB,
    PEOPLE,
    PROCESS,
    asked,
    compare,
    repository,
    sales,
    show,
)


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_the_example(host: str, language: str) -> None:
    done = show(REPOSITORY / "examples" / "after", "--host", host, "--lang", language)
    assert done.status == 0
    compare(f"after.{host}.{language}", f"{done.out}---\n{done.err}")


def test_each_file_is_asked_about_at_those_who_own_its_stages(tmp_path: Path) -> None:
    sales(repository(tmp_path) / "journey")
    done = show(tmp_path, *GITHUB)
    assert (done.status, done.err) == (0, "")
    whom = {
        "journey/processctl.yaml": ["anna@example.com"],
        "journey/people.yaml": ["anna@example.com"],
        "journey/not_there_yet.yaml": ["anna@example.com"],
        "journey/attract.yaml": ["@acme/marketing"],
        "journey/sell.yaml": ["@ben-acme", "cai@example.com"],
        "other/sell.yaml": [],
    }
    assert {path: asked(done.out, path) for path in whom} == whom


def test_gitlab_has_accounts_of_its_own_and_a_section(tmp_path: Path) -> None:
    sales(repository(tmp_path) / "journey")
    told = show(tmp_path, "--host", "gitlab").out
    assert "/journey/attract.yaml @acme/marketing\n" in told
    assert "/journey/sell.yaml @ben.acme cai@example.com\n" in told
    assert told.splitlines()[2] == "[processctl]"
    assert "[processctl]" not in show(tmp_path, *GITHUB).out


def test_a_file_of_several_teams_is_coarser_than_the_process(tmp_path: Path) -> None:
    both = (
        "stages:\n  contact: {owner: marketing, exits: [{to: offer}]}\n  offer: {owner: seller}\n"
    )
    sales(repository(tmp_path) / "journey", attract="", sell=both)
    done = show(tmp_path, *GITHUB)
    assert done.status == 0
    word = (
        '"sell.yaml" holds the stages of 2 teams ("marketing" and "sales"). Any of them may review all '
        "of it; one file for each team would make it exact."
    )
    assert f"# {word}\n/journey/sell.yaml @acme/marketing @ben-acme cai@example.com\n" in done.out
    assert done.err == f"journey/sell.yaml: {word}\n"


def test_a_file_of_everything_is_coarser_than_the_process(tmp_path: Path) -> None:
    both = "stages:\n  contact: {owner: marketing}\n  offer: {owner: seller}\n"
    write(repository(tmp_path) / "journey", processctl=PROCESS + PEOPLE + both)
    done = show(tmp_path, *GITHUB, "--lang", "fi")
    assert done.status == 0
    assert 'Tiedostossa "processctl.yaml" on usean' in done.out
    assert 'Tiedostossa "processctl.yaml" on vaiheita ja muutakin (' in done.err


def test_owners_without_a_team_are_counted_by_themselves(tmp_path: Path) -> None:
    both = "stages:\n  contact: {owner: lead}\n  offer: {owner: seller}\n"
    sales(repository(tmp_path) / "journey", attract="", sell=both)
    assert 'the stages of 2 owners ("lead" and "seller")' in show(tmp_path, *GITHUB).out


def test_a_queue_is_reviewed_by_those_it_falls_back_to(tmp_path: Path) -> None:
    people = PEOPLE.replace(
        "seller: {team: sales, held_by: [ben, cai]}",
        "seller: {team: sales, assigns: {how: queue, fallback: lead}}",
    )
    sales(repository(tmp_path) / "journey", people=people)
    done = show(tmp_path, *GITHUB)
    assert done.status == 0
    assert asked(done.out, "journey/sell.yaml") == ["anna@example.com"]


def test_the_order_of_what_is_written_does_not_matter(tmp_path: Path) -> None:
    folder = sales(repository(tmp_path) / "journey")
    first = show(tmp_path, *GITHUB).out
    head, *lines = PEOPLE.splitlines(keepends=True)
    people = head + "".join(lines).replace("[ben, cai]", "[cai, ben]")
    sales(folder, people=people)
    assert show(tmp_path, *GITHUB).out == first


def test_a_process_that_is_the_whole_repository_leaves_other_files_alone(tmp_path: Path) -> None:
    sales(repository(tmp_path))
    (tmp_path / "sell.yaml").rename(tmp_path / "moved.yaml")
    (tmp_path / "stages").mkdir()
    (tmp_path / "moved.yaml").rename(tmp_path / "stages" / "sell.yaml")
    told = show(tmp_path, *GITHUB).out
    whom = {
        "processctl.yaml": ["anna@example.com"],
        "new.yml": ["anna@example.com"],
        "stages/new.yaml": ["anna@example.com"],
        "stages/deep/new.yaml": ["anna@example.com"],
        "stages/sell.yaml": ["@ben-acme", "cai@example.com"],
        "attract.yaml": ["@acme/marketing"],
        "src/program.py": [],
        "src/settings.yaml": [],
        ".github/workflows/ci.yml": [],
    }
    assert {path: asked(told, path) for path in whom} == whom


def test_several_workspaces_one_inside_the_other(tmp_path: Path) -> None:
    sales(repository(tmp_path) / "a")
    inner = PROCESS.replace("owner: lead", "owner: chief") + "uses: [..]\n"
    (tmp_path / "a" / "b").mkdir()
    (tmp_path / "a" / "b" / "processctl.yaml").write_text(
        inner + "people: {chief: {email: chief@example.com}}\n"
        "stages: {talk: {owner: cai, outcome: won}}\n"
    )
    done = show(tmp_path, *GITHUB)
    assert done.status == 0
    assert asked(done.out, "a/new.yaml") == ["anna@example.com"]
    assert asked(done.out, "a/b/new.yaml") == ["chief@example.com"]
    assert asked(done.out, "a/b/processctl.yaml") == ["cai@example.com", "chief@example.com"]
    assert asked(done.out, "a/sell.yaml") == ["@ben-acme", "cai@example.com"]


NAMES = [
    "plain", "with space", "two  spaces", "äöå Ålesund", "#hash", "a#b", "!not", "[a-z]", "a[b", "st*r", "wh?t",
    "back\\slash", "{a,b}", "(x)", "@acme", "quote\"'", "$(touch x)", "-dash", "~tilde", "日本", "🙂", "tab\there",
    "line\nend", "a\u00a0b",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_pattern_means_its_path_for_git_and_for_readers_of_codeowners(
    name: str, tmp_path: Path
) -> None:
    path, other = f"{name}/{name}.yaml", f"{name}/x/{name}.yaml"
    assert git_matches(tmp_path, pattern(path), path)
    assert not git_matches(tmp_path, pattern(path), other)
    (folder,) = folder_patterns(name, [])
    assert git_matches(tmp_path, folder, other)
    assert not git_matches(tmp_path, folder, f"x/{path}")
    line = f"{pattern(path)} @acme\n"
    assert asked(line, path) == ["@acme"]
    assert asked(line, other) == []
    assert len(line.splitlines()) == 1


def git_matches(folder: Path, wanted: str, path: str) -> bool:
    """Whether git, whose patterns CODEOWNERS has, takes the pattern for the path."""
    if not (folder / ".git").exists():
        git(folder, "init", "--quiet")
    (folder / ".git" / "info").mkdir(exist_ok=True)
    (folder / ".git" / "info" / "exclude").write_text(f"{wanted}\n", encoding="utf-8")
    done = subprocess.run(
        [needed("git", "install it"), "check-ignore", "--no-index", "-z", "--stdin"],
        cwd=folder, input=f"./{path}".encode(), env=environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    return done.returncode == 0


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="/\0"), min_size=1))
def test_a_pattern_is_one_word_on_one_line(name: str) -> None:
    written = pattern(name)
    assert len(written.replace("\\ ", "").split()) == 1
    assert len(written.splitlines()) == 1
    assert "#" not in written
    assert len(written.replace("\\ ", " ")) == len(name) + 1
