"""The values that are tried out: all that a field can have, or some on both sides of every border."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, combinations
from math import ceil

from processctl.criteria import Has, Literal, Node, walk
from processctl.model.customer_data import Field
from processctl.model.model import Model
from tests.proofs.brute_trees import TODAY, Trees
from tests.proofs.brute_universe import Value

MIDDLE = date(2026, 3, 10)
_DAYS = 4  # on both sides of the middle
_STEP = Fraction(1, 16)  # of decimals; generated conditions compare with quarters, also twice them
_AROUND = 3  # how far beyond the numbers that are compared with, where a field has no bounds


def values_of(
    model: Model,
    trees: Trees,
    in_force: Iterable[Node],
    judgements: Iterable[str],
    extra: Mapping[str, Iterable[Value]],
) -> dict[str, tuple[Value, ...]]:
    """The values of every name that some condition of a model comes down to.

    Where a condition ``in_force`` asks with ``has`` for a field, that may be missing. ``extra`` are
    values to be tried as well.
    """
    written = [one.tree for one in model.expressions if one.tree is not None]
    read = {name for tree in written for name in trees.reads(tree)}
    read |= set(model.fields).intersection(extra)
    read |= {name for name, segment in model.segments.items() if segment.test is None}
    asked = {
        name
        for tree in in_force
        for part in walk(tree)
        if isinstance(part, Has)
        for name in trees.reads(part.name)
    }
    found: dict[str, tuple[Value, ...]] = dict.fromkeys(judgements, (False, True))
    for name in sorted(read - found.keys()):
        if name == TODAY:
            found[name] = tuple(dict.fromkeys((*_around(MIDDLE), *extra.get(name, ()))))
            continue
        field = model.fields.get(name)
        if field is None:  # a segment that nobody can test
            found[name] = (False, True)
            continue
        several = [*dict.fromkeys((*_of_field(field, written), *extra.get(name, ())))]
        if field.optional or name in asked:
            several = [*(one for one in several if one is not None), None]
        found[name] = tuple(several)
    return found


def _of_field(field: Field, written: list[Node]) -> Iterator[Value]:
    match field.type:
        case "boolean":
            yield from (False, True)
        case "choice":
            yield from field.options or ()
        case "list":
            options = list(field.options or ())
            sizes = range(len(options) + 1)
            yield from map(
                frozenset, chain.from_iterable(combinations(options, one) for one in sizes)
            )
        case "date":
            yield from _around(MIDDLE)
        case "text" | None:
            # Two fields may differ in words that no condition names.
            yield from (*sorted(_words(written)), "something else", "yet another thing")
        case "integer":
            yield from _numbers(field, written, Fraction(1))
        case "money":
            yield from _numbers(field, written, Fraction(1, 100))
        case "decimal":
            yield from _numbers(field, written, _STEP)


def _numbers(field: Field, written: list[Node], step: Fraction) -> Iterator[Fraction]:
    compared = [
        Fraction(part.value)
        for tree in written
        for part in walk(tree)
        if isinstance(part, Literal) and part.kind in ("integer", "decimal")
    ]
    least = min(compared, default=Fraction(0)) - _AROUND * step
    most = max(compared, default=Fraction(0)) + _AROUND * step
    least = least if field.minimum is None else field.minimum
    most = most if field.maximum is None else field.maximum
    value = ceil(least / step) * step
    while value <= most:
        yield value
        value += step


def _words(written: list[Node]) -> set[str]:
    return {
        str(part.value)
        for tree in written
        for part in walk(tree)
        if isinstance(part, Literal) and part.kind == "text"
    }


def more_days() -> list[Value]:
    """Days further away than those that are tried, for what happens only between such."""
    return list(_around(MIDDLE, 3 * _DAYS))


def more_decimals() -> list[Value]:
    """Decimals from nought to one, near enough to lie between any two ends of generated sums."""
    return [Fraction(one, 96) for one in range(97)]


def _around(middle: date, most: int = _DAYS) -> Iterator[date]:
    for days in range(-most, most + 1):
        yield middle + timedelta(days=days)
