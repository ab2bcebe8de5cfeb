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
from processctl.texts.hyphens import SOFT_HYPHEN

INDEX = "search.js"
"""The index of a language, below its folder."""
_VENDOR = "assets/vendor/snowball"
# The stemmer of each language, its file and its name.
_STEMMERS: Mapping[str, tuple[str, str]] = {
    "en": (f"{_VENDOR}/english-stemmer.js", "EnglishStemmer"),
    "fi": (f"{_VENDOR}/finnish-stemmer.js", "FinnishStemmer"),
}
_UNSAID = {"h1", "eyebrow", "thead"}
"""Elements and classes: a title stands apart, and heads of tables tell nothing of this process, they label it."""
_TERM = "term"
_WITHIN_WORDS = {"a", "b", "span"}
_BREAK = "\n"
_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)


def libraries(language: str) -> tuple[str, ...]:
    """What the search of a language needs of others, their licence included."""
    return (f"{_VENDOR}/LICENSE", f"{_VENDOR}/base-stemmer.js", _STEMMERS[language][0])


def scripts(language: str) -> tuple[str, ...]:
    """What a page loads when somebody searches, in this order, by paths below the folder of the site."""
    stemmer = (f"{_VENDOR}/base-stemmer.js", _STEMMERS[language][0])
    return (*stemmer, "assets/finder.js", f"{language}/{INDEX}")


def index(pages: Iterable[tuple[Page, str]], language: str) -> str:
    """The script with what pages say, from the pages and their HTML.

    What stands in several places is told once: of each section and of the labels of a page there are numbers of lines.
    """
    lines: dict[str, int] = {}

    def numbers(some: Iterable[str]) -> list[int]:
        return _runs([lines.setdefault(line, len(lines)) for line in some])

    told = []
    for page, html in pages:
        said = _read(html)
        is_read = _is_read(page)
        sections = said.parts if is_read else (_Section(),)
        labels = tuple(said.labels(is_read=is_read))
        told.append(
            [
                page.path,
                page.title,
                [[one.anchor, one.heading, *numbers(one.lines)] for one in sections],
                *([numbers(labels)] if labels else []),
            ]
        )
    stemmer = f"() => new {_STEMMERS[language][1]}()"
    return (
        f"window.processctlWords = {{ stemmer: {stemmer},\n"
        f"lines: {_json(list(lines))},\npages: {_json(told)} }};\n"
    )


def _is_read(page: Page) -> bool:
    """Whether a page is searched for what it says, and not for its name and its labels alone.

    The day of a role, team or person repeats what the pages of their stages, agreements and meetings say.
    """
    return not page.path.startswith(("people/", "roles/", "teams/"))


def _runs(numbers: list[int]) -> list[int]:
    """The numbers, and instead of each row of those that follow one another how many follow, below zero."""
    found: list[int] = []
    for place, number in enumerate(numbers):
        if not place or number != numbers[place - 1] + 1:
            found.append(number)
        elif found[-1] < 0:
            found[-1] -= 1
        else:
            found.append(-1)
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class _Section:
    """A part of a page, from one heading to the next."""

    anchor: str = ""
    heading: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Said:
    """What a page says: its parts, the heads of its tables, and the terms of its facts that lead nowhere."""

    parts: tuple[_Section, ...]
    heads: tuple[str, ...]
    terms: tuple[str, ...]

    def labels(self, *, is_read: bool) -> Iterable[str]:
        """Words by which somebody may look for the page, each once; terms and headings of a read one are found as it is."""
        unread = () if is_read else (*(part.heading for part in self.parts), *self.terms)
        return dict.fromkeys(filter(None, (*self.heads, *unread)))


# While somebody writes, most pages stay what they were.
@lru_cache(4_096)
def _read(html: str) -> _Said:
    """What a page says; what is drawn is told beside the drawing."""
    reader = _Reader()
    reader.feed(_DRAWING.sub("", html.replace(SOFT_HYPHEN, "")))
    reader.close()
    parts = (
        _Section(part.anchor, " ".join(_lines(part.heading)), _lines(part.text))
        for part in reader.parts
    )
    return _Said(tuple(parts), _lines(reader.heads), _lines(reader.terms))


def _lines(words: Iterable[str]) -> tuple[str, ...]:
    lines = (" ".join(line.split()) for line in "".join(words).split(_BREAK))
    return tuple(line for line in lines if line)


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
        self.heads: list[str] = []
        self.terms: list[str] = []
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
            self._put(_BREAK)
        self._open.append((tag, kind))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag not in _WITHIN_WORDS:
            is_fact = tag == "dt" and _TERM not in self._kinds()
            self.terms.append(_BREAK)
            self._put(f":{_BREAK}" if is_fact else _BREAK)

    def handle_data(self, data: str) -> None:
        self._put(data.replace(_BREAK, " "))

    def _kinds(self) -> set[str]:
        return {kind for _, kind in self._open}

    def _put(self, data: str) -> None:
        """Words where they belong."""
        kinds = self._kinds()
        if "main" not in kinds:
            return
        if "thead" in kinds:
            self.heads.append(data)
        if kinds & _UNSAID:
            return
        if "dt" in kinds and not kinds & {"a", _TERM}:
            self.terms.append(data)
        part = self.parts[-1]
        is_heading = "h2" in kinds or kinds >= {_TERM, "dt"}
        (part.heading if is_heading else part.text).append(data)
