"""The assessment for a terminal: phase by phase, what is left to do in so many words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from processctl.lint.questions.assessment import Score
from processctl.lint.questions.judge import Judgement
from processctl.lint.result import PHASES, Phase, Verdict
from processctl.reports.assess_words import SIGNS, Words
from processctl.texts import say

_COLOURS: dict[Verdict, str] = {"answered": "green", "partly": "yellow", "open": "red"}
_BAR = 20


def _no_paint(text: str, **_: object) -> str:
    return text


@dataclass(frozen=True)
class AssessText:
    """Writes an assessment as text; ``paint`` colours (``click.style``), ``verbose`` shows all places."""

    words: Words
    paint: Callable[..., str] = field(default=_no_paint)
    verbose: bool = False

    def lines(self) -> Iterator[str]:
        """The assessment, line by line."""
        words = self.words
        yield f"{self.paint(words.title, bold=True)}: {words.head}"
        yield words.standing
        if words.since is not None:
            yield words.since
        for phase, _ in PHASES:
            yield ""
            yield self._phase(phase)
            for judgement in words.assessment.of_phase(phase):
                yield from self._row(judgement)
        following = words.assessment.next_step
        if following is not None:
            yield ""
            label = self.paint(words.say(say("Next step")), fg="green", bold=True)
            yield f"{label}: {following.question.id} {words.question(following)}"
            yield f"  {words.step(following)}"

    def _phase(self, phase: Phase) -> str:
        words = self.words
        score = words.assessment.score(phase)
        before = words.assessment.earlier_score(phase)
        was = ""
        if before is not None and before != score:
            said = words.say(say("was {count}", count=words.count(before)))
            was = f" ({said})"
        head = self.paint(words.phase(phase), bold=True)
        return f"{head}  {self._bar(score)} {words.count(score)}{was}"

    def _bar(self, score: Score) -> str:
        """Answered, partly and open as a bar: three signs, and three colours beside them."""
        answered = _BAR * score.answered // score.all
        partly = _BAR * (score.answered + score.partly) // score.all - answered
        parts = (
            ("#" * answered, "green"),
            ("~" * partly, "yellow"),
            ("·" * (_BAR - answered - partly), "red"),
        )
        return "[" + "".join(self.paint(text, fg=colour) for text, colour in parts if text) + "]"

    def _row(self, judgement: Judgement) -> Iterator[str]:
        words = self.words
        sign = self.paint(SIGNS[judgement.verdict], fg=_COLOURS[judgement.verdict], bold=True)
        change = words.change(judgement)
        note = f"  ({change})" if change is not None else ""
        yield f"  {sign} {judgement.question.id:<4} {words.question(judgement)}{note}"
        done = judgement.verdict == "answered"
        if done and not self.verbose:
            return
        indent = " " * 9
        for spot in words.spots(judgement, every=self.verbose) if self.verbose else ():
            yield f"{indent}{self.paint(spot, dim=True)}"
        for objection in words.objections(judgement, every=self.verbose):
            yield f"{indent}{objection}"
        step = words.step(judgement)
        if step is not None:
            yield f"{indent}→ {step}"
