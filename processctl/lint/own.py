"""The linter's own findings: about ignores, settings, and rules that broke down.

Their pages stand in ``rules.pc99_linter``; what they look at is known only after the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from processctl.lint.ignores import Silencer, Silencers, is_named
from processctl.lint.narrow import names
from processctl.lint.orders import ORDERS
from processctl.lint.plugins import Registry
from processctl.lint.raised import Raised
from processctl.model.model import Model
from processctl.reading.nearest import nearest
from processctl.reading.nodes import Data
from processctl.rules.option import Option
from processctl.rules.pc99_linter import (
    ignore_expired,
    ignore_without_effect,
    internal_failure,
    unknown_rule_in_config,
)
from processctl.rules.repair import Remove, Repair
from processctl.rules.rule import Clock, Found, Place, Rule
from processctl.texts import Listing, Message, say

FAILURE = internal_failure.RULE
# While something cannot be read, or nobody knows who owns a stage, other rules are silent.
_BLINDING = ("PC0", "PC1", "PC201", "PC501", "PC502", "PC511")


def silencer_findings(
    silencers: Silencers,
    rules: Sequence[Rule],
    ran: set[str],
    clock: Clock,
    raised: Iterable[Raised],
) -> Iterator[tuple[Rule, Found]]:
    """Ignores that name no rule, that hide nothing, and that have run out.

    One that hides nothing is taken away by a repair only if no finding among those ``raised`` may
    have kept its own finding from being made or told.
    """
    met = tuple(raised)
    blind = any(one.rule.code.startswith(_BLINDING) for one in met)
    told_above: dict[str, frozenset[str]] = {}
    for silencer in silencers:
        rule = next((rule for rule in rules if is_named(silencer.word, rule)), None)
        place = _place(silencer)
        if rule is None:
            yield unknown_rule_in_config.RULE, _unknown(silencer.word, rules, place)
        elif rule.family in ("PC0", "PC99"):
            yield unknown_rule_in_config.RULE, _cannot_be_silenced(rule, place)
        elif silencer.expired(clock):
            yield ignore_expired.RULE, _expired(silencer, rule, place)
        elif rule.code in ran and not silencers.hid_something(silencer):
            found = _without_effect(rule, place)
            if rule.code not in told_above:
                told_above[rule.code] = _told_above(rule, met)
            told = told_above[rule.code]
            of_stage = silencer.covers[:1] == ("stages",)
            if blind or (str(silencer.covers[1]) in told if of_stage else told):
                found = replace(found, repair=None)
            yield ignore_without_effect.RULE, found


def _told_above(rule: Rule, raised: Iterable[Raised]) -> frozenset[str]:
    """The stages of which something is told that a rule would give way to."""
    stronger = {order.winner for order in ORDERS if order.silences(rule.code)}
    return frozenset(stage for one in raised if one.rule.code in stronger for stage in one.stages)


def settings_findings(model: Model, rules: Sequence[Rule]) -> Iterator[tuple[Rule, Found]]:
    """Settings under ``lint`` that name no rule, or no option of it, or have another form."""
    settings = model.lint
    if settings is None:
        return
    for key, words in (("severity", settings.severity), ("options", settings.options)):
        for word in words or ():
            place = Place(("lint", key, word), at_key=True)
            rule = next((rule for rule in rules if is_named(word, rule)), None)
            if rule is None:
                yield unknown_rule_in_config.RULE, _unknown(word, rules, place)
            elif rule.family == "PC0":
                yield unknown_rule_in_config.RULE, _cannot_be_silenced(rule, place)
            elif key == "options":
                for found in _option_findings(model, rule, (settings.options or {})[word], word):
                    yield unknown_rule_in_config.RULE, found


def _option_findings(
    model: Model, rule: Rule, written: Mapping[str, Data], word: str
) -> Iterator[Found]:
    for name, value in written.items():
        path = ("lint", "options", word, name)
        option = next((one for one in rule.options if one.name == name), None)
        if name.startswith("x_") or path in model.workspace.unread:
            continue
        if option is None:
            yield _no_such_option(rule, name, Place(path, at_key=True))
        elif option.read(value) is None:
            message = say('The option "{option}" wants {form}.', option=name, form=option.wants)
            yield Found(message, Place(path), hint=_default_hint(option), ids=(rule.code, name))


def _no_such_option(rule: Rule, name: str, place: Place) -> Found:
    known = tuple(option.name for option in rule.options)
    near = nearest(name, known)
    hint: Message
    if near:
        hint = say('Did you mean "{name}"?', name=near)
    elif known:
        hint = say("It has {options}.", options=Listing(known))
    else:
        hint = say("It has no options: take the entry away.")
    message = say('The rule "{rule}" has no option "{option}".', rule=rule.name, option=name)
    return Found(message, place, hint=hint, ids=(rule.code, name))


def _default_hint(option: Option[Any]) -> Message:
    if option.shown is None:
        return say("Until it has one, the rule finds nothing.")
    return say("Until it has one, {default} holds.", default=option.shown)


def plugin_failures(known: Registry) -> tuple[Found, ...]:
    """Rules of other packages that could not be taken."""
    hint = say("Mend or uninstall the package. The other rules have run.")
    place = Place(("processctl",), at_key=True)
    return tuple(Found(words, place, hint=hint, ids=(name,)) for name, words in known.failures)


def _place(silencer: Silencer) -> Place:
    return Place(silencer.ignore.path, at_key=True)


def _unknown(word: str, rules: Iterable[Rule], place: Place) -> Found:
    known = [name for rule in rules for name in (rule.name, rule.code)]
    near = nearest(word, known)
    prefix = any(names(word, rule) for rule in rules)
    hint: Message
    if prefix:
        hint = say("Name one rule: a whole family cannot be named here.")
    elif near:
        hint = say('Did you mean "{name}"?', name=near)
    else:
        hint = say('The command "processctl rules" lists them all.')
    return Found(say('There is no rule "{word}".', word=word), place, hint=hint, ids=(word,))


def _cannot_be_silenced(rule: Rule, place: Place) -> Found:
    return Found(
        say('The rule "{rule}" cannot be silenced.', rule=rule.name),
        place,
        hint=say("What cannot be read cannot be judged either: mend it, and take this away."),
        ids=(rule.code,),
    )


def _expired(silencer: Silencer, rule: Rule, place: Place) -> Found:
    until = silencer.ignore.until
    return Found(
        say(
            'The rule "{rule}" was silenced here until {date}, and that day is past.',
            rule=rule.name,
            date=until.isoformat() if until else "",
        ),
        place,
        hint=say("Mend what it hid, or agree on a new day."),
        ids=(rule.code,),
    )


def _without_effect(rule: Rule, place: Place) -> Found:
    return Found(
        say('The rule "{rule}" finds nothing here that could be silenced.', rule=rule.name),
        place,
        hint=say("Take the entry away, so that the next real finding is seen."),
        ids=(rule.code,),
        repair=Repair("safe", (Remove(place.path, keep=len(place.path) - 2),)),
    )
