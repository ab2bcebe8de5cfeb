"""How a drawing is made, whatever it shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Options:
    """The wishes of whoever asks for a drawing.

    ``program`` is a Graphviz of the user's own that finds the ways of the lines.
    """

    program: Path | None = None
