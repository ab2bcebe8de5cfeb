"""No lead left behind: for each stage what is proved of every case, and what shows the contrary.

The claims are those of the headline: every case has an owner, a deadline, a next step and a way to a
result, and is let in where it is sent. They are put together from the findings and from the proofs
behind them, so that the theorem and the linter cannot say different things; a finding that was
silenced is accepted, not disproved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.journey import Journey
from processctl.journey.search import reach
from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.proofs import proofs_of
from processctl.proofs.verdict import OpenDoor
from processctl.texts import Text

ClaimKind: TypeAlias = Literal["owner", "deadline", "step", "result", "door"]
Standing: TypeAlias = Literal["proved", "broken", "open", "unread"]
"""What is known of a claim: proved; shown to be wrong; not decided; or resting on what cannot be read."""

_BREAKS: dict[ClaimKind, tuple[str, ...]] = {
    "owner": ("PC201",),
    "deadline": ("PC306",),
    "step": ("PC503", "PC515", "PC516", "PC517", "PC504", "PC505"),
    "result": ("PC303", "PC304", "PC315"),
    "door": ("PC507",),
}
_HIDES = ("PC0", "PC101", "PC105", "PC501", "PC502", "PC511")


@dataclass(frozen=True, slots=True)
class Claim:
    """One part of the theorem about one stage; ``finding`` is what breaks it, or hides it."""

    kind: ClaimKind
    standing: Standing
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class StageTheorem:
    """What is proved of one stage; no case comes to it where ``claims`` are empty."""

    stage: str
    title: Text
    claims: tuple[Claim, ...]

    @property
    def is_proved(self) -> bool:
        """Whether nobody is left behind here."""
        return all(claim.standing == "proved" for claim in self.claims)

    @property
    def is_broken(self) -> bool:
        """Whether somebody is left behind here, or nobody answers for them."""
        return any(claim.standing == "broken" for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Theorem:
    """What is proved of a process. ``asked`` counts the questions that the solver was asked."""

    case: Text | None
    stages: tuple[StageTheorem, ...]
    asked: int

    @property
    def unproved(self) -> tuple[StageTheorem, ...]:
        """The stages in which somebody can be left behind, or of which that is not known."""
        return tuple(stage for stage in self.stages if not stage.is_proved)


def theorem_of(journey: Journey, result: Result) -> Theorem:
    """The theorem of a journey; ``result`` has every finding, not only those above all others."""
    proofs = proofs_of(journey)
    findings = [one for found in (*result.findings, *result.silenced) for one in found.each]
    by_stage: dict[str, list[Finding]] = {name: [] for name in journey.stages}
    for finding in findings:
        for name in _speaks_of(finding):
            by_stage.setdefault(name, []).append(finding)
    leading = reach(journey.graph.reverse(copy=False), journey.outcomes)
    astray = next((one for one in findings if one.code in _BREAKS["result"]), None)
    doors = _doors(journey)
    stages = []
    for name, stage in journey.stages.items():
        is_met = name in journey.reachable and bool(proofs.states[name])
        claims = list(_claims(journey, name, by_stage[name], doors)) if is_met else []
        if is_met and name not in leading:
            # A stage that leads only into a trap has no finding of its own: the trap's is told.
            claims = [
                Claim("result", "broken", astray)
                if one.kind == "result" and one.finding is None
                else one
                for one in claims
            ]
        stages.append(StageTheorem(name, stage.title, tuple(claims)))
    return Theorem(journey.model.process.case, tuple(stages), proofs.passage.solver.asked)


def _speaks_of(finding: Finding) -> Iterator[str]:
    """The stages of whose cases a finding says something."""
    if finding.code in _BREAKS["door"]:
        yield finding.witness[-1]
    elif finding.path[:1] == ("stages",) and len(finding.path) > 1:
        yield str(finding.path[1])


def _claims(
    journey: Journey, name: str, findings: Iterable[Finding], doors: Mapping[str, Standing]
) -> Iterator[Claim]:
    found = list(findings)
    verdict = proofs_of(journey).verdicts[name]
    hidden = next((one for one in found if one.code.startswith(_HIDES)), None)
    is_unread = hidden is not None or name in journey.uncertain or not journey.certain
    for kind in _kinds(journey, name):
        breaking = next((one for code in _BREAKS[kind] for one in found if one.code == code), None)
        standing: Standing = "proved"
        if kind == "step":
            breaking = breaking or next((one for one in found if one.code == "PC303"), None)
            standing = "unread" if verdict.unread else "open" if verdict.open else "proved"
        elif kind == "door":
            standing = doors.get(name, "proved")
        if breaking is not None:
            yield Claim(kind, "broken", breaking)
        elif is_unread or standing == "unread":
            yield Claim(kind, "unread", hidden)
        else:
            yield Claim(kind, standing)


def _kinds(journey: Journey, name: str) -> Iterator[ClaimKind]:
    """What is claimed of a stage."""
    yield "owner"
    if name not in journey.outcomes:
        yield "deadline"
        yield "step"
        yield "result"
    if journey.stages[name].entry is not None:
        yield "door"


def _doors(journey: Journey) -> dict[str, Standing]:
    """The stages of whose entries it is not known whether they let in all that is sent to them."""
    found: dict[str, Standing] = {}
    for one in proofs_of(journey).doors:
        if isinstance(one, OpenDoor):
            unread = one.why == "unread" or found.get(one.edge.target) == "unread"
            found[one.edge.target] = "unread" if unread else "open"
    return found
