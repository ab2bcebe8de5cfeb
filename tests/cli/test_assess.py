"""``assess``: where a process stands, in every form, and what has become of it since."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from processctl import __version__
from tests.cli.program import NO_OWNER, STARTER, call, git, run, starter, write

GOLDENS = Path(__file__).parent / "goldens"
DAY = ("--today", "2026-11-23")
HOSTILE = '"<script>alert(1)</script> [x](https://example.com) | @all \\e[31m **b** 🚀"'


def hostile(folder: Path) -> Path:
    text = STARTER.replace("name: From first contact to customer", f"name: {HOSTILE}")
    assert text != STARTER
    return write(folder, processctl=text.replace(*NO_OWNER))


def compare(name: str, told: str) -> None:
    """Against the file in goldens; to accept what is told now, set UPDATE_GOLDENS."""
    told = told.replace(f'"version": "{__version__}"', '"version": "VERSION"')
    golden = GOLDENS / name
    if os.environ.get("UPDATE_GOLDENS"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "svg"])
def test_each_form_in_each_language(form: str, language: str, tmp_path: Path) -> None:
    folder = starter(tmp_path, NO_OWNER)
    done = call("assess", "--format", form, "--lang", language, *DAY, cwd=folder)
    assert (done.status, done.err) == (0, "")
    compare(f"assess.{language}.{form}", done.out)


def test_the_picture_is_one(tmp_path: Path) -> None:
    folder = starter(tmp_path)
    for form in ("svg", "png"):
        call("assess", "--format", form, "-o", f"a.{form}", cwd=folder)
    svg = ElementTree.fromstring((folder / "a.svg").read_text("utf-8"))  # noqa: S314 - our own
    groups = [one.get("class", "") for one in svg.iter("{http://www.w3.org/2000/svg}g")]
    assert len([one for one in groups if one.startswith("question")]) == 39 + 3  # and the legend
    assert (folder / "a.png").read_bytes().startswith(b"\x89PNG")


class _Page(HTMLParser):
    """What a browser would make of a page: tags that are open, scripts, and the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in ("meta", "rect", "path", "polygon", "circle"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_html_is_whole_and_nothing_of_a_name_is_code(tmp_path: Path) -> None:
    page = _Page()
    page.feed(call("assess", "--format", "html", cwd=hostile(tmp_path)).out)
    assert page.open == []
    assert "script" not in page.tags
    assert "a" not in page.tags
    assert "<script>alert(1)</script>" in page.text


def test_markdown_shows_names_as_they_are(tmp_path: Path) -> None:
    head = call("assess", "--format", "markdown", cwd=hostile(tmp_path)).out.splitlines()[1]
    assert head == (
        r"# \<script\>alert(1)\</script\> \[x\](https:&#8203;//example.com) \| "
        r"@&#8203;all �\[31m \*\*b\*\* 🚀"
    )


def test_a_terminal_is_not_steered_by_names(tmp_path: Path) -> None:
    assert "\x1b" not in call("assess", cwd=hostile(tmp_path)).out


def test_progress_since_an_earlier_revision(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "nothing yet")
    folder = starter(tmp_path / "ours", NO_OWNER)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "tag", "v1")
    starter(folder, behind="skills: {selling: {needed_in: [in_sales], held_by: [pekka, sanna]}}\n")
    before = git(tmp_path, "status", "--short")
    report = call("assess", "ours", "--since", "v1", "--format", "json", *DAY, cwd=tmp_path).report
    (workspace,) = report["workspaces"]
    questions = {one["id"]: one for phase in workspace["phases"] for one in phase["questions"]}
    assert workspace["since"] == "v1"
    assert questions["F8"]["earlier_verdict"] == "partly"
    assert questions["F8"]["verdict"] == "answered"
    assert questions["C3"]["earlier_verdict"] == "open"
    assert workspace["score"]["percent"] > workspace["earlier_score"]["percent"]
    told = call("assess", "ours", "--since", "v1", *DAY, cwd=tmp_path).out
    assert re.search(r"Since v1: \d+ % → \d+ %; better: \d+, worse: 0\.", told)
    assert re.search(r"✓ C3 .*\(better: was open\)", told)
    long_ago = call("assess", "ours", "--since", "v1~1", *DAY, cwd=tmp_path).out
    assert "At v1~1 there was no process here yet." in long_ago
    finnish = call("assess", "ours", "--since", "v1", "--lang", "fi", *DAY, cwd=tmp_path).out
    assert "(parantunut: oli avoinna)" in finnish
    assert git(tmp_path, "status", "--short") == before
    assert git(tmp_path, "worktree", "list").count("\n") == 1


