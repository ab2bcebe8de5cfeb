"""Parentheses around what belongs together anyway: the condition says the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.criteria import Parser, mixed_connectives
from processctl.criteria.nodes import Node
from tests.repair.mending import fixed, fixed_text, read, write

HEAD = """\
processctl: 1
process: {owner: a}
roles: {a: {}}
fields: {x: {type: boolean}, y: {type: boolean}, z: {type: boolean}, t: {type: text}}
criteria:
  c:
"""
CASES = {
    "    test: x and y or z\n": "    test: (x and y) or z\n",
    "    test: x or y and z or x and z  # so\n": "    test: x or (y and z) or (x and z)  # so\n",
    "    test: (x or y) and z or x\n": "    test: ((x or y) and z) or x\n",
    "    test: x && y || z\n": "    test: (x && y) || z\n",
    "    test: not x and y or z\n": "    test: (not x and y) or z\n",
    "    test: 'x and t == ''its'' or z'\n": "    test: '(x and t == ''its'') or z'\n",
    "    test: 'x and t == \"a\" or z'\n": "    test: '(x and t == \"a\") or z'\n",
    '    test: "x and t == \\"a\\u00e4\\" or z"\n': '    test: "(x and t == \\"a\\u00e4\\") or z"\n',
    "    test: >-\n      x and\n      y or z\n": "    test: >-\n      (x and\n      y) or z\n",
    "    test: |\n      z or x\n      and y\n": "    test: |\n      z or (x\n      and y)\n",
    "    test: z or\n      x and y\n": "    test: z or\n      (x and y)\n",
    "    test: (x or y and (x or y and z)) and z\n": "    test: (x or (y and (x or (y and z)))) and z\n",
}


@pytest.mark.parametrize("before", CASES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_in_every_way_of_writing(before: str, line_end: str, tmp_path: Path) -> None:
    text, after = ((HEAD + part).replace("\n", line_end) for part in (before, CASES[before]))
    assert fixed_text(tmp_path, text) == after


def test_between_braces(tmp_path: Path) -> None:
    text = HEAD.replace("  c:\n", "  c: {test: x and y or z, says: C}\n")
    assert fixed_text(tmp_path, text) == text.replace("x and y or z", "(x and y) or z")


@pytest.mark.parametrize(("signs", "mended"), [(3_998, True), (3_999, False)])
def test_a_condition_at_the_limit_of_its_length(signs: int, mended: bool, tmp_path: Path) -> None:
    """With two more signs it could not be read: such a repair is undone, and that is told."""
    long = "x and y or " + " or ".join(["z"] * 790)
    condition = long.replace("x and", f"x{' ' * (signs - len(long) + 1)}and")
    assert len(condition) == signs
    outcome = fixed(write(tmp_path, f"{HEAD}    test: {condition}\n"))
    assert bool(outcome.after) == mended
    undone = [(one.finding.code, one.brought.code) for one in outcome.undone]
    assert undone == ([] if mended else [("PC522", "PC005")])


NAMES = st.sampled_from(["x", "y", "z", "not x", "(x or y)", "t == 'a'", "has(t)"])
CONDITIONS = st.lists(
    st.tuples(NAMES, st.sampled_from([" and ", " or ", " && ", "||"])), min_size=1, max_size=8
).map(lambda parts: "".join(name + word for name, word in parts) + "z")


def tree(folder: Path, text: str) -> Node:
    (expression,) = read(write(folder, text), {}).expressions
    assert expression.tree is not None
    return expression.tree


@given(CONDITIONS, st.sampled_from(["{}", "'{}'", ">-\n      {}", "|\n      {}"]))
def test_the_condition_says_the_same(
    tmp_path_factory: pytest.TempPathFactory, condition: str, style: str
) -> None:
    written = style.format(condition.replace("'", "''") if style == "'{}'" else condition)
    text = f"{HEAD}    test: {written}\n"
    folder = tmp_path_factory.mktemp("parentheses")
    before = Parser().parse(condition)
    after = tree(folder, fixed_text(folder, text))
    assert after == before
    assert mixed_connectives(after) == ()
