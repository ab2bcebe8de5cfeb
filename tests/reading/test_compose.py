"""YAML to nodes: hard cases, places, limits; both parsers give the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.reading.compose import Composed, compose
from processctl.reading.events import has_c_parser
from processctl.reading.limits import Limits
from processctl.reading.nodes import Data, Mapping, Node, Scalar, Sequence, data
from processctl.reading.source import Source
from processctl.texts import translator


def read(text: str, *, pure: bool = False, limits: Limits | None = None) -> Composed:
    return compose(Source(Path("a.yaml"), text), limits or Limits(), pure=pure)


def both(text: str) -> Composed:
    """Read by libyaml and by PyYAML's own parser, which have to agree in everything."""
    assert has_c_parser(), "PyYAML was built without libyaml: install libyaml and PyYAML's wheel"
    fast, pure = read(text), read(text, pure=True)
    assert fast.root == pure.root
    assert told(fast) == told(pure)
    return fast


def told(composed: Composed) -> list[tuple[str, int, int, str]]:
    words = translator("en")
    return [
        (one.kind, one.span.start, one.span.end, words.render(one.message))
        for one in composed.problems
    ]


HARD: list[tuple[str, Data]] = [
    ("a: no\nb: on\nc: 12:30\nd: 2026-10-01\n", {"a": "no", "b": "on", "c": "12:30", "d": "2026-10-01"}),
    ("a: true\nb: True\nc: 'true'\nd: yes\n", {"a": True, "b": True, "c": "true", "d": "yes"}),
    ("a:\nb: ~\nc: null\nd: ''\n", {"a": None, "b": None, "c": None, "d": ""}),
    ("a: 0o17\nb: 0x1F\nc: 017\nd: 1_000\n", {"a": 15, "b": 31, "c": 17, "d": "1_000"}),
    ("a: 1.5\nb: .5\nc: 2.\nd: 1e3\ne: .inf\nf: .NaN\ng: 1e999\n",
     {"a": 1.5, "b": 0.5, "c": 2.0, "d": 1000.0, "e": ".inf", "f": ".NaN", "g": "1e999"}),
    ("a: |\n  one\n  two\nb: >-\n  one\n  two\n\n  three\nc: |+\n  x\n\n",
     {"a": "one\ntwo\n", "b": "one two\nthree", "c": "x\n\n"}),
    ("a: |2\n    indented\n", {"a": "  indented\n"}),
    ("# top\na: 1 # behind\n# between\nb: 'x # no comment'\n", {"a": 1, "b": "x # no comment"}),
    ("a: {b: 1, c: [x, 'y, z', {d: e}]}\n", {"a": {"b": 1, "c": ["x", "y, z", {"d": "e"}]}}),
    ("a: first\n  goes on\n\n  after a blank\n", {"a": "first goes on\nafter a blank"}),
    ('a: "é\\u00e4\\n\\ttab"\n', {"a": "éä\n\ttab"}),
    ("- a\n- - b\n  - c\n- d: e\n  f: g\n", ["a", ["b", "c"], {"d": "e", "f": "g"}]),
    ("a: 1\r\nb: two\r\n", {"a": 1, "b": "two"}),
    ("? a\n: b\n", {"a": "b"}),
    ("1: x\ntrue: y\n~: z\n", {"1": "x", "true": "y", "~": "z"}),
    ("base: &b {x: 1, y: 2}\nc: {<<: *b, y: 3}\nd: {<<: [*b, {z: 4}]}\n",
     {"base": {"x": 1, "y": 2}, "c": {"y": 3, "x": 1}, "d": {"x": 1, "y": 2, "z": 4}}),
    ("a: &x [1, 2]\nb: *x\n", {"a": [1, 2], "b": [1, 2]}),
    ("%YAML 1.2\n---\na: 1\n...\n", {"a": 1}),
    ("a: 🚀 → ok\nb: 日本\n", {"a": "🚀 → ok", "b": "日本"}),
    ("a: " + "x" * 100_000 + "\n", {"a": "x" * 100_000}),
    ('"quoted key": 1\n\'single\': 2\n', {"quoted key": 1, "single": 2}),
    ("a: x:y\nb: http://example.com/#c\n", {"a": "x:y", "b": "http://example.com/#c"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HARD)
def test_hard_cases(text: str, expected: Data) -> None:
    composed = both(text)
    assert composed.problems == ()
    assert composed.root is not None
    assert data(composed.root) == expected


@pytest.mark.parametrize(("text", "_"), HARD)
def test_every_scalar_stands_where_its_span_says(text: str, _: Data) -> None:
    root = both(text).root
    assert root is not None
    for scalar in scalars(root):
        written = text[scalar.start : scalar.end]
        if scalar.style == "plain":
            assert written.split() == scalar.text.split()
        elif scalar.style in ("single", "double"):
            assert written[0] == written[-1] == ("'" if scalar.style == "single" else '"')
        else:
            assert written[0] in "|>"
            assert written == written.rstrip()


def scalars(node: Node) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Sequence):
        return [scalar for item in node.items for scalar in scalars(item)]
    return [
        scalar for entry in node.entries.values() for scalar in (entry.key, *scalars(entry.value))
    ]


MISTAKES = [
    # text, kind, the stretch that is underlined, message
    ("a: b: c\n", "invalid-yaml", ":", "This text has a colon with a space behind it, and YAML takes that for a key."),
    ("a:\n\tb: 1\n", "invalid-yaml", "\t", "This line is indented with a tab."),
    ('a: "open\nb: 1\n', "invalid-yaml", '"open', "This quotation mark is never closed."),
    ("a: [1, 2\nb: 3\n", "invalid-yaml", "[", 'The bracket "[" is never closed.'),
    ("a: {b: 1\n", "invalid-yaml", "{", 'The bracket "{" is never closed.'),
    ("stages: [", "invalid-yaml", "[", 'The bracket "[" is never closed.'),
    ("stages: [a,\n", "invalid-yaml", "[", 'The bracket "[" is never closed.'),
    ("x: {a: b, c: 'd]'\ny: 1\n", "invalid-yaml", "{", 'The bracket "{" is never closed.'),
    ("x: [a, [b, c]\ny: {d: e}\nz: 1\n", "invalid-yaml", "[", 'The bracket "[" is never closed.'),
    ('when: "champion" in roles\n', "invalid-yaml", '"champion" in roles',
     "This condition begins with a quotation mark, so YAML reads only a part of it."),
    ('says: "Yes" they said\n', "invalid-yaml", '"Yes" they said', "Behind the closing quotation mark more text follows."),
    ("a: @home\n", "invalid-yaml", "@home", 'An unquoted text cannot begin with "@".'),
    ("a: `x`\n", "invalid-yaml", "`x`", 'An unquoted text cannot begin with "`".'),
    ("a: %x\n", "invalid-yaml", "%x", 'An unquoted text cannot begin with "%".'),
    ("exits: [{to: a, when: x in [b, c]}]\n", "invalid-yaml", "[",
     'This unquoted text has a bracket "[", and between braces YAML takes it for a list.'),
    ("a: *nowhere\n", "invalid-yaml", "*nowhere", 'The alias "*nowhere" has no anchor "&nowhere" before it.'),
    ("a:\n  b: 1\n c: 2\n", "invalid-yaml", "c: 2", "This line does not fit under the lines above it."),
    ("a:\n  - b\n  c\n", "invalid-yaml", "c", 'This line is neither "key: value" nor a list item.'),
    ("a: 1\nb:2\n", "invalid-yaml", "b:2", "Behind the colon a space is missing."),
    ('a: "x\\q"\n', "invalid-yaml", "\\q", "Between double quotes a backslash begins a code, and this one does not exist."),
    ("a: 1\x07\n", "invalid-yaml", "\x07", "Here stands a sign that no YAML file may hold (U+0007)."),
    ("{says: Yes, a problem, and: more}\n", "invalid-yaml", "Yes, a problem", "This text has a comma: put it in quotes."),
    ("[{when: at_least(2, x, y), to: z}]\n", "invalid-yaml", "at_least(2, x, y)", "This text has a comma: put it in quotes."),
    ("means: {en: Note: this is bad, fi: x}\n", "invalid-yaml", ":", "This text has a colon with a space behind it, and YAML takes that for a key."),
    ("exits: [{to: s2, when: !(score > 5), then: x}]\n", "refused-yaml-feature", None, None),
    ("when: !(score > 5)\n", "refused-yaml-feature", "!(score > 5)", None),
    ("when: !has(reason) and score > 5\n", "refused-yaml-feature", "!has(reason) and score > 5", 'YAML takes "!has(reason)" for a type tag, and reads only the rest.'),
    ("means: [VIP] customers first\n", "invalid-yaml", "[VIP] customers first", 'An unquoted text cannot begin with "[".'),
    ("when: [x] == tags_\n", "invalid-yaml", "[x] == tags_", 'An unquoted text cannot begin with "[".'),
    ('a: {to: s2, when: "x" in tags_}\n', "invalid-yaml", '"x" in tags_', "This condition begins with a quotation mark, so YAML reads only a part of it."),
    ("when: 'x' in tags_\n", "invalid-yaml", "'x' in tags_", "This condition begins with a quotation mark, so YAML reads only a part of it."),
    ("means: #1 customer\nb: 1\n", "invalid-yaml", "#1 customer", "From the hash on everything is a comment, so this text ends before it."),
    ("means: {en: Customer #1 in line, fi: x}\n", "invalid-yaml", "#1 in line, fi: x}", "From the hash on everything is a comment, so this text ends before it."),
    ('name: {en: "Offer, fi: Tarjous}\nb: "Foo"\n', "invalid-yaml", '"Offer, fi: Tarjous}', "This quotation mark is never closed."),
    ('a:\n  name: "Offer\n  b: 1\n  c: "Foo"\n', "invalid-yaml", '"Offer', "This quotation mark is never closed."),
    ("says: Customer #1 of many\n", "invalid-yaml", "#1 of many", "From the hash on everything is a comment, so this text ends before it."),
    ("a: 1\na: 2\n", "duplicate-key", "a", 'The key "a" stands here for the second time.'),
    ("when: !ready\n", "refused-yaml-feature", "!ready", 'YAML takes "!ready" for a type tag, so nothing is left here.'),
    ("exits: [{when: !ready}]\n", "refused-yaml-feature", "!ready", 'YAML takes "!ready" for a type tag, so nothing is left here.'),
    ("a: !!python/object:os.system x\n", "refused-yaml-feature", None, 'The type tag "tag:yaml.org,2002:python/object:os.system" is not allowed here.'),
    ("a: 1\n---\nb: 2\n", "refused-yaml-feature", "-", "A second document begins here."),
    ("{a: 1}: b\n", "refused-yaml-feature", "{a: 1}", "A key has to be one word, and here stands a map or a list."),
    ("a: &x [*x]\n", "refused-yaml-feature", "*", 'The alias "*x" stands inside what it stands for.'),
    ("a: {<<: 3}\n", "refused-yaml-feature", "3", 'Behind "<<" only a map can stand, or a list of maps.'),
    ("a: " + "[" * 65 + "]" * 65, "over-limit", "[", "Maps and lists stand inside each other more than 64 deep."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "marked", "message"), MISTAKES)
def test_mistakes_are_told_in_our_own_words(
    text: str, kind: str, marked: str | None, message: str | None
) -> None:
    problem = both(text).problems[0]
    assert problem.kind == kind
    assert marked is None or text[problem.span.start : problem.span.end] == marked
    assert message is None or translator("en").render(problem.message) == message
    assert translator("fi").render(problem.message) != translator("en").render(problem.message)


def test_a_text_torn_by_commas_is_put_together_again() -> None:
    composed = both("{to: a, when: at_least(2, x,\n  y), says: Yes, a problem, last: }")
    assert composed.root is not None
    assert data(composed.root) == {
        "to": "a", "when": "at_least(2, x, y)", "says": "Yes, a problem", "last": None,
    }  # fmt: skip
    words = translator("en")
    hints = [words.render(one.hint) for one in composed.problems if one.hint]
    assert hints == ['Write when: "at_least(2, x, y)"', 'Write says: "Yes, a problem"']


def test_an_alias_bomb_is_stopped() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 12)]
    composed = both("\n".join(lines))
    assert composed.root is None
    assert [one.kind for one in composed.problems] == ["over-limit"]


def test_limits_can_be_raised() -> None:
    deep = "a: " + "[" * 80 + "]" * 80
    assert read(deep).root is None
    assert read(deep, limits=Limits(depth=100)).problems == ()


@given(st.text(alphabet="ab:-[]{}\"'|>&*!#%@`,? \n\t\r\\é🚀x1", max_size=60))
def test_any_text_gives_nodes_or_words(text: str) -> None:
    for pure in (False, True):
        composed = read(text, pure=pure)
        if composed.root is not None:
            data(composed.root)
        for problem in composed.problems:
            assert 0 <= problem.span.start <= problem.span.end <= len(text)
            assert translator("en").render(problem.message)


def test_places_count_characters_and_utf16_units() -> None:
    source = Source(Path("a.yaml"), "a: 1\r\nb: 🚀x\n")
    offset = source.text.index("x")
    assert source.position(offset) == (2, 5)
    assert source.utf16_column(offset) == 6
    assert source.line(2) == "b: 🚀x"


def test_an_element_made_by_an_alias_keeps_its_own_place() -> None:
    root = both("a: &x {k: v}\nb: *x\n").root
    assert isinstance(root, Mapping)
    assert root.entries["a"].value is root.entries["b"].value
