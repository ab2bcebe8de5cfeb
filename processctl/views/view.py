"""Which view of a process is wanted, by its name: ``journey``, ``stage:offer``, ``goals``, ..."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from processctl.diagrams import Drawing, Sketch, Table
from processctl.journey import Journey
from processctl.reading.nearest import nearest
from processctl.texts import Message, say
from processctl.views.journey import shown_stages, sketch_of

Kind: TypeAlias = Literal["journey", "stage", "role", "feedback", "data", "goals"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_OF_ONE: frozenset[Kind] = frozenset({"stage", "role"})
Section: TypeAlias = Literal["roles", "teams", "people"]
_WHO: tuple[Section, ...] = ("roles", "teams", "people")


class UnknownViewError(Exception):
    """There is no such view; ``message`` says which there are, or the nearest name."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.template)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class View:
    """What is to be drawn: a kind of view, and the one stage or role that it is about."""

    kind: Kind
    subject: str = ""

    @property
    def name(self) -> str:
        """As it is written on the command line."""
        return f"{self.kind}:{self.subject}" if self.subject else self.kind


def parse(written: str) -> View:
    """The view that a name means.

    Raises:
        UnknownViewError: there is no such view, or it lacks its subject.
    """
    word, colon, subject = written.partition(":")
    kind = next((kind for kind in KINDS if kind == word), None)
    if kind is None:
        near = nearest(word, KINDS)
        raise UnknownViewError(
            say('There is no view "{name}".', name=written),
            say('Did you mean "{name}"?', name=near)
            if near
            else say("There are {names}.", names=", ".join(map(_form, KINDS))),
        )
    if (kind in _OF_ONE) != bool(subject) or (colon and not subject):
        raise UnknownViewError(
            say('Write the view "{kind}" as {form}.', kind=kind, form=_form(kind))
        )
    return View(kind, subject)


def _form(kind: Kind) -> str:
    return f"{kind}:ID" if kind in _OF_ONE else kind


def views_of(journey: Journey) -> list[View]:
    """Every view that the journey has something for, in a fixed order."""
    model = journey.model
    found = [View("journey")]
    found += [View("stage", stage.id) for stage in shown_stages(journey)]
    found += [View("role", name) for section in _WHO for name in getattr(model, section)]
    found += [View("feedback")] if model.feedback or model.forums else []
    found += [View("data")] if model.fields else []
    found += [View("goals")] if model.goals or model.metrics else []
    return found


def drawing_of(journey: Journey, view: View, language: str) -> Drawing:
    """What a view shows of a journey.

    Raises:
        UnknownViewError: the stage or role is not there.
    """
    # Only the view that is wanted is loaded: most drawings are of the journey.
    match view.kind:
        case "stage":
            from processctl.views.stage import stage_sketch

            return stage_sketch(journey, _stage(journey, view.subject), language)
        case "role":
            from processctl.views.role import role_sketch

            return role_sketch(journey, _section(journey, view.subject), view.subject, language)
        case "feedback":
            from processctl.views.feedback import feedback_exchange

            return feedback_exchange(journey, language)
        case "data":
            from processctl.views.data import data_table

            return data_table(journey, language)
        case "goals":
            from processctl.views.goals import goals_table

            return goals_table(journey, language)
    return sketch_of(journey, language)


def is_empty(drawing: Drawing) -> bool:
    """Whether a view found nothing that it could show."""
    if drawing.panels:
        return False
    if isinstance(drawing, Sketch):
        return not drawing.boxes
    return not (drawing.rows if isinstance(drawing, Table) else drawing.parties)


def _stage(journey: Journey, name: str) -> str:
    stages = tuple(stage.id for stage in shown_stages(journey))
    if name not in stages:
        raise _unknown(say('There is no stage "{id}".', id=name), name, stages)
    return name


def _section(journey: Journey, name: str) -> Section:
    """Whether a role, a team or a person is called so."""
    found = next((one for one in _WHO if name in getattr(journey.model, one)), None)
    if found is None:
        names = tuple(known for one in _WHO for known in getattr(journey.model, one))
        raise _unknown(say('There is no role, team or person "{id}".', id=name), name, names)
    return found


def _unknown(message: Message, name: str, known: tuple[str, ...]) -> UnknownViewError:
    near = nearest(name, known)
    return UnknownViewError(message, say('Did you mean "{name}"?', name=near) if near else None)
