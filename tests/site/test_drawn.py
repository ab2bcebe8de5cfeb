"""Drawings are made once: for every page that shows one, and for every site after the first."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from processctl.diagrams import Options, write_svg
from processctl.diagrams.files.svg import titled
from processctl.diagrams.sketch import plain
from processctl.lint.run import read_journey
from processctl.site.build import build
from processctl.site.drawn import Drawer
from processctl.site.material import Material
from processctl.views.view import drawing_of, is_empty, views_of
from tests.cli.program import starter
from tests.views.hostile import hostile
from tests.views.reading import journey, written

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
