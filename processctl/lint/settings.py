"""What a workspace says of the rules: their severities and options."""

from __future__ import annotations

from collections.abc import Mapping

from processctl.model.process import LintSettings
from processctl.reading.nodes import Data
from processctl.rules.rule import Rule
from processctl.texts.severity import SEVERITIES, Severity


def severity_of(rule: Rule, settings: LintSettings | None) -> Severity | None:
    """The severity a workspace gives a rule; None switches it off. Reading cannot be silenced."""
    usual = rule.severity if rule.enabled else None
    if settings is None or not settings.severity or rule.family == "PC0":
        return usual
    for word in (rule.code, rule.name):
        wanted = settings.severity.get(word)
        if wanted == "off":
            return None
        for severity in SEVERITIES:
            if wanted == severity:
                return severity
    return usual


def options_of(rule: Rule, settings: LintSettings | None) -> Mapping[str, Data]:
    """The options of a rule as they are written, under its code or its name."""
    options = (settings.options if settings else None) or {}
    return {**options.get(rule.name, {}), **options.get(rule.code, {})}


def overridden(rule: Rule, settings: LintSettings | None) -> bool:
    """Whether the workspace sets this rule's severity itself."""
    severities = (settings.severity if settings else None) or {}
    return rule.code in severities or rule.name in severities
