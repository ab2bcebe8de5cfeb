"""A place where one element names another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from processctl.reading.problem import Path


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of another element, as written.

    ``wanted`` are the sections that may hold it, ``section`` the one that does. A reference that
    leads nowhere is a value like any other: ``section`` is None, and ``elsewhere`` names the
    section that has the id where it is not wanted. ``at_key``: it is written as a key.
    """

    id: str
    path: Path
    wanted: tuple[str, ...]
    section: str | None
    elsewhere: str | None = None
    at_key: bool = False

    @property
    def known(self) -> bool:
        """Whether the element is there and of a wanted kind."""
        return self.section is not None


References: TypeAlias = tuple[Reference, ...]
