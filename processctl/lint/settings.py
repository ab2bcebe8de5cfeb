"""What a run of the linter is told: by the workspace, and narrowed by the command line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from processctl.model.process import LintSettings
from processctl.reading.nodes import Data
from processctl.rules.rule import SEVERITIES, Rule, Severity


@dataclass(frozen=True, slots=True)
class Request:
    """What the command line asks for. ``select`` and ``skip`` hold codes, names or prefixes."""

    today: date
    select: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()

    def wants(self, rule: Rule) -> bool:
        """Whether findings of a rule are to be shown."""
        chosen = not self.select or any(names(word, rule) for word in self.select)
        return chosen and not any(names(word, rule) for word in self.skip)


def names(word: str, rule: Rule) -> bool:
    """Whether a word names a rule: by code, by the beginning of the code, or by name."""
    upper = word.upper()
    is_prefix = upper.startswith("PC") and rule.code.startswith(upper)
    return is_prefix or word.lower() == rule.name


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
