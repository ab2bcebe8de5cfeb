"""Completion: what is right is offered while a process is typed from nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from processctl.criteria import names
from processctl.criteria.places import source_span
from processctl.editor.complete import complete
from processctl.editor.offer import Offer
from processctl.editor.session import alone
from processctl.editor.wanted import SECTIONS_OF
from processctl.journey import Journey
from processctl.lint.run import read_journey
from processctl.reading.compose import compose
from processctl.reading.form_schema import definitions, sections
from processctl.reading.limits import Limits
from processctl.reading.nodes import Entry, Mapping, Node, Scalar, Sequence
from processctl.reading.problem import Path as SymbolicPath
from processctl.reading.source import Source

EXAMPLES = Path(__file__).parents[2] / "examples"
ROOTS = sorted(file.parent for file in EXAMPLES.glob("**/processctl.yaml"))
# Some examples key by key; of the others, which take long, every so many keys unless there is time. A
# prime, so that the steps do not fall in with the lines.
KEY_BY_KEY = ("espocrm", "sourcegraph_history/3")
STRIDE = 1 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 101


@cache
def journey_of(root: Path) -> Journey:
    return read_journey(root)


def typed(source: Source, end: int, journey: Journey, language: str = "en") -> list[Offer]:
    """What is offered when the file ends here."""
    return complete(Source(source.path, source.text[:end]), end, journey.model, language)


def entries(node: Node, path: SymbolicPath = ()) -> Iterator[tuple[SymbolicPath, Entry]]:
    if isinstance(node, Mapping):
        for name, entry in node.entries.items():
            yield (*path, name), entry
            yield from entries(entry.value, (*path, name))
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from entries(item, (*path, number))


def places(root: Path) -> Iterator[tuple[Source, SymbolicPath, Entry]]:
    workspace = journey_of(root).model.workspace
    for source in workspace.own:
        composed = compose(source, Limits()).root
        assert composed is not None
        for path, entry in entries(composed):
            yield source, path, entry


def is_own_id(path: SymbolicPath) -> bool:
    """Whether a key is what its writer makes up: an id, an option, a key of their own."""
    section = sections().get(str(path[0]))
    return (
        any(str(step).startswith("x_") for step in path)
        or (len(path) == 2 and section is not None and section[1])
        or path[:2] in (("process", "outcomes"), ("process", "phases"))
        or (path[0] == "fields" and "options" in path[:-1])
        or "options" in path[:-1]
    )


@pytest.mark.parametrize("root", ROOTS, ids=lambda root: str(root.relative_to(EXAMPLES)))
class TestWhileAnExampleIsTyped:
    def test_each_key_is_offered_where_it_is_written(self, root: Path) -> None:
        journey = journey_of(root)
        wrong = []
        for source, path, entry in places(root):
            if is_own_id(path):
                continue
            start = entry.key.start + (entry.key.style != "plain")
            for end in (start, start + 1):
                labels = {one.label for one in typed(source, end, journey)}
                if entry.key.text not in labels and f"- {entry.key.text}" not in labels:
                    wrong.append((source.path.name, source.position(end), path))
        assert wrong == []

    def test_each_name_is_offered_where_it_is_written(self, root: Path) -> None:
        journey = journey_of(root)
        found = {source.path: source for source in journey.model.workspace.own}
        wrong = []
        for reference in journey.model.references:
            node = journey.model.workspace.sections.node(reference.path)
            if node is None or not isinstance(node[2], Scalar) or node[2].text != reference.id:
                continue
            source, scalar = node[0], node[2]
            if source.path not in found:
                continue
            start = scalar.start + (scalar.style != "plain")
            for end in (start, start + 1):
                labels = {one.label for one in typed(source, end, journey)}
                if reference.known and reference.id not in labels:
                    wrong.append((source.path.name, source.position(end), reference.path))
        assert wrong == []

    def test_each_name_in_a_condition_is_offered(self, root: Path) -> None:
        journey = journey_of(root)
        wrong = []
        for expression in journey.model.expressions:
            node = journey.model.workspace.sections.node(expression.path)
            if node is None or expression.tree is None or not isinstance(node[2], Scalar):
                continue
            source, scalar = node[0], node[2]
            if scalar.style in ("literal", "folded"):
                continue
            raw = source.text[scalar.start : scalar.end]
            for name in names(expression.tree):
                inside, _ = source_span(raw, scalar.style, scalar.text, name.span)
                end = scalar.start + inside
                if name.id not in {one.label for one in typed(source, end, journey)}:
                    wrong.append((source.path.name, source.position(end), name.id))
        assert wrong == []

    def test_nothing_that_is_typed_breaks_it(self, root: Path) -> None:
        journey = journey_of(root)
        stride = 1 if str(root.relative_to(EXAMPLES)) in KEY_BY_KEY else STRIDE
        for source in journey.model.workspace.own:
            for end in range(0, len(source.text) + 1, stride):
                for offer in typed(source, end, journey, "fi"):
                    assert 0 <= offer.start <= offer.end <= end
                complete(source, end, journey.model, "en")  # and with all that follows


HALF_WRITTEN = """fields:
  kind: {type: choice, options: {big: Big, small: Small}}
  due: {type: date}
  seen: {type: date}
