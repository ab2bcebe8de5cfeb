"""From a folder to a result: the whole way of the linter, in one place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from processctl.journey import Journey, make_journey
from processctl.model.model import read_model
from processctl.reading.collector import collector_off
from processctl.reading.limits import Limits
from processctl.reading.tree import DISK, Tree
from processctl.reading.workspace import load

if TYPE_CHECKING:
    from processctl.lint.result import Result


def read_journey(
    root: Path,
    limits: Limits | None = None,
    overrides: Mapping[Path, str] | None = None,
    tree: Tree = DISK,
) -> Journey:
    """Read the workspace in a folder, as ``tree`` has it, and make its journey."""
    return make_journey(read_model(load(root, limits, overrides=overrides, tree=tree)))


def lint_workspace(
    root: Path,
    today: date,
    limits: Limits | None = None,
    overrides: Mapping[Path, str] | None = None,
    language: str | None = None,
) -> Result:
    """Lint the workspace in a folder as on the day ``today``."""
    with collector_off():
        return lint_journey(read_journey(root, limits, overrides), today, language)


def lint_journey(
    journey: Journey,
    today: date,
    language: str | None = None,
    *,
    every: bool = False,
    questions: bool = True,
    between: Callable[[], None] = lambda: None,
) -> Result:
    """Lint a journey with all rules, those of other packages too; see the engine for the others."""
    # Who only reads a journey, to draw it, waits for no rules.
    from processctl.lint.engine import lint
    from processctl.lint.own import plugin_failures
    from processctl.lint.plugins import registry

    known = registry()
    return lint(
        journey,
        known.rules,
        today,
        plugin_failures(known),
        language,
        every=every,
        questions=questions,
        between=between,
    )
