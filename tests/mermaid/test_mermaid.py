"""Every view as Mermaid's own command draws it: complete, and with nothing in it but words."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from processctl.diagrams import Sketch, write_mermaid
from processctl.diagrams.files.mermaid_parts import LONGEST, MOST_LINES, mermaid_parts
from processctl.diagrams.sketch import tidy
from processctl.journey import Journey
from processctl.views.view import drawing_of, views_of
from tests.browser.chromium import FLAGS, MISSING, chromium
from tests.diagrams.diagram_sketches import at_random
from tests.mermaid.fetch import packages
from tests.views.hostile import SHIFTS, hostile
from tests.views.reading import journey

_SVG = "{http://www.w3.org/2000/svg}"


def graphs(found: Journey, language: str = "en") -> dict[str, Sketch]:
    """One view of each kind as boxes and lines, the empty ones left out."""
    views = {view.kind: view for view in reversed(views_of(found))}
    drawings = {view.name: drawing_of(found, view, language) for view in views.values()}
    sketches = {
        name: drawing if isinstance(drawing, Sketch) else drawing.graph
        for name, drawing in drawings.items()
    }
    return {name: tidy(sketch) for name, sketch in sketches.items() if sketch.boxes}


def drawn(sources: Iterable[bytes], folder: Path) -> list[ET.Element]:
    """What Mermaid makes of some diagrams, all in one run."""
    browser = chromium()
    if browser is None:
        pytest.fail(MISSING)
    page = "\n\n".join(f"```mermaid\n{source.decode()}```" for source in sources)
    (folder / "all.md").write_text(page, "utf-8")
    settings = {"executablePath": browser, "args": list(FLAGS), "timeout": 120_000}
    (folder / "browser.json").write_text(json.dumps(settings), "utf-8")
    command = packages() / "@mermaid-js" / "mermaid-cli" / "src" / "cli.js"
    done = subprocess.run(
        ["node", str(command), "-p", "browser.json", "-i", "all.md", "-o", "out.svg"],
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    files = sorted(folder.glob("out-*.svg"), key=lambda file: int(file.stem.split("-")[1]))
    # What Mermaid wrote just now.
    return [ET.fromstring(file.read_text("utf-8")) for file in files]  # noqa: S314 - see above


def check(sketches: Mapping[str, Sketch], pictures: list[ET.Element]) -> None:
    assert len(pictures) == len(sketches)
    for (name, sketch), picture in zip(sketches.items(), pictures, strict=True):
        classes = [one.get("class", "").split() for one in picture.iter()]
        assert sum("node" in one for one in classes) == len(sketch.boxes), name
        assert sum("flowchart-link" in one for one in classes) == len(sketch.lines), name
        words = squeezed("".join(picture.itertext()))
        for box in sketch.boxes:
            assert squeezed(box.name) in words, (name, box.name)


def squeezed(words: str) -> str:
    """The letters alone: Mermaid breaks lines, and swallows blanks."""
    return re.sub(r"[\s\u200b]", "", words)


@pytest.mark.parametrize("name", ["before", "after"])
def test_every_kind_of_view_is_drawn_by_mermaid(name: str, tmp_path: Path) -> None:
    sketches = graphs(journey(name), "fi" if name == "before" else "en")
    check(sketches, drawn(map(write_mermaid, sketches.values()), tmp_path))


def test_hostile_names_are_words_to_mermaid(tmp_path: Path) -> None:
    sketches = {
        f"{shift} {name}": sketch
        for shift in SHIFTS[::2]
        for name, sketch in graphs(hostile(tmp_path, shift)).items()
    }
    pictures = drawn(map(write_mermaid, sketches.values()), tmp_path)
    check(sketches, pictures)
    for picture in pictures:
        assert not list(picture.iter(f"{_SVG}script"))
        tags = {one.tag.split("}")[-1].lower() for one in picture.iter()}
        assert not tags & {"script", "img", "image", "iframe", "a", "b"}, tags
        for one in picture.iter():
            assert not any(key.lower().startswith("on") for key in one.attrib)


def large() -> Sketch:
    """More than Mermaid takes in one diagram."""
    sketch = at_random(120)
    lines = tuple(replace(line, label=("so that it is long " * 20,)) for line in sketch.lines)
    return tidy(replace(sketch, lines=lines))


def test_what_is_too_large_is_drawn_in_parts(tmp_path: Path) -> None:
    whole = large()
    assert len(whole.lines) > MOST_LINES or len(write_mermaid(whole).decode()) > LONGEST
    parts = mermaid_parts(whole)
    assert next(iter(parts)) == ""
    assert len(parts) > 2
    for source in parts.values():
        assert len(source.decode()) <= LONGEST
        assert (
            sum(" linkStyle " in f" {line}" for line in source.decode().splitlines()) <= MOST_LINES
        )
    # Every box of the whole is in its part, and the part shows the neighbours too.
    words = b"".join(source for name, source in parts.items() if name).decode()
    assert all(f"s_{box.id}" in words for box in whole.boxes)
    assert len(drawn([*parts.values()][:2], tmp_path)) == 2
