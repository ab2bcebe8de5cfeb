"""Themes: every colour has its counterpart, and whatever is drawn can be seen, by every eye."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

import processctl.diagrams
from processctl.diagrams import Box, Lane, Line, Options, Sketch, style, write_dot, write_svg
from processctl.diagrams.bars import Bar, Bars, bars_scene
from processctl.diagrams.draw import draw
from processctl.diagrams.geometry import Point, Rect
from processctl.diagrams.ladder import Ladder, Square, Step, ladder_scene
from processctl.diagrams.placing.layout import layout
from processctl.diagrams.scene import Disc, Group, Patch, Plate, Scene, Stroke, Text, Thing
from processctl.diagrams.sketch import Mark, tidy
from processctl.diagrams.themes import DARK, THEMES, Theme, colour, themed
from tests.diagrams.colours import SIGHTS, apart, blended, contrast
from tests.diagrams.diagram_reader import read
from tests.diagrams.diagram_sketches import example, funnel

ROOM = Path(processctl.diagrams.__file__).parent
MARKS: tuple[Mark, ...] = ("added", "removed", "changed")
# Lines that only adorn: the lanes have tints and names as well.
ADORNMENT = {colour(style.RULE, theme) for theme in THEMES}


def marked() -> Sketch:
    """What became of each of three stages and of the ways to them, beside one that stayed."""
    boxes = (
        Box("a", "A", "l", is_start=True),
        *(Box(mark, mark, "l", mark=mark) for mark in MARKS),
    )
    lines = tuple(Line(mark, "a", mark, mark=mark, label=(mark,)) for mark in MARKS)
    return Sketch("Two states", "en", (Lane("l", "L"), Lane("m", "M")), boxes, lines)


@cache
def scenes() -> dict[str, Scene]:
    sketches = {
        "funnel": funnel(),
        "marked": marked(),
        "after": example("after"),
        "before": example("before"),
    }
    drawn = {name: draw(layout(tidy(sketch))) for name, sketch in sketches.items()}
    questions = (
        Square("1", "answered", "", 1), Square("2", "partly", "", -1), Square("3", "open", ""),
    )  # fmt: skip
    steps = (Step("I", "1 of 3", questions), Step("II", "1 of 3", questions, is_here=True))
    legend = (("answered", "a"), ("partly", "p"), ("open", "o"))
    bars = (Bar("one", (3, 2, 1), "six", ""), Bar("two", (1, 0, 4), "five", ""))
    return {
        **drawn,
        "ladder": ladder_scene(Ladder("T", "S", "en", "here", legend, steps)),  # type: ignore[arg-type]  # a literal's type is not seen through a name
        "bars": bars_scene(Bars("T", "S", "en", ("e", "w", "i"), bars)),
    }


SCENES = ("funnel", "marked", "after", "before", "ladder", "bars")


def flat(things: tuple[Thing, ...]) -> Iterator[Thing]:
    for thing in things:
        if isinstance(thing, Group):
            yield from flat(thing.things)
        else:
            yield thing


def colours_in(things: tuple[Thing, ...]) -> set[str]:
    found = {getattr(thing, name, None) for thing in flat(things) for name in ("ink", "paper")}
    return {one for one in found if one is not None}


def test_every_colour_of_every_drawing_is_in_the_table() -> None:
    written = {
        node.value
        for module in ROOM.rglob("*.py")
        if module.name != "themes.py"
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if len(node.value) in (7, 9)
        and node.value[0] == "#"
        and node.value not in ("#ffffff00", "#rrggbbaa")
    }
    assert written == set(DARK)


def test_no_colour_of_the_light_theme_is_left_in_the_dark() -> None:
    for name, scene in scenes().items():
        dark = themed(scene, "dark")
        assert colours_in(dark.things) <= set(DARK.values()), name
        assert len(colours_in(dark.things)) <= len(colours_in(scene.things))
        assert dark.paper == DARK[style.PAPER]
        assert themed(scene, "light") is scene


def test_two_colours_stay_two() -> None:
    assert len(set(DARK.values())) == len(DARK)


def ground(things: list[Thing], at: Point, paper: str) -> str:
    """The colour at a point when ``things`` have been drawn."""
    for thing in things:
        match thing:
            case Plate(paper=str(over)) if _holds(thing.rect, at):
                paper = blended(over, paper)
            case Patch() if _holds_point(thing.points, at):
                paper = blended(thing.paper, paper)
            case Disc() if _holds(Rect(*thing.centre, 0, 0).grown(thing.radius), at):
                paper = thing.paper
    return paper


def _holds(rect: Rect, at: Point) -> bool:
    return rect.left <= at[0] <= rect.right and rect.top <= at[1] <= rect.bottom


def _holds_point(points: tuple[Point, ...], at: Point) -> bool:
    inside = False
    for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
        if (y1 > at[1]) != (y2 > at[1]) and at[0] < x1 + (at[1] - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


@pytest.mark.parametrize("sight", SIGHTS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", SCENES)
def test_text_and_lines_stand_out_from_what_is_below_them(
    name: str, theme: Theme, sight: str
) -> None:
    scene = themed(scenes()[name], theme)
    things = list(flat(scene.things))
    seen = 0
    for number, thing in enumerate(things):
        if isinstance(thing, Text):
            at, ink, least = (thing.at[0] + 1, thing.at[1] - thing.size * 0.3), thing.ink, 4.5
        elif isinstance(thing, Stroke) and thing.ink not in ADORNMENT:
            (x1, y1), (x2, y2) = thing.points[:2]
            at, ink, least = ((x1 + x2) / 2, (y1 + y2) / 2), thing.ink, 3.0
        elif isinstance(thing, Plate) and thing.ink:
            at, ink, least = (thing.rect.left - 2, thing.rect.top - 2), thing.ink, 3.0
        else:
            continue
        below = ground(things[:number], at, scene.paper)
        assert contrast(ink, below, sight) >= least, (thing, below)
        seen += 1
    assert seen > 10


def test_no_two_kinds_differ_by_colour_alone() -> None:
    lines = [*style.LINE_STYLES.values(), *style.MARKED_LINES.values(), style.PLANNED_LINE]
    shapes = [replace(look, colour="", dot="") for look in lines]
    boxes = [*style.BOX_STYLES.values(), *style.MARKED_BOXES.values()]
    forms = [replace(look, border="", paper="") for look in boxes]
    for kind in (shapes, forms):
        assert not [pair for pair in combinations(kind, 2) if pair[0] == pair[1]]


def test_the_simulations_leave_grey_alone() -> None:
    for sight in SIGHTS:
        assert apart("#808080", "#808080", sight) == 0
        assert contrast("#ffffff", "#000000", sight) == pytest.approx(21, rel=0.01)
    # What it is all about: these two are far from each other, and for one eye in twelve they are not.
    assert apart("#a05000", "#507800", "deuteranopia") < 0.3 * apart("#a05000", "#507800")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", ["usual", "protanopia", "deuteranopia", "tritanopia"])
def test_what_became_of_a_stage_is_told_by_colours_too(sight: str, theme: Theme) -> None:
    """In greyscale dashes and tails alone tell it, which the law above is for."""
    inks = [colour(style.MARKED_LINES[mark].colour, theme) for mark in MARKS]
    for one, other in combinations(inks, 2):
        assert apart(one, other, sight) >= 20, (one, other)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("sight", SIGHTS)
def test_the_parts_of_a_bar_are_told_apart(sight: str, theme: Theme) -> None:
    papers = [colour(one, theme) for one in ("#b3141c", "#f3c98b", "#ffffff")]
    for one, other in combinations(papers, 2):
        assert contrast(one, other, sight) >= 1.4, (one, other)


def test_svg_and_dot_are_drawn_in_the_theme() -> None:
    for writer in (write_svg, write_dot):
        light, dark = (writer(funnel(), Options(theme=theme)) for theme in THEMES)
        assert light == writer(funnel())
        assert style.INK.encode() in light
        assert style.INK.encode() not in dark
        assert DARK[style.PAPER].encode() in dark
    bright = read(write_svg(funnel()))
    assert read(write_svg(funnel(), Options(theme="dark"))) == bright
