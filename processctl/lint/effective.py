"""The settings in force, each with its origin: what a workspace says, and what holds otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from processctl.lint.ignores import is_named
from processctl.lint.settings import options_of, severity_of
from processctl.model.model import Model
from processctl.reading.limits import Limits
from processctl.reading.nodes import Data
from processctl.reading.problem import Path
from processctl.reading.source import Span
from processctl.rules.option import Option
from processctl.rules.rule import Rule

Value: TypeAlias = "str | int | tuple[str, ...] | None"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, its value, and where it was set.

    That is a place in a file, or the flag of the command line, or None where it is the default. The value None means that nothing is set and nothing holds otherwise; a rule that is off has the
    severity ``off``.
    """

    name: str
    value: Value
    origin: Span | str | None


@dataclass(frozen=True, slots=True)
class RuleSettings:
    """What is set for one rule."""

    code: str
    name: str
    severity: Setting
    options: tuple[Setting, ...]

    @property
    def is_default(self) -> bool:
        """Whether nobody has set anything for it."""
        return all(one.origin is None for one in (self.severity, *self.options))


@dataclass(frozen=True, slots=True)
class Effective:
    """All settings of one workspace."""

    general: tuple[Setting, ...]
    rules: tuple[RuleSettings, ...]


def effective(model: Model, rules: Sequence[Rule]) -> Effective:
    """The settings that a run on this workspace would have without a flag."""
    return Effective(tuple(_general(model)), tuple(_of_rule(model, rule) for rule in rules))


def _general(model: Model) -> Iterator[Setting]:
    workspace = model.workspace
    fail_on = model.lint.fail_on if model.lint is not None else None
    yield Setting("lint.fail_on", fail_on or "error", _span(model, ("lint", "fail_on")))
    yield Setting("process.languages", model.languages, _span(model, ("process", "languages")))
    own = workspace.roots[0] if workspace.roots else None
    for key in ("include", "exclude", "uses"):
        words: tuple[str, ...] = getattr(own, key) if own is not None else ()
        yield Setting(key, words, _span(model, (key,)) if words else None)
    for name in workspace.limits.__slots__:
        limit, usual = getattr(workspace.limits, name), getattr(Limits(), name)
        yield Setting(f"limit.{name}", limit, None if limit == usual else "--limit")


def _of_rule(model: Model, rule: Rule) -> RuleSettings:
    severity = severity_of(rule, model.lint) or "off"
    return RuleSettings(
        rule.code,
        rule.name,
        Setting("severity", severity, _rule_span(model, rule, "severity")),
        tuple(_option(model, rule, option) for option in rule.options),
    )


def _option(model: Model, rule: Rule, option: Option[object]) -> Setting:
    written = options_of(rule, model.lint)
    fits = option.name in written and option.read(written[option.name]) is not None
    if not fits:
        return Setting(option.name, option.shown, None)
    origin = _rule_span(model, rule, "options", option.name)
    return Setting(option.name, _shown(written[option.name]), origin)


def _shown(value: Data) -> Value:
    return tuple(map(str, value)) if isinstance(value, list) else str(value)


def _rule_span(model: Model, rule: Rule, key: str, *rest: str) -> Span | None:
    """Where a rule's setting stands, under its code or its name."""
    held = getattr(model.lint, key) if model.lint is not None else None
    words = [word for word in held or () if is_named(word, rule)]
    spans = [_span(model, ("lint", key, word, *rest)) for word in words]
    return next((span for span in spans if span is not None), None)


def _span(model: Model, path: Path) -> Span | None:
    """Where a key stands; None where it does not."""
    sections = model.workspace.sections
    return sections.span(path, at_key=True) if sections.node(path) is not None else None
