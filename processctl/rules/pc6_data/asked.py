"""Which fields a workspace has to answer for."""

from __future__ import annotations

from processctl.journey import Journey
from processctl.model.customer_data import Field


def asked_fields(journey: Journey) -> list[Field]:
    """The fields that the workspace itself declares and somebody fills in, in the order written.

    A computed field is kept nowhere and filled in by nobody; a shared one is another workspace's.
    """
    return [
        field
        for field in journey.model.fields.values()
        if not field.shared and field.computed is None and field.readable("is")
    ]
