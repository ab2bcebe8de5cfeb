"""Builds the site: the bytes of every file, by its path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import resources

from processctl.diagrams.files.svg import subset
from processctl.diagrams.mark import MARK
from processctl.journey import Journey
from processctl.reports.page import drawing, environment
from processctl.site.addresses import DATA, FEEDBACK, GLOSSARY, GOALS, JOURNEY, up
from processctl.site.page import Page
from processctl.site.pages import pages
from processctl.texts import Message, Translator, say, translator

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
    files["index.html"] = _filled("open.html.j2", first=languages[0]).encode()
    signs = "".join(sorted(words))
    files["assets/regular.ttf"] = subset(signs, bold=False)
    files["assets/bold.ttf"] = subset(signs, bold=True)
    files["assets/site.css"] = _asset("site.css")
    files[LIST] = "".join(f"{name}\n" for name in sorted((*files, LIST))).encode()
    return files


def _written(page: Page, language: str, languages: Sequence[str], there: set[str]) -> str:
    words: Translator = translator(language)
    return _filled(
        "page.html.j2",
        policy=POLICY,
        language=language,
        page=page,
        drawing=drawing(page.svg) if page.svg is not None else None,
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


def _filled(template: str, **values: object) -> str:
    return environment("site").get_template(f"templates/{template}").render(mark=MARK, **values)


def _asset(name: str) -> bytes:
    return (resources.files("processctl") / "site" / "assets" / name).read_bytes()
