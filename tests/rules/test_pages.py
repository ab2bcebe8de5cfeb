"""The pages of the rules: complete, true to what the rule does, and one for each rule on disk."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import processctl.rules
from processctl.lint.result import Result
from processctl.lint.run import lint_workspace
from processctl.rules import RULES, Rule
from processctl.texts.severity import SEVERITIES
from tests.rules.telling_cases import TODAY, told

HEADINGS = ["What it checks", "Why it matters", "Where", "Bad", "Good", "When to disagree"]
WITHOUT_EXAMPLES = {"PC999": "no process makes a rule break down"}
WITH_EXAMPLES = [rule for rule in RULES if rule.code not in WITHOUT_EXAMPLES]
Workspace = Callable[..., Path]


def _modules() -> dict[str, object]:
    """Every module of a family that declares a rule, by its name."""
    found = {}
    for family in pkgutil.iter_modules(processctl.rules.__path__, "processctl.rules."):
        if not family.ispkg:
            continue
        package = importlib.import_module(family.name)
        for module in pkgutil.iter_modules(package.__path__, family.name + "."):
            loaded = importlib.import_module(module.name)
            if hasattr(loaded, "RULE"):
                found[module.name] = loaded.RULE
    return found


def _example(rule: Rule, kind: str) -> str:
    found = re.search(rf"^## {kind}\n```yaml\n(.*?)```$", rule.page, re.DOTALL | re.MULTILINE)
    assert found is not None, f"{rule.code} has no example under {kind}"
    return found[1] if "processctl:" in found[1] else f"processctl: 1\n{found[1]}"


def _lint(rule: Rule, kind: str, workspace: Workspace) -> Result:
    return lint_workspace(workspace(_example(rule, kind)), TODAY)


def test_the_list_of_rules_is_what_is_on_disk() -> None:
    assert sorted(rule.code for rule in RULES) == sorted(
        rule.code for rule in _modules().values() if isinstance(rule, Rule)
    )


def test_modules_are_named_for_their_rules_and_lie_in_their_family() -> None:
    for name, rule in _modules().items():
        assert isinstance(rule, Rule)
        family, module = name.split(".")[-2:]
        assert module == rule.name.replace("-", "_")
        assert family.split("_")[0].upper() == rule.family


def test_codes_and_names_are_unique_and_codes_in_order() -> None:
    numbers = [int(rule.code.removeprefix("PC")) for rule in RULES]
    assert numbers == sorted(set(numbers))
    assert len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.code))
def test_a_page_has_its_sections(rule: Rule) -> None:
    wanted = [
        heading
        for heading in HEADINGS
        if rule.code not in WITHOUT_EXAMPLES or heading not in ("Bad", "Good")
    ]
    headings = re.findall(r"^## (.*)$", rule.page, re.MULTILINE)
    assert [heading for heading in headings if heading != "Options"] == wanted
    assert rule.summary.endswith(".")
    assert rule.severity in SEVERITIES
    parts = re.split(r"^## .*$", rule.page, flags=re.MULTILINE)
    assert all(part.strip() for part in parts)


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: str(rule.code))
def test_the_bad_example_is_bad(rule: Rule, workspace: Workspace) -> None:
    result = _lint(rule, "Bad", workspace)
    assert rule.code in {finding.code for finding in result.findings}, told(result, "en")


@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: str(rule.code))
def test_the_good_example_is_good(rule: Rule, workspace: Workspace) -> None:
    result = _lint(rule, "Good", workspace)
    codes = {finding.code for finding in result.findings}
    assert rule.code not in codes, told(result, "en")


@pytest.mark.parametrize("kind", ["Bad", "Good"])
@pytest.mark.parametrize("rule", WITH_EXAMPLES, ids=lambda rule: str(rule.code))
def test_examples_can_be_read(rule: Rule, kind: str, workspace: Workspace) -> None:
    result = _lint(rule, kind, workspace)
    unreadable = {
        finding.code
        for finding in result.findings
        if finding.code.startswith("PC0") and finding.code != rule.code
    }
    assert unreadable == set(), told(result, "en")
