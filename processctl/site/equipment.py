"""What a site has beside its pages: sheets of style, scripts, fonts, and what its search needs of others."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from processctl.diagrams.files.svg import subset
from processctl.diagrams.themes import sheet
from processctl.site.search import libraries

_ASSETS = (
    "site.css",
    "enhanced.css",
    "icon.svg",
    "theme.js",
    "drawings.js",
    "finder.js",
    "search.js",
)
_SCRIPTED = frozenset("0123456789\u00a0%")
"""What scripts write by themselves: numbers."""


def equipment(languages: Sequence[str], words: frozenset[str]) -> dict[str, bytes]:
    """The files of a site in some languages, whose pages are written in these letters."""
    signs = "".join(sorted(words | _SCRIPTED))
    names = [f"assets/{name}" for name in _ASSETS]
    names += [name for language in languages for name in libraries(language)]
    folder = resources.files("processctl") / "site"
    return {
        "assets/regular.ttf": subset(signs, bold=False),
        "assets/bold.ttf": subset(signs, bold=True),
        "assets/colours.css": sheet().encode(),
        **{name: (folder / name).read_bytes() for name in names},
    }
