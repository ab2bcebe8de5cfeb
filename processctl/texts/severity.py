"""How serious a finding is, and the word for it."""

from __future__ import annotations

from typing import Literal, TypeAlias

from processctl.texts.message import Message, say

Severity: TypeAlias = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
FAIL_ON = (*SEVERITIES, "never")
"""From which severity on a run fails: what --fail-on and ``lint.fail_on`` may say."""


def severity_word(severity: Severity) -> Message:
    """The word for a severity."""
    if severity == "error":
        return say("error")
    return say("warning") if severity == "warning" else say("info")


SEVERITY_SIGNS: dict[Severity, str] = {"error": "✗", "warning": "!", "info": "i"}
"""A sign for each, so that colour is never the only one."""
