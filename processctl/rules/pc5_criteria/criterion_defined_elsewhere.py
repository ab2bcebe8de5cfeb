"""What a criterion means is written somewhere else only.

## What it checks
A criterion with `links` also says what it means: by a `test`, by who judges it, or in words.

## Why it matters
A page can move, change or ask for a password, and nobody notices here. Then marketing passes on leads by
the page as it was, and sales takes them by the page as it is.

## Where
On the `links` of the criterion.

## Bad
```yaml
criteria:
  sales_ready: {links: ["https://example.com/handbook#sales-ready"]}
stages:
  new_lead: {start: true, owner: sdr, exits: [{to: customer, when: sales_ready}]}
  customer: {outcome: won, owner: sdr}
roles: {sdr: {}}
```

## Good
```yaml
criteria:
  sales_ready:
    links: ["https://example.com/handbook#sales-ready"]
    says: The company fits and has asked for contact
stages:
  new_lead: {start: true, owner: sdr, exits: [{to: customer, when: sales_ready}]}
  customer: {outcome: won, owner: sdr}
roles: {sdr: {}}
```

## When to disagree
Where the page is the contract, and its words must not be written twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find criteria of which nothing but links is written."""
    for criterion in journey.model.criteria.values():
        asked = ("test", "judged_by", "says", "about")
        if criterion.links and not criterion.shared and all(map(criterion.lacks, asked)):
            yield Found(
                say(
                    'What the criterion "{criterion}" means is written elsewhere only.',
                    criterion=criterion.title,
                ),
                Place((*criterion.path, "links"), at_key=True),
                hint=say('Say it here too: "test" where data can answer, or "says" in words.'),
                about=(f"criteria.{criterion.id}",),
            )


RULE = Rule("PC520", "criterion-defined-elsewhere", "warning", __doc__, check)
