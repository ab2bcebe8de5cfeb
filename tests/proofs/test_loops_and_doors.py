"""What a case still has of its past: earlier values, relations, where it came from, what was answered."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.telling import told

_ENDS = """\
  sold: {outcome: won}
  lost_: {outcome: lost}
"""


def test_a_relation_ends_when_a_side_of_it_is_recorded_anew(tmp_path: Path) -> None:
    text = """\
fields: {price: {type: integer, min: 0, max: 3}, budget: {type: integer, min: 0, max: 3}}
stages:
  lead: {start: true, exits: [{to: offer, when: price < budget}, {to: lost_, when: otherwise}]}
  offer: {CAPTURES exits: [{to: sold, when: price < budget}, {to: lost_, when: price >= budget}]}
"""
    kept = text.replace("CAPTURES", "")
    assert told(tmp_path, kept + _ENDS) == {"offer": "never: 1, always: 0"}
    anew = text.replace("CAPTURES", "captures: [price],")
    assert told(tmp_path, anew + _ENDS) == {}


def test_what_a_gone_value_said_of_the_one_that_is_left_stays_true(tmp_path: Path) -> None:
    """The price was below the budget, and at least 2: so the budget is 3, whatever the new price."""
    text = """\
fields: {price: {type: integer, min: 0, max: 3}, budget: {type: integer, min: 0, max: 3}}
stages:
  lead:
    start: {when: price >= 2 and price < budget}
    exits: [{to: offer, when: budget > 0}]
  offer:
    captures: [price]
    exits: [{to: sold, when: budget == 3}, {to: lost_, when: budget < 3}, {to: later, when: price > budget}]
  later: {exits: [{to: sold, when: price < 3}]}
"""
    assert told(tmp_path, text + _ENDS) == {"offer": "never: 1, never: 2, always: 0"}


def test_two_gone_values_may_tie_what_is_left_between_them(tmp_path: Path) -> None:
    text = """\
fields:
  first: {type: integer, min: 0, max: 3}
  middle: {type: integer, min: 0, max: 3}
  last: {type: integer, min: 0, max: 3}
stages:
  lead:
    start: {when: first < middle and middle < last}
    exits: [{to: offer, when: last > 0}]
  offer:
    captures: [middle]
    exits: [{to: sold, when: last - first >= 2}, {to: lost_, when: last - first < 2}]
"""
    assert told(tmp_path, text + _ENDS) == {"offer": "never: 1, always: 0"}


def test_a_loop_that_records_anew_forgets_in_the_end(tmp_path: Path) -> None:
    """Each round asks for a bigger score than the last; where it began is forgotten."""
    text = """\
fields: {score: {type: integer, min: 0, max: 4}, best: {type: integer, min: 0, max: 4}}
stages:
  lead: {start: {when: best == 0}, exits: [{to: scored, when: best == 0}]}
  scored: {captures: [score], exits: [{to: raised, when: score > best}, {to: lost_, when: score <= best}]}
  raised: {captures: [best], exits: [{to: scored, when: score == best}, {to: sold, when: score != best}]}
"""
    assert told(tmp_path, text + _ENDS) == {}
    never_four = text.replace("score > best}", "score > best and score < 4}").replace(
        "score <= best}", "score <= best or score >= 4}"
    )
    never_four += "  more: {start: {when: best < 0}, exits: [{to: scored, when: best == 4}]}\n"
    assert told(tmp_path, never_four + _ENDS) == {}


def test_what_is_reset_is_unknown_again(tmp_path: Path) -> None:
    text = """\
fields: {size: {type: integer, min: 0, max: 3}}
stages:
  lead: {start: true, captures: [size], exits: [{to: offer, when: size > 1, resets: [size]}, {to: lost_, when: size <= 1}]}
  offer: {exits: [{to: sold, when: has(size) and size > 1}, {to: lost_, when: has(size) and size <= 1}]}
"""
    assert told(tmp_path, text + _ENDS) == {"offer": "gap: lost"}
    assert told(tmp_path, text.replace(", resets: [size]", "") + _ENDS) == {
        "offer": "never: 1, always: 0"
    }


def test_an_answer_goes_with_the_case_to_the_next_door_and_no_further(tmp_path: Path) -> None:
    text = """\
criteria: {keen: {judged_by: sales}, rich: {judged_by: sales}}
stages:
  lead: {start: true, exits: [{to: offer, when: not keen}, {to: lost_, when: otherwise}]}
  offer: {entry: keen, exits: [{to: meeting, when: keen}, {to: lost_, when: not keen}]}
  meeting: {entry: keen and rich, exits: [{to: sold, when: keen}, {to: lost_, when: not keen}]}
"""
    assert told(tmp_path, text + _ENDS) == {"doors": "lead to offer: keen"}


def test_an_entry_is_asked_part_by_part(tmp_path: Path) -> None:
    text = """\
fields: {size: {type: integer, min: 0, max: 3}, rich: {type: boolean}}
stages:
  lead: {start: true, exits: [{to: offer, when: size >= 2}, {to: lost_, when: size < 2}]}
  offer: {entry: size >= 1 and rich and size > 2, exits: [{to: sold, when: rich}]}
"""
    assert told(tmp_path, text + _ENDS) == {"doors": "lead to offer: rich, lead to offer: size > 2"}


def test_origin_is_the_last_other_stage(tmp_path: Path) -> None:
    """A round within a stage is no coming from there."""
    text = """\
fields: {keen: {type: boolean}, called: {type: boolean}}
stages:
  web: {start: true, exits: [{to: sorted, when: keen}, {to: lost_, when: not keen}]}
  fair: {start: true, exits: [{to: sorted, when: not keen}, {to: sold, when: keen}]}
  sorted:
    captures: [called]
    exits:
      - {to: sorted, when: not called}
      - {to: origin, when: called, resets: [keen]}
"""
    assert told(tmp_path, text + _ENDS) == {}
    kept = text.replace(", resets: [keen]", "")
    assert told(tmp_path, kept + _ENDS) == {}


def test_only_who_has_been_a_customer_is_given_back_to_being_one(tmp_path: Path) -> None:
    text = """\
fields: {size: {type: integer, min: 0, max: 3}}
stages:
  lead: {start: true, exits: [{to: offer, when: size >= 1}, {to: lost_, when: size < 1}]}
  offer: {exits: [{to: sold, when: size == 3}, {to: sold, when: size < 3, return: true}]}
  sold: {outcome: won, exits: [{to: offer, when: size >= 3}, {to: lost_, when: size < 3}]}
  lost_: {outcome: lost}
"""
    assert told(tmp_path, text) == {}
