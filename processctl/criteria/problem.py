"""What is wrong with a condition that cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from processctl.criteria.nodes import Span
from processctl.texts import Message


@dataclass(frozen=True, slots=True)
class Problem:
    """The first thing wrong in a text.

    ``syntax`` is no expression at all, ``refused`` is CEL that conditions do without, and
    ``over_limit`` is longer or deeper than is allowed.
    """

    kind: Literal["syntax", "refused", "over_limit"]
    span: Span
    message: Message
    hint: Message | None
