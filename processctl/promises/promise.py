"""The verdict on one promise of a process."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from processctl.journey import Edge, Journey
from processctl.model.aims import Promise
from processctl.model.reference import Reference
from processctl.promises.arrival import never, passes, reaches
from processctl.promises.ground import Ground
from processctl.promises.verdict import KEPT, NOT_PROVEN, Verdict
from processctl.promises.worst import in_time

_KEYS = ("from", "to", "reaches", "within", "passes", "never", "assuming")


def judge_promise(
    ground: Ground, promise: Promise, is_open: Callable[[Edge], bool] | None = None
) -> Verdict | None:
    """Whether every case keeps a promise; None where it says nothing, or nothing readable.

    ``is_open`` tells the edges that cases can take for which the promise is ``assuming`` something,
    once they have entered ``from``. Without it they may take all of them, and a walk that breaks the
    promise may be none of theirs.
    """
    if not promise.readable(*_KEYS) or not all(one.known for one in _names(promise)):
        return None
    if promise.assuming is not None and promise.assuming.tree is None:
        return None
    if ground.work.is_done:
        return NOT_PROVEN
    ahead = ground if is_open is None else ground.narrowed(is_open)
    verdict = _judged(ground, ahead, promise, is_open)
    is_assumed = promise.assuming is not None and is_open is None
    return NOT_PROVEN if verdict and verdict.answer == "broken" and is_assumed else verdict


def _names(promise: Promise) -> Iterable[Reference]:
    single = (promise.start, promise.to, promise.passes, promise.never)
    return (*promise.reaches, *(one for one in single if one is not None))


def _judged(
    ground: Ground, ahead: Ground, promise: Promise, is_open: Callable[[Edge], bool] | None
) -> Verdict | None:
    stages = ground.journey.stages
    source = promise.start.id if promise.start else None
    if source is not None and source not in stages:
        return KEPT  # what is only planned, no case enters
    if promise.passes is not None and promise.to is not None:
        if promise.to.id not in stages:
            return KEPT
        return passes(ahead, source, promise.to.id, promise.passes.id)
    if source is None:
        return None
    if promise.never is not None:
        return never(ahead, source, promised_stages(ground.journey, [promise.never]))
    if not promise.reaches:
        return None
    targets = promised_stages(ground.journey, promise.reaches)
    verdict = reaches(ahead, source, targets)
    if promise.within is None or verdict.answer == "broken":
        return verdict
    watching = ground.watching(source)
    late = in_time(
        watching if is_open is None else watching.narrowed(is_open),
        source,
        targets,
        promise.within,
    )
    return late if late.answer == "broken" else (verdict if verdict is NOT_PROVEN else late)


def promised_stages(journey: Journey, references: Iterable[Reference]) -> frozenset[str]:
    """The stages in force that references name; an outcome word stands for all that have it."""
    found = set()
    for reference in references:
        if reference.section == "outcomes":
            found |= {
                name for name, stage in journey.stages.items() if stage.outcome == reference.id
            }
        elif reference.id in journey.stages:
            found.add(reference.id)
    return frozenset(found)
