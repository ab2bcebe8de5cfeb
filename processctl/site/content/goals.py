"""The goals: what the company wants, from which strategy, and how it is measured."""

from __future__ import annotations

from processctl.model.aims import Goal, Metric
from processctl.site.addresses import GOALS
from processctl.site.content.pictures import pictures
from processctl.site.content.tables import table
from processctl.site.page import Block, Cell, Page, Table
from processctl.texts import say
from processctl.views.goals import METRIC_KINDS, goals_in_order, target_words
from processctl.views.view import View
from processctl.views.wording import Wording


def goals_page(words: Wording) -> Page | None:
    """Goals and metrics; None where the process has neither."""
    model = words.journey.model
    if not model.goals and not model.metrics:
        return None
    blocks: list[Block | None] = [
        *pictures(words, View("goals"), GOALS),
        _goals(words),
        _metrics(words),
    ]
    return Page(
        GOALS,
        words.say(say("Goals and metrics")),
        words.say(say("What the company wants, and how everybody sees whether it comes true.")),
        blocks=tuple(block for block in blocks if block is not None),
    )


def _goals(words: Wording) -> Table | None:
    rows = tuple(_goal(words, goal) for goal in goals_in_order(words.journey.model.goals))
    heads = (say("Goal"), say("Target"), say("Who looks after it"), say("Strategy"))
    return table(words, say("Goals"), heads, rows)


def _goal(words: Wording, goal: Goal) -> tuple[Cell, ...]:
    target = target_words(words, goal.target)
    parent = words.journey.model.goals.get(goal.parent.id) if goal.parent is not None else None
    why = [words.say(goal.strategy)] if goal.strategy is not None else []
    if parent is not None:
        why.append(words.say(say('part of "{goal}"', goal=parent.title)))
    return (
        Cell((words.say(goal.title), *((words.say(goal.says),) if goal.says is not None else ()))),
        Cell((target,) if target is not None else ()),
        Cell((words.reference(goal.owner),) if goal.owner is not None else ()),
        Cell(tuple(why)),
    )


def _metrics(words: Wording) -> Table | None:
    rows = tuple(_metric(words, metric) for metric in words.journey.model.metrics.values())
    heads = (say("Metric"), say("Target"), say("Who looks after it"), say("Goal"), say("Teams"))
    return table(words, say("Metrics"), heads, rows)


def _metric(words: Wording, metric: Metric) -> tuple[Cell, ...]:
    target = target_words(words, metric.target)
    name = [words.say(metric.title)]
    name += [words.say(metric.says)] if metric.says is not None else []
    name += [words.say(METRIC_KINDS[metric.kind])] if metric.kind in METRIC_KINDS else []
    return (
        Cell(tuple(name)),
        Cell((target,) if target is not None else ()),
        Cell((words.reference(metric.owner),) if metric.owner is not None else ()),
        Cell((words.reference(metric.goal),) if metric.goal is not None else ()),
        Cell((words.names(metric.teams),)),
    )
