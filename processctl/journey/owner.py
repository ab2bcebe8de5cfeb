"""Who answers for a stage: the owner as a role, a team or a person, and the team behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from processctl.model.model import Model
from processctl.model.reference import Reference
from processctl.model.stage import Stage

OwnerKind: TypeAlias = Literal["roles", "teams", "people"]


@dataclass(frozen=True, slots=True)
class Owner:
    """An accountable owner; ``team`` is None where nothing says which team it is."""

    id: str
    kind: OwnerKind
    team: str | None


def lacks_owner(stage: Stage) -> bool:
    """Whether nobody is written as owner, here or of the process that the stage continues in."""
    elsewhere = stage.continues is not None and stage.continues.owner is not None
    return not stage.owner and not elsewhere and stage.readable("owner", "continues")


def owner_of(model: Model, stage: Stage) -> Owner | None:
    """The first owner of a stage, or of the process it continues in; None where that is nobody."""
    reference = _first_owner(stage)
    return resolve_owner(model, reference) if reference is not None else None


def _first_owner(stage: Stage) -> Reference | None:
    if stage.owner:
        return stage.owner[0]
    return stage.continues.owner if stage.continues else None


def resolve_owner(model: Model, reference: Reference) -> Owner | None:
    """The owner that a reference names; None where it names nobody."""
    name = reference.id
    if reference.section == "teams":
        return Owner(name, "teams", name)
    if reference.section == "roles":
        return Owner(name, "roles", team_of_role(model, name))
    if reference.section == "people":
        return Owner(name, "people", _team_of_person(model, name))
    return None


def team_of_role(model: Model, role: str) -> str | None:
    """The team a role belongs to: the one it names, else the one team that names it."""
    team = model.roles[role].team
    if team is not None:
        return team.id if team.known else None
    return model.team_naming.get(role)


def _team_of_person(model: Model, person: str) -> str | None:
    """The team of the roles that a person holds, if that is one."""
    teams = {team_of_role(model, role.id) for role in model.roles_of.get(person, ())} - {None}
    return teams.pop() if len(teams) == 1 else None


def is_placed(model: Model, reference: Reference) -> bool:
    """Whether it can be said which team a role, team or person is of, or that it is of none.

    It cannot where a name leads nowhere, or where a role's own team cannot be read.
    """
    if reference.section == "roles":
        return _has_clear_team(model, reference.id)
    if reference.section == "people":
        roles = model.roles_of.get(reference.id, ())
        return all(_has_clear_team(model, role.id) for role in roles)
    return reference.known


def _has_clear_team(model: Model, name: str) -> bool:
    role = model.roles[name]
    return role.team.known if role.team is not None else role.readable("team")


def is_owner_placed(model: Model, stage: Stage) -> bool:
    """Whether a stage has an owner of whom the team, or that there is none, is known."""
    reference = _first_owner(stage)
    return reference is not None and stage.readable("owner") and is_placed(model, reference)


def same_hat(model: Model, one: Owner, other: Owner) -> bool:
    """Whether two owners are one: the same, or a role and the person who holds it."""
    if one == other:
        return True
    if {one.kind, other.kind} == {"roles", "people"}:
        role, person = (one, other) if one.kind == "roles" else (other, one)
        return any(holder.id == person.id for holder in model.roles[role.id].held_by)
    return False
