"""One cause, one finding: a clean process with one fault has exactly that one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import yaml

from processctl.journey import make_journey
from processctl.lint.engine import lint
from processctl.lint.run import lint_workspace
from processctl.model.model import read_model
from processctl.reading.form import FormChecker
from processctl.reading.workspace import load
from processctl.rules import RULES
from tests.rules.faults import FAULTS, Fault
from tests.rules.telling_cases import TODAY, told

CLEAN = Path(__file__).parent / "clean"


def test_the_clean_process_has_no_finding() -> None:
    assert told(lint_workspace(CLEAN, TODAY), "en") == ""


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: str(fault.name))
def test_one_fault_is_one_finding_at_its_place(
    fault: Fault, workspace: Callable[..., Path]
) -> None:
    clean = (CLEAN / "processctl.yaml").read_text(encoding="utf-8")
    assert clean.count(fault.old) == 1
    result = lint_workspace(workspace(clean.replace(fault.old, fault.new)), TODAY)
    assert [finding.code for finding in result.findings] == [fault.code], told(result, "en")
    span = result.findings[0].span
    assert fault.at in span.source.line(span.first[0])


def test_faults_have_names_of_their_own() -> None:
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


MANY_FAULTS = {
    ("process",): "the owner and the calendar go with it",
    ("stages",): "all that names a stage is left hanging",
    ("stages", "new_lead"): "the only start goes with it",
    ("stages", "new_lead", "captures"): "some of it is recorded by others too, and some by nobody",
    ("stages", "first_call"): "what it records goes with it",
    ("stages", "delivery"): "what it records goes with it",
    ("stages", "customer", "outcome"): "the stage is then asked for all that other stages need",
}
EACH_PLACE_IS_TOLD = {"PC003", "PC101", "PC605"}


def test_no_deletion_is_told_twice(tmp_path: Path) -> None:
    clean = yaml.load((CLEAN / "processctl.yaml").read_text(encoding="utf-8"), _Loader)  # noqa: S506 - our own file
    checker = FormChecker()
    told_twice = {}
    for path in _paths(clean):
        left = deepcopy(clean)
        around = left
        for step in path[:-1]:
            around = around[step]
        del around[path[-1]]
        text = yaml.safe_dump(left, sort_keys=False, allow_unicode=True)
        (tmp_path / "processctl.yaml").write_text(text, encoding="utf-8")
        journey = make_journey(read_model(load(tmp_path, checker=checker)))
        codes = [finding.code for finding in lint(journey, RULES, TODAY).findings]
        if len(codes) > 1 and not (len(set(codes)) == 1 and codes[0] in EACH_PLACE_IS_TOLD):
            told_twice[path] = codes
    assert {path: codes for path, codes in told_twice.items() if path not in MANY_FAULTS} == {}
    assert MANY_FAULTS.keys() <= told_twice.keys()


class _Loader(yaml.SafeLoader):
    """Leaves dates as they were written, so that they are written again as they were."""


_Loader.yaml_implicit_resolvers = {
    sign: [one for one in resolvers if one[0] != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _paths(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from _paths(value, (*path, key))
