"""A walk in words that somebody who sells understands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from processctl.criteria import Missing
from processctl.journey import Journey
from processctl.model.condition import Judgement
from processctl.model.exit import Exit
from processctl.proofs.missed import failure_in_words
from processctl.proofs.words import (
    condition_in_words,
    exit_in_words,
    stage_in_words,
    value_in_words,
)
from processctl.texts import Listing, Message, say
from processctl.trying.told import Look, Stop, Taken, Walk

_MOST_LACKS = 10


def recorded_in_words(journey: Journey, stop: Stop) -> Message | None:
    """What was recorded of the case at a stop."""
    model = journey.model
    told = tuple(
        value_in_words(model, name, value)
        for name, value in stop.recorded.items()
        if (name in model.fields or name in model.segments) and not isinstance(value, Missing)
    )
    return say("Recorded: {values}.", values=Listing(told, quoted=False)) if told else None


def refused_in_words(journey: Journey, stop: Stop) -> Message | None:
    """What of the entry of a stage refuses the case."""
    if not stop.refused:
        return None
    parts = tuple(condition_in_words(journey.model, part) for part in stop.refused)
    return say(
        'It is refused at the door of the stage "{stage}": what does not hold is {conditions}.',
        stage=stage_in_words(journey.model, stop.stage),
        conditions=Listing(parts),
    )


def exits_in_words(journey: Journey, stop: Stop) -> Iterator[Message]:
    """Each exit that the case did not go by, and why not."""
    for look in stop.looks:
        is_taken = stop.taken is not None and look.way.exit is stop.taken.edge.way
        is_end = stop.taken is None and look.holds is None  # the end says what is open
        if not is_taken and not is_end and (look.way.kind != "otherwise" or look.bar):
            yield _look_in_words(journey, look, stop)


def _look_in_words(journey: Journey, look: Look, stop: Stop) -> Message:
    stage = exit_in_words(journey.model, look.way)
    if look.bar == "origin":
        return say("The exit back to where it came from is shut: it was born here.")
    if look.bar:
        return say('The exit to "{stage}" is shut: the case has never been there.', stage=stage)
    if look.holds is None:
        what = lacks_in_words(journey, look.open)
        return say('The exit to "{stage}" is open: nobody says {what}.', stage=stage, what=what)
    if look.holds:
        return say('The exit to "{stage}" holds too.', stage=stage)
    if isinstance(look.way.exit.when, Judgement):
        return say('The exit to "{stage}" is not taken: it was answered with no.', stage=stage)
    reasons = tuple(failure_in_words(journey.model, part, stop.values) for part in look.missed)
    if not reasons:
        return say('The exit to "{stage}" does not hold.', stage=stage)
    return say(
        'The exit to "{stage}" does not hold: {reasons}.',
        stage=stage,
        reasons=Listing(reasons, quoted=False),
    )


def taken_in_words(journey: Journey, taken: Taken) -> Message:
    """Where the case went, and why."""
    stage = stage_in_words(journey.model, taken.edge.target)
    if taken.spent:
        return say(
            'It goes to the stage "{stage}": it has gone the other way as often as it may.',
            stage=stage,
        )
    match taken.why:
        case "bare":
            return say('It goes to the stage "{stage}": this exit asks nothing.', stage=stage)
        case "only":
            return say('It goes to the stage "{stage}": this exit alone holds.', stage=stage)
        case "first":
            return say(
                'It goes to the stage "{stage}": in order, this exit is the first that holds.',
                stage=stage,
            )
        case "chosen":
            return say(
                'It goes to the stage "{stage}": several exits hold, and this one is chosen.',
                stage=stage,
            )
        case "otherwise":
            return say('It goes to the stage "{stage}": no other exit holds.', stage=stage)
        case "deadline":
            return say(
                'It goes to the stage "{stage}": no exit holds, and time is over.', stage=stage
            )
        case "silent":
            return say('It goes to the stage "{stage}": nobody accepted it in time.', stage=stage)
        case "full":
            return say('It goes to the stage "{stage}": there was no room for it.', stage=stage)


def lack_in_words(journey: Journey, name: str) -> Message:
    """What it is that nobody says."""
    model = journey.model
    field, criterion = model.fields.get(name), model.criteria.get(name)
    if field is not None:
        return say('the value of "{field}"', field=field.title)
    if criterion is not None:
        return say('whether "{condition}" is so', condition=criterion.says or criterion.title)
    exit_ = asked_exit(journey, name)
    if exit_ is None:
        return say('whether "{condition}" is so', condition=name)
    if isinstance(exit_.when, Judgement) and exit_.when.says is not None:
        return say('whether "{condition}" is so', condition=exit_.when.says)
    return say(
        'whether it goes to "{stage}"',
        stage=stage_in_words(journey.model, exit_.to.id if exit_.to else "?"),
    )


def asked_exit(journey: Journey, name: str) -> Exit | None:
    """The exit whose own judgement has this name."""
    stage = journey.model.stages.get(name.split("/")[1]) if name.startswith("stages/") else None
    exits = stage.exits if stage is not None else ()
    return next((one for one in exits if "/".join(map(str, one.path)) == name), None)


def lacks_in_words(journey: Journey, names: Sequence[str]) -> Listing:
    """What nobody says; of very much the first."""
    told = [lack_in_words(journey, name) for name in names[:_MOST_LACKS]]
    rest = ("…",) if len(names) > _MOST_LACKS else ()
    return Listing((*told, *rest), quoted=False)


def end_in_words(journey: Journey, walk: Walk) -> Message:
    """How the walk ended."""
    last = walk.stops[-1]
    stage = stage_in_words(journey.model, last.stage)
    match walk.end:
        case "result":
            return say('The case has come to a result: "{stage}".', stage=stage)
        case "rests":
            return say('The case waits in the stage "{stage}", which lets cases wait.', stage=stage)
        case "stays":
            return say(
                'The case is still in the stage "{stage}": no exit holds, and time is not over.',
                stage=stage,
            )
        case "nowhere":
            return say(
                'The case falls through in the stage "{stage}": it fits no exit, and no deadline '
                "takes it on.",
                stage=stage,
            )
        case "several":
            return say(
                'The case fits several exits of the stage "{stage}", and nothing says which it '
                "takes.",
                stage=stage,
            )
        case "lacks":
            return say(
                'The case goes no further in the stage "{stage}": nobody says {what}.',
                stage=stage,
                what=lacks_in_words(journey, walk.lacks),
            )
        case "unread":
            return say(
                'The case goes no further in the stage "{stage}": not all that leads on there can '
                "be read.",
                stage=stage,
            )
        case "long":
            return say(
                'The case has come to the stage "{stage}" after {count} stops, and is stopped here.',
                stage=stage,
                count=len(walk.stops),
            )
