"""Views by name, and what is said of names that mean none."""

from __future__ import annotations

import pytest

from processctl.texts import translator
from processctl.views.view import KINDS, UnknownViewError, View, drawing_of, parse, views_of
from tests.views.reading import NAMES, journey


@pytest.mark.parametrize(
    "name", ["journey", "stage:offer", "role:sales", "feedback", "data", "goals"]
)
def test_a_view_is_written_as_it_is_read(name: str) -> None:
    assert parse(name).name == name


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("jurney", 'There is no view "jurney".', 'Did you mean "journey"?'),
        ("", 'There is no view "".', "There are journey, stage:ID, role:ID, feedback, data, goals."),
        ("qwertyuiop", 'There is no view "qwertyuiop".',
         "There are journey, stage:ID, role:ID, feedback, data, goals."),
        ("stage", 'Write the view "stage" as stage:ID.', None),
        ("stage:", 'Write the view "stage" as stage:ID.', None),
        ("goals:growth", 'Write the view "goals" as goals.', None),
        ("data:", 'Write the view "data" as data.', None),
    ],
)  # fmt: skip
def test_names_that_mean_no_view(name: str, message: str, hint: str | None) -> None:
    with pytest.raises(UnknownViewError) as caught:
        parse(name)
    assert told(caught.value) == (message, hint)


@pytest.mark.parametrize(
    ("view", "message", "hint"),
    [
        (View("stage", "ofer"), 'There is no stage "ofer".', 'Did you mean "offer"?'),
        (View("stage", "zzz"), 'There is no stage "zzz".', None),
        (View("role", "sales_repp"), 'There is no role, team or person "sales_repp".',
         'Did you mean "sales_rep"?'),
    ],
)  # fmt: skip
def test_ids_that_are_not_there(view: View, message: str, hint: str | None) -> None:
    with pytest.raises(UnknownViewError) as caught:
        drawing_of(journey("after"), view, "en")
    assert told(caught.value) == (message, hint)


def told(error: UnknownViewError) -> tuple[str, str | None]:
    words = translator("en")
    return words.render(error.message), words.render(error.hint) if error.hint else None


@pytest.mark.parametrize("name", NAMES)
def test_the_views_there_are_can_all_be_drawn(name: str) -> None:
    found = journey(name)
    views = views_of(found)
    assert {view.kind for view in views} <= set(KINDS)
    for view in views:
        for language in ("en", "fi"):
            drawing = drawing_of(found, view, language)
            assert drawing.language == language
            assert drawing_of(found, parse(view.name), language) == drawing


def test_every_kind_of_view_is_among_those_of_the_example() -> None:
    assert {view.kind for view in views_of(journey("after"))} == set(KINDS)
