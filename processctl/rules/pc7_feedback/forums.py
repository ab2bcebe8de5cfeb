"""The forums that a workspace answers for itself."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.meeting import Forum


def own_forums(journey: Journey) -> Iterator[Forum]:
    """Those that were not brought in from another workspace."""
    return (forum for forum in journey.model.forums.values() if not forum.shared)


def has_agenda(forum: Forum) -> bool:
    """Whether it is said what a forum goes through, or decides; so too where that cannot be read."""
    return not (forum.lacks("agenda") and forum.lacks("decides"))


def subject(forum: Forum) -> str:
    """What findings on one forum have in common."""
    return f"forum {forum.id}"
