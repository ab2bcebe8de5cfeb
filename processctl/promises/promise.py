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
from processctl.proofs import proofs_of
from processctl.proofs.assumption import Assumption

_KEYS = ("from", "to", "reaches", "within", "passes", "never", "assuming")


def judge_promise(ground: Ground, promise: Promise) -> Verdict | None:
    """Whether every case keeps a promise; None where it says nothing, or nothing readable.

    A promise that is ``assuming`` something is about the cases for which that holds when they enter
    ``from``, and these go on only by the ways that are open to one of them.
    """
    if not promise.readable(*_KEYS) or not all(one.known for one in _names(promise)):
        return None
    if promise.assuming is not None and promise.assuming.tree is None:
        return None
    if ground.work.is_done:
        return NOT_PROVEN
    if promise.assuming is None:
        return _judged(ground, promise)
    known = proofs_of(ground.journey).assuming(promise)
    if known is None:
        return None
    verdict = _judged(ground, promise, known.ways.__contains__)
    if verdict is not None and known.enters == "no":
        return KEPT
    if verdict is None or verdict.answer != "broken" or _is_walked(ground, promise, known, verdict):
        return verdict
    return NOT_PROVEN


def _is_walked(ground: Ground, promise: Promise, known: Assumption, verdict: Verdict) -> bool:
    """Whether it is sure that a case for which something is assumed goes a walk."""
    if known.enters != "yes":
        return False
    # What the case did before it came to where the promise begins was done with any values.
    begins = promise.begins(ground.journey.starts)
    first = next((place for place, stage in enumerate(verdict.stages) if stage in begins), 0)
    return all(known.ways.get(edge, False) for edge in verdict.walk[first:])


def _names(promise: Promise) -> Iterable[Reference]:
    single = (promise.start, promise.to, promise.passes, promise.never)
    return (*promise.reaches, *(one for one in single if one is not None))


def _judged(
    ground: Ground, promise: Promise, is_open: Callable[[Edge], bool] | None = None
) -> Verdict | None:
    """The verdict on a promise for cases that go on by the edges that are open, if not by all."""
    ahead = ground if is_open is None else ground.narrowed(is_open)
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
