"""Feedback is given in a forum where one of its teams does not sit.

## What it checks
A forum that a feedback loop in force uses (`in`) has, among its `members` or as its `chair`, somebody of each
team that gives or hears there: the team itself, a role of it, or a person with such a role. A party without a
team, a role say, sits there itself or by a person who holds it.

## Why it matters
Sales explains every Monday why leads were lost, to sales. The minutes are good. Nobody in marketing reads
them.

## Where
On `members` of the forum (on the loop's `in`, where the forum is another workspace's); the loops are shown
with it.

## Bad
```yaml
feedback:
  lead_quality: {from: sales, to: marketing, carries: [Why leads were lost], in: weekly_pipeline}
forums:
  weekly_pipeline: {every: week, members: [sales]}
teams: {marketing: {}, sales: {}}
```

## Good
```yaml
feedback:
  lead_quality: {from: sales, to: marketing, carries: [Why leads were lost], in: weekly_pipeline}
forums:
  weekly_pipeline: {every: week, members: [sales, marketing]}
teams: {marketing: {}, sales: {}}
```

## When to disagree
Where somebody brings the news to the team that is not there: make them a member, or give the loop another
forum.
"""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey import Journey
from processctl.journey.owner import is_placed, resolve_owner
from processctl.model.meeting import Feedback, Forum
from processctl.model.reference import Reference
from processctl.rules.rule import Also, Found, Place, Rule
from processctl.texts import Listing, Text, say


def check(journey: Journey) -> Iterator[Found]:
    """Find forums in which a team that gives or hears feedback has no seat."""
    for name, loops in _by_forum(journey).items():
        forum = journey.model.forums[name]
        seats = (*forum.members, *((forum.chair,) if forum.chair else ()))
        if not forum.readable("members", "chair"):
            continue
        if not all(is_placed(journey.model, seat) for seat in seats):
            continue
        sitting = _sitting(journey, seats)
        missing: dict[str, Text] = {}
        concerned = []
        for loop in loops:
            absent = {
                party: title for party, title in _parties(journey, loop) if party not in sitting
            }
            if absent:
                missing.update(absent)
                concerned.append(loop)
        if not missing:
            continue
        yield Found(
            say(
                'Feedback is given in forum "{forum}", and {parties} have no seat there.',
                forum=forum.title,
                parties=Listing(tuple(missing.values())),
            )
            if len(missing) > 1
            else say(
                'Feedback is given in forum "{forum}", and "{party}" has no seat there.',
                forum=forum.title,
                party=next(iter(missing.values())),
            ),
            _place(forum, concerned[0]),
            hint=say('Add them to "members" of the forum, or give the feedback another forum.'),
            also=tuple(
                Also(
                    say('Feedback "{feedback}" is given there.', feedback=loop.title),
                    Place(("feedback", loop.id), at_key=True),
                )
                for loop in concerned
            ),
            ids=tuple(missing),
        )


def _by_forum(journey: Journey) -> dict[str, list[Feedback]]:
    found: dict[str, list[Feedback]] = {}
    for loop in journey.loops:
        forum = loop.feedback.forum
        if forum is not None and forum.known and not loop.blurred:
            found.setdefault(forum.id, []).append(loop.feedback)
    return found


def _parties(journey: Journey, loop: Feedback) -> Iterator[tuple[str, Text]]:
    """Who has to be there: the team of each party, or a role that has none itself."""
    for reference in (*loop.givers, *loop.hearers):
        party = resolve_owner(journey.model, reference)
        if party is None:
            continue
        if party.team is not None:
            yield party.team, journey.model.teams[party.team].title
        else:
            yield party.id, journey.model.roles[party.id].title


def _sitting(journey: Journey, seats: tuple[Reference, ...]) -> frozenset[str]:
    """The teams, roles and people who sit in a forum, themselves or by somebody who does."""
    model = journey.model
    found = {seat.id for seat in seats}
    for role in model.roles.values():
        if role.id in found or any(person.id in found for person in role.held_by):
            found.add(role.id)
            if role.team is not None:
                found.add(role.team.id)
    found |= {
        team.id
        for team in model.teams.values()
        if any(member.id in found for member in team.members)
    }
    return frozenset(found)


def _place(forum: Forum, loop: Feedback) -> Place:
    if forum.shared:
        return Place(("feedback", loop.id, "in"))
    return Place(("forums", forum.id, "members"), at_key=True)


RULE = Rule("PC705", "forum-misses-a-party", "warning", __doc__, check)
