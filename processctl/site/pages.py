"""All pages of the site in one language, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.site.addresses import DATA, FEEDBACK, GOALS
from processctl.site.content.glossary import glossary_page
from processctl.site.content.journey import journey_page
from processctl.site.content.stage import stage_page
from processctl.site.content.views import view_page
from processctl.site.content.who import who_pages
from processctl.site.drawn import Drawer
from processctl.site.material import Material
from processctl.site.page import Page
from processctl.texts import say
from processctl.views.journey import shown_stages
from processctl.views.view import View
from processctl.views.wording import wording


def pages(material: Material, language: str, drawer: Drawer) -> Iterator[Page]:
    """Every page that the process has something for."""
    words = wording(material.journey, language)
    yield journey_page(words, drawer)
    for stage in shown_stages(material.journey):
        yield stage_page(words, stage, drawer)
    yield from who_pages(words, drawer)
    rest = (
        view_page(words, View("feedback"), FEEDBACK, say("Feedback and meetings"), drawer),
        view_page(words, View("data"), DATA, say("Data"), drawer),
        view_page(words, View("goals"), GOALS, say("Goals and metrics"), drawer),
        glossary_page(words),
    )
    yield from (page for page in rest if page is not None)