criteria:
  good: {test: kind == "big"}
"""


def offered(written: str, language: str = "en") -> list[Offer]:
    """What is offered at the end of a text that goes on after ``HALF_WRITTEN``."""
    text = HALF_WRITTEN + written
    model = alone(Source(Path("x.yaml"), HALF_WRITTEN), Limits()).model
    return complete(Source(Path("x.yaml"), text), len(text), model, language)


def chosen(written: str, label: str) -> str:
    """The text after something offered has been chosen, as an editor writes it."""
    text = HALF_WRITTEN + written
    offer = next(one for one in offered(written) if one.label == label)
    line = text[text.rfind("\n", 0, offer.start) + 1 :]
    indent = line[: len(line) - len(line.lstrip(" "))]
    made = text[: offer.start] + offer.insert.replace("\n", f"\n{indent}") + text[offer.end :]
    return made.removeprefix(HALF_WRITTEN)


class TestOrder:
    def test_what_hardly_anybody_begins_with_comes_last(self) -> None:
        labels = [one.label for one in offered("stages:\n  a:\n    ")]
        assert labels[:2] == ["name", "means"]
        assert labels.index("exits") < labels.index("tags")

    def test_criteria_come_first_where_they_are_used_and_fields_where_they_are_made(self) -> None:
        used = [one.label for one in offered("stages:\n  a:\n    entry: ")]
        made = [one.label for one in offered("  other:\n    test: ")]
        assert used.index("good") < used.index("kind")
        assert made.index("kind") < made.index("good")

    def test_a_criterion_is_not_offered_in_itself(self) -> None:
        assert "good" not in {one.label for one in offered("criteria:\n  good:\n    test: ")}

    def test_functions_of_dates_are_offered_dates(self) -> None:
        found = offered("stages:\n  a:\n    entry: days_since(")
        assert [one.label for one in found] == ["due", "seen"]
        found = offered("stages:\n  a:\n    entry: has(")
        assert [one.label for one in found] == ["kind", "due", "seen"]

    def test_a_criterion_without_a_name_says_what_it_asks(self) -> None:
        found = {one.label: one.detail for one in offered("stages:\n  a:\n    entry: ")}
        assert found["good"] == 'kind == "big"'


class TestWhatIsWritten:
    def test_a_map_goes_on_below_its_key(self) -> None:
        before = "stages:\n  a:\n    accepts: "
        assert chosen(before, "needs") == f"{before}\n      needs: "
        assert chosen(before, "automatic") == f"{before}automatic"
        before = "stages:\n  a:\n    exits: "
        assert chosen(before, "to") == f"{before}\n      - to: "

    def test_behind_a_dash_it_goes_on_further_in(self) -> None:
        before = "stages:\n  a:\n    exits:\n      - handoff:"
        assert chosen(before, "needs") == f"{before}\n          needs: "
        before = "stages:\n  a:\n    exits:\n      - hando"
        assert chosen(before, "handoff") == f"{before}ff:\n          "

    def test_the_reader_s_language_can_be_written(self) -> None:
        assert "fi" in {one.label for one in offered("  more: {name: {", "fi")}


def test_each_definition_that_is_a_name_says_of_what() -> None:
    plain = "^[a-z][a-z0-9_]{0,63}$"
    wanted = {name for name, one in definitions().items() if one.get("pattern") == plain}  # type: ignore[attr-defined]  # each is a map
    assert wanted - {"process_id"} == set(SECTIONS_OF)
