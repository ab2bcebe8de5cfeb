"""The drawing of a process as it is written, with the place of each stage in the text."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from processctl.diagrams import Options, write_svg
from processctl.diagrams.themes import Theme
from processctl.journey import Journey
from processctl.reading.source import Span
from processctl.views.view import drawing_of, is_empty, parse


@dataclass(frozen=True)
class Diagram:
    """A drawing as SVG, empty where the view has nothing to show; stages by id, where they are written."""

    svg: str
    stages: dict[str, Span]


def diagram(journey: Journey, view: str, language: str, theme: Theme = "light") -> Diagram:
    """Draw a view of a journey.

    Raises:
        UnknownViewError: there is no such view.
        LayoutFailed: it cannot be laid out.
    """
    drawing = drawing_of(journey, parse(view), language)
    if is_empty(drawing):
        return Diagram("", {})
    svg = write_svg(drawing, Options(theme=theme)).decode()
    declared = journey.model.workspace.sections.items.get("stages", {})
    return Diagram(svg, {name: one.key_span for name, one in declared.items()})


def shape_of(journey: Journey, language: str) -> str:
    """The same for journeys that are drawn alike: what it says of its whole, as a short name."""
    sketch = drawing_of(journey, parse("journey"), language)
    return sha256(repr(sketch).encode("utf-8", "surrogatepass")).hexdigest()[:32]
