"""Short ways to lint a text, for tests of the engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from processctl.lint.engine import lint
from processctl.lint.narrow import Selection
from processctl.lint.result import Result
from processctl.lint.run import read_journey
from processctl.rules import RULES, Rule
from processctl.texts import Argument, translator

TODAY = date(2026, 11, 23)
TIDY = """\
processctl: 1
process: {owner: pekka}
teams: {sales: {lead: pekka}}
people: {pekka: {}}
criteria: {buys: {judged_by: pekka}}
stages:
  new_lead:
    owner: sales
    start: {from: [Web form]}
    means: Somebody wants to hear from us
    does: [Call]
    within: 2 days
    late: {tell: pekka}
    exits: [{to: customer, when: buys}, {to: closed_lost, when: otherwise}]
  customer: {owner: sales, outcome: won, again: new_lead}
  closed_lost: {owner: sales, outcome: lost, again: new_lead}
"""


def run(
    folder: Path,
    text: str = TIDY,
    *edits: tuple[str, str],
    rules: Sequence[Rule] = RULES,
    today: date = TODAY,
    select: tuple[str, ...] = (),
    skip: tuple[str, ...] = (),
) -> Result:
    """Lint a text after some edits, each of which replaces what stands in it once."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (folder / "processctl.yaml").write_text(text, encoding="utf-8")
    return Selection(select, skip).of(lint(read_journey(folder), rules, today))


def codes(result: Result) -> list[str]:
    """The codes of what was found, in order."""
    return [finding.code for finding in result.findings]


def english(argument: Argument) -> str:
    """What a reader sees."""
    return translator("en").render(argument)
