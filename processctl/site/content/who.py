"""Who takes part: a page for each team, role and person, and one that lists them."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.site.addresses import WHO, Section, page_of
from processctl.site.drawn import Drawer
from processctl.site.page import Facts, Link, Listed, Page
from processctl.texts import say
from processctl.views.view import View
from processctl.views.wording import Wording

_SECTIONS: tuple[Section, ...] = ("teams", "roles", "people")
_HEADINGS = {"teams": say("Teams"), "roles": say("Roles"), "people": say("People")}
_KINDS = {"teams": say("Team"), "roles": say("Role"), "people": say("Person")}


def who_pages(words: Wording, drawer: Drawer) -> Iterator[Page]:
    """The list first, then everybody on it."""
    lists = []
    for section in _SECTIONS:
        elements = getattr(words.journey.model, section)
        links = tuple(Link(words.title(section, name), page_of(section, name)) for name in elements)
        if links:
            lists.append(Listed(words.say(_HEADINGS[section]), links))
    if not lists:
        return
    yield Page(WHO, words.say(say("Who does what")), blocks=tuple(lists))
    for section in _SECTIONS:
        for name in getattr(words.journey.model, section):
            yield _page(words, section, name, drawer)


def _page(words: Wording, section: Section, name: str, drawer: Drawer) -> Page:
    about = getattr(words.journey.model, section)[name].about
    path = page_of(section, name)
    pictures, panels = drawer.view(words, View("role", name), path)
    return Page(
        path,
        words.title(section, name),
        lead=words.say(about) if about is not None else "",
        eyebrow=words.say(_KINDS[section]),
        blocks=(*map(Facts, panels), *pictures),
        parent=WHO,
        shelf=section,
    )
