"""``lint``: which workspaces the paths on the command line mean, and standard input."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.program import NO_OWNER, PC201, call, git, run, starter, write


def roots(done_report: dict[str, list[dict[str, object]]]) -> list[object]:
    return [workspace["root"] for workspace in done_report["workspaces"]]


@pytest.mark.parametrize(
    "place", [".", "data", "data/deep", "data/deep/more.yaml", "processctl.yaml"]
)
def test_a_path_inside_a_workspace_finds_it_upwards(place: str, tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    write(tmp_path / "data" / "deep", more="systems: {erp: {owner: sales_lead}}\n")
    for here, path in ((tmp_path, place), (tmp_path / "data", f"../{place}")):
        done = call("lint", path, "--format", "json", cwd=here)
        assert (done.status, len(done.report["workspaces"])) == (1, 1)
        assert PC201 in done.codes
        assert len(done.report["workspaces"][0]["files"]) == 2


def test_without_a_path_the_current_folder_is_meant(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    below = write(tmp_path / "notes")
    done = call("lint", cwd=below)
    assert done.status == 1
    assert "../processctl.yaml:" in done.out


def test_the_working_folder_changes_nothing_but_how_paths_are_shown(tmp_path: Path) -> None:
    """The repository's edge, and what git ignores, are the same from everywhere."""
    git(tmp_path, "init")
    (tmp_path / ".gitignore").write_text("drafts/\n")
    write(
        tmp_path / "company",
        processctl="processctl: 1\nteams: {care: {lead: jim}}\npeople: {jim: {}}\n",
    )
    sales = starter(tmp_path / "sales", behind="uses: [../company]\n")
    write(sales / "drafts", draft="stages: {draft: {}}\n")
    reports = []
    for here, path in (
        (tmp_path, "sales"),
        (sales, "."),
        (sales / "drafts", ".."),
        (tmp_path, sales),
    ):
        done = call("lint", path, "--format", "json", cwd=here)
        workspace = done.report["workspaces"][0]
        reports.append(
            ([(f["code"], f["fingerprint"]) for f in workspace["findings"]], workspace["stages"])
        )
    assert reports == [([], 5)] * 4


def test_every_workspace_below_a_folder_is_linted_once(tmp_path: Path) -> None:
    starter(tmp_path / "b", NO_OWNER)
    starter(tmp_path / "a")
    starter(tmp_path / "a" / "inner")
    starter(tmp_path / ".hidden", NO_OWNER)
    done = call("lint", ".", "a", "b/processctl.yaml", "b", "--format", "json", cwd=tmp_path)
    assert done.status == 1
    assert roots(done.report) == ["a", "a/inner", "b"]
    assert done.codes == [PC201]
    told = call("lint", cwd=tmp_path).out
    assert told.count("From first contact to customer: no findings") == 2
    assert told.count("From first contact to customer: 1 error") == 1


def test_a_named_file_that_belongs_to_no_workspace_is_passed_over(tmp_path: Path) -> None:
    starter(tmp_path / "ours")
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    alone = call("lint", "mkdocs.yml", "--format", "json", cwd=tmp_path)
    both = call("lint", "mkdocs.yml", "ours/processctl.yaml", "--format", "json", cwd=tmp_path)
    assert (alone.status, alone.report["workspaces"]) == (0, [])
    assert alone.report["passed_over"] == ["mkdocs.yml"]
    assert (both.status, roots(both.report)) == (0, ["ours"])
    assert call("lint", "mkdocs.yml", cwd=tmp_path).out == ""


def test_a_folder_without_a_workspace_is_wrong_usage(tmp_path: Path) -> None:
    done = run("lint", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert 'There is no processctl.yaml in "."' in done.err
    assert "processctl init DIR" in done.err


def test_a_workspace_whose_marker_is_a_dangling_link_is_still_one(tmp_path: Path) -> None:
    (tmp_path / "processctl.yaml").symlink_to("gone.yaml")
    done = call("lint", "--format", "json", cwd=tmp_path)
    assert (done.status, done.codes) == (1, ["PC006"])


# Standard input


def test_standard_input_stands_for_the_file_it_is_called(tmp_path: Path) -> None:
    starter(tmp_path)
    leaky = starter(tmp_path / "elsewhere", NO_OWNER) / "processctl.yaml"
    text = leaky.read_bytes()
    shutil.rmtree(leaky.parent)
    for prefix in (b"", b"\xef\xbb\xbf"):
        for name in ("processctl.yaml", str(tmp_path / "processctl.yaml")):
            done = call("lint", "-", "--stdin-filename", name, cwd=tmp_path, stdin=prefix + text)
            assert done.status == 1
            assert "[PC201 stage-without-owner]" in done.out
    assert call("lint", cwd=tmp_path).status == 0


def test_standard_input_may_be_a_file_that_is_not_there_yet(tmp_path: Path) -> None:
    starter(tmp_path)
    (tmp_path / "data").mkdir()
    text = b"improvements:\n  erp: {says: New, owner: nobody_we_know}\n"
    for name in ("new.yaml", "data/new.yaml"):
        done = call(
            "lint", "-", "--stdin-filename", name, "--format", "json", cwd=tmp_path, stdin=text
        )
        assert done.codes == ["PC101"]
        assert done.report["workspaces"][0]["findings"][0]["location"]["file"] == name
    ignored = call("lint", "-", "--stdin-filename", ".new.yaml", cwd=tmp_path, stdin=text)
    assert ignored.status == 0


def test_standard_input_in_the_program_itself(tmp_path: Path) -> None:
    starter(tmp_path)
    stdin = b"processctl: 1\nstages: [a\n"
    done = run("lint", "-", "--stdin-filename", "processctl.yaml", cwd=tmp_path, stdin=stdin)
    assert done.status == 1
    assert "processctl.yaml:2:9: error: The bracket" in done.out


@pytest.mark.parametrize(
    ("stdin", "words"),
    [
        (b"processctl: 1\n# \xe4\n", "The text is not UTF-8: line 2"),
        (b"PK\x03\x04\x00\x00", "This is no text file."),
        (b"#" * 300, "has more than 200 bytes"),
    ],
)
def test_standard_input_that_is_no_text_is_refused(
    stdin: bytes, words: str, tmp_path: Path
) -> None:
    starter(tmp_path)
    done = call(
        "lint", "-", "--stdin-filename", "processctl.yaml", "--limit", "file_size=200",
        cwd=tmp_path, stdin=stdin,
    )  # fmt: skip
    assert (done.status, done.out) == (2, "")
    assert '"processctl.yaml"' in done.err
    assert words in done.err


def test_standard_input_beside_other_workspaces(tmp_path: Path) -> None:
    starter(tmp_path / "a")
    starter(tmp_path / "b", NO_OWNER)
    done = call(
        "lint", "-", "b", "--stdin-filename", "a/processctl.yaml", "--format", "json",
        cwd=tmp_path, stdin=b"processctl: 2\n",
    )  # fmt: skip
    assert roots(done.report) == ["a", "b"]
    assert done.codes == ["PC004", PC201]
