"""How many nodes an alias stands for, so that a few lines cannot stand for millions."""

from __future__ import annotations

from dataclasses import dataclass, field

from processctl.reading.nodes import Mapping, Node, Sequence


@dataclass
class AliasSizes:
    """Counts nodes below anchored ones; each is counted once."""

    _known: dict[int, int] = field(default_factory=dict)

    def size(self, node: Node, limit: int) -> int:
        """How many nodes a node stands for, aliases below it in full; stops soon above ``limit``."""
        known = self._known.get(id(node))
        if known is not None:
            return known
        size = 1
        pending: list[Node] = [node]
        while pending and size <= limit:
            here = pending.pop()
            if isinstance(here, Mapping):
                size += len(here.entries)
                pending.extend(entry.value for entry in here.entries.values())
            elif isinstance(here, Sequence):
                size += len(here.items)
                pending.extend(here.items)
        self._known[id(node)] = size
        return size
