"""Which reads `has` guards, on small conditions, and against a reading of them case by case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.criteria import Limits, Node, Parser, Problem
from processctl.criteria.guards import Unguarded

_PARSER = Parser(Limits())
_FIELDS = {"f", "g", "h"}
_WORDS = _FIELDS | {"asked", "known", "large", "round"}


def _tree(text: str) -> Node:
    found = _PARSER.parse(text)
    assert not isinstance(found, Problem), text
    return found


_DEFINITIONS = {
    "known": _tree("has(f)"),
    "large": _tree("has(g) and g > 5 and h > 1"),
    "round": _tree("round and f"),
}


def _read(text: str) -> str:
    reads = Unguarded(_DEFINITIONS, _WORDS, _FIELDS).of(_tree(text))
    return " ".join(f"{read.name.id}:{''.join(sorted(read.fields))}" for read in reads)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("f > 3", "f:f"),
        ("has(f)", ""),
        ("has(f) and f > 3", ""),
        ("f > 3 and has(f)", ""),
        ("has(g) and f > 3", "f:f"),
        ("has(f) or f > 3", "f:f"),
        ("not has(f) or f > 3", ""),
        ("not has(f) and f > 3", "f:f"),
        ("not (has(f) and has(g)) or f > g", ""),
        ("not (has(f) or has(g)) or f > 3", "f:f"),
        ("(has(f) or has(g)) and f > 3", "f:f"),
        ("(has(f) and f > 3) or g > 3", "g:g"),
        ("has(f) ? f > 3 : g > 3", "g:g"),
        ("not has(f) ? g > 3 : f > 3", "g:g"),
        ("(has(f) ? has(g) : has(g)) and g > 3", ""),
        ("at_least(2, has(f), f > 3)", ""),
        ("at_least(1, has(f), f > 3)", "f:f"),
        ("at_least(2, has(f), f > 3, g > 3)", "f:f g:g"),
        ("known and f > 3", ""),
        ("not known or f > 3", ""),
        ("large", "large:h"),
        ("large and g > 3", "large:h"),
        ("asked and f + g > 3", "f:f g:g"),
        ('days_since(f) > 3 and f in ["a"]', "f:f f:f"),
        ("has(f) and days_until(f) < 3", ""),
        ("f > 3 and nobody_knows", ""),
        ("round or g > 3", "g:g"),
    ],
)
def test_what_a_condition_reads_unguarded(text: str, read: str) -> None:
    assert _read(text) == read


def test_a_read_knows_its_place() -> None:
    (read,) = Unguarded({}, _WORDS, _FIELDS).of(_tree("has(g) and f > 3"))
    assert read.name.span == (11, 12)


_ATOMS = st.sampled_from(["has(f)", "has(g)", "f > 3", "g > 3", "asked"])
_CONDITIONS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: f"({two[0]} and {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} or {two[1]})"),
        inner.map(lambda one: f"(not {one})"),
    ),
    max_leaves=6,
)


def _value(text: str, there: dict[str, bool], more: dict[str, bool]) -> bool:
    for name in ("f", "g"):
        text = text.replace(f"has({name})", str(there[name]))
        text = text.replace(f"{name} > 3", str(more[name]))
    return bool(eval(text.replace("asked", str(more["asked"]))))  # noqa: S307 - our own words


@given(_CONDITIONS)
def test_what_is_called_guarded_decides_nothing_where_the_field_is_missing(text: str) -> None:
    read = _read(text)
    for name in ("f", "g"):
        if f"{name}:" in read:
            continue
        for there in (True, False):
            for two in (True, False):
                for asked in (True, False):
                    other = "g" if name == "f" else "f"
                    known = {name: False, other: there}
                    values = {
                        _value(text, known, {name: one, other: two, "asked": asked})
                        for one in (True, False)
                    }
                    assert len(values) == 1, (text, name)
