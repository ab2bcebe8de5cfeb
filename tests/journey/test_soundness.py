"""Which conditions can be relied on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from processctl.criteria import Type
from processctl.journey import Journey, make_journey
from processctl.model.condition import Expression
from processctl.model.model import read_model
from processctl.reading.workspace import load

PROCESS = """
processctl: 1
roles: {sdr: {}}
fields:
  score: {type: integer}
  total: {type: integer, is: score + 1}
  wrong_total: {type: integer, is: score + trade}
  unread_total: {type: integer, is: [score]}
  trade: {type: choice, options: [food]}
  without_options: {type: choice}
  misspelt: {type: integr}
  untyped: {}
  no_room: {type: integer, min: 3, max: 2}
  no_day: {type: date, min: 3}
criteria:
  tested: {test: score > 1}
  judged: {judged_by: sdr}
  mismatched: {test: trade > 1}
  unread: {test: [score]}
  unparsed: {test: score > }
  circle: {test: not other}
  other: {test: circle}
  on_mismatched: {test: mismatched and score > 1}
  far_from_it: {test: tested or on_mismatched}
segments:
  large: {test: score > 90}
  named_only: {says: Whoever}
stages:
  start:
    start: true
    exits:
      - {to: end, when: CONDITION}
      - {to: end, when: {says: They want it}}
      - {to: end, when: otherwise}
      - {to: end}
  end: {outcome: won}
"""
SOUND = [
    "score > 1",
    "total > 1 and trade == 'food'",
    "tested and judged and large and named_only",
    "has(untyped) or has(without_options)",
]
UNSOUND = [
    "score > 'a'",
    "score",
    "score >",
    "scoer > 1",
    "has(scoer)",
    "untyped > 1",
    "misspelt > 1",
    "without_options == 'a'",
    "no_room > 1",
    "days_since(no_day) > 1",
    "wrong_total > 1",
    "unread_total > 1",
    "mismatched",
    "unread",
    "unparsed",
    "circle",
    "tested and other",
    "on_mismatched",
    "score > 1 or far_from_it",
]


def journey(workspace: Callable[..., Path], condition: str) -> Journey:
    text = PROCESS.replace("CONDITION", f'"{condition}"')
    return make_journey(read_model(load(workspace(text))))


@pytest.mark.parametrize("condition", [*SOUND, *UNSOUND])
def test_sound(condition: str, workspace: Callable[..., Path]) -> None:
    found = journey(workspace, condition)
    tested, *others = found.stages["start"].exits
    assert isinstance(tested.when, Expression)
    assert found.sound(tested.when) is (condition in SOUND)
    assert [found.sound(exit_.when) for exit_ in others] == [True, True, True]


def test_the_types_of_fields_and_what_does_not_fit(workspace: Callable[..., Path]) -> None:
    made = journey(workspace, "score")
    found = made.soundness
    assert found.names.fields["score"] == Type("integer")
    assert list(found.names.fields["trade"].options if found.names.fields["trade"] else ()) == [
        "food"
    ]
    assert found.names.fields["untyped"] is None
    assert "judged" in found.names.conditions
    assert "large" in found.names.conditions
    assert {one.path for one in made.model.expressions if found.mismatches(one)} == {
        ("stages", "start", "exits", 0, "when"),
        ("criteria", "mismatched", "test"),
        ("fields", "wrong_total", "is"),
    }


def test_definitions_of_a_shared_vocabulary_count(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name, text in {
        "shared": "processctl: 1\nfields: {score: {type: integer}}\n"
        "criteria: {good: {test: score > 1}, bad: {test: score > 'a'}}\n",
        "own": "processctl: 1\nuses: [../shared]\nstages:\n  a: {start: true, exits: "
        "[{to: b, when: good}, {to: b, when: bad}]}\n  b: {outcome: won}\n",
    }.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "processctl.yaml").write_text(text, encoding="utf-8")
    found = make_journey(read_model(load(tmp_path / "own")))
    assert [found.sound(exit_.when) for exit_ in found.stages["a"].exits] == [True, False]


def test_long_chains_of_criteria_are_followed(workspace: Callable[..., Path]) -> None:
    links = "\n".join(f"  c{i}: {{test: c{i + 1}}}" for i in range(15_000))
    text = (
        f"processctl: 1\ncriteria:\n{links}\n  c15000: {{test: score}}\n  d: {{judged_by: sdr}}\n"
        "roles: {sdr: {}}\nfields: {score: {type: integer}}\n"
        "stages: {a: {start: true, exits: [{to: a, when: c0}, {to: a, when: d}]}}\n"
    )
    found = make_journey(read_model(load(workspace(text))))
    assert [found.sound(exit_.when) for exit_ in found.stages["a"].exits] == [False, True]
