"""Workspaces of several files: what belongs to them, what they bring in, and one broken part."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import NO_OWNER, call, git, run, starter, write

LEAKY_SYSTEM = "improvements: {erp: {says: A new ERP, owner: nobody_here}}\n"  # one PC101
BROKEN = "stages: [\n  a: {b\n"


def linted(folder: Path, path: str = ".") -> dict[str, Any]:
    done = call("lint", path, "--format", "json", cwd=folder)
    (workspace,) = done.report["workspaces"]
    assert isinstance(workspace, dict)
    return workspace


def told(workspace: dict[str, Any]) -> list[tuple[str, str, int]]:
    """Code, file and line of each finding."""
    return [
        (one["code"], one["location"]["file"], one["location"]["start"]["line"])
        for one in workspace["findings"]
    ]


# Which files belong to a workspace


@pytest.mark.parametrize(
    "name",
    [".hidden.yaml", ".folder/x.yaml", "x.yaml.bak", "x.json", "x.YAML", "nested/x.yaml", "nested/deep/x.yaml"],
)  # fmt: skip
def test_files_that_do_not_belong(name: str, tmp_path: Path) -> None:
    starter(tmp_path)
    starter(tmp_path / "nested")
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(LEAKY_SYSTEM)
    workspace = call("lint", ".", "--format", "json", cwd=tmp_path).report["workspaces"][0]
    assert (workspace["root"], told(workspace), workspace["passed_over_files"]) == (".", [], 0)


@pytest.mark.parametrize(
    "name", ["x.yaml", "x.yml", "a b/ä.yaml", "-.yaml", ":x.yaml", "*.yaml", "a\nb.yaml", "#.yaml"]
)
def test_files_that_belong_whatever_they_are_called(name: str, tmp_path: Path) -> None:
    git(tmp_path, "init")
    (tmp_path / ".gitignore").write_text("draft*\n")
    starter(tmp_path)
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(LEAKY_SYSTEM)
    (tmp_path / "draft.yaml").write_text(LEAKY_SYSTEM)
    assert told(linted(tmp_path)) == [("PC101", name.replace("\n", " "), 1)]


def test_files_that_git_ignores(tmp_path: Path) -> None:
    git(tmp_path, "init")
    ours = starter(tmp_path / "ours")
    (tmp_path / ".gitignore").write_text("build/\n*.draft.yaml\n!kept.draft.yaml\n")
    for name in ("build/x.yaml", "a.draft.yaml", "kept.draft.yaml", "deep/build/x.yaml"):
        file = ours / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f"improvements: {{{re.sub('[^a-z]', '_', name)}: {{says: New, owner: nobody}}}}\n"
        )
    for here, path in ((tmp_path, "ours"), (ours, "."), (ours / "deep", "..")):
        (finding,) = told(linted(here, path))
        assert finding[1].endswith("kept.draft.yaml")
    for wrong in ("/nowhere", str(tmp_path / "deep"), ""):  # as git's own hooks may set them
        for variable in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
            done = call("lint", "ours", "--format", "json", cwd=tmp_path, env={variable: wrong})
            assert done.codes == ["PC101"]


def test_a_git_that_fails_ignores_nothing_and_breaks_nothing(tmp_path: Path) -> None:
    starter(tmp_path)
    (tmp_path / ".git").mkdir()  # no repository, for all its name
    (tmp_path / ".gitignore").write_text("*.yaml\n")
    for n in range(2_000):  # more names than a pipe holds, and nobody who reads them
        (tmp_path / f"{'x' * 100}{n}.yaml").write_text("a: 1\n")
    done = run("lint", "--format", "json", cwd=tmp_path)
    assert (done.status, done.report["workspaces"][0]["passed_over_files"]) == (0, 2_000)


MKDOCS = """\
site_name: x
markdown_extensions:
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
"""
FOREIGN = {
    "mkdocs": MKDOCS,
    "tags": "a: !Ref b\nc: !Sub {d: e}\n",
    "helm": "{{- if .Values.x }}\nkind: Deployment\n{{- end }}\n",
    "two documents": "kind: A\n---\nkind: B\n",
    "a list": "- hosts: all\n  tasks: []\n",
    "nothing": "",
    "a word": "hello\n",
    "a compose file": "services:\n  web: {image: x}\nversion: '3'\n",
    "a GitHub workflow": "on: [push]\njobs:\n  a: {runs-on: x, steps: [{run: y}]}\n",
    "the same key twice": "a: 1\na: 2\n",
    "tabs": "a:\n\tb: 1\n",
    "aliases of nothing": "a: *b\n",
}


@pytest.mark.parametrize("text", FOREIGN.values(), ids=FOREIGN)
def test_files_of_other_tools_are_passed_over_and_counted(text: str, tmp_path: Path) -> None:
    starter(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "other.yml").write_text(text)
    workspace = linted(tmp_path)
    assert (told(workspace), workspace["passed_over_files"]) == ([], 1)
    assert "1 file of other tools passed over" in call("lint", cwd=tmp_path).out


@pytest.mark.parametrize(
    ("key", "meant"),
    [("stagess", "stages"), ("Stages", "stages"), ("role", "roles"), ("processes", "process"), ("critera", "criteria")],
)  # fmt: skip
def test_a_file_with_nearly_a_section_is_told(key: str, meant: str, tmp_path: Path) -> None:
    write(starter(tmp_path), more=f"# more\n{key}:\n  a: {{}}\n")
    (finding,) = linted(tmp_path)["findings"]
    assert (finding["code"], finding["location"]["file"]) == ("PC003", "more.yaml")
    assert finding["location"]["start"] == {"line": 2, "column": 1}
    assert finding["hint"] == f'Did you mean "{meant}"?'


def test_keys_of_the_marker_file_stand_there_only(tmp_path: Path) -> None:
    write(starter(tmp_path), more="uses: [../x]\nteams: {}\n")
    (finding,) = linted(tmp_path)["findings"]
    assert (finding["code"], finding["message"]) == (
        "PC003",
        '"uses" may stand in processctl.yaml only.',
    )


GLOBS = [
    ("include: [sales]\n", {"sales/a.yaml", "sales/deep/b.yaml"}),
    ("include: ['sales/*']\n", {"sales/a.yaml", "sales/deep/b.yaml"}),
    ("include: ['**/b.yaml']\n", {"sales/deep/b.yaml", "care/b.yaml"}),
    ("include: ['*/b.yaml', c.yaml]\n", {"care/b.yaml", "c.yaml"}),
    ("exclude: [sales/]\n", {"care/b.yaml", "c.yaml"}),
    ("exclude: [./care, '*.yaml']\n", {"sales/a.yaml", "sales/deep/b.yaml"}),
    ("include: [sales]\nexclude: ['**/b.yaml']\n", {"sales/a.yaml"}),
    ("include: [nothing]\n", set()),
    ("exclude: ['**']\n", set()),
    ("exclude: ['[!']\n", {"sales/a.yaml", "sales/deep/b.yaml", "care/b.yaml", "c.yaml"}),
    ("include: []\n", {"sales/a.yaml", "sales/deep/b.yaml", "care/b.yaml", "c.yaml"}),
]


@pytest.mark.parametrize(("globs", "read"), GLOBS, ids=[globs for globs, _ in GLOBS])
def test_include_and_exclude(globs: str, read: set[str], tmp_path: Path) -> None:
    starter(tmp_path, behind=globs)
    for number, name in enumerate(("sales/a.yaml", "sales/deep/b.yaml", "care/b.yaml", "c.yaml")):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"systems: {{s{number}: {{owner: nobody}}}}\n")
    workspace = linted(tmp_path)
    assert set(workspace["files"]) == {"processctl.yaml", *read}
    assert {file for _, file, _ in told(workspace)} == read


# A shared vocabulary


COMPANY = "processctl: 1\nteams: {care: {lead: jim}}\npeople: {jim: {}}\nstages: {draft: {}}\n"
USES_JIM = "improvements: {erp: {says: A new ERP, owner: jim}}\n"


def test_a_chain_of_uses_brings_in_names_and_no_stages(tmp_path: Path) -> None:
    write(tmp_path / "company", processctl=COMPANY)
    write(tmp_path / "division", processctl="processctl: 1\nuses: [../company]\n")
    starter(
        tmp_path / "sales",
        behind=f"uses: [../division]\n{USES_JIM.replace('improvements', 'x_improvements')}",
    )
    write(tmp_path / "sales", more=USES_JIM)
    for here, path in ((tmp_path, "sales"), (tmp_path / "sales", ".")):
        workspace = linted(here, path)
        assert told(workspace) == []
        assert (workspace["stages"], len(workspace["files"])) == (5, 2)


def test_trouble_in_a_shared_vocabulary_is_told_once_and_in_its_own_place(tmp_path: Path) -> None:
    write(tmp_path / "company", processctl="processctl: 1\npeople: {jim: {}\n")
    write(starter(tmp_path / "sales", behind="uses: [../company]\n"), more=USES_JIM)
    workspace = linted(tmp_path, "sales")
    assert [(code, file) for code, file, _ in told(workspace)] == [
        ("PC001", "company/processctl.yaml")
    ]


def cycle(folder: Path) -> None:
    write(folder / "company", processctl="processctl: 1\nuses: [../sales]\n")


def cycle_of_three(folder: Path) -> None:
    write(folder / "company", processctl="processctl: 1\nuses: [../division]\n")
    write(folder / "division", processctl="processctl: 1\nuses: [../sales]\n")


def itself(folder: Path) -> None:
    (folder / "company").symlink_to("sales")


def out_of_the_repository(folder: Path) -> None:
    write(folder.parent / "elsewhere", processctl="processctl: 1\n")
    (folder / "company").symlink_to(folder.parent / "elsewhere")


def a_link_in_a_circle(folder: Path) -> None:
    (folder / "company").symlink_to("company")


def no_workspace(folder: Path) -> None:
    (folder / "company").mkdir()


def a_file(folder: Path) -> None:
    (folder / "company").write_text("x")


def a_pipe(folder: Path) -> None:
    (folder / "company").mkdir()
    os.mkfifo(folder / "company" / "processctl.yaml")


USES = [
    (cycle, "PC010", "company/processctl.yaml"),
    (cycle_of_three, "PC010", "division/processctl.yaml"),
    (itself, "PC010", "sales/processctl.yaml"),
    (out_of_the_repository, "PC009", "sales/processctl.yaml"),
    (a_link_in_a_circle, "PC006", "sales/processctl.yaml"),
    (no_workspace, "PC006", "sales/processctl.yaml"),
    (a_file, "PC006", "sales/processctl.yaml"),
    (a_pipe, "PC006", "company/processctl.yaml"),
]


@pytest.mark.parametrize(("make", "code", "file"), USES, ids=[make.__name__ for make, *_ in USES])
def test_uses_that_lead_nowhere_good(make: Any, code: str, file: str, tmp_path: Path) -> None:
    """And what seems unknown may stand there, so nothing else is said."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init")
    write(starter(folder / "sales", behind="uses: [../company]\n"), more=USES_JIM)
    make(folder)
    done = run("lint", "sales", "--format", "json", cwd=folder, timeout=20)
    (workspace,) = done.report["workspaces"]
    assert done.status == 1
    assert [(one, where) for one, where, _ in told(workspace)] == [(code, file)]


