"""Every kind of change has a page, and its example shows that kind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from processctl.compare.compare import Comparison, compare
from processctl.compare.kind import Kind
from processctl.compare.kinds import KINDS
from processctl.journey import Journey
from processctl.lint.run import read_journey
from processctl.rules.page import blocks

TODAY = date(2026, 1, 15)


def journey(folder: Path, text: str, overrides: dict[Path, str] | None = None) -> Journey:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "processctl.yaml").write_text(f"processctl: 1\n{text}", encoding="utf-8")
    return read_journey(folder, overrides=overrides)


def compared(tmp_path: Path, before: str, after: str) -> Comparison:
    old, new = journey(tmp_path / "old", before), journey(tmp_path / "new", after)
    return compare(
        old, new, TODAY, lambda texts: read_journey(tmp_path / "old", overrides=dict(texts))
    )


def examples(kind: Kind) -> tuple[str, str]:
    found: dict[str, str] = {}
    heading = ""
    for block in blocks(kind.page):
        if block.kind == "heading":
            heading = block.text
        elif block.kind == "code":
            found[heading] = "\n".join(block.text.splitlines()[1:-1]) + "\n"
    return found["Before"], found["After"]


@pytest.mark.parametrize("kind", KINDS, ids=lambda one: one.name)
def test_the_example_of_a_page_is_of_that_kind(kind: Kind, tmp_path: Path) -> None:
    before, after = examples(kind)
    found = compared(tmp_path, before, after)
    assert not found.old.model.workspace.problems
    assert not found.new.model.workspace.problems
    assert kind in [change.kind for change in found.changes]
    own = [change for change in found.changes if change.kind is kind]
    assert own[0].level == kind.level
    assert not compared(tmp_path / "same", after, after).changes


def test_codes_and_names_are_each_used_once_and_in_order() -> None:
    codes = [kind.code for kind in KINDS]
    assert codes == sorted(set(codes))
    assert len({kind.name for kind in KINDS}) == len(KINDS)
