"""``render``: what is drawn where, and what is never overwritten."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pypdf
import pytest

from tests.cli.program import STARTER, call, files_below, run, starter, write

BEGINNINGS = {
    ".svg": b"<?xml",
    ".png": b"\x89PNG\r\n",
    ".pdf": b"%PDF-1.",
    ".dot": b"// made by processctl\n",
    ".mmd": b"%% made by processctl\n",
    ".bpmn": b"<?xml",
}


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_every_ending_is_drawn(ending: str, tmp_path: Path) -> None:
    starter(tmp_path / "ours")
    done = run("render", "ours", "-o", f"journey{ending}", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "", "")
    drawn = (tmp_path / f"journey{ending}").read_bytes()
    assert drawn.startswith(BEGINNINGS[ending])
    assert sorted(files_below(tmp_path)) == [f"journey{ending}", "ours/processctl.yaml"]
    assert call("render", "ours", "-o", f"again{ending}", cwd=tmp_path).status == 0
    assert (tmp_path / f"again{ending}").read_bytes() == drawn


def test_without_a_file_dot_is_written_to_standard_output(tmp_path: Path) -> None:
    starter(tmp_path)
    call("render", "-o", "x.dot", cwd=tmp_path)
    done = run("render", cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert done.out == (tmp_path / "x.dot").read_text(encoding="utf-8")
    assert "digraph" in done.out


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_strangers_files_stay(ending: str, tmp_path: Path) -> None:
    target = starter(tmp_path) / f"journey{ending}"
    for content in (b"", b"mine", b"mine, not made by processctl", BEGINNINGS[ending][:5]):
        target.write_bytes(content)
        done = call("render", "-o", target.name, cwd=tmp_path)
        assert (done.status, done.out) == (2, "")
        assert "--force replaces it." in done.err
        assert target.read_bytes() == content
    assert call("render", "-o", target.name, "--force", cwd=tmp_path).status == 0
    assert target.read_bytes().startswith(BEGINNINGS[ending])


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_our_own_drawing_is_replaced(ending: str, tmp_path: Path) -> None:
    target = starter(tmp_path) / f"journey{ending}"
    call("render", "-o", target.name, cwd=tmp_path)
    first = target.read_bytes()
    target.chmod(0o640)
    starter(tmp_path, ("    name: In sales\n", "    name: In the hands of sales\n"))
    assert call("render", "-o", target.name, cwd=tmp_path).status == 0
    assert target.read_bytes() != first
    assert target.stat().st_mode & 0o777 == 0o640


WRONG = [
    (["-o", "journey.pdx"], 'The ending ".pdx" says nothing of a drawing; there are .svg, .png'),
    (["-o", "x.mmd", "--theme", "dark"], "leave --theme out"),
    (["-o", "x.svg", "--paper", "a4"], "Paper is for PDF"),
    (["--paper", "wall"], 'leave "--paper wall" out'),
    (["-o", "x.pdf", "--paper", "a5"], "'a5' is not one of 'a4', 'a3', 'wall'"),
    (["-o", "x.svg", "--theme", "blue"], "'blue' is not one of 'light', 'dark'"),
    (["-o", "x.png", "--link-base", "site"], "A PNG picture has no links"),
    (
        ["-o", "x.svg", "--link-base", "javascript:alert(1)"],
        'cannot stand below "javascript:alert(1)"',
    ),
    (["-o", "x.svg", "--link-base", ""], 'Pages cannot stand below ""'),
    (["-o", "x.pdf", "--link-base", "../site"], 'nothing leads to "../site"'),
    (["-o", "journey"], 'The ending "" says nothing'),
    (["-o", "journey.SVG.gz"], 'The ending ".gz"'),
    (["-o", "folder.svg"], '"folder.svg" is a folder; name a file.'),
    (["-o", "folder.svg", "--force"], '"folder.svg" is a folder; name a file.'),
    (["-o", "gone/journey.svg"], 'There is no folder "gone".'),
    (["-o", "link.svg"], "--force replaces it."),
    (["nowhere"], '"nowhere" does not exist.'),
    (["other"], 'There is no processctl.yaml in "other"'),
    (["several"], "Here are several workspaces (several/a, several/b): name one of them."),
    (["other/mkdocs.yml"], '"other/mkdocs.yml" belongs to no workspace'),
    (["ours", "ours"], "unexpected extra argument"),
]


@pytest.mark.parametrize(("options", "words"), WRONG)
def test_wrong_usage(options: list[str], words: str, tmp_path: Path) -> None:
    starter(tmp_path / "ours")
    starter(tmp_path / "several" / "a")
    starter(tmp_path / "several" / "b")
    (tmp_path / "folder.svg").mkdir()
    (tmp_path / "link.svg").symlink_to("gone.svg")
    write(tmp_path / "other")
    (tmp_path / "other" / "mkdocs.yml").write_text("site_name: x\n")
    before = files_below(tmp_path)
    place = [] if options[0] != "-o" else ["ours"]
    done = call("render", *place, *options, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert files_below(tmp_path) == before


def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    starter(tmp_path / "ours")
    (tmp_path / "closed").mkdir(mode=0o555)
    done = run("render", "ours", "-o", "closed/x.svg", cwd=tmp_path, powerless=True)
    assert done.status == 2
    assert done.err == 'Error: "closed/x.svg" cannot be written: Permission denied.\n'
    assert list((tmp_path / "closed").iterdir()) == []


def test_a_file_that_may_not_be_read_is_somebody_elses(tmp_path: Path) -> None:
    starter(tmp_path)
    (tmp_path / "x.svg").write_text("secret")
    (tmp_path / "x.svg").chmod(0)
    done = run("render", "-o", "x.svg", cwd=tmp_path, powerless=True)
    assert (done.status, "--force replaces it." in done.err) == (2, True)
    assert (tmp_path / "x.svg").read_text() == "secret"


@pytest.mark.parametrize("ending", [".svg", ".png", ".dot"])
@pytest.mark.parametrize("program", ["/nowhere/dot", "/bin/false", "/bin/true", "/"])
def test_a_graphviz_that_is_none_gives_one_honest_error(
    ending: str, program: str, tmp_path: Path
) -> None:
    """The processes differ in size: a program may be gone before it was told all."""
    stages = "".join(f"  more_{n}: {{name: More {n}, owner: sales_rep}}\n" for n in range(200))
    starter(tmp_path, ("\nfeedback:\n", f"{stages}\nfeedback:\n"))
    done = run("render", "-o", f"x{ending}", "--dot", program, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Error: Graphviz ")
    assert program in done.err
    assert len(done.err.splitlines()) == 1
    assert not (tmp_path / f"x{ending}").exists()


def texts(file: Path) -> set[str]:
    tree = ET.fromstring(file.read_bytes())  # noqa: S314 - our own drawing
    return {"".join(node.itertext()) for node in tree.iter("{http://www.w3.org/2000/svg}text")}


def test_the_language_of_a_drawing(tmp_path: Path) -> None:
    """What is asked for, else the process's first language; never the locale."""
    named = ("    name: In sales\n", "    name: {en: In sales, fi: Myynnissä}\n")
    starter(tmp_path / "en", named)
    starter(tmp_path / "fi", named, ("  languages: [en]\n", "  languages: [fi, en]\n"))
    env = {"LC_ALL": "fi_FI.UTF-8"}
    for place, options, word in (
        ("en", [], "In sales"),
        ("fi", [], "Myynnissä"),
        ("en", ["--lang", "fi"], "Myynnissä"),
        ("fi", ["--lang", "en"], "In sales"),
    ):
        assert call("render", place, "-o", "x.svg", *options, cwd=tmp_path, env=env).status == 0
        assert {"In sales", "Myynnissä"} & texts(tmp_path / "x.svg") == {word}


