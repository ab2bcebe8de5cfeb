"""What a journey is, for those who tell of it."""

from __future__ import annotations

from collections.abc import Iterable

from processctl.journey import Journey
from processctl.lint.finding import Finding
from processctl.lint.result import Scope
from processctl.texts import Text


def scope_of(journey: Journey, findings: Iterable[Finding]) -> Scope:
    """What was judged; of the stages those that the findings show a way through."""
    model = journey.model
    sections = model.workspace.sections
    shown = {stage for finding in findings for stage in finding.witness}
    return Scope(
        root=model.workspace.root,
        title=title_of(journey),
        languages=model.languages,
        sources=model.workspace.sources,
        passed_over=model.workspace.passed_over,
        stages=len(model.stages),
        stage_titles={
            name: model.stages[name].title for name in sorted(shown & model.stages.keys())
        },
        stage_places={
            name: span
            for name in sorted(shown & model.stages.keys())
            if (span := sections.span(("stages", name), at_key=True)) is not None
        },
        fail_on=model.lint.fail_on if model.lint is not None else None,
    )


def title_of(journey: Journey) -> Text:
    """What a process is called: by its name, its id, or its folder."""
    process, root = journey.model.process, journey.model.workspace.root
    if process.name is not None:
        return process.name
    return Text((("", process.id.replace("_", " ") if process.id else root.resolve().name),))
