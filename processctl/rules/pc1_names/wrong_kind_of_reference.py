"""A name is used where something of another kind is wanted.

## What it checks
What is named exists, and is of a kind that can stand there: a role's `team` is a team, `captures` lists
fields, an exit leads to a stage.

## Why it matters
A team where a person is wanted cannot pick up the phone. The process reads well and says nothing.

## Where
On the name, inside a condition too.

## Bad
```yaml
teams: {sales: {}}
roles:
  sdr: {team: sales, held_by: [sales]}
```

## Good
```yaml
teams: {sales: {}}
people: {pekka: {}}
roles:
  sdr: {team: sales, held_by: [pekka]}
```

## When to disagree
Never: name something of the kind that is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.criteria import resolve
from processctl.journey import Journey
from processctl.reading.problem import Path
from processctl.rules.pc1_names.kinds import kind, kinds
from processctl.rules.pc1_names.unknown_reference import IN_CONDITIONS
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find references whose element is of a kind that is not wanted there."""
    for reference in journey.model.references:
        if not reference.known and reference.elsewhere is not None:
            place = Place(reference.path, at_key=reference.at_key)
            yield _found(reference.id, reference.elsewhere, reference.wanted, place, reference.path)
    model = journey.model
    items = model.workspace.sections.items
    for expression in model.expressions:
        if expression.tree is None:
            continue
        for name in resolve(expression.tree, model.fields, model.criteria, model.segments).unknown:
            section = next((section for section in items if name.id in items[section]), None)
            if section is not None:
                place = Place(expression.path, inside=name.span)
                yield _found(name.id, section, IN_CONDITIONS, place, expression.path)


def _found(name: str, section: str, wanted: tuple[str, ...], place: Place, path: Path) -> Found:
    return Found(
        say(
            '"{name}" is {kind}, and what is wanted here is {wanted}.',
            name=name,
            kind=kind(section),
            wanted=kinds(wanted),
        ),
        place,
        hint=say("Name something of the kind that is wanted."),
        also=(
            Also(say('Here "{name}" is declared.', name=name), Place((section, name), at_key=True)),
        ),
        ids=(*map(str, path[2:]), name),
    )


RULE = Rule("PC105", "wrong-kind-of-reference", "error", __doc__, check)
