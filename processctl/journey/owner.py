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


def owner_of(model: Model, stage: Stage) -> Owner | None:
    """The first known owner of a stage, or of the process it continues in."""
    references = stage.owner or (
        (stage.continues.owner,) if stage.continues and stage.continues.owner else ()
    )
    for reference in references:
        owner = resolve_owner(model, reference)
        if owner is not None:
            return owner
    return None


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
    """The team a role belongs to."""
    team = model.roles[role].team
    return team.id if team is not None and team.known else None


def _team_of_person(model: Model, person: str) -> str | None:
    """The team of the roles that a person holds, if that is one."""
    teams = {
        team_of_role(model, role.id)
        for role in model.roles.values()
        if any(holder.id == person for holder in role.held_by)
    }
    return teams.pop() if len(teams) == 1 else None


def same_hat(model: Model, one: Owner, other: Owner) -> bool:
    """Whether two owners are one: the same, or a role and the person who holds it."""
    if one == other:
        return True
    if {one.kind, other.kind} == {"roles", "people"}:
        role, person = (one, other) if one.kind == "roles" else (other, one)
        return any(holder.id == person.id for holder in model.roles[role.id].held_by)
    return False
