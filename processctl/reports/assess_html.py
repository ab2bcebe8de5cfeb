"""The assessment as one page of HTML that needs nothing else: to send, to print, to show."""

from __future__ import annotations

from processctl.lint.questions.judge import Judgement
from processctl.lint.result import PHASES
from processctl.reports.assess_words import SIGNS, Words
from processctl.reports.page import drawing, page
from processctl.texts import say


def assess_html(words: Words, picture: str) -> str:
    """One assessment as an HTML document; ``picture`` is the ladder, an SVG of our own."""
    return page(
        "assess.html.j2",
        language=words.speaker.language,
        title=words.title,
        head=words.head,
        standing=words.standing,
        since=words.since,
        picture=drawing(picture),
        phases=[
            {
                "name": words.phase(phase),
                "count": words.count(words.assessment.score(phase)),
                "rows": [_row(words, one) for one in words.assessment.of_phase(phase)],
            }
            for phase, _ in PHASES
        ],
        labels={
            "next": words.say(say("Next step")),
            "places": words.say(say("Where it stands")),
        },
    )


def _row(words: Words, judgement: Judgement) -> dict[str, object]:
    return {
        "id": judgement.question.id,
        "question": words.question(judgement),
        "verdict": judgement.verdict,
        "sign": SIGNS[judgement.verdict],
        "word": words.verdict(judgement.verdict),
        "change": words.change(judgement),
        "spots": words.spots(judgement, every=True),
        "objections": words.objections(judgement, every=True),
        "step": words.step(judgement),
    }
