"""Whatever the process: repairs keep what is written, bring no harm, and come to an end."""

from __future__ import annotations

import random
import re
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from processctl.lint.finding import Finding
from processctl.lint.fix import Outcome
from processctl.lint.result import Result
from processctl.lint.worse import is_reading
from tests.cli.program import REPOSITORY
from tests.hostile.test_mutations import damaged
from tests.repair.mending import BOTH, SAFE, fixed

PROCESSES = {
    file.relative_to(REPOSITORY).as_posix(): file.read_text(encoding="utf-8")
    for file in (
        *sorted((REPOSITORY / "processctl" / "starter").glob("*.yaml")),
        REPOSITORY / "examples" / "before" / "processctl.yaml",
        REPOSITORY / "tests" / "rules" / "clean" / "processctl.yaml",
    )
}
TEXTS = (
    "They called: an offer",
    "Customer #1",
    "[urgent] call",
    "@anna",
    '"Yes" they said',
    "Yes: no",
)
FLOW_TEXTS = (
    "{en: Yes, a problem, fi: Ei}",
    "{en: Customer #1, fi: Asiakas}",
    "{en: No: x, fi: Ei}",
)
CONDITIONS = (
    "!ready",
    '"a" in tags',
    "a and b or c",
    "x or y and z or (a and b or c)",
    "!(a or b)",
)
_TEXT_LINE = re.compile(r"^(\s*(?:- )?(?:means|says|name|because|about): )(.*)$")
_CONDITION_LINE = re.compile(r"^(\s*(?:- )?(?:when|test|entry): )(.*)$")
_STAGE = re.compile(r"^  \w+:$")
_OWNER = re.compile(r"^    owner: ")


def sown(text: str, chance: random.Random, *, ignores_only: bool) -> str:
    """A process with mistakes that can be mended; ignores stay where others are in the way."""
    lines = []
    for line in text.split("\n"):
        if _STAGE.match(line) and chance.random() < 0.2:
            lines += [line, "    ignore:", "      PC801: {because: Old}  # since long"]
        elif ignores_only:
            lines.append(line)
        elif (found := _TEXT_LINE.match(line)) and chance.random() < 0.1:
            lines.append(found[1] + chance.choice(TEXTS + FLOW_TEXTS))
        elif (found := _CONDITION_LINE.match(line)) and chance.random() < 0.2:
            lines.append(found[1] + chance.choice(CONDITIONS))
        elif _OWNER.match(line) and chance.random() < 0.2:
            continue
        else:
            lines.append(line)
    return "\n".join(lines)


@st.composite
def processes(draw: st.DrawFn) -> str:
    text = PROCESSES[draw(st.sampled_from(sorted(PROCESSES)))]
    chance = random.Random(draw(st.integers(0, 2**32)))  # noqa: S311 - not for secrets
    text = sown(text, chance, ignores_only=draw(st.booleans()))
    text = damaged(text, draw(st.integers(0, 2**32)), draw(st.integers(0, 2)))
    text = text.encode("utf-8", "replace").decode()
    line_end = draw(st.sampled_from(["\n", "\r\n"]))
    return draw(st.sampled_from(["", "\ufeff"])) + text.replace("\r", "").replace("\n", line_end)


def is_within(short: str, long: str) -> bool:
    """Whether all signs of one text stand in the other, in their order."""
    signs = iter(long)
    return all(sign in signs for sign in short)


def told(result: Result) -> Iterable[Finding]:
    return (each for one in result.findings for each in one.each)


def mended(folder: Path, text: str, unsafe: bool) -> Outcome:
    (folder / "processctl.yaml").write_bytes(text.encode())
    return fixed(folder, BOTH if unsafe else SAFE)


@given(processes(), st.booleans())
@settings(max_examples=40)
def test_laws_of_mending(text: str, unsafe: bool) -> None:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        outcome = mended(folder, text, unsafe)
        before = text.removeprefix("\ufeff")
        after = next(iter(outcome.after.values()), before)
        codes = {one.code for one in outcome.fixed}
        assert (after == before) == (not codes)
        if not codes & {"PC991", "PC008"}:
            assert is_within(before, after), "only marks, parentheses and stubs are written"
        if codes == {"PC991"}:
            assert is_within(after, before), "only what has no effect is taken away"
        if "\r\n" in before:
            assert re.search(r"(?<!\r)\n", after) is None or re.search(r"(?<!\r)\n", before)
        again = mended(folder, after, unsafe)
        assert again.after == {}, "what is mended stays mended"
        assert not outcome.result.failed
        if not any(map(is_reading, codes)):
            brings_nothing_new(folder, text, outcome)


def brings_nothing_new(folder: Path, text: str, outcome: Outcome) -> None:
    """Nothing to warn of is new but what a stub asks, and what it asks about."""
    stubs = {one.element for one in outcome.fixed if one.mend and one.mend.kind == "unsafe"}
    asked = {name.partition(".")[2] for one in outcome.fixed if one.mend
             for name in one.mend.elements}  # fmt: skip
    (folder / "processctl.yaml").write_bytes(text.encode())
    known = Counter(
        (one.code, one.element.split(" #")[0]) for one in told(fixed(folder, frozenset()).result)
    )
    for one in told(outcome.result):
        known[one.code, one.element.split(" #")[0]] -= 1
        about_stub = one.code == "PC003" or one.element.split(" → ")[0].split(".")[-1] in asked
        if one.severity != "info" and not (stubs and about_stub):
            assert known[one.code, one.element.split(" #")[0]] >= 0, one


def test_the_law_has_something_to_mend() -> None:
    """Sown mistakes are mended, of every kind, so that the laws are not about nothing."""
    codes: Counter[str] = Counter()
    for seed, text in enumerate([*PROCESSES.values()] * 4):
        with tempfile.TemporaryDirectory() as made:
            chance = random.Random(seed)  # noqa: S311 - not for secrets
            sick = sown(text, chance, ignores_only=seed % 4 == 3)
            codes.update(one.code for one in mended(Path(made), sick, True).fixed)
    assert {"PC001", "PC008", "PC201", "PC522", "PC991"} <= codes.keys()
