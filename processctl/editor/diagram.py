"""The drawing of a process as it is written, with the place of each stage in the text."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from processctl.diagrams import Drawing, Options, Sketch, write_svg
from processctl.diagrams.links import marked
from processctl.diagrams.themes import Theme
from processctl.journey import Journey
from processctl.reading.source import Span
from processctl.views.view import drawing_of, is_empty, parse


@dataclass(frozen=True)
class Diagram:
    """A drawing as SVG, empty where the view has nothing to show; stages by id, where they are written.

    In a drawing of boxes each stage leads to ``#`` and its id.
    """

    drawing: Drawing
    theme: Theme
    svg: str
    stages: dict[str, Span]


def diagram(
    journey: Journey,
    view: str,
    language: str,
    theme: Theme = "light",
    before: Diagram | None = None,
) -> Diagram:
    """Draw a view of a journey. What was drawn ``before`` is not laid out again if it is the same.

    Raises:
        UnknownViewError: there is no such view.
        LayoutFailed: it cannot be laid out.
    """
    drawing = drawing_of(journey, parse(view), language)
    if is_empty(drawing):
        return Diagram(drawing, theme, "", {})
    if isinstance(drawing, Sketch):
        drawing = marked(drawing)
    if before is not None and (before.drawing, before.theme) == (drawing, theme):
        svg = before.svg
    else:
        svg = write_svg(drawing, Options(theme=theme)).decode()
    declared = journey.model.workspace.sections.items.get("stages", {})
    return Diagram(drawing, theme, svg, {name: one.key_span for name, one in declared.items()})


def shape_of(journey: Journey, language: str) -> str:
    """The same for journeys that are drawn alike: what it says of its whole, as a short name."""
    sketch = drawing_of(journey, parse("journey"), language)
    return sha256(repr(sketch).encode("utf-8", "surrogatepass")).hexdigest()[:32]
