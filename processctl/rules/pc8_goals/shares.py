"""Which share of its cases a stage says to go which way."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from processctl.journey import Journey
from processctl.model.exit import Exit
from processctl.model.stage import Stage


@dataclass(frozen=True, slots=True)
class Shares:
    """The shares of one stage's exits in force.

    ``sum`` is of those that are said, ``is_whole`` true where no case can go any other way. ``ways``
    has each share with the stages it may lead to: the exit's own, and where it leads in the end.
    """

    sum: Fraction
    is_whole: bool
    ways: tuple[tuple[Fraction, tuple[str, ...]], ...]


def shares_of(journey: Journey) -> dict[str, Shares]:
    """The stages that are no result and say some share, as far as all their ways out can be read."""
    found = {}
    for name, stage in journey.stages.items():
        if name in journey.outcomes or name in journey.uncertain or not _is_readable(stage):
            continue
        exits = _in_force(journey, stage)
        said = [(exit_, exit_.share) for exit_ in exits if exit_.share is not None]
        if not said:
            continue
        other_ways = any(edge.kind not in ("exit", "then") for edge in journey.out[name])
        is_whole = len(said) == len(exits) and not other_ways and not stage.waits
        ways = tuple((share, _targets(exit_)) for exit_, share in said)
        found[name] = Shares(sum((share for share, _ in ways), Fraction(0)), is_whole, ways)
    return found


def _is_readable(stage: Stage) -> bool:
    return stage.readable("outcome", "continues", "waits") and all(
        exit_.readable("share", "status", "to") for exit_ in stage.exits
    )


def _in_force(journey: Journey, stage: Stage) -> list[Exit]:
    """The exits that a case can take; one to where the case came from is among them."""
    return [
        exit_
        for exit_ in stage.exits
        if exit_.live
        and exit_.to is not None
        and (exit_.to.section == "origin" or exit_.to.id in journey.stages)
    ]


def _targets(exit_: Exit) -> tuple[str, ...]:
    return tuple(target.id for target in (exit_.to, exit_.then) if target is not None)
