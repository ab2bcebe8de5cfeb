"""Questions about trees: names, day counts, connectives, definitions."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.criteria import (
    Name,
    Node,
    Parser,
    Problem,
    Readings,
    circles,
    counts_down,
    mixed_connectives,
    names,
    reads,
    resolve,
)

PARSER = Parser()


def parsed(text: str) -> Node:
    result = PARSER.parse(text)
    assert not isinstance(result, Problem), result
    return result


def definitions(**texts: str) -> Mapping[str, Node]:
    return {name: parsed(text) for name, text in texts.items()}


def test_names_are_found_in_order_with_their_places() -> None:
    text = 'has(a) and at_least(1, b, "x" in c) or days_since(d) > e + a'
    found = [(name.id, text[slice(*name.span)]) for name in names(parsed(text))]
    assert found == [(word, word) for word in "abcdea"]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("days_until(a) < 30", True),
        ("b and (days_since(a) - 3 > 30 or c)", True),
        ("30 > days_since(a)", True),
        ("days_since(a) in [1, 2]", True),
        ("a > 30", False),
        ("has(a)", False),
        ("a ? b : c", False),
    ],
)
def test_day_counts_that_are_compared_come_true_by_themselves(text: str, counts: bool) -> None:
    assert counts_down(parsed(text)) is counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a or b and c", [("b and c", "a or (b and c)")]),
        (
            "a && b || c and d",
            [("a && b", "(a and b) or (c and d)"), ("c and d", "(a and b) or (c and d)")],
        ),
        ("(x or a and b) and c", [("a and b", "x or (a and b)")]),
        ("a or (b and c)", []),
        ("(a or b) and c", []),
        ("a and b ? c or d : e", []),
        ("a or not (b and c)", []),
        ("a or ((b and c))", []),
    ],
)
def test_and_beside_or_without_parentheses(text: str, found: list[tuple[str, str]]) -> None:
    mixed = mixed_connectives(parsed(text))
    assert [(text[slice(*place.span)], place.text) for place in mixed] == found


def test_names_are_resolved_by_section() -> None:
    resolution = resolve(parsed("f > 1 and c or s and f < g or g"), {"f"}, {"c"}, {"s"})
    nowhere = (0, 0)
    assert resolution.kinds == {
        Name(nowhere, "f"): "field",
        Name(nowhere, "c"): "criterion",
        Name(nowhere, "s"): "segment",
    }
    assert [(name.id, name.span) for name in resolution.unknown] == [
        ("g", (25, 26)),
        ("g", (30, 31)),
    ]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ({"a": "b", "b": "x > 1"}, ()),
        ({"a": "not a"}, (("a",),)),
        ({"b": "a", "a": "b"}, (("b", "a"),)),
        ({"a": "b or c", "b": "c", "c": "a"}, (("a", "c"),)),
        ({"a": "b", "b": "c", "c": "b", "d": "d"}, (("b", "c"), ("d",))),
    ],
)
def test_circles(texts: dict[str, str], found: tuple[tuple[str, ...], ...]) -> None:
    assert circles(definitions(**texts)) == found


def test_long_circles_and_chains_are_followed() -> None:
    many = {f"c{i}": parsed(f"c{i + 1} and f{i % 3} > 1") for i in range(5_000)}
    assert circles(many) == ()
    assert reads(parsed("c0"), many) == {"f0", "f1", "f2", "c5000"}
    many["c5000"] = parsed("c0")
    (circle,) = circles(many)
    assert len(circle) == 5_001


def test_readings_follow_definitions_and_circles() -> None:
    readings = Readings(definitions(a="b and x > 1", b="a or y", c="b and has(z)", d="a"))
    assert readings.of(parsed("c")) == {"x", "y", "z"}
    assert readings.of(parsed("d and q > 1")) == {"x", "y", "q"}
    assert readings.of(parsed("true")) == frozenset()


GRAPHS = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefxyz"), min_size=1, max_size=3)
)


@given(GRAPHS)
def test_circles_and_readings_agree_with_following_every_edge(graph: dict[str, list[str]]) -> None:
    defined = {name: parsed(" and ".join(words)) for name, words in graph.items()}
    reached = {name: set(words) for name, words in graph.items()}
    for _ in graph:
        for name, below in reached.items():
            for word in tuple(below):
                reached[name] |= reached.get(word, set())
    found = circles(defined)
    for circle in found:
        for name, following in itertools.pairwise((*circle, circle[0])):
            assert following in graph[name]
    tied = {frozenset(n for n in graph if n in reached[m] and m in reached[n]) for m in graph}
    assert len(found) == len([together for together in tied if together])
    for name in graph:
        assert reads(parsed(name), defined) == {w for w in reached[name] if w not in graph}
