"""The keys of one map that say something else: those for people, and those that matter."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from processctl.compare.change import Change, Sides
from processctl.compare.kinds import rest
from processctl.model.build import Part
from processctl.model.element import Element
from processctl.model.model import Model
from processctl.model.reference import Reference
from processctl.model.stage import Clocked, Stage
from processctl.repair.portrait import Portrait, said
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
        "id",
        "languages",
        "sources",
    ]
)
"""Attributes that tell people something, and from which nothing follows."""
_NEVER = frozenset({"shared", "ignore"})
_IN_ORDER = frozenset({"owner", "times"})
"""Lists of names whose order says something: who answers first, from where to where time is counted."""
_CLOCKS = frozenset({"within", "late", "idle"})


def key_changes(
    sides: Sides,
    old: Part,
    new: Part,
    title: Text | Message,
    elsewhere: frozenset[str],
    *,
    is_plan: bool,
) -> Iterator[Change]:
    """What is told of a map for all its keys but those that are compared ``elsewhere``."""
    if old == new and not any(isinstance(held, dict) for held in vars(new).values()):
        return  # usual, and soon seen; equal dictionaries may still be in another order
    was, now = _said(sides.old.model, old), _said(sides.new.model, new)
    changed = [
        key
        for key in now
        if was[key] != now[key]
        and key not in elsewhere
        and key not in _NEVER
        and old.readable(key)
        and new.readable(key)
    ]
    if "name" in changed and _is_called_otherwise(old, new):
        assert isinstance(old, Element)  # noqa: S101 - only elements are called anything
        assert isinstance(new, Element)  # noqa: S101 - as above
        changed.remove("name")
        yield sides.changed(
            rest.REWORDED,
            say('"{old}" is called "{new}" now.', old=old.title, new=new.title),
            (*new.path, "name"),
            say("No case goes elsewhere for that."),
            old_path=(*old.path, "name"),
        )
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
    return differ_in_words_only(sides, getattr(old, key), getattr(new, key))


def differ_in_words_only(sides: Sides, old: object, new: object) -> bool:
    """Whether two values differ, and in nothing but what they tell people."""
    if isinstance(old, Text) and isinstance(new, Text):
        return True
    if isinstance(old, tuple) and isinstance(new, tuple) and len(old) == len(new):
        pairs = [(one, other) for one, other in zip(old, new, strict=True) if one != other]
        return bool(pairs) and all(differ_in_words_only(sides, *pair) for pair in pairs)
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


def _said(model: Model, part: Part) -> dict[str, Portrait]:
    """What a map says, by attribute: without what is compared as a deadline, names in no order."""
    found = said(model, part)
    if isinstance(part, Clocked):
        found["does"] = tuple({**said(model, one), "within": None} for one in part.does)
    if isinstance(part, Stage):
        variants = (
            {key: value for key, value in _said(model, one).items() if key not in _CLOCKS}
            for one in part.varies
        )
        found["varies"] = tuple(one for one in variants if len([v for v in one.values() if v]) > 1)
    for key, value in found.items():
        if key not in _IN_ORDER and isinstance(value, tuple) and _are_names(getattr(part, key)):
            found[key] = frozenset(value)
    return found


def _are_names(held: object) -> bool:
    """Whether a key holds ids of elements, in no order, and perhaps words beside them."""
    return (
        isinstance(held, tuple)
        and any(isinstance(one, Reference) for one in held)
        and all(isinstance(one, Reference | Text) for one in held)
    )


def _is_called_otherwise(old: Part, new: Part) -> bool:
    """Whether readers of every language see another name."""
    if not (isinstance(old, Element) and isinstance(new, Element)):
        return False
    was, now = old.title, new.title
    languages = was.languages | now.languages or {""}
    return all(was.in_language(one) != now.in_language(one) for one in languages)
