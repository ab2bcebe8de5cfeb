"""The goals: what the company wants, how it is measured, and in which stages of the journey."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processctl.diagrams.tables.table import Cell, Group, Row, Span, Table
from processctl.journey import Journey
from processctl.journey.value_words import number_in_words
from processctl.model.aims import Goal, Metric, Target
from processctl.texts import Text, say
from processctl.views.columns import stage_columns, view_title
from processctl.views.days import day_in_words
from processctl.views.goal_tree import goal_tree
from processctl.views.measured import measured
from processctl.views.wording import Wording, wording


def goals_table(journey: Journey, language: str) -> Table:
    """Metrics as rows, by strategy and goal; stages as columns, with what is measured there."""
    words = wording(journey, language)
    model = journey.model
    title = view_title(words, words.say(say("goals and how they are measured")))
    metrics: dict[str, list[Metric]] = {}
    for metric in model.metrics.values():
        served = metric.goal.id if metric.goal is not None else ""
        metrics.setdefault(served if served in model.goals else "", []).append(metric)
    rows: list[Row] = []
    goals: list[Group] = []
    strategies: dict[str, list[str]] = {}
    for goal in goals_in_order(model.goals):
        own = [_row(words, metric) for metric in metrics.get(goal.id, ())]
        own = own or [Row(f"goal:{goal.id}", "", warnings=(words.say(say("nothing measures it")),))]
        rows += own
        members = tuple(row.id for row in own)
        goals.append(Group(words.say(goal.title), members, tuple(_facts(words, goal))))
        strategy = _strategy(model.goals, goal)
        name = words.say(strategy.strategy) if strategy is not None and strategy.strategy else ""
        strategies.setdefault(name or words.say(say("without a strategy")), []).extend(members)
    loose = [_row(words, metric) for metric in metrics.get("", ())]
    if loose:
        rows += loose
        members = tuple(row.id for row in loose)
        goals.append(Group(words.say(say("for no goal")), members))
        strategies.setdefault(words.say(say("without a strategy")), []).extend(members)
    cells = tuple(cell for metric in model.metrics.values() for cell in _cells(journey, metric))
    spans = tuple(_spans(journey))
    used = [cell.column for cell in cells]
    used += [end for span in spans for end in (span.first, span.last)]
    columns, groups = stage_columns(words, used)
    return Table(
        title=title,
        language=language,
        columns=columns,
        column_groups=groups,
        rows=tuple(rows),
        row_groups=(
            tuple(Group(name, tuple(members)) for name, members in strategies.items()),
            tuple(goals),
        ),
        cells=cells,
        spans=spans,
        row_title=words.say(say("Metric")),
        after_title=words.say(say("Teams")),
        graph=goal_tree(words, title),
    )


def target_words(words: Wording, target: Target | None, unit: Text | None = None) -> str | None:
    """How much by when."""
    if target is None:
        return None
    value = words.say(number_in_words(target.value)) if target.value is not None else ""
    value = f"{value} {words.say(unit)}" if value and unit is not None else value
    day = words.say(day_in_words(target.by)) if target.by is not None else ""
    if value and day:
        return words.say(say("{value} by {day}", value=value, day=day))
    return value or day or None


def goals_in_order(goals: Mapping[str, Goal]) -> Iterator[Goal]:
    """Every goal before those that serve it, in the order written; none twice."""
    children: dict[str, list[Goal]] = {}
    for goal in goals.values():
        above = goal.parent.id if goal.parent is not None and goal.parent.id in goals else ""
        children.setdefault(above, []).append(goal)
    seen: set[str] = set()
    stack = [*children.get("", ()), *goals.values()][::-1]  # goals that serve each other come last
    while stack:
        goal = stack.pop()
        if goal.id not in seen:
            seen.add(goal.id)
            yield goal
            stack += children.get(goal.id, ())[::-1]


def _strategy(goals: Mapping[str, Goal], goal: Goal) -> Goal | None:
    """The nearest goal above, itself included, that names a strategy."""
    seen: set[str] = set()
    above: Goal | None = goal
    while above is not None and above.id not in seen:
        if above.strategy is not None:
            return above
        seen.add(above.id)
        above = goals.get(above.parent.id) if above.parent is not None else None
    return None


def _facts(words: Wording, goal: Goal) -> Iterator[str]:
    if goal.says is not None:
        yield words.say(goal.says)
    target = target_words(words, goal.target)
    if target is not None:
        yield target
    if goal.owner is not None:
        yield words.reference(goal.owner)
    parent = words.journey.model.goals.get(goal.parent.id) if goal.parent is not None else None
    if parent is not None:
        yield words.say(say('part of "{goal}"', goal=parent.title))


def _row(words: Wording, metric: Metric) -> Row:
    facts = [words.say(METRIC_KINDS[metric.kind])] if metric.kind in METRIC_KINDS else []
    target = target_words(words, metric.target, metric.unit)
    facts += [target] if target is not None else []
    owner = [words.reference(metric.owner)] if metric.owner is not None else []
    said = tuple(one for one in (" · ".join(facts), *owner) if one)
    return Row(metric.id, words.say(metric.title), said, after=(words.names(metric.teams),))


def _cells(journey: Journey, metric: Metric) -> Iterator[Cell]:
    ratio = [measured(journey, one) for one in metric.ratio]
    whole = set(ratio[0]) if len(ratio) == 2 else set()
    part = set(ratio[1]) if len(ratio) == 2 else set()
    counted = set(measured(journey, metric.counts)) - whole - part
    for stage in journey.stages:
        if stage in whole:
            yield Cell(metric.id, stage, "whole")
        elif stage in part:
            yield Cell(metric.id, stage, "part")
        elif stage in counted:
            yield Cell(metric.id, stage, "counts")


def _spans(journey: Journey) -> Iterator[Span]:
    for metric in journey.model.metrics.values():
        ends = [measured(journey, one) for one in metric.times]
        if len(ends) == 2 and ends[0] and ends[1]:
            yield Span(metric.id, ends[0][0], ends[1][0])


METRIC_KINDS = {
    "volume": say("volume"),
    "quality": say("quality"),
    "speed": say("speed"),
    "outcome": say("outcome"),
    "cost": say("cost"),
}
