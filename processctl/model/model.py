"""The whole model of a workspace: every section typed, every reference looked up."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from processctl.criteria import Has, Parser, Readings, walk
from processctl.criteria import Limits as ExpressionLimits
from processctl.model.aims import Campaign, Case, Goal, Improvement, Metric, Promise, Skill
from processctl.model.build import Notes, Part, Reader, build, unread_below, unread_keys
from processctl.model.condition import Expression
from processctl.model.customer_data import Criterion, Defaults, Field, Segment, System
from processctl.model.element import Element
from processctl.model.meeting import Feedback, Forum
from processctl.model.people import Person, Role, Team
from processctl.model.process import Change, LintSettings, OutcomeKind, Process
from processctl.model.reference import Reference
from processctl.model.stage import Stage
from processctl.reading.memory import NOTHING, Remembers, content
from processctl.reading.nodes import Mapping as MapNode
from processctl.reading.problem import Path
from processctl.reading.sections import Declared
from processctl.reading.workspace import Workspace
from processctl.texts import Text

T = TypeVar("T", bound=Element)
P = TypeVar("P", bound=Part)
OUTCOME_WORDS: Mapping[str, OutcomeKind] = {"won": "won", "lost": "lost"}
SECTIONS: Mapping[str, type[Element]] = {
    "teams": Team,
    "roles": Role,
    "people": Person,
    "systems": System,
    "fields": Field,
    "criteria": Criterion,
    "segments": Segment,
    "stages": Stage,
    "feedback": Feedback,
    "forums": Forum,
    "goals": Goal,
    "metrics": Metric,
    "campaigns": Campaign,
    "promises": Promise,
    "cases": Case,
    "skills": Skill,
    "improvements": Improvement,
}


@dataclass(frozen=True, kw_only=True)
class Model:
    """What a workspace says, typed. Sections are maps from id to element, in the order written.

    ``references``, ``expressions`` and ``texts`` (those given in several languages) are all that were
    met, in the order met: what is wrong with them is told by rules that go over these lists.
    """

    workspace: Workspace
    process: Process
    change: Change | None = None
    defaults: Defaults | None = None
    lint: LintSettings | None = None
    teams: Mapping[str, Team] = field(default_factory=dict)
    roles: Mapping[str, Role] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    systems: Mapping[str, System] = field(default_factory=dict)
    fields: Mapping[str, Field] = field(default_factory=dict)
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
    segments: Mapping[str, Segment] = field(default_factory=dict)
    stages: Mapping[str, Stage] = field(default_factory=dict)
    feedback: Mapping[str, Feedback] = field(default_factory=dict)
    forums: Mapping[str, Forum] = field(default_factory=dict)
    goals: Mapping[str, Goal] = field(default_factory=dict)
    metrics: Mapping[str, Metric] = field(default_factory=dict)
    campaigns: Mapping[str, Campaign] = field(default_factory=dict)
    promises: Mapping[str, Promise] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    skills: Mapping[str, Skill] = field(default_factory=dict)
    improvements: Mapping[str, Improvement] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    expressions: tuple[Expression, ...] = ()
    texts: tuple[tuple[Path, Text], ...] = ()
    outcomes: Mapping[str, OutcomeKind] = field(default_factory=dict)

    @property
    def case_word(self) -> Text | None:
        """What this process calls the one that travels through it."""
        return self.process.case

    @cached_property
    def roles_of(self) -> Mapping[str, tuple[Role, ...]]:
        """The roles that each person holds."""
        held: dict[str, list[Role]] = {}
        for role in self.roles.values():
            for holder in dict.fromkeys(one.id for one in role.held_by):
                held.setdefault(holder, []).append(role)
        return {person: tuple(roles) for person, roles in held.items()}

    @cached_property
    def may_be_missing(self) -> frozenset[str]:
        """The fields that cases may be without: optional ones, those asked for by ``has``, and what is computed of these."""
        computed = {
            name: one.computed.tree
            for name, one in self.fields.items()
            if one.computed is not None and one.computed.tree is not None
        }
        readings = Readings(computed)
        trees = (one.tree for one in self.expressions if one.tree is not None)
        asked = {
            name
            for tree in trees
            for part in walk(tree)
            if isinstance(part, Has)
            for name in readings.of(part.name)
        }
        bare = {name for name, one in self.fields.items() if one.optional or name in asked}
        return frozenset(
            bare | {name for name, tree in computed.items() if readings.of(tree) & bare}
        )

    @cached_property
    def team_naming(self) -> Mapping[str, str]:
        """The team that names a role as its lead or a member, where that is one team."""
        teams: dict[str, set[str]] = {}
        for team in self.teams.values():
            for named in (*team.members, *((team.lead,) if team.lead else ())):
                if named.section == "roles":
                    teams.setdefault(named.id, set()).add(team.id)
        return {role: naming.pop() for role, naming in teams.items() if len(naming) == 1}

    @property
    def languages(self) -> tuple[str, ...]:
        """The process's languages, the default first; English where it names none."""
        return self.process.languages or ("en",)


def read_model(workspace: Workspace, memory: Remembers = NOTHING) -> Model:
    """Make the model of a workspace. Never fails: what has the wrong form is absent."""
    sections = workspace.sections
    bounds = workspace.limits
    parser = Parser(ExpressionLimits(bounds.expression_length, bounds.expression_depth))
    reader = Reader(
        ids=sections.items,
        outcomes=frozenset(),
        unread=unread_keys(workspace.unread),
        parser=parser,
    )

    def single(name: str, kind: type[P]) -> P | None:
        declared = sections.singles.get(name)
        return None if declared is None else build(kind, reader, declared.value, (name,))

    process = single("process", Process) or build(Process, reader, MapNode({}, 0, 0), ("process",))
    outcomes = dict(OUTCOME_WORDS)
    for word, outcome in (process.outcomes or {}).items():
        outcomes[word] = outcome.counts_as or "neutral"
    reader.outcomes = frozenset(outcomes)
    elements = {
        name: _section(reader, name, kind, sections.items.get(name, {}), memory)
        for name, kind in SECTIONS.items()
    }
    change, defaults, lint = (
        single("change", Change),
        single("defaults", Defaults),
        single("lint", LintSettings),
    )
    return Model(
        workspace=workspace,
        process=process,
        change=change,
        defaults=defaults,
        lint=lint,
        outcomes=outcomes,
        references=tuple(reader.references),
        expressions=tuple(reader.expressions),
        texts=tuple(reader.texts),
        **elements,  # type: ignore[arg-type]  # SECTIONS pairs each section with its class
    )


def _section(
    reader: Reader,
    name: str,
    kind: type[T],
    items: Mapping[str, Declared],
    memory: Remembers,
) -> dict[str, T]:
    found = {}
    unread = unread_below(reader.unread, name) if items else {}
    for item, declared in items.items():
        read = reader.apart(noting=not declared.shared)

        def key(item: str = item, declared: Declared = declared) -> Hashable:
            others = memory.of("names", lambda: _names(reader), object)
            hidden = unread.get(item, ())
            return name, item, declared.shared, content(declared.value), hidden, others

        def make(
            item: str = item, declared: Declared = declared, read: Reader = read
        ) -> tuple[T, Notes]:
            path, value = (name, item), declared.value
            made = build(kind, read, value, path, id=item, shared=declared.shared)
            return made, read.notes

        found[item], notes = memory.of("element", key, make)
        reader.take(notes)
    return found


def _names(reader: Reader) -> Hashable:
    """What references are looked up in: where that is another, they may mean something else."""
    ids = tuple((section, tuple(names)) for section, names in reader.ids.items())
    return ids, reader.outcomes
