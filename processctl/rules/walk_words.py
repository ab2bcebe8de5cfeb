"""How the times on a walk are told: by the rule on promises, and by the one on slow ways."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processctl.journey import Journey
from processctl.model.values import UNITS, Duration
from processctl.promises import Verdict
from processctl.rules.rule import Also, stage_at
from processctl.texts import Argument, Listing, say


def total_words(verdict: Verdict) -> Argument:
    """All the time on a walk, by units: "3 months, 2 business days and 4 business hours".

    Where weekends make it longer than it sounds, it is told in days too.
    """
    words = _words(length for _, lengths in verdict.spent for length in lengths)
    if not verdict.days:
        return words
    days = Duration(verdict.days, "day").message()
    return say("{time} (by the calendar up to {days})", time=words, days=days)


def times_spent(journey: Journey, verdict: Verdict) -> Iterator[Also]:
    """What of it is spent in each stage, stages together that are passed again."""
    spent: dict[str, list[Duration]] = {}
    for stage, lengths in verdict.spent:
        spent.setdefault(stage, []).extend(lengths)
    for stage, times in spent.items():
        if times:
            message = say(
                'Stage "{stage}" may take {time} of it.',
                stage=journey.stages[stage].title,
                time=_words(times),
            )
            yield Also(message, stage_at(stage))


def _words(lengths: Iterable[Duration]) -> Listing:
    counts: dict[tuple[bool, int], int] = {}
    for length in lengths:
        key = (length.business, -UNITS.index(length.unit))
        counts[key] = counts.get(key, 0) + length.count
    return Listing(
        tuple(Duration(counts[key], UNITS[-key[1]], key[0]).message() for key in sorted(counts)),
        quoted=False,
    )
