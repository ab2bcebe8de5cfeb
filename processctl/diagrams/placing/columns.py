"""Which column each box stands in: the longest way to it over the lines that lead forward."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from statistics import median_low

from processctl.diagrams.sketch import Line, LineKind, Sketch

# The main road is laid out first; what only time brings about may then lead back.
_WEIGHT: dict[LineKind, int] = {
    "handoff": 0,
    "exit": 0,
    "deadline": 1,
    "idle": 1,
    "silent": 1,
    "full": 1,
    "then": 2,
}
# How many columns a box may stand aside so that its lane needs no other row.
_ROW_WORTH = 2
_ENDS = ("won", "lost", "neutral", "continues")


def columns(sketch: Sketch) -> dict[str, int]:
    """The column of every box, from 0; phases are groups of neighbouring columns."""
    order = _discovery(sketch)
    phase_of = _phases(sketch, order)
    forward = _forward_lines(sketch, order, phase_of)
    placed = _longest_ways(sketch, order, phase_of, forward)
    _settle(sketch, placed, phase_of, forward)
    used = {column: place for place, column in enumerate(sorted(set(placed.values())))}
    return {box: used[column] for box, column in placed.items()}


def _discovery(sketch: Sketch) -> dict[str, int]:
    """Boxes in the order in which a case can first meet them; the unreached come last."""
    ways: defaultdict[str, list[str]] = defaultdict(list)
    for line in sketch.lines:
        if line.kind != "return":
            ways[line.source].append(line.target)
    starts = [box.id for box in sketch.boxes if box.is_start]
    order: dict[str, int] = {}
    for first in (*starts, *(box.id for box in sketch.boxes)):
        queue = deque([first])
        while queue:
            box = queue.popleft()
            if box not in order:
                order[box] = len(order)
                queue.extend(ways[box])
    return order


def _phases(sketch: Sketch, order: dict[str, int]) -> dict[str, int | None]:
    """The number of each box's phase; one without a name in the sketch counts as none."""
    number = {phase.id: place for place, phase in enumerate(sketch.phases)}
    found = {box.id: number.get(box.phase or "") for box in sketch.boxes}
    return {box: found[box] for box in order}


def _forward_lines(
    sketch: Sketch, order: dict[str, int], phase_of: dict[str, int | None]
) -> dict[str, list[str]]:
    """A choice of lines without a cycle, the important ones first: target by source."""
    chosen: dict[str, list[str]] = {box: [] for box in order}
    leaves = {box.id: box.kind in _ENDS for box in sketch.boxes}

    def rank(line: Line) -> tuple[bool, bool, int, int]:
        weight = _WEIGHT.get(line.kind, 9)
        return line.planned, leaves[line.source], weight, order[line.source]

    for line in sorted((line for line in sketch.lines if line.kind != "return"), key=rank):
        before, after = phase_of[line.source], phase_of[line.target]
        if before is not None and after is not None and after < before:
            continue
        if line.target not in chosen[line.source] and not _reaches(
            chosen, line.target, line.source
        ):
            chosen[line.source].append(line.target)
    return chosen


def _reaches(ways: dict[str, list[str]], start: str, goal: str) -> bool:
    seen, stack = {start}, [start]
    while stack:
        box = stack.pop()
        if box == goal:
            return True
        for following in ways[box]:
            if following not in seen:
                seen.add(following)
                stack.append(following)
    return False


def _longest_ways(
    sketch: Sketch,
    order: dict[str, int],
    phase_of: dict[str, int | None],
    forward: dict[str, list[str]],
) -> dict[str, int]:
    """Columns phase by phase, so that each phase starts behind the last column of the one before.

    A box without a phase is placed together with the last phase that leads to it.
    """
    wait: defaultdict[str, int] = defaultdict(int)
    for targets in forward.values():
        for target in targets:
            wait[target] += 1
    in_sequence: list[str] = []
    ready = sorted((box for box in order if not wait[box]), key=order.__getitem__)
    while ready:
        box = ready.pop(0)
        in_sequence.append(box)
        for target in forward[box]:
            wait[target] -= 1
            if not wait[target]:
                ready.append(target)
    group = {box: -1 if phase_of[box] is None else phase_of[box] or 0 for box in in_sequence}
    for box in in_sequence:
        for target in forward[box]:
            if phase_of[target] is None:
                group[target] = max(group[target], group[box])
    placed = dict.fromkeys(in_sequence, 0)
    lane = {box.id: box.lane for box in sketch.boxes}
    # The boxes above or below which a box stands because it follows them in another lane.
    beside: dict[str, str] = {}
    beginning = 0
    for number in range(-1, len(sketch.phases)):
        members = [box for box in in_sequence if group[box] == number]
        for box in members:
            placed[box] = max(placed[box], beginning)
            for target in forward[box]:
                # Across lanes a short way down reads as well as one to the right, and keeps the
                # drawing narrow; but not twice in a column, where it would turn into a heap.
                down = lane[target] != lane[box] and beside.get(box, "") == ""
                after = placed[box] + (0 if down else 1)
                if after > placed[target]:
                    placed[target], beside[target] = after, ""
                if down and after == placed[target]:
                    beside[target] = box
        own = [placed[box] for box in members if phase_of[box] == number]
        beginning = max([beginning - 1, *own]) + 1
    return placed


def _settle(
    sketch: Sketch,
    placed: dict[str, int],
    phase_of: dict[str, int | None],
    forward: dict[str, list[str]],
) -> None:
    """Put what has no place of its own on the road near the middle of the stages that lead to it.

    That is each end that is not a success, and each stage that cases are only handed back to. A
    lost case drops out along the way: at the far right its lines would run under everything. Where
    the lane has a box in that column already, the next column is better than a second row.
    """
    lane = {box.id: box.lane for box in sketch.boxes}
    followed = {target for targets in forward.values() for target in targets}
    spans: defaultdict[int | None, list[int]] = defaultdict(list)
    for box_id, column in placed.items():
        spans[phase_of[box_id]].append(column)
    spans[None] = list(placed.values())
    crowd = Counter((lane[box_id], column) for box_id, column in placed.items())
    loose = []
    for box in sketch.boxes:
        aside = box.id not in followed and not box.is_start
        before = [placed[line.source] for line in sketch.lines if line.target == box.id]
        if before and (aside or box.kind in ("lost", "neutral", "continues")):
            loose.append((box.id, median_low(sorted(before))))
            crowd[box.lane, placed[box.id]] -= 1
    for box_id, middle in loose:
        first, last = min(spans[phase_of[box_id]]), max(spans[phase_of[box_id]])

        def cost(column: int, own: str = lane[box_id], middle: int = middle) -> tuple[int, int]:
            return abs(column - middle) + _ROW_WORTH * crowd[own, column], column

        placed[box_id] = min(range(first, last + 1), key=cost)
        crowd[lane[box_id], placed[box_id]] += 1
