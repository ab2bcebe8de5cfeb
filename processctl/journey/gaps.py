"""Fields that are read where some way has not recorded them, by where they are missing from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Literal, TypeAlias

from processctl.criteria import Span
from processctl.journey.captured import Bits
from processctl.journey.edge import Edge
from processctl.journey.handoff import Handoff
from processctl.journey.missing_ways import MissingWay, MissingWays
from processctl.journey.recordings import recordings
from processctl.model.condition import Condition
from processctl.model.reference import Reference
from processctl.reading.problem import Path
from processctl.texts import Text

if TYPE_CHECKING:
    from processctl.journey.journey import Journey

FOLLOWED = 60
Kind: TypeAlias = Literal["condition", "segment", "birth", "contract"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A place in a stage that reads a field; ``inside`` are offsets into its text.

    A ``birth`` is a condition that is asked before the case is anywhere else: it has only what it
    was born with. A ``contract`` is read when its ``handoff`` takes place.
    """

    stage: str
    field: str
    kind: Kind
    path: Path
    inside: Span | None = None
    handoff: Handoff | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Fields that a way does not record, and what reads them at its end, and behind it.

    The first of ``readings`` stands at the end of ``way``; it says what kind of gap this is.
    """

    fields: tuple[str, ...]
    way: MissingWay
    readings: tuple[Reading, ...]


def gaps(journey: Journey) -> tuple[Gap, ...]:
    """One gap for each field and each place it is missing from, the shortest ways first.

    Fields that are missing together at one place are one gap. No more than ``FOLLOWED`` fields are
    told at a time: who has mended so many will look again.
    """
    readings = list(_missing(journey))
    if not readings:
        return ()
    followed = set(islice(dict.fromkeys(one.field for one in readings), FOLLOWED))
    readings = [one for one in readings if one.field in followed]
    missing: Bits = 0
    for field in followed:
        missing |= journey.captured.bit(field)
    ways = MissingWays(journey, missing)
    found: dict[tuple[str, str | Edge], tuple[MissingWay, list[Reading]]] = {}
    for way, reading in _by_length(ways, readings):
        found.setdefault((reading.field, way.origin), (way, []))[1].append(reading)
    together: dict[object, tuple[MissingWay, list[str], list[Reading]]] = {}
    for (field, _), (way, read) in found.items():
        is_contract = read[0].kind == "contract"
        same = (way.stages, way.reset, read[0].stage, is_contract)
        _, fields, all_read = together.setdefault(same, (way, [], []))
        fields.append(field)
        all_read += read
    return tuple(
        Gap(tuple(fields), way, tuple(all_read)) for way, fields, all_read in together.values()
    )


def _by_length(ways: MissingWays, readings: list[Reading]) -> Iterator[tuple[MissingWay, Reading]]:
    found = []
    for reading in readings:
        way = (
            MissingWay((reading.stage,), None)
            if reading.kind == "birth"
            else ways.to(reading.stage, reading.field)
        )
        if way is not None:
            found.append((way, reading))
    yield from sorted(found, key=lambda one: len(one[0].stages))


def _missing(journey: Journey) -> Iterator[Reading]:
    """What is read without being known, in the order written.

    A field that no stage records which cases come to is not told here: other rules say so.
    """
    captured = journey.captured
    told = {
        field
        for field, places in recordings(journey).items()
        if any(place.stage in captured.entering for place in places)
    }
    for reading, known in _readings(journey):
        field = journey.model.fields[reading.field]
        is_filled_in = field.computed is None and field.readable("is")
        if is_filled_in and field.id in told and not known & captured.bit(field.id):
            yield reading


def _readings(journey: Journey) -> Iterator[tuple[Reading, Bits]]:
    """Everything that reads a field in a stage, with what is known by then."""
    captured = journey.captured
    for name, stage in journey.stages.items():
        if name not in captured.entering:
            continue
        entering, at_exits = captured.entering[name], captured.at_exits(name)
        if stage.start is not None:
            brought = captured.brought(name)
            for condition in (stage.start.when, stage.entry):
                yield from _of_condition(journey, name, condition, brought, "birth")
        for reading, known in _of_condition(journey, name, stage.entry, entering):
            if stage.start is None or captured.brought(name) & captured.bit(reading.field):
                yield reading, known
        for variant in stage.varies:
            segment = journey.model.segments.get(variant.segment.id)
            reads = journey.conditions.unguarded(segment.test if segment else None)
            for field in dict.fromkeys(one for read in reads for one in sorted(read.fields)):
                yield Reading(name, field, "segment", variant.path), at_exits
        for exit_ in stage.exits:
            if exit_.live:
                yield from _of_condition(journey, name, exit_.when, at_exits)
    yield from _of_contracts(journey)


def _of_condition(
    journey: Journey, stage: str, condition: Condition | None, known: Bits, kind: Kind = "condition"
) -> Iterator[tuple[Reading, Bits]]:
    for read in journey.conditions.unguarded(condition):
        assert condition is not None  # noqa: S101 - none reads nothing
        for field in sorted(read.fields):
            yield Reading(stage, field, kind, condition.path, read.name.span), known


def _of_contracts(journey: Journey) -> Iterator[tuple[Reading, Bits]]:
    told: set[Path] = set()
    for handoff in journey.handoffs:
        source = handoff.edge.source
        if source not in journey.captured.entering or handoff.exit.path in told:
            continue
        told.add(handoff.exit.path)
        known = journey.captured.at_exits(source)
        for item, field in _needed(journey, handoff):
            yield Reading(source, field, "contract", item.path, None, handoff), known


def _needed(journey: Journey, handoff: Handoff) -> Iterator[tuple[Reference, str]]:
    """The fields that a handoff needs; a computed one needs what it is computed from."""
    target = journey.stages[handoff.edge.target]
    items: list[Reference | Text] = list(handoff.terms.needs) if handoff.terms else []
    if handoff.exit.handoff is None or not handoff.exit.handoff.needs:
        for variant in target.varies:
            items += variant.accepts.needs if variant.accepts else ()
    for item in items:
        field = journey.model.fields.get(item.id) if isinstance(item, Reference) else None
        if isinstance(item, Reference) and field is not None:
            reads = journey.conditions.fields(field.computed) if field.computed else {field.id}
            for name in sorted(reads):
                yield item, name
