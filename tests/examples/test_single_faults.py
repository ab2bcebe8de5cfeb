"""One fault planted in the clean example gives its one finding, at its line, and no other."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from processctl.lint.run import lint_workspace
from processctl.rules import RULES
from tests.examples.faults import AFTER, FAULTS, Fault, replaced

TODAY = date(2026, 11, 23)
CANNOT_BE_PLANTED = {
    "PC106": "off until a workspace asks for it; the example's fields stand in the order of the journey",
    "PC315": "without any result every stage at an end is a dead end too, and each is told",
    "PC512": "all returns lead to one stage, which would send every one of them back",
    "PC999": "speaks of a rule that broke, not of a process",
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault[0].replace(" ", "-"))
def test_one_fault_gives_one_finding(fault: Fault, tmp_path: Path) -> None:
    _, edits, code, line = fault
    folder = tmp_path / "after"
    shutil.copytree(AFTER, folder)
    for name, before, after in edits:
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        text = replaced(file.read_text("utf-8"), before, after) if before else after
        file.write_text(text, encoding="utf-8")
    result = lint_workspace(folder, TODAY)
    found = [(one.code, one.span.source.line(one.span.first[0]).strip()) for one in result.findings]
    assert found == [(code, line)]


def test_a_fault_is_planted_for_every_rule() -> None:
    planted = {code for _, _, code, _ in FAULTS}
    assert {rule.code for rule in RULES} - planted == CANNOT_BE_PLANTED.keys()
