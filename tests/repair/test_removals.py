"""What is taken away goes with its own comments, and with nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from processctl.rules.repair import Remove
from tests.repair.mending import BOTH, edited, fixed, write

B = ("teams", "b")
CASES = {
    "with the comments right above, beside and below": (
        "teams:\n  a: {}\n  # of b\n  # too\n  b: {}  # beside\n    # below\n  # of c\n  c: {}\n",
        "teams:\n  a: {}\n  # of c\n  c: {}\n",
    ),
    "a comment apart stays": (
        "teams:\n  a: {}\n\n  # --- apart ---\n\n  b: {}\n\n  c: {}\n",
        "teams:\n  a: {}\n\n  # --- apart ---\n\n  c: {}\n",
    ),
    "of empty lines on both sides one stays": (
        "teams:\n  a: {}\n\n  b:\n    lead: x\n\n  c: {}\n",
        "teams:\n  a: {}\n\n  c: {}\n",
    ),
    "the last of a file": ("teams:\n  a: {}\n\n  b: {}\n", "teams:\n  a: {}\n\n"),
    "the last of a file without a line end": ("teams:\n  a: {}\n\n  b: {}", "teams:\n  a: {}"),
    "the first": ("teams:\n  b: {}\n  a: {}\n", "teams:\n  a: {}\n"),
    "a text of several lines": (
        "teams:\n  b:\n    about: |\n      one\n      # no comment\n\n      two\n  a: {}\n",
        "teams:\n  a: {}\n",
    ),
    "the only one, and its section": ("teams:\n  # of b\n  b: {}\nroles: {}\n", "roles: {}\n"),
    "between braces, the first": ("teams: {b: {lead: x}, a: {}}\n", "teams: {a: {}}\n"),
    "between braces, in the middle": ("teams: {a: {}, b: , c: {}}\n", "teams: {a: {}, c: {}}\n"),
    "between braces, the last": ("teams: {a: {}, b: }  # c\n", "teams: {a: {}}  # c\n"),
    "between braces, a comma behind the last": ("teams: {a: {}, b: {}, }\n", "teams: {a: {}, }\n"),
    "between braces, the only one": ("teams: {b: {}}\nroles: {}\n", "roles: {}\n"),
    "between braces on lines, with its comments": (
        "teams: {\n  a: {},  # of a\n  # of b\n  b: {},  # too\n  # of c\n  c: {}\n}\n",
        "teams: {\n  a: {},  # of a\n  # of c\n  c: {}\n}\n",
    ),
    "between braces on lines, the last": (
        "teams: {\n  a: {},  # of a\n  # of b\n  b: {}\n}\n",
        "teams: {\n  a: {},  # of a\n}\n",
    ),
    "an empty one": ("teams:\n  a: {}\n  b:  # nothing\n  c: {}\n", "teams:\n  a: {}\n  c: {}\n"),
    "a quoted key": ('teams:\n  a: {}\n  "b": {}\n', "teams:\n  a: {}\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_an_element(case: str, line_end: str, tmp_path: Path) -> None:
    before, after = (f"processctl: 1\n{text}".replace("\n", line_end) for text in CASES[case])
    assert edited(tmp_path, before, Remove(B, keep=0)) == after


EXIT = ("stages", "s", "exits", 1)
ITEMS = {
    "an item": (
        "    exits:\n      - to: a\n      # of b\n      - to: b\n        when: x\n      - to: c\n",
        "    exits:\n      - to: a\n      - to: c\n",
        EXIT,
    ),
    "an item between brackets": ("    exits: [{to: a}, {to: b}, {to: c}]\n", "    exits: [{to: a}, {to: c}]\n", EXIT),
    "the key behind a dash": (
        "    exits:\n      - to: a\n      - when: x\n        to: b\n",
        "    exits:\n      - to: a\n      - to: b\n",
        (*EXIT, "when"),
    ),
    "the key behind a dash, a comment below it": (
        "    exits:\n      - to: a\n      - when: x\n        # where to\n        to: b\n",
        "    exits:\n      - to: a\n      -\n        # where to\n        to: b\n",
        (*EXIT, "when"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ITEMS)
def test_in_a_list(case: str, tmp_path: Path) -> None:
    before, after, path = ITEMS[case]
    head = "processctl: 1\nstages:\n  s:\n"
    assert edited(tmp_path, head + before, Remove(path, keep=2)) == head + after


def test_what_is_kept_stays_as_an_empty_map(tmp_path: Path) -> None:
    text = "processctl: 1\nteams:\n  a:  # ours\n    # who leads\n    lead: x\n\n  c: {}\n"
    after = "processctl: 1\nteams:\n  a: {}  # ours\n\n  c: {}\n"
    assert edited(tmp_path, text, Remove(("teams", "a", "lead"), keep=2)) == after
    flow = "processctl: 1\nteams: {a: {lead: x}}\n"
    emptied = "processctl: 1\nteams: {a: {}}\n"
    assert edited(tmp_path, flow, Remove(("teams", "a", "lead"), keep=2)) == emptied


def test_what_an_alias_brings_in_is_not_taken_away(tmp_path: Path) -> None:
    text = "processctl: 1\nx_a: &a {lead: x}\nteams:\n  b: *a\n  c: {<<: *a}\n"
    assert edited(tmp_path, text, Remove(("teams", "b", "lead"), keep=2)) is None
    assert edited(tmp_path, text, Remove(("teams", "c", "lead"), keep=2)) is None


# The rule that takes away


PROCESS = """\
processctl: 1
process: {owner: a}
roles: {a: {}}
stages:
  lead:
    owner: a
    start: true
    # why we do not care
    ignore:
      # of old
      stage-without-owner: {because: We are hiring}  # still
      PC302: {because: Once upon a time}
    does: [Call]
    exits:
      - to: won_
        ignore: {PC401: {because: Old}, PC402: {because: Old}}
  won_: {outcome: won, owner: a, ignore: {PC311: {because: Old}}}
