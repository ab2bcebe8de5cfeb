"""What a site is made of, gathered from a folder: the process, what the linter says of it, and git."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from processctl.cli.commits import state_in
from processctl.texts import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from processctl.compare.life import Step
    from processctl.journey import Journey
    from processctl.reading.limits import Limits
    from processctl.site.material import Material

TOLD = 20
"""So many changes of the process stand on the page of its history."""


def site_languages(journey: Journey, asked: str | None) -> list[str]:
    """The languages of a site: the one asked for, else those of the process that processctl speaks."""
    if asked is not None:
        return [asked]
    return [one for one in journey.model.languages if one in LANGUAGES] or ["en"]


def material_of(
    journey: Journey,
    day: date,
    limits: Limits,
    *,
    public: bool = False,
    past: Callable[[Path, Limits], tuple[Step, ...]] | None = None,
) -> Material:
    """The material of a site. A public one holds nothing that its pages leave out.

    Who makes it again and again keeps the ``past``.
    """
    from processctl.lint.questions.assessment import assess
    from processctl.lint.run import lint_journey
    from processctl.lint.theorem import theorem_of
    from processctl.site.material import Material
    from processctl.site.public import without_people

    if public:
        return Material(without_people(journey), public=True)
    result = lint_journey(journey, day)
    assessment = assess(journey, result.findings, result.scope, day)
    theorem = theorem_of(journey, lint_journey(journey, day, every=True))
    root = journey.model.workspace.root
    return Material(journey, result, assessment, theorem, (past or _life)(root, limits))


class Past:
    """The last changes of a process, looked for again only when there is another commit."""

    def __init__(self) -> None:
        self._commit: str | None = None
        self._life: tuple[Step, ...] = ()

    def __call__(self, root: Path, limits: Limits) -> tuple[Step, ...]:
        """The changes, the newest first."""
        from processctl.git.repository import NoRevision, Repository

        try:
            commit = Repository.around(root).commit("HEAD")
        except NoRevision:
            return ()
        if commit != self._commit:
            self._life, self._commit = _life(root, limits), commit
        return self._life


def _life(root: Path, limits: Limits) -> tuple[Step, ...]:
    """The last changes of a process; none where no git keeps it."""
    from processctl.compare.life import life
    from processctl.git.history import history
    from processctl.git.repository import NoRevision, Repository
    from processctl.reading.files import MARKER

    try:
        repository = Repository.around(root)
        touched = history(repository, "HEAD", root, MARKER)
        states = (state_in(repository, one, limits) for one in touched)
        steps = tuple(islice(life(states), TOLD))
        # Where a clone begins, the process did not.
        return tuple(one for one in steps if one.kind != "began" or not repository.is_shallow)
    except NoRevision:
        return ()
