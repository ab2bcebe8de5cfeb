"""Leads all lines through the streets; those that look alike and go to one box share their end.

A line that joins another runs on with it to the box: nothing ever leaves such a trunk, so whoever
comes from anywhere and follows it gets where all of them go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from processctl.diagrams import style
from processctl.diagrams.placing.place import Grid
from processctl.diagrams.placing.search import Taste, Wish, way
from processctl.diagrams.placing.streets import DOWN, UP, Net, Traffic, directions
from processctl.diagrams.sketch import Line

# What it costs to leave or reach a box at a side (right, down, left, up), by where the other is.
_AHEAD = (0.0, 0.35, 2.2, 0.6), (2.2, 0.8, 0.0, 0.35)
_ASIDE = (0.5, 0.3, 0.8, 0.3), (0.5, 0.3, 0.8, 0.3)
_BEHIND = (2.2, 0.5, 0.4, 0.4), (0.4, 0.5, 2.2, 0.4)
# What is handed back goes over the top, unless it runs straight beside its handoff.
_HANDED_BACK = (2.2, 0.8, 0.3, 0.0), (0.3, 0.8, 2.2, 0.0)
_WRONG_WAY = 0.8
_PASSES = 3


@dataclass(slots=True)
class Bundle:
    """Lines of one look to one box, nearest first, and the corners that each runs over.

    The path of a line ends at the box, or where it joins one before it.
    """

    lines: tuple[Line, ...]
    paths: dict[str, tuple[int, ...]] = field(default_factory=dict)


def bundles(lines: Sequence[Line], net: Net, taste: Taste) -> tuple[Bundle, ...]:
    """The lines by target and look, in the order in which they are led."""
    groups: dict[tuple[object, ...], list[Line]] = {}
    # Two lines between the same boxes would be one to the eye if the second joined the first.
    seen: Counter[tuple[object, ...]] = Counter()
    for line in lines:
        alike = line.target, style.line_style(line), line.emphasis
        groups.setdefault((*alike, seen[line.source, *alike]), []).append(line)
        seen[line.source, *alike] += 1
    number = {line.id: place for place, line in enumerate(lines)}

    def far(line: Line) -> tuple[float, int]:
        (x, y), (to_x, to_y) = (net.place(net.box_at[box]) for box in (line.source, line.target))
        return abs(x - to_x) + abs(y - to_y), number[line.id]

    found = [Bundle(tuple(sorted(group, key=far))) for group in groups.values()]
    return tuple(sorted(found, key=lambda bundle: far(bundle.lines[0]), reverse=taste.far_first))


def lead(lines: Sequence[Line], cells: Grid, net: Net, taste: Taste) -> tuple[Bundle, ...]:
    """The ways of all lines; each is found anew when the others are known."""
    found, traffic = bundles(lines, net, taste), Traffic(net)
    # How often a way has changed, and how often it had when each bundle was led: while no other
    # changes, it would be led the same way again.
    changes, seen = 0, [-1] * len(found)
    for _ in range(_PASSES):
        for number, bundle in enumerate(found):
            if seen[number] == changes:
                continue
            before = dict(bundle.paths)
            for path in bundle.paths.values():
                traffic.count(path, -1)
            bundle.paths.clear()
            _lead(bundle, cells, net, traffic, taste)
            changes += bundle.paths != before
            seen[number] = changes
    return found


def _lead(bundle: Bundle, cells: Grid, net: Net, traffic: Traffic, taste: Taste) -> None:
    joins: dict[int, int] = {}
    for line in bundle.lines:
        source, target = net.box_at[line.source], net.box_at[line.target]
        leave, reach = _sides(line, cells)
        path = way(net, traffic, Wish(source, target, leave, reach, joins), taste)
        bundle.paths[line.id] = path
        traffic.count(path, 1)
        joins |= dict(zip(path[1:-1], directions(net, path)[1:], strict=True))


def _sides(line: Line, cells: Grid) -> tuple[Sequence[float], Sequence[float]]:
    """What it costs to leave and to reach a box at each of its sides."""
    leave: Sequence[float]
    reach: Sequence[float]
    across = cells.column_of[line.target] - cells.column_of[line.source]
    down = cells.row_of[line.target] - cells.row_of[line.source]
    if line.kind == "return":
        leave, reach = _HANDED_BACK if across <= 0 else _AHEAD
    elif across > 0:
        leave, reach = _AHEAD
    else:
        leave, reach = _ASIDE if across == 0 else _BEHIND
    if down:
        # Not up to go down, and not below to come in from above.
        wrong = (UP, DOWN) if down > 0 else (DOWN, UP)
        leave = _dearer(leave, wrong[0])
        reach = _dearer(reach, wrong[1])
    return leave, reach


def _dearer(costs: Sequence[float], side: int) -> tuple[float, ...]:
    return tuple(cost + (_WRONG_WAY if at == side else 0.0) for at, cost in enumerate(costs))
