"""Who is concerned by a change, in words: which values such cases have, and an example of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from processctl.compare import stretches
from processctl.compare.stretches import Stretch
from processctl.compare.together import Together
from processctl.criteria import names
from processctl.journey.value_words import amount_in_words, option_in_words
from processctl.model.customer_data import Field
from processctl.model.model import Model
from processctl.proofs.breaks import breaks_of
from processctl.proofs.domain import Domain
from processctl.proofs.fact import TODAY, Fact
from processctl.proofs.witness import case_of
from processctl.proofs.words import plain_values, values_in_words
from processctl.rules.rule import Case
from processctl.texts import Argument, Listing, Message, say

_MOST_TOLD = 4  # values of one field, or fields, that are told one by one


@dataclass(frozen=True, slots=True)
class Affected:
    """``which`` says of each field what its value is, nothing of fields that may have any value.

    ``all`` says that every case with such values is concerned; ``case`` and ``story`` show one.
    """

    which: tuple[Message, ...]
    all: bool
    case: Case
    story: tuple[Message, ...]

    @property
    def in_words(self) -> Message:
        """Which cases are concerned, as exactly as that is known."""
        which = Listing(self.which, quoted=False)
        if self.all:
            if not self.which:
                return say("All cases there are concerned.")
            return say("All cases where {which}.", which=which)
        if not self.which:
            return say("Which of the cases there cannot be told by their values alone.")
        return say("Some of the cases where {which}.", which=which)


def affected(
    together: Together,
    model: Model,
    condition: Iterable[Fact],
    facts: Iterable[Fact],
    there: Iterable[tuple[Fact, ...]],
    today: date,
) -> Affected:
    """Who has all facts of a ``condition``.

    ``facts`` are those of one such case, ``there`` what is known of the cases that can be where this
    is asked, one by one or way by way. ``model`` knows the names of both states.
    """
    asked = tuple(condition)
    known = [one for one in there if together.solver.can_hold((*one, *asked)) != "no"] or [()]
    telling = _Telling(together, model, asked, known, today)
    which = list(telling.each())
    case = case_of(together.new, tuple(facts), today)
    concerned = {name for fact in asked for name in fact.now}
    shown = replace(
        case, values={name: one for name, one in case.values.items() if name in concerned}
    )
    example = (values_in_words(model, shown),) if shown.values else ()
    exact = len(which) <= _MOST_TOLD and telling.is_exact()
    return Affected(tuple(which[:_MOST_TOLD]), exact, tuple(plain_values(shown)), example)


@dataclass
class _Telling:
    together: Together
    model: Model
    condition: tuple[Fact, ...]
    known: list[tuple[Fact, ...]]
    today: date

    def __post_init__(self) -> None:
        self._box: list[list[Fact]] = []
        self._is_partial = False

    def each(self) -> Iterator[Message]:
        """What is to be said of each field, in the order declared."""
        definitions = self.together.new.facts.definitions
        breaks = breaks_of(self.condition, definitions, self.today)
        named = self._named()
        # A judgement is somebody's own, and days count on: of those no values can be named.
        self._is_partial = not named <= self.model.fields.keys()
        on_some_day = TODAY in {name for fact in self.condition for name in fact.now}
        for name in self.model.fields:
            if name in named:
                yield from self._field(name, breaks.get(name, set()), on_some_day)

    def _named(self) -> frozenset[str]:
        """What the condition speaks of: through criteria and segments, and no further than fields."""
        definitions = self.together.new.facts.definitions
        found: set[str] = set()
        met: set[str] = set()
        ahead = [fact.node for fact in self.condition if fact.now]
        while ahead:
            for word in names(ahead.pop()):
                if word.id in self.model.fields or word.id not in definitions:
                    found.add(word.id)
                elif word.id not in met:
                    met.add(word.id)
                    ahead.append(definitions[word.id])
        return frozenset(found)

    def _field(
        self, name: str, breaks: Iterable[Fraction | str], on_some_day: bool
    ) -> Iterator[Message]:
        field, facts = self.model.fields[name], self.together.new.facts
        domain = self.together.new.domains.get(name)
        if domain is None:  # it is computed: its values are told, not those that it is made of
            domain = Domain(field.type or "text", None, None, tuple(field.options or ()), False)
        if domain.may_be_missing:
            gone = stretches.missing(facts, name, self._holds)
            if gone is True:
                self._box.append([facts.one(facts.filled_in(name).node, False)])
                yield say('"{field}" is not filled in', field=field.title)
                return
            if gone is False:
                self._box.append([facts.filled_in(name)])
            else:
                self._is_partial = True
        told = self._value(name, field, domain, breaks, on_some_day)
        if told is not None:
            yield told

    def is_exact(self) -> bool:
        """Whether every case with the values that were told has the condition."""
        if self._is_partial or any(fact.once for fact in self.condition):
            return False
        facts, can_hold = self.together.new.facts, self.together.solver.can_hold
        box = [fact for part in self._box for fact in part]
        return all(
            can_hold((*one, *box, facts.one(fact.node, not fact.holds))) == "no"
            for one in self.known
            for fact in self.condition
        )

    def _holds(self, facts: Iterable[Fact]) -> bool:
        asked = (*self.condition, *facts)
        return any(self.together.solver.can_hold((*one, *asked)) != "no" for one in self.known)

    def _value(
        self,
        name: str,
        field: Field,
        domain: Domain,
        breaks: Iterable[Fraction | str],
        on_some_day: bool,
    ) -> Message | None:
        facts = self.together.new.facts
        match domain.type:
            case "boolean":
                answer = stretches.answers(facts, name, self._holds)
                if answer is None:
                    return None
                self._box.append([facts.one(stretches.named(name), answer)])
                if answer:
                    return say('"{field}" is yes', field=field.title)
                return say('"{field}" is no', field=field.title)
            case "choice":
                return self._options(name, field, domain)
            case "list":
                return self._members(name, field, domain)
            case "text":
                self._is_partial = True
                return None
            case "date" if on_some_day:
                self._is_partial = True
                return None
        ends = [one for one in breaks if isinstance(one, Fraction)]
        found = stretches.stretches(facts, name, domain, ends, self._holds)
        if found is None:
            return None
        if not found or len(found) > _MOST_TOLD:
            self._is_partial = True
            return None
        self._box.append([stretches.in_one_of(facts, name, domain, found)])
        told = tuple(_stretch(self.model, field, one) for one in found)
        return say(
            '"{field}" is {values}', field=field.title, values=Listing(told, "or", quoted=False)
        )

    def _options(self, name: str, field: Field, domain: Domain) -> Message | None:
        facts = self.together.new.facts
        found = stretches.options(facts, name, domain.options, self._holds)
        if found is None:
            return None
        if not found or len(found) > _MOST_TOLD:
            self._is_partial = True
            return None
        self._box.append([stretches.is_one_of(facts, name, found)])
        words = tuple(option_in_words(field, one) for one in found)
        return say(
            '"{field}" is {values}', field=field.title, values=Listing(words, "or", quoted=False)
        )

    def _members(self, name: str, field: Field, domain: Domain) -> Message | None:
        facts = self.together.new.facts
        found = list(stretches.members(facts, name, domain.options, self._holds))
        self._is_partial = True
        has = tuple(option_in_words(field, one) for one, there in found if there)
        lacks = tuple(option_in_words(field, one) for one, there in found if not there)
        if has:
            words = Listing(has[:_MOST_TOLD], quoted=False)
            return say('"{field}" includes {values}', field=field.title, values=words)
        if lacks:
            words = Listing(lacks[:_MOST_TOLD], "or", quoted=False)
            return say('"{field}" does not include {values}', field=field.title, values=words)
        return None


def _stretch(model: Model, field: Field, one: Stretch) -> Argument:
    def amount(value: Fraction) -> Argument:
        if field.type == "date":
            return date.fromordinal(int(value)).isoformat()
        return amount_in_words(model, field, value)

    least, most = one.least, one.most
    if least is not None and least == most:
        return amount(least)
    if least is None and most is None:
        return say("anything")
    if least is None and most is not None:
        if one.has_most:
            return say("at most {value}", value=amount(most))
        return say("less than {value}", value=amount(most))
    if most is None and least is not None:
        if one.has_least:
            return say("at least {value}", value=amount(least))
        return say("more than {value}", value=amount(least))
    assert least is not None  # noqa: S101 - both ends are there
    assert most is not None  # noqa: S101 - both ends are there
    ends = {"least": amount(least), "most": amount(most)}
    match one.has_least, one.has_most:
        case True, True:
            return say("{least} to {most}", **ends)
        case True, False:
            return say("at least {least} and less than {most}", **ends)
        case False, True:
            return say("more than {least} and at most {most}", **ends)
    return say("between {least} and {most}, without these", **ends)
