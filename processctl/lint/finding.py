"""Findings: what the linter tells, complete and in order."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from processctl.reading.problem import Path
from processctl.reading.source import Span
from processctl.repair.mend import Mend
from processctl.texts import Message, Text
from processctl.texts.severity import Severity

if TYPE_CHECKING:
    from processctl.rules.rule import Case  # it loads all that rules look at


@dataclass(frozen=True, slots=True)
class Relation:
    """Another place that belongs to a finding."""

    message: Message
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding, resolved to its place.

    ``element`` names the element symbolically (``stages.offer``, ``stages.offer → nurture #2``).
    ``witness`` is a path of stages, ``case`` the values of a case, and ``story`` what becomes of it.
    ``members`` are the findings that this one says at once.
    ``mend`` would mend it. ``because`` is the reason that an ignore gives for hiding it.
    """

    code: str
    name: str
    severity: Severity
    message: Message
    span: Span
    element: str
    path: Path
    hint: Message | None = None
    related: tuple[Relation, ...] = ()
    witness: tuple[str, ...] = ()
    case: Case = ()
    story: tuple[Message, ...] = ()
    ids: tuple[str, ...] = ()
    ordinal: int = 1
    members: tuple[Finding, ...] = ()
    mend: Mend | None = None
    because: Text | None = None

    @property
    def each(self) -> tuple[Finding, ...]:
        """The findings that this one says at once, or itself."""
        return self.members or (self,)

    @property
    def fingerprint(self) -> str:
        """The same for the same finding after lines moved or words were translated."""
        return fingerprint(self.code, self.element, self.ids, self.ordinal)

    @property
    def order(self) -> tuple[str, int, int, str, str, tuple[str, ...]]:
        """What findings are sorted by: file, line, column, code."""
        line, column = self.span.first
        return str(self.span.source.path), line, column, self.code, self.element, self.ids


def fingerprint(code: str, element: str, ids: tuple[str, ...], ordinal: int = 1) -> str:
    """The fingerprint of a finding: one name for what tells it apart from others."""
    parts = (code, element, *ids, str(ordinal))
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
