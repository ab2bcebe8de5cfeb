"""The list of pages beside a page."""

from __future__ import annotations

from pathlib import Path

from processctl.site.menu import BESIDE, FEW, MOST, Menu
from processctl.site.page import Page
from tests.site.reading import example, material, site_pages
from tests.views.reading import written


def near(pages: dict[str, Page], path: str) -> list[str]:
    """The names below the open entry of the list, as they stand beside a page."""
    entries = Menu(list(pages.values())).entries(pages[path])
    (opened,) = [entry for entry in entries if entry.below]
    return [link.name for link in opened.below]


def test_of_many_pages_those_of_the_same_phase_stand_beside_one() -> None:
    pages = site_pages(example("after"))
    assert near(pages, "stages/offer.html") == [
        "Opportunity", "Offer", "Paused by the customer", "Sold by the partner", "More to a customer",
        "Web shop", "Deal lost",
    ]  # fmt: skip
    assert len(near(pages, "index.html")) == 21


def test_few_pages_all_stand_beside_each_other() -> None:
    pages = site_pages(example("before"))
    assert len(near(pages, "stages/offer.html")) == 10 <= FEW


def test_of_very_many_the_nearest_stand_beside_one(tmp_path: Path) -> None:
    stages = "\n".join(f"  s{number}: {{outcome: won}}" for number in range(10, 60))
    pages = site_pages(material(written(tmp_path, f"stages:\n{stages}\n")))
    assert near(pages, "index.html") == [f"s{number}" for number in range(10, 10 + MOST)]
    assert near(pages, "stages/s11.html") == [f"s{number}" for number in range(10, 10 + BESIDE)]
    assert near(pages, "stages/s30.html") == [f"s{number}" for number in range(20, 20 + BESIDE)]
    assert near(pages, "stages/s59.html") == [f"s{number}" for number in range(60 - BESIDE, 60)]


def test_roles_stand_beside_roles() -> None:
    pages = site_pages(example("after"))
    assert "Sales" not in near(pages, "roles/sdr.html")
    assert "Lead qualifier" in near(pages, "roles/sdr.html")


def test_stages_are_listed_by_phase_and_where_it_ends_last(tmp_path: Path) -> None:
    found = written(
        tmp_path,
        """
process: {phases: {early: Early, late: Late}}
stages:
  lost_one: {outcome: lost, phase: early}
  second: {phase: late, exits: [{to: lost_one}]}
  loose: {exits: [{to: second}]}
  first: {start: true, phase: early, exits: [{to: second}]}
""",
    )
    pages = site_pages(material(found))
    assert near(pages, "index.html") == ["first", "second", "loose", "lost one"]
