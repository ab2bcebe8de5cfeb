"""Where pages stand: the path of each below the folder of its language."""

from __future__ import annotations

from typing import Literal, TypeAlias

Section: TypeAlias = Literal["stages", "roles", "teams", "people"]

JOURNEY = "index.html"
WHO = "who.html"
AGREEMENTS = "agreements.html"
FEEDBACK = "feedback.html"
DATA = "data.html"
GOALS = "goals.html"
GLOSSARY = "glossary.html"
GAPS = "gaps.html"
HISTORY = "history.html"
ROADMAP = "roadmap.html"


def page_of(section: Section, name: str) -> str:
    """The page of an element. Ids of the language are letters, digits and underscores."""
    return f"{section}/{name}.html"


def agreement_of(giver: str, receiver: str) -> str:
    """The agreement on cases that go from a stage to another."""
    return f"{AGREEMENTS}#{giver}-to-{receiver}"


def up(path: str) -> str:
    """What leads from a page back to the folder of its language."""
    return "../" * path.count("/")
