"""``processctl log``: the life of a process, from git alone."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.program import Done, call, git, run, write

PROCESS = """\
processctl: 1
process: {owner: anna}
people: {anna: {}, ben: {}}
stages:
  lead: {owner: %s, start: {from: [web]}, within: %s, exits: [{to: customer}]}
  customer: {outcome: won, owner: anna}
"""


def commit(folder: Path, subject: str, *trailers: str, day: str = "2026-01-01") -> None:
    git(folder, "add", "--all", ":/")
    message = "\n".join([subject, "", "Because of the market.", "", *trailers])
    date = f"{day}T12:00:00+02:00"
    git(folder, "commit", "-q", "--allow-empty", "--date", date, "-m", message)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A process that began, changed twice, and moved in between; and what has nothing to do with it."""
    git(tmp_path, "init", "-q")
    write(tmp_path / "sales", processctl=PROCESS % ("anna", "2 days"))
    commit(tmp_path, "We write it down", day="2026-01-10")
    write(tmp_path / "sales", processctl=PROCESS % ("anna", "1 day"))
    commit(
        tmp_path, "Sooner", "Decided-by: Ben Boss <ben@example.com>",
        "Reviewed-by: Carla <carla@example.com>", "Co-authored-by: Dan <dan@example.com>",
        day="2026-02-10",
    )  # fmt: skip
    write(tmp_path / "elsewhere", other="x: 1\n")
    commit(tmp_path, "Nothing of ours", day="2026-02-11")
    git(tmp_path, "mv", "sales", "our process")
    commit(tmp_path, "Another name", day="2026-02-12")
    write(tmp_path / "our process", processctl=PROCESS % ("ben", "1 day"))
    commit(tmp_path, "Ben takes over", day="2026-03-10")
    return tmp_path


def log(folder: Path, *arguments: str) -> Done:
    return call("log", "our process", *arguments, cwd=folder)


def subjects(folder: Path, *arguments: str) -> list[str]:
    done = log(folder, "--format", "json", *arguments)
    assert done.status == 0, done.err
    return [one["subject"] for one in done.report["commits"]]


ALL = ["Ben takes over", "Sooner", "We write it down"]


def test_what_changed_when_and_who_decided(repository: Path) -> None:
    done = log(repository)
    assert (done.status, done.err) == (0, "")
    heads = [line for line in done.out.splitlines() if line and not line.startswith(" ")]
    assert [head.rpartition(" (")[0] for head in heads] == [
        "2026-03-10  Ben takes over", "2026-02-10  Sooner", "2026-01-10  We write it down",
    ]  # fmt: skip
    sooner = done.out.split("\n\n")[1].splitlines()
    assert sooner[1] == (
        "  Decided by Ben Boss. Written by T. Together with Dan. Reviewed by Carla."
    )
    assert "1 day, not 2 days." in sooner[2]
    assert "  The process began here." in done.out.splitlines()


def test_as_json(repository: Path) -> None:
    commits = log(repository, "--format", "json").report["commits"]
    sooner = commits[1]
    assert sooner["decided_by"] == [{"name": "Ben Boss", "mail": "ben@example.com"}]
    assert sooner["author"] == {"name": "T", "mail": "t@example.com"}
    assert [one["mail"] for one in sooner["reviewed_by"]] == ["carla@example.com"]
    (change,) = sooner["changes"]
    assert (change["name"], change["element"]) == ("deadline-shorter", "stages.lead")
    assert [one["what"] for one in commits] == ["changed", "changed", "began"]


def test_in_finnish_and_as_markdown(repository: Path) -> None:
    assert "Päättäjä: Ben Boss." in log(repository, "--lang", "fi").out
    told = log(repository, "--format", "markdown").out
    assert told.startswith("## 2026-03-10 Ben takes over\n")
    assert "- **behaviour**: " in told


