"""How teams talk: feedback loops and the forums they meet in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from processctl.model.build import key, key_or
from processctl.model.condition import Expression, expression
from processctl.model.element import Element, InForce
from processctl.model.parse import (
    cadence,
    clock,
    day,
    duration,
    one_or_many,
    reference_or_text,
    text,
    texts,
    to,
    who,
    whos,
    word,
)
from processctl.model.reference import Reference
from processctl.model.values import Cadence, Duration
from processctl.texts import Text

_parties = one_or_many(to("teams", "roles"))


@dataclass(frozen=True, kw_only=True)
class Feedback(Element, InForce):
    """What one team learns and another hears. ``stages`` is the key ``about``."""

    givers: tuple[Reference, ...] = key_or(_parties, (), "from")
    hearers: tuple[Reference, ...] = key_or(_parties, (), "to")
    stages: tuple[Reference, ...] = key_or(one_or_many(to("stages")), (), "about")
    about: Text | None = None
    carries: tuple[Reference | Text, ...] = key_or(one_or_many(reference_or_text("fields")), ())
    when: Expression | None = key(expression)
    forum: Reference | None = key(to("forums"), "in")
    every: Cadence | None = key(cadence)
    changes: Text | None = key(text)
    owner: Reference | None = key(who)


@dataclass(frozen=True, kw_only=True)
class Forum(Element):
    """A regular meeting."""

    every: Cadence | None = key(cadence)
    first: date | None = key(day)
    at: time | None = key(clock)
    lasts: Duration | None = key(duration)
    members: tuple[Reference, ...] = key_or(whos, ())
    chair: Reference | None = key(who)
    agenda: tuple[Text, ...] = key_or(texts, ())
    notes: str | None = key(word)
    decides: tuple[Text, ...] = key_or(texts, ())