"""


def test_ignores_without_effect_and_what_they_leave_empty(tmp_path: Path) -> None:
    outcome = fixed(write(tmp_path, PROCESS))
    (after,) = outcome.after.values()
    assert (
        after
        == """\
processctl: 1
process: {owner: a}
roles: {a: {}}
stages:
  lead:
    owner: a
    start: true
    does: [Call]
    exits:
      - to: won_
  won_: {outcome: won, owner: a}
"""
    )
    assert [one.code for one in outcome.fixed] == ["PC991"] * 5
    assert outcome.undone == ()


def test_an_ignore_of_use_stays(tmp_path: Path) -> None:
    text = PROCESS.replace("stage-without-owner", "stage-without-deadline")
    (after,) = fixed(write(tmp_path, text)).after.values()
    kept = "    # why we do not care\n    ignore:\n      # of old\n      stage-without-deadline: {because"
    assert kept in after
    assert "PC302" not in after


IN_DOUBT = {
    "a stage without an owner hides what its handoffs lack": (
        "    owner: a\n    start",
        "    start",
    ),
    "what cannot be read hides the rest": ("does: [Call]", "does: [Call]\n    onwer: a"),
    "a name that is not there": ("to: won_", "to: wonn"),
    "a condition that cannot be read": ("to: won_", "to: won_\n        when: a and"),
    "the stage has no way out": (
        "    exits:\n      - to: won_\n        ignore",
        "    x_exits:\n      - x_ignore",
    ),
}


@pytest.mark.parametrize("case", IN_DOUBT)
def test_in_doubt_an_ignore_stays(case: str, tmp_path: Path) -> None:
    """It hides nothing now, but what it was written for may be hidden by something else."""
    text = PROCESS.replace(*IN_DOUBT[case])
    assert text != PROCESS
    outcome = fixed(write(tmp_path, text), BOTH)
    (after,) = outcome.after.values() or (text,)
    assert "PC302: {because: Once upon a time}" in after
    assert "PC991" in {one.code for one in outcome.result.findings}
