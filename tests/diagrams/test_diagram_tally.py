"""What an order of rows costs is the same whether it is kept up or counted anew."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from processctl.diagrams.placing.tally import (
    ASIDE,
    IN_THE_WAY,
    OFF_THE_ROAD,
    Ends,
    Rows,
    Tally,
    between,
    cross,
)


def counted(
    lines: list[tuple[str, str]], column_of: dict[str, int], road: frozenset[str], rows: Rows
) -> float:
    """The whole cost, counted without a thought for time."""
    cells = {(column_of[box], row) for box, row in rows.items()}
    ends: list[Ends] = []
    for one, other in lines:
        a, b = sorted(((column_of[one], rows[one]), (column_of[other], rows[other])))
        ends.append((a, b))
    return (
        OFF_THE_ROAD * sum(rows[box] for box in road)
        + ASIDE * sum(abs(a[1] - b[1]) for a, b in ends)
        + IN_THE_WAY * sum(cell in cells for a, b in ends for cell in between(a, b))
        + sum(cross(one, other) for one, other in combinations(ends, 2))
    )


@pytest.mark.parametrize("seed", range(20))
def test_after_any_moves_the_cost_is_that_of_the_order(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - only to try many orders
    boxes = [f"box{number}" for number in range(chance.randrange(4, 14))]
    high = 5
    cells = chance.sample([(x, y) for x in range(4) for y in range(high)], len(boxes))
    column_of = {box: x for box, (x, _) in zip(boxes, cells, strict=True)}
    rows = {box: y for box, (_, y) in zip(boxes, cells, strict=True)}
    lines = [(one, other) for one, other in combinations(boxes, 2) if chance.random() < 0.3]
    road = frozenset(chance.sample(boxes, 2))
    tally, nothing = Tally(lines, column_of, road, rows), counted(lines, column_of, road, rows)
    for _ in range(60):
        box, row = chance.choice(boxes), chance.randrange(high)
        there = [one for one in boxes if (column_of[one], rows[one]) == (column_of[box], row)]
        moves = {**dict.fromkeys(there, rows[box]), box: row}
        wanted = counted(lines, column_of, road, rows | moves) - nothing
        assert tally.after(moves) == pytest.approx(wanted, abs=1e-9)
        if chance.random() < 0.5:
            tally.move(moves)
            rows |= moves
            assert tally.rows == rows
            assert tally.cost == pytest.approx(wanted, abs=1e-9)


def test_lines_cross_where_they_share_no_end_and_no_touch() -> None:
    assert cross(((0, 0), (2, 2)), ((0, 2), (2, 0)))
    assert not cross(((0, 0), (2, 2)), ((0, 0), (2, 0)))
    assert not cross(((0, 0), (2, 0)), ((1, 0), (1, 2)))
    assert not cross(((0, 0), (2, 0)), ((0, 1), (2, 1)))
