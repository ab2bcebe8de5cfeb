"""A site whose pages are yet to be written, and their drawings to be made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from processctl.diagrams import Drawing
from processctl.site.drawn import Drawer

Text: TypeAlias = Callable[[], str]
"""Gives a text; it is written when it is asked for, and once."""
# Nothing of a process can look like this: its texts are escaped.
_PLACE = re.compile(r"<!--drawing (\d+)-->")


def place_of(number: int) -> object:
    """Where a drawing is to stand in a page."""
    from markupsafe import Markup

    return Markup(f"<!--drawing {int(number)}-->")  # noqa: S704 - a number


@dataclass(frozen=True, eq=False)
class Composed:
    """Texts by path, with places for drawings; files that have none; and the drawings by their number."""

    texts: Mapping[str, Text]
    rest: Mapping[str, bytes]
    drawings: tuple[Drawing, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file of the site."""
        return (*self.texts, *self.rest)

    def write(self) -> None:
        """Write all texts now."""
        for text in self.texts.values():
            text()

    def file(self, path: str, drawer: Drawer) -> bytes:
        """A file of the site, with the drawings that it shows."""
        text = self.texts.get(path)
        if text is None:
            return self.rest[path]
        return _PLACE.sub(lambda found: drawer.svg(self.drawings[int(found[1])]), text()).encode()


@dataclass(frozen=True, eq=False)
class Waiting(Mapping[str, bytes]):
    """The files of a site while somebody writes: each is made when somebody looks at it."""

    site: Composed
    drawer: Drawer

    def __getitem__(self, path: str) -> bytes:
        if path not in self:
            raise KeyError(path)
        return self.site.file(path, self.drawer)

    def __contains__(self, path: object) -> bool:
        """Whether there is such a file; nothing is drawn to know it."""
        return path in self.site.texts or path in self.site.rest

    def __iter__(self) -> Iterator[str]:
        return iter(self.site.paths)

    def __len__(self) -> int:
        return len(self.site.paths)
