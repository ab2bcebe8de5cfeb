"""Git repositories with processes in them, and who is asked about which of their files."""

from __future__ import annotations

import os
from pathlib import Path

from codeowners import CodeOwners

from tests.cli.program import Done, call, git, write

GOLDENS = Path(__file__).parent / "goldens"
GITHUB = ("--host", "github")

# Shared parts, and the stages of each team in a file of its own.
PROCESS = """\
processctl: 1
process: {name: {en: Sales, fi: Myynti}, languages: [en, fi], owner: lead}
"""
PEOPLE = """\
teams:
  marketing: {accounts: {github: "@acme/marketing", gitlab: acme/marketing}}
  sales: {lead: seller}
roles:
  lead: {held_by: [anna]}
  seller: {team: sales, held_by: [ben, cai]}
people:
  anna: {email: anna@example.com}
  ben: {accounts: {github: ben-acme, gitlab: ben.acme}}
  cai: {email: cai@example.com}
"""
MARKETING = "stages:\n  contact: {owner: marketing, start: true, exits: [{to: offer}]}\n"
SALES = "stages:\n  offer: {owner: seller, outcome: won}\n"


def sales(folder: Path, **files: str) -> Path:
    """A process whose files each have one owner, with changed or further files."""
    given = {"processctl": PROCESS, "people": PEOPLE, "attract": MARKETING, "sell": SALES}
    return write(folder, **{**given, **files})


def repository(folder: Path) -> Path:
    """An empty git repository."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet")
    return folder


def asked(text: str, path: str) -> list[str]:
    """Whom GitHub would ask about a path."""
    return [owner for _, owner in CodeOwners(text).of(path)]


def show(folder: Path, *arguments: str) -> Done:
    """Run ``processctl codeowners`` in a folder."""
    return call("codeowners", *arguments, cwd=folder)


def compare(name: str, told: str) -> None:
    """Against the file in goldens; to accept what is told now, set UPDATE_GOLDENS."""
    golden = GOLDENS / name
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
