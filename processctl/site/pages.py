"""All pages of the site in one language, in the order in which they are listed."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.site.content.agreements import agreement_pages, agreement_paths
from processctl.site.content.data import data_page
from processctl.site.content.feedback import feedback_page
from processctl.site.content.glossary import glossary_page
from processctl.site.content.goals import goals_page
from processctl.site.content.handout import handout_pages
from processctl.site.content.journey import journey_page
from processctl.site.content.known import gaps_page
from processctl.site.content.life import history_page
from processctl.site.content.order import stages_in_order
from processctl.site.content.plans import plans_page
from processctl.site.content.roadmap import roadmap_page
from processctl.site.content.stage import stage_page
from processctl.site.content.who import who_pages
from processctl.site.material import Material
from processctl.site.page import Page
from processctl.views.wording import Wording, wording


def pages(material: Material, language: str) -> Iterator[Page]:
    """Every page that the process has something for."""
    words = wording(material.journey, language)
    told = tuple(_told(words, material))
    yield from told
    there = {page.path: page.label or page.title for page in told}
    about = (
        roadmap_page(words, material, there),
        gaps_page(words, material),
        history_page(words, material),
    )
    yield from (page for page in about if page is not None)


def _told(words: Wording, material: Material) -> Iterator[Page]:
    """What the process says, in the order in which it is listed."""
    agreements = agreement_paths(material.journey)
    yield journey_page(words, material)
    for stage in stages_in_order(material.journey):
        yield stage_page(words, stage, agreements)
    yield from who_pages(words, public=material.public)
    yield from handout_pages(words)
    yield from agreement_pages(words)
    rest = (
        feedback_page(words),
        data_page(words),
        goals_page(words),
        plans_page(words, material),
        glossary_page(words),
    )
    yield from (page for page in rest if page is not None)
