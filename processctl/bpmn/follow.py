"""From a flow to the ways between stages: gateways and events in between become words.

A stage is where a case is for a while: a task, an end, an event that is waited for. What a case only
passes through is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from processctl.bpmn.found import Found, Note, Picture, Way
from processctl.diagrams.bundle import BULLET
from processctl.texts import Message, Quantity, Translator, say

MOST_STEPS = 1000
"""How many flows are followed from one stage; gateways in a row multiply the ways."""
_AT_ONCE = ("parallelGateway", "inclusiveGateway", "complexGateway")


@dataclass(frozen=True, slots=True)
class Lead:
    """A way from one stage to another.

    ``clock`` is the event whose time it takes, ``way`` the flow that knows more of it; ``otherwise`` says that it is the last resort, and
    ``words`` then what the diagram calls it.
    """

    target: str
    words: str = ""
    otherwise: bool = False
    clock: Found | None = None
    line: int = 0
    way: Way | None = None


@dataclass
class Follower:
    """Follows the flows of one process; ``notes`` are what BPMN says and our language cannot."""

    picture: Picture
    translate: Translator
    notes: list[Note] = field(default_factory=list)
    _told: set[tuple[str, str]] = field(default_factory=set)

    def is_stage(self, node: Found) -> bool:
        """Whether a case is there for a while."""
        if node.role == "catch":
            return "link" not in node.events and not self._is_awaited_at_gateway(node)
        return node.role in ("activity", "end")

    def leads(self, node: str) -> tuple[Lead, ...]:
        """The ways out of a stage, by choice or by event, in the order of the file."""
        found = [each for lead in self._from(node) for each in self._alternatives(lead)]
        here = self.picture.nodes[node]
        if len(self.picture.out[node]) > 1 and here.role != "start":
            self._tell_split(here)
        if here.role == "catch" and "timer" in here.events:
            found = [replace(lead, clock=here) for lead in found]
        for event in self.picture.hosted.get(node, ()):
            found += self._from_event(event)
        each = {(lead.target, lead.words, lead.clock and lead.clock.id): lead for lead in found}
        return tuple(each.values())

    def _alternatives(self, lead: Lead) -> list[Lead]:
        """The ways that our own files write as one, with a list of words."""
        lines = lead.words.split("\n")
        if not self.picture.ours or not all(line.startswith(BULLET) for line in lines):
            return [lead]
        return [replace(lead, words=line.removeprefix(BULLET)) for line in lines]

    def _from(self, node: str) -> Iterator[Lead]:
        """Along the flows that leave a node, each to the next stage."""
        open_ways = [
            (way, Lead(way.target, line=way.line, way=way), frozenset[str]())
            for way in reversed(self.picture.out[node])
        ]
        for _ in range(MOST_STEPS):
            if not open_ways:
                return
            way, so_far, seen = open_ways.pop()
            target = self.picture.nodes[way.target]
            lead = replace(so_far, target=target.id, way=way if way.marks else so_far.way)
            if way.words or way.is_default:
                lead = self._with_words(lead, way)
            if self.is_stage(target):
                yield lead
            elif target.id not in seen:
                beyond = list(self._beyond(target, lead))
                open_ways += [(on, after, seen | {target.id}) for on, after in reversed(beyond)]
        begin = self.picture.nodes[node]
        message = say(
            'Behind "{name}" are too many ways through gateways: only the first are taken over.',
            name=begin.words,
        )
        self._tell(begin, "many", message)

    def _beyond(self, node: Found, lead: Lead) -> Iterator[tuple[Way, Lead]]:
        """The flows behind a node that a case only passes, and what is known behind it."""
        if node.role == "catch" and "link" not in node.events:
            lead = self._awaited(node, lead)
        if "link" in node.events and node.role == "throw":
            for other in self.picture.nodes.values():
                if other.role == "catch" and "link" in other.events and other.link == node.link:
                    yield from ((way, lead) for way in self.picture.out[other.id])
            return
        if node.role == "throw" and node.name and "outcome" not in node.marks:
            self._tell(
                node,
                "throw",
                say('The event "{name}" is passed over: nothing waits there.', name=node.name),
            )
        out = self.picture.out[node.id]
        if node.kind in _AT_ONCE and len(out) > 1:
            self._tell_split(node)
        asks = node.name if node.kind == "exclusiveGateway" and len(out) > 1 else ""
        for way in out:
            yield way, replace(lead, words=_joined(lead.words, asks)) if asks else lead

    def _with_words(self, lead: Lead, way: Way) -> Lead:
        source = self.picture.nodes[way.source]
        question = source.name if source.kind == "exclusiveGateway" else ""
        spoken = lead.words
        last_resort = self.translate.render(say("otherwise"))
        if way.is_default and not spoken.removesuffix(question).strip("; "):
            # The words of a last resort are its name: when it is taken, the others say.
            named = way.words if way.words.casefold() != last_resort else ""
            return replace(lead, words=_answer(question, named) if named else "", otherwise=True)
        words = way.words or last_resort
        return replace(lead, words=_answer(spoken, words) if question else _joined(spoken, words))

    def _awaited(self, event: Found, lead: Lead) -> Lead:
        """What an event behind an event-based gateway adds: its time, or its name."""
        if "timer" in event.events:
            return replace(lead, clock=event, words=_joined(lead.words, event.name))
        return replace(lead, words=_joined(lead.words, event.name))

    def _from_event(self, event: Found) -> Iterator[Lead]:
        """What leads on from an event on a task."""
        if not event.interrupts:
            self._tell(
                event,
                "beside",
                say(
                    'The event "{name}" is not taken over: the task goes on, and the case would be in two places.',
                    name=event.words,
                ),
            )
            return
        known = "" if "timer" in event.events else event.name
        clock = event if "timer" in event.events or "clock" in event.marks else None
        for lead in self._from(event.id):
            yield replace(lead, words=_joined(known, lead.words), clock=clock or lead.clock)

    def _is_awaited_at_gateway(self, node: Found) -> bool:
        return any(
            self.picture.nodes[way.source].kind == "eventBasedGateway"
            for way in self.picture.into[node.id]
        )

    def _tell_split(self, node: Found) -> None:
        count = Quantity("{count} way", "{count} ways", len(self.picture.out[node.id]))
        self._tell(
            node,
            "split",
            say(
                'Behind "{name}" a case would go {ways} at once. A case of ours is in one stage at a time, '
                "so they are written as alternatives.",
                name=node.words,
                ways=count,
            ),
        )

    def _tell(self, node: Found, sort: str, message: Message) -> None:
        if (node.id, sort) not in self._told:
            self._told.add((node.id, sort))
            self.notes.append(Note(node.line, message))


def _joined(first: str, second: str) -> str:
    """Two conditions that both hold."""
    return f"{first}; {second}" if first and second else first or second


def _answer(question: str, words: str) -> str:
    """A question, and what is answered to it: "Qualified? Yes"."""
    if question.endswith(("?", ":")) or not question:
        return f"{question} {words}".strip()
    return f"{question}: {words}" if words else question
