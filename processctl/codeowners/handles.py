"""Whom a service asks for a review: the accounts and mail addresses of those who own something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.journey.owner import Owner, resolve_owner
from processctl.model.model import Model
from processctl.model.people import Person, Team
from processctl.model.reference import Reference
from processctl.reading.nearest import nearest
from processctl.reading.problem import Path
from processctl.texts import Message, say

Host: TypeAlias = Literal["github", "gitlab"]
HOSTS: Mapping[Host, str] = {"github": "GitHub", "gitlab": "GitLab"}

# Nothing else is written: these stand in a file that decides who may approve a change.
_ACCOUNTS: Mapping[Host, re.Pattern[str]] = {
    "github": re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9][A-Za-z0-9_-]*)?"),
    "gitlab": re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*"),
}
_MAIL = re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Lack:
    """Why somebody cannot be asked: ``name`` is the kind of it, ``path`` where it stands."""

    name: str
    path: Path
    message: Message
    hint: Message
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """The handles of one owner, and why there are not more."""

    handles: frozenset[str] = frozenset()
    lacks: tuple[Lack, ...] = ()


def asked(model: Model, host: Host, owner: Owner) -> Asked:
    """Whom a host asks when ``owner`` is to review something.

    Of a role these are all who hold it, of a queue that nobody holds those it falls back to.
    """
    parts = tuple(_asked(model, host, owner, frozenset()))
    return Asked(
        frozenset[str]().union(*(part.handles for part in parts)),
        tuple(lack for part in parts for lack in part.lacks),
    )


def _asked(model: Model, host: Host, owner: Owner, met: frozenset[str]) -> Iterator[Asked]:
    if owner.kind == "people":
        yield _person(model.people[owner.id], host)
    elif owner.kind == "teams":
        yield _team(model.teams[owner.id], host)
    elif owner.id not in met:
        yield from _role(model, host, owner.id, met | {owner.id})


def _role(model: Model, host: Host, name: str, met: frozenset[str]) -> Iterator[Asked]:
    role = model.roles[name]
    behind: tuple[Reference, ...] = role.held_by
    if not behind and role.assigns is not None and role.assigns.how == "queue":
        behind = (role.assigns.fallback,) if role.assigns.fallback is not None else ()
    if not behind:
        message = say('Nobody holds role "{role}", so nobody can be asked.', role=role.title)
        hint = say('Name who holds it: "held_by: " and a list of people.')
        yield Asked(lacks=(Lack("role-without-holder", role.path, message, hint, at_key=True),))
    for reference in behind:
        owner = resolve_owner(model, reference)
        if owner is None:
            yield unknown(model, reference)
        else:
            yield from _asked(model, host, owner, met)


def unknown(model: Model, reference: Reference) -> Asked:
    """Of an owner whom nothing declares nobody can be asked."""
    message = say('Nobody is called "{id}" here, so nobody can be asked.', id=reference.id)
    near = nearest(reference.id, (*model.roles, *model.teams, *model.people))
    hint = (
        say('Did you mean "{name}"?', name=near)
        if near
        else say('Declare it under "roles", "teams" or "people", or name another owner.')
    )
    return Asked(lacks=(Lack("unknown-owner", reference.path, message, hint),))


def _person(person: Person, host: Host) -> Asked:
    account = (person.accounts or {}).get(host)
    if account is not None:
        return _account(account, (*person.path, "accounts", host), host)
    if person.email is None:
        message = say(
            '"{person}" has no account on {host} and no e-mail address, so nobody can be asked.',
            person=person.title,
            host=HOSTS[host],
        )
        hint = say('Write the name on {host} under "accounts", or "email".', host=HOSTS[host])
        return Asked(
            lacks=(Lack("person-without-account", person.path, message, hint, at_key=True),)
        )
    if _MAIL.fullmatch(person.email) is None:
        message = say(
            'The e-mail address "{address}" has signs that cannot be written for {host}.',
            address=person.email,
            host=HOSTS[host],
        )
        hint = say('Write the name on {host} under "accounts" instead.', host=HOSTS[host])
        return Asked(lacks=(Lack("unfit-address", (*person.path, "email"), message, hint),))
    return Asked(frozenset({person.email}))


def _team(team: Team, host: Host) -> Asked:
    """Services know people by their addresses, and no teams."""
    account = (team.accounts or {}).get(host)
    if account is not None:
        return _account(account, (*team.path, "accounts", host), host)
    message = say(
        'Team "{team}" has no account on {host}, so nobody can be asked.',
        team=team.title,
        host=HOSTS[host],
    )
    hint = say(
        'Write it under "accounts": "organisation/team" on GitHub, the group on GitLab. '
        "The e-mail address of a team is no account."
    )
    return Asked(lacks=(Lack("team-without-account", team.path, message, hint, at_key=True),))


def _account(written: str, path: Path, host: Host) -> Asked:
    name = written.removeprefix("@")
    if _ACCOUNTS[host].fullmatch(name):
        return Asked(frozenset({f"@{name}"}))
    message = say('No account on {host} is called "{name}".', host=HOSTS[host], name=written)
    hint = say(
        'A name has letters, digits and "-"; "/" stands between an organisation and its team.'
    )
    return Asked(lacks=(Lack("unfit-account", path, message, hint),))
