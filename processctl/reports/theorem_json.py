"""The theorem for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from processctl.reports.telling import relative
from processctl.reports.theorem_text import TheoremText


def theorem_json(told: Iterable[TheoremText]) -> str:
    """Theorems of several workspaces as JSON; the words are those of the telling's language."""
    return json.dumps(
        {"version": 1, "workspaces": [_workspace(one) for one in told]},
        indent=2,
        ensure_ascii=False,
    )


def _workspace(told: TheoremText) -> dict[str, object]:
    words = told.telling.words
    return {
        "root": relative(told.result.scope.root, told.telling.base),
        "proved": not told.theorem.unproved,
        "headline": words(told.headline()),
        "questions": told.theorem.asked,
        "stages": [
            {
                "stage": words(stage.stage),
                "proved": stage.is_proved,
                "reached": bool(stage.claims),
                "claims": [
                    {
                        "claim": claim.kind,
                        "standing": claim.standing,
                        "fingerprint": claim.finding.fingerprint if claim.finding else None,
                        "code": claim.finding.code if claim.finding else None,
                        "message": words(claim.finding.message) if claim.finding else None,
                        "case": {
                            name: list(value) if isinstance(value, tuple) else value
                            for name, value in (claim.finding.case if claim.finding else ())
                        },
                    }
                    for claim in stage.claims
                ],
            }
            for stage in told.theorem.stages
        ],
    }