PATHS = [
    "/etc",
    "../../..",
    "..\\\\..",
    "''",
    "~",
    "7",
    "[a]",
    "{a: b}",
    '"\\0"',
    '"a\\nb"',
    "a" * 300,
    "🚀",
    "'*'",
    "$HOME",
]


@pytest.mark.parametrize("path", PATHS)
def test_paths_of_uses_that_are_none(path: str, tmp_path: Path) -> None:
    starter(tmp_path / "sales", behind=f"uses: [{path}]\n")
    done = run("lint", "sales", "--format", "json", cwd=tmp_path)
    (code,) = done.codes
    assert code in ("PC003", "PC006", "PC009", "PC010")
    assert done.status == 1


# One broken file


def test_one_broken_file_does_not_stop_the_others(tmp_path: Path) -> None:
    """Its own trouble and what is missing elsewhere are told; what may stand in it is not."""
    starter(tmp_path, NO_OWNER, ("    chair: growth_lead\n", "    chair: chairman\n"))
    write(tmp_path, broken=BROKEN)
    workspace = linted(tmp_path)
    codes = [code for code, *_ in told(workspace)]
    assert sorted(codes) == ["PC001", "PC201"]
    (tmp_path / "broken.yaml").unlink()
    assert sorted(code for code, *_ in told(linted(tmp_path))) == ["PC101", "PC201"]


