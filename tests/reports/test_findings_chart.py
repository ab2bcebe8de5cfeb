"""Which states a chart shows when there are more than fit."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from processctl.reports.findings_chart import evenly


@given(st.integers(0, 500), st.integers(1, 60))
def test_evenly_chosen_with_the_first_and_the_last(count: int, most: int) -> None:
    chosen = evenly(count, most)
    assert len(chosen) == min(count, most)
    assert chosen == sorted(set(chosen))
    if count and most > 1:
        assert (chosen[0], chosen[-1]) == (0, count - 1)
    steps = {later - earlier for earlier, later in itertools.pairwise(chosen)}
    assert not steps or max(steps) - min(steps) <= 1
