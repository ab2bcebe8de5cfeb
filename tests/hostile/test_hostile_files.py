"""What is no process: one clear error at its place, quickly, and nothing written."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cli.program import NO_OWNER, STARTER, call, files_below, git, run, starter, write

MIB = 1024 * 1024


class Case(NamedTuple):
    """How the trouble is made, the code that tells it, where, and words of the message."""

    make: Callable[[Path], object]
    code: str
    place: str
    words: str


def marker(content: str | bytes) -> Callable[[Path], Path]:
    return lambda folder: write(folder, processctl=content)


def beside(content: str | bytes) -> Callable[[Path], Path]:
    """In a file beside a clean process."""
    return lambda folder: write(starter(folder), more=content)


def link(name: str, target: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        if name != "processctl.yaml":
            starter(folder)
        (folder / name).symlink_to(target)

    return make


def pipe(name: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        if name != "processctl.yaml":
            starter(folder)
        os.mkfifo(folder / name)

    return make


def a_socket(folder: Path) -> None:
    starter(folder)
    here = Path.cwd()
    os.chdir(folder)  # a socket's whole path has to be short
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("x.yaml")
    finally:
        os.chdir(here)


def a_folder_as_marker(folder: Path) -> None:
    (folder / "processctl.yaml").mkdir()


def too_large(folder: Path) -> None:
    with (starter(folder) / "more.yaml").open("wb") as file:
        file.write(b"teams:\n")
        file.truncate(100 * MIB)


ALIASES = "\n".join(
    ["x_0: &a0 [x, x, x, x, x, x, x, x, x]"]
    + [f"x_{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
)
EMPTY = "This file is empty."
NO_MAP = 'This file is no map of sections ("key: value").'

CASES = {
    "an empty file": Case(marker(""), "PC003", "processctl.yaml:1:1", EMPTY),
    "spaces and comments": Case(marker("\n  \n# hello\n"), "PC003", "processctl.yaml:1:1", EMPTY),
    "a document of nothing": Case(marker("---\n"), "PC003", "processctl.yaml:1:1", EMPTY),
    "an empty map": Case(marker("{}"), "PC003", "processctl.yaml:1:1", "which version"),
    "a list": Case(marker("- a\n- b\n"), "PC003", "processctl.yaml:1:1", NO_MAP),
    "one word": Case(marker("hello"), "PC003", "processctl.yaml:1:1", NO_MAP),
    "no YAML": Case(marker("processctl: 1\nstages: {\n  a: b c: d\n"), "PC001", "processctl.yaml:2:9", "never closed"),
    "a text of another kind": Case(marker("<html>\n<body class='x'>\n\t<p>\n"), "PC003", "processctl.yaml:1:1", NO_MAP),
    "binary": Case(marker(bytes(range(256)) * 9), "PC006", "processctl.yaml:1:1", "no text file"),
    "a sign that YAML forbids": Case(marker("processctl: 1\n# \x07\n"), "PC001", "processctl.yaml:2:3", "U+0007"),
    "Latin-1": Case(marker("processctl: 1\n# \xe4\n".encode("latin-1")), "PC006", "processctl.yaml:1:1", "line 2"),
    "UTF-16": Case(marker("processctl: 1\n".encode("utf-16")), "PC006", "processctl.yaml:1:1", "no text file"),
    "half a sign": Case(beside("teams: {}\n# é".encode()[:-1]), "PC006", "more.yaml:1:1", "line 2"),
    "a file over the limit": Case(beside("#" * (4 * MIB + 1)), "PC005", "more.yaml:1:1", "up to 4194304"),
    "a huge file": Case(too_large, "PC005", "more.yaml:1:1", "104857600 bytes"),
    "aliases of aliases": Case(marker(f"processctl: 1\n{ALIASES}\n"), "PC005", "processctl.yaml:", "aliases"),
    "aliases of aliases beside": Case(beside(f"teams: {{}}\n{ALIASES}\n"), "PC005", "more.yaml:", "aliases"),
    "an alias in itself": Case(marker("processctl: 1\nx_a: &a [*a]\n"), "PC008", "processctl.yaml:2:10", "inside what"),
    "brackets without end": Case(marker("processctl: 1\nx_a: " + "[" * MIB), "PC005", "processctl.yaml:2:", "64 deep"),
    "braces without end": Case(marker("processctl: 1\nx_a: " + "{a: " * (MIB - 10)), "PC005", "processctl.yaml:2:", "64 deep"),
    "dashes without end": Case(marker("processctl: 1\nx_a:\n" + "- " * MIB), "PC005", "processctl.yaml:3:", "64 deep"),
    "question marks without end": Case(marker("? " * 300_000), "PC005", "processctl.yaml:1:", "64 deep"),
    "steps without end": Case(
        marker("processctl: 1\n" + "".join(f"{' ' * n}x_{n}:\n" for n in range(500))),
        "PC005", "processctl.yaml:66:65", "64 deep",
    ),
    "a Python object": Case(marker("processctl: 1\nx_a: !!python/object:os.system x\n"), "PC008", "processctl.yaml:2:6", "python"),
    "a Python call": Case(
        marker("processctl: 1\nx_a: !!python/object/apply:os.system ['touch pwned']\n"),
        "PC008", "processctl.yaml:2:6", "python",
    ),
    "a tag at the top": Case(marker("!!python/name:os.system\nprocessctl: 1\n"), "PC008", "processctl.yaml:1:1", "python"),
    "a second document": Case(marker("processctl: 1\n---\nprocessctl: 1\n"), "PC008", "processctl.yaml:2:1", "second document"),
    "a map as a key": Case(marker("processctl: 1\nx_a: {{a: 1}: 2}\n"), "PC008", "processctl.yaml:2:", "one word"),
    "a newer version": Case(marker("processctl: 2\nfuture: [{]}\n".replace("[{]}", "[]")), "PC004", "processctl.yaml:1:13", "version 2"),
    "version nought": Case(marker("processctl: 0\n"), "PC003", "processctl.yaml:1:13", "number 1"),
    "version true": Case(marker("processctl: true\n"), "PC003", "processctl.yaml:1:13", "number 1"),
    "version one as text": Case(marker("processctl: 'one'\n"), "PC003", "processctl.yaml:1:13", "number 1"),
    "version of many digits": Case(marker(f"processctl: {'9' * 4000}\n"), "PC003", "processctl.yaml:1:13", "number 1"),
    "a list for a version": Case(marker("processctl: [1]\n"), "PC003", "processctl.yaml:1:13", "number 1"),
    "a folder as marker": Case(a_folder_as_marker, "PC006", "processctl.yaml:1:1", "This is a folder"),
    "a dangling link": Case(link("x.yaml", "gone"), "PC006", "x.yaml:1:1", "points to nothing"),
    "a dangling marker": Case(link("processctl.yaml", "gone"), "PC006", "processctl.yaml:1:1", "points to nothing"),
    "a link to itself": Case(link("x.yaml", "x.yaml"), "PC006", "x.yaml:1:1", "circle"),
    "a link to a device": Case(link("x.yaml", "/dev/zero"), "PC006", "x.yaml:1:1", "out of the repository"),
    "a link to a secret": Case(link("x.yaml", "/etc/passwd"), "PC006", "x.yaml:1:1", "out of the repository"),
    "a marker that is a secret": Case(
        link("processctl.yaml", "/etc/passwd"), "PC006", "processctl.yaml:1:1", "out of the repository"
    ),
    "a pipe": Case(pipe("x.yaml"), "PC006", "x.yaml:1:1", "a pipe or a device"),
    "a pipe as marker": Case(pipe("processctl.yaml"), "PC006", "processctl.yaml:1:1", "a pipe or a device"),
    "a socket": Case(a_socket, "PC006", "x.yaml:1:1", "a pipe or a device"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_one_clear_error_and_nothing_written(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "repository" / "ours"
    folder.mkdir(parents=True)
    case.make(folder)
    before = sorted(tmp_path.rglob("*"))
    begun = time.monotonic()
    done = run("lint", "ours", "--quiet", cwd=folder.parent, timeout=30)
    assert time.monotonic() - begun < 10
    assert (done.status, done.err) == (1, "")
    told = [line for line in done.out.splitlines() if line.startswith("ours/")]
    assert len(told) == 1, done.out
    assert told[0].startswith(f"ours/{case.place}")
    assert f"[{case.code} " in told[0]
    assert case.words in told[0]
    assert len(done.out) < 2_000
    assert sorted(tmp_path.rglob("*")) == before


def test_the_same_when_drawn(tmp_path: Path) -> None:
    write(tmp_path, processctl=f"processctl: 1\n{ALIASES}\n")
    done = run("render", "-o", "x.svg", cwd=tmp_path)
    assert (done.status, done.out) == (1, "")
    assert "PC005" in done.err
    assert list(files_below(tmp_path)) == ["processctl.yaml"]


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """A sparse file of a terabyte is refused by its size alone."""
    with (starter(tmp_path) / "more.yaml").open("wb") as file:
        file.truncate(1024 * 1024 * MIB)
    begun = time.monotonic()
    assert call("lint", "--format", "json", cwd=tmp_path).codes == ["PC005"]
    assert time.monotonic() - begun < 5


def test_files_that_may_not_be_read(tmp_path: Path) -> None:
    write(starter(tmp_path), more="systems: {erp: {owner: sales_lead}}\n")
    (tmp_path / "more.yaml").chmod(0)
    done = run("lint", "--quiet", cwd=tmp_path, powerless=True)
    assert done.status == 1
    first = (
        "more.yaml:1:1: error: You have no permission to read this file. [PC006 unreadable-file]"
    )
    assert done.out.splitlines()[0] == first
    (tmp_path / "processctl.yaml").chmod(0)
    again = run("lint", "--quiet", cwd=tmp_path, powerless=True)
    assert again.out.splitlines()[0] == first.replace("more", "processctl")


def test_folders_that_may_not_be_looked_into(tmp_path: Path) -> None:
    """What is in there could hold what seems to be missing; what git ignores is nobody's."""
    starter(
        tmp_path, ("  crm:\n    name: CRM\n    owner: sales_lead\n", "  crm:\n    owner: nobody\n")
    )
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    done = run("lint", "--format", "json", cwd=tmp_path, powerless=True)
    assert (done.status, done.codes) == (1, ["PC006"])
    finding = done.report["workspaces"][0]["findings"][0]
    assert finding["location"]["file"] == "closed"
    assert finding["message"] == "You have no permission to look into this folder."
    git(tmp_path, "init")
    (tmp_path / ".gitignore").write_text("closed/\n")
    assert run("lint", "--format", "json", cwd=tmp_path, powerless=True).codes == ["PC101"]
    closed.chmod(0o755)


