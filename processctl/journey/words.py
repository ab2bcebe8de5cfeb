"""Conditions and rates in words."""

from __future__ import annotations

from collections.abc import Callable

from processctl.criteria import Name
from processctl.journey.expression_words import expression_in_words
from processctl.model.condition import Condition, Expression, Judgement, Otherwise
from processctl.model.model import Model
from processctl.model.values import Cadence, Rate, Unit
from processctl.texts import Argument, Message, Quantity, say


def condition_words(model: Model, condition: Condition | None) -> Argument | None:
    """What a condition says: a criterion's own words where it is one, else the expression in words."""
    if isinstance(condition, Otherwise):
        return say("otherwise")
    if isinstance(condition, Judgement):
        return condition.says
    if not isinstance(condition, Expression):
        return None
    if isinstance(condition.tree, Name):
        criterion = model.criteria.get(condition.tree.id)
        if criterion is not None:
            return criterion.name or criterion.says or criterion.title
        segment = model.segments.get(condition.tree.id)
        if segment is not None:
            return segment.name or segment.says or segment.title
    if condition.tree is None:
        return condition.source
    return expression_in_words(model, condition.tree)


def rate_words(rate: Rate) -> Message:
    """A rate: "40 per month"."""
    return say(_PER[rate.unit], count=str(rate.count))


# Templates stand here in full, because the catalogue is made from what stands in the code.
_PER: dict[Unit, str] = {
    "day": "{count} per day",
    "week": "{count} per week",
    "month": "{count} per month",
    "quarter": "{count} per quarter",
    "year": "{count} per year",
}


def cadence_words(cadence: Cadence) -> Message | Quantity:
    """How often: "every 2 weeks"."""
    if cadence.unit == "case":
        return say("each time")
    return _EVERY[cadence.unit](cadence.count)


_EVERY: dict[Unit, Callable[[int], Quantity]] = {
    "minute": lambda count: Quantity("every minute", "every {count} minutes", count),
    "hour": lambda count: Quantity("every hour", "every {count} hours", count),
    "day": lambda count: Quantity("every day", "every {count} days", count),
    "week": lambda count: Quantity("every week", "every {count} weeks", count),
    "month": lambda count: Quantity("every month", "every {count} months", count),
    "quarter": lambda count: Quantity("every quarter", "every {count} quarters", count),
    "year": lambda count: Quantity("every year", "every {count} years", count),
}
