"""Which stretch of a line its words speak of: where it runs alone, or with those that say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from processctl.diagrams.placing.tracks import Meeting, Track, Way
from processctl.diagrams.sketch import Line


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the line ``bearer`` over which all ``lines`` run, and no others.

    It begins and ends at joints, or at the boxes of the line; it lies on ``pieces`` of it.
    """

    bearer: str
    lines: tuple[str, ...]
    pieces: tuple[Track, ...]
    begin: Meeting | None
    end: Meeting | None


def stretches(lines: Sequence[Line], ways: Mapping[str, Way]) -> dict[str, Stretch]:
    """One stretch for each text that is to stand in the drawing, by the line that bears it."""
    label = {line.id: line.label for line in lines}
    joining = _joining(ways)
    # All that comes over a line where it ends, if all of it says the same. A line joins one that
    # was led before it, so backwards, whoever joins comes first.
    alike: dict[str, list[str] | None] = {}
    for line in reversed(list(ways)):
        flows = [alike[other] for other in joining[line]]
        same = all(flow is not None and label[flow[0]] == label[line] for flow in flows)
        alike[line] = [line, *(one for flow in flows if flow for one in flow)] if same else None
    found: dict[str, Stretch] = {}
    told: set[str] = set()
    for line, way in ways.items():
        if line in told or not any(label[line]):
            continue
        together, begin, end = [line], None, way.joint
        for other in joining[line]:
            flow = alike[other]
            if flow is None or label[other] != label[line]:
                end = ways[other].joint
                break
            together += flow
            begin = ways[other].joint
        told.update(together)
        found[line] = Stretch(line, tuple(together), _trimmed(way, begin, end), begin, end)
    return {line.id: found[line.id] for line in lines if line.id in found}


def _trimmed(way: Way, begin: Meeting | None, end: Meeting | None) -> tuple[Track, ...]:
    """The pieces of a line from joint to joint."""
    pieces = list(way.pieces)
    if end is not None:
        pieces = pieces[: pieces.index(end.shared) + 1]
        pieces[-1] = replace(pieces[-1], end=end.incoming.at, to_gutter=None)
    if begin is not None:
        pieces = pieces[way.pieces.index(begin.shared) :]
        pieces[0] = replace(pieces[0], start=begin.incoming.at, from_gutter=None)
    return tuple(pieces)


def _joining(ways: Mapping[str, Way]) -> defaultdict[str, list[str]]:
    """Who joins each line, in the order in which they do along it."""
    places: defaultdict[str, list[tuple[int, float, str]]] = defaultdict(list)
    for line, way in ways.items():
        if (joint := way.joint) is not None:
            number = ways[joint.onto].pieces.index(joint.shared)
            onward = 1 if joint.shared.end > joint.shared.start else -1
            places[joint.onto].append((number, joint.incoming.at * onward, line))
    found: defaultdict[str, list[str]] = defaultdict(list)
    for onto, several in places.items():
        found[onto] = [line for _, _, line in sorted(several)]
    return found
