"""Names for boxes and lanes in DOT and Mermaid: their ids, where those cannot be misread."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HARMLESS = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}", re.ASCII)


def names(ids: Iterable[str], prefix: str = "") -> dict[str, str]:
    """A name for every id: itself after ``prefix``, or a number if it holds anything unusual.

    Numbered names begin with two underscores, which no id of the process language does.
    """
    return {
        one: prefix + one if _HARMLESS.fullmatch(one) else f"__{prefix}{number}"
        for number, one in enumerate(ids)
    }
