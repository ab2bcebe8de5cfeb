"""The assessment as Markdown: for a pull request, a wiki, minutes of a meeting."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.lint.questions.judge import Judgement
from processctl.lint.result import PHASES
from processctl.reports.assess_words import SIGNS, Words
from processctl.reports.markdown_text import shown
from processctl.texts import say


def assess_markdown(words: Words) -> str:
    """One assessment as a Markdown document."""
    return "\n".join(_lines(words)) + "\n"


def _lines(words: Words) -> Iterator[str]:
    yield "<!-- made by processctl -->"
    yield f"# {shown(words.title)}"
    yield ""
    yield f"**{shown(words.head)}** {shown(words.standing)}"
    if words.since is not None:
        yield ""
        yield shown(words.since)
    for phase, _ in PHASES:
        score = words.assessment.score(phase)
        yield ""
        yield f"## {shown(words.phase(phase))} ({shown(words.count(score))})"
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
    told_cells = [shown(cell) for cell in cells]
    return f"| {' | '.join(told_cells)} | {'<br>'.join(shown(line) for line in why)} |"
