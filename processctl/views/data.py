"""The data: which field is recorded in which stage, and where it is read."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.criteria import names
from processctl.diagrams.sketch import Box, Lane, Line, Phase, Sketch
from processctl.diagrams.tables.table import Cell, Group, Row, Sign, Table
from processctl.journey import Journey
from processctl.journey.expression_words import expression_in_words
from processctl.journey.reads import readers
from processctl.journey.recordings import recordings, systems_of
from processctl.model.condition import Expression
from processctl.model.customer_data import Field
from processctl.reading.problem import Path
from processctl.texts import Message, say
from processctl.views.columns import stage_columns, view_title
from processctl.views.wording import Wording, wording

_LANE = "data"
# Where a field is written and not read.
_RECORDING = frozenset({"captures", "brings", "resets"})
# What is worth telling of beside the stages.
_TOLD = ("feedback", "metrics", "promises", "segments")


def data_table(journey: Journey, language: str) -> Table:
    """Fields by system as rows, stages as columns."""
    words = wording(journey, language)
    cells = tuple(_cells(journey))
    columns, groups = stage_columns(words, (cell.column for cell in cells))
    first = {column.id: place for place, column in enumerate(columns)}
    begins: dict[str, int] = {}
    for cell in cells:
        begins[cell.row] = min(begins.get(cell.row, len(first)), first[cell.column])
    systems: dict[str, list[Field]] = {}
    for field in sorted(
        journey.model.fields.values(), key=lambda one: begins.get(one.id, len(first))
    ):
        name = words.names(systems_of(journey.model, field)) or words.say(say("in no system"))
        systems.setdefault(name, []).append(field)
    reads = tuple(_reads(journey))
    rows = tuple(
        _row(words, field, cells, reads) for fields in systems.values() for field in fields
    )
    title = view_title(words, words.say(say("which data is recorded and read where")))
    return Table(
        title=title,
        language=language,
        columns=columns,
        column_groups=groups,
        rows=rows,
        row_groups=(
            tuple(Group(name, tuple(one.id for one in fields)) for name, fields in systems.items()),
        ),
        cells=cells,
        row_title=words.say(say("Field")),
        after_title=words.say(say("Also read by")),
        graph=_graph(words, title, cells),
    )


def _cells(journey: Journey) -> Iterator[Cell]:
    signs: dict[tuple[str, str], Sign] = {}
    for field, found in recordings(journey).items():
        for one in found:
            known = signs.get((field, one.stage))
            signs[field, one.stage] = "brings" if one.born and known is None else "records"
    for field, path in _reads(journey):
        if path[0] == "stages":
            place = field, str(path[1])
            known = signs.get(place, "reads")
            signs[place] = "rewrites" if known == "records" else known
    for (field, stage), sign in signs.items():
        if field in journey.model.fields and stage in journey.stages:
            yield Cell(field, stage, sign)


def _reads(journey: Journey) -> Iterator[tuple[str, Path]]:
    """What reads which field: through conditions, and where its name stands."""
    for field, paths in readers(journey).items():
        for path in paths:
            yield field, path
    for expression in journey.model.expressions:
        if expression.tree is not None:
            for name in sorted({one.id for one in names(expression.tree)}):
                if name in journey.model.fields:
                    yield name, expression.path
    for reference in journey.model.references:
        if reference.section == "fields" and not _RECORDING.intersection(
            map(str, reference.path[2:])
        ):
            yield reference.id, reference.path


def _row(
    words: Wording, field: Field, cells: tuple[Cell, ...], reads: tuple[tuple[str, Path], ...]
) -> Row:
    facts = [words.reference(field.owner)] if field.owner is not None else []
    if field.personal is not None:
        kept = field.personal.kept
        personal = (
            say("personal data, kept for {time}", time=words.duration(kept))
            if kept
            else say("personal data")
        )
        facts.append(words.say(personal))
    if field.computed is not None:
        facts.append(words.say(computed_words(words, field.computed)))
    if field.why is not None:
        facts.append(words.say(field.why))
    signs = {cell.sign for cell in cells if cell.row == field.id}
    is_missing = "reads" in signs and field.computed is None and signs <= {"reads"}
    warnings = (words.say(say("recorded nowhere")),) if is_missing else ()
    after = tuple(dict.fromkeys(_elsewhere(words, field, reads)))
    return Row(field.id, words.say(field.title), tuple(facts), warnings, after)


def computed_words(words: Wording, formula: Expression) -> Message:
    """What a field is computed from, by the names of what is counted; as written where it is no formula."""
    tree = formula.tree
    said = formula.source if tree is None else expression_in_words(words.journey.model, tree)
    return say("computed: {expression}", expression=said)


def _elsewhere(words: Wording, field: Field, reads: tuple[tuple[str, Path], ...]) -> Iterator[str]:
    """What reads a field beside the stages: loops, metrics, promises, segments."""
    for name, path in reads:
        section = str(path[0])
        if name == field.id and section in _TOLD and len(path) > 1:
            yield words.title(section, str(path[1]))


def _graph(words: Wording, title: str, cells: tuple[Cell, ...]) -> Sketch:
    """The same as boxes and lines: stages that record, fields, stages that read."""
    boxes: dict[str, Box] = {}
    lines = []
    for cell in cells:
        field = words.title("fields", cell.row)
        stage = words.title("stages", cell.column)
        boxes.setdefault(
            f"field:{cell.row}", Box(f"field:{cell.row}", field, _LANE, "field", "field")
        )
        if cell.sign != "reads":
            boxes.setdefault(
                f"in:{cell.column}", Box(f"in:{cell.column}", stage, _LANE, "stage", "in")
            )
            lines.append(
                Line(
                    f"{cell.column}→{cell.row}", f"in:{cell.column}", f"field:{cell.row}", "records"
                )
            )
        if cell.sign in ("reads", "rewrites"):
            boxes.setdefault(
                f"out:{cell.column}", Box(f"out:{cell.column}", stage, _LANE, "stage", "out")
            )
            lines.append(
                Line(
                    f"{cell.row}→{cell.column}", f"field:{cell.row}", f"out:{cell.column}", "reads"
                )
            )
    order = {"in": 0, "field": 1, "out": 2}
    return Sketch(
        title=title,
        language=words.translate.language,
        lanes=(Lane(_LANE, ""),),
        phases=(
            Phase("in", words.say(say("Recorded in"))),
            Phase("field", words.say(say("Field"))),
            Phase("out", words.say(say("Read in"))),
        ),
        boxes=tuple(sorted(boxes.values(), key=lambda box: order[box.phase or ""])),
        lines=tuple(lines),
    )
