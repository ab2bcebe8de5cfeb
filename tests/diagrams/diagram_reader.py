"""Reads a drawing back from its SVG: what stands where, and how much room its text takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from processctl.diagrams.geometry import Point, Rect, Segment, segments
from processctl.diagrams.measure import width

SVG = "{http://www.w3.org/2000/svg}"
KINDS = ("lane", "phase", "box", "line", "label", "marker", "note", "legend")
_PATH = re.compile(r"([MLQ])([^MLQ]+)")


@dataclass(frozen=True)
class Part:
    """A box, a line, a label, a marker or a note of the drawing."""

    title: str
    frame: Rect | None
    texts: tuple[tuple[str, Rect], ...]
    segments: tuple[Segment, ...]
    thickness: float


@dataclass(frozen=True)
class Drawing:
    """The parts of a drawing by kind, and all its text."""

    page: Rect
    parts: dict[str, tuple[Part, ...]]
    words: tuple[str, ...]
    tags: frozenset[str]


def read(data: bytes) -> Drawing:
    root = ET.fromstring(data)  # noqa: S314 - written by the code under test
    parts: dict[str, list[Part]] = {kind: [] for kind in KINDS}
    for group in root.iter(f"{SVG}g"):
        parts[group.attrib["class"]].append(_part(group))
    words = tuple(text.text or "" for text in root.iter(f"{SVG}text"))
    page = Rect(0, 0, float(root.attrib["width"]), float(root.attrib["height"]))
    tags = frozenset(element.tag.removeprefix(SVG) for element in root.iter())
    return Drawing(page, {kind: tuple(found) for kind, found in parts.items()}, words, tags)


def _part(group: ET.Element) -> Part:
    title = group.find(f"{SVG}title")
    frame = group.find(f"{SVG}rect")
    path = group.find(f"{SVG}path")
    thickness = float(path.attrib["stroke-width"]) if path is not None else 0.0
    return Part(
        (title.text or "") if title is not None else "",
        _rect(frame) if frame is not None else None,
        tuple((text.text or "", _extent(text)) for text in group.iter(f"{SVG}text")),
        tuple(segments(_corners(path))) if path is not None else (),
        thickness,
    )


def _rect(element: ET.Element) -> Rect:
    x, y, wide, high = (float(element.attrib[name]) for name in ("x", "y", "width", "height"))
    return Rect(x, y, wide, high)


def _extent(text: ET.Element) -> Rect:
    """From the top of the capitals to the foot of a "g", by the shipped font."""
    size = float(text.attrib["font-size"])
    wide = width(text.text or "", size, bold="font-weight" in text.attrib)
    x, y = float(text.attrib["x"]), float(text.attrib["y"])
    return Rect(x, y - 0.73 * size, wide, 0.94 * size)


def _corners(path: ET.Element) -> list[Point]:
    """The corners of a line; a rounded one is where its curve is drawn to."""
    points: list[Point] = []
    for letter, numbers in _PATH.findall(path.attrib["d"]):
        values = [float(number) for number in numbers.split()]
        points.append((values[0], values[1]))
        if letter == "Q":
            points.append((values[2], values[3]))
    return points
