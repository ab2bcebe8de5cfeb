"""Improvements that somebody should be working on."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.aims import Improvement


def pursued(journey: Journey) -> Iterator[Improvement]:
    """Those that are neither mere ideas nor done nor dropped, as far as that can be read."""
    for improvement in journey.model.improvements.values():
        if improvement.status in (None, "doing") and improvement.readable("status"):
            yield improvement
