"""The journey: a model with its graph, frozen, and what every rule asks of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from typing import TYPE_CHECKING

from processctl.journey.captured import Captured
from processctl.journey.conditions import Conditions
from processctl.journey.edge import Edge, edges
from processctl.journey.feedback import Loop, loops
from processctl.journey.gaps import Gap, gaps
from processctl.journey.handoff import Handoff, Pairs, between_teams, find_handoffs
from processctl.journey.meanings import Meanings, meanings_of
from processctl.journey.meant import meant_by_mistake
from processctl.journey.owner import Owner, owner_of
from processctl.journey.regions import Regions
from processctl.journey.returns import (
    UnmarkedReturn,
    WaysBack,
    hidden_ways_back,
    planned_ways_back,
    unmarked_returns,
    ways_back,
)
from processctl.journey.search import reach
from processctl.journey.soundness import Soundness
from processctl.model.condition import Condition
from processctl.model.exit import Exit
from processctl.model.model import Model
from processctl.model.process import OutcomeKind
from processctl.model.stage import Stage
from processctl.reading.problem import Path

if TYPE_CHECKING:
    from processctl.journey.search import Graph


@dataclass(frozen=True, eq=False)
class Journey:
    """What rules, reports and diagrams look at. Nothing in it changes after it is made.

    ``edges`` are all edges, planned ones included; the graph has the live ones between live stages,
    each under the key ``edge`` of its attributes. ``uncertain`` are stages whose ways out cannot
    all be read: more may lead out of them than is known here.
    """

    model: Model
    edges: tuple[Edge, ...]
    uncertain: frozenset[str]
    meanings: Meanings

    @cached_property
    def made_of_it(self) -> dict[str, object]:
        """What others work out about it and keep: here, so that it goes when the journey goes."""
        return {}

    def let_go(self) -> None:
        """Let go of everything that was worked out about it, for whoever makes one after the other.

        Some of that refers back to the journey, and would wait for the collector of garbage.
        """
        kept = {field.name for field in fields(self)}
        for name in [one for one in vars(self) if one not in kept]:
            vars(self).pop(name, None)

    @cached_property
    def stages(self) -> Mapping[str, Stage]:
        """The stages that are in force."""
        return {name: stage for name, stage in self.model.stages.items() if stage.live}

    @cached_property
    def graph(self) -> Graph:
        """Live stages and live edges."""
        import networkx as nx

        graph: Graph = nx.MultiDiGraph()
        graph.add_nodes_from(self.stages)
        graph.add_edges_from(
            (edge.source, edge.target, {"edge": edge}) for edge in self.edges if edge.live
        )
        frozen: Graph = nx.freeze(graph)
        return frozen

    @cached_property
    def out(self) -> Mapping[str, tuple[Edge, ...]]:
        """The live edges out of each stage, in the order written."""
        found: dict[str, list[Edge]] = {name: [] for name in self.stages}
        for edge in self.edges:
            if edge.live:
                found[edge.source].append(edge)
        return {name: tuple(out) for name, out in found.items()}

    @cached_property
    def into(self) -> Mapping[str, tuple[Edge, ...]]:
        """The live edges into each stage, in the order written."""
        found: dict[str, list[Edge]] = {name: [] for name in self.stages}
        for edge in self.edges:
            if edge.live:
                found[edge.target].append(edge)
        return {name: tuple(into) for name, into in found.items()}

    def exits_in_force(self, stage: Stage) -> tuple[Exit, ...]:
        """The live exits of a stage but those to a stage that is not; a target may be unknown."""
        return tuple(
            exit_
            for exit_ in stage.exits
            if exit_.live
            and (exit_.to is None or exit_.to.section != "stages" or exit_.to.id in self.stages)
        )

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """The stages where cases are born."""
        return tuple(name for name, stage in self.stages.items() if stage.start is not None)

    @cached_property
    def outcomes(self) -> Mapping[str, OutcomeKind]:
        """The stages that count as a result, and what they count as."""
        found: dict[str, OutcomeKind] = {}
        for name, stage in self.stages.items():
            if stage.outcome is not None:
                found[name] = self.model.outcomes.get(stage.outcome, "neutral")
            elif stage.continues is not None:
                found[name] = "neutral"
        return found

    @cached_property
    def final(self) -> frozenset[str]:
        """Results that a case never leaves. The edge of the model is none of them."""
        return frozenset(
            name
            for name in self.outcomes
            if not any(edge.kind in ("exit", "late", "idle") for edge in self.out[name])
            and name not in self.uncertain
            and self.stages[name].continues is None
        )

    @cached_property
    def owners(self) -> Mapping[str, Owner]:
        """The accountable owner of each stage that has one."""
        found = ((name, owner_of(self.model, stage)) for name, stage in self.stages.items())
        return {name: owner for name, owner in found if owner is not None}

    @cached_property
    def handoffs(self) -> tuple[Handoff, ...]:
        """Every handoff, in the order written."""
        no_handoff = {id(one.handoff) for one in self.unmarked_returns}
        return tuple(one for one in self._changes_of_owner if id(one) not in no_handoff)

    @cached_property
    def team_pairs(self) -> Pairs:
        """The pairs of teams that hand cases to each other, with their handoffs."""
        return between_teams(self.handoffs)

    @cached_property
    def unmarked_returns(self) -> tuple[UnmarkedReturn, ...]:
        """Exits that lead back to the giver without a word about it; they are no handoffs."""
        return unmarked_returns(self, self._changes_of_owner)

    @cached_property
    def _changes_of_owner(self) -> tuple[Handoff, ...]:
        # What nothing reaches hands nothing over: where it stands in the text must not matter.
        reached = (edge for edge in self.edges if edge.source in self.reachable)
        dead_ends = {name for name in self.stages if is_dead_end(self, name)}
        return find_handoffs(self.model, reached, self.owners, self.final | dead_ends)

    @cached_property
    def regions(self) -> Regions:
        """The graph, cut wherever the team changes."""
        return Regions(self.graph, {stage: owner.team for stage, owner in self.owners.items()})

    @cached_property
    def returned_to(self) -> WaysBack:
        """For each stage the teams it can give a case back to without leaving its own team."""
        return ways_back(self.regions, (edge for edge in self.edges if edge.live), self.owners)

    @cached_property
    def planned_returned_to(self) -> WaysBack:
        """The same if everything planned were in force."""
        return planned_ways_back(self)

    @cached_property
    def hidden_ways_back(self) -> frozenset[str]:
        """Stages from which a case may be given back in a way that is not known here."""
        return hidden_ways_back(self)

    @cached_property
    def loops(self) -> tuple[Loop, ...]:
        """The feedback loops in force, from team to team."""
        return loops(self.model)

    @cached_property
    def meant_by_mistake(self) -> frozenset[tuple[str, str]]:
        """The elements that misspelt names were meant for, by section and id."""
        return meant_by_mistake(self.model)

    @property
    def conditions(self) -> Conditions:
        """What the process's conditions read, through criteria and segments too."""
        return self.meanings.conditions

    @property
    def soundness(self) -> Soundness:
        """Which conditions can be relied on, and what does not fit in the others."""
        return self.meanings.soundness

    def sound(self, condition: Condition | None) -> bool:
        """Whether a condition can be relied on: see ``Soundness.is_sound``."""
        return self.soundness.is_sound(condition)

    @cached_property
    def captured(self) -> Captured:
        """What is known of a case, stage by stage."""
        return Captured(self)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """The fields that are read where a way has not recorded them."""
        return gaps(self)

    @cached_property
    def met(self) -> Mapping[str, Edge | None]:
        """What a case can reach from a start, each with the edge it is first met by."""
        return reach(self.graph, self.starts, counts=self.can_be_first)

    def can_be_first(self, edge: Edge) -> bool:
        """Whether a case can come to a stage this way that it has not been in before.

        Nobody comes back to an origin where they have not been, nor is returned to being a customer
        who has not been one. To a loss, though, somebody may be returned at once.
        """
        return not edge.from_origin and not (
            edge.returns and self.outcomes.get(edge.target) == "won"
        )

    @cached_property
    def reachable(self) -> frozenset[str]:
        """Every stage that a case may reach: all where a way, or every start, is not known."""
        if not (self.certain and self.starts) or any(stage in self.uncertain for stage in self.met):
            return frozenset(self.stages)
        return frozenset(self.met)

    @property
    def certain(self) -> bool:
        """Whether every file could be read."""
        return self.model.workspace.complete


