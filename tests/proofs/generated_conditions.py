"""Conditions at random, over a few fields with few values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import pairwise
from random import Random

from tests.proofs.brute_values import MIDDLE

SIGNS = ("==", "!=", "<", "<=", ">", ">=")
_NUMBERS = {
    "integer": ("0", "1", "2", "3"),
    "decimal": ("0.25", "0.5", "0.75", "1", "0"),
    "money": ("0", "0.01", "0.02", "0.03", "0.015"),
}
_WORDS = ("red", "blue", "green")
# How many values are tried of each type, about; of dates there are also days on which it is today.
_SIZES = {"boolean": 2, "choice": 3, "integer": 4, "decimal": 17, "money": 4, "text": 5, "list": 4}
_DATES = 9
_MOST_CASES = 3_000


@dataclass
class Vocabulary:
    """What conditions may name: fields by type, named criteria, judgements and segments."""

    fields: dict[str, str] = field(default_factory=dict)
    optional: set[str] = field(default_factory=set)
    tests: dict[str, str] = field(default_factory=dict)
    judgements: list[str] = field(default_factory=list)
    segments: dict[str, str | None] = field(default_factory=dict)
    computed: dict[str, tuple[str, str]] = field(default_factory=dict)
    unnamed_judgements: int = 0

    def of_type(self, *types: str) -> list[str]:
        """The fields of some types, computed ones too."""
        computed = [name for name, (kind, _) in self.computed.items() if kind in types]
        return [*(name for name, kind in self.fields.items() if kind in types), *computed]


def vocabulary(chance: Random) -> Vocabulary:
    """Fields, criteria and segments."""
    words = Vocabulary()
    size = 1
    types = chance.choices(
        ("boolean", "integer", "choice", "decimal", "money", "list", "text", "date"),
        (4, 6, 3, 2, 2, 1, 1, 1),
        k=chance.randint(2, 4),
    )
    for number, kind in enumerate(types):
        size *= _SIZES.get(kind, _DATES)
        if kind == "date" and "date" not in types[:number]:
            size *= _DATES
        if size > _MOST_CASES:
            break
        name = f"{kind}_{number}"
        words.fields[name] = kind
        if chance.random() < 0.25:
            words.optional.add(name)
    if chance.random() < 0.25:
        alike = chance.choice((("integer", "decimal"), ("money",)))
        numbers = words.of_type(*alike)
        if numbers and chance.random() < 0.6:
            words.computed["computed_0"] = (alike[-1], _sum(chance, numbers))
        else:
            words.computed["computed_0"] = ("boolean", condition(chance, words, 1))
    words.judgements = [f"judged_{number}" for number in range(chance.choice((0, 0, 1, 1, 2)))]
    for number in range(chance.choice((0, 0, 1))):
        words.segments[f"segment_{number}"] = (
            None if chance.random() < 0.3 else condition(chance, _without_judgements(words), 1)
        )
    for number in range(chance.choice((0, 1, 2))):
        words.tests[f"test_{number}"] = condition(chance, words, 2)
    return words


def _without_judgements(words: Vocabulary) -> Vocabulary:
    return Vocabulary(words.fields, words.optional, computed=words.computed)


def declarations(words: Vocabulary, chance: Random) -> list[str]:
    """The sections of a vocabulary, as lines of YAML."""
    lines = ["fields:"]
    for name, kind in words.fields.items():
        more = ", optional: true" if name in words.optional else ""
        lines.append(f"  {name}: {{type: {kind}{_limits(kind, chance)}{more}}}")
    for name, (kind, text) in words.computed.items():
        lines.append(f"  {name}: {{type: {kind}, is: {quoted(text)}}}")
    criteria: Mapping[str, str | None] = {**words.tests, **dict.fromkeys(words.judgements)}
    if criteria:
        lines.append("criteria:")
        for name, test in criteria.items():
            lines.append(f"  {name}: {{{'judged_by: ann' if test is None else _test(test)}}}")
    if words.segments:
        lines.append("segments:")
        for name, test in words.segments.items():
            lines.append(f"  {name}: {{{'says: A kind' if test is None else _test(test)}}}")
    return lines


def _test(text: str) -> str:
    return f"test: {quoted(text)}"


def quoted(text: str) -> str:
    """A condition as a value in YAML."""
    assert "'" not in text
    return f"'{text}'"


def _limits(kind: str, chance: Random) -> str:
    return {
        "integer": f", min: 0, max: {chance.choice((2, 3))}",
        "decimal": ", min: 0, max: 1",
        "money": ", min: 0, max: 0.03",
        "choice": ", options: [red, blue, green]",
        "list": ", options: [red, blue]",
    }.get(kind, "")


def condition(chance: Random, words: Vocabulary, depth: int) -> str:
    """A condition of so many levels at most."""
    if depth <= 0 or chance.random() < 0.3:
        return _atom(chance, words)
    parts = [condition(chance, words, depth - 1) for _ in range(chance.choice((2, 2, 3)))]
    match chance.choice(("and", "and", "or", "not", "at_least", "either")):
        case "not":
            return f"not ({parts[0]})"
        case "at_least":
            return f"at_least({chance.randint(1, len(parts))}, {', '.join(parts)})"
        case "either":
            return f"(({parts[0]}) ? ({parts[1]}) : ({parts[-1]}))"
        case word:
            return f" {word} ".join(f"({part})" for part in parts)


def _atom(chance: Random, words: Vocabulary) -> str:
    names = [*words.tests, *words.judgements, *words.segments]
    if names and chance.random() < 0.25:
        return chance.choice(names)
    name = chance.choice([*words.fields, *words.computed])
    if chance.random() < 0.08:
        return f"has({name})"
    kind = words.fields.get(name) or words.computed[name][0]
    match kind:
        case "boolean":
            return chance.choice((name, name, f"!{name}", f"{name} == true", f"{name} != false"))
        case "choice" | "text":
            one, other = chance.sample(_WORDS, 2)
            same = [each for each in words.of_type(kind) if each != name]
            if same and chance.random() < 0.3:
                return f"{name} {chance.choice(('==', '!='))} {chance.choice(same)}"
            return chance.choice(
                (f'{name} == "{one}"', f'{name} != "{one}"', f'{name} in ["{one}", "{other}"]')
            )
        case "list":
            return f'"{chance.choice(_WORDS[:2])}" in {name}'
        case "date":
            return _about_date(chance, name, words.of_type("date"))
        case _:
            return _about_number(chance, name, kind, words)


def _about_date(chance: Random, name: str, dates: Sequence[str]) -> str:
    sign = chance.choice(SIGNS)
    day = MIDDLE + timedelta(days=chance.randint(-1, 1))
    return chance.choice(
        (
            f'{name} {sign} "{day.isoformat()}"',
            f"days_since({name}) {sign} {chance.randint(0, 2)}",
            f"days_until({name}) {sign} {chance.randint(0, 2)}",
            f"{name} {sign} {chance.choice(dates)}",
        )
    )


def _about_number(chance: Random, name: str, kind: str, words: Vocabulary) -> str:
    number, sign = chance.choice(_NUMBERS[kind]), chance.choice(SIGNS)
    # The grid of decimals is too coarse to meet money's hundredths.
    numbers = words.of_type(*(("money",) if kind == "money" else ("integer", "decimal")))
    others = [each for each in numbers if each != name]
    roll = chance.random()
    if others and roll < 0.25:
        return f"{name} {sign} {chance.choice(others)}"
    if others and roll < 0.35:
        return f"{_sum(chance, numbers)} {sign} {number}"
    if roll < 0.42:
        return f"{name} in [{number}, {chance.choice(_NUMBERS[kind])}]"
    if roll < 0.48 and words.of_type("boolean"):
        chooser = chance.choice(words.of_type("boolean"))
        return f"({chooser} ? {name} : {chance.choice(numbers)}) {sign} {number}"
    return f"{name} {sign} {number}"


def _sum(chance: Random, numbers: Sequence[str]) -> str:
    one, other = chance.choice(numbers), chance.choice(numbers)
    return chance.choice((f"{one} + {other}", f"{one} - {other}", f"2 * {one}", f"1 - {one}"))


def partition(chance: Random, words: Vocabulary, count: int) -> list[str]:
    """Conditions that nearly always fit every case exactly once between them."""
    numbers = words.of_type("integer", "decimal", "money")
    if count == 2 or not numbers:
        first = condition(chance, words, chance.randint(0, 2))
        found = [first, f"not ({first})"]
        while len(found) < count:
            more = condition(chance, words, 0)
            found[-1:] = [f"{found[-1]} and ({more})", f"{found[-1]} and not ({more})"]
        return found
    name = chance.choice(numbers)
    kind = words.fields.get(name) or words.computed[name][0]
    ends = sorted(chance.sample(_NUMBERS[kind], min(count - 1, 3)), key=float)
    found = [f"{name} < {ends[0]}"]
    for low, high in pairwise(ends):
        found.append(f"{name} {chance.choice(('>=', '>=', '>'))} {low} and {name} < {high}")
    return [*found, f"{name} >= {ends[-1]}"]
