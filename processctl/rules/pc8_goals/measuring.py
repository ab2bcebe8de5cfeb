"""What metrics measure, whom, and for which goal."""

from __future__ import annotations

from collections.abc import Mapping

from processctl.journey import Journey
from processctl.journey.owner import is_placed, resolve_owner
from processctl.model.aims import Metric
from processctl.model.reference import Reference

_KEYS = ("kind", "counts", "times", "ratio", "reads", "teams", "owner")


def are_readable(journey: Journey) -> bool:
    """Whether it is known of every metric what and whom it measures, and none is missing by mistake."""
    model = journey.model
    if not journey.certain:
        return False
    if any(
        not reference.known and (reference.path[0] == "metrics" or "metrics" in reference.wanted)
        for reference in model.references
    ):
        return False
    return all(
        metric.readable(*_KEYS) and (metric.owner is None or is_placed(model, metric.owner))
        for metric in model.metrics.values()
    )


def teams_of(journey: Journey, metric: Metric) -> tuple[str, ...]:
    """The teams that a metric is of: those it names, or else its owner's."""
    if metric.teams:
        return tuple(team.id for team in metric.teams)
    owner = resolve_owner(journey.model, metric.owner) if metric.owner is not None else None
    return (owner.team,) if owner is not None and owner.team is not None else ()


def by_team(journey: Journey) -> Mapping[str, tuple[Metric, ...]]:
    """The metrics of each team that has some and is no partner."""
    found: dict[str, list[Metric]] = {}
    for metric in journey.model.metrics.values():
        for team in dict.fromkeys(teams_of(journey, metric)):
            if not journey.model.teams[team].external:
                found.setdefault(team, []).append(metric)
    return {team: tuple(metrics) for team, metrics in found.items()}


def points(metric: Metric) -> tuple[Reference, ...]:
    """The stages and outcomes that a metric names."""
    return (*((metric.counts,) if metric.counts else ()), *metric.times, *metric.ratio)


def serving(journey: Journey) -> Mapping[str, tuple[Metric, ...]]:
    """The metrics that serve each goal: those that name it, and the one of its target."""
    found: dict[str, dict[str, Metric]] = {}
    for metric in journey.model.metrics.values():
        if metric.goal is not None:
            found.setdefault(metric.goal.id, {})[metric.id] = metric
    for goal in journey.model.goals.values():
        named = goal.target.metric if goal.target is not None else None
        its_own = journey.model.metrics.get(named.id) if named is not None else None
        if its_own is not None:
            found.setdefault(goal.id, {})[its_own.id] = its_own
    return {goal: tuple(metrics.values()) for goal, metrics in found.items()}


def subject(metric: Metric) -> str:
    """What findings on one metric have in common."""
    return f"metric {metric.id}"


def team_subject(team: str) -> str:
    """What findings on one team's metrics have in common."""
    return f"team {team}"
