"""Pairs of states: of what class a change is, and every sentence that is told of it.

``pytest tests/compare/test_cases.py --update-cases`` writes the sentences; read what changed aloud.
"""

from __future__ import annotations

import pytest

from processctl.compare.kind import LEVELS
from processctl.texts import translator
from tests.compare.telling_cases import NOTHING, Pair, pairs, told


@pytest.mark.parametrize("pair", pairs(), ids=str)
def test_a_pair_tells_what_is_written_beside_it(pair: Pair, request: pytest.FixtureRequest) -> None:
    written = "".join(f"{line}\n" for line in (f"# {pair.wanted}", *told(pair.comparison)))
    if request.config.getoption("--update-cases", default=False):
        pair.expected.write_text(written, encoding="utf-8")
    assert (pair.comparison.level or NOTHING) == pair.wanted
    assert written == pair.expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("pair", pairs(), ids=str)
def test_nothing_is_told_twice(pair: Pair) -> None:
    for language in ("en", "fi"):
        words = translator(language).render
        sentences = [(words(one.message), one.path[:2]) for one in pair.comparison.changes]
        assert len(sentences) == len(set(sentences))


def test_every_class_is_expected_of_many_pairs() -> None:
    wanted = [pair.wanted for pair in pairs()]
    assert set(wanted) == {*LEVELS, NOTHING}
    assert all(wanted.count(level) >= 5 for level in {*LEVELS, NOTHING})


@pytest.mark.parametrize("pair", pairs(), ids=str)
def test_both_states_can_be_read(pair: Pair) -> None:
    for journey in (pair.comparison.old, pair.comparison.new):
        assert [problem.message for problem in journey.model.workspace.problems] == []
