"""The variables of the solver that stand for fields, judgements and today's date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any, TypeAlias

import z3

from processctl.proofs.domain import Domain
from processctl.proofs.fact import NO, TODAY, YES

Term: TypeAlias = Any  # z3 has no annotations; its terms never leave variables, terms and solver


class Variables:
    """One variable for each version of a field, and what it can be at all.

    A text is the number of its word, a list a truth value for each option, a date its day, money
    its hundredths. What may be missing has a second variable that says whether it is.
    """

    def __init__(self, domains: Mapping[str, Domain]) -> None:
        self._domains = domains
        self._words: dict[str, int] = {}
        self._labels: dict[tuple[str, str, str | None], int] = {}
        self._made: dict[tuple[str, str, str], Term] = {}
        self._bounds: dict[tuple[str, str], list[Term]] = {}
        for domain in domains.values():
            for option in domain.options:
                self.word(option)

    def word(self, text: str) -> int:
        """The number that stands for a text; options of one field have neighbouring ones."""
        return self._words.setdefault(text, len(self._words))

    def options(self, name: str) -> tuple[str, ...]:
        """The options of a list; none of anything else."""
        domain = self._domains.get(name)
        return domain.options if domain is not None and domain.type == "list" else ()

    def is_date(self, name: str) -> bool:
        """Whether a name is a field that holds dates."""
        return name in self._domains and self._domains[name].type == "date"

    def is_money(self, name: str) -> bool:
        """Whether a name is a field that holds money."""
        return name in self._domains and self._domains[name].type == "money"

    def value(self, name: str, version: str = "", option: str = "") -> Term:
        """The variable of a value; of a list the one that says whether it has an option."""
        key = name, version, option
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._variable(name, self._label(name, version, option))
        return found

    def _variable(self, name: str, label: str) -> Term:
        if name == TODAY:
            return z3.Int(label)
        domain = self._domains.get(name)
        if domain is None or domain.type in ("boolean", "list"):
            return z3.Bool(label)
        return z3.Real(label) if domain.type == "decimal" else z3.Int(label)

    def missing(self, name: str, version: str = "") -> Term | None:
        """The variable that says whether a value is missing; None where it never is."""
        domain = self._domains.get(name)
        if domain is None or not domain.may_be_missing:
            return None
        return z3.Bool(self._label(name, version, None))

    def _label(self, name: str, version: str, option: str | None) -> str:
        """What the solver calls a variable: nothing that somebody wrote, which it might cut short."""
        return f"v{self._labels.setdefault((name, version, option), len(self._labels))}"

    def replacements(self, name: str, version: str) -> list[tuple[Term, Term]]:
        """Pairs of variables: the present one, and what stands for it in a version."""
        if version in (YES, NO):
            return [(self.value(name), z3.BoolVal(version == YES))]
        domain = self._domains.get(name)
        is_list = domain is not None and domain.type == "list"
        options = self.options(name) if is_list else ("",)
        pairs = [(self.value(name, "", one), self.value(name, version, one)) for one in options]
        missing = self.missing(name)
        return pairs if missing is None else [*pairs, (missing, self.missing(name, version))]

    def bounds(self, name: str, version: str) -> list[Term]:
        """What a version of a field can be at all."""
        found = self._bounds.get((name, version))
        if found is None:
            found = self._bounds[name, version] = self._make_bounds(name, version)
        return found

    def _make_bounds(self, name: str, version: str) -> list[Term]:
        domain = self._domains.get(name)
        if domain is None or domain.type in ("text", "boolean", "list"):
            return []
        variable = self.value(name, version)
        if domain.type == "choice":
            return [_among(variable, sorted(map(self.word, domain.options)))]
        scale = 100 if domain.type == "money" else 1
        is_whole = domain.type != "decimal"
        found = []
        if domain.least is not None:
            least = domain.least * scale
            found.append(variable >= number(Fraction(ceil(least)) if is_whole else least))
        if domain.most is not None:
            most = domain.most * scale
            found.append(variable <= number(Fraction(floor(most)) if is_whole else most))
        return found


def number(value: Fraction) -> Term:
    """A number written out, exactly."""
    if value.denominator == 1:
        return z3.IntVal(value.numerator)
    return z3.Q(value.numerator, value.denominator)


def _among(variable: Term, numbers: Iterable[int]) -> Term:
    several = list(numbers)
    if not several:
        return z3.BoolVal(True)
    if several[-1] - several[0] == len(several) - 1:
        return z3.And(variable >= several[0], variable <= several[-1])
    return z3.Or(*(variable == one for one in several))
