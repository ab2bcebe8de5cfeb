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
PLANS = "plans.html"
GLOSSARY = "glossary.html"
GAPS = "gaps.html"
HISTORY = "history.html"
ROADMAP = "roadmap.html"


def page_of(section: Section, name: str) -> str:
    """The page of an element. Ids of the language are letters, digits and underscores."""
    return f"{section}/{name}.html"


def calendar_of(forum: str) -> str:
    """The calendar of a meeting; that of all of them without an id."""
    return f"calendar/{forum or 'all'}.ics"


def word_of(section: str, name: str) -> str:
    """Where the glossary explains an element that has no page of its own."""
    return f"{GLOSSARY}#{section}-{name}"


def agreements_of(teams: tuple[str, str]) -> str:
    """The agreements between two teams, or within one."""
    one, other = teams
    return f"agreements/{one}.html" if one == other else f"agreements/{one}-{other}.html"


def handout_of(role: str) -> str:
    """The sheet of paper of a role."""
    return f"handouts/{role}.html"


def up(path: str) -> str:
    """What leads from a page back to the folder of its language."""
    return "../" * path.count("/")


def between(here: str, there: str) -> str:
    """What leads from one page to another, or to a place on it."""
    folder = here[: here.rfind("/") + 1]
    return there.removeprefix(folder) if there.startswith(folder) else up(here) + there
