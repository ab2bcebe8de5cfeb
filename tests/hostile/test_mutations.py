"""Real processes, damaged at random: linting and reporting them never breaks down."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from processctl.diagrams import write_mermaid
from processctl.lint.engine import lint
from processctl.lint.result import Result
from processctl.lint.run import read_journey
from processctl.reading.compose import compose
from processctl.reading.limits import Limits
from processctl.reading.source import Source
from processctl.reports.github import github_lines
from processctl.reports.json_report import json_report
from processctl.reports.telling import Telling
from processctl.reports.text import TextReport
from processctl.rules import RULES
from processctl.texts import LANGUAGES, translator
from processctl.views.journey import sketch_of
from tests.cli.program import REPOSITORY

STARTERS = sorted((REPOSITORY / "processctl" / "starter").glob("*.yaml"))
EXAMPLES = sorted((REPOSITORY / "examples").rglob("*.yaml"))
PROCESSES = {
    file.relative_to(REPOSITORY).as_posix(): file.read_text(encoding="utf-8")
    for file in (*STARTERS, *EXAMPLES)
}
VALUES = (
    "", "~", "0", "-1", "7", "0.5", "1e30", ".nan", "true", "''", "x", "zebra", "otherwise", "won", "origin",
    "[]", "[[]]", "[a, b]", "[~]", "{}", "{a: b}", "{a: {b: [c]}}", "{to: in_sales}", "{says: x}", "*a", "&a x",
    "!x y", "2026-13-01", "2026-02-29", "3 days", "1 business day since x", "week", "a and (b or c)", "not",
    "'\"'", "|\n  x", ">", "- x", "🚀", '"\\e[31m\\u202e\\0"', "<<: 1", "9" * 50, "%", "@", "`", "#", "? x", "…",
)  # fmt: skip
KEYS = (
    "to", "when", "owner", "exits", "start", "within", "late", "accepts", "outcome", "again", "handoff", "ignore",
    "return", "reasons", "at_most", "then", "name", "needs", "captures", "until", "since", "status", "<<", "x_a", "",
)  # fmt: skip

Change = Callable[[list[str], random.Random], None]


def delete(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    del lines[at : at + chance.choice((1, 1, 1, 3, 10))]


def duplicate(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at:at] = lines[at : at + chance.choice((1, 2, 8))]


def swap(lines: list[str], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def another_value(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    key, colon, _ = lines[at].partition(": ")
    lines[at] = f"{key}{colon or ': '}{chance.choice(VALUES)}"


def another_key(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    line = lines[at]
    indent = len(line) - len(line.lstrip(" -"))
    _, colon, value = line.partition(":")
    lines[at] = f"{line[:indent]}{chance.choice(KEYS)}{colon or ':'}{value}"


def another_word(lines: list[str], chance: random.Random) -> None:
    """A word of the process somewhere else: references to other kinds, circles, self-references."""
    words = [word.strip(",:[]{}") for line in lines for word in line.split()]
    at = chance.randrange(len(lines))
    parts = lines[at].split(" ")
    parts[chance.randrange(len(parts))] = chance.choice(words or ["x"])
    lines[at] = " ".join(parts)


def another_indentation(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.choice((0, 1, 2, 3, 4, 6, 8)) + lines[at].lstrip()


def another_sign(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    place = chance.randrange(len(lines[at]) + 1)
    sign = chance.choice(":-[]{}\"'|>&*!#%@`,? \t\r\\é🚀x1\x00\x07\u2028\ufeff\u202e")
    lines[at] = lines[at][:place] + sign + lines[at][place + chance.choice((0, 1)) :]


CHANGES: tuple[Change, ...] = (
    delete, duplicate, swap, another_value, another_key, another_word, another_indentation, another_sign,
)  # fmt: skip


def damaged(text: str, seed: int, times: int) -> str:
    chance = random.Random(seed)  # noqa: S311 - not for secrets
    lines = text.split("\n")
    for _ in range(times):
        if lines:
            chance.choice(CHANGES)(lines, chance)
    return "\n".join(lines)


def tell(result: Result, folder: Path) -> None:
    """Every report in every language, and the drawing that needs no layout."""
    assert not result.failed, [one.message for one in result.findings if one.code == "PC999"]
    for language in LANGUAGES:
        telling = Telling((result,), folder, language)
        for verbose in (False, True):
            list(TextReport(telling, verbose=verbose, statistics=False).lines())
        list(TextReport(telling, statistics=True).lines())
        list(github_lines(telling))
        json_report(telling)


@given(st.sampled_from(sorted(PROCESSES)), st.integers(0, 2**32), st.integers(1, 6))
def test_a_damaged_process_is_judged_all_the_same(name: str, seed: int, times: int) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for sibling, text in PROCESSES.items():
            if Path(sibling).parent == Path(name).parent and not name.startswith("processctl/"):
                (folder / Path(sibling).name).write_text(text, encoding="utf-8")
        target = "processctl.yaml" if name.startswith("processctl/") else Path(name).name
        text = damaged(PROCESSES[name], seed, times)
        (folder / target).write_bytes(text.encode("utf-8", "surrogatepass"))
        journey = read_journey(folder)
        tell(lint(journey, RULES, date(2026, 11, 1)), folder)
        write_mermaid(sketch_of(journey, "en"))


@given(st.sampled_from(sorted(PROCESSES)), st.integers(0, 2**32), st.integers(1, 6))
def test_both_parsers_read_the_same_in_what_is_damaged(name: str, seed: int, times: int) -> None:
    source = Source(Path("a.yaml"), damaged(PROCESSES[name], seed, times))
    fast = compose(source, Limits())
    pure = compose(source, Limits(), pure=True)
    # libyaml lets a tab stand in a word, PyYAML does not; what both read, they read alike.
    for one in (fast, pure):
        assert one.root is not None or one.problems or not source.text.strip()
    assert fast.root == pure.root or None in (fast.root, pure.root)
    english = translator("en")
    for composed in (fast, pure):
        for problem in composed.problems:
            assert 0 <= problem.span.start <= problem.span.end <= len(source.text)
            assert english.render(problem.message)


def test_processes_are_there_to_be_damaged() -> None:
    assert len(PROCESSES) >= 6
    assert {damaged(text, 1, 6) == text for text in PROCESSES.values()} == {False}
