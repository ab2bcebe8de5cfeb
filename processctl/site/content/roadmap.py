"""How far the company is: the questions of the roadmap, and what to do next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from processctl.lint.questions.assessment import Assessment
from processctl.lint.questions.judge import Judgement
from processctl.lint.result import PHASES, Verdict
from processctl.model.model import SECTIONS
from processctl.reports.assess_words import SIGNS, Words
from processctl.site.addresses import (
    DATA,
    FEEDBACK,
    GLOSSARY,
    GOALS,
    JOURNEY,
    PLANS,
    ROADMAP,
    WHO,
)
from processctl.site.material import Material
from processctl.site.page import Item, Items, Page, Prose, Tone
from processctl.texts import say
from processctl.views.wording import Wording

_MOST = 6
_TONES: dict[Verdict, Tone] = {"answered": "good", "partly": "warning", "open": "quiet"}


def roadmap_page(words: Wording, material: Material, there: Mapping[str, str]) -> Page | None:
    """The assessment; None where there is none, or the site is for everybody.

    ``there`` are the names of the pages that it may lead to, by their paths.
    """
    if material.assessment is None or material.public:
        return None
    told = Words(material.assessment, Path(), words.translate)
    phases = tuple(
        Items(
            f"{told.phase(phase)} ({told.count(material.assessment.score(phase))})",
            tuple(_item(words, told, one, there) for one in material.assessment.of_phase(phase)),
        )
        for phase, _ in PHASES
    )
    return Page(
        ROADMAP,
        words.say(say("Where we are")),
        words.say(say("The questions that marketing and sales have to answer together, and how far we have answered them.")),
        blocks=(Prose("", (told.head, told.standing, *_next(told, material.assessment))), *phases),
    )  # fmt: skip


def _answers(words: Wording, judgement: Judgement) -> tuple[str, ...]:
    """What answers a question, by the names of the elements; of many the first ones."""
    titles = []
    for spot in judgement.spots:
        section, _, name = spot.element.split(" ")[0].partition(".")
        if section in SECTIONS and name in getattr(words.journey.model, section):
            titles.append(words.title(section, name))
    shown = list(dict.fromkeys(titles))
    more = ("…",) if len(shown) > _MOST else ()
    return (", ".join((*shown[:_MOST], *more)),) if shown else ()


def _next(told: Words, assessment: Assessment) -> tuple[str, ...]:
    following = assessment.next_step
    step = told.step(following) if following is not None else None
    return (told.say(say("Next step: {step}", step=step)),) if step else ()


def _item(words: Wording, told: Words, judgement: Judgement, there: Mapping[str, str]) -> Item:
    objections = (told.say(finding.message) for finding in judgement.objections)
    step = told.step(judgement)
    lines = [*_answers(words, judgement), *objections]
    lines += [told.say(say("Next step: {step}", step=step))] if step else []
    title = f"{told.question(judgement)} ({told.verdict(judgement.verdict)})"
    path = _page(judgement, there)
    return Item(
        SIGNS[judgement.verdict],
        _TONES[judgement.verdict],
        title,
        tuple(lines),
        path,
        there[path] if path is not None else "",
    )


def _page(judgement: Judgement, there: Mapping[str, str]) -> str | None:
    """Where a newcomer reads the answer: the page that tells of most of what answers the question."""
    sections = Counter(spot.element.split(" ")[0].partition(".")[0] for spot in judgement.spots)
    paths = (_PAGES.get(section, "") for section, _ in sections.most_common())
    return next((path for path in paths if path in there), None)


_PAGES = {
    "change": PLANS, "improvements": PLANS, "campaigns": PLANS, "skills": PLANS, "promises": PLANS, "process": PLANS,
    "feedback": FEEDBACK, "forums": FEEDBACK, "goals": GOALS, "metrics": GOALS,
    "roles": WHO, "teams": WHO, "people": WHO, "fields": DATA, "systems": DATA,
    "stages": JOURNEY, "criteria": GLOSSARY,
}  # fmt: skip
