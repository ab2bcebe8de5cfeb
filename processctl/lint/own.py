"""The linter's own findings: about ignores, settings, and rules that broke down.

Their pages stand in ``rules.pc99_linter``; what they look at is known only after the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from processctl.lint.ignores import Silencer, Silencers, is_named
from processctl.lint.precedence import ORDERS, Raised
from processctl.lint.settings import names
from processctl.model.process import LintSettings
from processctl.reading.nearest import nearest
from processctl.rules.pc99_linter import (
    ignore_expired,
    ignore_without_effect,
    internal_failure,
    unknown_rule_in_config,
)
from processctl.rules.repair import Remove, Repair
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import Message, say

FAILURE = internal_failure.RULE
# While something cannot be read, or nobody knows who owns a stage, other rules are silent.
_BLINDING = ("PC0", "PC1", "PC201", "PC501", "PC502", "PC511")


def silencer_findings(
    silencers: Silencers,
    rules: Sequence[Rule],
    ran: set[str],
    today: date,
    raised: Iterable[Raised],
) -> Iterator[tuple[Rule, Found]]:
    """Ignores that name no rule, that hide nothing, and that have run out.

    One that hides nothing is taken away by a repair only if no finding among those ``raised`` may
    have kept its own finding from being made or told.
    """
    met = tuple(raised)
    blind = any(one.rule.code.startswith(_BLINDING) for one in met)
    winners = {order.winner for order in ORDERS}
    told = {stage for one in met if one.rule.code in winners for stage in one.stages}
    for silencer in silencers:
        rule = next((rule for rule in rules if is_named(silencer.word, rule)), None)
        place = _place(silencer)
        if rule is None:
            yield unknown_rule_in_config.RULE, _unknown(silencer.word, rules, place)
        elif rule.family in ("PC0", "PC99"):
            yield unknown_rule_in_config.RULE, _cannot_be_silenced(rule, place)
        elif silencer.expired(today):
            yield ignore_expired.RULE, _expired(silencer, rule, place)
        elif rule.code in ran and not silencers.hid_something(silencer):
            found = _without_effect(rule, place)
            of_stage = silencer.covers[:1] == ("stages",)
            if blind or (str(silencer.covers[1]) in told if of_stage else told):
                found = replace(found, repair=None)
            yield ignore_without_effect.RULE, found


def settings_findings(
    settings: LintSettings | None, rules: Sequence[Rule]
) -> Iterator[tuple[Rule, Found]]:
    """Settings under ``lint`` that name no rule."""
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
