"""The goals: what the company wants, from which strategy, and how it is measured."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.model.aims import Goal, Metric
from processctl.site.addresses import GOALS
from processctl.site.content.pictures import pictures
from processctl.site.content.places import place
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
    measure = goal.target.metric if goal.target is not None else None
    metric = words.journey.model.metrics.get(measure.id) if measure is not None else None
    target = target_words(words, goal.target, metric.unit if metric is not None else None)
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
    heads = (
        say("Metric"), say("How it is measured"), say("Target"), say("Who looks after it"), say("Goal"), say("Teams"),
    )  # fmt: skip
    return table(words, say("Metrics"), heads, rows)


def _metric(words: Wording, metric: Metric) -> tuple[Cell, ...]:
    target = target_words(words, metric.target, metric.unit)
    name = [words.say(metric.title)]
    name += [words.say(metric.says)] if metric.says is not None else []
    name += [words.say(METRIC_KINDS[metric.kind])] if metric.kind in METRIC_KINDS else []
    return (
        Cell(tuple(name)),
        Cell(tuple(_measured(words, metric))),
        Cell((target,) if target is not None else ()),
        Cell((words.reference(metric.owner),) if metric.owner is not None else ()),
        Cell((words.reference(metric.goal),) if metric.goal is not None else ()),
        Cell((words.names(metric.teams),)),
    )


def _measured(words: Wording, metric: Metric) -> Iterator[str]:
    """What a metric looks at, in words."""
    if metric.counts is not None:
        yield words.say(say('how many come to "{stage}"', stage=place(words, metric.counts)))
    if len(metric.ratio) == 2:
        whole, part = (place(words, one) for one in metric.ratio)
        yield words.say(
            say('of those in "{whole}" the share that comes to "{part}"', whole=whole, part=part)
        )
    if len(metric.times) == 2:
        first, last = (place(words, one) for one in metric.times)
        yield words.say(say('the time from "{first}" to "{last}"', first=first, last=last))
    if metric.reads:
        yield words.say(say("from: {fields}", fields=words.names(metric.reads)))
    if metric.system is not None:
        yield words.say(say("in: {name}", name=words.reference(metric.system)))