def test_what_an_earlier_revision_uses_is_read_as_it_was(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(
        tmp_path / "company",
        processctl="processctl: 1\nteams: {sales: {lead: anna}}\npeople: {anna: {}}\n",
    )
    ours = "processctl: 1\nuses: [../company]\nstages: {offer: {start: true, owner: sales}}\n"
    write(tmp_path / "ours", processctl=ours)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    write(tmp_path / "company", processctl="processctl: 1\n")
    report = call("assess", "ours", "--since", "HEAD", "--format", "json", cwd=tmp_path).report
    questions = {
        one["id"]: one for phase in report["workspaces"][0]["phases"] for one in phase["questions"]
    }
    assert questions["F8"]["earlier_verdict"] == "partly"
    assert questions["F8"]["verdict"] == "open"


@pytest.mark.parametrize(
    ("revision", "says"),
    [
        ("nowhere", 'git knows no revision "nowhere" here.'),
        ("--output=x", 'git knows no revision "--output=x" here.'),
        ("", 'git knows no revision "" here.'),
        ("HEAD:ours", 'git knows no revision "HEAD:ours" here.'),
    ],
)
def test_a_revision_that_is_none(revision: str, says: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    starter(tmp_path / "ours")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    done = call("assess", "ours", f"--since={revision}", cwd=tmp_path)
    assert done.status == 2
    assert says in done.err
    assert sorted(one.name for one in tmp_path.iterdir()) == [".git", "ours"]


def test_without_a_repository_there_is_no_earlier_state(tmp_path: Path) -> None:
    done = call("assess", "--since", "HEAD", "--lang", "fi", cwd=starter(tmp_path))
    assert done.status == 2
    assert "Kansio ei ole git-repositoriossa" in done.err


def test_links_of_an_earlier_revision_lead_nowhere_else(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", other="teams: {sales: {lead: anna}}\n")
    repository = tmp_path / "repository"
    folder = starter(repository / "ours")
    (folder / "linked.yaml").symlink_to(outside / "other.yaml")
    git(repository, "init", "-q")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "first")
    (folder / "linked.yaml").unlink()
    done = call("assess", "ours", "--since", "HEAD", cwd=repository)
    assert done.status == 0


def test_a_file_of_somebody_is_not_replaced(tmp_path: Path) -> None:
    folder = starter(tmp_path)
    for form in ("html", "markdown", "svg"):
        output = folder / f"report.{form}"
        for _ in range(2):  # the second time it replaces its own
            assert call("assess", "--format", form, "-o", output, cwd=folder).status == 0
        output.write_text("mine", encoding="utf-8")
        done = call("assess", "--format", form, "-o", output, cwd=folder)
        assert done.status == 2
        assert output.read_text("utf-8") == "mine"
        assert call("assess", "--format", form, "-o", output, "--force", cwd=folder).status == 0


def test_several_workspaces_are_told_one_after_the_other(tmp_path: Path) -> None:
    starter(tmp_path / "a")
    starter(tmp_path / "b")
    assert call("assess", cwd=tmp_path).out.count("questions answered") == 2
    done = call("assess", "--format", "html", cwd=tmp_path)
    assert done.status == 2
    assert "here are 2: name one" in done.err


def test_a_process_without_stages_is_not_judged(tmp_path: Path) -> None:
    done = call("assess", cwd=write(tmp_path, processctl="processctl: 1\n"))
    assert done.status == 2
    assert "no stages yet" in done.err


def test_a_pipe_that_closes_early_is_no_failure(tmp_path: Path) -> None:
    starter(tmp_path)
    command = "python -m processctl assess --verbose | head -n 1"
    done = subprocess.run(
        ["bash", "-c", command.replace("python", sys.executable, 1)],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.stderr == ""


def test_the_same_bytes_every_time(tmp_path: Path) -> None:
    folder = starter(tmp_path, NO_OWNER)
    told = {
        run("assess", "--format", form, *DAY, cwd=folder, env={"PYTHONHASHSEED": seed}).out
        for form in ("html",)
        for seed in ("0", "1", "2")
    }
    assert len(told) == 1


def test_paths_count_from_here(tmp_path: Path) -> None:
    assert (
        "ours/processctl.yaml:"
        in call("assess", starter(tmp_path / "ours", NO_OWNER), cwd=tmp_path).out
    )


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    write(starter(tmp_path), together="forums: {board: {every: month}\n")
    done = call("assess", *DAY, cwd=tmp_path)
    assert done.status == 1
    assert "questions answered" in done.out
    assert 'together.yaml:1:9: error: The bracket "{" is never closed.' in done.err
    nothing = call("assess", cwd=write(tmp_path / "b", processctl="stages: ["))
    assert (nothing.status, nothing.out) == (1, "")
    assert "is never closed" in nothing.err
    assert "no stages yet" not in nothing.err


def test_an_earlier_state_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(starter(tmp_path), together="forums: {board: {every: month}\n")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    write(tmp_path, together="forums: {board: {every: month}}\n")
    done = call("assess", "--since", "HEAD", *DAY, cwd=tmp_path)
    assert done.status == 0
    assert done.err == 'Not all that was there at "HEAD" can be read: compare with care.\n'
