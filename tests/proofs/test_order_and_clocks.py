"""Which exit a case takes where the order counts, and what time does to those that fit none."""

from __future__ import annotations

from pathlib import Path

from tests.proofs.telling import told

_ENDS = """\
  sold: {outcome: won}
  lost_: {outcome: lost}
"""


def test_in_order_nothing_comes_past_otherwise(tmp_path: Path) -> None:
    text = """\
fields: {size: {type: integer, min: 0, max: 3}}
stages:
  lead:
    start: true
    in_order: true
    exits: [{to: sold, when: size > 2}, {to: lost_, when: otherwise}, {to: nurture, when: size < 1}]
  nurture: {exits: [{to: sold, when: size >= 0}]}
"""
    assert told(tmp_path, text + _ENDS) == {"lead": "never: 2"}


def test_out_of_order_otherwise_is_what_all_others_leave(tmp_path: Path) -> None:
    text = """\
fields: {size: {type: integer, min: 0, max: 3}}
stages:
  lead:
    start: true
    exits: [{to: sold, when: size > 2}, {to: nurture, when: otherwise}, {to: lost_, when: size < 1}]
  nurture: {exits: [{to: sold, when: size > 1}, {to: lost_, when: size < 2}, {to: lead, when: size < 1}]}
"""
    assert told(tmp_path, text + _ENDS) == {"nurture": "never: 2"}


def test_the_exit_behind_a_limit_is_planned_with_what_it_limits(tmp_path: Path) -> None:
    text = """\
fields: {keen: {type: boolean}}
stages:
  lead:
    start: true
    exits:
      - {to: later, when: not keen, at_most: 2, then: lost_}
      - {to: sold, when: keen}
  later: {status: planned}
"""
    assert told(tmp_path, text + _ENDS) == {"lead": "gap: lost"}


def test_a_deadline_helps_only_those_whose_deadline_it_is(tmp_path: Path) -> None:
    text = """\
fields: {size: {type: integer, min: 0, max: 3}}
segments: {large: {test: size >= 2}}
stages:
  lead:
    start: true
    varies: {large: {within: 2 days, late: {to: lost_}}}
    exits: [{to: sold, when: size == 3}, {to: lost_, when: size == LIMIT}]
"""
    for limit, expected in (("0", "gap: lost"), ("1", "gap: lost"), ("4", "gap: lost, never: 1")):
        found = told(tmp_path, text.replace("LIMIT", limit) + _ENDS)
        assert found == {"lead": expected}
    below = text.replace("size == LIMIT", "size < 2")
    assert told(tmp_path, below + _ENDS) == {"lead": "gap: waits"}


def test_a_segment_with_a_deadline_of_its_own_has_no_other(tmp_path: Path) -> None:
    text = """\
fields: {size: {type: integer, min: 0, max: 3}}
segments: {large: {test: size >= 2}}
people: {ann: {}}
stages:
  lead:
    start: true
    within: 2 days
    late: {to: nurture, at_most: 1, then: reminded}
    varies: {large: {late: {tell: ann}}}
    exits: [{to: sold, when: size < 2}]
  nurture: {exits: [{to: sold, when: size < 2}, {to: lost_, when: size >= 2}]}
  reminded: {exits: [{to: sold, when: size < 2}, {to: lost_, when: size >= 2}]}
"""
    assert told(tmp_path, text + _ENDS) == {
        "lead": "gap: lost",
        "nurture": "never: 1, always: 0",
        "reminded": "never: 1, always: 0",
    }


def test_what_comes_true_by_itself_is_waited_for(tmp_path: Path) -> None:
    text = """\
fields: {sent: {type: date}, answered: {type: boolean}}
criteria: {too_old: {test: days_since(sent) > 2}}
stages:
  lead:
    start: true
    exits: [{to: sold, when: answered}, {to: lost_, when: not answered and too_old}]
"""
    assert told(tmp_path, text + _ENDS) == {"lead": "gap: waits"}


def test_where_time_alone_leads_on_nobody_is_surprised_to_wait(tmp_path: Path) -> None:
    text = """\
fields: {sent: {type: date}}
stages:
  lead: {start: true, exits: [{to: lost_, when: days_since(sent) > 7}]}
"""
    assert told(tmp_path, text + _ENDS) == {}


def test_time_does_not_help_whom_it_never_lets_pass(tmp_path: Path) -> None:
    text = """\
fields: {sent: {type: date}, size: {type: integer, min: 0, max: 9}}
stages:
  lead:
    start: true
    exits: [{to: lost_, when: days_since(sent) > 7 and size > 2}, {to: sold, when: size == 9 and days_until(sent) > 0}]
"""
    assert told(tmp_path, text + _ENDS)["lead"].startswith("gap: lost")


def test_an_answer_has_to_have_somewhere_to_go(tmp_path: Path) -> None:
    text = """\
criteria: {keen: {judged_by: sales}}
stages:
  lead: {start: true, exits: [{to: sold, when: keen}]}
"""
    assert told(tmp_path, text + _ENDS) == {"lead": "gap: unanswered"}


def test_each_contract_has_its_own_silence(tmp_path: Path) -> None:
    """Segments do not change what an exit says of its own contract."""
    text = """\
fields: {size: {type: integer, min: 0, max: 3}}
segments: {large: {test: size >= 2}}
stages:
  lead:
    owner: sales
    start: true
    exits:
      - {to: offer, when: size > 0, handoff: {by: care, within: 1 day, silent: {to: asked_again}}}
      - {to: offer, when: size == 0}
  offer:
    owner: care
    accepts: {by: care, within: 1 day, silent: {to: reminded}}
    varies: {large: {accepts: {by: care, within: 2 days, silent: {to: called}}}}
    exits: [{to: sold, when: size >= 0}]
  asked_again: {owner: care, exits: [{to: sold, when: size > 0}, {to: lost_, when: size == 0}]}
  reminded: {owner: care, exits: [{to: sold, when: size > 0}, {to: lost_, when: size == 0}]}
  called: {owner: care, exits: [{to: sold, when: size > 0}, {to: lost_, when: size == 0}]}
"""
    assert told(tmp_path, text + _ENDS) == {
        "asked_again": "never: 1, always: 0",
        "reminded": "never: 0, always: 1",
    }
