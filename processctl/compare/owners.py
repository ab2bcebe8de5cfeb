"""Changes of who answers for what."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.compare.change import Change, Sides
from processctl.compare.kinds import owners
from processctl.model.element import Element
from processctl.model.model import SECTIONS, Model
from processctl.model.reference import Reference
from processctl.proofs.words import party_in_words
from processctl.reading.problem import Path
from processctl.texts import Message, Text, say

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
        yield sides.changed(
            owners.CHANGED,
            say(
                '"{owner}" answers for "{element}" now; it was "{before}".',
                element=what,
                owner=new,
                before=old,
            ),
            path,
            say("Somebody else does the work, or is asked about it."),
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
    """Roles that somebody held and nobody holds now."""
    old, new = sides.old.model, sides.new.model
    for name, role in new.roles.items():
        before = old.roles.get(name)
        if before is None or role.shared or not role.readable("held_by"):
            continue
        owned = [one for one in new.stages.values() if _owns(one.owner, name)]
        if before.held_by and not role.held_by and owned:
            yield sides.changed(
                owners.GONE,
                say(
                    'Nobody holds the role "{role}" any more, and it owns stages.', role=role.title
                ),
                ("roles", name, "held_by"),
                say("What nobody answers for is done by nobody."),
                stages=tuple(one.id for one in owned),
            )


def lost_their_holders(old: Model, new: Model) -> frozenset[str]:
    """The roles of which that is told here, and need not be told again."""
    return frozenset(
        name
        for name, role in new.roles.items()
        if name in old.roles and old.roles[name].held_by and not role.held_by
        and any(_owns(one.owner, name) for one in new.stages.values())
    )  # fmt: skip


def _owns(owner: tuple[Reference, ...], role: str) -> bool:
    return any((one.section, one.id) == ("roles", role) for one in owner)


def _named(value: Reference | tuple[Reference, ...] | None) -> tuple[Reference, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)
