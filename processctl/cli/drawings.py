"""Drawings for reports: what a workspace looks like, as text that a page can hold."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from processctl.diagrams import Sketch
    from processctl.reading.limits import Limits


@dataclass(frozen=True)
class Drawings:
    """Draws workspaces; ``overrides`` are texts that stand for files, by workspace."""

    roots: tuple[Path, ...]
    limits: Limits
    overrides: Callable[[Path], Mapping[Path, str]]

    def mermaid(self, language: str) -> tuple[str | None, ...]:
        """Each as Mermaid; None for what has no stages, or too many for a page."""
        return tuple(mermaid_of(sketch) for sketch in self._sketches(language))

    def svg(self, language: str) -> tuple[str | None, ...]:
        """Each as SVG; None for what has no stages, or cannot be laid out."""
        return tuple(svg_of(sketch) for sketch in self._sketches(language))

    def _sketches(self, language: str) -> tuple[Sketch, ...]:
        from processctl.lint.run import read_journey
        from processctl.views.journey import sketch_of

        return tuple(
            sketch_of(read_journey(root, self.limits, self.overrides(root)), language)
            for root in self.roots
        )


def mermaid_of(sketch: Sketch) -> str | None:
    """A sketch as Mermaid; None where it has no stages, or too many for a page."""
    from processctl.diagrams import write_mermaid
    from processctl.diagrams.files.mermaid_parts import fits

    if not sketch.boxes:
        return None
    drawing = write_mermaid(sketch)
    return drawing.decode() if fits(drawing, sketch) else None


def svg_of(sketch: Sketch) -> str | None:
    """A sketch as SVG; None where it has no stages, or cannot be laid out."""
    from processctl.diagrams import LayoutFailed, write_svg

    if not sketch.boxes:
        return None
    try:
        return write_svg(sketch).decode()
    except LayoutFailed:
        return None