BROKEN_FILES = {
    "no YAML": BROKEN,
    "Latin-1": "teams: {a: {name: \xe4}}\n".encode("latin-1"),
    "a Python object": "people: {jim: !!python/object:os.system x}\n",
    "two documents": "teams: {}\n---\nteams: {}\n",
    "too deep": "teams: " + "[" * 100,
    "a wrong form": "people: {jim: {name: [x]}}\n",
}


@pytest.mark.parametrize("text", BROKEN_FILES.values(), ids=BROKEN_FILES)
def test_whatever_breaks_a_file_is_one_finding(text: str | bytes, tmp_path: Path) -> None:
    write(starter(tmp_path, NO_OWNER), broken=text, more=USES_JIM)
    workspace = linted(tmp_path)
    in_broken = [code for code, file, _ in told(workspace) if file == "broken.yaml"]
    assert len([code for code in in_broken if code.startswith("PC0")]) == 1
    # What was read of the file may have no use.
    assert {code for code in in_broken if not code.startswith("PC0")} <= {"PC209"}
    assert [code for code, file, _ in told(workspace) if file != "broken.yaml"] == ["PC201"]


def test_more_files_than_are_read(tmp_path: Path) -> None:
    starter(tmp_path)
    for n in range(12):
        (tmp_path / f"f{n}.yaml").write_text("a: 1\n")
    done = call("lint", "--limit", "files=11", "--format", "json", cwd=tmp_path)
    assert (done.status, done.codes) == (1, ["PC005"])
    assert call("lint", "--limit", "files=12", cwd=tmp_path).status == 0


def test_ids_declared_in_two_files(tmp_path: Path) -> None:
    write(
        starter(tmp_path),
        more="people: {anna: {}}\nroles: {ben: {held_by: [sara]}}\nprocess: {id: x}\n",
    )
    workspace = linted(tmp_path)
    assert [code for code, *_ in told(workspace)] == ["PC007"] * 3
    for one in workspace["findings"]:
        assert one["location"]["file"] == "more.yaml"
        assert [related["location"]["file"] for related in one["related"]] == ["processctl.yaml"]
