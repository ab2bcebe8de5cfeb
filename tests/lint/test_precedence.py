"""One cause, one finding: which finding keeps which others silent, and how far."""

from __future__ import annotations

from pathlib import Path

import pytest

from processctl.lint.orders import ORDERS
from processctl.lint.precedence import without_silenced
from processctl.lint.raised import Raised
from processctl.rules import RULES
from processctl.rules.rule import Found, Place, stage_at
from processctl.texts import say
from tests.lint.linting import TIDY, codes, run

_BY_CODE = {rule.code: rule for rule in RULES}


def _raised(code: str, stage: str, *about: str) -> Raised:
    return Raised(_BY_CODE[code], Found(say("It is so."), stage_at(stage), about=about))


def _left(*raised: Raised, ignored: str = "") -> list[str]:
    left = without_silenced(raised, lambda one: one.rule.code == ignored)
    return [one.rule.code for one in left]


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        ("PC302", "PC201"),
        ("PC302", "PC306"),
        ("PC302", "PC516"),
        ("PC303", "PC304"),
        ("PC303", "PC306"),
        ("PC303", "PC312"),
        ("PC303", "PC403"),
        ("PC304", "PC305"),
        ("PC201", "PC402"),
        ("PC201", "PC413"),
        ("PC516", "PC401"),
        ("PC516", "PC415"),
    ],
)
def test_the_stronger_finding_of_a_stage_is_told_alone(winner: str, loser: str) -> None:
    assert _left(_raised(loser, "offer"), _raised(winner, "offer")) == [winner]
    assert _left(_raised(loser, "offer"), _raised(winner, "offer"), ignored=winner) == [winner]
    assert _left(_raised(loser, "demo"), _raised(winner, "offer")) == [loser, winner]
    assert _left(_raised(loser, "demo", "offer"), _raised(winner, "offer")) == [winner]
    assert _left(_raised(loser, "offer"), _raised(winner, "demo", "offer")) == [winner]


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        ("PC406", "PC403"),
        ("PC406", "PC414"),
        ("PC406", "PC405"),
        ("PC701", "PC405"),
        ("PC702", "PC405"),
    ],
)
def test_findings_about_one_way_between_teams_are_told_once(winner: str, loser: str) -> None:
    way, other = "sales → marketing", "care → sales"
    assert _left(_raised(loser, "offer", way), _raised(winner, "demo", way)) == [winner]
    # The same stage is not enough: it may have dealings with several teams.
    kept = _left(_raised(loser, "offer", way), _raised(winner, "offer", other))
    assert kept == [loser, winner]


def test_a_field_is_asked_for_its_basis_before_its_time() -> None:
    missing = [_raised("PC607", "offer", "fields.email"), _raised("PC608", "offer", "fields.phone")]
    assert _left(*missing) == ["PC607", "PC608"]
    assert _left(*missing, _raised("PC608", "offer", "fields.email")) == ["PC607", "PC608"]


def test_without_results_no_stage_is_asked_for_its_way_out() -> None:
    raised = [_raised(code, "offer") for code in ("PC304", "PC305", "PC306", "PC318")]
    nowhere = Raised(_BY_CODE["PC315"], Found(say("None."), Place(("stages",))))
    assert _left(*raised, nowhere) == ["PC315"]


def test_without_a_start_what_it_brought_is_not_told_as_missing() -> None:
    no_start = Raised(_BY_CODE["PC301"], Found(say("None."), Place(("stages",))))
    assert _left(_raised("PC605", "offer"), no_start) == ["PC301"]


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        ("PC303", "PC514"),
        ("PC304", "PC514"),
        ("PC402", "PC514"),
        ("PC402", "PC314"),
        ("PC306", "PC314"),
        ("PC407", "PC314"),
        ("PC514", "PC306"),
        ("PC514", "PC407"),
    ],
)
def test_a_promise_and_what_breaks_it_are_told_once(winner: str, loser: str) -> None:
    assert _left(_raised(loser, "offer"), _raised(winner, "offer")) == [winner]
    assert _left(_raised(loser, "demo"), _raised(winner, "offer")) == [loser, winner]
    # Whoever silences the one still hears the other.
    silenced = _left(_raised(loser, "offer"), _raised(winner, "offer"), ignored=winner)
    assert silenced == [loser, winner]


def test_names_and_reading_are_told_of_unreachable_stages_too() -> None:
    raised = [_raised("PC101", "offer"), _raised("PC003", "offer"), _raised("PC302", "offer")]
    assert _left(*raised) == ["PC101", "PC003", "PC302"]


def test_a_dead_end_explains_unreachable_stages_unless_it_is_silenced() -> None:
    raised = [_raised("PC302", "customer"), _raised("PC303", "offer", "customer")]
    assert _left(*raised) == ["PC303"]
    assert _left(*raised, ignored="PC303") == ["PC302", "PC303"]
    # A stage that leads nowhere itself was not cut off by it.
    alone = [_raised("PC302", "other"), _raised("PC303", "offer", "customer")]
    assert _left(*alone) == ["PC302", "PC303"]


def test_what_was_silenced_by_a_stronger_finding_silences_nothing() -> None:
    raised = [_raised("PC302", "offer"), _raised("PC303", "offer"), _raised("PC306", "demo")]
    assert _left(*raised) == ["PC302", "PC306"]


def test_orders_name_rules_that_there_are() -> None:
    assert {order.winner for order in ORDERS} <= _BY_CODE.keys()
    for order in ORDERS:
        losers = {code for code in _BY_CODE if order.silences(code)}
        assert losers
        assert order.winner not in losers


def test_a_whole_process_is_judged_by_these_orders(tmp_path: Path) -> None:
    cut = ("{to: customer, when: buys}, {to: closed_lost, when: otherwise}", "{to: offer}")
    lonely = ("  customer:", "  offer: {owner: sales, means: They have our offer}\n  customer:")
    assert codes(run(tmp_path, TIDY, cut, lonely)) == ["PC303"]
