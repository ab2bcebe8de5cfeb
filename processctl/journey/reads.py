"""Where fields are read: by conditions, contracts, reasons and feedback in force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from processctl.model.condition import Condition
from processctl.model.exit import Contract, Reasons
from processctl.model.reference import Reference
from processctl.model.stage import Stage
from processctl.reading.problem import Path
from processctl.texts import Text

if TYPE_CHECKING:
    from processctl.journey.journey import Journey


def readers(journey: Journey) -> dict[str, list[Path]]:
    """For each field the paths of what reads it, in the order written.

    A condition counts for the fields that the criteria, segments and computed fields it names come
    down to.
    """
    found: dict[str, list[Path]] = {}
    for name, path in _reads(journey):
        found.setdefault(name, []).append(path)
    return found


def _reads(journey: Journey) -> Iterator[tuple[str, Path]]:
    for stage in journey.stages.values():
        yield from _of_stage(journey, stage)
    for loop in journey.model.feedback.values():
        if loop.live:
            yield from _of_items(loop.carries)
            yield from _of_condition(journey, loop.when)
    for promise in journey.model.promises.values():
        yield from _of_condition(journey, promise.assuming)
    used = [goal.segments for goal in journey.model.goals.values()]
    used += [
        (campaign.segment,) for campaign in journey.model.campaigns.values() if campaign.segment
    ]
    for references in used:
        for reference in references:
            segment = journey.model.segments.get(reference.id)
            yield from _of_condition(journey, segment.test if segment else None)
    for metric in journey.model.metrics.values():
        yield from _of_items(metric.reads)


def _of_stage(journey: Journey, stage: Stage) -> Iterator[tuple[str, Path]]:
    yield from _of_condition(journey, stage.start.when if stage.start else None)
    yield from _of_condition(journey, stage.entry)
    for part in (stage, *stage.varies):
        yield from _of_contract(part.accepts)
        for step in (*part.late, *part.idle):
            yield from _of_reasons(step.reasons)
    for variant in stage.varies:
        segment = journey.model.segments.get(variant.segment.id)
        yield from _of_condition(journey, segment.test if segment else None)
    for exit_ in stage.exits:
        if exit_.live:
            yield from _of_condition(journey, exit_.when)
            yield from _of_contract(exit_.handoff)
            yield from _of_reasons(exit_.reasons)


def _of_condition(journey: Journey, condition: Condition | None) -> Iterator[tuple[str, Path]]:
    for name in sorted(journey.conditions.fields(condition)):
        assert condition is not None  # noqa: S101 - none reads nothing
        yield name, condition.path


def _of_contract(contract: Contract | None) -> Iterator[tuple[str, Path]]:
    yield from _of_items(contract.needs if contract else ())


def _of_items(items: tuple[Reference | Text, ...]) -> Iterator[tuple[str, Path]]:
    for item in items:
        if isinstance(item, Reference):
            yield item.id, item.path


def _of_reasons(reasons: Reasons | None) -> Iterator[tuple[str, Path]]:
    if isinstance(reasons, Reference):
        yield reasons.id, reasons.path
