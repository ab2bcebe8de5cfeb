"""The ladder of an assessment: what the drawing is told of what the report says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from processctl.diagrams.ladder import Ladder
    from processctl.lint.result import Verdict
    from processctl.reports.assess_words import Words


def ladder_of(words: Words) -> Ladder:
    """The picture's contents in plain words."""
    from processctl.diagrams.ladder import Ladder, Square, Step
    from processctl.lint.result import PHASES
    from processctl.texts import say

    assessment = words.assessment
    verdicts: tuple[Verdict, ...] = ("answered", "partly", "open")
    steps = tuple(
        Step(
            f"{phase}. {words.say(name)}",
            words.count(assessment.score(phase)),
            tuple(
                Square(
                    one.question.id,
                    one.verdict,
                    f"{one.question.id} {words.question(one)} ({words.verdict(one.verdict)})",
                    assessment.change(one),
                )
                for one in assessment.of_phase(phase)
            ),
            is_here=phase == assessment.standing,
        )
        for phase, name in PHASES
    )
    return Ladder(
        words.title,
        f"{words.head} {words.standing}",
        words.speaker.language,
        words.say(say("you are here")),
        tuple((verdict, words.verdict(verdict)) for verdict in verdicts),
        steps,
    )
