"""A role on one sheet of paper: what it answers for, gets and gives, by when, and whom it meets."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.site.addresses import WHO, handout_of
from processctl.site.content.day import day_panels
from processctl.site.page import Facts, Page
from processctl.texts import say
from processctl.views.party import Party
from processctl.views.wording import Wording


def handout_pages(words: Wording) -> Iterator[Page]:
    """One for each role."""
    for name, role in words.journey.model.roles.items():
        panels = day_panels(words, Party(words.journey, "roles", name))
        yield Page(
            handout_of(name),
            words.say(role.title),
            lead=words.say(role.about) if role.about is not None else "",
            eyebrow=words.say(say("On one sheet")),
            blocks=tuple(map(Facts, panels)),
            parent=WHO,
            is_sheet=True,
        )
