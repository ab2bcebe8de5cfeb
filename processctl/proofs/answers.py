"""Answers of the solver that are kept between runs, so that only new questions are asked."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Literal, TypeAlias

from processctl.criteria import Node, names, unparse
from processctl.proofs.decided import Decided
from processctl.proofs.domain import Domain
from processctl.proofs.fact import NO, YES, Fact

Known: TypeAlias = Literal["yes", "no"]
_MOST_NAMES = 300  # that one condition rests on; what rests on more is always asked anew


class Answers:
    """What was answered before, and ``used`` in this run, by the key of the question.

    ``decided`` are those that were easy, where somebody keeps them.

    When a question has been given up, the next ones are asked with less patience: from there on
    answers are neither taken nor kept, so that a run comes to the same with and without them.
    """

    def __init__(self, before: Mapping[str, Known], decided: Decided | None = None) -> None:
        self._before = before
        self.decided = decided
        self._is_patient = True
        self.used: dict[str, Known] = {}

    def of(self, key: str) -> Known | None:
        """The answer to a question, if it was asked before."""
        found = self._before.get(key) if self._is_patient else None
        if found is not None:
            self.used[key] = found
        return found

    def keep(self, key: str, answer: Known) -> None:
        """Remember an answer."""
        if self._is_patient:
            self.used[key] = answer

    def give_up(self) -> None:
        """A question has been given up."""
        self._is_patient = False


class Questions:
    """Makes keys of questions: the same for the same question in any run, and for no other one.

    A key holds all that the answer rests on: the conditions, what they are defined by, and the domains
    of the fields. Versions of values are named anew, because their names count all that a run has met.
    """

    def __init__(self, domains: Mapping[str, Domain], definitions: Mapping[str, Node]) -> None:
        self._domains = domains
        self._definitions = definitions
        self._texts: dict[Fact, str | None] = {}

    def key(self, facts: Sequence[Fact]) -> str | None:
        """The key of a question; None where that would take long."""
        several = []
        for fact in facts:
            text = self._text(fact)
            if text is None:
                return None
            several.append((text, fact))
        renamed: dict[tuple[str, str], str] = {}
        parts = []
        for text, fact in sorted(several, key=lambda one: one[0]):
            once = [
                (
                    name,
                    made
                    if made in (YES, NO)
                    else renamed.setdefault((name, made), f"#{len(renamed)}"),
                )
                for name, made in fact.once
            ]
            parts.append((text, once))
        return sha256(json.dumps(parts).encode()).hexdigest()[:32]

    def _text(self, fact: Fact) -> str | None:
        """A fact with all that it rests on, but for versions."""
        if fact not in self._texts:
            self._texts[fact] = self._written(fact)
        return self._texts[fact]

    def _written(self, fact: Fact) -> str | None:
        parts = [unparse(fact.node), str(fact.holds), *sorted(name for name, _ in fact.once)]
        met: set[str] = set()
        ahead = [fact.node]
        while ahead:
            for word in names(ahead.pop()):
                if word.id in met:
                    continue
                met.add(word.id)
                definition = self._definitions.get(word.id)
                if definition is None:
                    parts.append(f"{word.id}: {self._domains.get(word.id)!r}")
                else:
                    parts.append(f"{word.id} is {unparse(definition)}")
                    ahead.append(definition)
            if len(met) > _MOST_NAMES:
                return None
        return "\n".join(parts)
