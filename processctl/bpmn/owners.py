"""Who does the work of a stage: lanes are teams, lanes in them and performers are roles."""

from __future__ import annotations

from dataclasses import dataclass, field

from processctl.bpmn.found import Found, Picture, Place
from processctl.bpmn.names import LANE
from processctl.interview.names import Names
from processctl.model.parse import is_id
from processctl.reading.data_text import Data, Map, given

_SECTIONS = ("teams", "roles", "people")
_NOBODY = (f"{LANE}nobody", f"{LANE}outcomes")
"""Bands of our own drawings that are no owner."""


@dataclass
class Owners:
    """Teams, roles and people, declared where a stage first names them."""

    picture: Picture
    teams: Map = field(default_factory=dict)
    roles: Map = field(default_factory=dict)
    people: Map = field(default_factory=dict)
    _names: Names = field(default_factory=lambda: Names(set()))
    _lanes: dict[str, str] = field(default_factory=dict)
    _performers: dict[tuple[str, str | None], str] = field(default_factory=dict)

    def of(self, node: Found) -> Data:
        """The owner of a stage; None where the diagram names none."""
        lane = self.picture.lanes.get(self.picture.lane_of.get(node.id, ""))
        holder = self._holder(lane) if lane is not None else None
        found = list(dict.fromkeys(self._performer(name, holder) for name in node.performers))
        if not found:
            return holder
        return found[0] if len(found) == 1 else list[Data](found)

    def _holder(self, lane: Place) -> str | None:
        """The team, role or person that a lane stands for."""
        if self.picture.ours and lane.id in _NOBODY:
            return None
        if lane.id in self._lanes:
            return self._lanes[lane.id]
        if not lane.name and not self.picture.ours:
            return None
        section, known = self._section(lane)
        name = known or self._names.another(lane.name, "team")
        self._names.taken.add(name)
        self._lanes[lane.id] = name
        above = self.picture.lanes.get(lane.inside or "")
        team = self._holder(above) if above is not None and section == "roles" else None
        given_name = lane.name if lane.name.casefold() != name.replace("_", " ") else None
        getattr(self, section)[name] = given(name=given_name, team=team)
        return name

    def _section(self, lane: Place) -> tuple[str, str | None]:
        """What a lane is, and its id where it is one of our own."""
        if self.picture.ours:
            for section in _SECTIONS:
                own = lane.id.removeprefix(f"{LANE}{section}_")
                if own != lane.id and is_id(own) and own not in self._names.taken:
                    return section, own
        return ("roles" if lane.inside in self.picture.lanes else "teams"), None

    def _performer(self, name: str, holder: str | None) -> str:
        """The role of whoever performs a task: of the team in whose lane it stands."""
        key = name.casefold(), holder
        if holder is None:  # in no lane of an owner: whoever is called so elsewhere
            called = self._lane_called(key[0])
            if called is not None:
                return called
            alike = [role for (known, _), role in self._performers.items() if known == key[0]]
            if alike:
                return alike[0]
        if holder is not None and name.casefold() == self._title(holder):
            return holder
        if key not in self._performers:
            role = self._names.another(name, "role")
            team = holder if holder in self.teams else None
            said = name if name.casefold() != role.replace("_", " ") else None
            self.roles[role] = given(name=said, team=team)
            self._performers[key] = role
        return self._performers[key]

    def _lane_called(self, name: str) -> str | None:
        lanes = self.picture.lanes.values()
        found = (self._holder(lane) for lane in lanes if lane.name.casefold() == name)
        return next(filter(None, found), None)

    def _title(self, holder: str) -> str:
        for section in (self.teams, self.roles, self.people):
            element = section.get(holder)
            if isinstance(element, dict):
                return str(element.get("name", holder.replace("_", " "))).casefold()
        return ""
