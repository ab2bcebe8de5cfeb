"""A team never hears why its cases come back.

## What it checks
What stands under `reasons` of a return from team to team is carried by a feedback loop in force, from the team
that gives the case back, or a role of it, to the team that gets it, or a role of it. A choice field is carried
where a loop's `carries` names it. Reasons that are texts are carried where `carries` has one of them in the same
words, or where the loop is `about` the stage that gives the case back.

## Why it matters
Somebody picks a reason from a list, every week, and nobody reads it. The next campaign brings the same leads.

## Where
On `reasons` of the first such return from one team to another; further ones are shown with it.

## Bad
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call:
    owner: sales
    captures: [refusal]
    exits:
      - {to: customer, when: ready}
      - {to: new_lead, when: otherwise, return: true, reasons: refusal}
  customer: {outcome: won, owner: sales}
feedback:
  lead_quality: {from: sales, to: marketing, carries: [ready_to_buy]}
fields:
  refusal: {type: choice, options: [no_need, no_budget]}
  ready_to_buy: {type: boolean}
criteria: {ready: {judged_by: sales}}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
stages:
  new_lead: {start: true, owner: marketing, exits: [{to: first_call}]}
  first_call:
    owner: sales
    captures: [refusal]
    exits:
      - {to: customer, when: ready}
      - {to: new_lead, when: otherwise, return: true, reasons: refusal}
  customer: {outcome: won, owner: sales}
feedback:
  lead_quality: {from: sales, to: marketing, carries: [refusal]}
fields: {refusal: {type: choice, options: [no_need, no_budget]}}
criteria: {ready: {judged_by: sales}}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where both teams look at the same report every week: that is a feedback loop, write it down as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Edge, Journey, Loop
from processctl.model.exit import Reasons
from processctl.model.reference import Reference
from processctl.rules.pc4_handoffs.live_returns import live_returns
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Listing, Message, Text, say


def check(journey: Journey) -> Iterator[Found]:
    """Find reasons that no feedback loop carries to the team that gave the case."""
    if not journey.certain:
        return
    for (returner, giver), edges in _between_teams(journey).items():
        loops = [loop for loop in journey.loops if loop.blurred or loop.tells(returner, giver)]
        unheard = [edge for edge in edges if not any(_carries(loop, edge) for loop in loops)]
        if not unheard:
            continue
        fields = tuple(dict.fromkeys(_field(edge) for edge in unheard if _field(edge)))
        yield Found(
            _message(journey, giver, fields),
            Place((*unheard[0].path, "reasons")),
            hint=_hint(journey, returner, giver, loops),
            also=tuple(
                Also(
                    say(
                        'Stage "{stage}" gives cases back with reasons too.',
                        stage=journey.stages[edge.source].title,
                    ),
                    Place((*edge.path, "reasons")),
                )
                for edge in unheard[1:]
            ),
            ids=(giver, *fields),
            about=(f"{returner} → {giver}",),
        )


def _message(journey: Journey, giver: str, fields: tuple[str, ...]) -> Message:
    team = journey.model.teams[giver].title
    if not fields:
        return say('Team "{team}" never hears why its cases come back.', team=team)
    return say(
        'Team "{team}" never hears why its cases come back: no feedback carries {fields}.',
        team=team,
        fields=Listing(tuple(journey.model.fields[field].title for field in fields), "or"),
    )


def _between_teams(journey: Journey) -> dict[tuple[str, str], list[Edge]]:
    """Returns with reasons from team to team, by who returns and to whom."""
    found: dict[tuple[str, str], list[Edge]] = {}
    for edge in live_returns(journey):
        source, target = journey.owners.get(edge.source), journey.owners.get(edge.target)
        if source is None or target is None or source.team is None or target.team is None:
            continue
        if source.team != target.team and _are_known(edge.reasons):
            found.setdefault((source.team, target.team), []).append(edge)
    return found


def _are_known(reasons: Reasons | None) -> bool:
    return bool(reasons) and (not isinstance(reasons, Reference) or reasons.known)


def _field(edge: Edge) -> str:
    reasons = edge.reasons
    return reasons.id if isinstance(reasons, Reference) else ""


def _carries(loop: Loop, edge: Edge) -> bool:
    feedback, reasons = loop.feedback, edge.reasons
    if not feedback.readable("carries", "about"):
        return True
    if isinstance(reasons, Reference):
        return any(
            isinstance(item, Reference) and item.id == reasons.id for item in feedback.carries
        )
    words = {item for item in feedback.carries if isinstance(item, Text)}
    return any(stage.id == edge.source for stage in feedback.stages) or any(
        reason in words for reason in reasons or ()
    )


def _hint(journey: Journey, returner: str, giver: str, loops: list[Loop]) -> Message:
    if loops:
        return say(
            'List the reasons under "carries" of the feedback "{feedback}".',
            feedback=loops[0].feedback.title,
        )
    return say(
        'Add a feedback loop from team "{returner}" to team "{giver}" that carries them.',
        returner=journey.model.teams[returner].title,
        giver=journey.model.teams[giver].title,
    )


RULE = Rule("PC405", "unheard-reasons", "warning", __doc__, check)
