"""Views of the journey as pictures on a page: their stages lead to the pages of these."""

from __future__ import annotations

from dataclasses import replace

from processctl.diagrams import Sketch
from processctl.diagrams.links import linked
from processctl.site.addresses import up
from processctl.site.page import Picture
from processctl.views.view import View, drawing_of, is_empty
from processctl.views.wording import Wording


def pictures(words: Wording, view: View, path: str, most: int | None = None) -> tuple[Picture, ...]:
    """The picture of a view for the page at ``path``; its panels are told on the page as text.

    None where it would be empty, or has more than ``most`` stages: then it says no more than the whole journey.
    """
    drawing = replace(drawing_of(words.journey, view, words.translate.language), panels=())
    if is_empty(drawing):
        return ()
    if isinstance(drawing, Sketch):
        if most is not None and len(drawing.boxes) > most:
            return ()
        drawing = linked(drawing, up(path) or ".")
    return (Picture(drawing),)
