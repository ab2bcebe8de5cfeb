"""The traps of YAML, mended where it is certain what was meant, and left alone where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.repair.mending import fixed, fixed_text, lint, write

HEAD = """\
processctl: 1
roles: {sdr: {}}
fields:
  score: {type: integer}
  ready: {type: boolean}
  name_: {type: text}
  tags: {type: list, options: [a, b]}
stages:
  one:
    owner: sdr
    """
TAIL = "\n  other: {outcome: won, owner: sdr}\n"
MENDED = {
    # a colon
    "means: They called: an offer": 'means: "They called: an offer"',
    "means: They called: an offer  # by phone": 'means: "They called: an offer"  # by phone',
    "means: They called:": 'means: "They called:"',
    "means: 100%: all": 'means: "100%: all"',
    "means: don't: stop": 'means: "don\'t: stop"',
    'means: the "big" one: x': "means: 'the \"big\" one: x'",
    "means: C:\\temp: path": "means: 'C:\\temp: path'",
    "means: {en: Note: call, fi: Soita}": 'means: {en: "Note: call", fi: Soita}',
    "exits: [{to: other, because: Note: call}]": 'exits: [{to: other, because: "Note: call"}]',
    # a hash
    "means: Customer #1 of ours": 'means: "Customer #1 of ours"',
    "means: Customer #1  # see the list": 'means: "Customer #1"  # see the list',
    "means: {en: Customer #1, fi: Asiakas}": 'means: {en: "Customer #1", fi: Asiakas}',
    'entry: name_ == "A #x" or ready': "entry: 'name_ == \"A #x\" or ready'",
    'entry: name_ == "A #1" or ready': "entry: 'name_ == \"A #1\" or ready'",
    # a bracket, or another sign that cannot begin a text
    "means: [a] text": 'means: "[a] text"',
    "means: @anna calls": 'means: "@anna calls"',
    "means: > 5 days": 'means: "> 5 days"',
    "means: % of all": 'means: "% of all"',
    "exits: [{to: other, because: Call [a, b] now}]": 'exits: [{to: other, because: "Call [a, b] now"}]',
    # a comma
    "means: {en: Yes, a problem, fi: Ei}": 'means: {en: "Yes, a problem", fi: Ei}',
    "means: {en: Yes, a, b, fi: Ei, ei}": 'means: {en: "Yes, a, b", fi: "Ei, ei"}',
    # a negation
    "entry: !ready": "entry: not ready",
    "entry: !ready and score > 5": 'entry: "!ready and score > 5"',
    "entry: !(ready or score > 5)": 'entry: "!(ready or score > 5)"',
    "exits: [{to: other, when: !ready}]": "exits: [{to: other, when: not ready}]",
    "exits: [{to: other, when: !ready and score > 5}]": 'exits: [{to: other, when: "!ready and score > 5"}]',
    "exits: [{to: other, when: !(ready or score > 5)}]": 'exits: [{to: other, when: "!(ready or score > 5)"}]',
    # a condition that begins with a quotation mark
    'entry: "a" in tags': "entry: '\"a\" in tags'",
    "entry: 'a' in tags": "entry: \"'a' in tags\"",
    'entry: "a" in tags and name_ == \'b\'': "entry: '\"a\" in tags and name_ == ''b'''",
    'means: "Yes" he said': "means: '\"Yes\" he said'",
    'exits: [{to: other, when: "a" in tags}]': "exits: [{to: other, when: '\"a\" in tags'}]",
}  # fmt: skip
IN_DOUBT = [
    "means: They called: they\n      want an offer",  # where does the text end?
    "exits: [{to: other, because: Yes, waits}]",  # a key without its value?
    "owner: @sdr",  # an id cannot be a text
    "owner: sdr: x",
    "within: !2 days",
    "within: !!str 2 days",
    "entry: !!str ready",
    "does: [Call: them: now]",
    'entry: "a" in ["a", "b"',
    "means: 'torn: text",
    'exits: [{to: other, when: "a" in ["a", "b"]}]',  # the comma may part two entries
]


@pytest.mark.parametrize("line", MENDED)
def test_mended(line: str, tmp_path: Path) -> None:
    after = fixed_text(
        tmp_path, f"{HEAD}{line}{TAIL}".replace("    owner: sdr\n    owner", "    owner")
    )
    assert after == f"{HEAD}{MENDED[line]}{TAIL}"
    left = lint(write(tmp_path, after)).findings
    assert [one.code for one in left if one.code.startswith(("PC0", "PC5"))] == []


@pytest.mark.parametrize("line", MENDED)
def test_mended_with_other_line_ends_and_a_byte_order_mark(line: str, tmp_path: Path) -> None:
    text = f"\ufeff{HEAD}{line}{TAIL}".replace("\n", "\r\n")
    after = f"{HEAD}{MENDED[line]}{TAIL}".replace("\n", "\r\n")
    assert fixed_text(tmp_path, text) == after


@pytest.mark.parametrize("line", IN_DOUBT)
def test_left_alone_in_doubt(line: str, tmp_path: Path) -> None:
    head = HEAD.replace("    owner: sdr\n", "") if line.startswith("owner") else HEAD
    outcome = fixed(write(tmp_path, head + line + TAIL))
    assert outcome.after == {}
    assert {one.code for one in outcome.result.findings} & {"PC001", "PC008", "PC501"}


def test_one_mistake_after_another(tmp_path: Path) -> None:
    """A file is read up to its first mistake: mending goes on until it is read to its end."""
    lines = "".join(
        f"  s{n}:\n    means: No {n}: x\n    entry: !ready\n    owner: sdr\n" for n in range(5)
    )
    head = HEAD.partition("  one:")[0]
    outcome = fixed(write(tmp_path, head + lines))
    (after,) = outcome.after.values()
    assert after == head + lines.replace("means: No", 'means: "No').replace(
        ": x\n", ': x"\n'
    ).replace("!ready", "not ready")
    assert len(outcome.fixed) == 10
    assert outcome.undone == ()
    assert not any(one.code.startswith("PC0") for one in outcome.result.findings)


def test_a_repair_that_leads_to_another_mistake_is_undone(tmp_path: Path) -> None:
    """Quoted it would be a text where a list of numbers is wanted: better told as it was."""
    text = "processctl: 1\ngoals:\n  g:\n    target: about: 60\n"
    outcome = fixed(write(tmp_path, text))
    assert outcome.after == {}
    ((undone),) = outcome.undone
    assert (undone.finding.code, undone.brought.code) == ("PC001", "PC003")
