"""Two stages, teams or roles are called alike.

## What it checks
No two stages, no two teams and no two roles are shown by the same name in a language of the process. Letter case is no difference.

## Why it matters
"It is in Offer", says sales, and care looks at the other one. In the drawing nobody can tell which is which.

## Where
On the name, or the id, of the second one; the first is shown with it.

## Bad
```yaml
stages:
  offer: {start: true, exits: [{to: second_offer}]}
  second_offer: {name: Offer}
```

## Good
```yaml
stages:
  offer: {start: true, exits: [{to: second_offer}]}
  second_offer: {name: Second offer}
```

## When to disagree
Never: a word more tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.model.element import Element
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import say

_SECTIONS = ("stages", "teams", "roles")


def check(journey: Journey) -> Iterator[Found]:
    """Find elements of one kind that a reader cannot tell apart."""
    for section in _SECTIONS:
        first: dict[tuple[str, str], Element] = {}
        told: set[str] = set()
        for element in getattr(journey.model, section).values():
            for language in journey.model.languages:
                shown = " ".join(element.title.in_language(language).split())
                earlier = first.setdefault((language, shown.casefold()), element)
                if earlier is not element and element.id not in told and not element.shared:
                    told.add(element.id)
                    yield _found(element, earlier, shown)


def _found(element: Element, earlier: Element, shown: str) -> Found:
    return Found(
        say(
            '"{one}" and "{other}" are both called "{name}".',
            name=shown,
            one=earlier.id,
            other=element.id,
        ),
        _place(element),
        hint=say("Give one of them a name that tells them apart."),
        also=(Also(say("The first one is here."), _place(earlier)),),
        ids=(earlier.id,),
    )


def _place(element: Element) -> Place:
    return Place(element.path if element.name is None else (*element.path, "name"), at_key=True)


RULE = Rule("PC104", "ambiguous-name", "warning", __doc__, check)
