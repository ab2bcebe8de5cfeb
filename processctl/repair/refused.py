"""A renaming that is not done, and why."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.reading.source import Span
from processctl.texts import Message


@dataclass(eq=False)
class RefusedError(Exception):
    """Why a renaming is not done, in words, and where that is to be seen."""

    message: Message
    span: Span | None = None
    hint: Message | None = None
