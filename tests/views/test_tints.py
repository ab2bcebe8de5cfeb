"""A team has one colour, in whichever view it is drawn."""

from __future__ import annotations

import pytest

from processctl.views.boxes import lane_of
from processctl.views.view import views_of
from processctl.views.wording import wording
from tests.views.reading import NAMES, journey, sketch, table


@pytest.mark.parametrize("name", NAMES)
def test_a_team_has_one_colour_in_every_view(name: str) -> None:
    found = journey(name)
    whole = {lane.id: lane.tint for lane in sketch(found, "journey").lanes}
    assert len(set(whole.values())) == len(whole)
    for view in views_of(found):
        if view.kind in ("stage", "role"):
            lanes = sketch(found, view.name).lanes
            assert {lane.id: lane.tint for lane in lanes} == {
                one.id: whole[one.id] for one in lanes
            }
    words = wording(found, "en")
    for kind in ("data", "goals"):
        for column in table(found, kind).columns:
            lane = lane_of(words, found.model.stages[column.id])
            assert column.tint in (whole[lane.id], None)
