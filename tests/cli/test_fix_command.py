"""``lint --fix``, ``--unsafe`` and ``--diff``: what is written, shown, said, and the exit status."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.program import NO_OWNER, REPOSITORY, call, files_below, git, run, starter, write

SICK = """\
processctl: 1
process: {owner: a, name: Ours}
roles: {a: {}}
fields: {x: {type: boolean}, y: {type: boolean}}
criteria:
  one: {test: x and y or x}
  two: {test: y or x and y, ignore: {PC302: {because: Old}}}
"""
WELL = """\
processctl: 1
process: {owner: a, name: Ours}
roles: {a: {}}
fields: {x: {type: boolean}, y: {type: boolean}}
criteria:
  one: {test: (x and y) or x}
  two: {test: y or (x and y)}
"""


def sick(folder: Path, text: str = SICK) -> Path:
    return write(folder, processctl=text)


def test_fix_says_what_it_did_and_ends_with_what_is_left(tmp_path: Path) -> None:
    done = run("lint", "--fix", "--skip", "PC518,PC602,PC603", cwd=sick(tmp_path))
    assert done.status == 0
    assert done.out.splitlines() == [
        "processctl.yaml: fixed 3 findings: PC522 and-or-without-parentheses (2), "
        "PC991 ignore-without-effect",
        "Ours: no findings (0 stages, 1 file).",
    ]
    assert (tmp_path / "processctl.yaml").read_text() == WELL


def test_fix_in_finnish(tmp_path: Path) -> None:
    done = call("lint", "--fix", "--lang", "fi", cwd=sick(tmp_path))
    assert done.out.splitlines()[0] == (
        "processctl.yaml: korjattu 3 havaintoa: PC522 and-or-without-parentheses (2), "
        "PC991 ignore-without-effect"
    )


def test_without_fix_lint_says_what_could_be_mended(tmp_path: Path) -> None:
    sick(tmp_path)
    assert "3 findings can be fixed with --fix." in call("lint", cwd=tmp_path).out.splitlines()
    finnish = call("lint", "--lang", "fi", cwd=tmp_path).out.splitlines()
    assert "3 havaintoa voi korjata valitsimella --fix." in finnish
    starter(tmp_path / "other", NO_OWNER)
    line = "1 finding can be prepared with --fix --unsafe, for you to complete."
    assert line in call("lint", "other", cwd=tmp_path).out.splitlines()
    assert "with --fix" not in call("lint", "other", "--quiet", cwd=tmp_path).out


def test_unsafe_writes_a_stub_and_fails_until_it_is_filled_in(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    before = (tmp_path / "processctl.yaml").read_text()
    assert call("lint", "--fix", cwd=tmp_path).status == 1
    assert (tmp_path / "processctl.yaml").read_text() == before
    done = call("lint", "--fix", "--unsafe", cwd=tmp_path)
    assert done.status == 1
    assert done.out.startswith("processctl.yaml: for you to complete: PC201 stage-without-owner\n")
    assert 'error: "owner" is empty. [PC003 schema-violation]' in done.out
    text = (tmp_path / "processctl.yaml").read_text()
    assert text.count("    owner:  # who answers for this stage?\n") == 1
    (tmp_path / "processctl.yaml").write_text(
        text.replace("owner:  # who answers for this stage?", "owner: sales_rep")
    )
    assert call("lint", cwd=tmp_path).status == 0


def test_stubs_speak_the_language_of_the_process(tmp_path: Path) -> None:
    """The locale chooses what is said on the terminal, never what is written to a file."""
    starter(tmp_path, NO_OWNER, ("languages: [en]", "languages: [fi, en]"))
    call("lint", "--fix", "--unsafe", cwd=tmp_path, env={"LC_ALL": "en_US.UTF-8"})
    assert "owner:  # kuka vastaa tästä vaiheesta?" in (tmp_path / "processctl.yaml").read_text(
        "utf-8"
    )


def test_select_narrows_what_is_mended(tmp_path: Path) -> None:
    done = call("lint", "--fix", "--select", "PC991", cwd=sick(tmp_path))
    assert done.status == 0
    after = (tmp_path / "processctl.yaml").read_text()
    assert after == SICK.replace(", ignore: {PC302: {because: Old}}", "")


def test_a_silenced_finding_is_not_mended(tmp_path: Path) -> None:
    text = SICK.replace("one: {", "one: {ignore: {PC522: {because: We like it}}, ")
    call("lint", "--fix", cwd=sick(tmp_path, text))
    assert (
        "one: {ignore: {PC522: {because: We like it}}, test: x and y or x}"
        in (tmp_path / "processctl.yaml").read_text()
    )


def test_what_is_undone_is_told(tmp_path: Path) -> None:
    text = "processctl: 1\ngoals:\n  g:\n    target: about: 60\n"
    done = call("lint", "--fix", cwd=sick(tmp_path, text))
    assert done.status == 1
    assert done.out.startswith(
        "processctl.yaml:4: the repair of PC001 invalid-yaml was undone, for it would have brought: "
    )
    assert (tmp_path / "processctl.yaml").read_text() == text


def test_nothing_to_mend_writes_nothing(tmp_path: Path) -> None:
    starter(tmp_path)
    before = (tmp_path / "processctl.yaml").stat()
    assert call("lint", "--fix", cwd=tmp_path).status == 0
    after = (tmp_path / "processctl.yaml").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_several_workspaces(tmp_path: Path) -> None:
    for name in ("a", "b"):
        sick(tmp_path / name)
    assert call("lint", "--fix", cwd=tmp_path).status == 0
    assert set(files_below(tmp_path).values()) == {WELL.encode()}


def test_json_tells_edits_and_what_was_mended(tmp_path: Path) -> None:
    report = call(
        "lint", "--format", "json", "--skip", "PC518,PC602,PC603", cwd=sick(tmp_path)
    ).report
    (workspace,) = report["workspaces"]
    fixes = [finding["fix"] for finding in workspace["findings"]]
    assert [fix["safe"] for fix in fixes] == [True] * 3
    assert fixes[0]["edits"][0] == {
        "file": "processctl.yaml",
        "start": {"line": 6, "column": 15},
        "end": {"line": 6, "column": 15},
        "text": "(",
    }
    assert (workspace["fixed"], workspace["undone"]) == ([], [])
    fixing = ("lint", "--fix", "--format", "json", "--skip", "PC518,PC602,PC603")
    (workspace,) = call(*fixing, cwd=tmp_path).report["workspaces"]
    assert sorted(one["code"] for one in workspace["fixed"]) == ["PC522", "PC522", "PC991"]
    assert workspace["findings"] == []


# --diff


def test_diff_shows_and_writes_nothing(tmp_path: Path) -> None:
    done = run("lint", "--diff", cwd=sick(tmp_path))
    assert (done.status, done.err) == (1, "")
    assert done.out.splitlines() == [
        "--- a/processctl.yaml",
        "+++ b/processctl.yaml",
        "@@ -3,5 +3,5 @@",
        " roles: {a: {}}",
        " fields: {x: {type: boolean}, y: {type: boolean}}",
        " criteria:",
        "-  one: {test: x and y or x}",
        "-  two: {test: y or x and y, ignore: {PC302: {because: Old}}}",
        "+  one: {test: (x and y) or x}",
        "+  two: {test: y or (x and y)}",
    ]
    assert (tmp_path / "processctl.yaml").read_text() == SICK


@pytest.mark.parametrize("options", [["--diff"], ["--fix", "--diff"], ["--diff", "--exit-zero"]])
def test_diff_ends_with_1_where_there_is_something(options: list[str], tmp_path: Path) -> None:
    assert call("lint", *options, cwd=sick(tmp_path)).status == (
        0 if "--exit-zero" in options else 1
    )
    starter(tmp_path / "well")
    done = call("lint", "well", *options, cwd=tmp_path)
    assert (done.status, done.out) == (0, "")


@pytest.mark.parametrize("text", [SICK, SICK.replace("\n", "\r\n"), SICK.rstrip("\n"), "\ufeff" + SICK],
                         ids=["lf", "crlf", "no end", "bom"])  # fmt: skip
def test_git_can_apply_the_diff(text: str, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder in (one, other):
        write(folder, processctl=text)
    patch = run("lint", "--diff", cwd=one).out
    git(one, "init", "-q")
    (one / "x.patch").write_bytes(patch.encode())
    git(one, "apply", "x.patch")
    run("lint", "--fix", cwd=other)
    assert (one / "processctl.yaml").read_bytes() == (other / "processctl.yaml").read_bytes()


def test_the_example_on_the_page_is_what_is_printed(tmp_path: Path) -> None:
    page = (REPOSITORY / "docs" / "repairs.md").read_text("utf-8")
    process, shown = re.findall(r"```(?:yaml|diff)\n(.*?)```", page, re.DOTALL)
    write(tmp_path, processctl=process)
    assert call("lint", "--diff", cwd=tmp_path).out == shown


WRONG = [
    (["--unsafe"], "add --fix, or --diff"),
    (["--diff", "--format", "json"], "--diff shows changes and no report"),
    (["--diff", "--statistics"], "--diff shows changes and no report"),
    (["--diff", "--quiet"], "--diff shows changes and no report"),
    (["--fix", "-", ".", "--stdin-filename", "processctl.yaml"], "take no other paths"),
]


@pytest.mark.parametrize(("options", "words"), WRONG)
def test_options_that_say_nothing_together(options: list[str], words: str, tmp_path: Path) -> None:
    done = call("lint", *options, cwd=sick(tmp_path))
    assert (done.status, done.out) == (2, "")
    assert words in " ".join(done.err.split())


# Standard input


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "bom"])
def test_standard_input_comes_back_mended_and_the_report_goes_aside(
    mark: bytes, tmp_path: Path
) -> None:
    starter(tmp_path)
    part = mark + b"criteria:\r\n  z: {test: a_ and a_ or a_}\r\nfields: {a_: {type: boolean}}\r\n"
    options = ("-", "--stdin-filename", "part.yaml", "--fix")
    done = run("lint", *options, cwd=tmp_path, stdin=part)
    assert done.out.encode() == part.replace(b"a_ and a_ or", b"(a_ and a_) or")
    assert done.err.startswith("part.yaml: fixed 1 finding: PC522 and-or-without-parentheses\n")
    assert sorted(files_below(tmp_path)) == ["processctl.yaml"]


def test_standard_input_without_mistakes_comes_back_as_it_is(tmp_path: Path) -> None:
    starter(tmp_path)
    part = b"\xef\xbb\xbf# nothing\r\nteams: {x: {}}\n"
    done = run("lint", "-", "--stdin-filename", "part.yaml", "--fix", cwd=tmp_path, stdin=part)
    assert done.out.encode() == part


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    sick(tmp_path)
    part = b"x_: 1\nteams: {x: {}}\n"
    done = run("lint", "-", "--stdin-filename", "part.yaml", "--diff", cwd=tmp_path, stdin=part)
    assert (done.status, done.out) == (0, "")
    run("lint", "-", "--stdin-filename", "part.yaml", "--fix", cwd=tmp_path, stdin=part)
    assert (tmp_path / "processctl.yaml").read_text() == SICK
