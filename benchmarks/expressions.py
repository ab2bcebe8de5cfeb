"""How long conditions take to read: once to get ready, then for each condition.

Run from the root of the repository: ``python benchmarks/expressions.py``.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

TYPICAL = (
    "ready_for_sales",
    "lead_score >= 50 and consent",
    'industry in ["manufacturing", "software"] and budget >= 5000',
    "lead_score >= 50 and consent and not (budget < 1000 or late)",
    "at_least(2, has(budget), need_confirmed, days_until(due) < 30)",
)
WRONG = ("lead_score = 50 and consent", "lead_score >= 50 and", "a < b < c")

READY = """
import time
import click, yaml, importlib.resources
start = time.perf_counter()
import lark
imported = time.perf_counter()
import processctl.criteria
ours = time.perf_counter()
processctl.criteria.Parser()
print(imported - start, ours - imported, time.perf_counter() - ours)
"""


def main() -> None:
    """Print milliseconds to get ready, and microseconds for each condition."""
    runs = [_getting_ready() for _ in range(7)]
    lark, ours, build = (1e3 * statistics.median(column) for column in zip(*runs, strict=True))
    print(f"import lark {lark:.1f} ms, import criteria {ours:.1f} ms, build {build:.1f} ms")

    from processctl.criteria import Limits, Parser

    parser = Parser()
    print("\n    µs  length")
    for text in (*TYPICAL, *WRONG):
        # ``parse`` would answer from memory from the second time on.
        print(f"{_microseconds(parser._parse, text):6.1f}  {len(text):6}  {text}")

    print("\n    ms  characters, in one condition")
    patient = Parser(Limits(characters=10**7, depth=10**7))
    for terms in (1_000, 10_000, 100_000):
        text = " and ".join(["lead_score >= 50"] * terms)
        start = time.perf_counter()
        patient.parse(text)
        print(f"{1e3 * (time.perf_counter() - start):6.0f}  {len(text)}")


def _getting_ready() -> tuple[float, ...]:
    done = subprocess.run([sys.executable, "-c", READY], capture_output=True, check=True, text=True)
    return tuple(float(part) for part in done.stdout.split())


def _microseconds(
    parse: Callable[[str], object], text: str, times: int = 300, rounds: int = 7
) -> float:
    spent = []
    for _ in range(rounds):
        start = time.perf_counter()
        for _ in range(times):
            parse(text)
        spent.append((time.perf_counter() - start) / times)
    return 1e6 * statistics.median(spent)


if __name__ == "__main__":
    main()
