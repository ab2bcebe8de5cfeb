"""JSON that people may have edited, or git may have merged: read strictly, each fault with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TypeAlias

from processctl.texts import Message, say

Path: TypeAlias = tuple[str | int, ...]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]|[^\s{}\[\]:,"]+')
_CONFLICT = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?:[ \r]|$)", re.MULTILINE)
_LONGEST_NUMBER = 18  # digits: nobody's version or count has more
_DEEPEST = 20


class BadJson(Exception):  # noqa: N818 - no error of ours: a text is not what it should be
    """A text is no JSON, or not what was wanted; ``offset`` is the character where that shows."""

    def __init__(self, message: Message, offset: int) -> None:
        super().__init__(message.template)
        self.message = message
        self.offset = offset


def read_json(text: str) -> object:
    """What a text of JSON holds.

    Raises:
        BadJson: it is no JSON, says a key twice, or goes deeper than anything that is written.
    """
    twice: list[str] = []

    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        held = dict(pairs)
        if len(held) < len(pairs):
            twice.append("")
        return held

    try:
        held: object = json.loads(text, object_pairs_hook=once, parse_int=_whole)
    except json.JSONDecodeError as error:
        conflict = _CONFLICT.search(text)
        if conflict is not None:
            raise BadJson(
                say("two branches were merged here, and the conflict is not settled"),
                conflict.start(),
            ) from error
        raise BadJson(say("this is no JSON"), min(error.pos, len(text))) from error
    except RecursionError as error:
        raise BadJson(say("this goes too deep"), _too_deep(text)) from error
    if twice:
        raise _said_twice(text)
    return held


def place_of(text: str, path: Path) -> int:
    """Where a key or an item stands in a text that is JSON; the beginning for what is not there."""
    return next((offset for one, offset in _places(text) if one == path), 0)


def _whole(digits: str) -> int | None:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else None


def _said_twice(text: str) -> BadJson:
    seen: set[Path] = set()
    for path, offset in _places(text):
        if path in seen:
            return BadJson(say('the key "{key}" stands here twice', key=str(path[-1])), offset)
        seen.add(path)
    raise AssertionError("a key that is there twice is found twice")


def _places(text: str) -> Iterator[tuple[Path, int]]:
    """Every key and every item of a text that is JSON: its path, and where it begins."""
    steps: list[str | int] = []  # one for each map and list that is open
    wants_key = False
    for match in _TOKEN.finditer(text):
        part, in_list = match[0], bool(steps) and isinstance(steps[-1], int)
        if part in "}]":
            steps.pop()
            wants_key = False
        elif part == ",":
            if in_list:
                steps[-1] = int(steps[-1]) + 1
            wants_key = not in_list
        elif wants_key:
            steps[-1] = json.loads(part)
            yield tuple(steps), match.start()
            wants_key = False
        elif part != ":":
            if in_list:
                yield tuple(steps), match.start()
            if part in "{[":
                steps.append("" if part == "{" else 0)
                wants_key = part == "{"


def _too_deep(text: str) -> int:
    depth = 0
    for match in _TOKEN.finditer(text):
        depth += (match[0] in "{[") - (match[0] in "}]")
        if depth > _DEEPEST:
            return match.start()
    return 0
