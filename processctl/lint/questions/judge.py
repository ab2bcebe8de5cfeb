"""The judgement: how far each question is answered, by what, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from processctl.journey import Journey
from processctl.lint.element import element_of
from processctl.lint.finding import Finding
from processctl.lint.questions import QUESTIONS
from processctl.lint.questions.question import Question
from processctl.lint.result import Answer, Verdict
from processctl.reading.problem import Path
from processctl.reading.source import Span
from processctl.texts import Message


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that goes to answer a question: the element's name, and where it stands."""

    element: str
    span: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """How far a question is answered: by what, objected to by which findings, and the next step."""

    question: Question
    verdict: Verdict
    spots: tuple[Spot, ...]
    objections: tuple[Finding, ...]
    step: Message | None


def judge(journey: Journey, findings: Iterable[Finding]) -> tuple[Judgement, ...]:
    """Judge every question, in order; none of a process without a stage, which is not begun."""
    if not journey.model.stages:
        return ()
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    return tuple(_judgement(journey, question, by_code) for question in QUESTIONS)


def answers(journey: Journey, findings: Iterable[Finding]) -> tuple[Answer, ...]:
    """The verdicts alone."""
    return tuple(
        Answer(one.question.id, one.question.phase, one.question.words, one.verdict)
        for one in judge(journey, findings)
    )


def _judgement(
    journey: Journey, question: Question, by_code: dict[str, list[Finding]]
) -> Judgement:
    found = question.look(journey)
    if not found.places:
        return Judgement(question, "open", (), (), question.step)
    objections = tuple(_objections(journey, question, by_code))
    spots = tuple(_spots(journey, found.places))
    if not objections and not found.missing:
        return Judgement(question, "answered", spots, (), None)
    step = found.missing[0] if found.missing else objections[0].hint or objections[0].message
    return Judgement(question, "partly", spots, objections, step)


def _objections(
    journey: Journey, question: Question, by_code: dict[str, list[Finding]]
) -> Iterator[Finding]:
    """The findings that object, those of the wrong stages left out."""
    stages = question.stages(journey) if question.stages is not None else None
    for code in question.rules:
        for finding in by_code.get(code, ()):
            if stages is None or _concerns(journey, finding, stages):
                yield finding


def _concerns(journey: Journey, finding: Finding, stages: frozenset[str]) -> bool:
    """Whether a finding stands on one of the stages, or on an exit to one."""
    if finding.members:
        return any(_concerns(journey, one, stages) for one in finding.members)
    if finding.path[:1] != ("stages",) or len(finding.path) < 2:
        return True  # of the process as a whole
    if finding.path[1] in stages:
        return True
    _, arrow, target = element_of(journey.model, finding.path).partition(" → ")
    return bool(arrow) and target.partition(" #")[0] in stages


def _spots(journey: Journey, places: Iterable[Path]) -> Iterator[Spot]:
    sections = journey.model.workspace.sections
    for path in dict.fromkeys(places):
        span = sections.span(path, at_key=True)
        if span is not None:
            yield Spot(element_of(journey.model, path), span)
