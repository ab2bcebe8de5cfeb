"""Ways out of stages as lines, with the words that stand beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from processctl.diagrams.sketch import Line, LineKind
from processctl.journey import Edge, Handoff, Journey
from processctl.journey.words import condition_words
from processctl.model.exit import Contract, Exit, Reasons, Step
from processctl.model.reference import Reference
from processctl.model.values import Duration
from processctl.texts import Argument, Listing, Quantity, Text, say
from processctl.views.wording import Wording


@dataclass(frozen=True, slots=True)
class Way:
    """An edge of the journey, and the line that stands for it."""

    edge: Edge
    line: Line


@lru_cache(maxsize=2)
def ways(words: Wording) -> tuple[Way, ...]:
    """A line for every edge but the retired ones, in the order written.

    Every part of a journey is drawn from the same ones, so they are kept meanwhile.
    """
    return tuple(_ways(words))


def _ways(words: Wording) -> Iterator[Way]:
    handoffs = {handoff.edge: handoff for handoff in words.journey.handoffs}
    for number, edge in enumerate(words.journey.edges):
        status = edge.way.status if isinstance(edge.way, Exit) else "live"
        if status == "retired":
            continue
        handoff = handoffs.get(edge)
        line = Line(
            id=f"line{number}",
            source=edge.source,
            target=edge.target,
            kind=_kind(edge, handoff),
            label=tuple(words.say(part) for part in label(words, edge, handoff)),
            planned=not edge.live,
        )
        yield Way(edge, line)


def _kind(edge: Edge, handoff: Handoff | None) -> LineKind:
    if edge.kind == "exit":
        if edge.returns:
            return "return"
        return "handoff" if handoff is not None else "exit"
    return "deadline" if edge.kind == "late" else edge.kind


def label(words: Wording, edge: Edge, handoff: Handoff | None) -> Iterable[Argument]:
    """What is to be said of a way: on what condition it is taken, by when, for what reasons."""
    way = edge.way
    if edge.segment is not None:
        yield say("{segment}:", segment=words.title("segments", edge.segment))
    if edge.kind == "then" and isinstance(way, Exit | Step):
        times = Quantity("{count} time", "{count} times", way.at_most or 1)
        yield say("after {times}", times=times)
    elif edge.kind == "silent":
        yield _silent(words, edge)
    elif edge.kind == "full":
        yield say("when full")
    elif isinstance(way, Exit):
        condition = condition_words(words.journey.model, way.when)
        if condition is not None:
            yield condition
        if handoff is not None and handoff.terms is not None and handoff.terms.within:
            yield say("accepted within {time}", time=words.duration(handoff.terms.within))
        yield from reasons(words, way.reasons)
    elif isinstance(way, Step):
        yield _after(words, edge, way)
        yield from reasons(words, way.reasons)


def reasons(words: Wording, found: Reasons | None) -> Iterable[Argument]:
    """Why a case may go this way: the field that says it, or the reasons themselves."""
    if isinstance(found, Reference):
        field = words.journey.model.fields.get(found.id)
        yield say("reason: {field}", field=field.title if field else Text((("", found.id),)))
    elif found and len(found) == 1:
        yield say("reason: {field}", field=found[0])
    elif found:
        yield say("reasons: {reasons}", reasons=Listing(found, "or", quoted=False))


def _after(words: Wording, edge: Edge, step: Step) -> Argument:
    if edge.kind == "idle" and step.after is not None:
        return say("nothing for {time}", time=words.duration(step.after))
    within = time_of(words.journey, edge)
    if within is None:
        return say("too late")
    return say("after {time}", time=words.duration(within))


def _silent(words: Wording, edge: Edge) -> Argument:
    within = time_of(words.journey, edge)
    if within is None:
        return say("not accepted")
    return say("not accepted within {time}", time=words.duration(within))


def time_of(journey: Journey, edge: Edge) -> Duration | None:
    """How long it takes until a case goes a way by the clock; None where nothing says it."""
    if edge.kind == "silent":
        return _to_accept(journey, edge)
    if isinstance(edge.way, Step):
        return edge.way.after or _within(journey, edge)
    return None


def _within(journey: Journey, edge: Edge) -> Duration | None:
    stage = journey.model.stages[edge.source]
    for variant in stage.varies:
        if variant.segment.id == edge.segment and variant.within is not None:
            return variant.within
    return stage.within


def _to_accept(journey: Journey, edge: Edge) -> Duration | None:
    stages = journey.model.stages
    contracts: list[Contract | None] = [stages[edge.source].accepts]
    if "exits" in edge.path:  # the exit's own terms come before the receiving stage's
        exits = stages[str(edge.path[1])].exits
        contracts = [*(one.handoff for one in exits if one.path == edge.path[:4]), *contracts]
    return next((one.within for one in contracts if one is not None and one.within), None)
