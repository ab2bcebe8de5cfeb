"""S8: which forecast of customers, revenue and cash flow a process gives."""

from __future__ import annotations

from processctl.journey import Journey
from processctl.journey.search import reach
from processctl.lint.questions.question import Evidence, evidence
from processctl.lint.questions.regions import winning
from processctl.model.stage import Stage
from processctl.reading.problem import Path
from processctl.texts import Listing, say


def forecast(journey: Journey) -> Evidence:
    """What a forecast is made of: how many are born, which share goes where, when, and for how much."""
    starts = [stage for name in journey.starts if (stage := journey.stages[name]).start]
    expecting = [one for one in starts if one.start is not None and one.start.expects is not None]
    forking = _forks(journey)
    shared = [one for one in forking if _has_shares(one)]
    sold = winning(journey)
    won = [stage for name, stage in journey.stages.items() if name in sold]
    worth = [one for one in won if one.value is not None]
    places: list[Path] = [
        *((*one.path, "start", "expects") for one in expecting),
        *((*one.path, "exits") for one in shared),
        *((*one.path, "value") for one in worth),
    ]
    silent = [one for one in starts if one.start is None or one.start.expects is None]
    open_forks = [one for one in forking if not _has_shares(one)]
    return evidence(
        places if expecting or shared else (),
        (bool(silent), say('Say how many cases come: "expects" on {stages}.', stages=_named(silent))),
        (
            bool(open_forks),
            say('Say which share goes which way: "share" on the exits of {stages}.',
                stages=_named(open_forks)),
        ),
        (not _has_times(journey), say('Say how long a step takes on average: "takes" on the exits.')),
        (not worth, say('Say what a customer is worth: "value" on the stage that counts as won.')),
        (
            bool(worth) and not any(one.paid for one in worth),
            say('Say how long after the sale the money comes: "paid" on the stage that counts as won.'),
        ),
    )  # fmt: skip


_NAMED = 5


def _named(stages: list[Stage]) -> Listing:
    return Listing(tuple(one.title for one in stages[:_NAMED]))


def _forks(journey: Journey) -> list[Stage]:
    """Stages before the sale from which cases go several ways."""
    before = reach(journey.graph, journey.starts, without=winning(journey))
    return [
        stage
        for name, stage in journey.stages.items()
        if name in before and len([one for one in journey.out[name] if one.kind == "exit"]) > 1
    ]


def _has_shares(stage: Stage) -> bool:
    return any(exit_.share is not None for exit_ in stage.exits)


def _has_times(journey: Journey) -> bool:
    return any(exit_.takes for stage in journey.stages.values() for exit_ in stage.exits)