def is_dead_end(journey: Journey, name: str) -> bool:
    """Whether a case never leaves a stage that is no result, as far as that can be read."""
    if journey.out[name] or name in journey.outcomes or name in journey.uncertain:
        return False
    return journey.stages[name].readable("outcome", "continues")


def make_journey(model: Model, earlier: Meanings | None = None) -> Journey:
    """The journey of a model; ``earlier`` are meanings that may be the same still."""
    return Journey(model, edges(model), _uncertain(model), meanings_of(model, earlier))


_WAYS_OUT = frozenset({"exits", "late", "idle", "accepts", "holds", "varies", "status"})
_LEADS_ON = frozenset({"to", "then", "status"})


def _uncertain(model: Model) -> frozenset[str]:
    """Stages with a way out that is written but cannot be read, or leads to an unknown stage."""
    found = set()
    unknown = (reference.path for reference in model.references if not reference.known)
    for path in (*model.workspace.unread, *unknown):
        if path[0] != "stages" or len(path) < 2:
            continue
        hides_all = len(path) == 2
        if hides_all or (path[2] in _WAYS_OUT and _hides_way(path)):
            found.add(str(path[1]))
    found |= {
        stage.id
        for stage in model.stages.values()
        if any(exit_.to is None for exit_ in stage.exits)
    }
    return frozenset(found)


def _hides_way(path: Path) -> bool:
    """Whether what stands at an unreadable path could have led out of its stage."""
    return len(path) == 3 or isinstance(path[-1], int) or path[-1] in _LEADS_ON
