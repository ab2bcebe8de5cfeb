"""The examples on the rule's page: the bad one is found, the good one is not."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from acme_rules.contact_without_record import RULE

from processctl.lint.run import lint_workspace


@pytest.mark.parametrize(("kind", "found"), [("Bad", True), ("Good", False)])
def test_the_example_says_what_it_is(kind: str, found: bool, tmp_path: Path) -> None:
    example = re.search(rf"## {kind}\n```yaml\n(.*?)```", RULE.page, re.DOTALL)
    assert example is not None
    (tmp_path / "processctl.yaml").write_text(f"processctl: 1\n{example[1]}", encoding="utf-8")
    result = lint_workspace(tmp_path, date(2026, 11, 23))
    assert (RULE.code in {finding.code for finding in result.findings}) == found
    assert not result.failed
