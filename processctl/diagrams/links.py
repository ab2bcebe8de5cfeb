"""Where boxes may lead. A link comes from whoever asks for a drawing, or from a process of strangers.

Only http, https, a path beside the drawing, and a place within the page ever come out; ``javascript:``
and its like never do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote, urlsplit

from processctl.diagrams.sketch import Box, BoxKind, Sketch

_STAGES: tuple[BoxKind, ...] = ("stage", "won", "lost", "neutral", "continues")
_WEB = ("http", "https")
_SCHEME = re.compile(r"([^/?#]*):")
# Browsers leave some of these out while they read an address, and see another one than we do.
_MISREAD = re.compile(r"[\x00-\x20\x7f-\xa0\\\u2028\u2029]|^//")
_KEPT = ":/?#[]@!$&'()*+,;=%~"


def safe(href: str | None) -> str | None:
    """The address as it may stand in a file, in ASCII; None for one that leads who knows where."""
    if not href or _MISREAD.search(href):
        return None
    try:
        host = urlsplit(href).netloc
    except ValueError:
        return None
    scheme = _SCHEME.match(href)
    if scheme is not None and (scheme[1].lower() not in _WEB or not host):
        return None
    return quote(href, safe=_KEPT, errors="replace")


def is_web(href: str) -> bool:
    """Whether an address is whole: it means the same wherever the drawing lies."""
    return urlsplit(href).scheme.lower() in _WEB


def is_base(base: str) -> bool:
    """Whether pages can stand below this address."""
    return safe(base) is not None and not set(base) & set("?#")


def linked(sketch: Sketch, base: str) -> Sketch:
    """The sketch whose stages lead to their pages below ``base``."""
    folder = base.rstrip("/")
    return _leading(sketch, lambda stage: f"{folder}/stages/{stage}.html")


def marked(sketch: Sketch) -> Sketch:
    """The sketch whose stages lead to places within the page: ``#`` and the stage's id, percent-encoded."""
    return _leading(sketch, lambda stage: f"#{stage}")


def _leading(sketch: Sketch, to: Callable[[str], str]) -> Sketch:
    boxes = (
        replace(box, href=to(quote(_stage(box), safe=""))) if box.kind in _STAGES else box
        for box in sketch.boxes
    )
    return replace(sketch, boxes=tuple(boxes))


def _stage(box: Box) -> str:
    """The id of a stage; where a drawing shows other things as well, their kind stands before it."""
    return box.id.removeprefix("stage:")
