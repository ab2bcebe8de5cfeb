"""What the scripts of the site say: they hold no words of their own, and find these in the page."""

from __future__ import annotations

from collections.abc import Mapping

from processctl.texts import Translator, say


def controls(words: Translator) -> Mapping[str, str]:
    """The words beside and on what can be pressed or typed into."""
    texts = {
        "search": say("Search"),
        "found_none": say("Nothing was found."),
        "found_one": say("1 page was found"),
        "found_many": say("{count} pages were found", count="{count}"),
        "theme_auto": say("Colours: automatic"),
        "theme_light": say("Colours: light"),
        "theme_dark": say("Colours: dark"),
        "tools": say("Size of the drawing"),
        "smaller": say("Smaller"),
        "larger": say("Larger"),
        "fit": say("Fit to width"),
        "whole": say("Whole window"),
        "whole_end": say("Back to the page"),
    }
    return {name: words.render(text) for name, text in texts.items()}
