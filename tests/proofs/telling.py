"""What is told of a process in a few words, for tests with processes written by hand."""

from __future__ import annotations

from pathlib import Path

from processctl.criteria import unparse
from processctl.proofs import proofs_of
from processctl.proofs.proofs import Proofs
from processctl.proofs.verdict import Refusal
from tests.proofs.comparing import Comparison, journey_of

_WHY = {"limit": "open", "unread": "unread"}
_HEAD = """\
processctl: 1
teams: {sales: {}, care: {}}
"""


def told(folder: Path, text: str) -> dict[str, str]:
    """What is told of each stage, and under "doors"; checked against the brute force.

    Exits are named by their place, from nought.
    """
    journey = journey_of(folder, _HEAD + text)
    comparison = Comparison(journey)
    assert comparison.disagreements() == []
    return in_words(comparison.proofs)


def only_told(folder: Path, text: str) -> dict[str, str]:
    """The same where there are too many cases to try them all."""
    return in_words(proofs_of(journey_of(folder, _HEAD + text)))


def in_words(proofs: Proofs) -> dict[str, str]:
    """What is told of each stage of which something is told, and of doors."""
    found = {}
    for name, verdict in proofs.verdicts.items():
        words = [f"gap: {verdict.hole.kind}"] if verdict.hole is not None else []
        words += [
            f"overlap: {one.earlier.exit.path[-1]} {one.later.exit.path[-1]}"
            for one in verdict.overlaps
        ]
        words += [f"never: {way.exit.path[-1]}" for way in verdict.never]
        words += [f"always: {way.exit.path[-1]}" for way in verdict.always]
        words += [f"open: {question}" for question in sorted(verdict.open)]
        words += ["unread"] if verdict.unread else []
        if words:
            found[name] = ", ".join(words)
    doors = [
        f"{one.edge.source} to {one.edge.target}: {unparse(one.part)}"
        if isinstance(one, Refusal)
        else f"{_WHY[one.why]}: {one.edge.source} to {one.edge.target}"
        for one in proofs.doors
    ]
    if doors:
        found["doors"] = ", ".join(doors)
    return found
