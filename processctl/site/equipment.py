"""What a site has beside its pages: sheets of style, scripts, fonts, and what its search needs of others."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from string import printable

from processctl.diagrams.files.svg import subset
from processctl.diagrams.themes import sheet
from processctl.site.controls import controls, controls_of
from processctl.site.search import libraries
from processctl.texts.hyphens import SOFT_HYPHEN

_ASSETS = ("icon.svg", "theme.js", "finder.js")
# A page loads one sheet and one script, which are written by what they are about.
_SHEETS = ("site.css", "enhanced.css")
_SCRIPTS = ("drawings.js", "headings.js", "search.js")
_ALWAYS = frozenset(
    f"{printable.strip()} \N{NO-BREAK SPACE}äöåÄÖÅ·•…→►\N{EN DASH}\N{MULTIPLICATION SIGN}\N{MINUS SIGN}{SOFT_HYPHEN}"
)
"""What scripts write by themselves, legends of drawings, and what long words are divided by."""


def equipment(languages: Sequence[str], words: frozenset[str]) -> dict[str, bytes]:
    """The files of a site in some languages, whose pages are written in these letters."""
    signs = "".join(sorted(words | _ALWAYS))
    names = [f"assets/{name}" for name in _ASSETS]
    names += [name for language in languages for name in libraries(language)]
    folder = resources.files("processctl") / "site"
    return {
        "assets/regular.ttf": _font(signs, bold=False),
        "assets/bold.ttf": _font(signs, bold=True),
        "assets/site.css": sheet().encode() + _joined(_SHEETS),
        "assets/site.js": _joined(_SCRIPTS),
        **{controls_of(language): controls(language) for language in languages},
        **{name: (folder / name).read_bytes() for name in names},
    }


def _joined(names: Sequence[str]) -> bytes:
    folder = resources.files("processctl") / "site" / "assets"
    return b"".join((folder / name).read_bytes() for name in names)


@lru_cache(4)
def _font(signs: str, *, bold: bool) -> bytes:
    """The font with these signs; while somebody writes they seldom change."""
    return subset(signs, bold=bold)
