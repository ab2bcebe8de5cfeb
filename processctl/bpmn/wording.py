"""What BPMN has no sign for, in words: the documentation of each element."""

from __future__ import annotations

from collections.abc import Iterator, Set

from processctl.journey.words import rate_words
from processctl.model.exit import Contract, Exit, Step, Transition
from processctl.model.stage import Clocked, Stage, Work
from processctl.model.values import Duration
from processctl.texts import Argument, Listing, Quantity, Text, say
from processctl.views.journey import shown_stages
from processctl.views.lines import Way
from processctl.views.wording import Wording


def about_stage(words: Wording, stage: Stage) -> Iterator[Argument]:
    """A stage: what it means, who answers for it, by when, and by which contract it is handed over."""
    yield from (text for text in (stage.means, stage.about) if text is not None)
    if stage.phase is not None:
        phases = words.journey.model.process.phases or {}
        yield say("Phase: {phase}.", phase=phases.get(stage.phase, stage.phase))
    if stage.owner:
        yield say("Owner: {names}.", names=words.names(stage.owner))
    if stage.responsible:
        yield say("Responsible: {names}.", names=words.names(stage.responsible))
    for work in stage.does:
        yield _work(words, work)
    yield from _clocks(words, stage)
    if stage.accepts is not None:
        yield from _contract(words, stage.accepts)
    if stage.waits:
        yield say("A case that fits no way out may wait here.")
    if stage.holds is not None and stage.holds.at_most is not None:
        yield say(
            "Holds at most {cases}.",
            cases=Quantity("{count} case", "{count} cases", stage.holds.at_most),
        )
    if stage.outcome is not None:
        yield say("Counts as: {outcome}.", outcome=outcome_words(words, stage.outcome))
    if stage.continues is not None and stage.continues.process is not None:
        yield say("The case goes on in: {process}.", process=stage.continues.process)


def outcome_words(words: Wording, outcome: str) -> Argument:
    """An outcome: the process's own name for it, ours for its sort, or the word itself."""
    own = (words.journey.model.process.outcomes or {}).get(outcome)
    if own is not None and own.name is not None:
        return own.name
    if outcome == "won":
        return say("won")
    return say("lost") if outcome == "lost" else Text((("", outcome.replace("_", " ")),))


def about_process(words: Wording, shown: Set[str]) -> Iterator[Argument]:
    """The process as a whole; ``shown`` are the stages that the diagram holds."""
    process = words.journey.model.process
    if process.about is not None:
        yield process.about
    if process.owner:
        yield say("Owner: {names}.", names=words.names(process.owner))
    planned = [stage.title for stage in shown_stages(words.journey) if stage.id not in shown]
    if planned:
        yield say(
            "Only planned, and not in this diagram: {stages}.", stages=Listing(tuple(planned))
        )


def about_start(words: Wording, stage: Stage) -> Iterator[Argument]:
    """Where cases are born: how many come, and what is known of them."""
    start = stage.start
    if start is not None and start.expects is not None:
        yield say("Expected: {rate}.", rate=rate_words(start.expects))
    if start is not None and start.brings:
        yield say("Known from the start: {fields}.", fields=words.names(start.brings))


def about_way(words: Wording, way: Way) -> Iterator[Argument]:
    """A way out: all that stands beside its line, and what it gives or asks."""
    if way.line.label:
        yield say("{words}.", words="; ".join(part.rstrip(".") for part in way.line.label))
    found = way.edge.way
    if isinstance(found, Exit):
        if found.because is not None:
            yield found.because
        if found.handoff is not None:
            yield from _contract(words, found.handoff)
    if isinstance(found, Transition) and way.edge.kind != "then":
        yield from _return(found)


def _return(way: Transition) -> Iterator[Argument]:
    if way.returns:
        yield say("The case is given back.")
    if way.at_most is not None:
        times = Quantity("{count} time", "{count} times", way.at_most)
        yield say("A case goes this way at most {times}.", times=times)


def clock_words(words: Wording, way: Way, after: Duration | None) -> Iterator[Argument]:
    """A timer: what it says, and how that differs from what BPMN's timer does."""
    yield from about_way(words, way)
    if isinstance(way.edge.way, Step) and way.edge.way.tell:
        yield say("Then {names} is told.", names=words.names(way.edge.way.tell))
    if after is None:
        return
    if after.since is not None:
        yield say(
            "{time}: this does not count from when the case comes in, so no duration is given.",
            time=words.duration(after),
        )
    elif after.business:
        yield say(
            "{time} of working time: the duration of the timer runs by the clock, on days off as well.",
            time=words.duration(after),
        )
    if way.edge.kind == "idle":
        yield say("The time begins anew whenever something happens with the case.")


def _work(words: Wording, work: Work) -> Argument:
    what = work.says or ""
    if work.by is not None and work.within is not None:
        return say(
            "To do: {what} ({who}, within {time}).",
            what=what, who=words.reference(work.by), time=words.duration(work.within),
        )  # fmt: skip
    if work.by is not None:
        return say("To do: {what} ({who}).", what=what, who=words.reference(work.by))
    if work.within is not None:
        return say("To do: {what} (within {time}).", what=what, time=words.duration(work.within))
    return say("To do: {what}.", what=what)


def _clocks(words: Wording, stage: Clocked) -> Iterator[Argument]:
    if stage.within is not None:
        yield say("Deadline: {time}.", time=words.duration(stage.within))
    for step in stage.late:
        if step.to is None and step.tell:
            yield from _told_late(words, step)
    for step in stage.idle:
        if step.to is None and step.tell and step.after is not None:
            yield say(
                "If nothing happens for {time}, {names} is told.",
                time=words.duration(step.after), names=words.names(step.tell),
            )  # fmt: skip


def _told_late(words: Wording, step: Step) -> Iterator[Argument]:
    names = words.names(step.tell)
    if step.after is None:
        yield say("If it is late, {names} is told.", names=names)
    else:
        yield say("After {time}, {names} is told.", time=words.duration(step.after), names=names)


def _contract(words: Wording, contract: Contract) -> Iterator[Argument]:
    if contract.mode == "automatic":
        yield say("Accepted on arrival.")
    if contract.needs:
        yield say("Handed over with: {needs}.", needs=words.names(contract.needs))
    if contract.by:
        yield say("Accepted by: {names}.", names=words.names(contract.by))
    if contract.within is not None:
        yield say("To be accepted within {time}.", time=words.duration(contract.within))
    if contract.silent is not None and contract.silent.tell:
        yield say(
            "If nobody accepts in time, {names} is told.", names=words.names(contract.silent.tell)
        )
