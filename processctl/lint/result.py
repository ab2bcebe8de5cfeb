"""What a run of the linter came to: all that a report tells, and nothing that is heavy to load.

Reports see this and not the journey, so that a result may as well come from the cache.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from processctl.lint.finding import Finding
from processctl.reading.source import Source, Span
from processctl.texts import Message, Text, say
from processctl.texts.severity import FAIL_ON, SEVERITIES, Severity

if TYPE_CHECKING:
    from processctl.lint.baseline import Entry  # it makes results

Verdict: TypeAlias = Literal["answered", "partly", "open"]
Phase: TypeAlias = Literal[1, 2, 3, 4]
PHASES: tuple[tuple[Phase, Message], ...] = (
    (1, say("Foundations")),
    (2, say("Harmonised")),
    (3, say("Strategic")),
    (4, say("Improving")),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """How far a process answers one of the questions: its id, phase and words, and the verdict."""

    id: str
    phase: Phase
    words: Message
    verdict: Verdict


@dataclass(frozen=True)
class Scope:
    """What was judged.

    ``title`` is what the process is called, ``languages`` its own, the first one first.
    ``passed_over`` counts YAML files of other tools. ``stage_titles`` has the stages that findings
    show a way through, ``stage_places`` where those stand. ``fail_on`` is the workspace's own setting.
    """

    root: Path
    title: Text
    languages: tuple[str, ...]
    sources: tuple[Source, ...]
    passed_over: int
    stages: int
    stage_titles: Mapping[str, Text] = field(default_factory=dict)
    stage_places: Mapping[str, Span] = field(default_factory=dict)
    fail_on: str | None = None


@dataclass(frozen=True)
class Result:
    """What a run of the linter came to.

    ``silenced`` are findings that an ignore hides, ``known`` those that the baseline hides, and
    ``earlier`` those that were there before a change, in the state called ``since``. ``stale`` are
    entries of the baseline that fit no finding. ``failed`` says that a rule broke down.
    ``read_today`` says whether another day could have come to another result. ``seconds`` are those
    that each rule took. ``explained`` are the fingerprints of what a graver finding stands for.
    """

    scope: Scope
    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...]
    answers: tuple[Answer, ...]
    failed: bool
    read_today: bool
    seconds: Mapping[str, float] = field(default_factory=dict)
    explained: frozenset[str] = frozenset()
    known: tuple[Finding, ...] = ()
    stale: tuple[Entry, ...] = ()
    earlier: tuple[Finding, ...] = ()
    since: str | None = None

    def count(self, severity: Severity) -> int:
        """How many findings of a severity there are, each member of a group counted as one."""
        return sum(finding.severity == severity for finding in self.findings)

    def failing(self, asked: str | None = None) -> tuple[Severity, ...]:
        """The severities that make the run fail: from the one asked for on, else the workspace's own."""
        own = self.scope.fail_on
        limit = asked or (own if own in FAIL_ON else "error")
        return () if limit == "never" else SEVERITIES[: FAIL_ON.index(limit) + 1]

    def fails(self, asked: str | None = None) -> bool:
        """Whether there are findings of such a severity."""
        failing = self.failing(asked)
        return any(finding.severity in failing for finding in self.findings)