def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    starter(tmp_path)
    tmp_path.chmod(0o555)
    done = run("lint", cwd=tmp_path, powerless=True)
    drawn = run("render", cwd=tmp_path, powerless=True)
    tmp_path.chmod(0o755)
    assert (done.status, done.err, drawn.status, drawn.err) == (0, "", 0, "")
    assert list(files_below(tmp_path)) == ["processctl.yaml"]


def test_nothing_is_run(tmp_path: Path) -> None:
    """Tags that make other programs run something."""
    starter(tmp_path, behind="x_a: !!python/object/apply:os.mkdir [pwned]\n")
    run("lint", cwd=tmp_path)
    run("render", "-o", "x.dot", cwd=tmp_path)
    assert not (tmp_path / "pwned").exists()


def test_a_folder_with_the_name_of_a_file_is_a_folder(tmp_path: Path) -> None:
    write(
        starter(tmp_path) / "stages.yaml",
        more="improvements: {erp: {says: A new ERP, owner: nobody}}\n",
    )
    done = call("lint", "--format", "json", cwd=tmp_path)
    assert done.codes == ["PC101"]
    assert (
        done.report["workspaces"][0]["findings"][0]["location"]["file"] == "stages.yaml/more.yaml"
    )


@pytest.mark.parametrize("newline", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(
    newline: str, mark: str, tmp_path: Path
) -> None:
    text = STARTER.replace(*NO_OWNER)
    write(tmp_path, processctl=mark + text.replace("\n", newline))
    done = call("lint", "--format", "json", cwd=tmp_path)
    (finding,) = done.report["workspaces"][0]["findings"]
    line = text.split("  in_sales:")[0].count("\n") + 1
    assert (finding["code"], finding["location"]["start"]) == ("PC201", {"line": line, "column": 3})
    shown = call("lint", cwd=tmp_path).out.splitlines()
    assert shown[1:3] == [f"{line:>5} |   in_sales:", "      |   ^^^^^^^^"]


def test_without_git_nothing_breaks(tmp_path: Path) -> None:
    git(tmp_path, "init")
    (tmp_path / ".gitignore").write_text("draft.yaml\n")
    write(starter(tmp_path), draft="stages: {draft: {}}\n")
    assert run("lint", cwd=tmp_path).status == 0
    done = run("lint", "--format", "json", cwd=tmp_path, env={"PATH": ""})
    assert done.status == 1
    assert {f["element"] for f in done.report["workspaces"][0]["findings"]} == {"stages.draft"}