def test_nothing_to_draw(tmp_path: Path) -> None:
    (tmp_path / "processctl.yaml").write_text("processctl: 1\n")
    done = call("render", "-o", "x.svg", cwd=tmp_path)
    assert (done.status, done.err) == (2, "Error: There are no stages to draw.\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("processctl: 9\n" + STARTER, "version 9 of the language"),
        ("processctl: 1\nstages: [\n", "PC001"),
        ("stages", "PC003"),
        ("", "This file is empty."),
    ],
)
def test_what_cannot_be_read_is_told_instead_of_drawn(
    text: str, words: str, tmp_path: Path
) -> None:
    text = text.replace("processctl: 1\n", "", 1) if text.startswith("processctl: 9") else text
    (tmp_path / "processctl.yaml").write_text(text)
    done = run("render", "-o", "x.svg", cwd=tmp_path)
    assert (done.status, done.out) == (1, "")
    assert words in done.err
    assert not (tmp_path / "x.svg").exists()


def test_limits_hold_for_drawings_too(tmp_path: Path) -> None:
    starter(tmp_path)
    done = call("render", "--limit", "file_size=100", cwd=tmp_path)
    assert (done.status, "PC005" in done.err) == (1, True)


def test_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    """A link to the old drawing still shows the old one, whole."""
    target = starter(tmp_path) / "x.svg"
    call("render", "-o", "x.svg", cwd=tmp_path)
    (tmp_path / "old.svg").hardlink_to(target)
    before = target.read_bytes()
    starter(tmp_path, ("    name: In sales\n", "    name: In the hands of sales\n"))
    assert call("render", "-o", "x.svg", cwd=tmp_path).status == 0
    assert (tmp_path / "old.svg").read_bytes() == before
    assert target.read_bytes() != before
    assert [path.name for path in tmp_path.glob(".*")] == []


