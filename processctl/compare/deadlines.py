"""Changes of by when things are done, and of what happens when they are not."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from processctl.compare.change import Change, Sides
from processctl.compare.keys import differ_in_words_only
from processctl.compare.kinds import times
from processctl.compare.kinds.rest import REWORDED, SAME_MEANING
from processctl.compare.lengths import beside
from processctl.model.exit import Step
from processctl.model.stage import Clocked, Stage, Variant
from processctl.model.values import Duration
from processctl.proofs.words import length_in_words, stage_in_words
from processctl.reading.problem import Path
from processctl.repair.portrait import said
from processctl.texts import Argument, Message, say

_KEYS = ("within", "late", "idle", "does")
KEYS = frozenset({"within", "late", "idle"})
"""The keys of stages, and of their variants, that are compared here."""


def deadline_changes(sides: Sides) -> Iterator[Change]:
    """The deadlines of stages in force in both states, those for single segments as well."""
    for name, stage in sides.new.stages.items():
        before = sides.old.stages.get(name)
        if before is None:
            continue
        title = stage_in_words(sides.new.model, name)
        yield from _of_part(sides, title, before, stage, _KEYS)
        was, now = ({one.segment.id: one for one in some.varies} for some in (before, stage))
        for segment in dict.fromkeys((*was, *now)):
            parts = was.get(segment), now.get(segment)
            own = [key for key in _KEYS if any(part and getattr(part, key) for part in parts)]
            if segment in sides.old.model.segments and segment in sides.new.model.segments:
                which = sides.new.model.segments[segment].title
                of_both = say("{stage}: {segment}", stage=title, segment=which)
                old, new = _with(before, parts[0]), _with(stage, parts[1])
                yield from _of_part(sides, of_both, old, new, own)


def _with(stage: Stage, variant: Variant | None) -> Clocked:
    """What holds for the cases of a segment: where its variant says nothing, what the stage says."""
    if variant is None:
        return stage
    own = {key: held for key in _KEYS if (held := getattr(variant, key))}
    return dataclasses.replace(stage, path=variant.path, **own)


def _of_part(
    sides: Sides, title: Argument, old: Clocked, new: Clocked, keys: Sequence[str]
) -> Iterator[Change]:
    if not (old.readable(*keys) and new.readable(*keys)):
        return
    if "within" in keys:
        yield from _length(sides, title, (*new.path, "within"), old.within, new.within)
    for key in ("late", "idle"):
        steps = getattr(old, key), getattr(new, key)
        is_told = key == "late" and (old.within is None) != (new.within is None) and () in steps
        if key in keys and not is_told:  # with a deadline goes what happens after it
            yield from _steps(sides, title, (*new.path, key), *steps)
    was, now = ([one.within for one in part.does] for part in (old, new))
    if "does" in keys and len(was) == len(now):
        for place, (before, after) in enumerate(zip(was, now, strict=True)):
            yield from _length(sides, title, (*new.path, "does", place, "within"), before, after)


def _length(
    sides: Sides, stage: Argument, path: Path, old: Duration | None, new: Duration | None
) -> Iterator[Change]:
    if old is None and new is None:
        return
    was = length_in_words(sides.old.model, old) if old is not None else ""
    now = length_in_words(sides.new.model, new) if new is not None else ""
    if new is None:
        yield sides.changed(
            times.DEADLINE_GONE,
            say('Stage "{stage}" has no deadline any more; it was {was}.', stage=stage, was=was),
            path,
            say("Who waits there may wait for ever."),
        )
        return
    if old is None:
        yield sides.changed(
            times.DEADLINE_SHORTER,
            say('Stage "{stage}" has a deadline now: {now}.', stage=stage, now=now),
            path,
            say("Somebody has to keep it."),
        )
        return
    match beside(sides.new, old, new):
        case "longer":
            message = say(
                'The deadline in stage "{stage}" is longer: {now}, not {was}.',
                stage=stage,
                now=now,
                was=was,
            )
            yield sides.changed(
                times.DEADLINE_LONGER, message, path, say("Who waits there may wait longer.")
            )
        case "shorter":
            message = say(
                'The deadline in stage "{stage}" is shorter: {now}, not {was}.',
                stage=stage,
                now=now,
                was=was,
            )
            yield sides.changed(
                times.DEADLINE_SHORTER, message, path, say("Somebody has to keep it.")
            )
        case "same" if old != new:
            message = say(
                'The deadline in stage "{stage}" is written otherwise and is as long: {now}, not {was}.',
                stage=stage,
                now=now,
                was=was,
            )
            reason = say("By the working time of the process both are the same.")
            yield sides.changed(SAME_MEANING, message, path, reason)
        case "other":
            message = say(
                'The deadline in stage "{stage}" is another one: {now}, not {was}.',
                stage=stage,
                now=now,
                was=was,
            )
            yield sides.changed(
                times.DEADLINE_ELSEWHERE,
                message,
                path,
                say("Which of the two is longer depends on the day."),
            )


def _steps(
    sides: Sides, stage: Argument, path: Path, old: Sequence[Step], new: Sequence[Step]
) -> Iterator[Change]:
    """What happens when time is up, step by step."""
    was = [said(sides.old.model, step) for step in old]
    now = [said(sides.new.model, step) for step in new]
    if was == now:
        return
    if differ_in_words_only(sides, tuple(old), tuple(new)):
        message = say(
            'What happens when time is up in stage "{stage}" is put in other words.', stage=stage
        )
        yield sides.changed(REWORDED, message, path, say("No case goes elsewhere for that."))
        return
    if old and not new:
        yield sides.changed(
            times.DEADLINE_GONE,
            say('Nothing happens any more when time is up in stage "{stage}".', stage=stage),
            path,
            say("Who waits there may wait for ever."),
        )
        return
    if not old:
        yield sides.changed(
            times.DEADLINE_SHORTER,
            say('Something happens now when time is up in stage "{stage}".', stage=stage),
            path,
            say("Nothing followed before."),
        )
        return
    lengths = [_only_the_time(*pair) for pair in zip(was, now, strict=False)]
    if len(was) == len(now) and all(lengths):
        for place, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from _length(sides, stage, (*path, place, "after"), before.after, after.after)
        return
    yield sides.changed(
        times.DEADLINE_ELSEWHERE, _elsewhere(sides, stage, old, new), path, say(
            "Somebody else gets these cases, or hears of them."
        )
    )  # fmt: skip


def _only_the_time(old: dict[str, object], new: dict[str, object]) -> bool:
    return {**old, "after": None} == {**new, "after": None}


def _elsewhere(sides: Sides, stage: Argument, old: Sequence[Step], new: Sequence[Step]) -> Message:
    was, now = (
        next((one.to.id for one in some if one.to is not None), None) for some in (old, new)
    )
    if was != now and now is not None:
        return say(
            'When time is up in stage "{stage}", cases now go to "{target}".',
            stage=stage,
            target=stage_in_words(sides.new.model, now),
        )
    if was is not None and now is None:
        return say(
            'When time is up in stage "{stage}", cases no longer go to "{target}".',
            stage=stage,
            target=stage_in_words(sides.old.model, was),
        )
    return say('When time is up in stage "{stage}", something else happens.', stage=stage)
