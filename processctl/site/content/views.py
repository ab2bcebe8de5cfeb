"""Pages that are one view each: feedback, data, goals."""

from __future__ import annotations

from processctl.site.drawn import Drawer
from processctl.site.page import Facts, Page
from processctl.texts import Message
from processctl.views.view import View
from processctl.views.wording import Wording


def view_page(words: Wording, view: View, path: str, title: Message, drawer: Drawer) -> Page | None:
    """The page of a view; None where there is nothing to show."""
    pictures, panels = drawer.view(words, view, path)
    if not pictures and not panels:
        return None
    return Page(path, words.say(title), blocks=(*pictures, *map(Facts, panels)))
