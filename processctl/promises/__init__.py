"""Promises: what is to hold for every case, decided on the graph, or answered with a walk."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from processctl.journey import Journey
from processctl.promises.ground import Ground
from processctl.promises.promise import judge_promise, promised_stages
from processctl.promises.verdict import Verdict
from processctl.promises.worst import slowest

__all__ = ["Ground", "Verdict", "judge_promise", "promised_stages", "slowest", "verdicts_of"]

_JUDGED: WeakKeyDictionary[Journey, Mapping[str, Verdict]] = WeakKeyDictionary()


def verdicts_of(journey: Journey) -> Mapping[str, Verdict]:
    """The verdicts on all promises of a journey that say something readable, judged once."""
    found = _JUDGED.get(journey)
    if found is None:
        ground, promises = Ground(journey), journey.model.promises.items()
        judged = ((name, judge_promise(ground, promise)) for name, promise in promises)
        found = _JUDGED[journey] = {name: one for name, one in judged if one is not None}
    return found
