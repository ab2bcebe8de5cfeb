"""Who takes part: one page that lists all, and a page for each team, role and person: their day."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from processctl.journey.owner import OwnerKind
from processctl.model.people import Role, Team
from processctl.site.addresses import WHO, page_of
from processctl.site.content.day import day_blocks, role_blocks, role_of
from processctl.site.content.pictures import pictures
from processctl.site.content.tables import table
from processctl.site.page import Block, Cell, Page, Table
from processctl.texts import say
from processctl.views.journey import shown_stages
from processctl.views.party import Party
from processctl.views.view import View
from processctl.views.wording import Wording

# A part of the journey with more stages than this is no easier to see than the whole.
_MOST = 60
_SECTIONS: tuple[OwnerKind, ...] = ("teams", "roles", "people")
_KINDS = {"teams": say("Team"), "roles": say("Role"), "people": say("Person")}


def who_pages(words: Wording, *, public: bool) -> Iterator[Page]:
    """The list first, then everybody on it; where it is ``public``, no people."""
    model = words.journey.model
    blocks: list[Block | None] = [_teams(words), _roles(words)]
    blocks += [] if public else [_people(words)]
    shown = tuple(block for block in blocks if block is not None)
    if not shown:
        return
    lead = words.say(say("Who answers for what. Find your role: its page is your day."))
    yield Page(WHO, words.say(say("Who does what")), lead, blocks=shown)
    for section in _SECTIONS[:2] if public else _SECTIONS:
        for name in getattr(model, section):
            yield _page(words, section, name)


def _page(words: Wording, section: OwnerKind, name: str) -> Page:
    about = getattr(words.journey.model, section)[name].about
    path, party = page_of(section, name), Party(words.journey, section, name)
    role = role_of(words, party)
    blocks: Iterator[Block] = (
        role_blocks(words, party, role)
        if role is not None
        else chain(day_blocks(words, party), pictures(words, View("role", name), path, _MOST))
    )
    return Page(
        path,
        words.title(section, name),
        lead=words.say(about) if about is not None else "",
        eyebrow=words.say(_KINDS[section]),
        blocks=tuple(blocks),
        parent=WHO,
        shelf=section,
    )


def _answers_for(words: Wording, section: OwnerKind, name: str) -> Cell:
    """The titles of the stages that a party answers for."""
    own = Party(words.journey, section, name).stages
    stages = (stage for stage in shown_stages(words.journey) if stage.id in own)
    return Cell(tuple(words.say(stage.title) for stage in stages))


def _teams(words: Wording) -> Table | None:
    def row(team: Team) -> tuple[Cell, ...]:
        lead = (words.reference(team.lead),) if team.lead is not None else ()
        title = [words.say(team.title)]
        title += [words.say(say("another company"))] if team.external else []
        return (
            Cell(tuple(title), page_of("teams", team.id)),
            Cell(lead),
            _answers_for(words, "teams", team.id),
        )

    rows = tuple(row(team) for team in words.journey.model.teams.values())
    heads = (say("Team"), say("Team lead"), say("Answers for"))
    return table(words, say("Teams"), heads, rows)


def _roles(words: Wording) -> Table | None:
    def row(role: Role) -> tuple[Cell, ...]:
        return (
            Cell((words.say(role.title),), page_of("roles", role.id)),
            Cell((words.names(role.held_by),)),
            _answers_for(words, "roles", role.id),
        )

    rows = tuple(row(role) for role in words.journey.model.roles.values())
    heads = (say("Role"), say("Held by"), say("Answers for"))
    return table(words, say("Roles"), heads, rows)


def _people(words: Wording) -> Table | None:
    model = words.journey.model
    rows = tuple(
        (
            Cell((words.say(person.title),), page_of("people", person.id)),
            Cell((words.say(person.about),) if person.about is not None else ()),
            Cell(tuple(words.say(role.title) for role in model.roles_of.get(person.id, ()))),
        )
        for person in model.people.values()
    )
    heads = (say("Person"), say("More"), say("Roles"))
    return table(words, say("People"), heads, rows)
