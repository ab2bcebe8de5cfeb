"""Everything else that is declared: what is new, what is gone, and which keys say something else."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping

from processctl.compare import contracts, deadlines, owners, promised, recorded
from processctl.compare.change import Change, Sides
from processctl.compare.kind import Level
from processctl.compare.kinds import rest
from processctl.model.build import Part
from processctl.model.condition import Judgement
from processctl.model.element import Element
from processctl.model.exit import Exit
from processctl.model.model import SECTIONS
from processctl.model.stage import Stage
from processctl.repair.portrait import said
from processctl.texts import Listing, Message, Text, say

_WORDS = frozenset(
    [
        "name",
        "about",
        "links",
        "tags",
        "means",
        "says",
        "because",
        "why",
        "source",
        "phase",
        "note",
        "strategy",
        "url",
        "documented_in",
        "email",
        "phone",
        "accounts",
        "examples",
        "since",
        "until",
        "agenda",
        "notes",
        "review",
        "case",
        "languages",
        "sources",
    ]
)
"""Attributes that tell people something, and from which nothing follows."""
_PLANS = frozenset({"improvements", "skills", "campaigns"})
_ELSEWHERE = {
    "stages": deadlines.KEYS
    | {
        "owner",
        "entry",
        "exits",
        "captures",
        "accepts",
        "in_order",
        "free_choice",
        "status",
        "start",
    },
    "fields": recorded.KEYS | {"computed"},
    "criteria": frozenset({"test"}),
    "segments": frozenset({"test"}),
    "promises": promised.KEYS,
}
"""What other modules compare, section by section."""
_TOLD_ELSEWHERE = frozenset({"stages", "promises", "cases"})
_CONTRACT, _NOTHING = frozenset({"handoff"}), frozenset[str]()
_NEVER = frozenset({"id", "shared", "ignore", "segment", "to", "when"})


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
    level: Level | None = "clarifying" if section in _PLANS else None
    for name, element in now.items():
        if name not in was and not element.shared:
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
        if name not in now and not element.shared:
            yield sides.changed(
                rest.REMOVED,
                say(
                    '"{element}" is gone from "{section}".', element=element.title, section=section
                ),
                (section, name),
                say("What it said is not agreed on any more."),
                level=level,
            )


def _element(sides: Sides, section: str, old: Element, new: Element) -> Iterator[Change]:
    elsewhere = _ELSEWHERE.get(section, frozenset()) | {owners.KEYS.get(section, "")}
    if section == "roles" and new.id in owners.lost_their_holders(sides.old.model, sides.new.model):
        elsewhere |= {"held_by"}
    yield from _keys(sides, old, new, new.title, elsewhere, is_plan=section in _PLANS)
    if isinstance(old, Stage) and isinstance(new, Stage):
        yield from _of_stage(sides, old, new)


def _of_stage(sides: Sides, old: Stage, new: Stage) -> Iterator[Change]:
    """What only stages have: exits, and a contract where nothing is handed over."""
    if old.start is not None and new.start is not None:
        elsewhere = frozenset({"brings", "when"})
        yield from _keys(sides, old.start, new.start, new.title, elsewhere, is_plan=False)
    handed = {(key[0], key[1]) for key in contracts.handoffs_of(sides.new)}
    was = _by_target(old)
    for key, exit_ in _by_target(new).items():
        before = was.get(key)
        if before is None:
            continue
        is_handoff = (new.id, key[0]) in handed
        yield from _keys(
            sides, before, exit_, new.title, _CONTRACT if is_handoff else _NOTHING, is_plan=False
        )
        yield from _judgement(sides, new, before, exit_)
    if not any(target == new.id for _, target in handed):
        only = frozenset(said(sides.new.model, new)) - {"accepts"}
        yield from _keys(sides, old, new, new.title, only, is_plan=False)


def _by_target(stage: Stage) -> dict[tuple[str, int], Exit]:
    found: dict[tuple[str, int], Exit] = {}
    for exit_ in stage.exits:
        target = exit_.to.id if exit_.to is not None else ""
        number = sum(key[0] == target for key in found)
        found[target, number] = exit_
    return found


def _judgement(sides: Sides, stage: Stage, old: Exit, new: Exit) -> Iterator[Change]:
    """A question that people answer, on an exit to the same stage."""
    if isinstance(old.when, Judgement) and isinstance(new.when, Judgement):
        yield from _keys(sides, old.when, new.when, stage.title, frozenset(), is_plan=False)


def _keys(
    sides: Sides,
    old: Part,
    new: Part,
    title: Text | Message,
    elsewhere: frozenset[str],
    *,
    is_plan: bool,
) -> Iterator[Change]:
    """The keys of one map that say something else: those for people, and those that matter."""
    was, now = said(sides.old.model, old), said(sides.new.model, new)
    changed = [
        key
        for key in now
        if was[key] != now[key]
        and key not in elsewhere
        and key not in _NEVER
        and old.readable(key)
        and new.readable(key)
    ]
    words = [key for key in changed if is_plan or _is_words(sides, old, new, key)]
    rest_of_them = [key for key in changed if key not in words]
    for kind, keys in ((rest.REWORDED, words), (rest.CHANGED, rest_of_them)):
        if not keys:
            continue
        names = Listing(tuple(_key(new, key) for key in keys))
        message = (
            say('"{element}" is put in other words: {keys}.', element=title, keys=names)
            if kind is rest.REWORDED
            else say('"{element}" is arranged otherwise: {keys}.', element=title, keys=names)
        )
        reason = (
            say("No case goes elsewhere for that.")
            if kind is rest.REWORDED
            else say("People work by it, and no case goes elsewhere for that.")
        )
        first = (*new.path, _key(new, keys[0]))
        yield sides.changed(kind, message, first, reason, old_path=(*old.path, first[-1]))


def _is_words(sides: Sides, old: Part, new: Part, key: str) -> bool:
    """Whether a key only tells people something: texts alone, or nothing but the texts in a map."""
    if key in _WORDS:
        return True
    return _differ_in_words_only(sides, getattr(old, key), getattr(new, key))


def _differ_in_words_only(sides: Sides, old: object, new: object) -> bool:
    if isinstance(old, Text) and isinstance(new, Text):
        return True
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        pairs = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
        return bool(pairs) and all(_differ_in_words_only(sides, *pair) for pair in pairs)
    if isinstance(old, Part) and isinstance(new, Part) and type(old) is type(new):
        was, now = said(sides.old.model, old), said(sides.new.model, new)
        changed = [key for key in now if was[key] != now[key]]
        return all(_is_words(sides, old, new, key) for key in changed)
    return False


def _key(part: Part, attribute: str) -> str:
    """The key as it is written, of an attribute."""
    for field in dataclasses.fields(part):
        if field.name == attribute:
            return str(field.metadata.get("name") or attribute)
    return attribute


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
            yield from _keys(
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
