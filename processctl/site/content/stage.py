"""The page of a stage: what it means, who does what by when, every way out, what comes back."""

from __future__ import annotations

from processctl.model.stage import Stage
from processctl.site.addresses import JOURNEY, page_of
from processctl.site.drawn import Drawer
from processctl.site.page import Facts, Page
from processctl.texts import say
from processctl.views.view import View
from processctl.views.wording import Wording


def stage_page(words: Wording, stage: Stage, drawer: Drawer) -> Page:
    """Everything about one stage."""
    path = page_of("stages", stage.id)
    pictures, panels = drawer.view(words, View("stage", stage.id), path)
    return Page(
        path,
        words.say(stage.title),
        lead=words.say(stage.means) if stage.means is not None else "",
        eyebrow=words.say(say("Stage")),
        blocks=(*pictures, *map(Facts, panels)),
        parent=JOURNEY,
        shelf=stage.phase or "",
    )
