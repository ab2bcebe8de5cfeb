"""What to write in place of an option that does not exist."""

from __future__ import annotations

from collections.abc import Mapping

from processctl.reading.nearest import nearest
from processctl.texts import Listing, Message, say

_LISTED = 12
_COMPARED = 50_000  # looking for the nearest takes time: a file full of mistakes must not


class OptionHints:
    """Hints of one run; each word is looked up once among the same options."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int], Message] = {}
        self._left = _COMPARED

    def hint(self, option: str, options: Mapping[str, object]) -> Message | None:
        """The nearest option, else those there are if they are few; None where too many were asked."""
        key = option, id(options)
        if key not in self._known:
            if self._left <= 0:
                return None
            self._left -= len(options)
            self._known[key] = _hint(option, options)
        return self._known[key]


def _hint(option: str, options: Mapping[str, object]) -> Message:
    near = nearest(option, options)
    if near is not None:
        return say('Did you mean "{name}"?', name=near)
    if len(options) <= _LISTED:
        return say("There are {names}.", names=Listing(tuple(options)))
    return say('Add it under "options", or write one that is there.')
