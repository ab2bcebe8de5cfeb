"""A role, team or person, and what is theirs: also what they own through a role or a team."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from processctl.journey import Journey
from processctl.journey.owner import Owner, OwnerKind, resolve_owner, team_of_role
from processctl.model.reference import Reference


@dataclass(frozen=True)
class Party:
    """Whoever is asked about."""

    journey: Journey
    section: OwnerKind
    name: str

    @cached_property
    def stages(self) -> frozenset[str]:
        """The stages that they answer for."""
        return frozenset(
            stage for stage, owner in self.journey.owners.items() if self.is_owner(owner)
        )

    def is_owner(self, owner: Owner) -> bool:
        """Whether an owner is this party: itself, its team, or a role that it holds."""
        if (owner.kind, owner.id) == (self.section, self.name):
            return True
        if self.section == "teams":
            return owner.team == self.name
        if self.section == "people" and owner.kind == "roles":
            held_by = self.journey.model.roles[owner.id].held_by
            return any(person.id == self.name for person in held_by)
        return False

    def belongs(self, reference: Reference | None) -> bool:
        """Whether a reference names this party, or the team that it is in."""
        if self.is_meant(reference):
            return True
        return reference is not None and reference.section == "teams" and reference.id in self.teams

    @cached_property
    def teams(self) -> frozenset[str]:
        """The teams that a role or person is in."""
        if self.section == "teams":
            return frozenset({self.name})
        model = self.journey.model
        if self.section == "roles":
            found = {team_of_role(model, self.name)}
        else:
            found = {team_of_role(model, role.id) for role in model.roles_of.get(self.name, ())}
        return frozenset(team for team in found if team is not None)

    def is_meant(self, reference: Reference | None) -> bool:
        """Whether a reference names this party."""
        owner = resolve_owner(self.journey.model, reference) if reference is not None else None
        return owner is not None and self.is_owner(owner)
