"""The assessment as one page of HTML that needs nothing else: to send, to print, to show."""

from __future__ import annotations

from importlib import resources

from processctl.lint.questions.judge import Judgement
from processctl.lint.result import PHASES
from processctl.reports.assess_words import SIGNS, Words
from processctl.texts import say

_TEMPLATE = "assess.html.j2"


def assess_html(words: Words, picture: str) -> str:
    """One assessment as an HTML document; ``picture`` is the ladder, an SVG of our own."""
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True,
                              lstrip_blocks=True, keep_trailing_newline=True)  # fmt: skip
    text = (resources.files("processctl") / "reports" / _TEMPLATE).read_text(encoding="utf-8")
    drawing = picture[picture.index("<svg") :]
    return environment.from_string(text).render(
        language=words.speaker.language,
        title=words.title,
        head=words.head,
        standing=words.standing,
        since=words.since,
        # Ours, and escaped where it was drawn.
        picture=Markup(drawing),  # noqa: S704 - see above
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
