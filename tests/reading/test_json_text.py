"""JSON that somebody may have edited: read strictly, and each fault has its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.reading.json_text import BadJson, Path, place_of, read_json

SCALARS = st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=5)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)


def paths(held: object, above: Path = ()) -> list[Path]:
    """Every key and item below a value."""
    if isinstance(held, dict):
        below = [(key, one) for key, one in held.items()]
    elif isinstance(held, list):
        below = list(enumerate(held))
    else:
        return []
    return [path for step, one in below for path in ((*above, step), *paths(one, (*above, step)))]


@given(VALUES, st.sampled_from([None, 2]))
def test_everything_stands_where_it_is_said_to_stand(held: object, indent: int | None) -> None:
    text = json.dumps(held, indent=indent)
    assert read_json(text) == held
    found = [place_of(text, path) for path in paths(held)]
    assert found == sorted(set(found))  # each at a place of its own, in the order written
    for path, offset in zip(paths(held), found, strict=True):
        inner = held
        for step in path:
            inner = inner[step]  # type: ignore[index]  # the path leads through maps and lists
        said = json.dumps(path[-1]) if isinstance(path[-1], str) else json.dumps(inner)[0]
        assert text[offset:].startswith(said)


@pytest.mark.parametrize(
    ("text", "message", "offset"),
    [
        ("", "this is no JSON", 0),
        ('{"a": 1 2}', "this is no JSON", 8),
        ('{"a": 1', "this is no JSON", 7),
        ("{'a': 1}", "this is no JSON", 1),
        ('{"a": 1} x', "this is no JSON", 9),
        ('{"a": {"b": 1,\n "b": 2}}', 'the key "{key}" stands here twice', 16),
        ('[{"a": 1}, {"a": 1, "a": 1}]', 'the key "{key}" stands here twice', 20),
        ('{"a": [\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> x\n]}', "two branches", 8),
        ("[" * 100_000, "this goes too deep", 20),
        ('{"a":' * 100_000, "this goes too deep", 5 * 20),
    ],
)
def test_faults_have_their_place(text: str, message: str, offset: int) -> None:
    with pytest.raises(BadJson) as caught:
        read_json(text)
    assert (caught.value.message.template.startswith(message), caught.value.offset) == (
        True,
        offset,
    )


def test_a_number_without_end_is_none() -> None:
    assert read_json("9" * 10_000) is None
