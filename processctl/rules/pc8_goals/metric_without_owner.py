"""Nobody follows a metric.

## What it checks
A metric has an `owner`: who follows the number and acts on it.

## Why it matters
The number stands in a report, turns red in March, and is talked about in June.

## Where
On the id of the metric; where no metric has an owner, once on `metrics`.

## Bad
```yaml
metrics:
  first_call: {kind: speed, says: Hours until the first call}
```

## Good
```yaml
people: {anna: {}}
metrics:
  first_call: {kind: speed, says: Hours until the first call, owner: anna}
```

## When to disagree
Where the forum that looks at the numbers has a chair who acts on all of them: then the chair owns them.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Quantity, say


def check(journey: Journey) -> Iterator[Found]:
    """Find metrics that nobody follows."""
    for metric in journey.model.metrics.values():
        if metric.lacks("owner"):
            yield Found(
                say('Nobody follows the metric "{metric}".', metric=metric.title),
                Place(metric.path, at_key=True),
                hint=say('Name who looks at the number and acts on it: "owner".'),
            )


EVERYWHERE = Everywhere(
    "metrics",
    lambda journey: len(journey.model.metrics),
    lambda count: say(
        "Nobody follows any of the metrics ({metrics}).",
        metrics=Quantity("{count} metric", "{count} metrics", count),
    ),
)
RULE = Rule("PC805", "metric-without-owner", "warning", __doc__, check, EVERYWHERE)
