"""Ways of which one is open to every case in a stage, whatever it has done before.

They show what needs no search over pasts: from where every case can still come to its end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processctl.promises.ground import Ground, limit_of

_OWN = ("exit", "late", "idle")


def surely_leading(ground: Ground, targets: Iterable[str], stages: Iterable[str]) -> set[str]:
    """The stages from which every case can come to a target, and the targets.

    A stage is one if all ends of some choice in it are. This is the marking of Horn clauses in linear
    time (W. Dowling and J. Gallier, J. Logic Programming, 1984).
    """
    sources: list[str] = []
    missing: list[int] = []
    waiting: dict[str, list[int]] = {}
    for stage in stages:
        for ends in choices(ground, stage):
            for end in ends:
                waiting.setdefault(end, []).append(len(sources))
            sources.append(stage)
            missing.append(len(ends))
    ahead = list(targets)
    found = set(ahead)
    while ahead:
        for clause in waiting.get(ahead.pop(), ()):
            missing[clause] -= 1
            if not missing[clause] and sources[clause] not in found:
                found.add(sources[clause])
                ahead.append(sources[clause])
    return found


def choices(ground: Ground, stage: str) -> Iterator[frozenset[str]]:
    """The ends of ways out of a stage of which one, at the least, is open to every case there."""
    edges = ground.out[stage]
    back = [edge for edge in edges if edge.from_origin]
    for edge in edges:
        if edge.kind not in _OWN or edge.from_origin or not ground.journey.can_be_first(edge):
            continue
        if limit_of(edge) is None:
            yield frozenset((edge.target,))
        else:
            # When it has been taken so often, what comes then is open.
            then = [one for one in edges if one.kind == "then" and one.way is edge.way]
            if then and all(map(ground.journey.can_be_first, then)):
                yield frozenset((edge.target, *(one.target for one in then)))
    origins = [edge for edge in ground.before.out[stage] if edge.from_origin]
    is_whole = back == origins and all(limit_of(edge) is None for edge in back)
    if back and is_whole and stage not in ground.journey.starts:
        # Who was not born here has come from one of them.
        yield frozenset(edge.target for edge in back)
