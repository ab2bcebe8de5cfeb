"""The data: which field means what, where it is born and read, and which of it is personal."""

from __future__ import annotations

from collections.abc import Mapping

from processctl.model.customer_data import Field, System
from processctl.site.addresses import DATA
from processctl.site.content.fields import fields_table, owner_of
from processctl.site.content.pictures import pictures
from processctl.site.content.tables import table
from processctl.site.page import Block, Cell, Page, Prose, Table
from processctl.texts import Argument, say
from processctl.views.view import View
from processctl.views.wording import Wording

_GROUNDS: Mapping[str, Argument] = {
    "consent": say("consent"),
    "contract": say("a contract"),
    "legal_obligation": say("a legal obligation"),
    "vital_interests": say("vital interests"),
    "public_task": say("a public task"),
    "legitimate_interest": say("a legitimate interest"),
}


def data_page(words: Wording) -> Page | None:
    """The dictionary of data; None where the process has no fields."""
    fields = list(words.journey.model.fields.values())
    if not fields:
        return None
    blocks: list[Block | None] = [
        *pictures(words, View("data"), DATA),
        fields_table(words, fields, say("Every field"), with_stages=True),
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


def _personal(words: Wording, fields: list[Field]) -> Table | Prose | None:
    """Personal data: on what ground it is kept, for how long, and by whom."""
    title = say("Personal data")
    if not fields:
        return Prose(words.say(title), (words.say(say("No field is marked as personal data.")),))
    heads = (say("Field"), say("Ground"), say("Kept for"), say("Who looks after it"))
    return table(words, title, heads, (_personal_row(words, one) for one in fields))


def _personal_row(words: Wording, field: Field) -> tuple[Cell, ...]:
    personal, owner = field.personal, owner_of(words, field)
    kept = personal.kept if personal is not None else None
    basis = personal.basis if personal is not None else None
    return (
        Cell((words.say(field.title),)),
        Cell((words.say(_GROUNDS.get(basis or "", basis or say("not said"))),)),
        Cell((words.say(words.duration(kept)) if kept is not None else words.say(say("not said")),)),
        Cell((words.reference(owner) if owner is not None else words.say(say("nobody")),)),
    )  # fmt: skip


def _systems(words: Wording) -> Table | None:
    """The programs that keep it all, and whom to tell when something in them is wrong."""
    rows = tuple(_system(words, one) for one in words.journey.model.systems.values())
    heads = (say("System"), say("What for"), say("Who looks after it"), say("When data is wrong"))
    return table(words, say("Systems"), heads, rows)


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
