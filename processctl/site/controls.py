"""What readers can press or type into: made by scripts, so that nothing is there that would do nothing.

The scripts of the site hold no words and no elements of their own, and find these in a script for each language.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from processctl.reports.page import environment
from processctl.site.search import scripts
from processctl.texts import Translator, say, translator

_KINDS = ("search", "theme", "tools", "link")
"""The field in the header and the switch beside it, what stands above a drawing, and beside a heading."""


def controls_of(language: str) -> str:
    """Where the script with the controls in a language stands."""
    return f"assets/controls-{language}.js"


def controls(language: str) -> bytes:
    """The script: the elements as HTML, by their kinds."""
    values = {"labels": _labels(translator(language)), "scripts": scripts(language)}
    found = {
        kind: environment("site").get_template(f"templates/controls/{kind}.html.j2").render(values)
        for kind in _KINDS
    }
    text = json.dumps(found, ensure_ascii=False, indent=0)
    return f"window.processctlControls = {text};\n".encode()


def _labels(words: Translator) -> Mapping[str, str]:
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
        "link": say("Link to this heading: {title}", title="{title}"),
    }
    return {name: words.render(text) for name, text in texts.items()}
