"""All kinds of change, in the order of their codes: the only list there is."""

from processctl.compare.kind import Kind
from processctl.compare.kinds import data, handoffs, owners, rest, times, ways

KINDS: tuple[Kind, ...] = (
    *ways.KINDS,
    *owners.KINDS,
    *times.KINDS,
    *handoffs.KINDS,
    *data.KINDS,
    *rest.KINDS,
)
