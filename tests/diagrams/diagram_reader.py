"""Reads a drawing back from its SVG: what stands where, and how much room its text takes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
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
    # Colours depend on the theme; what is drawn does not.
    look: tuple[str, str, str] = field(default=("", "", ""), compare=False)


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
    looks = ("stroke", "stroke-width", "stroke-dasharray")
    look = tuple(path.attrib.get(name, "") for name in looks) if path is not None else ()
    thickness = float(path.attrib["stroke-width"]) if path is not None else 0.0
    return Part(
        (title.text or "") if title is not None else "",
        _rect(frame) if frame is not None else None,
        tuple((text.text or "", _extent(text)) for text in group.iter(f"{SVG}text")),
        tuple(segments(_corners(path))) if path is not None else (),
        thickness,
        (look[0], look[1], look[2]) if look else ("", "", ""),
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


def connections(drawing: Drawing) -> list[tuple[int, int]]:
    """From which box to which each line leads, as an eye follows it; boxes by their number."""
    return [
        (_box_at(drawing, line.segments[0][0]), _followed(drawing, line))
        for line in drawing.parts["line"]
    ]


def joint_of(drawing: Drawing, line: Part) -> Point | None:
    """Where a line ends in another one; None if it reaches its box itself."""
    end = line.segments[-1][1]
    return None if _box_at(drawing, end) >= 0 else end


def _followed(drawing: Drawing, line: Part) -> int:
    """The box that a line leads to: where it ends, or where the line leads that it joins."""
    seen = []
    while (end := joint_of(drawing, line)) is not None:
        onward = [
            other
            for other in drawing.parts["line"]
            if other is not line and other.look == line.look and _runs_on(other, line.segments[-1], end)
        ]  # fmt: skip
        assert onward, f"{line.title!r} ends in the middle of nowhere"
        assert line not in seen, f"{line.title!r} leads in a circle"
        seen.append(line)
        line = onward[0]
    return _box_at(drawing, line.segments[-1][1])


def _runs_on(other: Part, last: Segment, end: Point) -> bool:
    """Whether a line runs over a point in the direction of a segment that ends there."""
    return any(
        _way(piece) == _way(last) and _frame(piece).grown(0.1).holds(Rect(*end, 0, 0))
        for piece in other.segments
    )


def _way(piece: Segment) -> tuple[int, int]:
    (x1, y1), (x2, y2) = piece
    across, down = x2 - x1, y2 - y1
    return (across > 0.05) - (across < -0.05), (down > 0.05) - (down < -0.05)


def _frame(piece: Segment) -> Rect:
    (x1, y1), (x2, y2) = piece
    return Rect(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))


def _box_at(drawing: Drawing, point: Point) -> int:
    """The number of the box at whose border a point lies, or just before it: there the head is."""
    for number, box in enumerate(drawing.parts["box"]):
        assert box.frame is not None
        if box.frame.grown(14).holds(Rect(*point, 0, 0)):
            return number
    return -1
