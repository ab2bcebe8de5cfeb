"""One cause, one finding: a clean process with one fault has exactly that one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from faults import FAULTS, Fault
from telling_cases import TODAY, told

from processctl.lint import Request
from processctl.lint.run import lint_workspace

CLEAN = Path(__file__).parent / "clean"


def test_the_clean_process_has_no_finding() -> None:
    assert told(lint_workspace(CLEAN, Request(TODAY)), "en") == ""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: str(fault.name))
def test_one_fault_is_one_finding_at_its_place(
    fault: Fault, workspace: Callable[..., Path]
) -> None:
    clean = (CLEAN / "processctl.yaml").read_text(encoding="utf-8")
    assert clean.count(fault.old) == 1
    result = lint_workspace(workspace(clean.replace(fault.old, fault.new)), Request(TODAY))
    assert [finding.code for finding in result.findings] == [fault.code], told(result, "en")
    span = result.findings[0].span
    assert fault.at in span.source.line(span.first[0])


def test_faults_have_names_of_their_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)
