"""The index of the search: what every page says, section by section, as a script that pages can load.

Pages that are opened from the file system may not fetch data, but they may have scripts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
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
_UNSAID = {"h1", "eyebrow", "thead"}
"""Elements and classes: a title stands apart, and heads of tables tell nothing of this process."""
_TERM = "term"
_WITHIN_WORDS = {"a", "b", "span"}
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
    texts: dict[str, int] = {}  # what stands on several pages is told once
    told = [
        (
            page.path,
            page.title,
            [
                (anchor, heading, texts.setdefault(text, len(texts)))
                for anchor, heading, text in _sections(html if _is_read(page) else "<main></main>")
            ],
        )
        for page, html in pages
    ]
    stemmer = f"() => new {_STEMMERS[language][1]}()"
    return (
        f"window.processctlWords = {{ stemmer: {stemmer},\n"
        f"texts: {_json(list(texts))},\npages: {_json(told)} }};\n"
    )


def _is_read(page: Page) -> bool:
    """Whether a page is searched for what it says, and not for its name alone.

    The day of a role, team or person repeats what the pages of their stages, agreements and meetings say.
    """
    return not page.path.startswith(("people/", "roles/", "teams/"))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


# While somebody writes, most pages stay what they were.
@lru_cache(4_096)
def _sections(html: str) -> tuple[tuple[str, str, str], ...]:
    """The anchor, heading and text of each part of a page; what is drawn is told beside the drawing."""
    reader = _Reader()
    reader.feed(_DRAWING.sub("", html))
    reader.close()
    return tuple((part.anchor, _line(part.heading), _line(part.text)) for part in reader.parts)


def _line(words: Iterable[str]) -> str:
    return " ".join("".join(words).split())


@dataclass(slots=True)
class _Part:
    anchor: str = ""
    heading: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Reads what stands below the title of a page of ours: up to the first heading or word, and from each to the next."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[_Part] = []
        # The elements that are open, and what each is to us: its class, if that matters.
        self._open: list[tuple[str, str]] = []
        # The id of the section that was begun last.
        self._section = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind = given["class"] if given.get("class") in _UNSAID else tag
        if tag == "section":
            self._section = given.get("id", "")
        elif tag == "div" and "id" in given:  # a word of the glossary
            self.parts.append(_Part(given["id"]))
            kind = _TERM
        elif tag == "main":
            self.parts.append(_Part())
        elif tag == "h2":
            self.parts.append(_Part(given.get("id", self._section)))
        elif tag == "br":
            self.handle_data(" ")
        self._open.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag not in _WITHIN_WORDS:
            is_fact = tag == "dt" and _TERM not in {kind for _, kind in self._open}
            self.handle_data(": " if is_fact else " ")

    def handle_data(self, data: str) -> None:
        kinds = {kind for _, kind in self._open}
        if "main" in kinds and not kinds & _UNSAID:
            part = self.parts[-1]
            is_heading = "h2" in kinds or kinds >= {_TERM, "dt"}
            (part.heading if is_heading else part.text).append(data)
