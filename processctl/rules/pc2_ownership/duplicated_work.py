"""Two teams do the same work on the same case.

## What it checks
What one team has recorded (`captures`) no other team records again later on the way of the same case, and what it has done (`does`, in the same words) no other does again. Work that is done anew on purpose is announced: the exit on the way there lists the field under `resets`. The reason of a return or a loss is each team's own.

## Why it matters
The customer is asked for the size of the company by marketing, by sales and by customer care. And of three answers nobody knows which one holds.

## Where
On the field under `captures`, or on the work under `does`, of the later stage; the earlier one is shown with it.

## Bad
```yaml
teams: {marketing: {}, sales: {}}
fields: {company_size: {type: integer}}
stages:
  new_lead: {owner: marketing, start: true, captures: [company_size], exits: [{to: first_call}]}
  first_call: {owner: sales, captures: [company_size]}
```

## Good
```yaml
teams: {marketing: {}, sales: {}}
fields: {company_size: {type: integer}}
stages:
  new_lead: {owner: marketing, start: true, captures: [company_size], exits: [{to: first_call}]}
  first_call: {owner: sales}
```

## When to disagree
A value that lives on, such as a score or a forecast: then let the exit say so, `resets: [lead_score]`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from processctl.journey import Edge, Journey
from processctl.journey.search import backwards, spread
from processctl.model.reference import Reference
from processctl.reading.problem import Path
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import say


def check(journey: Journey) -> Iterator[Found]:
    """Find fields and work that two teams have on one way."""
    items = _items(journey)
    was_done = _done_before(journey, items)
    for item, places in items.items():
        told: set[frozenset[str]] = set()
        teams = dict.fromkeys(_team(journey, stage) for stage in places)
        for later in places:
            own = _team(journey, later)
            nearest = _nearest(journey, item, places, later)
            for team in teams:
                pair = frozenset((team, own))
                if team != own and pair not in told and was_done(later, (item, team)):
                    told.add(pair)
                    yield _found(journey, item, (nearest(team), later), places)


Item = tuple[str, str]  # a field's id, or work in small letters, with its kind before it


def _items(journey: Journey) -> dict[Item, dict[str, Path]]:
    """What several teams record and do: for each thing the stages, with the place in them."""
    found: dict[Item, dict[str, Path]] = {}
    for name, stage in journey.stages.items():
        owner = journey.owners.get(name)
        if owner is None or owner.team is None:
            continue
        reasons = {one.reasons.id for one in stage.exits if isinstance(one.reasons, Reference)}
        for field in stage.captures:
            if field.known and field.id not in reasons:
                found.setdefault(("field", field.id), {}).setdefault(name, field.path)
        for work in stage.does:
            if work.says is not None and work.by is None:
                words = work.says.in_language(journey.model.languages[0]).casefold()
                found.setdefault(("work", words), {}).setdefault(name, work.path)
    return {
        item: places
        for item, places in found.items()
        if len({_team(journey, stage) for stage in places}) > 1
    }


def _team(journey: Journey, stage: str) -> str:
    return journey.owners[stage].team or ""


def _done_before(
    journey: Journey, items: dict[Item, dict[str, Path]]
) -> Callable[[str, tuple[Item, str]], bool]:
    """Whether a case may come to a stage with a thing done already by some team."""
    doing: dict[str, list[tuple[Item, str]]] = {}
    of_field: dict[str, list[tuple[Item, str]]] = {}
    for item, places in items.items():
        for stage in places:
            did = item, _team(journey, stage)
            doing.setdefault(stage, []).append(did)
            if item[0] == "field":
                of_field.setdefault(item[1], []).append(did)

    def undone(edge: Edge) -> Iterable[tuple[Item, str]] | None:
        if edge.returns:
            return None
        return [did for name in _asked_anew(edge) for did in of_field.get(name, ())]

    return spread(journey.graph, doing, undone)


def _asked_anew(edge: Edge) -> list[str]:
    return [field.id for field in edge.resets]


def _keeping(item: Item) -> Callable[[Edge], bool]:
    """Whether a case goes on by an edge with what was done still done; what is given back is not."""
    kind, name = item
    if kind != "field":
        return lambda edge: not edge.returns
    return lambda edge: not edge.returns and not any(one.id == name for one in edge.resets)


def _nearest(
    journey: Journey, item: Item, places: dict[str, Path], later: str
) -> Callable[[str], str]:
    """The nearest stage of a team from which a case comes to a later one with that thing done."""
    keeps = _keeping(item)
    before = backwards(
        journey.into, [edge.source for edge in journey.into[later] if keeps(edge)], keeps
    )
    found: dict[str, str] = {}

    def of(team: str) -> str:
        while team not in found:
            stage = next(before)
            if stage in places:
                found.setdefault(_team(journey, stage), stage)
        return found[team]

    return of


def _found(journey: Journey, item: Item, stages: tuple[str, str], places: dict[str, Path]) -> Found:
    first, second = (journey.stages[stage] for stage in stages)
    kind, name = item
    if kind == "field":
        field = journey.model.fields[name]
        message = say(
            'Stage "{later}" records "{field}", which stage "{earlier}" of another team has recorded.',
            later=second.title,
            field=field.title,
            earlier=first.title,
        )
        hint = say('Let one team record it, or say on the exit that it is asked anew: "resets".')
        also = say("Here it is recorded first.")
    else:
        message = say(
            'Stage "{later}" does what stage "{earlier}" of another team has done.',
            later=second.title,
            earlier=first.title,
        )
        hint = say("Let one team do it, or say what the second one does otherwise.")
        also = say("Here it is done first.")
    return Found(
        message, Place(places[stages[1]]), hint=hint, also=(Also(also, Place(places[stages[0]])),),
        ids=(kind, *((name,) if kind == "field" else ()), stages[0]),
    )  # fmt: skip


RULE = Rule("PC208", "duplicated-work", "info", __doc__, check)
