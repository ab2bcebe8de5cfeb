"""Proofs and brute force agree on every process that chance makes, in both directions."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from tests.proofs.comparing import Comparison, journey_of
from tests.proofs.generated_processes import process

_PROFILE = settings.default
assert _PROFILE is not None
_EACH = _PROFILE.max_examples
_SHARES = 4
_OF_SHARE = 25_000 if _EACH > 1_000 else _EACH  # a hundred thousand processes at length
# How often, at the least, each thing is said of sixty processes: what is never said is never compared.
_SAID = {
    "gap: lost": 15,
    "gap: waits": 2,
    "gap: unanswered": 5,
    "overlap": 8,
    "never": 20,
    "always": 5,
    "refusal": 40,
    "cases": 80,
    "stages": 120,
    "assumed: no": 12,
    "assumed: ways": 200,
    "assumed: ways cut": 200,
}


def _compared(text: str) -> Counter[str]:
    with tempfile.TemporaryDirectory() as folder:
        comparison = Comparison(journey_of(Path(folder), text))
        told = comparison.disagreements()
    assert told == [], "\n".join((*told, text))
    return comparison.counts


@pytest.mark.timeout(7_200)
@settings(max_examples=3 * _EACH)
@given(st.randoms(use_true_random=False))
def test_whatever_process(chance: Random) -> None:
    for what in _compared(process(chance)):
        event(what)


@pytest.mark.timeout(7_200)
@pytest.mark.parametrize("share", range(_SHARES))
def test_a_census_of_processes(share: int) -> None:
    counts: Counter[str] = Counter()
    for number in range(_OF_SHARE):
        chance = Random(_SHARES * number + share)  # noqa: S311 - it keeps no secret
        counts += _compared(process(chance))
    for what, least in _SAID.items():
        assert counts[what] * 60 >= least * _OF_SHARE, (what, counts)
    assert counts["assumed: ways in doubt"] * 10 <= counts["assumed: ways"], counts
    # What is in doubt or open is compared in one direction only: that must stay the exception.
    assert counts["stages in doubt"] * 5 <= counts["stages"], counts
    assert sum(count for what, count in counts.items() if "open" in what) * 20 <= counts["stages"]
