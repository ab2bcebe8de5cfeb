"""What is wanted of a drawing: which view, and what is laid over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from processctl.cli.trouble import TroubleError, UsageError
from processctl.texts import say

if TYPE_CHECKING:
    from datetime import date

    from processctl.diagrams import Drawing, Sketch
    from processctl.diagrams.sketch import Panel
    from processctl.journey import Journey
    from processctl.lint.finding import Finding
    from processctl.lint.result import Result
    from processctl.texts import Argument, Translator

_FINGERPRINT = re.compile(r"[0-9a-f]{4,32}")
_RULE = re.compile(r"PC\d{3,4}", re.IGNORECASE)
_MOST_TOLD = 8


@dataclass(frozen=True, slots=True)
class Wish:
    """A view by name; whether findings are marked; a way, as stages or what a finding shows.

    ``link_base`` is where the pages are that stages lead to.
    """

    view: str = "journey"
    findings: bool = False
    highlight: str | None = None
    link_base: str | None = None


def drawn(journey: Journey, wish: Wish, language: str, today: date) -> Drawing:
    """The drawing that is wanted, in a language.

    Raises:
        UsageError: there is no such view, stage, or finding, or no such way.
        TroubleError: the view has nothing to show.
    """
    from processctl.texts import translator
    from processctl.views.view import UnknownViewError, drawing_of, is_empty, parse

    try:
        view = parse(wish.view)
        drawing = drawing_of(journey, view, language)
    except UnknownViewError as error:
        raise UsageError(error.message, error.hint) from error
    if wish.link_base is not None:
        drawing = _linked(drawing, view.name, wish.link_base)
    if is_empty(drawing):
        raise TroubleError(
            say(
                'The view "{view}" has nothing to show: the process says nothing of it.',
                view=view.name,
            )
        )
    result = _result(journey, wish, today)
    if wish.findings and result is not None:
        from processctl.views.marks import with_findings

        drawing = with_findings(drawing, view.kind, result.findings, translator(language))
    if wish.highlight is None:
        return drawing
    if view.kind not in ("journey", "stage", "role"):
        raise UsageError(
            say('A way leads through stages: the view "{view}" can show none.', view=view.name)
        )
    return _highlighted(drawing, journey, wish.highlight, result, translator(language))  # type: ignore[arg-type]  # the three are sketches


def _linked(drawing: Drawing, view: str, base: str) -> Drawing:
    """The drawing whose stages lead to their pages.

    Raises:
        UsageError: it shows no stages as boxes.
    """
    from processctl.diagrams import Sketch
    from processctl.diagrams.links import linked

    if isinstance(drawing, Sketch):
        found = linked(drawing, base)
        if any(box.href is not None for box in found.boxes):
            return found
    raise UsageError(
        say('The view "{view}" has no stages to link: leave --link-base out.', view=view)
    )


def _result(journey: Journey, wish: Wish, today: date) -> Result | None:
    """The linter's result, where it is needed: it takes longer than the drawing."""
    named = wish.highlight or ""
    if not wish.findings and not (_FINGERPRINT.fullmatch(named) or _RULE.fullmatch(named)):
        return None
    from processctl.lint.run import lint_journey

    return lint_journey(journey, today)


def _highlighted(
    sketch: Sketch, journey: Journey, named: str, result: Result | None, words: Translator
) -> Sketch:
    from processctl.views.marks import NoSuchWayError, with_way

    panel: Panel | None = None
    way: Sequence[str] = [part.strip() for part in named.split(",") if part.strip()]
    if result is not None and not (len(way) == 1 and way[0] in journey.model.stages):
        finding = _finding(result, named)
        way, panel = finding.witness, _story(finding, words)
    if not way:
        raise UsageError(say("Name stages with commas between them, or a finding."))
    try:
        return with_way(sketch, way, panel)
    except NoSuchWayError as error:
        raise UsageError(*_trouble(error.stage, error.to, sketch, journey)) from error


def _trouble(
    stage: str, to: str | None, sketch: Sketch, journey: Journey
) -> tuple[Argument | None, ...]:
    from processctl.cli.trouble import nearest_hint

    if to is not None:
        on = tuple(line.target for line in sketch.lines if line.source == stage)
        hint = say("From there cases go to: {names}.", names=", ".join(dict.fromkeys(on)))
        return say('No way leads from "{stage}" to "{to}".', stage=stage, to=to), (
            hint if on else None
        )
    if stage in journey.model.stages:
        return (say('The stage "{stage}" is not in this drawing.', stage=stage),)
    known = tuple(box.id for box in sketch.boxes)
    return say('There is no stage "{id}".', id=stage), nearest_hint(stage, known, None)


def _finding(result: Result, named: str) -> Finding:
    """The one finding that a fingerprint or a code names, which shows a way.

    Raises:
        UsageError: there is none, or there are several.
    """
    known = [one for finding in result.findings for one in finding.each]
    code = named.upper()
    meant = [one for one in known if one.code == code or one.fingerprint.startswith(named.lower())]
    if not meant:
        raise UsageError(
            say('No finding is called "{name}".', name=named),
            say('"processctl lint --format json" tells the fingerprint of each.'),
        )
    shown = [one for one in meant if one.witness]
    if not shown:
        raise UsageError(say('The finding "{name}" is about no way through stages.', name=named))
    if len(shown) > 1:
        names = ", ".join(f"{one.fingerprint[:8]} ({one.element})" for one in shown[:_MOST_TOLD])
        raise UsageError(
            say('Several findings are called "{name}": {names}.', name=named, names=names)
        )
    return shown[0]


def _story(finding: Finding, words: Translator) -> Panel:
    """The finding in words, for below the drawing."""
    from processctl.diagrams.sketch import Badge, Fact, Panel

    said = [words.render(one) for one in finding.story]
    head = Fact(finding.code, (words.render(finding.message),), Badge("!", finding.severity))
    story = (Fact(words.render(say("What happens")), tuple(said)),) if said else ()
    return Panel(words.render(say("The way that is marked")), (head, *story))
