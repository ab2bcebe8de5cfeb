"""From a journey to what is drawn of it: the words and marks, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from processctl.diagrams.bundle import bundled
from processctl.diagrams.sketch import (
    Box,
    BoxKind,
    Lane,
    Line,
    LineKind,
    Mark,
    Phase,
    Problem,
    Sketch,
)
from processctl.journey import Edge, Handoff, Journey
from processctl.journey.owner import resolve_owner
from processctl.journey.words import condition_words, rate_words
from processctl.model.exit import Contract, Exit, Reasons, Step
from processctl.model.reference import Reference
from processctl.model.stage import Stage
from processctl.model.values import Duration
from processctl.reading.problem import Path
from processctl.texts import Argument, Listing, Quantity, Text, Translator, say, translator

_ENDS = "outcomes"
_NOBODY = "nobody"


def sketch_of(journey: Journey, language: str, marks: Marks | None = None) -> Sketch:
    """What a drawing of the journey shows. Planned parts are in it, retired ones are not."""
    return _Sketcher(journey, translator(language), marks or Marks()).sketch()


@dataclass(frozen=True)
class Marks:
    """What became of stages, by id, and of ways, by the path where they are written."""

    stages: Mapping[str, Mark] = field(default_factory=dict)
    ways: Mapping[Path, Mark] = field(default_factory=dict)


@dataclass(frozen=True)
class _Sketcher:
    journey: Journey
    translate: Translator
    marks: Marks

    def sketch(self) -> Sketch:
        stages = self._stages()
        lanes = {stage.id: self._lane(stage) for stage in stages}
        process = self.journey.model.process
        phases = process.phases or {}
        return Sketch(
            title=self._words(process.name) if process.name else "",
            language=self.translate.language,
            lanes=self._lanes([lanes[stage.id] for stage in stages]),
            phases=tuple(Phase(name, self._words(words)) for name, words in phases.items()),
            boxes=tuple(self._box(stage, lanes[stage.id].id) for stage in stages),
            lines=bundled(self._lines(), self.translate),
        )

    def _words(self, argument: Argument) -> str:
        return self.translate.render(argument)

    def _stages(self) -> list[Stage]:
        """The stages in the order in which a case first meets them, then the others as written."""
        shown = {
            name: stage
            for name, stage in self.journey.model.stages.items()
            if stage.status != "retired"
        }
        met = [name for name in self.journey.met if name in shown]
        return [shown[name] for name in dict.fromkeys((*met, *shown))]

    def _lane(self, stage: Stage) -> Lane:
        if stage.id in self.journey.final or stage.continues is not None:
            return Lane(_ENDS, self._words(say("Outcomes")))
        owner = self.journey.owners.get(stage.id)
        if owner is None and stage.owner:
            owner = resolve_owner(self.journey.model, stage.owner[0])  # a planned stage's
        if owner is None:
            return Lane(_NOBODY, self._words(say("Nobody")))
        if owner.team is None:
            return Lane(f"{owner.kind}:{owner.id}", self._title(owner.kind, owner.id))
        return Lane(f"teams:{owner.team}", self._title("teams", owner.team))

    def _lanes(self, met: Iterable[Lane]) -> tuple[Lane, ...]:
        lanes = list(dict.fromkeys(met))
        # Results stand at the bottom, whenever a case first comes to one.
        return tuple(sorted(lanes, key=lambda lane: lane.id == _ENDS))

    def _title(self, section: str, name: str) -> str:
        element = getattr(self.journey.model, section).get(name)
        return self._words(element.title) if element is not None else name

    def _box(self, stage: Stage, lane: str) -> Box:
        expects = stage.start.expects if stage.start else None
        return Box(
            id=stage.id,
            name=self._words(stage.title),
            lane=lane,
            kind=self._kind(stage),
            phase=stage.phase,
            owner=self._owner(stage),
            deadline=self._words(stage.within.message()) if stage.within else None,
            expects=self._words(rate_words(expects)) if expects else None,
            is_start=stage.start is not None,
            waits=stage.waits,
            planned=not stage.live,
            problems=self._problems(stage) if not self.marks.stages else (),
            mark=self.marks.stages.get(stage.id),
        )

    def _kind(self, stage: Stage) -> BoxKind:
        if stage.continues is not None:
            return "continues"
        if stage.outcome is None:
            return "stage"
        return self.journey.model.outcomes.get(stage.outcome, "neutral")

    def _owner(self, stage: Stage) -> str | None:
        references = stage.owner or (
            (stage.continues.owner,) if stage.continues and stage.continues.owner else ()
        )
        names = [self._reference(reference) for reference in references]
        return ", ".join(names) or None

    def _reference(self, reference: Reference) -> str:
        if reference.section is None:
            return reference.id
        return self._title(reference.section, reference.id)

    def _problems(self, stage: Stage) -> tuple[Problem, ...]:
        if not stage.live:
            return ()
        found: list[Problem] = []
        if self._owner(stage) is None:
            found.append("ownerless")
        if not self.journey.out[stage.id] and stage.id not in self.journey.outcomes:
            found.append("dead_end")
        return tuple(found)

    def _lines(self) -> Iterable[Line]:
        handoffs = {handoff.edge: handoff for handoff in self.journey.handoffs}
        for number, edge in enumerate(self.journey.edges):
            status = edge.way.status if isinstance(edge.way, Exit) else "live"
            if status == "retired":
                continue
            handoff = handoffs.get(edge)
            yield Line(
                id=f"line{number}",
                source=edge.source,
                target=edge.target,
                kind=self._line_kind(edge, handoff),
                label=tuple(self._words(part) for part in self._label(edge, handoff)),
                planned=not edge.live,
                mark=self.marks.ways.get(edge.path),
            )

    def _line_kind(self, edge: Edge, handoff: Handoff | None) -> LineKind:
        if edge.kind == "exit":
            if edge.returns:
                return "return"
            return "handoff" if handoff is not None else "exit"
        return "deadline" if edge.kind == "late" else edge.kind

    def _label(self, edge: Edge, handoff: Handoff | None) -> Iterable[Argument]:
        way = edge.way
        if edge.segment is not None:
            yield say("{segment}:", segment=self._title("segments", edge.segment))
        if edge.kind == "then" and isinstance(way, Exit | Step):
            yield say(
                "after {times}", times=Quantity("{count} time", "{count} times", way.at_most or 1)
            )
        elif edge.kind == "silent":
            yield self._silent(edge)
        elif edge.kind == "full":
            yield say("when full")
        elif isinstance(way, Exit):
            words = condition_words(self.journey.model, way.when)
            if words is not None:
                yield words
            if handoff is not None and handoff.terms is not None and handoff.terms.within:
                yield say("accepted within {time}", time=handoff.terms.within.message())
            yield from self._reasons(way.reasons)
        elif isinstance(way, Step):
            yield self._after(edge, way)
            yield from self._reasons(way.reasons)

    def _after(self, edge: Edge, step: Step) -> Argument:
        if edge.kind == "idle" and step.after is not None:
            return say("nothing for {time}", time=step.after.message())
        within = step.after or self._within(edge)
        return say("after {time}", time=within.message()) if within is not None else say("too late")

    def _within(self, edge: Edge) -> Duration | None:
        stage = self.journey.model.stages[edge.source]
        for variant in stage.varies:
            if variant.segment.id == edge.segment and variant.within is not None:
                return variant.within
        return stage.within

    def _silent(self, edge: Edge) -> Argument:
        contracts: list[Contract | None] = [self.journey.model.stages[edge.source].accepts]
        if "exits" in edge.path:  # the exit's own terms come before the receiving stage's
            exits = self.journey.model.stages[str(edge.path[1])].exits
            contracts = [*(one.handoff for one in exits if one.path == edge.path[:4]), *contracts]
        within = next((one.within for one in contracts if one is not None and one.within), None)
        if within is None:
            return say("not accepted")
        return say("not accepted within {time}", time=within.message())

    def _reasons(self, reasons: Reasons | None) -> Iterable[Argument]:
        if isinstance(reasons, Reference):
            field = self.journey.model.fields.get(reasons.id)
            yield say("reason: {field}", field=field.title if field else Text((("", reasons.id),)))
        elif reasons:
            yield say("reasons: {reasons}", reasons=Listing(reasons, "or", quoted=False))
