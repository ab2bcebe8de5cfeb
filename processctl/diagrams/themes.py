"""Themes: the same drawing in other colours.

Everything is drawn in the light colours, which stand where they are used. A theme is a table from
each of those to its own; so a drawing knows nothing of themes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Literal, TypeAlias, get_args

from processctl.diagrams.scene import Disc, Group, Patch, Plate, Scene, Stroke, Text, Thing

Theme: TypeAlias = Literal["light", "dark"]
Colours: TypeAlias = Callable[[str], str]
THEMES: tuple[Theme, ...] = get_args(Theme)

DARK: Mapping[str, str] = {
    # text and paper
    "#1f2937": "#e6eaf0",
    "#4b5563": "#b6bfcb",
    "#ffffff": "#10141a",
    "#ffffff8c": "#10141a8c",
    "#1f293712": "#e6eaf012",
    "#d5dae1": "#3a4553",
    # the tints of lanes
    "#eaf2fb": "#17222f",
    "#fdf4e3": "#272115",
    "#eaf6ee": "#16251c",
    "#f4eefa": "#211c2d",
    "#fceff3": "#2a1a21",
    "#e8f5f6": "#15262a",
    "#f1f3f5": "#1e2329",
    # borders and lines
    "#374151": "#c3ccd8",
    "#6b7280": "#98a2b0",
    "#b8510a": "#f59e5b",
    "#b3141c": "#ff9b94",
    "#5b4a8a": "#b8a6ee",
    "#17693a": "#7fd3a0",
    "#9f3a3a": "#f09a93",
    "#0b5cad": "#7db8f5",
    "#8c0f16": "#ff857d",
    "#a66c00": "#eccb5c",
    "#8a5200": "#f0bd6f",
    # what boxes, squares and bars are filled with
    "#f1faf3": "#12281b",
    "#fbe9e7": "#331c1a",
    "#f5f5f5": "#20262d",
    "#fdecec": "#3a1517",
    "#e8f1fc": "#14273b",
    "#fff6e0": "#2e2610",
    "#f3c98b": "#7a4f10",
    "#ffd866": "#6b5200",
    "#dff3e5": "#143524",
    "#fdefd2": "#33270f",
    "#e7ebf1": "#232b35",
    "#d3dbe7": "#334153",
}
"""For each colour of the drawings the one that takes its place on dark paper."""


def colour(light: str, theme: Theme) -> str:
    """What a colour of the drawings is in a theme."""
    return light if theme == "light" else DARK[light]


def variable(light: str) -> str:
    """A colour of the drawings as a page of HTML knows it: it is what the theme of the page says."""
    return f"var(--c-{light.removeprefix('#')})"


def sheet() -> str:
    """The style sheet with every colour that ``variable`` names, in both themes.

    A page is dark where the reader's device is, or where ``data-theme`` at its root says so; paper is light.
    """
    light, dark = (
        " ".join(f"--c-{one.removeprefix('#')}: {colour(one, theme)};" for one in DARK)
        for theme in THEMES
    )
    return (
        f":root {{ color-scheme: light; {light} }}\n"
        f"@media screen {{ :root[data-theme=dark] {{ color-scheme: dark; {dark} }} }}\n"
        "@media screen and (prefers-color-scheme: dark) "
        f"{{ :root:not([data-theme]) {{ color-scheme: dark; {dark} }} }}\n"
    )


def themed(scene: Scene, theme: Theme) -> Scene:
    """The scene in the colours of a theme."""
    return scene if theme == "light" else _in_colours(scene, DARK.__getitem__)


def variables(scene: Scene) -> Scene:
    """The scene in the colours of the page that it will stand in."""
    return _in_colours(scene, variable)


def recoloured(things: tuple[Thing, ...], theme: Theme) -> tuple[Thing, ...]:
    """The things in the colours of a theme."""
    return things if theme == "light" else _things(things, DARK.__getitem__)


def _in_colours(scene: Scene, of: Colours) -> Scene:
    return replace(scene, paper=of(scene.paper), things=_things(scene.things, of))


def _things(things: tuple[Thing, ...], of: Colours) -> tuple[Thing, ...]:
    return tuple(_thing(thing, of) for thing in things)


def _thing(thing: Thing, of: Colours) -> Thing:
    match thing:
        case Group():
            return replace(thing, things=_things(thing.things, of))
        case Plate():
            paper = of(thing.paper) if thing.paper else None
            return replace(thing, paper=paper, ink=of(thing.ink) if thing.ink else None)
        case Patch():
            return replace(thing, paper=of(thing.paper), ink=of(thing.ink) if thing.ink else None)
        case Disc():
            return replace(thing, paper=of(thing.paper))
        case Stroke() | Text():
            return replace(thing, ink=of(thing.ink))
