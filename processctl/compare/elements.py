"""Everything else that is declared: what is new, what is gone, and which keys say something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processctl.compare import deadlines, owners, promised, recorded
from processctl.compare.change import Change, Sides
from processctl.compare.inner import inner_changes
from processctl.compare.keys import key_changes
from processctl.compare.kind import Level
from processctl.compare.kinds import rest
from processctl.journey import Journey
from processctl.journey.recordings import recordings
from processctl.model.build import Part
from processctl.model.customer_data import Criterion, Field
from processctl.model.element import Element
from processctl.model.model import SECTIONS
from processctl.model.stage import Stage
from processctl.texts import Message, say

_PLANS = frozenset({"improvements", "skills", "campaigns"})
_SAYINGS = _PLANS | {"fields", "criteria", "segments"}
"""What changes nothing by being there: for criteria and fields that is told where they are used."""
_ELSEWHERE = {
    "stages": deadlines.KEYS
    | {"owner", "entry", "exits", "captures", "accepts", "in_order", "start", "waits", "outcome"},
    "fields": recorded.KEYS | {"computed"},
    "criteria": frozenset({"test"}),
    "segments": frozenset({"test"}),
    "promises": promised.KEYS,
    "roles": frozenset({"held_by"}),
}
"""What other modules compare, section by section."""
_TOLD_ELSEWHERE = frozenset({"promises", "cases"})
_NOTHING = frozenset[str]()


def element_changes(sides: Sides) -> Iterator[Change]:
    """Elements that come and go, and the keys of the others that no other module compares."""
    for section in SECTIONS:
        was, now = (getattr(one.model, section) for one in (sides.old, sides.new))
        if section not in _TOLD_ELSEWHERE:
            yield from _presence(sides, section, was, now)
        if section == "cases":
            continue
        for name, element in now.items():
            if name in was and not element.shared:
                yield from _element(sides, section, was[name], element)
    yield from _singles(sides)


def _presence(
    sides: Sides, section: str, was: Mapping[str, Element], now: Mapping[str, Element]
) -> Iterator[Change]:
    level: Level | None = "clarifying" if section in _SAYINGS or section == "stages" else None
    for name, element in now.items():
        if name not in was and not (element.shared or _is_told(sides, element, sides.new)):
            yield sides.changed(
                rest.ADDED,
                say(
                    '"{element}" is new under "{section}".', element=element.title, section=section
                ),
                (section, name),
                say("Whoever is named in it should know."),
                level=level,
            )
    for name, element in was.items():
        if name not in now and not (element.shared or _is_told(sides, element, sides.old)):
            yield sides.changed(
                rest.REMOVED,
                say(
                    '"{element}" is gone from "{section}".', element=element.title, section=section
                ),
                (section, name),
                say("What it said is not agreed on any more."),
                level=level,
            )


def _is_told(sides: Sides, element: Element, side: Journey) -> bool:
    """Whether another module tells of it: of stages in force, and of fields that are recorded."""
    if isinstance(element, Stage):
        return element.live
    other = sides.old if side is sides.new else sides.new
    return (
        isinstance(element, Field)
        and element.id in recordings(side)
        and element.id not in recordings(other)
    )


def _element(sides: Sides, section: str, old: Element, new: Element) -> Iterator[Change]:
    if isinstance(old, Stage) and isinstance(new, Stage) and old.live != new.live:
        return  # as a whole it came into force or went
    is_plan = section in _PLANS or (isinstance(new, Stage) and not new.live)
    elsewhere = _ELSEWHERE.get(section, _NOTHING) | {owners.KEYS.get(section, "")}
    if isinstance(new, Stage) and not new.live:
        elsewhere = _NOTHING
    if isinstance(old, Criterion) and isinstance(new, Criterion):
        is_judged = (old.test is None) != (new.test is None)
        elsewhere = elsewhere | {"judged_by"} if is_judged else elsewhere
    yield from key_changes(sides, old, new, new.title, elsewhere, is_plan=is_plan)
    if isinstance(old, Stage) and isinstance(new, Stage) and new.live:
        yield from inner_changes(sides, old, new)


def _singles(sides: Sides) -> Iterator[Change]:
    """The sections that stand once: the process as a whole, the change, what holds by default."""
    old, new = sides.old.model, sides.new.model
    pairs: list[tuple[Part | None, Part | None, Message, bool]] = [
        (old.process, new.process, say("the process"), False),
        (old.change, new.change, say("the change"), True),
        (old.defaults, new.defaults, say("the defaults"), False),
    ]
    for was, now, title, is_plan in pairs:
        if was is not None and now is not None:
            yield from key_changes(
                sides, was, now, title, frozenset({"version", "owner"}), is_plan=is_plan
            )
        elif was is not None or now is not None:
            part = now or was
            assert part is not None  # noqa: S101 - one of them is there
            kind = rest.ADDED if now is not None else rest.REMOVED
            message = (
                say('"{section}" is new.', section=str(part.path[0]))
                if now is not None
                else say('"{section}" is gone.', section=str(part.path[0]))
            )
            yield sides.changed(
                kind,
                message,
                part.path,
                say("Whoever is named in it should know."),
                level="clarifying" if is_plan else None,
            )
