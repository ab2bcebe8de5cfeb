"""A document of pages: windows upon a scene, and what stands around them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from processctl.diagrams.geometry import Point, Rect
from processctl.diagrams.scene import Scene, Thing
from processctl.diagrams.themes import Theme, colour, recoloured

# CSS has 96 pixels to an inch, and print 72 points.
POINTS = 0.75


@dataclass(frozen=True, slots=True)
class Window:
    """What is seen of some things, and the place of its upper left corner on the page.

    Nothing is drawn outside ``view``. All in pixels, ``at`` from the page's upper left corner.
    """

    view: Rect
    at: Point
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet of ``width`` by ``height`` points, with ``scale`` points for each pixel."""

    name: str
    width: float
    height: float
    scale: float
    windows: tuple[Window, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """All pages, and what is said of them to machines and to those who cannot see."""

    title: str
    summary: str
    language: str
    paper: str
    pages: tuple[Page, ...]


def on_one_page(scene: Scene) -> Document:
    """The whole scene on one page of its own size."""
    view = Rect(0, 0, scene.width, scene.height)
    page = Page(
        scene.title, scene.width * POINTS, scene.height * POINTS, POINTS,
        (Window(view, (0.0, 0.0), scene.things),),
    )  # fmt: skip
    return Document(scene.title, scene.summary, scene.language, scene.paper, (page,))


def themed_document(document: Document, theme: Theme) -> Document:
    """The document in the colours of a theme."""
    pages = tuple(
        replace(
            page,
            windows=tuple(
                replace(window, things=recoloured(window.things, theme)) for window in page.windows
            ),
        )
        for page in document.pages
    )
    return replace(document, paper=colour(document.paper, theme), pages=pages)
