"""What holds for every file, whatever its style: the same data, the same comments, one form."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from processctl.fmt import Formatted, format_text
from processctl.reading.compose import compose
from processctl.reading.limits import Limits
from processctl.reading.nodes import Mapping, Node
from processctl.reading.source import Source
from tests.conftest import REPOSITORY
from tests.fmt.models import plain
from tests.fmt.oracle import comments, elements, stands_at_its_element, tags
from tests.fmt.written import files

EXAMPLES = sorted((REPOSITORY / "examples").rglob("*.yaml"))
CASES = sorted((REPOSITORY / "tests" / "rules" / "cases").rglob("*.y*ml"))
STARTERS = sorted((REPOSITORY / "processctl" / "starter").glob("*.yaml"))


def root(text: str) -> Node:
    composed = compose(Source(Path("-"), text), Limits())
    assert composed.problems == ()
    assert composed.root is not None
    return composed.root


# Sections whose keys are the language's own, so that the formatter puts them in their order.
_OF_FIELDS = frozenset({"process", "change"})


def ids(node: Node) -> object:
    """Ids and the order in which they stand, section by section."""
    assert isinstance(node, Mapping)
    return {
        section: list(entry.value.entries) if isinstance(entry.value, Mapping) else None
        for section, entry in node.entries.items()
        if section not in _OF_FIELDS
    }


def check(text: str) -> str:
    """Format a text that can be read, and check all that has to hold."""
    result = format_text(text)
    assert isinstance(result, Formatted)
    before, after = root(text.removeprefix("\ufeff")), root(result.text.removeprefix("\ufeff"))
    assert plain(after) == plain(before)
    assert format_text(result.text) == Formatted(result.text, changed=False)
    return result.text


@given(files())
@settings(max_examples=400, suppress_health_check=list(HealthCheck))  # whole files are large
@example(
    "? process\n: &a0 # c1\n  - &a0\n   ? 'name'\n   : &a0 |3+ # c2\n\n     # c3\n   ? 'about'\n   : 1\n"
)
@example("? 'roles'\n: &a1 offer # c2\n? teams\n: &a2 |1+\n text")
@example("stages:\n  a: { # a\n    name: [x]} #### b\nroles: {}\n")
@example("process: offer\n... # c2\n# c3\n")
def test_any_file(text: str) -> None:
    if isinstance(format_text(text), Formatted):
        after = check(text)
        if "\t" not in text:  # PyYAML's own scanner, which counts the comments, refuses some tabs
            assert comments(after) == comments(text)


@given(st.text(alphabet="ab:#-?|>+ {}[],&*'\"\n\r\t!%@`\\x1é\u2028\x85\u00a0", max_size=60))
@settings(max_examples=600)
def test_any_text_at_all(text: str) -> None:
    """Nothing breaks down, and nothing that can be read changes its meaning."""
    for whole in (text, f"stages:\n  {text}"):
        result = format_text(whole)
        if isinstance(result, Formatted) and result.changed:
            check(whole)


@given(st.data())
@settings(max_examples=150)
def test_comments_thrown_into_the_examples(data: st.DataObject) -> None:
    """Comments at any line of a real process still stand at their element when it is formatted."""
    text = data.draw(st.sampled_from(EXAMPLES)).read_text("utf-8")
    lines = text.split("\n")
    known = [one for one in elements(text) if "#" not in lines[one.first]]
    chosen = data.draw(
        st.lists(st.sampled_from(known), min_size=1, max_size=8, unique_by=lambda one: one.first)
    )
    for one in sorted(chosen, key=lambda one: -one.first):
        tag = f"# [{one.path}]"
        if data.draw(st.booleans()) and not lines[one.first].endswith(("|", ">", ">-", "|-")):
            if one.is_leaf and one.first == one.last:
                lines[one.first] += f"  {tag}"
        elif one.column == len(lines[one.first]) - len(lines[one.first].lstrip(" ")):
            lines.insert(one.first, " " * one.column + tag)
    written = "\n".join(lines)
    after = check(written)
    elements_after = elements(after)
    assert len(tags(after)) == len(tags(written))
    assert [
        one for one in tags(after) if not stands_at_its_element(one, after, elements_after)
    ] == []


@given(st.data())
@settings(max_examples=100)
def test_order_of_keys_is_one(data: st.DataObject) -> None:
    """However the keys of an element are shuffled, they come out in the same order."""
    keys = ["name", "means", "accepts", "owner", "does", "captures", "within", "late", "exits"]
    shuffled = data.draw(st.permutations(keys))
    text = "stages:\n  a:\n" + "".join(f"    {key}: x\n" for key in shuffled)
    expected = "stages:\n  a:\n" + "".join(f"    {key}: x\n" for key in keys)
    assert check(text) == expected


@pytest.mark.parametrize(
    "file", [*EXAMPLES, *CASES], ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_the_files_of_the_repository(file: Path) -> None:
    text = file.read_bytes().decode("utf-8", "replace")
    if isinstance(format_text(text), Formatted):
        after = check(text)
        if isinstance(root(text.removeprefix("\ufeff")), Mapping):
            assert ids(root(after.removeprefix("\ufeff"))) == ids(root(text.removeprefix("\ufeff")))


@pytest.mark.parametrize(
    "file", [*EXAMPLES, *STARTERS], ids=lambda file: f"{file.parent.name}/{file.name}"
)
def test_what_we_show_is_formatted(file: Path) -> None:
    text = file.read_bytes().decode()
    assert format_text(text) == Formatted(text, changed=False), f"processctl fmt {file}"
