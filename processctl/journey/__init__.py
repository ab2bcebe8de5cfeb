"""The journey of a case: the graph of a model, and who hands to whom."""

from processctl.journey.edge import Edge
from processctl.journey.feedback import Loop
from processctl.journey.handoff import Handoff, Terms
from processctl.journey.journey import Journey, make_journey
from processctl.journey.owner import Owner
from processctl.journey.returns import UnmarkedReturn

__all__ = ["Edge", "Handoff", "Journey", "Loop", "Owner", "Terms", "UnmarkedReturn", "make_journey"]
