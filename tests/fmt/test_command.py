"""``processctl fmt`` as people and programs call it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from processctl.fmt import document, files
from processctl.fmt.document import format_text
from processctl.fmt.printer import print_document
from processctl.reading.limits import Limits
from tests.cli.program import call, files_below, git, needed, run, starter, write

UGLY = "teams:\n  post: # by letter\n      lead:   'sales_lead'\n      name: Post\n"
NEAT = "teams:\n  post:  # by letter\n    name: Post\n    lead: sales_lead\n"
BROKEN = "teams:\n  a: {name: A}\n  a: {name: B}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with one file that is not formatted."""
    return write(starter(tmp_path / "care"), more=UGLY)


def test_formats_a_workspace(folder: Path) -> None:
    marker = (folder / "processctl.yaml").read_bytes()
    done = run("fmt", cwd=folder)
    assert (done.status, done.err) == (0, "")
    assert done.out == 'Reformatted: "more.yaml"\n1 file reformatted, 1 file left unchanged.\n'
    assert (folder / "more.yaml").read_text() == NEAT
    assert (folder / "processctl.yaml").read_bytes() == marker
    again = call("fmt", cwd=folder)
    assert again.out == "0 files reformatted, 2 files left unchanged.\n"
    assert again.status == 0


def test_in_finnish(folder: Path) -> None:
    done = call("fmt", "--check", "--lang", "fi", cwd=folder)
    assert done.out == (
        'Muotoiltaisiin: "more.yaml"\n1 tiedosto muotoiltaisiin, 1 tiedosto on jo kunnossa.\n'
    )
    done = call("fmt", cwd=folder, env={"LC_ALL": "fi_FI.UTF-8"})
    assert done.out == 'Muotoiltu: "more.yaml"\n1 tiedosto muotoiltu, 1 tiedosto oli jo kunnossa.\n'


def test_check_writes_nothing_and_exits_with_1(folder: Path) -> None:
    before = files_below(folder)
    done = call("fmt", "--check", cwd=folder)
    assert done.status == 1
    assert 'Would be reformatted: "more.yaml"' in done.out
    assert "1 file would be reformatted, 1 file would be left unchanged." in done.out
    assert files_below(folder) == before
    call("fmt", cwd=folder)
    assert call("fmt", "--check", cwd=folder).status == 0


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["", "# no line end"])
def test_a_diff_can_be_applied(folder: Path, end: str, last: str) -> None:
    file = folder / "more.yaml"
    file.write_bytes((UGLY + last).replace("\n", end).encode())
    git(folder, "init")
    before = files_below(folder)
    done = run("fmt", "--diff", cwd=folder)
    assert done.status == 1
    assert done.err == "1 file would be reformatted, 1 file would be left unchanged.\n"
    assert files_below(folder) == before
    patch = done.out.encode()
    applied = subprocess.run(
        [needed("git", "install it"), "apply", "--whitespace=nowarn"],
        cwd=folder, input=patch, check=False, capture_output=True,
    )  # fmt: skip
    assert applied.returncode == 0, applied.stderr
    wanted = format_text((UGLY + last).replace("\n", end))
    assert isinstance(wanted, document.Formatted)
    assert file.read_bytes() == wanted.text.encode()
    clean = run("fmt", "--diff", cwd=folder)
    assert (clean.status, clean.out) == (0, "")


