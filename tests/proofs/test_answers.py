"""Answers that are kept between runs: taken for the same question only, and never in the place of patience."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from processctl.journey import Journey
from processctl.proofs.answers import Answers, Questions
from processctl.proofs.proofs import Proofs
from tests.proofs.comparing import journey_of
from tests.proofs.generated_processes import process
from tests.proofs.pigeons import pigeons
from tests.proofs.telling import in_words

_PROFILE = settings.default
assert _PROFILE is not None


def _proved(journey: Journey, answers: Answers) -> tuple[dict[str, str], int]:
    proofs = Proofs(journey, answers)
    return in_words(proofs), proofs.passage.solver.asked_z3


@settings(max_examples=_PROFILE.max_examples // 2)
@given(st.randoms(use_true_random=False))
def test_a_second_run_asks_nothing_and_says_the_same(chance: Random) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        journey = journey_of(Path(folder), process(chance))
        again = journey_of(Path(folder), (Path(folder) / "processctl.yaml").read_text("utf-8"))
    first = Answers({})
    told, _ = _proved(journey, first)
    second = Answers(first.used)
    assert _proved(again, second) == (told, 0)
    assert second.used == first.used


_TWO = """\
processctl: 1
teams: {sales: {}}
fields:
  one: {type: integer, min: 0, max: 100}
  other: {type: integer, min: 0, max: MOST}
  total: {type: integer, is: one + other}
criteria:
  large: {test: total >= LARGE}
stages:
  lead: {start: true, exits: [{to: sold, when: large}, {to: gone, when: total < 50}]}
  call: {start: true, exits: [{to: sold, when: one - other >= CALL}, {to: gone, when: one - other < 10}]}
  sold: {outcome: won}
  gone: {outcome: lost}
"""


def _two(folder: Path, most: int = 100, large: int = 50, call: int = 10) -> Journey:
    text = _TWO.replace("MOST", str(most)).replace("LARGE", str(large)).replace("CALL", str(call))
    return journey_of(folder, text)


def test_only_the_stage_that_has_changed_is_proved_again(tmp_path: Path) -> None:
    answers = Answers({})
    told, asked = _proved(_two(tmp_path), answers)
    assert (told, asked > 0) == ({}, True)
    _, fewer = _proved(_two(tmp_path, call=11), Answers(answers.used))
    assert 0 < fewer < asked


@pytest.mark.parametrize("changed", [{"most": 99}, {"large": 51}])
def test_what_a_condition_rests_on_is_part_of_the_question(
    changed: dict[str, int], tmp_path: Path
) -> None:
    answers = Answers({})
    _proved(_two(tmp_path), answers)
    journey = _two(tmp_path, **changed)
    told, asked = _proved(journey, Answers(answers.used))
    assert asked > 0
    assert told == _proved(journey, Answers({}))[0]


def test_versions_are_told_apart_and_not_by_their_names(tmp_path: Path) -> None:
    journey = _two(tmp_path)
    passage = Proofs(journey).passage
    tree = journey.model.criteria["large"].test
    assert tree is not None
    assert tree.tree is not None
    questions = Questions(passage.domains, journey.conditions.definitions)

    def key(*versions: dict[str, str]) -> str | None:
        assert tree is not None
        assert tree.tree is not None
        return questions.key([passage.facts.one(tree.tree, True, one) for one in versions])

    assert key({"one": "a"}) == key({"one": "b"}) != key({})
    assert key({"one": "a"}, {"one": "a", "other": "x"}) == key(
        {"one": "c"}, {"one": "c", "other": "y"}
    )
    assert key({"one": "a"}, {"one": "a", "other": "x"}) != key(
        {"one": "a"}, {"one": "b", "other": "x"}
    )


def test_what_is_asked_with_less_patience_is_not_kept(tmp_path: Path) -> None:
    names, criteria = pigeons()
    fields = "".join(f"  {name}: {{type: boolean}}\n" for name in names)
    text = _TWO.replace("MOST", "100").replace("LARGE", "50").replace("CALL", "11")
    text = text.replace("fields:\n", f"fields:\n{fields}").replace(
        "criteria:\n", f"criteria:\n{''.join(criteria)}"
    )
    text = text.replace("{to: sold, when: large}", "{to: sold, when: fits}")
    journey = journey_of(tmp_path, text)
    answers = Answers({})
    told, asked = _proved(journey, answers)
    again, asked_again = _proved(journey, Answers(answers.used))
    assert "open" in told["lead"]
    assert told == again
    assert 0 < asked_again < asked
