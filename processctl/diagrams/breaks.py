"""Where a drawing may be cut, so that it can be spread over several sheets of paper."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.diagrams.geometry import Rect

# What a cut costs that leaves a part of a lane, or of a group of rows, on each side.
BETWEEN_ROWS = 2.0


@dataclass(frozen=True, slots=True)
class Cut:
    """A place where a page may end; ``cost`` is what a reader loses there, a crossed line being 1."""

    at: float
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class Breaks:
    """How a scene can be spread over pages. All in the scene's pixels.

    ``body`` is the part that is cut. The strip of width ``left`` along its left side and that of height
    ``top`` along its upper side hold headings, each a group of a plate and the words on it: every page
    shows those of its part. ``across`` are the places to cut from top to bottom, ``down`` those from
    left to right, in order.

    No cut goes through a group, those with two ``ends`` excepted: they are lines, and go on elsewhere.
    What stands below the body in groups is put where there is room; a group that has the key of
    another in the body, to the page of that one.
    """

    body: Rect
    left: float
    top: float
    across: tuple[Cut, ...]
    down: tuple[Cut, ...]

    @property
    def field(self) -> Rect:
        """The body without its headings."""
        body = self.body
        return Rect(
            body.left + self.left, body.top + self.top,
            body.width - self.left, body.height - self.top,
        )  # fmt: skip
