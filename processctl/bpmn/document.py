"""A process in our language, of what a BPMN diagram says: that and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from processctl.bpmn.follow import Follower
from processctl.bpmn.found import Found, Note, Picture
from processctl.bpmn.names import STAGE
from processctl.bpmn.owners import Owners
from processctl.bpmn.stage_maps import ways_out
from processctl.interview.names import Names
from processctl.model.parse import is_id
from processctl.model.values import duration
from processctl.reading.data_text import Data, Map, given
from processctl.texts import Message, Translator, say

_ENDED = "ended"
_KNOWN = ("won", "lost")
_KINDS = ("won", "lost", "neutral")
_SORTS = {"start": "start", "end": "end", "catch": "waiting"}
"""What a stage without a name is called in its id."""
_NO_SOURCE = ("", "start", "alku")
"""Names of start events that say nothing of where a case comes from."""


def document(picture: Picture, translate: Translator) -> tuple[Map, tuple[Note, ...]]:
    """The sections of the process, and what of the diagram is not in them, by line."""
    maker = _Maker(picture, translate)
    sections = maker.sections()
    notes = {*picture.notes, *maker.follower.notes, *maker.notes}
    return sections, tuple(sorted(notes, key=lambda note: (note.line, note.message.template)))


@dataclass
class _Maker:
    picture: Picture
    translate: Translator
    notes: list[Note] = field(default_factory=list)
    outcomes: Map = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.follower = Follower(self.picture, self.translate)
        self.owners = Owners(self.picture)
        self.starts, self.births = self._starts()
        self.ids = self._ids()

    def tell(self, line: int, message: Message) -> None:
        """Remember something that could not be taken over."""
        self.notes.append(Note(line, message))

    def sections(self) -> Map:
        """Teams and roles come of what the stages name, so they are made last and stand first."""
        stages: Map = {}
        nodes = [node for node in self.picture.nodes.values() if node.id in self.ids]
        for node in nodes:
            if node.role != "end":  # an end may stand in no lane of its owner
                self.owners.of(node)
        for node in nodes:
            stages.setdefault(self.ids[node.id], self._stage(node))
        process = given(
            name=self.picture.name or None,
            about=self.picture.about or None,
            outcomes=self.outcomes or None,
        )
        found: Map = {
            "processctl": 1,
            "process": process,
            "teams": self.owners.teams,
            "roles": self.owners.roles,
            "people": self.owners.people,
            "stages": stages,
        }
        return {name: section for name, section in found.items() if section != {}}

    def _starts(self) -> tuple[dict[str, list[Found]], set[str]]:
        """The start events of the stages where cases are born, and those that are stages themselves.

        What leads to one stage only is that stage's start; where a choice comes first, a case is
        somewhere before it.
        """
        starts: dict[str, list[Found]] = {}
        own = set()
        events = [node for node in self.picture.nodes.values() if node.role == "start"]
        for event in events:
            leads = self.follower.leads(event.id)
            if len(leads) == 1 and not leads[0].words and leads[0].clock is None:
                starts.setdefault(leads[0].target, []).append(event)
            elif leads:
                own.add(event.id)
        if (
            not events and not self.picture.ours
        ):  # by BPMN's own words, what nothing leads to is then where cases are born
            reached = {way.target for way in self.picture.ways}
            for node in self.picture.nodes.values():
                if node.role == "activity" and node.id not in reached:
                    starts[node.id] = []
        return starts, own

    def _ids(self) -> dict[str, str]:
        """The id of every stage by its node; ends without a name are one."""
        words = {node.marks.get("outcome", "") for node in self.picture.nodes.values()}
        names = Names({_ENDED, *words})
        end: str | None = None
        found: dict[str, str] = {}
        for node in self.picture.nodes.values():
            if not (self.follower.is_stage(node) or node.id in self.births):
                continue
            own = node.id.removeprefix(STAGE)
            if self.picture.ours and is_id(own) and own not in names.taken:
                names.taken.add(own)
                found[node.id] = own
            elif node.role == "end" and not node.name:
                end = end or names.another("", "end")
                found[node.id] = end
            else:
                found[node.id] = names.another(node.name, _SORTS.get(node.role, "stage"))
        return found

    def _stage(self, node: Found) -> Map:
        within = node.marks.get("within", "")
        leads = () if node.role == "end" else self.follower.leads(node.id)
        return given(
            name=self._name(node),
            about=" ".join(node.about) or None,
            start=self._start(node),
            owner=self.owners.of(node),
            **self._outcome(node),
            does=list(node.inner) or None,
            **ways_out(leads, self.ids, within if duration(within) else None, self.tell),
        )

    def _name(self, node: Found) -> str | None:
        """What the diagram calls it, where that says more than the id."""
        told = node.name.casefold() not in ("", self.ids[node.id].replace("_", " "))
        return node.name if told else None

    def _start(self, node: Found) -> Data:
        if node.id in self.births:
            return True
        if node.id not in self.starts:
            return None
        names = [event.name for event in self.starts[node.id]]
        told = [name for name in dict.fromkeys(names) if name.casefold() not in _NO_SOURCE]
        return {"from": list(told)} if told else True

    def _outcome(self, node: Found) -> Map:
        """What a stage counts as. Whether an end is good or bad, BPMN does not say."""
        place = node.marks.get("continues")
        continues: Map = {"continues": {"in": place}} if place is not None else {}
        own = self._passed(node)
        if own is not None:
            word, kind = own.marks["outcome"], own.marks.get("counts_as", "")
            if word not in _KNOWN:
                counts = kind if kind in _KINDS else "neutral"
                self.outcomes.setdefault(
                    word, {"name": own.marks.get("outcome_name", word), "counts_as": counts}
                )
            return {"outcome": word, **continues}
        if node.role != "end" or continues:
            return continues
        ended = self.translate.render(say("Ended"))
        self.outcomes.setdefault(_ENDED, {"name": ended, "counts_as": "neutral"})
        self.tell(
            node.line,
            say(
                'Whether "{name}" counts as won or lost is not said: it counts as neither.',
                name=node.words,
            ),
        )
        return {"outcome": _ENDED}

    def _passed(self, node: Found) -> Found | None:
        """The node that says what a stage counts as: itself, or the event in front of it."""
        before = (self.picture.nodes[way.source] for way in self.picture.into[node.id])
        marked = (one for one in (node, *before) if is_id(one.marks.get("outcome", "")))
        return next((one for one in marked if one is node or one.role == "throw"), None)
