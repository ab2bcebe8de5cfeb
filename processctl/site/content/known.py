"""What is not right yet: findings of the linter, what is passed over and why, and what is only planned."""

from __future__ import annotations

from pathlib import Path

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reports.summary import found
from processctl.reports.telling import Telling
from processctl.reports.theorem_text import TheoremText
from processctl.reports.words import story
from processctl.site.addresses import GAPS, page_of
from processctl.site.material import Material
from processctl.site.page import Block, Item, Items, Page, Prose, Tone
from processctl.texts import say
from processctl.texts.severity import SEVERITIES, SEVERITY_SIGNS, Severity, severity_word
from processctl.views.wording import Wording

_TONES: dict[Severity, Tone] = {"error": "error", "warning": "warning", "info": "info"}
_PROVED = say(
    "Each case that can be in one of these stages has an owner, a deadline, a next step, and a way to an "
    "outcome. What is only planned does not count."
)


def gaps_page(words: Wording, material: Material) -> Page | None:
    """Known gaps; None where nobody looked, or the site is for everybody."""
    result = material.result
    if result is None or material.public:
        return None
    telling = Telling((result,), Path(), words.translate.language)
    open_ = tuple(
        _item(words, telling, result, finding)
        for severity in SEVERITIES
        for finding in (*result.findings, *result.known)
        if finding.severity == severity
    )
    blocks: list[Block] = [*headline(words, material)]
    if open_:
        note = words.say(
            say(
                "What a check of the process found, the gravest first: {count}.",
                count=found(result),
            )
        )
        blocks.append(Items(words.say(say("Not mended yet")), open_, note))
    else:
        blocks.append(Prose("", (words.say(say("Nothing to mend was found.")),)))
    passed = tuple(_item(words, telling, result, finding) for finding in result.silenced)
    if passed:
        note = words.say(
            say("Somebody has decided to live with these; the reason stands beside each.")
        )
        blocks.append(Items(words.say(say("Passed over")), passed, note))
    return Page(
        GAPS,
        words.say(say("Known gaps")),
        words.say(say("Where the process does not hold yet, said openly.")),
        blocks=tuple(blocks),
    )  # fmt: skip


def headline(words: Wording, material: Material) -> tuple[Items, ...]:
    """Whether every case is looked after, as far as that is proved; none where nobody asked."""
    result, theorem = material.result, material.theorem
    if result is None or theorem is None or material.public:
        return ()
    telling = Telling((result,), Path(), words.translate.language)
    said = words.say(TheoremText(theorem, result, telling).headline())
    if not theorem.unproved:
        return (Items("", (Item("✓", "good", said, (words.say(_PROVED),)),)),)
    broken = any(stage.is_broken for stage in theorem.unproved)
    return (Items("", (Item("✗" if broken else "?", "error" if broken else "warning", said),)),)


def _item(words: Wording, telling: Telling, result: Result, finding: Finding) -> Item:
    lines = [*story(telling, result, finding)]
    if finding.hint is not None:
        lines.append(words.say(finding.hint))
    if finding.because is not None:
        lines.append(words.say(say("Why it is passed over: {reason}", reason=finding.because)))
    word = words.say(severity_word(finding.severity))
    sign, tone = SEVERITY_SIGNS[finding.severity], _TONES[finding.severity]
    stage = _stage(words, finding)
    return Item(
        sign,
        tone,
        telling.words(finding.message),
        (f"{word} {finding.code}", *lines),
        page_of("stages", stage) if stage else None,
        words.title("stages", stage) if stage else "",
    )


def _stage(words: Wording, finding: Finding) -> str | None:
    """The stage that a finding is about, if it has a page."""
    path = finding.path
    name = str(path[1]) if len(path) > 1 and path[0] == "stages" else ""
    stage = words.journey.model.stages.get(name)
    return name if stage is not None and stage.status != "retired" else None
