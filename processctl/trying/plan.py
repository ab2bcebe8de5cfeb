"""What is said of a case before it sets out: values, answers, times, stage by stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from processctl.criteria import MISSING, Missing, Value
from processctl.model.values import Duration

__all__ = ["MISSING", "Known", "Plan", "Visit"]

Known: TypeAlias = "Value | Literal[Missing.MISSING]"
"""A value of a field, or that there is none; segments without a test are yes or no."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What becomes known of a case while it is in a stage.

    ``yes`` and ``no`` name judgements: criteria, or the stages that judged exits lead to. Where the
    answers are ``complete``, everything that is not among them is no. ``after`` is how long it takes
    until that is known; ``leaves`` is set where the case goes because nobody accepted it, or because
    the stage was full.
    """

    stage: str
    has: Mapping[str, Known] = field(default_factory=dict)
    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    after: Duration | None = None
    complete: bool = False
    leaves: Literal["", "silent", "full"] = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A case: where it begins, and what it has there.

    ``visits`` are taken in order, each when the case is in its stage; several in a row of one stage
    are looked at one after the other. ``always`` are values that are recorded whenever a stage records
    their field and its visit says nothing else; ``yes`` and ``no`` are answers that are the same in all
    stages.
    """

    start: str
    has: Mapping[str, Known] = field(default_factory=dict)
    visits: tuple[Visit, ...] = ()
    always: Mapping[str, Known] = field(default_factory=dict)
    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
