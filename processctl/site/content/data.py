"""The data: which field means what, where it is born and read, and which of it is personal."""

from __future__ import annotations

from processctl.journey.recordings import recordings
from processctl.model.customer_data import Field, System
from processctl.site.addresses import DATA
from processctl.site.content.fields import fields_table, owner_of
from processctl.site.drawn import Drawer
from processctl.site.page import Block, Cell, Page, Prose, Table
from processctl.texts import say
from processctl.views.view import View
from processctl.views.wording import Wording


def data_page(words: Wording, drawer: Drawer) -> Page | None:
    """The dictionary of data; None where the process has no fields."""
    fields = list(words.journey.model.fields.values())
    if not fields:
        return None
    blocks: list[Block | None] = [
        *drawer.pictures(words, View("data"), DATA),
        fields_table(words, fields, say("Every field")),
        _recorded(words),
        _personal(words, [field for field in fields if field.personal is not None]),
        _systems(words),
    ]
    lead = words.say(say("What is recorded about a customer, where, and who may rely on it."))
    return Page(
        DATA,
        words.say(say("Data")),
        lead,
        blocks=tuple(block for block in blocks if block is not None),
    )


def _recorded(words: Wording) -> Table | None:
    """Where each field is born, for who cannot see the picture."""
    rows = tuple(
        (
            Cell((words.title("fields", name),)),
            Cell(tuple(dict.fromkeys(words.title("stages", one.stage) for one in found))),
        )
        for name, found in recordings(words.journey).items()
        if name in words.journey.model.fields
    )
    heads = (words.say(say("Field")), words.say(say("Recorded in")))
    return Table(words.say(say("Where each field is recorded")), heads, rows) if rows else None


def _personal(words: Wording, fields: list[Field]) -> Table | Prose:
    """Personal data: on what ground it is kept, for how long, and by whom."""
    title = words.say(say("Personal data"))
    if not fields:
        return Prose(title, (words.say(say("No field is marked as personal data.")),))
    heads = (say("Field"), say("Ground"), say("Kept for"), say("Who looks after it"))
    return Table(
        title, tuple(map(words.say, heads)), tuple(_personal_row(words, one) for one in fields)
    )


def _personal_row(words: Wording, field: Field) -> tuple[Cell, ...]:
    personal, owner = field.personal, owner_of(words, field)
    kept = personal.kept if personal is not None else None
    return (
        Cell((words.say(field.title),)),
        Cell(((personal.basis if personal is not None else None) or words.say(say("not said")),)),
        Cell((words.say(words.duration(kept)) if kept is not None else words.say(say("not said")),)),
        Cell((words.reference(owner) if owner is not None else words.say(say("nobody")),)),
    )  # fmt: skip


def _systems(words: Wording) -> Table | None:
    """The programs that keep it all, and whom to tell when something in them is wrong."""
    rows = tuple(_system(words, one) for one in words.journey.model.systems.values())
    heads = (say("System"), say("What for"), say("Who looks after it"), say("When data is wrong"))
    return Table(words.say(say("Systems")), tuple(map(words.say, heads)), rows) if rows else None


def _system(words: Wording, system: System) -> tuple[Cell, ...]:
    wrong = []
    if system.problems is not None:
        if system.problems.tell:
            wrong.append(words.say(say("tell {names}", names=words.names(system.problems.tell))))
        if system.problems.forum is not None:
            wrong.append(words.reference(system.problems.forum))
    return (
        Cell((words.say(system.title),)),
        Cell((words.say(system.about),) if system.about is not None else ()),
        Cell((words.reference(system.owner),) if system.owner is not None else ()),
        Cell(tuple(wrong)),
    )
