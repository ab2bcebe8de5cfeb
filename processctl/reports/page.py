"""Pages of HTML from templates: everything in them is escaped unless we drew it ourselves."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment


def page(template: str, **values: object) -> str:
    """A template of this folder, filled in; ``style`` is the sheet that all of them share."""
    from markupsafe import Markup

    sheet = (resources.files("processctl") / "reports" / "page.css").read_text(encoding="utf-8")
    style = Markup(sheet)  # noqa: S704 - our own file
    return environment("reports").get_template(template).render(**values, style=style)


@cache
def environment(room: str) -> Environment:
    """What reads the templates of a package of ours, each once."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = resources.files("processctl") / room
    return Environment(
        loader=FunctionLoader(lambda name: (folder / name).read_text(encoding="utf-8")),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
        keep_trailing_newline=True,
    )  # fmt: skip


def drawing(svg: str) -> object:
    """An SVG of our own, as part of a page; names in it were escaped where it was drawn."""
    from markupsafe import Markup

    return Markup(svg[svg.index("<svg") :])  # noqa: S704 - see above
