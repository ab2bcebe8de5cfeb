"""The day of a role, team or person: what comes to them, what they do by when, where it goes, whom they meet."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from processctl.diagrams.sketch import Fact, Panel
from processctl.model.people import Person, Role, Team
from processctl.model.stage import Stage
from processctl.site.addresses import calendar_of, handout_of, page_of
from processctl.site.calendar import has_dates
from processctl.site.content.fields import fields_table
from processctl.site.content.ways import in_one_line, ways_out
from processctl.site.page import Block, Facts, Link, Listed
from processctl.texts import say
from processctl.views.facts import fact, panel, panels, work
from processctl.views.journey import shown_stages
from processctl.views.party import Party
from processctl.views.role import party_panels
from processctl.views.wording import Wording


def day_blocks(words: Wording, party: Party) -> Iterator[Block]:
    """Everything about the day of a party, the most urgent first."""
    yield from map(Facts, (*who_panels(words, party), *day_panels(words, party)))
    known = words.journey.model.fields
    captured = dict.fromkeys(
        one.id for stage in _own(words, party) for one in stage.captures if one.id in known
    )
    table = fields_table(words, [known[name] for name in captured], say("What you record"))
    if table is not None:
        yield table
    links = tuple(_links(words, party))
    if links:
        yield Listed(words.say(say("To take along")), links)


def role_blocks(words: Wording, party: Party, role: Role) -> Iterator[Block]:
    """The day of a person who does what one role does, in short: its page tells the rest."""
    yield from map(Facts, who_panels(words, party))
    stages = tuple(_to_stage(words, stage) for stage in _own(words, party))
    if stages:
        yield Listed(words.say(say("What you answer for")), stages)
    day = Link(words.say(role.title), page_of("roles", role.id))
    yield Listed(words.say(say("Your day, on the page of your role")), (day,))
    sheet = Link(words.say(say("This role on one sheet of paper")), handout_of(role.id))
    yield Listed(words.say(say("To take along")), (sheet, *_calendars(words, party)))


def role_of(words: Wording, party: Party) -> Role | None:
    """The role whose day is that of a person; None where theirs holds something else as well."""
    held = words.journey.model.roles_of.get(party.name, ()) if party.section == "people" else ()
    if len(held) != 1:
        return None
    same = day_panels(words, Party(words.journey, "roles", held[0].id)) == day_panels(words, party)
    return held[0] if same else None


def who_panels(words: Wording, party: Party) -> tuple[Panel, ...]:
    """Who this is; none where there is nothing to say."""
    return panels((panel(words.say(say("Who this is")), _who(words, party)),))


@lru_cache(maxsize=64)
def day_panels(words: Wording, party: Party) -> tuple[Panel, ...]:
    """The facts of a day: what somebody answers for, gets, gives, and hears.

    Several pages tell that of a role, so it is kept meanwhile.
    """
    own = panel(words.say(say("What you answer for")), (_stage(words, one) for one in _own(words, party)))  # fmt: skip
    back = panel(words.say(say("What comes back to you")), _returns(words, party))
    # What the drawing tells of the stages is told above in full.
    rest = party_panels(words, party)
    return panels((own, *rest[:2], back, *rest[2:]))


def _to_stage(words: Wording, stage: Stage) -> Link:
    """The page of a stage, with the time that there is for it."""
    within = words.say(words.duration(stage.within)) if stage.within is not None else ""
    return Link(words.say(stage.title), page_of("stages", stage.id), within)


def _own(words: Wording, party: Party) -> list[Stage]:
    return [stage for stage in shown_stages(words.journey) if stage.id in party.stages]


def _who(words: Wording, party: Party) -> Iterator[Fact | None]:
    model = words.journey.model
    element = getattr(model, party.section)[party.name]
    if isinstance(element, Team):
        yield fact(words, say("Team lead"), words.reference(element.lead) if element.lead else None)
        roles = [one for one in model.roles.values() if one.team and one.team.id == element.id]
        yield fact(words, say("Roles"), ", ".join(words.say(one.title) for one in roles))
    elif isinstance(element, Role):
        yield fact(words, say("Team"), words.reference(element.team) if element.team else None)
        yield fact(words, say("Held by"), words.names(element.held_by))
        backup = words.reference(element.backup) if element.backup else None
        yield fact(words, say("Stand-in"), backup)
    elif isinstance(element, Person):
        held = model.roles_of.get(element.id, ())
        yield fact(words, say("Roles"), ", ".join(words.say(one.title) for one in held))
        away = element.away
        own = away.stand_in if away is not None else None
        # Who says nothing else is stood in for by whoever does so for their roles.
        backups = {one.backup.id: one.backup for one in held if one.backup is not None}
        backups.pop(element.id, None)
        yield fact(words, say("Stand-in"), words.names((own,) if own else backups.values()))


def _stage(words: Wording, stage: Stage) -> Fact:
    """What is to be done in a stage, by when, and where it goes on."""
    lines = [words.say(stage.means)] if stage.means is not None else []
    if stage.within is not None:
        lines.append(words.say(say("By when: {time}", time=words.duration(stage.within))))
    lines += [f"• {said}" for said in (work(words, one) for one in stage.does) if said]
    for edge in ways_out(words, stage.id):
        if edge.live:
            lines.append(f"→ {words.title('stages', edge.target)}: {in_one_line(words, edge)}")
    return Fact(words.say(stage.title), tuple(lines) or (words.say(say("nothing is written")),))


def _returns(words: Wording, party: Party) -> Iterator[Fact]:
    """What others give back, and why they may."""
    for edge in words.journey.edges:
        if edge.live and edge.returns and edge.target in party.stages:
            if edge.source in party.stages:
                continue
            why = in_one_line(words, edge)
            target = words.say(say('to "{stage}"', stage=words.title("stages", edge.target)))
            lines = tuple(one for one in (target, why) if one)
            yield Fact(words.title("stages", edge.source), lines)


def _links(words: Wording, party: Party) -> Iterator[Link]:
    """A sheet to print, and the meetings to put into a calendar."""
    if party.section == "roles":
        yield Link(words.say(say("This role on one sheet of paper")), handout_of(party.name))
    yield from _calendars(words, party)


def _calendars(words: Wording, party: Party) -> Iterator[Link]:
    for forum in words.journey.model.forums.values():
        if has_dates(forum) and any(map(party.belongs, forum.members)):
            name = words.say(forum.title)
            yield Link(words.say(say('"{meeting}" for your calendar', meeting=name)), calendar_of(forum.id))  # fmt: skip
