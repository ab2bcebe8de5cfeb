"""What every form of the assessment says, in a reader's language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from processctl.lint.finding import Finding
from processctl.lint.questions.assessment import Assessment, Score, phase_name
from processctl.lint.questions.judge import Judgement, Spot
from processctl.lint.result import Phase, Verdict
from processctl.reading.source import Span
from processctl.reports.telling import plain, relative
from processctl.texts import Argument, Message, Quantity, Translator, say

# A sign for each verdict, so that colour is never the only one.
SIGNS: dict[Verdict, str] = {"answered": "✓", "partly": "~", "open": "○"}
SHOWN_PLACES = 5


@dataclass(frozen=True)
class Words:
    """Says the parts of an assessment; paths count from ``base``."""

    assessment: Assessment
    base: Path
    speaker: Translator

    def say(self, argument: Argument) -> str:
        """An argument in the language, on one line and without signs that steer a terminal."""
        return plain(self.speaker.render(argument))

    @property
    def title(self) -> str:
        """What the process is called."""
        return self.say(self.assessment.scope.title)

    @property
    def head(self) -> str:
        """The whole in one sentence."""
        score = self.assessment.score()
        return self.say(
            say(
                "{answered} of {all} questions answered, {partly} partly, {open} open.",
                answered=score.answered,
                all=score.all,
                partly=score.partly,
                open=score.open,
            )
        )

    @property
    def standing(self) -> str:
        """The phase that the team is in."""
        phase = self.assessment.standing
        if self.assessment.score().share == 1:
            return self.say(say("Every question of all four phases is answered."))
        return self.say(
            say("You are in phase {phase}: {name}.", phase=phase, name=phase_name(phase))
        )

    @property
    def since(self) -> str | None:
        """What has become of the whole since the earlier time."""
        before, earlier = self.assessment.earlier_score(), self.assessment.earlier
        if before is None or earlier is None:
            return None
        if not earlier.began:
            return self.say(
                say("At {revision} there was no process here yet.", revision=earlier.when)
            )
        now = self.assessment.score()
        changes = [self.assessment.change(one) for one in self.assessment.judgements]
        return self.say(
            say(
                "Since {revision}: {before} % → {now} %; better: {better}, worse: {worse}.",
                revision=earlier.when,
                before=before.percent,
                now=now.percent,
                better=changes.count(1),
                worse=changes.count(-1),
            )
        )

    def phase(self, phase: Phase) -> str:
        """A phase's number and name."""
        return self.say(say("Phase {phase}: {name}", phase=phase, name=phase_name(phase)))

    def count(self, score: Score) -> str:
        """How much of a phase is answered."""
        return self.say(say("{answered} of {all}", answered=score.answered, all=score.all))

    def verdict(self, verdict: Verdict) -> str:
        """The word for a verdict."""
        return self.say(verdict_word(verdict))

    def question(self, judgement: Judgement) -> str:
        """The question itself."""
        return self.say(judgement.question.words)

    def step(self, judgement: Judgement) -> str | None:
        """What to do next about it."""
        return self.say(judgement.step) if judgement.step is not None else None

    def change(self, judgement: Judgement) -> str | None:
        """What a changed verdict was before."""
        direction = self.assessment.change(judgement)
        earlier = self.assessment.earlier
        if direction == 0 or earlier is None:
            return None
        before = verdict_word(earlier.verdicts.get(judgement.question.id, "open"))
        if direction > 0:
            return self.say(say("better: was {verdict}", verdict=before))
        return self.say(say("worse: was {verdict}", verdict=before))

    def place(self, span: Span) -> str:
        """File and line."""
        return f"{relative(span.source.path, self.base)}:{span.first[0]}"

    def spot(self, spot: Spot) -> str:
        """An element with its file and line."""
        return f"{plain(spot.element)} ({self.place(spot.span)})"

    def spots(self, judgement: Judgement, *, every: bool = False) -> list[str]:
        """Where the answer stands; the first ones and a count, or every one."""
        shown = judgement.spots if every else judgement.spots[:SHOWN_PLACES]
        left = len(judgement.spots) - len(shown)
        more = (
            [self.say(Quantity("{count} more place", "{count} more places", left))] if left else []
        )
        return [*(self.spot(one) for one in shown), *more]

    def objection(self, finding: Finding) -> str:
        """A finding in one line."""
        place = f"{self.place(finding.span)}: " if finding.span.source.text else ""
        return f"{place}{self.say(finding.message)} [{finding.code} {finding.name}]"

    def objections(self, judgement: Judgement, *, every: bool = False) -> list[str]:
        """The findings that object; the first ones and a count, or every one."""
        shown = judgement.objections if every else judgement.objections[:SHOWN_PLACES]
        left = len(judgement.objections) - len(shown)
        more = (
            [self.say(Quantity("{count} more finding", "{count} more findings", left))]
            if left
            else []
        )
        return [*(self.objection(one) for one in shown), *more]


def verdict_word(verdict: Verdict) -> Message:
    """The word for a verdict."""
    if verdict == "answered":
        return say("answered")
    return say("partly answered") if verdict == "partly" else say("open")
