"""Places in a scalar's value lead to the places in the file where they are written."""

from __future__ import annotations

from typing import Literal, TypeAlias, get_args

import pytest
import yaml
from hypothesis import assume, example, given
from hypothesis import strategies as st

from processctl.criteria.places import ScalarStyle, source_offsets, source_span

Loader: TypeAlias = type[yaml.SafeLoader] | type[yaml.CSafeLoader]
LOADERS: list[Loader] = [yaml.SafeLoader]
if yaml.__with_libyaml__:
    LOADERS.append(yaml.CSafeLoader)

STYLES: dict[str | None, ScalarStyle] = {
    None: "plain",
    "": "plain",
    "'": "single",
    '"': "double",
    "|": "literal",
    ">": "folded",
}


def scalar_of(text: str, loader: Loader) -> tuple[str, ScalarStyle, str] | None:
    """The scalar under the last key of a document: raw text, style and value."""
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.YAMLError:
        return None
    while isinstance(node, yaml.MappingNode) and node.value:
        node = node.value[-1][1]
    if not isinstance(node, yaml.ScalarNode):
        return None
    raw = text[node.start_mark.index : node.end_mark.index]
    return raw, STYLES[node.style], node.value


def assert_placed(raw: str, style: ScalarStyle, value: str) -> None:
    offsets = source_offsets(raw, style, value)
    assert len(offsets) == len(value) + 1
    assert offsets == sorted(offsets)
    assert len(set(offsets[:-1])) == len(value), "every character has a place of its own"
    escapes = {"single": "'", "double": "\\"}.get(style, "")
    for character, offset in zip(value, offsets, strict=False):
        written = raw[offset]
        if character == " ":
            assert written in " \r\n\x85" or written == escapes
        elif character == "\n":
            assert written in "\r\n\x85" or written == escapes
        else:
            assert written in (character, escapes)


@pytest.mark.parametrize(
    ("raw", "style", "part", "written"),
    [
        ("a = 3", "plain", "=", "="),
        ("a and\n    b == c", "plain", "b ==", "b =="),
        ("a and\n    b", "plain", "and b", "and\n    b"),
        ("'it''s = 1'", "single", "=", "="),
        ("'it''s'", "single", "'s", "''s"),
        ('"a \\"x\\" = 1"', "double", "=", "="),
        ('"a \\"x\\""', "double", '"x"', '\\"x\\"'),
        ('"a \\\n   and b"', "double", "and", "and"),
        ('"\\u00e4 = 1"', "double", "ä", "\\u00e4"),
        ("|\n  a\n  = 3\n", "literal", "= 3", "= 3"),
        ("|-  # note\n    a\n      = 3", "literal", "  = 3", "  = 3"),
        (">\n  a\n  = 3\n", "folded", "a = 3", "a\n  = 3"),
        (">-\r\n  a\r\n  = 3\r\n", "folded", "=", "="),
        ("|2\n   a = 3\n", "literal", "=", "="),
        ("|+\n  a = 3\n\n\n", "literal", "= 3", "= 3"),
    ],
)
def test_part_of_a_value_is_found_in_the_file(
    raw: str, style: ScalarStyle, part: str, written: str
) -> None:
    found = scalar_of(f"k: {raw}", yaml.SafeLoader)
    assert found is not None
    value = found[2]
    start = value.index(part)
    first, last = source_span(raw, style, value, (start, start + len(part)))
    assert raw[first:last] == written


def test_an_empty_part_has_a_place_too() -> None:
    assert source_span('"ab"', "double", "ab", (0, 0)) == (1, 1)
    assert source_span('"ab"', "double", "ab", (2, 2)) == (3, 3)
    assert source_span('""', "double", "", (0, 0)) == (0, 0)


def test_text_that_does_not_read_as_the_value_leads_to_its_start() -> None:
    assert source_offsets("a b", "plain", "other") == [0] * 6


VALUES = st.text(st.sampled_from("ab =\"'\\\n\t#:é&€|>-[]()\U0001f600"), min_size=1, max_size=60)
Dumped = Literal["'", '"', "|", ">", ""]


@given(VALUES, st.sampled_from(get_args(Dumped)), st.integers(5, 30), st.integers(1, 3))
@example(" a\n\n b\n", "|", 20, 1)
@pytest.mark.parametrize("loader", LOADERS)
def test_every_character_that_was_dumped_is_found(
    loader: Loader, value: str, style: Dumped, width: int, levels: int
) -> None:
    document: object = value
    for _ in range(levels):
        document = {"k": document}
    text = yaml.safe_dump(document, default_style=style or None, width=width, allow_unicode=True)
    found = scalar_of(text, loader)
    assert found is not None
    assert_placed(*found)


PIECES = [*"ab '\"\\\t#:x41n0 \n\n\r", "\r\n", "\n  ", "\n    ", "\\\n"]
LINES = st.lists(st.sampled_from(PIECES)).map("".join)
OPENINGS = ["", "'", '"', "|\n  ", ">\n  ", "|+\n  ", ">-\n  ", "|1\n  ", ">2-\n "]


@given(st.sampled_from(OPENINGS), LINES)
@example(">\n  ", "a\n   b\n  a\n")
@example("", "a\n\n b")
@pytest.mark.parametrize("loader", LOADERS)
def test_every_character_of_any_scalar_is_found(loader: Loader, opening: str, inside: str) -> None:
    closing = opening if opening in ("'", '"') else ""
    found = scalar_of(f"k: {opening}{inside}{closing}", loader)
    assume(found is not None)
    assert found is not None
    assert_placed(*found)
