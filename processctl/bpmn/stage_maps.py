"""The ways out of a stage as our language writes them: exits, and what happens when time is up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from processctl.bpmn.durations import from_iso
from processctl.bpmn.follow import Lead
from processctl.bpmn.found import Found
from processctl.bpmn.ways import length_text
from processctl.model.values import duration
from processctl.reading.data_text import Data, Map, given
from processctl.texts import Message, say

Tell: TypeAlias = Callable[[int, Message], None]
"""Tells of something that could not be taken over, by its line."""


def ways_out(leads: Iterable[Lead], ids: Mapping[str, str], within: str | None, tell: Tell) -> Map:
    """What a stage says of its ways out.

    ``ids`` are those of the stages by node; ``within`` is the deadline, where our own file says it.
    """
    exits: list[Map] = []
    steps: dict[str, list[Map]] = {"late": [], "idle": []}
    found: Map = {}
    limits: list[tuple[list[Map], str, str]] = []
    for lead in leads:
        target, event = ids[lead.target], lead.clock
        if event is None:
            marks = lead.way.marks if lead.way is not None else {}
            if "then" in marks:
                limits.append((exits, target, marks["then"]))
            else:
                exits.append(_exit(lead, target, marks))
            continue
        sort, after = event.marks.get("clock", "late"), _after(event, tell)
        if sort == "full":
            found["holds"] = {"full": {"to": target}}
        elif sort == "silent":
            found["accepts"] = given(within=after, silent={"to": target})
        elif sort == "then":
            limits.append((steps["late"], target, event.marks.get("then", "")))
        elif after is None:
            exits.append({"to": target, "when": {"says": lead.words or event.words}})
        else:
            step = given(after=after, to=target, **_marked(event.marks))
            steps["idle" if sort == "idle" else "late"].append(step)
    for where, target, limit in limits:
        _then(where, target, limit.split())
    for one in (*exits, *steps["late"], *steps["idle"]):
        if "then" not in one:
            one.pop("at_most", None)  # the language wants both or none
    idle: Data = steps["idle"][0] if len(steps["idle"]) == 1 else list(steps["idle"]) or None
    return given(**_late(steps["late"], within), idle=idle, **found, exits=list(exits) or None)


def _exit(lead: Lead, target: str, marks: Mapping[str, str]) -> Map:
    when: Data = {"says": lead.words} if lead.words else None
    if lead.otherwise:
        return given(to=target, name=lead.words or None, when="otherwise", **_marked(marks))
    return given(to=target, when=when, **_marked(marks))


def _marked(marks: Mapping[str, str]) -> Map:
    """What only our own files say of a way: that it is a return, and how often it is taken."""
    found: Map = {"return": True} if marks.get("return") == "true" else {}
    limit = marks.get("at_most", "")
    return found | (
        {"at_most": int(limit)} if limit.isascii() and limit.isdecimal() and len(limit) < 7 else {}
    )


def _then(ways: list[Map], target: str, limits: list[str]) -> None:
    """Write where a case goes that has used up the ways with such a limit."""
    for way in ways:
        if "then" not in way and str(way.get("at_most")) in limits:
            way["then"] = target


def _late(steps: list[Map], within: str | None) -> Map:
    """The deadline and what happens then: in one stage one length of time is the deadline."""
    if len(steps) == 1:
        after = steps[0].get("after")
        if within in (None, after):
            only = {key: value for key, value in steps[0].items() if key != "after"}
            return given(within=within or after, late=only)
        return given(within=within, late=steps[0])
    return given(within=within, late=list(steps) or None)


def _after(event: Found, tell: Tell) -> str | None:
    """The time of an event as the language writes it; None where it cannot be said."""
    own = event.marks.get("after", "")
    if duration(own) is not None:
        return own
    if "timer" not in event.events or "clock" in event.marks:
        return None
    length = from_iso(event.time or "")
    if length is None:
        message = say(
            'The time of "{name}" is not taken over: "{time}" is no length in one unit.',
            name=event.words,
            time=event.time or "",
        )
        tell(event.line, message)
        return None
    return length_text(length)
