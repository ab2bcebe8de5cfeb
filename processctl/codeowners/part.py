"""What one workspace says in CODEOWNERS: a rule for its folder, and one for each file with stages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from processctl.codeowners.handles import Asked, Host, Lack, asked, unknown
from processctl.codeowners.holdings import Holding, below, holdings
from processctl.codeowners.notes import Note, notes
from processctl.codeowners.patterns import folder_patterns, pattern
from processctl.journey.owner import owner_of, resolve_owner
from processctl.lint.finding import Finding, Relation
from processctl.model.model import Model
from processctl.model.stage import Stage
from processctl.reading.source import Span
from processctl.texts import Text, say


@dataclass(frozen=True, slots=True)
class Rule:
    """The handles that are asked about what matches any of the patterns; never none.

    A pattern without handles would say that nobody is asked.
    """

    patterns: tuple[str, ...]
    handles: tuple[str, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The rules of one workspace in their order; ``findings`` say who cannot be asked."""

    title: Text
    languages: tuple[str, ...]
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes of all rules."""
        return tuple(note for rule in self.rules for note in rule.notes)


def part_of(model: Model, repository: Path, host: Host) -> Part:
    """The rules for the files of a workspace that lies in the git repository ``repository``."""
    maker = _Maker(model, repository, host)
    process, root = model.process, model.workspace.root
    title = process.name or Text((("", process.id or root.resolve().name),))
    return Part(title, model.languages, tuple(maker.rules()), maker.findings())


@dataclass(frozen=True)
class _Maker:
    model: Model
    repository: Path
    host: Host

    @cached_property
    def _files(self) -> tuple[Holding, ...]:
        return holdings(self.model, self.repository)

    @cached_property
    def _process(self) -> Asked:
        """Whom to ask about all that is no stage: who owns the process."""
        process = self.model.process
        if not process.owner:
            message = say("Nobody owns the process, so nobody is asked about what all share.")
            hint = say('Name who answers for it: "owner: " and a role, a team or a person.')
            lack = Lack("process-without-owner", ("process",), message, hint, at_key=True)
            return Asked(lacks=(lack,))
        owner = resolve_owner(self.model, process.owner[0])
        return (
            asked(self.model, self.host, owner) if owner else unknown(self.model, process.owner[0])
        )

    @cached_property
    def _stages(self) -> dict[str, Asked]:
        """Whom to ask about each stage."""
        return {stage.id: self._stage(stage) for one in self._files for stage in one.stages}

    def _stage(self, stage: Stage) -> Asked:
        owner = owner_of(self.model, stage)
        if owner is not None:
            return asked(self.model, self.host, owner)
        if stage.owner:
            return unknown(self.model, stage.owner[0])
        message = say('Stage "{stage}" has no owner.', stage=stage.title)
        hint = say('Name who answers for it: "owner: " and a role, a team or a person.')
        return Asked(lacks=(Lack("stage-without-owner", stage.path, message, hint, at_key=True),))

    def rules(self) -> Iterator[Rule]:
        """The folder first: the last pattern that matches a file counts."""
        usual = self._process.handles
        if usual:
            root = below(self.model.workspace.root, self.repository)
            patterns = folder_patterns(root, (one.below for one in self._files))
            yield Rule(patterns, tuple(sorted(usual)))
        handles = {name: one.handles for name, one in self._stages.items()}
        for file in self._files:
            wanted = frozenset[str]().union(*(handles[stage.id] for stage in file.stages))
            if wanted and file.others:
                wanted |= usual
            if wanted and wanted != usual:
                told = tuple(notes(self.model, file, handles, usual))
                yield Rule((pattern(file.below),), tuple(sorted(wanted)), told)

    def findings(self) -> tuple[Finding, ...]:
        """Each lack once, with the stages that it concerns."""
        concerned: dict[Lack, list[Relation]] = {lack: [] for lack in self._process.lacks}
        for file in self._files:
            for stage in file.stages:
                for lack in self._stages[stage.id].lacks:
                    also = concerned.setdefault(lack, [])
                    if lack.path[:2] != stage.path:
                        also.append(self._owned(stage))
        found = [self._finding(lack, tuple(also)) for lack, also in concerned.items()]
        return tuple(sorted(found, key=lambda one: one.order))

    def _owned(self, stage: Stage) -> Relation:
        message = say('Stage "{stage}" is owned here.', stage=stage.title)
        return Relation(message, self._span((*stage.path, "owner"), at_key=False))

    def _finding(self, lack: Lack, related: tuple[Relation, ...]) -> Finding:
        return Finding(
            code="codeowners",
            name=lack.name,
            severity="error",
            message=lack.message,
            span=self._span(lack.path, at_key=lack.at_key),
            element=".".join(map(str, lack.path[:2])),
            path=lack.path,
            hint=lack.hint,
            related=related,
        )

    def _span(self, path: tuple[str | int, ...], *, at_key: bool) -> Span:
        """Where something stands; where nothing says anything of it, the top of the workspace."""
        workspace = self.model.workspace
        return workspace.sections.span(path, at_key=at_key) or Span(workspace.own[0], 0, 0)
