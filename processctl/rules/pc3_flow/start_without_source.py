"""Cases begin in a stage, and nothing says where they come from.

## What it checks
Every start lists under `from` where its cases come from. A start that a campaign `feeds` is passed over.

## Why it matters
When leads run dry, the first question is which source has failed. Where they were never named, everybody looks
at somebody else, and the budget goes where it went last year.

## Where
On `start`.

## Bad
```yaml
stages:
  new_lead: {start: true, exits: [{to: customer}]}
  customer: {outcome: won}
```

## Good
```yaml
stages:
  new_lead: {start: {from: [Web form, Trade fair]}, exits: [{to: customer}]}
  customer: {outcome: won}
```

## When to disagree
Where cases come from another process of yours and from nowhere else: name that process under `from`.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Rule, stage_at
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find starts whose cases come from nowhere in particular."""
    if not journey.certain or not all(
        campaign.readable("feeds") for campaign in journey.model.campaigns.values()
    ):
        return
    fed = {one.feeds.id for one in journey.model.campaigns.values() if one.feeds is not None}
    for name in journey.starts:
        stage = journey.stages[name]
        start = stage.start
        if start is None or start.sources or not start.readable("from") or name in fed:
            continue
        yield Found(
            say(
                'Nothing says where the cases that begin in stage "{stage}" come from.',
                stage=stage.title,
            ),
            stage_at(name, "start"),
            hint=say('List the sources: "start: {{from: [Web form, Trade fair]}}".'),
        )


RULE = Rule("PC308", "start-without-source", "warning", __doc__, check)
