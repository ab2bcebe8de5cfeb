"""Where a team stands on the roadmap: the judgements, what they come to, and what was before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from processctl.journey import Journey
from processctl.lint.finding import Finding
from processctl.lint.questions.judge import Judgement, judge
from processctl.lint.result import PHASES, Phase, Scope, Verdict
from processctl.texts import Message

# A phase is behind a team when this share of it is answered; what is left is seldom the hardest.
BEHIND = Fraction(4, 5)
_POINTS: Mapping[Verdict, Fraction] = {
    "answered": Fraction(1),
    "partly": Fraction(1, 2),
    "open": Fraction(0),
}


@dataclass(frozen=True, slots=True)
class Score:
    """How many questions of a phase, or of all, have which verdict."""

    answered: int
    partly: int
    open: int

    @property
    def all(self) -> int:
        """How many questions there are."""
        return self.answered + self.partly + self.open

    @property
    def share(self) -> Fraction:
        """From 0 to 1: an answer counts as one, half an answer as a half."""
        return (self.answered + Fraction(self.partly, 2)) / self.all if self.all else Fraction(0)

    @property
    def percent(self) -> int:
        """The share as a whole number from 0 to 100, rounded down: 100 is all."""
        return int(self.share * 100)


@dataclass(frozen=True)
class Earlier:
    """The verdicts of an earlier time; ``when`` is what it was asked for by, a git revision.

    ``began`` is false where there was no process then.
    """

    when: str
    verdicts: Mapping[str, Verdict]
    began: bool = True


@dataclass(frozen=True)
class Assessment:
    """A process judged by the questions of the roadmap, on the day ``today``."""

    scope: Scope
    judgements: tuple[Judgement, ...]
    today: date
    earlier: Earlier | None = None

    def of_phase(self, phase: Phase) -> tuple[Judgement, ...]:
        """The judgements of one phase, in order."""
        return tuple(one for one in self.judgements if one.question.phase == phase)

    def score(self, phase: Phase | None = None) -> Score:
        """What the judgements come to, of one phase or of all."""
        return _score(one.verdict for one in self.judgements if phase in (None, one.question.phase))

    def earlier_score(self, phase: Phase | None = None) -> Score | None:
        """The same at the earlier time; None where none was asked for."""
        if self.earlier is None:
            return None
        verdicts = self.earlier.verdicts
        return _score(
            verdicts.get(one.question.id, "open")
            for one in self.judgements
            if phase in (None, one.question.phase)
        )

    @property
    def standing(self) -> Phase:
        """The phase that the team is in: the first one that is not behind it, or the last."""
        return next(
            (phase for phase, _ in PHASES if self.score(phase).share < BEHIND), PHASES[-1][0]
        )

    @property
    def next_step(self) -> Judgement | None:
        """The question to take up next: the first of the phase that is not answered."""
        waiting = [one for one in self.judgements if one.step is not None]
        here = [one for one in waiting if one.question.phase >= self.standing]
        return next(iter(here or waiting), None)

    def change(self, judgement: Judgement) -> int:
        """1 where a question is better answered than before, -1 where worse, else 0."""
        if self.earlier is None:
            return 0
        now = _POINTS[judgement.verdict]
        before = _POINTS[self.earlier.verdicts.get(judgement.question.id, "open")]
        return (now > before) - (now < before)


def assess(
    journey: Journey,
    findings: Iterable[Finding],
    scope: Scope,
    today: date,
    earlier: Earlier | None = None,
) -> Assessment:
    """Judge a process; ``findings`` are those of a whole run on it."""
    return Assessment(scope, judge(journey, findings), today, earlier)


def phase_name(phase: Phase) -> Message:
    """What a phase is called."""
    return dict(PHASES)[phase]


def _score(verdicts: Iterable[Verdict]) -> Score:
    counted = list(verdicts)
    return Score(counted.count("answered"), counted.count("partly"), counted.count("open"))
