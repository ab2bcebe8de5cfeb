"""The kinds of file: safe, the same every time, and known again as ours."""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
import sys
import zlib
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from processctl.diagrams import (
    Box,
    Drawing,
    Lane,
    Line,
    Options,
    Sketch,
    is_ours,
    write_dot,
    write_mermaid,
    write_pdf,
    write_png,
    write_svg,
)
from processctl.diagrams.engine import shipped_engine
from processctl.diagrams.sketch import plain
from tests.diagrams.diagram_reader import read
from tests.diagrams.diagram_sketches import HOSTILE, at_random, funnel, hostile, loops

HERE = Path(__file__).parent


def write_sheets(drawing: Drawing, options: Options = Options(paper="a4")) -> bytes:  # noqa: B008 - as the others
    return write_pdf(drawing, options)


WRITERS = {"svg": write_svg, "png": write_png, "pdf": write_pdf, "sheets": write_sheets, "dot": write_dot,
           "mmd": write_mermaid}  # fmt: skip


@pytest.mark.parametrize("kind", WRITERS)
def test_same_bytes_whatever_the_hash_seed(kind: str) -> None:
    program = (
        "import sys; from diagram_sketches import funnel; from test_diagram_files import WRITERS;"
        f"sys.stdout.buffer.write(WRITERS[{kind!r}](funnel('fi')))"
    )
    here = WRITERS[kind](funnel("fi"))
    for seed in ("0", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(HERE)}
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, env=environment, check=True
        )
        assert done.stdout == here
        assert done.stderr == b""


@pytest.mark.parametrize("kind", WRITERS)
def test_nothing_is_printed(kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    WRITERS[kind](hostile())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("kind", WRITERS)
def test_our_files_are_known_again(kind: str) -> None:
    data = WRITERS[kind](funnel())
    assert is_ours(data)
    if kind not in ("png", "pdf", "sheets"):
        assert is_ours(data.replace(b"\n", b"\r\n"))


def test_files_of_others_are_not_ours() -> None:
    named = Sketch("made by processctl", "en", (), ())
    for data in (b"", b"<svg/>", b"digraph {}", b"\x89PNG\r\n\x1a\n" + bytes(60),
                 b"%PDF-1.4", b"%PDF-1.4\n%\xe2\xe3\n", b"%PDF-1.4\n% made by processctl\n"):  # fmt: skip
        assert not is_ours(data)
    assert is_ours(write_svg(named))
    assert not is_ours(b'digraph { a [label="made by processctl"] }\n// made by processctl\n')


def test_hostile_names_are_text_in_svg() -> None:
    data = write_svg(hostile())
    drawing = read(data)
    assert drawing.tags <= {
        "svg", "title", "desc", "metadata", "style", "g", "rect", "text", "path", "polygon",
        "circle",
    }  # fmt: skip
    titles = " ".join(part.title for part in drawing.parts["box"])
    for name in HOSTILE:
        assert plain(name) in titles
    assert b"<script" not in data
    assert b"<?php" not in data


def test_svg_speaks_to_those_who_cannot_see() -> None:
    root = ET.fromstring(write_svg(funnel("fi")))  # noqa: S314 - our own
    texts = {child.tag.split("}")[1]: child.text or "" for child in root}
    assert root.attrib["role"] == "graphics-document document"
    for attribute, tag in (("aria-labelledby", "title"), ("aria-describedby", "desc")):
        (named,) = (child for child in root if child.get("id") == root.attrib[attribute])
        assert named.tag.endswith(tag)
    assert texts["title"] == "Ensikontaktista asiakkuudenhoitoon"
    assert texts["desc"].startswith("Prosessikaavio, jossa on 13 vaihetta ja 20 yhteyttä.")
    assert "Uusi liidi" in texts["desc"]


def test_svg_needs_nothing_from_elsewhere() -> None:
    data = write_svg(funnel())
    assert b"url(data:font/ttf;base64," in data
    assert data.count(b"http") == 1  # the name space
    assert len(data) < 80_000


@pytest.mark.parametrize("sketch", [funnel(), hostile()], ids=["funnel", "hostile"])
def test_png_is_twice_the_svg(sketch: Sketch) -> None:
    data = write_png(sketch)
    page = read(write_svg(sketch)).page
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    wide, high = struct.unpack(">II", data[16:24])
    assert abs(wide - 2 * page.width) <= 2
    assert abs(high - 2 * page.height) <= 2
    assert b"Software\0made by processctl" in data
    _check_chunks(data)


def _check_chunks(data: bytes) -> None:
    at, kinds = 8, []
    while at < len(data):
        size = int.from_bytes(data[at : at + 4], "big")
        body = data[at + 4 : at + 8 + size]
        assert zlib.crc32(body) == int.from_bytes(data[at + 8 + size : at + 12 + size], "big")
        kinds.append(body[:4])
        at += 12 + size
    assert kinds[0] == b"IHDR"
    assert kinds[-1] == b"IEND"


@pytest.mark.parametrize("sketch", [funnel(), hostile(), loops()], ids=["funnel", "evil", "loops"])
def test_graphviz_reads_the_dot_with_its_names_and_places(sketch: Sketch) -> None:
    data = write_dot(sketch)
    done = subprocess.run([shipped_engine(), "-Tjson"], input=data, capture_output=True, check=True)
    graph = json.loads(done.stdout)
    nodes = {node["name"]: node for node in graph["objects"]}
    assert list(nodes) == [box.id for box in sketch.boxes]
    assert len(graph.get("edges", [])) == len(sketch.lines)
    for box in sketch.boxes:
        # Unwrapped, the label begins with the name as it is: nothing was read into it.
        assert _first_line(nodes[box.id]["tooltip"]) == plain(box.name)
    places = {tuple(node["pos"].split(",")) for node in nodes.values()}
    assert len(places) == len(nodes)


def _first_line(text: str) -> str:
    """What Graphviz shows of an escaped text, up to its first line break."""
    shown = re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)
    return shown.split("\n")[0].replace("&amp;", "&")


