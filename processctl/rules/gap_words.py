"""How a gap in what is recorded is told: by the rule on conditions, and by the one on contracts."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.gaps import Gap, Reading
from processctl.rules.rule import Also, Found, Place
from processctl.texts import Listing, Message, say


def found_gap(
    journey: Journey, gap: Gap, message: Message, hint: Message, related: tuple[Also, ...] = ()
) -> Found:
    """The finding of a gap, on what reads first.

    The exit that resets the fields, and what else reads them, are shown with it.
    """
    first = gap.readings[0]
    origin = gap.way.reset.source if gap.way.reset else gap.way.stages[0]
    return Found(
        message,
        _place(first),
        hint=hint,
        also=(*related, *_reset(journey, gap), *_others(journey, gap)),
        ids=(*gap.fields, origin),
        witness=gap.way.stages,
        about=tuple(f"field {one.field} at {one.stage}" for one in gap.readings),
    )


def field_names(journey: Journey, gap: Gap) -> Listing:
    """The fields of a gap by their names."""
    return Listing(tuple(journey.model.fields[field].title for field in gap.fields))


def _place(reading: Reading) -> Place:
    at_key = reading.kind == "segment"
    return Place(reading.path, at_key=at_key, inside=reading.inside)


def _reset(journey: Journey, gap: Gap) -> Iterator[Also]:
    if gap.way.reset is not None:
        stage = journey.stages[gap.way.reset.source]
        message = say('Here the exit from stage "{stage}" resets it.', stage=stage.title)
        yield Also(message, Place((*gap.way.reset.path, "resets"), at_key=True))


def _others(journey: Journey, gap: Gap) -> Iterator[Also]:
    told = {_place(gap.readings[0])}
    for reading in gap.readings[1:]:
        place = _place(reading)
        if place not in told:
            told.add(place)
            field = journey.model.fields[reading.field]
            yield Also(say('Here "{field}" is read too.', field=field.title), place)
