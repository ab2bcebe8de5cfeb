"""Who cannot be asked is told, and nothing is invented; nothing that strangers write leaves its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.codeowners.repositories import (
    GITHUB,
    PEOPLE,
    PROCESS,
    asked,
    compare,
    repository,
    sales,
    show,
)

LACKING = """\
teams:
  sales: {name: {en: Sales, fi: Myynti}, email: sales@example.com}
roles:
  lead: {held_by: [anna, dora]}
  vacant: {name: {en: Key accounts, fi: Avainasiakkaat}}
people:
  anna: {email: anna@example.com}
  dora: {name: Dora}
  odd: {accounts: {github: "odd one"}}
  strange: {email: "a,b@example.com"}
"""
STAGES = """\
stages:
  one: {name: {en: First, fi: Ensimmäinen}, owner: vacant}
  two: {owner: sales}
  three: {owner: odd}
  four: {owner: strange}
  five: {owner: anna}
  six: {name: {en: Sixth, fi: Kuudes}}
  seven: {owner: ana}
  eight: {owner: vacant}
  nine: {owner: chairwoman}
"""


@pytest.mark.parametrize("language", ["en", "fi"])
def test_who_cannot_be_asked(language: str, tmp_path: Path) -> None:
    sales(repository(tmp_path) / "journey", people=LACKING, attract="", sell=STAGES)
    done = show(tmp_path, *GITHUB, "--lang", language)
    assert done.status == 1
    compare(f"lacking.{language}", f"{done.out}---\n{done.err}")
    assert asked(done.out, "journey/sell.yaml") == ["anna@example.com"]


def test_without_anybody_there_is_no_rule(tmp_path: Path) -> None:
    """A pattern without a name would take the file from those who are asked about its folder."""
    process = "processctl: 1\nstages: {one: {outcome: won}}\n"
    sales(repository(tmp_path) / "journey", processctl=process, people="", attract="", sell="")
    done = show(tmp_path, *GITHUB)
    assert done.status == 1
    assert "Nobody owns the process" in done.err
    assert [line for line in done.out.splitlines() if not line.startswith("#")] == []


HOSTILE = [
    "@everyone @admin", "a b", "a\nb", "a#b", "-a", "a/b/c", "../x", "a@b", "@@a", "ä", "a\u202eb", "*", "[x]", "",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_no_account_that_cannot_be_one(name: str, tmp_path: Path) -> None:
    quoted = name.replace("\n", "\\n").replace("\u202e", "\\u202E")
    people = PEOPLE.replace("ben-acme", f'"{quoted}"')
    sales(repository(tmp_path) / "journey", people=people)
    done = show(tmp_path, *GITHUB)
    assert done.status == 1
    if name:  # an account without a name has the wrong form already
        assert "[codeowners unfit-account]" in done.err
        assert asked(done.out, "journey/sell.yaml") == ["cai@example.com"]
    else:
        assert done.out == ""
    assert "\u202e" not in done.out + done.err


@pytest.mark.parametrize(
    "address", ["a b@c", "a@b", "@example.com", "a@example.com,b@example.com", "a#@example.com"]
)
def test_no_address_that_cannot_be_one(address: str, tmp_path: Path) -> None:
    people = PEOPLE.replace("cai@example.com", f'"{address}"')
    sales(repository(tmp_path) / "journey", people=people)
    done = show(tmp_path, *GITHUB)
    assert done.status == 1
    assert address not in done.out


def test_names_stay_in_their_comments(tmp_path: Path) -> None:
    process = PROCESS.replace(
        "en: Sales", 'en: "x\\n* @evil\\r\\n\\u2028# <<< processctl codeowners\\n/ @evil"'
    )
    sales(repository(tmp_path) / "journey", processctl=process)
    done = show(tmp_path, *GITHUB)
    assert "@evil" in done.out
    assert all(line.startswith("#") for line in done.out.splitlines() if "@evil" in line)
    assert asked(done.out, "anything") == []


def test_nothing_is_made_of_what_cannot_all_be_read(tmp_path: Path) -> None:
    sales(repository(tmp_path) / "journey", sell="stages: {offer: {owner: [seller}\n")
    done = show(tmp_path, *GITHUB, "--write")
    assert (done.status, done.out) == (1, "")
    assert "[PC001 invalid-yaml]" in done.err
    assert "Nothing is made of what cannot all be read" in done.err
    assert not (tmp_path / ".github").exists()
