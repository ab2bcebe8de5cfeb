"""The journey of a case: the graph of a model, and who hands to whom."""

from processctl.journey.edge import Edge
from processctl.journey.handoff import Handoff, Terms
from processctl.journey.journey import Journey, make_journey
from processctl.journey.owner import Owner

__all__ = ["Edge", "Handoff", "Journey", "Owner", "Terms", "make_journey"]