def test_a_diff_is_in_colour_on_a_terminal(folder: Path) -> None:
    script = needed("script", "apt-get install bsdutils")
    command = f"{sys.executable} -m processctl fmt --diff"
    done = subprocess.run(
        [script, "-qec", command, "/dev/null"], cwd=folder, capture_output=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode == 1
    assert b"\x1b[32m+    name: Post\x1b[0m" in done.stdout


def test_standard_input(folder: Path) -> None:
    done = run("fmt", "-", "--stdin-filename", "more.yaml", cwd=folder, stdin=UGLY.encode())
    assert (done.status, done.out, done.err) == (0, NEAT, "")
    assert (folder / "more.yaml").read_text() == UGLY
    assert call("fmt", "-", cwd=folder, stdin=NEAT.encode()).out == NEAT
    checked = call("fmt", "-", "--check", cwd=folder, stdin=UGLY.encode())
    assert (checked.status, checked.out) == (1, 'Would be reformatted: "-"\n')
    marked = run(
        "fmt", "-", cwd=folder, stdin=b"\xef\xbb\xbf" + UGLY.replace("\n", "\r\n").encode()
    )
    assert marked.out == "\ufeff" + NEAT.replace("\n", "\r\n")


def test_standard_input_of_another_tool_goes_through(folder: Path) -> None:
    other = "services:   {web:    {image: x}}\n"
    done = call("fmt", "-", "--stdin-filename", "compose.yaml", cwd=folder, stdin=other.encode())
    assert (done.status, done.out) == (0, other)


def test_standard_input_that_cannot_be_read(folder: Path) -> None:
    done = call("fmt", "-", "--stdin-filename", "more.yaml", cwd=folder, stdin=BROKEN.encode())
    assert (done.status, done.out) == (2, "")
    assert "more.yaml:3:3: error:" in done.err
    assert "[PC002 duplicate-key]" in done.err
    assert call("fmt", "-", "more.yaml", cwd=folder).status == 2


def test_a_file_alone_and_files_of_others(folder: Path) -> None:
    write(folder, also=UGLY.replace("post", "mail"), mkdocs="site_name:   x\n")
    write(folder.parent, outside="a:   b\n")
    done = call("fmt", "more.yaml", "mkdocs.yaml", "../outside.yaml", cwd=folder)
    assert done.status == 0
    assert done.out == (
        'Reformatted: "more.yaml"\n'
        "1 file reformatted, 0 files left unchanged, 2 files of other tools passed over.\n"
    )
    assert (folder / "also.yaml").read_text() == UGLY.replace("post", "mail")
    assert (folder / "mkdocs.yaml").read_text() == "site_name:   x\n"
    # A folder stands for the workspace, whatever file of it is named besides.
    assert (
        "1 file reformatted, 2 files left unchanged"
        in call("fmt", "more.yaml", ".", cwd=folder).out
    )


def test_what_is_excluded_ignored_or_only_used_is_not_touched(tmp_path: Path) -> None:
    git(tmp_path, "init")
    shared = write(
        tmp_path / "shared", processctl="processctl: 1\nteams: {s: {name:   S}}\n", more=UGLY
    )
    own = tmp_path / "own"
    write(own, processctl='processctl: 1\nuses:   [ "../shared" ]\nexclude: ["drafts/**"]\n',
          ignored=UGLY.replace("post", "i"))  # fmt: skip
    write(own / "drafts", draft=UGLY.replace("post", "d"))
    write(own / "inner", processctl="processctl:   1\n")
    (own / ".gitignore").write_text("ignored.yaml\n")
    before = files_below(tmp_path)
    done = call("fmt", "own/processctl.yaml", cwd=tmp_path)
    assert "1 file reformatted" in done.out
    assert (own / "processctl.yaml").read_text() == (
        'processctl: 1\nuses: ["../shared"]\nexclude: ["drafts/**"]\n'
    )
    changed = {name for name, content in files_below(tmp_path).items() if before[name] != content}
    assert changed == {"own/processctl.yaml"}
    assert files_below(shared)["more.yaml"] == UGLY.encode()
    # Below the folder lies another workspace, which a folder stands for as well.
    assert "1 file reformatted, 1 file left unchanged." in call("fmt", "own", cwd=tmp_path).out


def test_what_cannot_be_read_is_told_and_left_alone(folder: Path) -> None:
    write(folder, broken=BROKEN, tagged="stages:\n  a: {when: !ready}\n", torn="stages: [\n")
    before = files_below(folder)
    done = call("fmt", cwd=folder)
    assert done.status == 2
    assert "broken.yaml:3:3: error: " in done.err
    assert "refused-yaml-feature]" in done.err
    assert "torn.yaml:" in done.err
    assert "1 file reformatted, 1 file left unchanged, 3 files not formatted." in done.out
    after = files_below(folder)
    assert {name for name in after if after[name] != before[name]} == {"more.yaml"}
    alone = call("fmt", "more.yaml", cwd=folder)
    assert (alone.status, alone.err) == (0, "")
    finnish = call("fmt", "broken.yaml", "--lang", "fi", cwd=folder)
    assert finnish.status == 2
    assert "virhe" in finnish.err
    assert "1 tiedosto jäi muotoilematta." in finnish.out


def test_what_is_merely_wrong_is_formatted(folder: Path) -> None:
    write(folder, more="stages:\n  a: {onwer:   nobody, exits:   [{to: nowhere}]}\n")
    assert call("fmt", cwd=folder).status == 0
    assert (folder / "more.yaml").read_text() == (
        "stages:\n  a: {exits: [{to: nowhere}], onwer: nobody}\n"
    )


@pytest.mark.parametrize(
    "marker",
    ["processctl: 2\nteams:   {}\n", "- 1\n", "", "processctl: 1\nprocessctl: 1\n", "{{\n"],
)
def test_a_marker_file_that_cannot_be_read(tmp_path: Path, marker: str) -> None:
    write(tmp_path, processctl=marker, more=UGLY)
    done = call("fmt", "processctl.yaml", cwd=tmp_path)
    assert done.status == 2
    assert "processctl.yaml:" in done.err
    assert (tmp_path / "processctl.yaml").read_text() == marker


def test_a_file_that_may_be_another_tool_s_is_left_alone(folder: Path) -> None:
    write(folder, nearly="stagess:   {a: {name: A}}\n")
    assert call("fmt", cwd=folder).status == 0
    assert (folder / "nearly.yaml").read_text() == "stagess:   {a: {name: A}}\n"


def test_mark_line_ends_mode_and_link_stay(folder: Path) -> None:
    real = folder / "real.txt"
    real.write_bytes(b"\xef\xbb\xbf" + UGLY.replace("post", "x").replace("\n", "\r\n").encode())
    real.chmod(0o640)
    (folder / "link.yaml").symlink_to("real.txt")
    (folder / "twice.yaml").symlink_to("real.txt")
    done = call("fmt", "link.yaml", "twice.yaml", cwd=folder)
    assert done.status == 0
    assert "1 file reformatted, 0 files left unchanged." in done.out
    neat = NEAT.replace("post", "x").replace("\n", "\r\n").encode()
    assert real.read_bytes() == b"\xef\xbb\xbf" + neat
    assert real.stat().st_mode & 0o7777 == 0o640
    assert (folder / "link.yaml").is_symlink()
    assert (folder / "link.yaml").readlink() == Path("real.txt")
    assert sorted(path.name for path in folder.iterdir()) == [
        "link.yaml", "more.yaml", "processctl.yaml", "real.txt", "twice.yaml",
    ]  # fmt: skip


def test_a_file_that_may_not_be_written(folder: Path) -> None:
    (folder / "more.yaml").chmod(0o444)
    done = run("fmt", cwd=folder, powerless=True)
    assert done.status == 2
    assert '"more.yaml" cannot be written: it is read-only.' in done.err
    assert "0 files reformatted, 1 file left unchanged, 1 file not formatted." in done.out
    assert (folder / "more.yaml").read_text() == UGLY


def test_a_folder_that_may_not_be_written(folder: Path) -> None:
    folder.chmod(0o555)
    done = run("fmt", cwd=folder, powerless=True)
    folder.chmod(0o755)
    assert done.status == 2
    assert '"more.yaml" cannot be written: Permission denied.' in done.err
    assert files_below(folder)["more.yaml"] == UGLY.encode()
    assert sorted(path.name for path in folder.iterdir()) == ["more.yaml", "processctl.yaml"]


def test_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "more.yaml").chmod(0)
    done = run("fmt", cwd=folder, powerless=True)
    assert done.status == 2
    assert "You have no permission to read this file." in done.err
    assert "0 files reformatted, 1 file left unchanged, 1 file not formatted." in done.out


