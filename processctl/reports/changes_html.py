"""A comparison as one page of HTML that needs nothing else: no script, nothing that it loads."""

from __future__ import annotations

from collections.abc import Callable

from processctl.compare.change import Change
from processctl.compare.difference import Difference
from processctl.reports.changes import SIGNS, Changes
from processctl.reports.page import drawing, page
from processctl.texts import say

Svg = Callable[[Difference, str], str | None]
"""Draws a comparison in a language; None where it cannot be drawn."""


def changes_html(changes: Changes, svg: Svg) -> str:
    """The comparison as one document."""
    words = changes.words
    several = len(changes.differences) != 1
    title = words(say("What has changed")) if several else words(changes.differences[0].title)
    return page(
        "changes.html.j2",
        language=changes.language,
        title=title,
        between=changes.between(),
        workspaces=[_workspace(changes, one, svg) for one in changes.differences],
        labels={
            "before": words(say("Before")),
            "now": words(say("Now")),
            "drawing": words(say("Both states in one drawing")),
            "first": words(say("First: this change itself says what is checked")),
        },
    )


def _workspace(changes: Changes, difference: Difference, svg: Svg) -> dict[str, object]:
    drawn = svg(difference, changes.language) if difference.comparison is not None else None
    first = changes.first(difference)
    return {
        "title": changes.words(difference.title),
        "root": changes.root(difference),
        "count": changes.whole(difference) or changes.count(difference),
        "unread": list(changes.unread(difference)),
        "first": [_change(changes, one) for one in first],
        "levels": [
            {
                "name": level,
                "head": changes.head(level),
                "changes": [_change(changes, one) for one in several if one not in first],
            }
            for level, several in changes.by_level(difference)
        ],
        "findings": changes.findings_head(difference),
        "brought": [changes.finding(one) for one in difference.brought],
        "mended": [changes.finding(one, changes.old) for one in difference.mended],
        "drawing": drawing(drawn) if drawn is not None else None,
    }


def _change(changes: Changes, change: Change) -> dict[str, object]:
    return {
        "level": change.level,
        "sign": SIGNS[change.level],
        "word": changes.level(change.level),
        "message": changes.words(change.message),
        "code": change.kind.code,
        "name": change.kind.name,
        "details": list(changes.details(change)),
        "lines": changes.lines_of(change),
        "spots": changes.spots(change),
    }
