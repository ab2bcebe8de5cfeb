"""The assessment for programs. docs/assess.md describes the form; ``version`` guards it."""

from __future__ import annotations

import json
from collections.abc import Sequence

from processctl import __version__
from processctl.lint.finding import Finding
from processctl.lint.questions.assessment import Score
from processctl.lint.questions.judge import Judgement
from processctl.lint.result import PHASES
from processctl.reports.assess_words import Words

VERSION = 1


def assess_json(told: Sequence[Words]) -> str:
    """Assessments as one JSON document, keys in a fixed order."""
    document = {
        "version": VERSION,
        "tool": {"name": "processctl", "version": __version__},
        "workspaces": [_workspace(words) for words in told],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _workspace(words: Words) -> dict[str, object]:
    assessment = words.assessment
    earlier = assessment.earlier
    return {
        "title": words.title,
        "language": words.speaker.language,
        "today": assessment.today.isoformat(),
        "since": earlier.when if earlier is not None else None,
        "standing": assessment.standing,
        "score": _score(assessment.score()),
        "earlier_score": _score(assessment.earlier_score()),
        "phases": [
            {
                "phase": phase,
                "name": words.say(name),
                "score": _score(assessment.score(phase)),
                "earlier_score": _score(assessment.earlier_score(phase)),
                "questions": [_question(words, one) for one in assessment.of_phase(phase)],
            }
            for phase, name in PHASES
        ],
    }


def _score(score: Score | None) -> dict[str, int] | None:
    if score is None:
        return None
    return {
        "answered": score.answered,
        "partly": score.partly,
        "open": score.open,
        "percent": score.percent,
    }


def _question(words: Words, judgement: Judgement) -> dict[str, object]:
    earlier = words.assessment.earlier
    name = judgement.question.id
    return {
        "id": name,
        "question": words.question(judgement),
        "verdict": judgement.verdict,
        "earlier_verdict": earlier.verdicts.get(name, "open") if earlier is not None else None,
        "places": [
            {"element": spot.element, "place": words.place(spot.span)} for spot in judgement.spots
        ],
        "rules": list(judgement.question.rules),
        "objections": [_objection(words, one) for one in judgement.objections],
        "step": words.step(judgement),
    }


def _objection(words: Words, finding: Finding) -> dict[str, str]:
    return {
        "code": finding.code,
        "name": finding.name,
        "message": words.say(finding.message),
        "place": words.place(finding.span),
        "fingerprint": finding.fingerprint,
    }
