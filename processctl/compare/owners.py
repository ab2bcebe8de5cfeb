"""Changes of who answers for what."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.compare.change import Change, Sides
from processctl.compare.kinds import owners
from processctl.model.element import Element
from processctl.model.model import SECTIONS, Model
from processctl.model.people import Role
from processctl.model.reference import Reference
from processctl.proofs.words import party_in_words
from processctl.reading.problem import Path
from processctl.texts import Listing, Message, Text, say

KEYS = {
    "teams": "lead",
    "systems": "owner",
    "fields": "owner",
    "metrics": "owner",
    "goals": "owner",
    "forums": "chair",
    "feedback": "owner",
    "stages": "owner",
}
"""The key of each section that names who answers for its elements."""


def owner_changes(sides: Sides) -> Iterator[Change]:
    """Owners that are gone, new, or others: of what is declared in both states."""
    old, new = sides.old.model, sides.new.model
    for section in SECTIONS:
        key = KEYS.get(section)
        was, now = (getattr(model, section) for model in (old, new))
        for name, element in now.items():
            if name not in was or element.shared:
                continue
            if section == "stages" and not (was[name].live and element.live):
                continue
            if key is not None:
                yield from _owner(sides, (section, name, key), was[name], element)
    yield from _holders(sides)
    owners_of = [process.owner for process in (old.process, new.process)]
    yield from _between(sides, ("process", "owner"), say("the process"), *owners_of)


def _owner(sides: Sides, path: Path, old: Element, new: Element) -> Iterator[Change]:
    key = str(path[-1])
    if not (old.readable(key) and new.readable(key)):
        return
    was, now = _named(getattr(old, key)), _named(getattr(new, key))
    yield from _between(sides, path, new.title, was, now)


def _between(
    sides: Sides,
    path: Path,
    what: Text | Message,
    was: tuple[Reference, ...],
    now: tuple[Reference, ...],
) -> Iterator[Change]:
    before, after = (tuple(one.id for one in some) for some in (was, now))
    if before == after:
        return
    old = party_in_words(sides.old.model, before[0]) if before else ""
    new = party_in_words(sides.new.model, after[0]) if after else ""
    if not after:
        yield sides.changed(
            owners.GONE,
            say(
                'Nobody answers for "{element}" any more; it was "{owner}".',
                element=what,
                owner=old,
            ),
            path,
            say("What nobody answers for is done by nobody."),
        )
    elif not before:
        yield sides.changed(
            owners.ADDED,
            say('"{owner}" answers for "{element}" now.', element=what, owner=new),
            path,
            say("Nobody answered for it before."),
        )
    elif before[0] != after[0]:
        people = _people(sides.old.model, was[0])
        is_same = people and people == _people(sides.new.model, now[0])
        yield sides.changed(
            owners.CHANGED,
            say(
                '"{owner}" answers for "{element}" now; it was "{before}".',
                element=what,
                owner=new,
                before=old,
            ),
            path,
            say("It is the same person today.")
            if is_same
            else say("Somebody else does the work, or is asked about it."),
            level="clarifying" if is_same else None,
        )
    else:
        yield sides.changed(
            owners.CHANGED,
            say(
                'Those who share the responsibility for "{element}" with "{owner}" are others.',
                element=what,
                owner=new,
            ),
            path,
            say("Somebody else does the work, or is asked about it."),
        )


def _holders(sides: Sides) -> Iterator[Change]:
    """Who holds the roles that are in both states."""
    old, new = sides.old.model, sides.new.model
    for name, role in new.roles.items():
        before = old.roles.get(name)
        if (
            before is None
            or role.shared
            or not all(one.readable("held_by") for one in (before, role))
        ):
            continue
        was, now = ([one.id for one in some.held_by] for some in (before, role))
        if set(was) != set(now):
            yield _held(sides, role, was, now)


def _held(sides: Sides, role: Role, was: list[str], now: list[str]) -> Change:
    path = ("roles", role.id, "held_by")
    owned = tuple(one.id for one in sides.new.stages.values() if _owns(one.owner, role.id))
    old, new = (
        Listing(tuple(party_in_words(model, one) for one in some))
        for model, some in ((sides.old.model, was), (sides.new.model, now))
    )
    if not now and owned:
        message = say(
            'Nobody holds the role "{role}" any more, and it owns stages.', role=role.title
        )
        reason = say("What nobody answers for is done by nobody.")
        return sides.changed(owners.GONE, message, path, reason, stages=owned)
    reason = say("Somebody else does the work, or is asked about it.")
    if not now:
        message = say('Nobody holds the role "{role}" any more.', role=role.title)
    elif not was:
        message = say('Who holds the role "{role}" now: {new}.', role=role.title, new=new)
    else:
        message = say(
            'Who holds the role "{role}" now: {new}; it was {old}.',
            role=role.title,
            new=new,
            old=old,
        )
    return sides.changed(owners.CHANGED, message, path, reason)


def _people(model: Model, reference: Reference) -> frozenset[str]:
    """The persons that a reference comes down to; none for a team, or where nobody is named."""
    if reference.section == "people":
        return frozenset({reference.id})
    role = model.roles.get(reference.id) if reference.section == "roles" else None
    return frozenset(one.id for one in role.held_by) if role is not None else frozenset()


def _owns(owner: tuple[Reference, ...], role: str) -> bool:
    return any((one.section, one.id) == ("roles", role) for one in owner)


def _named(value: Reference | tuple[Reference, ...] | None) -> tuple[Reference, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
