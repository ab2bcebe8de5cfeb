"""Changes of how the process is checked: what a pull request might hide is told first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from processctl.compare.change import Change, Sides
from processctl.compare.keys import key_changes
from processctl.compare.kinds.rest import CHECK_STRICTER, CHECK_WEAKER
from processctl.lint.baseline import Entry
from processctl.lint.ignores import silencers
from processctl.lint.settings import options_of, severity_of
from processctl.model.model import Model
from processctl.reading.problem import Path
from processctl.repair.portrait import said
from processctl.rules.rule import Rule
from processctl.texts import Listing, Message, Quantity, say
from processctl.texts.severity import SEVERITIES, Severity, severity_word

_WORDS = frozenset({"name", "about", "says", "links", "tags"})
_NOTHING = frozenset[str]()
_FAIL_ON = ("error", "warning", "info", "never")


def check_changes(sides: Sides, rules: Sequence[Rule]) -> Iterator[Change]:
    """Settings, ignores, tests and the choice of files that are others than before."""
    yield from _settings(sides, rules)
    yield from _ignores(sides)
    yield from _cases(sides)
    yield from _files(sides)


Baselines: TypeAlias = tuple[tuple[Entry, ...], tuple[Entry, ...]]
"""The findings that the baselines of both states hold of a workspace."""


def baseline_changes(sides: Sides, baselines: Baselines) -> Iterator[Change]:
    """Findings that the baseline takes in, so that they are not shown, and those that it lets go."""
    was, now = ({entry.mark: entry.name for entry in one} for one in baselines)
    come = [name for mark, name in now.items() if mark not in was]
    gone = [name for mark, name in was.items() if mark not in now]
    if come:
        message = say(
            "The baseline takes in {findings}, which are not shown any more: {rules}.",
            findings=Quantity("{count} finding", "{count} findings", len(come)),
            rules=Listing(tuple(sorted(set(come)))),
        )
        yield _weaker(sides, message, ("baseline",))
    if gone:
        message = say(
            "The baseline lets go of {findings}: {rules}.",
            findings=Quantity("{count} finding", "{count} findings", len(gone)),
            rules=Listing(tuple(sorted(set(gone)))),
        )
        yield _stricter(sides, message, ("baseline",))


def _weaker(sides: Sides, message: Message, path: Path) -> Change:
    return sides.changed(
        CHECK_WEAKER, message, path, say("It hides what would be said of the rest of this change.")
    )


def _stricter(sides: Sides, message: Message, path: Path) -> Change:
    return sides.changed(CHECK_STRICTER, message, path, say("More is said than before."))


def _settings(sides: Sides, rules: Sequence[Rule]) -> Iterator[Change]:
    old, new = sides.old.model.lint, sides.new.model.lint
    for rule in rules:
        was, now = severity_of(rule, old), severity_of(rule, new)
        if was != now:
            path = ("lint", "severity", _word(sides.new.model, rule))
            if now is None:
                yield _weaker(
                    sides, say('The rule "{rule}" is switched off.', rule=rule.name), path
                )
            elif was is None:
                yield _stricter(
                    sides, say('The rule "{rule}" is switched on.', rule=rule.name), path
                )
            else:
                message = say(
                    'The rule "{rule}" finds {now} now, not {was}.',
                    rule=rule.name,
                    now=severity_word(now),
                    was=severity_word(was),
                )
                milder = _rank(now) > _rank(was)
                yield (_weaker if milder else _stricter)(sides, message, path)
        if options_of(rule, old) != options_of(rule, new):
            message = say('The options of the rule "{rule}" are others.', rule=rule.name)
            yield _weaker(sides, message, ("lint", "options"))
    before, after = (
        one.fail_on if one and one.fail_on in _FAIL_ON else "error" for one in (old, new)
    )
    if before != after:
        message = say(
            'A run fails from "{now}" on now, not from "{was}" on.', now=after, was=before
        )
        milder = _FAIL_ON.index(after) < _FAIL_ON.index(before) or after == "never"
        yield (_weaker if milder else _stricter)(sides, message, ("lint", "fail_on"))


def _word(model: Model, rule: Rule) -> str:
    written = (model.lint.severity if model.lint else None) or {}
    return rule.code if rule.code in written else rule.name


def _rank(severity: Severity) -> int:
    return SEVERITIES.index(severity)


def _ignores(sides: Sides) -> Iterator[Change]:
    was, now = (
        {(one.covers, one.word): one.ignore for one in silencers(side.model)}
        for side in (sides.old, sides.new)
    )
    for key, ignore in now.items():
        covers, word = key
        path = (*covers, "ignore", word) if covers else ("process", "ignore", word)
        where = ".".join(map(str, covers)) or "process"
        if key not in was:
            reason = ignore.because if ignore.because is not None else say("no reason is given")
            message = say(
                'Findings of the rule "{rule}" are ignored at "{place}" now ({reason}).',
                rule=word,
                place=where,
                reason=reason,
            )
            yield _weaker(sides, message, path)
        elif _end(ignore.until) > _end(was[key].until):
            message = say(
                'Findings of the rule "{rule}" are ignored at "{place}" for longer.',
                rule=word,
                place=where,
            )
            yield _weaker(sides, message, path)
    for key in was:
        if key not in now:
            covers, word = key
            where = ".".join(map(str, covers)) or "process"
            message = say(
                'Findings of the rule "{rule}" are ignored at "{place}" no more.',
                rule=word,
                place=where,
            )
            yield _stricter(sides, message, (*covers, "ignore", word))


def _end(until: date | None) -> date:
    return until or date.max


def _cases(sides: Sides) -> Iterator[Change]:
    """The cases that test the process."""
    old, new = sides.old.model, sides.new.model
    for name, case in new.cases.items():
        path = ("cases", name)
        if name not in old.cases:
            message = say('The case "{case}" tests the process now.', case=case.title)
            yield _stricter(sides, message, path)
            continue
        was, now = said(old, old.cases[name]), said(new, case)
        changed = {key for key in now if was[key] != now[key]}
        if changed - _WORDS:
            message = say('The case "{case}" tests something else.', case=case.title)
            yield _weaker(sides, message, path)
        elif changed:
            yield from key_changes(sides, old.cases[name], case, case.title, _NOTHING, is_plan=True)
    for name, case in old.cases.items():
        if name not in new.cases:
            message = say('The case "{case}" tests the process no more.', case=case.title)
            yield _weaker(sides, message, ("cases", name))


def _files(sides: Sides) -> Iterator[Change]:
    """Which files belong to the workspace."""
    roots = [side.model.workspace.roots for side in (sides.old, sides.new)]
    if not all(roots):
        return
    was, now = (some[0] for some in roots)
    if (was.include, was.exclude) != (now.include, now.exclude):
        key = "include" if was.include != now.include else "exclude"
        yield _weaker(sides, say("Other files belong to the process than before."), (key,))
