"""``--public``: nobody is named, and nothing is written where a text would name them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from processctl.site.build import build
from processctl.site.material import Material
from processctl.site.public import leaks, without_people
from tests.cli.program import call
from tests.views.reading import NAMES, journey, written

PROCESS = """
process: {languages: [en, fi]}
teams: {sales: {name: Sales, email: sales@example.com}}
roles:
  seller: {name: {en: Seller, fi: Myyjä}, team: sales, held_by: [anna]}
people:
  anna: {name: Anna Laine, email: anna@example.com, phone: "+358 40 1234567", accounts: {github: annalaine}}
  ben: {name: Ben}
stages:
  a:
    start: true
    owner: anna
    within: 1 day
    means: MEANS
    late: {tell: ben, to: done}
  done: {owner: ben, outcome: won}
"""


@pytest.mark.parametrize("name", NAMES)
def test_no_name_and_no_address_is_in_any_file(name: str) -> None:
    found = journey(name)
    files = build(Material(without_people(found), public=True), ("en", "fi"))
    people = [one.in_language(lang) for person in found.model.people.values() for lang in ("en", "fi") for one in [person.title]]  # fmt: skip
    for path, content in files.items():
        text = content.decode("utf-8", "replace") if path.endswith((".html", ".ics")) else ""
        assert "@" not in text.replace("@font", ""), path
        assert not any(re.search(rf"\\b{re.escape(one)}\\b", text) for one in people), path
        assert path.split("/")[1:2] != ["people"]


def test_roles_stand_for_people_and_the_page_says_so(tmp_path: Path) -> None:
    found = written(tmp_path, PROCESS.replace("MEANS", "Somebody called"))
    files = build(Material(without_people(found), public=True), ("en", "fi"))
    page = files["en/stages/a.html"].decode()
    assert "Seller" in page
    assert "somebody" in page  # ben has no role
    assert "This site is for everybody: people, addresses, findings" in page
    assert "Tämä sivusto on kaikille" in files["fi/stages/a.html"].decode()
    assert not {"en/gaps.html", "en/roadmap.html", "en/history.html"} & files.keys()
    assert list(leaks(found, files)) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Ask Anna Laine first", "Anna Laine"),
        ("Kysy Anna Lainelta", "Anna Lainelta"),
        ("Ask Ben's team", "Ben's"),
        ("Kysytään Benille", "Benille"),
        ("The benefit of Bengal", None),
        ("Write to help@example.org", "help@example.org"),
        ("Call +358 40 1234567", "+358 40 1234567"),
        ("See annalaine on GitHub", "annalaine"),
    ],
)
def test_a_text_that_names_somebody_is_found(text: str, named: str | None, tmp_path: Path) -> None:
    found = written(tmp_path, PROCESS.replace("MEANS", f'"{text}"'))
    files = build(Material(without_people(found), public=True), ("en",))
    words = {leak.words for leak in leaks(found, files)}
    assert words == ({named} if named else set())


def test_nothing_is_written_where_a_text_names_somebody(tmp_path: Path) -> None:
    written(tmp_path / "ours", PROCESS.replace("MEANS", "Ask Anna Laine"))
    done = call("site", "build", "ours", "--public", "-o", "site", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert 'would name "Anna Laine" to everybody: a text of the process does.' in done.err
    assert "Name the role instead, then build again." in done.err
    assert not (tmp_path / "site").exists()


def test_the_command_writes_a_public_site(tmp_path: Path) -> None:
    written(tmp_path / "ours", PROCESS.replace("MEANS", "Somebody called"))
    assert call("site", "build", "ours", "--public", "-o", "site", cwd=tmp_path).status == 0
    assert not (tmp_path / "site" / "en" / "people").exists()
    assert not (tmp_path / "site" / "en" / "gaps.html").exists()
