"""Fields in a table: what each holds, where it is kept, who looks after it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from processctl.criteria.types import in_words
from processctl.journey.recordings import recordings, systems_of
from processctl.model.customer_data import Field
from processctl.model.reference import Reference
from processctl.site.content.tables import table
from processctl.site.page import Cell, Table
from processctl.texts import Message, say
from processctl.views.data import computed_words
from processctl.views.wording import Wording


def fields_table(
    words: Wording, fields: Sequence[Field], title: Message, *, with_stages: bool = False
) -> Table | None:
    """One row for each field, that of the dictionary with the stages that record it; None for none."""
    born = recordings(words.journey) if with_stages else {}
    heads = [say("Field"), say("What it holds"), say("Where it is kept"), say("Who looks after it")]
    heads += [say("Recorded in")] if with_stages else []
    rows = []
    for field in fields:
        stages = dict.fromkeys(words.title("stages", one.stage) for one in born.get(field.id, ()))
        row = _row(words, field)
        if with_stages:
            row = (replace(row[0], anchor=field.id), *row[1:], Cell(tuple(stages)))
        rows.append(row)
    return table(words, title, heads, rows)


def _row(words: Wording, field: Field) -> tuple[Cell, ...]:
    owner = owner_of(words, field)
    return (
        Cell((words.say(field.title),)),
        Cell(tuple(holds(words, field))),
        Cell((words.names(systems_of(words.journey.model, field)),)),
        Cell((words.reference(owner),) if owner is not None else ()),
    )


def owner_of(words: Wording, field: Field) -> Reference | None:
    """Who looks after a field: its own owner, or the one of all fields."""
    model = words.journey.model
    if field.owner is not None or field.shared or not field.readable("owner"):
        return field.owner
    defaults = model.defaults.fields if model.defaults is not None else None
    return defaults.owner if defaults is not None else None


def holds(words: Wording, field: Field) -> Iterator[str]:
    """What a field means, what kind of value it has, and why it is recorded."""
    if field.about is not None:
        yield words.say(field.about)
    if field.options:
        yield words.say(
            say("one of: {options}", options=", ".join(map(words.say, field.options.values())))
        )
    elif field.type is not None:
        yield words.say(in_words(field.type))
    if field.computed is not None:
        yield words.say(computed_words(words, field.computed))
    if field.why is not None:
        yield words.say(field.why)
    if field.optional:
        yield words.say(say("may be left out"))
