"""The text of a baseline, read strictly: one that is not understood must never pass for an empty one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from processctl.lint.baseline import (
    OUR_OWN,
    VERSION,
    VERSION_KEY,
    WORKSPACES_KEY,
    Baseline,
    Entry,
)
from processctl.lint.known import READING
from processctl.reading.json_text import BadJson, place_of, read_json
from processctl.reading.json_text import Path as JsonPath
from processctl.reading.nearest import nearest
from processctl.texts import Message, say

_ENTRY_KEYS = tuple(field.name for field in fields(Entry))


def read_baseline(file: Path, text: str) -> Baseline:
    """The baseline that the text of a file holds.

    Raises:
        BadJson: it is none, or one of another version.
    """
    return Baseline(file, _Reader(text).workspaces(read_json(text)))


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text

    def workspaces(self, held: object) -> dict[str, tuple[Entry, ...]]:
        whole = self._map(held, ())
        if VERSION_KEY not in whole:
            raise self._bad(
                (), say('the key "{key}" is missing: this is no baseline', key=VERSION_KEY)
            )
        version = whole[VERSION_KEY]
        if isinstance(version, bool) or version != VERSION:
            raise self._bad(
                (VERSION_KEY,),
                say(
                    "this version of a baseline is not known; processctl reads version {version}",
                    version=VERSION,
                ),
            )
        self._check_keys(whole, (VERSION_KEY, WORKSPACES_KEY), ())
        listed = self._map(whole[WORKSPACES_KEY], (WORKSPACES_KEY,))
        return {name: self._entries(name, one) for name, one in listed.items()}

    def _entries(self, name: str, held: object) -> tuple[Entry, ...]:
        path: JsonPath = (WORKSPACES_KEY, name)
        self._word(name, path)
        if not isinstance(held, list):
            raise self._bad(path, say("a list of findings is wanted here"))
        return tuple(self._entry(one, (*path, number)) for number, one in enumerate(held))

    def _entry(self, held: object, path: JsonPath) -> Entry:
        entry = self._map(held, path)
        self._check_keys(entry, _ENTRY_KEYS, path)
        words = {key: self._word(entry[key], (*path, key)) for key in _ENTRY_KEYS}
        if words["code"].startswith((READING, OUR_OWN)):
            raise self._bad(
                (*path, "code"),
                say("findings of {code} cannot stand in a baseline", code=words["code"]),
            )
        return Entry(**words)

    def _check_keys(
        self, held: Mapping[str, object], keys: tuple[str, ...], path: JsonPath
    ) -> None:
        for key in held:
            if key not in keys:
                near = nearest(key, keys)
                raise self._bad(
                    (*path, key),
                    say('there is no key "{key}"; did you mean "{name}"?', key=key, name=near)
                    if near
                    else say('there is no key "{key}"', key=key),
                )
        for key in keys:
            if key not in held:
                raise self._bad(path, say('the key "{key}" is missing', key=key))

    def _map(self, held: object, path: JsonPath) -> Mapping[str, object]:
        if not isinstance(held, dict):
            raise self._bad(path, say("a map in braces is wanted here"))
        return held

    def _word(self, held: object, path: JsonPath) -> str:
        if not isinstance(held, str):
            raise self._bad(path, say("a text in quotes is wanted here"))
        if any("\ud800" <= sign <= "\udfff" for sign in held):
            raise self._bad(path, say("half a sign stands here: an escape lacks its second part"))
        return held

    def _bad(self, path: JsonPath, message: Message) -> BadJson:
        return BadJson(message, place_of(self._text, path))
