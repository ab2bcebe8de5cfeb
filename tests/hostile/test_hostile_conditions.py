"""Conditions and examples made to be slow or to break down: each run ends soon, with findings."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest

from processctl.lint.run import lint_workspace

CHAIN = 3_000


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"  {line}\n" for line in lines)


def _each_with_an_example() -> str:
    """Criteria that rest on each other; each has an example that goes down all of them."""
    chain = _joined(
        f"c{i}: {{test: c{i + 1} and f > 1, examples: [{{case: {{f: 1}}, holds: true}}]}}"
        for i in range(CHAIN)
    )
    return f"fields: {{f: {{type: integer}}}}\ncriteria:\n{chain}  c{CHAIN}: {{test: f > 1}}\n"


def _wrong_options() -> str:
    options = ", ".join(f"option_number_{i}" for i in range(5_000))
    tests = _joined(f"c{i}: {{test: a == 'optoin_number_{i}'}}" for i in range(5_000))
    return f"fields: {{a: {{type: choice, options: [{options}]}}}}\ncriteria:\n{tests}"


def _many_faults_in_each() -> str:
    wide = " or ".join(["t < 3"] * 400)
    tests = _joined(f"c{i}: {{test: {wide}}}" for i in range(20))
    return f"fields: {{t: {{type: text}}}}\ncriteria:\n{tests}"


def _growing_numbers() -> str:
    fields = _joined(f"n{i}: {{type: integer, is: n{i + 1} * {'9' * 3_900}}}" for i in range(300))
    example = "{case: {n300: 3}, holds: false}, {case: {n299: 3, n300: 3}, holds: false}"
    shown = "{case: {n290: 3}, holds: true}"
    return (
        f"fields:\n{fields}  n300: {{type: integer}}\n"
        f"criteria:\n  c: {{test: n0 > 1, examples: [{example}]}}\n"
        f"  d: {{test: n288 < 1, examples: [{shown}]}}\n"
    )


@pytest.mark.parametrize(
    ("process", "code", "count"),
    [
        (_each_with_an_example, "PC521", None),
        (_wrong_options, "PC502", 5_000),
        (_many_faults_in_each, "PC502", 8_000),
        (_growing_numbers, "PC521", 1),
    ],
)
def test_a_process_made_to_be_slow(
    process: Callable[[], str], code: str, count: int | None, workspace: Callable[..., Path]
) -> None:
    root = workspace("processctl: 1\n" + process())
    before = time.perf_counter()
    result = lint_workspace(root, date(2026, 11, 23))
    assert time.perf_counter() - before < 60  # a machine that is busy with other tests has time
    codes = Counter(finding.code for finding in result.findings)
    assert not result.failed
    assert codes[code] == count if count is not None else codes[code] > 0
