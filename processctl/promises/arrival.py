"""Whether every case ends up somewhere, never comes somewhere, or has passed a stage before.

Each question is first asked of the graph, which allows more than any case can do: where it knows of no
way, there is none, and its nearest way is the shortest walk if a case can go it. Else all that cases
can do is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable

from processctl.promises.ground import Ground
from processctl.promises.open_ways import surely_leading
from processctl.promises.verdict import KEPT, NOT_PROVEN, Verdict, broken, broken_from_birth
from processctl.promises.walks import Walks, cases_in, followed, nearest_case, newborn, walks, way


def reaches(ground: Ground, source: str, targets: frozenset[str]) -> Verdict:
    """Whether every case that enters ``source`` comes to one of ``targets`` in the end.

    Every stage is left in the end, but a result and one in which cases wait, unless time leads out;
    and no case goes round for ever where a way leads out.
    """
    if source in targets:
        return KEPT
    if source not in ground.before.reached:
        return kept(ground, ground.before.reached)
    met = ground.reach([source], stop=targets)
    inside = [stage for stage in met if stage not in targets]
    edges = [edge for stage in inside for edge in ground.out[stage]]
    stays = {stage for stage in inside if may_stay(ground, stage)}
    ends = stays | (targets & met.keys()) | (ground.journey.uncertain & met.keys())
    leading = ground.leading_to(ends, edges)
    lost = next((one for one in inside if one in stays or one not in leading), None)
    if lost is not None:
        case, walk = nearest_case(ground, source), way(met, lost)
        if case is not None and followed(ground, case, walk) is not None:
            return broken(source, walk, "stays" if lost in stays else "circles")
    elif surely_leading(ground, targets & met.keys(), inside) >= set(inside):
        return kept(ground, inside)
    found = walks(ground, cases_in(ground, source), stop=targets)
    return _every_case_arrives(ground, source, targets, found)


def _every_case_arrives(
    ground: Ground, source: str, targets: frozenset[str], found: Walks
) -> Verdict:
    uncertain = ground.journey.uncertain
    stays, ends = set(), []
    for case, steps in found.steps.items():
        if case.stage in targets or case.stage in uncertain:
            ends.append(case)
        elif not steps or may_stay(ground, case.stage):
            stays.add(case)
    for case in found.steps:
        if case in stays:
            return broken_from_birth(found.whole(case), "stays", source)
    if not found.complete:
        return NOT_PROVEN
    leading = found.leading_to(ends)
    for case in found.steps:
        if case not in leading:
            return broken_from_birth(found.whole(case), "circles", source)
    return kept(ground, (case.stage for case in found.steps if case.stage not in targets))


def may_stay(ground: Ground, name: str) -> bool:
    """Whether a case may rest in a stage for good: nothing leads out, or nothing has to."""
    stage = ground.journey.stages[name]
    if name in ground.journey.uncertain or not stage.readable("outcome", "continues", "waits"):
        return False
    if not ground.out[name]:
        return True
    rests = stage.waits or name in ground.journey.outcomes
    return rests and not ground.clocks.is_left_by_time(name)


def never(ground: Ground, source: str, targets: frozenset[str]) -> Verdict:
    """Whether no case comes to one of ``targets`` after it has left ``source``."""
    if source not in ground.before.reached:
        return kept(ground, ground.before.reached)
    first = {edge.target: edge for edge in reversed(ground.out[source])}
    ordered = dict.fromkeys(edge.target for edge in ground.out[source])
    met = ground.reach(ordered)
    target = next((stage for stage in met if stage in targets), None)
    if target is None:
        return kept(ground, (source, *met))
    walk = way(met, target)
    walk = (first[walk[0].source if walk else target], *walk)
    case = nearest_case(ground, source)
    if case is not None and followed(ground, case, walk) is not None:
        return broken(source, walk, "arrives")
    found = walks(ground, cases_in(ground, source))
    for case, steps in found.steps.items():
        for edge, after in steps:
            if after.stage in targets:
                return broken_from_birth((*found.whole(case), edge), "arrives", source)
    return kept(ground, met) if found.complete else NOT_PROVEN


def passes(ground: Ground, source: str | None, target: str, by: str) -> Verdict:
    """Whether every case that comes to ``target`` has been in ``by``.

    Counted are walks from ``source`` on, or from every start.
    """
    sources = [source] if source is not None else list(ground.journey.starts)
    met = ground.reach(
        (one for one in sources if one in ground.before.reached), without=frozenset((by,))
    )
    if target not in met:
        return kept(ground, met)
    walk = way(met, target)
    first = walk[0].source if walk else target
    case = nearest_case(ground, first)
    if case is not None and followed(ground, case, walk) is not None:
        return broken(first, walk, "skips")
    if by in sources:
        sources.remove(by)
    born = newborn(case for case in ground.before.starts if case.stage in sources)
    if source is not None and sources:
        born = cases_in(ground, source)
    found = walks(ground, born, within=frozenset(ground.out) - {by})
    for case in found.parents:
        if case.stage == target:
            return broken_from_birth(found.whole(case), "skips", target)
    return kept(ground, met) if found.complete else NOT_PROVEN


def kept(ground: Ground, stages: Iterable[str]) -> Verdict:
    """Kept, unless something that cannot be read may lead elsewhere."""
    is_certain = ground.journey.certain and ground.journey.uncertain.isdisjoint(stages)
    return KEPT if is_certain else NOT_PROVEN