def test_dot_keeps_no_html_label() -> None:
    assert b"=<" not in write_dot(hostile())


def test_mermaid_of_the_funnel() -> None:
    assert write_mermaid(funnel()) == (HERE / "funnel.mmd").read_bytes()


def test_mermaid_of_hostile_names() -> None:
    assert write_mermaid(hostile()) == (HERE / "hostile.mmd").read_bytes()


def test_mermaid_reads_nothing_into_names() -> None:
    for line in write_mermaid(hostile()).decode().splitlines()[3:]:
        for quoted in line.split('"')[1::2]:
            words = quoted.replace("<br/>", " ")
            assert not set(words) & set("<>\"'`&%{}[]|$\\"), line


def test_unusual_ids_get_plain_names() -> None:
    boxes = tuple(Box(odd, "x", "l") for odd in ("a:b", 'q"', "end", "node", "ä", "a b"))
    sketch = Sketch("t", "en", (Lane("l", "L"),), boxes, (Line("1", "a:b", 'q"'),))
    done = subprocess.run(
        [shipped_engine(), "-Tjson"], input=write_dot(sketch), capture_output=True, check=True
    )
    assert len(json.loads(done.stdout)["objects"]) == len(boxes)
    assert b's_end("x")' in write_mermaid(sketch)


def test_a_big_process_is_drawn() -> None:
    drawing = read(write_svg(at_random(300, seed=3)))
    assert len(drawing.parts["box"]) == 303


def test_half_a_process_is_drawn() -> None:
    sketch = Sketch("t", "en", (), (Box("a", "A", "nowhere"),), (Line("1", "a", "gone"),))
    for writer in WRITERS.values():
        assert is_ours(writer(sketch))
    drawing = read(write_svg(sketch))
    assert len(drawing.parts["box"]) == 1
    assert drawing.parts["line"] == ()


def test_an_empty_process_is_drawn() -> None:
    for kind, writer in WRITERS.items():
        assert is_ours(writer(Sketch("", "en", (), ()))), kind
