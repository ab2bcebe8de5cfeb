"""What a site is made of: a journey, and what else is known of its process."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.compare.life import Step
from processctl.journey import Journey
from processctl.lint.questions.assessment import Assessment
from processctl.lint.result import Result
from processctl.lint.theorem import Theorem


@dataclass(frozen=True, eq=False)
class Material:
    """A journey, and what the linter, the roadmap, the proof and git say of it; what is None has no page.

    ``life`` has the newest commit first. Of a ``public`` site people, addresses, findings and ignores are
    left out: the journey has none of them any more, and its pages say so.
    """

    journey: Journey
    result: Result | None = None
    assessment: Assessment | None = None
    theorem: Theorem | None = None
    life: tuple[Step, ...] | None = None
    public: bool = False
