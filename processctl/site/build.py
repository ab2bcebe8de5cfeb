"""Builds the site: the bytes of every file, by its path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from processctl.diagrams.files.svg import subset
from processctl.journey import Journey
from processctl.site.addresses import DATA, FEEDBACK, GLOSSARY, GOALS, JOURNEY, up
from processctl.site.page import Page
from processctl.site.pages import pages
from processctl.texts import Message, Translator, say, translator

if TYPE_CHECKING:
    from jinja2 import Environment, Template

MARK = "made by processctl"
LIST = "assets/files.txt"
"""Names every file of the site, so that the next one can take its place."""
_NAVIGATION: tuple[tuple[str, Message], ...] = (
    (JOURNEY, say("The journey")),
    (FEEDBACK, say("Feedback and meetings")),
    (DATA, say("Data")),
    (GOALS, say("Goals and metrics")),
    (GLOSSARY, say("Words")),
)
# Nothing from elsewhere, no script, nothing written into the page itself.
POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
_NAMES = {"en": "English", "fi": "Suomi"}


def build(journey: Journey, languages: Sequence[str]) -> Mapping[str, bytes]:
    """The whole site, in as many languages as are wanted; the first is the one it opens in."""
    files: dict[str, bytes] = {}
    words = set[str]()
    for language in languages:
        made = list(pages(journey, language))
        there = {page.path for page in made}
        for page in made:
            text = _written(page, language, languages, there)
            words |= set(text)
            files[f"{language}/{page.path}"] = text.encode()
    files["index.html"] = _template("open.html.j2").render(first=languages[0], mark=MARK).encode()
    signs = "".join(sorted(words))
    files["assets/regular.ttf"] = subset(signs, bold=False)
    files["assets/bold.ttf"] = subset(signs, bold=True)
    files["assets/site.css"] = _asset("site.css")
    files[LIST] = "".join(f"{name}\n" for name in sorted((*files, LIST))).encode()
    return files


def _written(page: Page, language: str, languages: Sequence[str], there: set[str]) -> str:
    from markupsafe import Markup

    words: Translator = translator(language)
    svg = page.svg
    drawing = Markup(svg[svg.index("<svg") :]) if svg is not None else None  # noqa: S704 - our own, names in it were escaped where it was drawn
    return _template("page.html.j2").render(
        mark=MARK,
        policy=POLICY,
        language=language,
        page=page,
        drawing=drawing,
        top=up(page.path),
        root=up(page.path) + "../",
        navigation=[(path, words.render(said)) for path, said in _NAVIGATION if path in there],
        others=[(one, _NAMES[one]) for one in languages if one != language],
        labels={
            "skip": words.render(say("To the text")),
            "pages": words.render(say("Pages")),
            "languages": words.render(say("Languages")),
        },
    )


def _template(name: str) -> Template:
    return _environment().get_template(name)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = resources.files("processctl") / "site" / "templates"
    return Environment(
        loader=FunctionLoader(lambda name: (folder / name).read_text(encoding="utf-8")),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # fmt: skip


def _asset(name: str) -> bytes:
    return (resources.files("processctl") / "site" / "assets" / name).read_bytes()
