"""What a site is made of, gathered from a folder: the process, what the linter says of it, and git."""

from __future__ import annotations

from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from processctl.cli.commits import state_in

if TYPE_CHECKING:
    from processctl.compare.life import Step
    from processctl.journey import Journey
    from processctl.reading.limits import Limits
    from processctl.site.material import Material

TOLD = 20
"""So many changes of the process stand on the page of its history."""


def material_of(journey: Journey, day: date, limits: Limits, *, public: bool = False) -> Material:
    """The material of a site. A public one holds nothing that its pages leave out."""
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
    return Material(journey, result, assessment, theorem, _life(root, limits))


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
