"""The settings of workspaces, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from processctl.lint.effective import Effective, RuleSettings, Setting, Value
from processctl.reading.source import Span
from processctl.reports.telling import plain, relative
from processctl.texts import Translator, say


@dataclass(frozen=True)
class SettingsReport:
    """Tells the settings of one workspace; paths count from ``base``.

    ``every`` lists all rules, and not only those that somebody has set something for.
    """

    root: Path
    base: Path
    settings: Effective
    speaker: Translator
    every: bool = True

    def lines(self) -> Iterator[str]:
        """One setting a line, in the form of the language, with its origin behind a hash."""
        yield f"# {relative(self.root, self.base)}"
        for setting in self.settings.general:
            yield self._line(setting.name, setting)
        left_out = 0
        for rule in self.settings.rules:
            if rule.is_default and not self.every:
                left_out += 1
            else:
                yield from self._rule(rule)
        if left_out:
            words = say("{count} rules as they come: --all lists them.", count=left_out)
            yield f"# {self.speaker.render(words)}"

    def _rule(self, rule: RuleSettings) -> Iterator[str]:
        yield self._line(f"lint.severity.{rule.name}", rule.severity)
        for option in rule.options:
            yield self._line(f"lint.options.{rule.name}.{option.name}", option)

    def _line(self, name: str, setting: Setting) -> str:
        return f"{name}: {plain(_written(setting.value))}  # {self._origin(setting.origin)}"

    def _origin(self, origin: Span | str | None) -> str:
        if origin is None:
            return self.speaker.render(say("default"))
        if isinstance(origin, str):
            return origin
        line, column = origin.first
        return f"{relative(origin.source.path, self.base)}:{line}:{column}"

    def plain_data(self) -> dict[str, object]:
        """The same as plain data, complete whatever is listed for people."""
        return {
            "root": relative(self.root, self.base),
            "settings": [self._data(setting) for setting in self.settings.general],
            "rules": [
                {
                    "code": rule.code,
                    "name": rule.name,
                    "severity": self._data(rule.severity),
                    "options": [self._data(option) for option in rule.options],
                }
                for rule in self.settings.rules
            ],
        }

    def _data(self, setting: Setting) -> dict[str, object]:
        origin: object = setting.origin
        if isinstance(setting.origin, Span):
            line, column = setting.origin.first
            file = relative(setting.origin.source.path, self.base)
            origin = {"file": file, "line": line, "column": column}
        value = list(setting.value) if isinstance(setting.value, tuple) else setting.value
        return {"name": setting.name, "value": value, "origin": origin}


def settings_json(reports: list[SettingsReport]) -> str:
    """The settings of several workspaces as one JSON document."""
    document = {"version": 1, "workspaces": [report.plain_data() for report in reports]}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _written(value: Value) -> str:
    if value is None:
        return "~"
    return f"[{', '.join(value)}]" if isinstance(value, tuple) else str(value)
