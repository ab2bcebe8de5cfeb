"""Journeys to look at: those of the examples, and small ones written in a test."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from processctl.diagrams import Exchange, Sketch, Table
from processctl.diagrams.sketch import Panel
from processctl.journey import Journey
from processctl.lint.run import read_journey
from processctl.texts import translator
from processctl.views.view import drawing_of, parse

TODAY = date(2026, 9, 15)
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = (
    "after", "before", "espocrm", "gitlab", "gitlab_success", "posthog", "revops", "sourcegraph",
)  # fmt: skip


@cache
def journey(name: str) -> Journey:
    """The journey of an example."""
    return read_journey(EXAMPLES / name)


def written(folder: Path, text: str) -> Journey:
    """A journey written for a test."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "processctl.yaml").write_text("processctl: 1\n" + text, encoding="utf-8")
    found = read_journey(folder)
    problems = found.model.workspace.problems
    assert not problems, translator("en").render(problems[0].message)
    return found


def sketch(found: Journey, view: str, language: str = "en") -> Sketch:
    """A view that is drawn in boxes and lines."""
    drawing = drawing_of(found, parse(view), language)
    assert isinstance(drawing, Sketch)
    return drawing


def table(found: Journey, view: str, language: str = "en") -> Table:
    """A view that is drawn in rows and columns."""
    drawing = drawing_of(found, parse(view), language)
    assert isinstance(drawing, Table)
    return drawing


def exchange(found: Journey, language: str = "en") -> Exchange:
    """The view of feedback."""
    drawing = drawing_of(found, parse("feedback"), language)
    assert isinstance(drawing, Exchange)
    return drawing


def said(panel: Panel) -> dict[str, tuple[str, ...]]:
    """What a panel says, by its terms."""
    return {fact.term: fact.words for fact in panel.facts}
