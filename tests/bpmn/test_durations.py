"""Lengths of time: what ISO 8601 can say, and what of it we can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.bpmn.durations import from_iso, to_iso
from processctl.bpmn.ways import length_text
from processctl.model.values import UNITS, Duration, duration

COUNTS = st.integers(1, 300_000)


@given(COUNTS, st.sampled_from([unit for unit in UNITS if unit != "quarter"]))
def test_what_we_say_comes_back(count: int, unit: str) -> None:
    written = duration(f"{count} {unit}s")
    assert written is not None
    assert from_iso(to_iso(written) or "") == written


@given(COUNTS, st.sampled_from(UNITS), st.booleans())
def test_the_text_of_a_length_is_that_length(count: int, unit: str, business: bool) -> None:
    business = business and unit in ("minute", "hour", "day")
    written = duration(f"{count} {'business ' * business}{unit}s")
    assert written is not None
    assert duration(length_text(written)) == written


@pytest.mark.parametrize(
    ("iso", "told"),
    [
        ("P5D", "5 days"),
        ("P1Y6M", "18 months"),
        ("PT90M", "90 minutes"),
        ("PT1H30M", "90 minutes"),
        ("P1DT12H", "36 hours"),
        ("P0DT24H", "24 hours"),
        ("PT120S", "2 minutes"),
        (" P2W ", "2 weeks"),
    ],
)
def test_iso_in_one_unit(iso: str, told: str) -> None:
    found = from_iso(iso)
    assert found is not None
    assert length_text(found) == told


@pytest.mark.parametrize(
    "iso",
    [
        "",
        "P",
        "PT",
        "P1M15D",
        "P1Y1D",
        "PT30S",
        "P-1D",
        "P1.5D",
        "${days}",
        "P9999999D",
        "R/P1D",
        "P٣D",
    ],
)
def test_what_no_unit_of_ours_says(iso: str) -> None:
    assert from_iso(iso) is None


def test_what_iso_cannot_say() -> None:
    assert to_iso(Duration(1, "quarter")) == "P3M"
    assert to_iso(Duration(3, "day", business=True)) == "P3D"
    assert to_iso(Duration(30, "day", since="offer")) is None
