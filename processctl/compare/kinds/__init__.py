"""All kinds of change, in the order of their codes: the only list there is."""

from processctl.compare.kind import Kind
from processctl.compare.kinds import data, handoffs, owners, rest, stages, times, ways

_FAMILIES = (ways, stages, owners, times, handoffs, data, rest)

KINDS: tuple[Kind, ...] = tuple(
    sorted((kind for family in _FAMILIES for kind in family.KINDS), key=lambda kind: kind.code)
)
