"""Data about a person is kept, and nothing says for how long.

## What it checks
Every field with `personal` says under `kept` how long it is kept, counted from the end of the case, or from the
last activity where it never ends. Fields of a shared vocabulary are asked for where they are declared.

## Why it matters
People who asked once, nine years ago, still get the newsletter. They are no leads, they are complaints to come,
and the list that they stand on is worth less every year.

## Where
On `personal`.

## Bad
```yaml
fields: {email: {type: text, personal: {basis: consent}}}
```

## Good
```yaml
fields: {email: {type: text, personal: {basis: consent, kept: 24 months}}}
```

## When to disagree
Where a law says how long, and it differs from case to case: write the longest.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.rules.rule import Everywhere, Found, Place, Rule
from processctl.texts import Message, say


def check(journey: Journey) -> Iterator[Found]:
    """Find personal data that is kept for ever."""
    for field in journey.model.fields.values():
        if field.shared or field.personal is None or not field.personal.lacks("kept"):
            continue
        yield Found(
            say(
                'Nothing says how long the personal data in the field "{field}" is kept.',
                field=field.title,
            ),
            Place(field.personal.path, at_key=True),
            hint=say('Say how long after the case has ended: "kept: 24 months".'),
            about=(f"fields.{field.id}",),
        )


def _population(journey: Journey) -> int:
    fields = journey.model.fields.values()
    return sum(field.personal is not None and not field.shared for field in fields)


def _none_does(count: int) -> Message:
    return say("Nothing says how long any personal data is kept ({count} fields).", count=count)


RULE = Rule(
    "PC608",
    "personal-data-without-retention",
    "warning",
    __doc__,
    check,
    Everywhere("fields", _population, _none_does),
)