def test_how_far_back(repository: Path) -> None:
    assert subjects(repository) == ALL
    assert subjects(repository, "--reverse") == ALL[::-1]
    assert subjects(repository, "-n", "2") == ALL[:2]
    assert subjects(repository, "--since", "2026-02-10") == ALL[:2]
    assert subjects(repository, "--since", "2026-02-11") == ALL[:1]
    assert subjects(repository, "--since", "HEAD~1") == ALL[:1]
    assert subjects(repository, "--since", "HEAD~4") == ALL[:2]
    git(repository, "tag", "v1", "HEAD~3")
    assert subjects(repository, "--since", "v1") == ALL[:1]


def test_of_one_element(repository: Path) -> None:
    assert subjects(repository, "--element", "stages.lead") == ALL
    assert subjects(repository, "--element", "stages.customer") == ["We write it down"]
    done = log(repository, "--element", "stages.nobody")
    assert (done.status, done.out, done.err) == (0, "", "No commit here changed that.\n")
    for word, hint in {"lead": "write its section", "stage.lead": 'Did you mean "stages"?'}.items():
        done = log(repository, "--element", word)
        assert (done.status, hint in done.err) == (2, True)


def test_an_element_is_followed_through_its_names(repository: Path) -> None:
    call("rename", "stages.lead", "contact", "our process", cwd=repository)
    commit(repository, "Called otherwise")
    assert subjects(repository, "--element", "stages.contact") == ["Called otherwise", *ALL]


def test_a_merge_counts_as_what_it_brought(repository: Path) -> None:
    git(repository, "switch", "-q", "--create", "later")
    for within in ("3 days", "4 days"):
        write(repository / "our process", processctl=PROCESS % ("ben", within))
        commit(repository, f"To {within}")
    git(repository, "switch", "-q", "main")
    commit(repository, "Meanwhile")
    git(repository, "merge", "-q", "--no-ff", "-m", "Merge: more time", "later")
    assert subjects(repository) == ["Merge: more time", *ALL]
    assert "4 days, not 1 day" in log(repository, "-n", "1").out


def test_what_cannot_be_read_is_said_once_and_told_with_the_next(repository: Path) -> None:
    file = repository / "our process" / "processctl.yaml"
    file.write_text("stages: [\n", encoding="utf-8")
    commit(repository, "Broken")
    commit(repository, "Nothing")
    write(repository / "our process", processctl=PROCESS % ("ben", "5 days"))
    commit(repository, "Whole again")
    assert subjects(repository) == ["Whole again", "Broken", *ALL]
    told = log(repository).out
    assert told.count("Not all of it can be read in this state") == 1
    assert "5 days, not 1 day" in told.split("\n\n")[0]


def test_only_the_form_is_no_news(repository: Path) -> None:
    file = repository / "our process" / "processctl.yaml"
    file.write_text("# A remark\n" + file.read_text("utf-8"), encoding="utf-8")
    commit(repository, "A remark")
    assert subjects(repository) == ALL


def test_taken_away_and_begun_again(repository: Path) -> None:
    file = repository / "our process" / "processctl.yaml"
    text = file.read_text("utf-8")
    file.unlink()
    commit(repository, "Away")
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    commit(repository, "Here again")
    whats = [one["what"] for one in log(repository, "--format", "json").report["commits"]]
    assert whats == ["began", "ended", "changed", "changed", "began"]


def test_names_from_strangers_stay_text(repository: Path) -> None:
    write(repository / "our process", processctl=PROCESS % ("anna", "7 days"))
    evil = "\x1b[31m<script>alert(1)</script> @all [x](y) \u202e"
    commit(repository, evil, f"Decided-by: {evil} <x>")
    for form in ("text", "json", "markdown"):
        told = log(repository, "-n", "1", "--format", form).out
        assert "\x1b" not in told
        assert "\u202e" not in told
    assert "<script>" not in log(repository, "-n", "1", "--format", "markdown").out


