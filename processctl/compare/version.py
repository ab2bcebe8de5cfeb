"""Whether the version of a process tells how much it has changed (Semantic Versioning 2.0.0)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from processctl.compare.change import Change, Sides
from processctl.compare.kind import LEVELS, Level
from processctl.compare.kinds.rest import LOWERED, NOT_RAISED, RAISED
from processctl.texts import Message, say

# The numbers of semver.org's own expression; what stands behind them is not compared here.
_VERSION = re.compile(
    r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-(?P<pre>[0-9A-Za-z.-]+))?(?:\+\S*)?$"
)
Version: TypeAlias = tuple[int, int, int, tuple[tuple[bool, int, str], ...] | None]

_WORDS: dict[Level, Message] = {
    "breaking": say("It is breaking, so the first number has to be raised."),
    "behaviour": say("It changes behaviour, so the second number has to be raised."),
    "clarifying": say("It clarifies, so the third number has to be raised."),
}
_READ = say("Others read it to know whether they have to read the rest.")
_WORDS_FOR_0 = say("It is breaking, so the second number has to be raised while the first is 0.")


def version_changes(sides: Sides, changes: Iterable[Change]) -> Iterator[Change]:
    """What is wrong with the version, for the changes there are. A process without one needs none."""
    written, now = (side.model.process.version for side in (sides.old, sides.new))
    found = list(changes)
    path = ("process", "version")
    if written is None:
        if now is not None:
            message = say('The process has a version now: "{now}".', now=now)
            yield sides.changed(RAISED, message, path, _READ)
        return
    old, new = version(written), version(now)
    if now is None or (old is not None and new is not None and _key(new) < _key(old)):
        yield sides.changed(
            LOWERED,
            say('The version "{was}" has become "{now}".', was=written, now=now)
            if now is not None
            else say('The version "{was}" is gone.', was=written),
            path,
            say("Nobody can say any more which of the two is the newer one."),
        )
        return
    if old is None or new is None or not found:
        if written != now:
            yield _raised_to(sides, written, now)
        return
    level = min((one.level for one in found), key=LEVELS.index)
    if _raised(old, new) < _wanted(level, old):
        words = _WORDS_FOR_0 if level == "breaking" and old[0] == 0 else _WORDS[level]
        yield sides.changed(
            NOT_RAISED,
            say('The version is still "{now}".', now=now)
            if now == written
            else say('The version is "{now}", and it was "{was}".', now=now, was=written),
            path,
            words,
            level=level,
        )
    else:
        yield _raised_to(sides, written, now)


def _raised_to(sides: Sides, was: str, now: str) -> Change:
    message = say('The version is "{now}" now; it was "{was}".', now=now, was=was)
    return sides.changed(RAISED, message, ("process", "version"), _READ)


def version(text: str | None) -> Version | None:
    """The parts of a version; None for one of another form."""
    found = _VERSION.match(text) if text is not None else None
    if found is None:
        return None
    first, second, third = (int(found[place]) for place in (1, 2, 3))
    before = found["pre"]
    if before is None:
        return first, second, third, None
    parts = before.split(".")
    return (
        first,
        second,
        third,
        tuple((not one.isdigit(), int(one) if one.isdigit() else 0, one) for one in parts),
    )


def _key(one: Version) -> tuple[int, int, int, bool, tuple[tuple[bool, int, str], ...]]:
    return (*one[:3], one[3] is None, one[3] or ())


def _raised(old: Version, new: Version) -> int:
    """Which number was raised: 3 for the first, 0 for none."""
    for place, value in ((0, 3), (1, 2), (2, 1)):
        if new[place] != old[place]:
            return value
    return 1 if old != new else 0


def _wanted(level: Level, old: Version) -> int:
    if level == "breaking":
        return 2 if old[0] == 0 else 3
    if level == "behaviour":
        return 1 if old[0] == 0 else 2
    return 1
