"""Linting by way of the cache: nothing of the linter is loaded where it knows the result."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from processctl.lint.cache import Cache
from processctl.lint.result import Result
from processctl.reading.limits import Limits
from processctl.reading.tree import DISK, Tree


def cached_lint(root: Path, today: date, limits: Limits, cache: Cache, tree: Tree = DISK) -> Result:
    """Lint the workspace in a folder, as ``tree`` has it, or find what that came to before."""
    known = cache.find(today, tree)
    if known is not None:
        return known
    from processctl.lint.run import lint_journey, read_journey
    from processctl.proofs import prove_with
    from processctl.proofs.answers import Answers
    from processctl.reading.collector import collector_off

    before = cache.answers()
    answers = Answers(before)
    with collector_off():
        journey = read_journey(root, limits, tree=tree)
        prove_with(journey, answers)
        result = lint_journey(journey, today)
    workspace = journey.model.workspace
    if workspace.complete and not result.failed:
        cache.keep(result, workspace.roots, workspace.texts, today, tree)
    if tree is DISK and answers.used != before:  # those of an earlier state would crowd them out
        cache.keep_answers(answers.used)
    return result
