"""Changes of what is recorded of a case, and of which values there are."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.compare.change import Change, Sides
from processctl.compare.kind import Kind
from processctl.compare.kinds import data
from processctl.compare.kinds.rest import REWORDED
from processctl.journey import Journey
from processctl.journey.reads import readers
from processctl.journey.recordings import recordings
from processctl.journey.value_words import option_in_words
from processctl.model.customer_data import Field
from processctl.proofs.domain import number_of
from processctl.proofs.words import stage_in_words
from processctl.texts import Argument, Listing, Message, say

KEYS = frozenset({"type", "options", "least", "most", "optional"})
"""What says which values a field can hold, by attribute."""


def recording_changes(sides: Sides) -> Iterator[Change]:
    """Fields that are not recorded any more, or newly are; for one segment alone is told elsewhere."""
    anywhere = [recordings(one).keys() for one in (sides.old, sides.new)]
    was, now = (_stages_recording(one) for one in (sides.old, sides.new))
    read = readers(sides.new).keys()
    lacking = {name for gap in sides.new.gaps for name in gap.fields}
    lacked = {name for gap in sides.old.gaps for name in gap.fields}
    for name in dict.fromkeys((*was, *now)):
        before, after = was.get(name, set()), now.get(name, set())
        title = _title(sides, name)
        if before and name not in anywhere[1]:
            yield _nowhere(sides, name, title, sorted(before), is_read=name in read)
            continue
        gone = sorted(one for one in before - after if one in sides.new.stages)
        come = sorted(one for one in after - before if one in sides.old.stages)
        is_missed = name in lacking and name not in lacked
        if not is_missed:
            gone = [one for one in gone if not _lost_its_start(sides, one, name)]
        if gone:
            yield _moved(sides, title, gone, come, is_missed=is_missed)
        elif come:
            yield _recorded(sides, name, title, come, is_new=name not in anywhere[0])


def _moved(
    sides: Sides, title: Argument, gone: list[str], come: list[str], *, is_missed: bool
) -> Change:
    """A field that single stages do not record any more, and perhaps others do."""
    if come:
        message = say(
            '"{field}" is recorded in {stages} now, and no more in {others}.',
            field=title,
            stages=_named(sides, come),
            others=_named(sides, gone),
        )
    else:
        message = say(
            '"{field}" is not recorded any more in {stages}.',
            field=title,
            stages=_named(sides, gone),
        )
    if is_missed:
        kind, reason = data.DROPPED, say("It is read where some cases do not have it now.")
    elif come:
        kind, reason = data.RECORDED, say("Somebody else has to fill it in.")
    else:
        kind = data.NOT_RECORDED
        reason = say("Wherever it is read, it has been recorded elsewhere.")
    path = ("stages", gone[0], "captures")
    return sides.changed(kind, message, path, reason, stages=(*gone, *come))


def _recorded(sides: Sides, name: str, title: Argument, come: list[str], *, is_new: bool) -> Change:
    stages = _named(sides, come)
    message = (
        say('"{field}" is recorded now, in {stages}.', field=title, stages=stages)
        if is_new
        else say('"{field}" is recorded in {stages} too now.', field=title, stages=stages)
    )
    is_declared = name in sides.old.model.fields
    path = ("stages", come[0], "captures") if is_declared else ("fields", name)
    return sides.changed(
        data.RECORDED, message, path, say("Somebody has to fill it in."), stages=tuple(come)
    )


def _lost_its_start(sides: Sides, stage: str, name: str) -> bool:
    """Whether cases had a field from their birth in a stage in which none are born any more."""
    was, now = (side.stages[stage].start for side in (sides.old, sides.new))
    return was is not None and now is None and any(one.id == name for one in was.brings)


def _nowhere(
    sides: Sides, name: str, title: Argument, stages: list[str], *, is_read: bool
) -> Change:
    there = [one for one in stages if one in sides.new.stages]
    is_declared = name in sides.new.model.fields
    path = ("stages", there[0], "captures") if there and is_declared else ("fields", name)
    if is_read:
        return sides.changed(
            data.DROPPED,
            say('"{field}" is recorded nowhere any more, and it is read.', field=title),
            path,
            say("What is decided on it is decided on nothing."),
            stages=tuple(there),
        )
    return sides.changed(
        data.NOT_RECORDED,
        say('"{field}" is recorded nowhere any more.', field=title),
        path,
        say("Nothing in the process reads it."),
        stages=tuple(there),
    )


def _stages_recording(journey: Journey) -> dict[str, set[str]]:
    """The stages that record a field of all their cases."""
    for_some = {
        one.path
        for stage in journey.stages.values()
        for part in stage.varies
        for one in part.captures
    }
    return {
        name: stages
        for name, several in recordings(journey).items()
        if (name in journey.model.fields or journey.model.workspace.complete)
        and (stages := {one.stage for one in several if one.path not in for_some})
    }


def _title(sides: Sides, name: str) -> Argument:
    field = sides.new.model.fields.get(name) or sides.old.model.fields.get(name)
    return field.title if field is not None else name


def _named(sides: Sides, stages: list[str]) -> Listing:
    return Listing(tuple(stage_in_words(sides.new.model, one) for one in stages))


def value_changes(sides: Sides) -> Iterator[Change]:
    """Fields that can hold fewer values than before, or more."""
    for name, field in sides.new.model.fields.items():
        before = sides.old.model.fields.get(name)
        if before is None or field.shared:
            continue
        if not (before.readable(*_KEYS) and field.readable(*_KEYS)):
            continue
        for kind, key, message in _values(before, field):
            yield sides.changed(kind, message, ("fields", name, key), _REASONS[kind.code])


_KEYS = ("type", "options", "min", "max", "optional")
_REASONS = {
    data.NARROWER.code: say("Cases that are under way have the old values."),
    data.WIDER.code: say("Conditions were written for the old values."),
    REWORDED.code: say("No case goes elsewhere for that."),
}


def _values(old: Field, new: Field) -> Iterator[tuple[Kind, str, Message]]:
    if old.type is None and new.type is not None:
        words = say('It is said now what "{field}" holds.', field=new.title)
        yield REWORDED, "type", words
        return
    if old.type != new.type:
        yield (
            data.NARROWER,
            "type",
            say('"{field}" holds values of another kind now.', field=new.title),
        )
        return
    yield from _options(old, new)
    yield from _limits(old, new)
    if old.optional and not new.optional:
        message = say('"{field}" may not be left empty any more.', field=new.title)
        yield data.NARROWER, "optional", message
    if new.optional and not old.optional:
        yield data.WIDER, "optional", say('"{field}" may be left empty now.', field=new.title)


def _options(old: Field, new: Field) -> Iterator[tuple[Kind, str, Message]]:
    was, now = old.options or {}, new.options or {}
    gone = tuple(option_in_words(old, one) for one in was if one not in now)
    come = tuple(option_in_words(new, one) for one in now if one not in was)
    if gone:
        message = say(
            '"{field}" can no longer be {options}.', field=new.title, options=Listing(gone, "or")
        )
        yield data.NARROWER, "options", message
    if come:
        message = say(
            '"{field}" can be {options} now.', field=new.title, options=Listing(come, "or")
        )
        yield data.WIDER, "options", message


def _limits(old: Field, new: Field) -> Iterator[tuple[Kind, str, Message]]:
    for key, was, now, inwards in (
        ("min", old.least, new.least, 1),
        ("max", old.most, new.most, -1),
    ):
        before, after = number_of(was), number_of(now)
        if before == after:
            continue
        if before is None or (after is not None and (after - before) * inwards > 0):
            yield data.NARROWER, key, say('The limits of "{field}" are narrower.', field=new.title)
        else:
            yield data.WIDER, key, say('The limits of "{field}" are wider.', field=new.title)
