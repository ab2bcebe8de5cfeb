"""What others say of our files: the schemas of the standard, and bpmnlint."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree  # type: ignore[import-untyped]  # it ships no types

from processctl.model.exit import Exit
from tests import npm
from tests.bpmn.charts import NAMES, drawn, journey
from tests.bpmn.fetch import packages

# Rules that are recommended, and what speaks against them here.
NOT_OURS = {
    # BPMN joins ways that lead to one task by themselves; a case is only ever on one of them.
    "fake-join",
    # A way out without alternatives says what it waits for, all the same.
    "superfluous-label",
}


@cache
def schema() -> Any:
    """The schemas of BPMN 2.0, which come with SpiffWorkflow."""
    found = importlib.util.find_spec("SpiffWorkflow")
    assert found is not None, "SpiffWorkflow is missing: make test"
    assert found.submodule_search_locations
    folder = Path(found.submodule_search_locations[0]) / "bpmn" / "parser" / "schema"
    return etree.XMLSchema(etree.parse(folder / "BPMN20.xsd"))


@pytest.mark.parametrize("name", NAMES)
def test_it_is_valid(name: str, tmp_path: Path) -> None:
    schema().assertValid(etree.fromstring(drawn(name, tmp_path)))


def test_the_schema_refuses_what_is_wrong(tmp_path: Path) -> None:
    wrong = drawn("starter", tmp_path).replace(
        b"<bpmn:userTask ", b"<bpmn:userTask completed='no' "
    )
    assert not schema().validate(etree.fromstring(wrong))


@cache
def linted() -> Path:
    """The folder of bpmnlint, with the rules it recommends."""
    try:
        return packages().parent
    except RuntimeError as error:
        pytest.fail(str(error))


def reports(xml: bytes, folder: Path) -> list[tuple[str, str]]:
    """What bpmnlint says of a file: the rule, and the element."""
    file, settings = folder / "process.bpmn", folder / ".bpmnlintrc"
    file.write_bytes(xml)
    settings.write_text(json.dumps({"extends": "bpmnlint:recommended"}), encoding="utf-8")
    script = (
        "const {Linter} = require('bpmnlint');"
        "const Resolver = require('bpmnlint/lib/resolver/node-resolver');"
        "const {BpmnModdle} = require('bpmn-moddle');"
        "const fs = require('fs');"
        "(async () => {"
        "  const {rootElement} = await new BpmnModdle().fromXML(fs.readFileSync(process.argv[1], 'utf8'));"
        "  const linter = new Linter({resolver: new Resolver()});"
        "  const found = await linter.lint(rootElement, {extends: 'bpmnlint:recommended'});"
        "  console.log(JSON.stringify(Object.entries(found).flatMap("
        "    ([rule, all]) => all.map(one => [rule, one.id]))));"
        "})()"
    )
    said = json.loads(npm.run(linted(), "node", "-e", script, str(file)))
    return [(rule, element) for rule, element in said]


@pytest.mark.parametrize("name", NAMES)
def test_bpmnlint_finds_what_is_wrong_with_the_process_only(name: str, tmp_path: Path) -> None:
    found = journey(name, tmp_path)
    # Whoever only a clock moves on comes to no end by doing the work.
    dead = {
        one for one, out in found.out.items()
        if one not in found.outcomes and not any(edge.kind == "exit" for edge in out)
    }  # fmt: skip
    never = {one for one in found.stages if not found.into[one] and found.stages[one].start is None}
    bare = {
        f"flow_{number}"
        for number, edge in enumerate(found.edges)
        if isinstance(edge.way, Exit) and edge.way.when is None
    }
    for rule, element in reports(drawn(name, tmp_path), tmp_path):
        stage = element.partition("_")[2]
        if rule in NOT_OURS:
            continue
        if rule == "label-required":  # the ways out of a gateway say what is asked there
            assert element.startswith("gateway_")
        elif rule == "no-implicit-end":
            assert stage in dead
        elif rule == "no-implicit-start" or rule == "no-disconnected":
            assert stage in never
        elif rule == "conditional-flows":
            assert element in bare
        elif rule == "end-event-required":
            assert not found.final
        else:
            pytest.fail(f"{rule}: {element}")


def test_bpmnlint_would_find_a_mistake_of_ours(tmp_path: Path) -> None:
    lines = drawn("starter", tmp_path).splitlines()
    without = b"\n".join(line for line in lines if b"conditionExpression" not in line)
    assert "conditional-flows" in {rule for rule, _ in reports(without, tmp_path)}
