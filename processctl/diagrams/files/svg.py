"""Writes a scene as SVG that carries its own fonts and needs nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape, unescape
from io import BytesIO

from processctl.diagrams import style
from processctl.diagrams.curves import rounded
from processctl.diagrams.mark import MARK
from processctl.diagrams.measure import face, font_file
from processctl.diagrams.scene import Disc, Group, Patch, Plate, Scene, Stroke, Text, Thing, texts

# What a screen reader takes a group for: a box is read out with what stands in it, a line by its title.
_ROLES = {
    "lane": "graphics-object group",
    "phase": "graphics-object group",
    "box": "graphics-object group",
    "line": "graphics-symbol img",
    "label": "graphics-object group",
    "marker": "graphics-object group",
    "head": "graphics-object group",
    "row": "graphics-object group",
    "question": "graphics-symbol img",
    "bar": "graphics-symbol img",
}


def svg(scene: Scene, *, fonts: bool = True) -> bytes:
    """The scene as a complete SVG file in UTF-8, without its ``fonts`` for a page that has them."""
    faces, family = _fonts(scene) if fonts else ("", style.FALLBACKS)
    size = f'width="{scene.width}" height="{scene.height}"'
    elements = [line for thing in scene.things for line in _element(thing)]
    own = _own(scene.title, scene.summary, elements)
    title, desc = f"processctl-title-{own}", f"processctl-desc-{own}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<!-- {MARK} -->",
        f'<svg xmlns="http://www.w3.org/2000/svg" role="graphics-document document"'
        f' aria-labelledby="{title}" aria-describedby="{desc}" {size}'
        f' viewBox="0 0 {scene.width} {scene.height}" xml:lang="{escape(scene.language)}"'
        # Else some browsers round the width of every letter, and words outgrow their boxes.
        f' font-family="{escape(family, quote=False)}" text-rendering="geometricPrecision"'
        f' fill="none">',
        f'<title id="{title}">{escape(scene.title)}</title>',
        f'<desc id="{desc}">{escape(scene.summary)}</desc>',
        f"<metadata>{MARK}</metadata>",
        *([f"<style>{faces}</style>"] if faces else ()),
        f'<rect {size} fill="{scene.paper}"/>',
        *elements,
        "</svg>",
    ]
    return ("\n".join(lines) + "\n").encode()


def titled(drawing: str, title: str) -> str:
    """A drawing of ours for pages with another title: as if it had been drawn with it."""
    lines = drawing.split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("<title "))
    begin = next(at for at, line in enumerate(lines) if line.startswith("<rect ")) + 1
    summary = unescape(lines[at + 1].partition(">")[2].removesuffix("</desc>"))
    own = _own(title, summary, lines[begin:-2])
    head = [_NAMED.sub(own, line, count=2) for line in lines[: at + 2]]
    head[at] = f"{head[at].partition('>')[0]}>{escape(title)}</title>"
    # What the drawing says of itself may hold anything.
    head[at + 1] = _NAMED.sub(own, lines[at + 1], count=1)
    return "\n".join((*head, *lines[at + 2 :]))


_NAMED = re.compile("(?<=processctl-title-)[0-9a-f]{10}|(?<=processctl-desc-)[0-9a-f]{10}")


def _own(title: str, summary: str, elements: Sequence[str]) -> str:
    """A name for a drawing: several may stand in one page, and what they name must not be the same."""
    return sha256("\n".join((title, summary, *elements)).encode()).hexdigest()[:10]


def _fonts(scene: Scene) -> tuple[str, str]:
    """The @font-face rules for the signs that occur, and the list of families.

    The family is named after its contents: two drawings on one page must not share a name, for
    each holds only the signs that it needs.
    """
    subsets = []
    for bold in (False, True):
        used = {sign for text in texts(scene.things) if text.bold == bold for sign in text.words}
        drawn = "".join(sorted(sign for sign in used if face(bold=bold).has(sign)))
        if drawn:
            subsets.append((bold, subset(drawn, bold=bold)))
    name = "processctl-" + sha256(b"".join(data for _, data in subsets)).hexdigest()[:10]
    faces = "".join(
        f"@font-face{{font-family:'{name}';font-weight:{700 if bold else 400};"
        f"src:url(data:font/ttf;base64,{b64encode(data).decode()}) format('truetype')}}"
        for bold, data in subsets
    )
    return faces, f"'{name}', {style.FALLBACKS}"


def subset(signs: str, *, bold: bool) -> bytes:
    """The shipped font with these signs alone, as a TrueType file."""
    from fontTools import subset as cutting  # type: ignore[import-untyped]  # it ships no types
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # as above

    options = cutting.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 13]
    options.recalc_timestamp = False
    font = TTFont(BytesIO(font_file(bold=bold)), recalcTimestamp=False)
    cutter = cutting.Subsetter(options)
    cutter.populate(text=signs)
    cutter.subset(font)
    file = BytesIO()
    font.save(file)
    return file.getvalue()


def _element(thing: Thing) -> list[str]:
    match thing:
        case Group():
            inside = [line for part in thing.things for line in _element(part)]
            title = [f"<title>{escape(thing.title)}</title>"] if thing.title else []
            kind = thing.kind.split()[0]
            role = f' role="{_ROLES[kind]}"' if kind in _ROLES else ""
            group = [f'<g class="{thing.kind}"{role}>', *title, *inside, "</g>"]
            if thing.href is None:
                return group
            return [f'<a href="{escape(thing.href)}" target="_top">', *group, "</a>"]
        case Text():
            weight = ' font-weight="700"' if thing.bold else ""
            return [
                f'<text x="{_n(thing.at[0])}" y="{_n(thing.at[1])}" font-size="{_n(thing.size)}"'
                f'{weight} fill="{thing.ink}">{escape(thing.words)}</text>'
            ]
        case Plate():
            return [_plate(thing)]
        case Stroke():
            path = _path(thing)
            return [f'<path d="{path}"{_stroke(thing.ink, thing.width, thing.dash)}/>']
        case Patch():
            points = " ".join(f"{_n(x)},{_n(y)}" for x, y in thing.points)
            stroke = _stroke(thing.ink, thing.width)
            return [f'<polygon points="{points}"{_fill(thing.paper)}{stroke}/>']
        case Disc():
            x, y = thing.centre
            return [
                f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(thing.radius)}"{_fill(thing.paper)}/>'
            ]


def _plate(plate: Plate) -> str:
    rect = plate.rect
    radius = f' rx="{_n(plate.radius)}"' if plate.radius else ""
    return (
        f'<rect x="{_n(rect.left)}" y="{_n(rect.top)}" width="{_n(rect.width)}"'
        f' height="{_n(rect.height)}"{radius}{_fill(plate.paper)}'
        f"{_stroke(plate.ink, plate.width, plate.dash)}/>"
    )


def _path(stroke: Stroke) -> str:
    parts = []
    for place, (corner, before, after) in enumerate(rounded(stroke.points, stroke.radius)):
        parts.append(f"{'L' if place else 'M'}{_n(before[0])} {_n(before[1])}")
        if before != after:
            control = f"{_n(corner[0])} {_n(corner[1])}"
            parts.append(f"Q{control} {_n(after[0])} {_n(after[1])}")
    return "".join(parts)


def _fill(paper: str | None) -> str:
    """A colour with the part after ``#rrggbb`` as opacity, which older readers understand."""
    if paper is None:
        return ""
    if len(paper) == len("#rrggbbaa"):
        return f' fill="{paper[:7]}" fill-opacity="{_n(int(paper[7:], 16) / 255)}"'
    return f' fill="{paper}"'


def _stroke(ink: str | None, width: float, dash: tuple[float, ...] = ()) -> str:
    if ink is None:
        return ""
    dashes = f' stroke-dasharray="{" ".join(map(_n, dash))}"' if dash else ""
    return f' stroke="{ink}" stroke-width="{_n(width)}"{dashes}'


def _n(number: float) -> str:
    """A number with at most two decimals, the same on every machine."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
