"""Writes pages as PDF, with the fonts of the drawings inside.

Nothing is packed: programs that pack give other bytes on other machines.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from itertools import count, groupby
from types import ModuleType
from typing import TYPE_CHECKING, Any

from processctl.diagrams import style
from processctl.diagrams.curves import rounded
from processctl.diagrams.geometry import Point, Rect
from processctl.diagrams.links import is_web
from processctl.diagrams.mark import MARK, marked_pdf
from processctl.diagrams.measure import Face, face, font_file
from processctl.diagrams.paper.page import Document, Page, Window
from processctl.diagrams.scene import Disc, Group, Patch, Plate, Stroke, Text, Thing

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

_REGULAR, _BOLD = style.FAMILY, f"{style.FAMILY}-Bold"


def pdf(document: Document) -> bytes:
    """The document as a PDF file."""
    _load()
    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(
        file,
        pageCompression=0,
        invariant=1,
        lang=document.language,
        # Otherwise each page speaks of Helvetica, which is in no file.
        initialFontName=_REGULAR,  # type: ignore[arg-type]  # types-reportlab takes it for a number
    )
    canvas.setTitle(document.title)
    canvas.setSubject(document.summary)
    canvas.setAuthor("")
    canvas.setCreator("processctl")
    canvas.setProducer(MARK)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    keys = (f"place{number}" for number in count(1))
    for page in document.pages:
        _page(canvas, page, document.paper, keys, alone=len(document.pages) == 1)
    canvas.save()
    return marked_pdf(file.getvalue())


@lru_cache(maxsize=1)
def _load() -> None:
    """Load reportlab with our fonts, and without the settings and programs of its other users.

    It would run what it finds under these names, in their home or the folder they are in.
    """
    for name in ("reportlab_mods", "reportlab_settings"):
        sys.modules.setdefault(name, ModuleType(name))
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name, bold in ((_REGULAR, False), (_BOLD, True)):
        registerFont(TTFont(name, BytesIO(font_file(bold=bold))))


def _page(canvas: Canvas, page: Page, paper: str, keys: Iterator[str], *, alone: bool) -> None:
    canvas.setPageSize((page.width, page.height))
    canvas.setFillColor(_colour(paper))
    canvas.rect(0, 0, page.width, page.height, stroke=0, fill=1)
    if not alone:
        key = next(keys)
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(page.name, key, 0)
    canvas.scale(page.scale, page.scale)
    for window in page.windows:
        _window(_Pen(canvas, page, window), keys, 0 if alone else 1)
    canvas.showPage()


def _window(pen: _Pen, keys: Iterator[str], level: int) -> None:
    canvas, view = pen.canvas, pen.window.view
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(pen.x(view.left), pen.y(view.bottom), _n(view.width), _n(view.height))
    canvas.clipPath(clip, stroke=0, fill=0)
    for thing in pen.window.things:
        pen.draw(thing)
        if isinstance(thing, Group) and thing.kind == "box" and isinstance(thing.things[0], Plate):
            rect, key = thing.things[0].rect, next(keys)
            left, top = canvas.absolutePosition(pen.x(rect.left), pen.y(rect.top))
            canvas.bookmarkPage(key, fit="XYZ", left=max(left - 36, 0), top=top + 36, zoom=0)
            canvas.addOutlineEntry(thing.title.split("\n")[0], key, level)
    canvas.restoreState()


class _Pen:
    """Draws things of one window. PDF counts upwards from the foot of the page."""

    def __init__(self, canvas: Canvas, page: Page, window: Window) -> None:
        self.canvas = canvas
        self.window = window
        self._across = window.at[0] - window.view.left
        self._up = page.height / page.scale - window.at[1] + window.view.top

    def x(self, x: float) -> float:
        return _n(x + self._across)

    def y(self, y: float) -> float:
        return _n(self._up - y)

    def draw(self, thing: Thing) -> None:
        """Draw a thing, and of a group with a link the place that leads there."""
        match thing:
            case Group():
                for part in thing.things:
                    self.draw(part)
                self._link(thing)
            case Text():
                self._text(thing)
            case Plate():
                self._inked(thing.ink, thing.width, thing.dash)
                self._paint(self._plate(thing), thing.paper, thing.ink)
            case Stroke():
                self._inked(thing.ink, thing.width, thing.dash)
                self._paint(self._line(thing), None, thing.ink)
            case Patch():
                self._inked(thing.ink, thing.width)
                path = self.canvas.beginPath()
                self._straight(path, thing.points)
                path.close()
                self._paint(path, thing.paper, thing.ink)
            case Disc():
                path = self.canvas.beginPath()
                path.circle(self.x(thing.centre[0]), self.y(thing.centre[1]), thing.radius)
                self._paint(path, thing.paper, None)

    def _link(self, group: Group) -> None:
        if group.href is None or not is_web(group.href) or not isinstance(group.things[0], Plate):
            return
        rect = group.things[0].rect
        corners = self.x(rect.left), self.y(rect.bottom), self.x(rect.right), self.y(rect.top)
        self.canvas.linkURL(group.href, corners, relative=1, thickness=0)

    def _text(self, text: Text) -> None:
        """The text in runs; a sign that the font lacks is an empty box, as wide as its room."""
        font = face(bold=text.bold)
        self.canvas.setFont(_BOLD if text.bold else _REGULAR, text.size)
        self.canvas.setFillColor(_colour(text.ink))
        at = text.at[0]
        for shown, signs in groupby(text.words, key=lambda sign: _shown(sign, font)):
            run = "".join(signs)
            if shown == "drawn":
                self.canvas.drawString(self.x(at), self.y(text.at[1]), run)
            elif shown == "lacking":
                for number in range(len(run)):
                    self._empty_box(text, at + number * text.size)
            at += font.width(run, text.size)

    def _empty_box(self, text: Text, left: float) -> None:
        size = text.size
        rect = Rect(left + size * 0.15, text.at[1] - size * 0.7, size * 0.7, size * 0.7)
        self.draw(Plate(rect, 0, None, text.ink, size * 0.07))

    def _inked(self, ink: str | None, width: float, dash: tuple[float, ...] = ()) -> None:
        if ink is not None:
            self.canvas.setStrokeColor(_colour(ink))
            self.canvas.setLineWidth(width)
            self.canvas.setDash(list(dash))

    def _paint(self, path: PDFPathObject, paper: str | None, ink: str | None) -> None:
        if paper is not None:
            self.canvas.setFillColor(_colour(paper))
        self.canvas.drawPath(path, stroke=ink is not None, fill=paper is not None)

    def _plate(self, plate: Plate) -> PDFPathObject:
        path = self.canvas.beginPath()
        rect = plate.rect
        radius = min(plate.radius, rect.width / 2, rect.height / 2)
        left, bottom = self.x(rect.left), self.y(rect.bottom)
        if radius:
            path.roundRect(left, bottom, _n(rect.width), _n(rect.height), _n(radius))
        else:
            path.rect(left, bottom, _n(rect.width), _n(rect.height))
        return path

    def _line(self, stroke: Stroke) -> PDFPathObject:
        """The line with its corners rounded as in SVG, whose curves PDF has in another form."""
        path = self.canvas.beginPath()
        for place, (corner, before, after) in enumerate(rounded(stroke.points, stroke.radius)):
            begin = self.x(before[0]), self.y(before[1])
            if place:
                path.lineTo(*begin)
            else:
                path.moveTo(*begin)
            if before != after:
                first, second = _between(before, corner), _between(after, corner)
                path.curveTo(
                    self.x(first[0]), self.y(first[1]), self.x(second[0]), self.y(second[1]),
                    self.x(after[0]), self.y(after[1]),
                )  # fmt: skip
        return path

    def _straight(self, path: PDFPathObject, points: tuple[Point, ...]) -> None:
        path.moveTo(self.x(points[0][0]), self.y(points[0][1]))
        for x, y in points[1:]:
            path.lineTo(self.x(x), self.y(y))


def _shown(sign: str, font: Face) -> str:
    if ord(sign) in font.advances:
        return "drawn"
    return "unseen" if font.has(sign) else "lacking"


def _between(end: Point, corner: Point) -> Point:
    """Two thirds of the way from the end of a curve to its corner."""
    return end[0] + (corner[0] - end[0]) * 2 / 3, end[1] + (corner[1] - end[1]) * 2 / 3


def _colour(text: str) -> Any:  # reportlab's types know no union of its colours
    from reportlab.lib.colors import HexColor

    return HexColor(text, hasAlpha=len(text) == len("#rrggbbaa"))


def _n(number: float) -> float:
    """Two decimals are a tenth of what a printer can show."""
    return round(number, 2)
