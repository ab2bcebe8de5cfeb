"""Rules say whether they repair, and do what they say: over all cases of all rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from processctl.lint.run import read_journey
from processctl.repair.resolve import Resolver
from processctl.rules import RULES
from processctl.rules.rule import Clock, Given, Rule
from processctl.texts import translator
from tests.cli.program import call
from tests.rules.telling_cases import TODAY, cases

DECLARED = {rule.code: rule.repairs for rule in RULES}


def test_exactly_the_rules_that_say_so_repair(tmp_path: Path) -> None:
    kinds: dict[str, set[str]] = {}
    unresolved = []
    for number, case in enumerate(cases()):
        folder = tmp_path / str(number)
        folder.mkdir()
        result = case.lint(folder)
        for finding in (each for one in result.findings for each in one.each):
            if finding.mend is not None:
                kinds.setdefault(finding.code, set()).add(finding.mend.kind)
        journey = read_journey(result.scope.root)
        resolver = Resolver.of(journey.model, translator("en").render)
        for rule in RULES:
            for found in rule.run(journey, Given(Clock(TODAY))) if rule.repairs else ():
                if found.repair is not None and resolver.splice(found.repair) is None:
                    unresolved.append((str(case), rule.code))
    assert kinds == {code: {kind} for code, kind in DECLARED.items() if kind is not None}
    assert unresolved == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_lists_and_pages_say_whether_a_rule_repairs(rule: Rule, tmp_path: Path) -> None:
    option = {None: "", "safe": "(--fix)", "unsafe": "(--fix --unsafe)"}[rule.repairs]
    (line,) = [
        one for one in call("rules", cwd=tmp_path).out.splitlines() if rule.code in one.split()
    ]
    assert line.endswith(option)
    assert line.count("--fix") == (1 if option else 0)
    head = call("explain", rule.code, cwd=tmp_path).out.split("## ")[0]
    assert ("lint --fix" in head) == bool(option)
    assert ("--unsafe" in head) == (rule.repairs == "unsafe")