def test_a_file_that_changes_meanwhile(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / "more.yaml"
    really = files.format_bytes

    def slowly(content: bytes, path: Path, limits: Limits) -> object:
        if path.name == file.name:
            file.write_text(UGLY + "# somebody writes\n")
        return really(content, path, limits)

    monkeypatch.setattr(files, "format_bytes", slowly)
    done = call("fmt", cwd=folder)
    assert done.status == 2
    assert "has changed while it was being formatted" in done.err
    assert file.read_text() == UGLY + "# somebody writes\n"


def test_a_fault_of_ours_is_told_and_nothing_is_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        document, "print_document", lambda tree: print_document(tree).replace("  # by letter", "")
    )
    before = files_below(folder)
    done = call("fmt", cwd=folder)
    assert done.status == 3
    assert '"more.yaml" was left as it is' in done.err
    assert "a comment would be lost" in done.err
    assert files_below(folder) == before
    finnish = call("fmt", "--lang", "fi", cwd=folder)
    assert "jokin kommentti katoaisi" in finnish.err


def test_deep_and_large_files(tmp_path: Path) -> None:
    deep = (
        "x_deep:\n" + "".join(" " * n + f"- # {n}\n" for n in range(1, 190)) + " " * 190 + "- end\n"
    )
    write(tmp_path, processctl="processctl: 1\n" + deep)
    assert call("fmt", cwd=tmp_path).status == 2
    done = run("fmt", "--limit", "depth=200", cwd=tmp_path)
    assert done.status == 0, done.err
    flow = (
        "processctl: 1\nx_deep: " + "[" * 190 + "]" * 190 + "\nx_wide: [" + "a, " * 20_000 + "b]\n"
    )
    write(tmp_path, processctl=flow)
    assert run("fmt", "--limit", "depth=200", cwd=tmp_path).status == 0


@pytest.mark.parametrize("arguments", [["nowhere"], ["--stdin-filename", "x"], ["--lang", "sv"]])
def test_wrong_usage(folder: Path, arguments: list[str]) -> None:
    assert call("fmt", *arguments, cwd=folder).status == 2
