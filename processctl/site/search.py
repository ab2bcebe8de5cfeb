"""The index of the search: what every page says, section by section, as a script that pages can load.

Pages that are opened from the file system may not fetch data, but they may have scripts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

from processctl.site.page import Page

INDEX = "search.js"
"""The index of a language, below its folder."""
_VENDOR = "assets/vendor/snowball"
# The stemmer of each language, its file and its name.
_STEMMERS: Mapping[str, tuple[str, str]] = {
    "en": (f"{_VENDOR}/english-stemmer.js", "EnglishStemmer"),
    "fi": (f"{_VENDOR}/finnish-stemmer.js", "FinnishStemmer"),
}
_LINK = "here"
"""The class of the link from a heading to itself."""
_UNSAID = {"h1", "button", "output", _LINK}
_WITHIN_WORDS = {"a", "span"}
_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)


def libraries(language: str) -> tuple[str, ...]:
    """What the search of a language needs of others, their licence included."""
    return (f"{_VENDOR}/LICENSE", f"{_VENDOR}/base-stemmer.js", _STEMMERS[language][0])


def scripts(language: str) -> tuple[str, ...]:
    """What a page loads when somebody searches, in this order, by paths below the folder of the site."""
    stemmer = (f"{_VENDOR}/base-stemmer.js", _STEMMERS[language][0])
    return (*stemmer, "assets/finder.js", f"{language}/{INDEX}")


def index(pages: Iterable[tuple[Page, str]], language: str) -> str:
    """The script with what pages say, from the pages and their HTML."""
    told = [(page.path, page.title, _sections(html)) for page, html in pages]
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    stemmer = f"() => new {_STEMMERS[language][1]}()"
    return f"window.processctlWords = {{ stemmer: {stemmer}, pages: {text} }};\n"


def _sections(html: str) -> list[tuple[str, str, str]]:
    """The anchor, heading and text of each part of a page; what is drawn is told beside the drawing."""
    reader = _Reader()
    reader.feed(_DRAWING.sub("", html))
    reader.close()
    return [
        (part.anchor, *(" ".join("".join(words).split()) for words in (part.heading, part.text)))
        for part in reader.parts
    ]


@dataclass(slots=True)
class _Part:
    anchor: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Reads what stands below the title of a page of ours: up to the first heading, and from each to the next."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[_Part] = []
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("main", "h2"):
            self.parts.append(_Part())
        if tag == "br":
            self.handle_data(" ")
        given = dict(attrs)
        if given.get("class") == _LINK:
            self.parts[-1].anchor = (given["href"] or "").removeprefix("#")
        self._inside.append(_LINK if given.get("class") == _LINK else tag)

    def handle_endtag(self, tag: str) -> None:
        wanted = _LINK if tag == "a" and self._inside[-1:] == [_LINK] else tag
        while self._inside and self._inside.pop() != wanted:
            pass
        if tag not in _WITHIN_WORDS:
            self.handle_data(": " if tag == "dt" else " ")

    def handle_data(self, data: str) -> None:
        if "main" in self._inside and _UNSAID.isdisjoint(self._inside):
            part = self.parts[-1]
            (part.heading if "h2" in self._inside else part.text).append(data)