def test_findings_over_time(repository: Path) -> None:
    write(
        repository / "our process",
        processctl=(PROCESS % ("anna", "1 day")).replace(", within: 1 day", ""),
    )
    commit(repository, "No deadline", day="2026-04-01")
    env = {"XDG_CACHE_HOME": str(repository.parent / "home"), "PYTHONUTF8": "1"}
    day = ("--today", "2026-11-23")
    done = run("log", "our process", "--findings", *day, cwd=repository, env=env)
    lines = done.out.splitlines()
    assert [line[:10] for line in lines] == [
        "2026-04-01", "2026-03-10", "2026-02-12", "2026-02-10", "2026-01-10",
    ]  # fmt: skip
    for line in lines:
        assert ("▓" in line) == ("warning" in line)
    assert lines[0].count("▓") == int(lines[0].split(" warning")[0].split()[-1])
    assert run("log", "our process", "--findings", *day, cwd=repository, env=env) == done
    plain = {**env, "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    few = run("log", "our process", "--findings", "-n", "2", *day, cwd=repository, env=plain).out
    assert few.isascii()
    assert "2 of 5 commits are drawn" in few
    assert [line[:10] for line in few.splitlines()[:2]] == ["2026-04-01", "2026-01-10"]
    assert call("log", "our process", "--findings", "--format", "json", cwd=repository).status == 2


def test_a_picture_of_the_findings(repository: Path) -> None:
    arguments = ("--findings", "--format", "svg", "--today", "2026-11-23")
    done = log(repository, *arguments)
    drawing = ElementTree.fromstring(done.out)  # noqa: S314 - our own
    name = "{http://www.w3.org/2000/svg}"
    assert drawing.find(f"{name}title") is not None
    bars = [one for one in drawing.iter(f"{name}g") if one.get("class") == "bar"]
    titles = [bar.findtext(f"{name}title", "") for bar in bars]
    assert [title[:10] for title in titles] == [
        "2026-03-10",
        "2026-02-12",
        "2026-02-10",
        "2026-01-10",
    ]
    assert "Ben takes over" in titles[0]
    assert log(repository, *arguments, "-o", "findings.svg").status == 0
    assert (repository / "findings.svg").read_text("utf-8") == done.out
    assert log(repository, *arguments, "-o", "findings.svg").status == 0  # our own is replaced
    (repository / "mine.svg").write_text("mine", encoding="utf-8")
    assert log(repository, *arguments, "-o", "mine.svg").status == 2
    assert (repository / "mine.svg").read_text("utf-8") == "mine"
    few = log(repository, *arguments, "-n", "2", "--lang", "fi").out
    assert "Piirretty 2 committia, kun niitä on 4" in few
    assert log(repository, "--format", "svg").status == 2


def test_into_a_file(repository: Path) -> None:
    told = log(repository, "--format", "markdown").out
    assert log(repository, "--format", "markdown", "-o", "log.md").out == ""
    assert (repository / "log.md").read_text("utf-8") == told
    assert log(repository, "-o", "log.txt").out == ""
    assert "Ben takes over" in (repository / "log.txt").read_text("utf-8")


def test_nothing_is_checked_out(repository: Path) -> None:
    before = git(repository, "status", "--porcelain=v2", "--branch")
    log(repository, "--findings")
    assert git(repository, "status", "--porcelain=v2", "--branch") == before


def test_where_there_is_no_history(tmp_path: Path) -> None:
    write(tmp_path, processctl=PROCESS % ("anna", "1 day"))
    done = call("log", cwd=tmp_path)
    assert (done.status, "in no git repository" in done.err) == (2, True)
    git(tmp_path, "init", "-q")
    assert call("log", cwd=tmp_path).status == 2
    commit(tmp_path, "Begin")
    assert "The process began here." in call("log", cwd=tmp_path).out
    done = call("log", "--since", "v9", cwd=tmp_path)
    assert (done.status, 'no revision "v9"' in done.err) == (2, True)


def test_a_workspace_that_is_the_whole_repository_and_one_that_is_not_committed(
    tmp_path: Path,
) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path / "a", processctl=PROCESS % ("anna", "1 day"))
    commit(tmp_path, "One")
    write(tmp_path / "b", processctl=PROCESS % ("anna", "1 day"))
    done = call("log", "b", cwd=tmp_path)
    assert (done.status, done.err) == (0, "No commit here changed that.\n")
    assert [one.name for one in (tmp_path / "b").iterdir()] == ["processctl.yaml"]