def test_settings_for_other_writers_of_pdf_change_nothing(tmp_path: Path) -> None:
    """The library that writes PDF runs what it finds in the home, and reads the environment."""
    starter(tmp_path)
    call("render", "-o", "x.pdf", cwd=tmp_path)
    home = tmp_path / "home"
    home.mkdir()
    for name in (".reportlab_settings", ".reportlab_mods"):
        (home / name).write_text("raise SystemExit('run')\n")
    (tmp_path / "reportlab_settings.py").write_text("raise SystemExit('run')\n")
    settings = {
        "HOME": str(home),
        "RL_xmlParser": "none",
        "RL_pageCompression": "1",
        "RL_invariant": "0",
    }
    done = run("render", "-o", "y.pdf", cwd=tmp_path, env=settings)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert (tmp_path / "y.pdf").read_bytes() == (tmp_path / "x.pdf").read_bytes()


def test_a_pdf_for_paper_and_with_links(tmp_path: Path) -> None:
    starter(tmp_path)
    base = "https://example.org/process/"
    done = call(
        "render",
        "-o",
        "x.pdf",
        "--paper",
        "a4",
        "--theme",
        "dark",
        "--link-base",
        base,
        cwd=tmp_path,
    )
    assert (done.status, done.out, done.err) == (0, "", "")
    page = pypdf.PdfReader(tmp_path / "x.pdf", strict=True).pages[0]
    size = sorted(float(edge) / 72 * 25.4 for edge in (page.mediabox.width, page.mediabox.height))
    assert size == pytest.approx([210, 297], abs=0.01)
    uris = {one.get_object()["/A"]["/URI"] for one in page["/Annots"]}  # type: ignore[attr-defined]  # pypdf knows no type for this
    stages = ("new_lead", "nurtured", "in_sales", "customer", "closed_lost")
    assert uris == {f"{base}stages/{stage}.html" for stage in stages}


def test_links_of_a_site_beside_the_drawing(tmp_path: Path) -> None:
    starter(tmp_path)
    call("render", "-o", "x.svg", "--link-base", "..", cwd=tmp_path)
    tree = ET.fromstring((tmp_path / "x.svg").read_bytes())  # noqa: S314 - our own drawing
    hrefs = [link.attrib["href"] for link in tree.iter("{http://www.w3.org/2000/svg}a")]
    assert hrefs
    assert all(href.startswith("../stages/") and href.endswith(".html") for href in hrefs)


@pytest.mark.parametrize(
    "options",
    [("--view", "data"), ("--findings",), ("--highlight", "new_lead"), ("--theme", "dark")],
)
def test_bpmn_has_one_view_and_one_look(options: tuple[str, ...], tmp_path: Path) -> None:
    done = call("render", "-o", "x.bpmn", *options, cwd=starter(tmp_path))
    assert (done.status, done.out) == (2, "")
    assert "BPMN shows the journey as a whole" in done.err
    assert not (tmp_path / "x.bpmn").exists()


def test_what_is_only_planned_makes_no_bpmn(tmp_path: Path) -> None:
    text = "processctl: 1\nstages: {dreamt: {status: planned}}\n"
    done = call("render", "-o", "x.bpmn", cwd=write(tmp_path, processctl=text))
    assert done.status == 2
    assert "There are no stages to draw." in done.err
