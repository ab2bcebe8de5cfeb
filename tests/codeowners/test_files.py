"""The file in the repository: where it lies, what of it is ours, and what stays as it is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.program import environment, git, needed
from tests.codeowners.repositories import (
    GITHUB,
    PEOPLE,
    SALES,
    asked,
    repository,
    sales,
    show,
)

OTHERS = "# whose is what\n*.py @programmers\n"


def test_a_new_file(tmp_path: Path) -> None:
    sales(repository(tmp_path) / "journey")
    printed = show(tmp_path, *GITHUB).out
    done = show(tmp_path, *GITHUB, "--write")
    assert (done.status, done.out) == (0, "")
    assert done.err == 'Written: ".github/CODEOWNERS"\n'
    file = tmp_path / ".github" / "CODEOWNERS"
    assert file.read_text() == printed
    again = show(tmp_path, "--write")  # now the folder tells whose file it is
    assert again.err == 'Up to date: ".github/CODEOWNERS"\n'
    assert show(tmp_path, "--check").status == 0


@pytest.mark.parametrize(
    "there",
    [b"", OTHERS.encode(), OTHERS.encode()[:-1], OTHERS.replace("\n", "\r\n").encode(),
     b"\xef\xbb\xbf" + OTHERS.encode(), b"\x0c odd \x0b ends \xc2\x85 kept\n"],
)  # fmt: skip
def test_what_others_wrote_stays_byte_for_byte(there: bytes, tmp_path: Path) -> None:
    folder = sales(repository(tmp_path) / "journey")
    file = tmp_path / "CODEOWNERS"
    file.write_bytes(there)
    assert show(tmp_path, *GITHUB, "--write").status == 0
    first = file.read_bytes()
    assert first.startswith(there)
    behind = b"/docs/ @writers\r\nno line end"
    file.write_bytes(first + behind)
    sales(folder, sell=SALES.replace("seller", "anna"))
    assert show(tmp_path, *GITHUB, "--check").status == 1
    assert file.read_bytes() == first + behind
    assert show(tmp_path, *GITHUB, "--write").status == 0
    second = file.read_bytes()
    assert second != first + behind
    assert second.startswith(there)
    assert second.endswith(behind)
    assert second.count(b">>> processctl") == 1
    if there.endswith(b"\r\n"):
        assert second.removesuffix(behind).count(b"\n") == second.count(b"\r\n") - 1
    sales(folder)
    assert show(tmp_path, *GITHUB, "--write").status == 0
    assert file.read_bytes() == first + behind


def test_a_stale_file_is_shown_as_a_diff_that_git_applies(tmp_path: Path) -> None:
    folder = sales(repository(tmp_path) / "journey")
    (tmp_path / "CODEOWNERS").write_text(OTHERS)
    show(tmp_path, *GITHUB, "--write")
    people = PEOPLE.replace("ben-acme", "somebody-else")
    sales(folder, people=people)
    done = show(tmp_path, *GITHUB, "--check")
    assert done.status == 1
    assert "-/journey/sell.yaml @ben-acme cai@example.com\n" in done.out
    assert "+/journey/sell.yaml @somebody-else cai@example.com\n" in done.out
    assert done.err == (
        '"CODEOWNERS" is out of date. "processctl codeowners --write" writes it anew.\n'
    )
    applied = subprocess.run(
        [needed("git", "install it"), "apply"],
        cwd=tmp_path, input=done.out.encode(), env=environment(), capture_output=True, check=False,
    )  # fmt: skip
    assert applied.returncode == 0, applied.stderr
    assert show(tmp_path, *GITHUB, "--check").status == 0


@pytest.mark.parametrize(
    ("host", "there", "first"),
    [
        ("github", ["CODEOWNERS", "docs/CODEOWNERS"], "CODEOWNERS"),
        ("github", ["CODEOWNERS", ".github/CODEOWNERS"], ".github/CODEOWNERS"),
        ("github", ["docs/CODEOWNERS"], "docs/CODEOWNERS"),
        ("github", [], ".github/CODEOWNERS"),
        ("gitlab", ["CODEOWNERS", ".gitlab/CODEOWNERS"], "CODEOWNERS"),
        ("gitlab", [".gitlab/CODEOWNERS", "docs/CODEOWNERS"], "docs/CODEOWNERS"),
        ("gitlab", [".gitlab/CODEOWNERS"], ".gitlab/CODEOWNERS"),
        ("gitlab", [], ".gitlab/CODEOWNERS"),
    ],
)
def test_the_file_that_the_service_reads(
    host: str, there: list[str], first: str, tmp_path: Path
) -> None:
    sales(repository(tmp_path) / "journey")
    for name in there:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(OTHERS)
    # from inside the workspace: the file is the repository's all the same
    assert show(tmp_path / "journey", "--host", host, "--write").status == 0
    written = [name for name in {*there, first} if ">>>" in (tmp_path / name).read_text()]
    assert written == [first]


def test_the_service_is_known_by_what_is_there(tmp_path: Path) -> None:
    folder = sales(repository(tmp_path) / "journey")
    done = show(tmp_path)
    assert done.status == 2
    assert "GitHub or GitLab" in done.err
    only = PEOPLE.replace(", gitlab: acme/marketing", "").replace(", gitlab: ben.acme", "")
    sales(folder, people=only)
    assert "[processctl]" not in show(tmp_path).out
    (tmp_path / ".gitlab-ci.yml").write_text("x: {}\n")
    assert "[processctl]" in show(tmp_path).out
    git(tmp_path, "remote", "add", "origin", "git@github.com:acme/journey.git")
    assert "[processctl]" not in show(tmp_path).out
    git(tmp_path, "remote", "set-url", "origin", "https://me@gitlab.example.com/acme/github.git")
    assert "[processctl]" in show(tmp_path).out
    git(tmp_path, "remote", "set-url", "origin", "https://code.example.com/gitlab/github.git")
    assert "[processctl]" in show(tmp_path).out  # by .gitlab-ci.yml again
    assert show(tmp_path, "-o", ".github/CODEOWNERS").status == 0
    assert "[processctl]" not in (tmp_path / ".github" / "CODEOWNERS").read_text()


@pytest.mark.parametrize(
    "marks",
    ["# >>> processctl codeowners\n", "# <<< processctl codeowners\n",
     "# <<< processctl codeowners\n# >>> processctl codeowners\n",
     "# >>> processctl codeowners\n# <<< processctl codeowners\n" * 2],
)  # fmt: skip
def test_marks_that_enclose_nothing(marks: str, tmp_path: Path) -> None:
    sales(repository(tmp_path) / "journey")
    file = tmp_path / "CODEOWNERS"
    file.write_text(OTHERS + marks)
    done = show(tmp_path, *GITHUB, "--write")
    assert done.status == 2
    assert "have to stand there once, in this order" in done.err
    assert file.read_text() == OTHERS + marks


def test_what_cannot_be_written(tmp_path: Path) -> None:
    home = repository(tmp_path / "home")
    sales(home / "journey")
    outside = tmp_path / "profile"
    outside.write_text("mine\n")
    (home / "CODEOWNERS").symlink_to(outside)
    done = show(home, *GITHUB, "--write")
    assert done.status == 2
    assert "is a link out of the repository" in done.err
    assert outside.read_text() == "mine\n"
    (home / "CODEOWNERS").unlink()
    (home / "CODEOWNERS").write_bytes(b"\xff\n")
    assert "no text in UTF-8" in show(home, *GITHUB, "--write").err
    (home / "CODEOWNERS").unlink()
    assert "is a folder; name a file" in show(home, *GITHUB, "-o", "journey").err
    assert 'no folder "nowhere"' in show(home, *GITHUB, "-o", "nowhere/CODEOWNERS").err
    assert '"--check" writes nothing' in show(home, *GITHUB, "--check", "--write").err
    assert sorted(path.name for path in home.iterdir()) == [".git", "journey"]


def test_paths_count_from_a_repository(tmp_path: Path) -> None:
    sales(tmp_path / "journey")
    done = show(tmp_path, *GITHUB)
    assert done.status == 2
    assert "lies in no git repository" in done.err
    (tmp_path / "x.yaml").write_text("x: 1\n")
    assert "belongs to no workspace" in show(tmp_path, *GITHUB, "x.yaml").err


def test_a_submodule_has_a_file_of_its_own(tmp_path: Path) -> None:
    inner = repository(tmp_path / "inner")
    sales(inner / "theirs")
    git(inner, "add", "--all")
    git(inner, "commit", "--quiet", "--message", "x")
    outer = repository(tmp_path / "outer")
    sales(outer / "ours")
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner), "sub")
    done = show(outer, *GITHUB, "--write")
    assert done.status == 0
    assert '"sub/theirs" is passed over' in done.err
    assert "theirs" not in (outer / ".github" / "CODEOWNERS").read_text()
    assert show(outer, *GITHUB, "sub", "--write").status == 0
    text = (outer / "sub" / ".github" / "CODEOWNERS").read_text()
    assert asked(text, "theirs/sell.yaml") == ["@ben-acme", "cai@example.com"]


def test_a_worktree(tmp_path: Path) -> None:
    home = repository(tmp_path / "home")
    sales(home / "journey")
    git(home, "add", "--all")
    git(home, "commit", "--quiet", "--message", "x")
    git(home, "worktree", "add", "--quiet", str(tmp_path / "other"))
    assert show(tmp_path / "other", *GITHUB, "--write").status == 0
    text = (tmp_path / "other" / ".github" / "CODEOWNERS").read_text()
    assert asked(text, "journey/sell.yaml") == ["@ben-acme", "cai@example.com"]
    assert not (home / ".github").exists()
