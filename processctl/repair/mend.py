"""What would mend a finding, as edits of the text that it was found in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from processctl.repair.splice import Splice

if TYPE_CHECKING:
    from processctl.rules.repair import Kind


@dataclass(frozen=True, slots=True)
class Mend:
    """A repair resolved: its kind, its edits, and the names of the elements that it writes into."""

    kind: Kind
    splice: Splice
    elements: frozenset[str] = frozenset()
