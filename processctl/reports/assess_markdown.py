"""The assessment as Markdown: for a pull request, a wiki, minutes of a meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from processctl.lint.questions.judge import Judgement
from processctl.lint.result import PHASES
from processctl.reports.assess_words import SIGNS, Words
from processctl.texts import say

# What would make a link, a mention, a reference, HTML or emphasis of it, and a new cell of a table.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&@]|:(?=//)|(?<=www)\.")


def assess_markdown(words: Words) -> str:
    """One assessment as a Markdown document."""
    return "\n".join(_lines(words)) + "\n"


def escaped(text: str) -> str:
    """A text that Markdown shows as it is: no link, no mention, no HTML out of a name."""
    return _SPECIAL.sub(r"\\\g<0>", text).replace("\\@", "&#64;")


def _lines(words: Words) -> Iterator[str]:
    yield "<!-- made by processctl -->"
    yield f"# {escaped(words.title)}"
    yield ""
    yield f"**{escaped(words.head)}** {escaped(words.standing)}"
    if words.since is not None:
        yield ""
        yield escaped(words.since)
    for phase, _ in PHASES:
        score = words.assessment.score(phase)
        yield ""
        yield f"## {escaped(words.phase(phase))} ({escaped(words.count(score))})"
        yield ""
        heads = (say("question"), say("verdict"), say("why, and what next"))
        yield f"| | {' | '.join(words.say(head) for head in heads)} |"
        yield "| --- | --- | --- | --- |"
        for judgement in words.assessment.of_phase(phase):
            yield _row(words, judgement)


def _row(words: Words, judgement: Judgement) -> str:
    verdict = f"{SIGNS[judgement.verdict]} {words.verdict(judgement.verdict)}"
    change = words.change(judgement)
    told = f"{verdict} ({change})" if change is not None else verdict
    why = [*words.spots(judgement), *words.objections(judgement)]
    step = words.step(judgement)
    if step is not None:
        why.append(f"→ {step}")
    cells = (judgement.question.id, words.question(judgement), told)
    shown = [escaped(cell) for cell in cells]
    return f"| {' | '.join(shown)} | {'<br>'.join(escaped(line) for line in why)} |"
