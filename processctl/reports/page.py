"""Pages of HTML from templates: everything in them is escaped unless we drew it ourselves."""

from __future__ import annotations

from importlib import resources


def page(template: str, **values: object) -> str:
    """A template of this folder, filled in."""
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                              lstrip_blocks=True, keep_trailing_newline=True)  # fmt: skip
    text = (resources.files("processctl") / "reports" / template).read_text(encoding="utf-8")
    return environment.from_string(text).render(**values)


def drawing(svg: str) -> object:
    """An SVG of our own, as part of a page; names in it were escaped where it was drawn."""
    from markupsafe import Markup

    return Markup(svg[svg.index("<svg") :])  # noqa: S704 - see above
