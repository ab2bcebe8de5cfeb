"""Something is named that does not exist.

## What it checks
Every id that is used is declared: the stage behind `to`, the role, team or person behind `owner`, the
field under `captures`, every name in a condition. Ids of a workspace under `uses` count as declared.

## Why it matters
An exit to a stage that is not there leads nowhere, and an owner whom nobody knows answers for nothing.
Most often a letter is wrong, or a name was changed in one place only.

## Where
On the name, inside a condition too.

## Bad
```yaml
stages:
  new_lead:
    exits: [{to: custmer}]
  customer: {outcome: won}
```

## Good
```yaml
stages:
  new_lead:
    exits: [{to: customer}]
  customer: {outcome: won}
```

## When to disagree
Never: declare the name, or take the reference away. What is only planned can be declared with
`status: planned`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from processctl.criteria import resolve
from processctl.journey import Journey
from processctl.model.parse import is_id
from processctl.reading.nearest import nearest, plain
from processctl.rules.pc1_names.kinds import kinds
from processctl.rules.rule import Found, Place, Rule
from processctl.texts import Listing, Message, say

IN_CONDITIONS = ("fields", "criteria", "segments")
_LISTED = 8
_SUGGESTIONS = 100  # looking for the nearest of many names takes time: a file full of them must not


def check(journey: Journey) -> Iterator[Found]:
    """Find references, and names in conditions, that lead nowhere."""
    if not journey.certain:
        return  # what seems to be missing may stand in the file that could not be read
    hints = _Hints(journey)
    for reference in journey.model.references:
        if not reference.known and reference.elsewhere is None and not hints.is_told(reference.id):
            yield Found(
                say(
                    'There is no "{name}": what is wanted here is {kind}.',
                    name=reference.id,
                    kind=kinds(reference.wanted),
                ),
                Place(reference.path, at_key=reference.at_key),
                hint=hints.hint(reference.id, reference.wanted),
                ids=(*map(str, reference.path[2:]), reference.id),
            )
    model = journey.model
    for expression in model.expressions:
        if expression.tree is None:
            continue
        unknown = resolve(expression.tree, model.fields, model.criteria, model.segments).unknown
        for name in unknown:
            if _elsewhere(journey, name.id) is None and not hints.is_told(name.id):
                yield Found(
                    say(
                        'There is no "{name}": what is wanted here is {kind}.',
                        name=name.id,
                        kind=kinds(IN_CONDITIONS),
                    ),
                    Place(expression.path, inside=name.span),
                    hint=hints.hint(name.id, IN_CONDITIONS),
                    ids=(*map(str, expression.path[2:]), name.id),
                )


def _elsewhere(journey: Journey, name: str) -> str | None:
    items = journey.model.workspace.sections.items
    return next((section for section in items if name in items[section]), None)


class _Hints:
    """The nearest name for each unknown one, looked up once."""

    def __init__(self, journey: Journey) -> None:
        items = journey.model.workspace.sections.items
        self._items = {
            section: [name for name in names if is_id(name)] for section, names in items.items()
        }
        self._items["outcomes"] = list(journey.model.outcomes)
        self._ill_formed = {
            plain(name) for names in items.values() for name in names if not is_id(name)
        }
        self._known: dict[tuple[str, tuple[str, ...]], Message | None] = {}

    def is_told(self, name: str) -> bool:
        """Whether the element is there under an id of the wrong form, which is told there (003)."""
        return plain(name) in self._ill_formed

    def hint(self, name: str, wanted: tuple[str, ...]) -> Message | None:
        key = (name, wanted)
        if key not in self._known:
            if len(self._known) >= _SUGGESTIONS:
                return None
            there = [known for section in wanted for known in self._items.get(section, ())]
            self._known[key] = _hint(name, there)
        return self._known[key]


def _hint(name: str, there: Iterable[str]) -> Message:
    names = sorted(there)
    near = nearest(name, names)
    if near is not None:
        return say('Did you mean "{name}"?', name=near)
    if not names:
        return say('Declare "{name}": nothing of that kind is declared yet.', name=name)
    if len(names) <= _LISTED:
        return say("There are {names}.", names=Listing(tuple(names)))
    return say('Declare "{name}", or write the id of one that is there.', name=name)


RULE = Rule("PC101", "unknown-reference", "error", __doc__, check)
