"""Drawings are made once: for every page that shows one, and for every site after the first."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # it has no types

from processctl.diagrams import Options, write_svg
from processctl.diagrams.files.svg import subset, titled
from processctl.diagrams.sketch import plain
from processctl.lint.run import read_journey
from processctl.site.build import build, compose
from processctl.site.composed import Waiting
from processctl.site.drawn import Drawer
from processctl.site.material import Material
from processctl.views.view import drawing_of, is_empty, views_of
from tests.cli.program import starter
from tests.views.hostile import hostile
from tests.views.reading import NAMES, journey, written

IN_PAGE = Options(in_page=True)


def test_a_title_that_is_given_afterwards_is_the_same_as_one_from_the_beginning(
    tmp_path: Path,
) -> None:
    for found in (journey("before"), hostile(tmp_path, 0)):
        for view in views_of(found):
            drawing = replace(drawing_of(found, view, "en"), panels=())
            if not is_empty(drawing):
                bare = write_svg(replace(drawing, title=""), IN_PAGE).decode()
                whole = write_svg(drawing, IN_PAGE).decode()
                assert titled(bare, plain(drawing.title)) == whole, view.name


@pytest.mark.parametrize(
    ("old", "new", "some"),
    [
        ("name: Nurtured", "name: Kept warm", True),  # a stage
        ("name: CRM", "name: Our CRM", True),  # a system, in the table of data alone
        ("Send the monthly letter", "Send the letter", False),  # told in words alone
    ],
)
def test_after_a_change_only_what_shows_it_is_drawn_again(
    old: str, new: str, some: bool, tmp_path: Path
) -> None:
    drawer = Drawer()
    build(Material(read_journey(starter(tmp_path / "before"))), ("en",), drawer)
    first = drawer.count
    build(Material(read_journey(starter(tmp_path / "after", (old, new)))), ("en",), drawer)
    showing = [one for one in drawer.known.values() if new.removeprefix("name: ") in one]
    assert drawer.count - first == len(showing)
    assert bool(showing) == some
    assert len(showing) < first


def test_who_holds_one_role_alone_has_its_drawing(tmp_path: Path) -> None:
    drawer, found = Drawer(), read_journey(starter(tmp_path))
    build(Material(found), ("en",), drawer)
    assert drawer.count < len([view for view in views_of(found) if view.kind != "goals"])


def test_several_processes_draw_the_same() -> None:
    found = Material(journey("gitlab"))
    alone, together = Drawer(), Drawer(processes=2)
    assert dict(build(found, ("en",), alone)) == dict(build(found, ("en",), together))
    assert alone.known == together.known


def test_a_part_that_is_as_large_as_the_whole_is_not_drawn_again(tmp_path: Path) -> None:
    stages = "".join(f"  s{number}: {{owner: seller, outcome: won}}\n" for number in range(70))
    found = written(tmp_path, f"roles: {{seller: {{name: Seller}}}}\nstages:\n{stages}")
    files = build(Material(found), ("en",))
    assert b"<svg" in files["en/index.html"]
    assert b"<svg" not in files["en/roles/seller.html"]


def test_while_somebody_writes_only_what_somebody_looks_at_is_drawn(tmp_path: Path) -> None:
    drawer, found = Drawer(), read_journey(starter(tmp_path))
    site = compose(Material(found), ("en",))
    waiting = Waiting(site, drawer)
    assert dict(build(Material(found), ("en",))) == {path: waiting[path] for path in waiting}
    later = Drawer()
    waiting = Waiting(site, later)
    assert "en/stages/nurtured.html" in waiting
    assert "en/stages/nobody.html" not in waiting
    assert later.count == 0
    assert b"<svg" in waiting["en/stages/nurtured.html"]
    assert later.count == 1
    assert waiting.get("en/stages/nobody.html") is None
    later.keep(site.drawings[:0])
    assert later.known == {}


@pytest.mark.parametrize("name", NAMES)
def test_the_fonts_hold_every_letter_of_the_pages(name: str) -> None:
    files = build(Material(journey(name)), ("en", "fi"))
    written = {
        sign for path, text in files.items() if path.endswith(".html") for sign in text.decode()
    }
    for font in ("regular", "bold"):
        held = set(TTFont(BytesIO(files[f"assets/{font}.ttf"])).getBestCmap())
        whole = set(
            TTFont(BytesIO(subset("".join(sorted(written)), bold=font == "bold"))).getBestCmap()
        )
        assert whole <= held
