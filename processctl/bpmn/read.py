"""A BPMN file as one process: its nodes, flows and lanes, and what of it is passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from processctl.bpmn.around import beside, remarks
from processctl.bpmn.found import Found, NoProcessError, Note, Picture, Place, Role, Way
from processctl.bpmn.markup import Element
from processctl.bpmn.names import EXPORTER
from processctl.texts import Listing, Message, Quantity, say

MOST_NODES = 5000
_ROLES: dict[str, Role] = {
    **dict.fromkeys(
        (
            "task", "userTask", "manualTask", "serviceTask", "scriptTask", "sendTask", "receiveTask",
            "businessRuleTask", "callActivity", "subProcess", "adHocSubProcess", "transaction",
        ),
        "activity",
    ),
    **dict.fromkeys(
        (
            "exclusiveGateway", "inclusiveGateway", "parallelGateway", "complexGateway",
            "eventBasedGateway",
        ),
        "gateway",
    ),
    "startEvent": "start",
    "endEvent": "end",
    "intermediateCatchEvent": "catch",
    "intermediateThrowEvent": "throw",
    "boundaryEvent": "boundary",
}  # fmt: skip
_SUB = ("subProcess", "adHocSubProcess", "transaction")
_LOOPS = ("standardLoopCharacteristics", "multiInstanceLoopCharacteristics")
_PERFORMERS = ("performer", "humanPerformer", "potentialOwner", "resourceRole")


def read(root: Element, pool: str | None = None) -> Picture:
    """The process of a file; ``pool`` names it where there are several.

    Raises:
        NoProcessError: there is none, or several of which none is named, or a very large one.
    """
    return _Reader(root, _within_limits(_chosen(root, pool))).picture()


def _chosen(root: Element, pool: str | None) -> Element:
    with_nodes = [one for one in root.all("process") if any(one.all(*_ROLES))]
    if not with_nodes:
        raise NoProcessError(say("There is no process in this file, only what stands around one."))
    if pool is not None:
        named = [one for one in with_nodes if pool in (one.id, *_names(root, one))]
        if not named:
            raise NoProcessError(
                say('No process of this file is called "{name}".', name=pool),
                _there_are(root, with_nodes),
            )
        return named[0]
    if len(with_nodes) > 1:
        raise NoProcessError(
            say("There are several processes in this file: name one of them with --pool."),
            _there_are(root, with_nodes),
        )
    return with_nodes[0]


def _within_limits(process: Element) -> Element:
    if sum(1 for _ in process.all(*_ROLES)) > MOST_NODES:
        raise NoProcessError(
            say("There are more than {count} elements in this process.", count=MOST_NODES)
        )
    return process


def _there_are(root: Element, processes: list[Element]) -> Message:
    names = [next(_names(root, one), one.id) for one in processes]
    return say("There are {names}.", names=Listing(tuple(names)))


def _names(root: Element, process: Element) -> Iterator[str]:
    """What a process is called: by its pool, then by itself."""
    for group in root.all("collaboration"):
        for pool in group.all("participant"):
            if pool.attributes.get("processRef") == process.id and pool.label:
                yield pool.label
    if process.label:
        yield process.label


@dataclass
class _Reader:
    root: Element
    process: Element
    notes: list[Note] = field(default_factory=list)

    def picture(self) -> Picture:
        ours = self.root.attributes.get("exporter") == EXPORTER
        nodes = {node.id: node for node in self._nodes(ours=ours)}
        lanes, lane_of = self._lanes()
        ways = tuple(self._ways(nodes, ours=ours))
        if not ours:
            self.notes += beside(self.root, self.process, nodes)
        return Picture(
            next(_names(self.root, self.process), ""),
            "" if ours else _told(self.process),
            ours,
            nodes,
            ways,
            lanes,
            {node: lane for node, lane in lane_of.items() if node in nodes},
            tuple(sorted(self.notes, key=lambda note: note.line)),
        )

    def _note(self, line: int, message: Message) -> None:
        self.notes.append(Note(line, message))

    def _nodes(self, *, ours: bool) -> Iterator[Found]:
        texts = remarks(self.root, self.process)
        for one in self.process.all(*_ROLES):
            loops = next(one.all(*_LOOPS), None)
            if loops is not None:
                self._note(
                    loops.line,
                    say(
                        '"{name}" is repeated: how often is not taken over.',
                        name=one.label or one.id,
                    ),
                )
            if one.attributes.get("triggeredByEvent") == "true":
                self._note(
                    one.line,
                    say(
                        'The event sub-process "{name}" is not taken over: it begins by itself.',
                        name=one.label or one.id,
                    ),
                )
                continue
            events = [child for child in one.children if child.name.endswith("EventDefinition")]
            yield Found(
                one.id,
                one.name,
                _ROLES[one.name],
                one.marks.get("name", one.label),
                one.line,
                events=tuple(event.name.removesuffix("EventDefinition") for event in events),
                time=next(
                    (_time(event) for event in events if event.name == "timerEventDefinition"), None
                ),
                link=next(
                    (event.label for event in events if event.name == "linkEventDefinition"), None
                ),
                host=one.attributes.get("attachedToRef"),
                interrupts=one.attributes.get("cancelActivity") != "false",
                performers=tuple(self._performers(one)) or _owners(one),
                about=()
                if ours
                else tuple(
                    filter(None, (_told(one), *(words for _, words in texts.get(one.id, ()))))
                ),
                inner=tuple(self._inner(one)) if one.name in _SUB else (),
                marks=one.marks,
            )

    def _performers(self, node: Element) -> Iterator[str]:
        resources = {one.id: one.label for one in self.root.all("resource")}
        for one in node.all(*_PERFORMERS):
            named = one.first("resourceRef")
            said = one.first("resourceAssignmentExpression")
            formal = said.first("formalExpression") if said is not None else None
            name = one.label or (resources.get(named.text, "") if named is not None else "")
            name = name or (formal.text if formal is not None else "")
            if name:
                yield " ".join(name.split())

    def _inner(self, node: Element) -> Iterator[str]:
        """The names of the activities in a sub-process, in the order written."""
        steps = [
            one.label for one in node.all(*_ROLES) if _ROLES[one.name] == "activity" and one.label
        ]
        if steps:
            words = Quantity("its {count} step is", "its {count} steps are", len(steps))
            self._note(
                node.line,
                say(
                    '"{name}" is a sub-process: {steps} taken over as work of one stage, and how they follow is lost.',
                    name=node.label or node.id,
                    steps=words,
                ),
            )
        yield from steps

    def _ways(self, nodes: Mapping[str, Found], *, ours: bool) -> Iterator[Way]:
        defaults = {one.attributes.get("default") for one in self.process.all(*_ROLES)} - {None}
        for one in self.process.all("sequenceFlow"):
            source, target = (
                one.attributes.get("sourceRef", ""),
                one.attributes.get("targetRef", ""),
            )
            if source not in nodes or target not in nodes:
                self._note(
                    one.line,
                    say(
                        "A flow is not taken over: it leads from or to something that is not there."
                    ),
                )
                continue
            condition = one.first("conditionExpression")
            formal = condition.text if condition is not None else ""
            words = (formal or one.label) if ours else (one.label or " ".join(formal.split()))
            yield Way(one.id, source, target, words, one.id in defaults, one.line, one.marks)

    def _lanes(self) -> tuple[dict[str, Place], dict[str, str]]:
        lanes: dict[str, Place] = {}
        lane_of: dict[str, str] = {}
        waiting = [
            (lane, None) for group in self.process.all("laneSet") for lane in group.all("lane")
        ]
        queue: list[tuple[Element, str | None]] = list(waiting)
        while queue:
            lane, inside = queue.pop(0)
            lanes[lane.id] = Place(lane.id, lane.label, inside)
            # An inner lane is read later, and says it more exactly.
            lane_of |= {member.text: lane.id for member in lane.all("flowNodeRef")}
            inner = [one for group in lane.all("childLaneSet") for one in group.all("lane")]
            queue += [(one, lane.id) for one in inner]
        return lanes, lane_of


def _owners(node: Element) -> tuple[str, ...]:
    """Who answers for an end, which has no performer in BPMN, by our own files."""
    return tuple(node.marks["owner"].split("; ")) if node.marks.get("owner") else ()


def _time(event: Element) -> str:
    """What a timer says: a length of time, or a date or a rhythm with the word for that before it."""
    for one in event.all("timeDuration", "timeDate", "timeCycle"):
        return one.text if one.name == "timeDuration" else f"{one.name}: {one.text}"
    return ""


def _told(element: Element) -> str:
    return " ".join(" ".join(one.text.split()) for one in element.all("documentation")).strip()
