"""Pages of HTML from templates: everything in them is escaped unless we drew it ourselves."""

from __future__ import annotations

from importlib import resources


def page(template: str, **values: object) -> str:
    """A template of this folder, filled in; ``style`` is the sheet that all of them share."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                              lstrip_blocks=True, keep_trailing_newline=True)  # fmt: skip
    folder = resources.files("processctl") / "reports"
    style = Markup((folder / "page.css").read_text(encoding="utf-8"))  # noqa: S704 - our own file
    text = (folder / template).read_text(encoding="utf-8")
    return environment.from_string(text).render(**values, style=style)


def drawing(svg: str) -> object:
    """An SVG of our own, as part of a page; names in it were escaped where it was drawn."""
    from markupsafe import Markup

    return Markup(svg[svg.index("<svg") :])  # noqa: S704 - see above
