"""What conditions come to for a case: exact numbers, missing values, definitions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from processctl.criteria import (
    MISSING,
    Evaluation,
    Limits,
    Node,
    Parser,
    Problem,
    Value,
    dependents,
    evaluate,
)

PARSER = Parser(Limits(characters=1_000_000))
TODAY = date(2026, 11, 23)
CASE: dict[str, Value] = {
    "score": 50,
    "rate": Fraction(1, 10),
    "brief": "call",
    "due": date(2026, 12, 1),
    "consent": True,
    "refused": False,
    "tags": frozenset({"food"}),
}


def parsed(text: str) -> Node:
    result = PARSER.parse(text)
    assert not isinstance(result, Problem), result
    return result


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("score >= 50", True),
        ("score < 50 or brief == 'call'", True),
        ("rate + 0.2 == 0.3", True),
        ("3 * rate", Fraction(3, 10)),
        ("score - 20 - 10", 20),
        ("9223372036854775807 + 1 > 9223372036854775807", True),
        ("-score + 1", -49),
        ("due == '2026-12-01' and '2026-11-30' < due", True),
        ("due in ['2026-11-30', '2026-12-01']", True),
        ("days_until(due)", 8),
        ("days_since(due)", -8),
        ("'food' in tags", True),
        ("'energy' in tags", False),
        ("brief in ['mail', 'call']", True),
        ("at_least(2, consent, refused, score > 1)", True),
        ("at_least(0, refused)", True),
        ("not refused and not !consent", True),
        ("refused ? 1 : score > 1 ? 2 : 3", 2),
        ("has(score) and not has(lost)", True),
        # What has no value.
        ("lost", MISSING),
        ("lost > 1", False),
        ("lost == 1", False),
        ("lost != 1", False),
        ("lost == lost", False),
        ("lost in [1, 2]", False),
        ("1 in [lost, 1]", True),
        ("1 in [lost, 2]", False),
        ("'food' in lost", False),
        ("not lost > 1", True),
        ("not lost", True),
        ("lost or consent", True),
        ("lost and consent", False),
        ("at_least(1, lost, refused)", False),
        ("lost ? 1 : 2", 2),
        ("consent ? lost : 2", MISSING),
        ("score + lost", MISSING),
        ("-lost", MISSING),
        ("has(lost)", False),
        ("days_since(lost)", MISSING),
        ("days_until(lost) < 5", False),
    ],
)
def test_value(text: str, value: Any) -> None:
    found = evaluate(parsed(text), CASE, {}, TODAY)
    assert found == value
    assert type(found) is type(value)


DEFINITIONS = {
    "ready": parsed("consent and score >= 50"),
    "open": parsed("lost"),
    "total": parsed("score + rate"),
    "unknown_total": parsed("score + lost"),
    "copied": parsed("lost"),
    "circle": parsed("not other"),
    "other": parsed("circle"),
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ready", True),
        ("total", Fraction(501, 10)),
        ("unknown_total", MISSING),
        ("has(unknown_total)", False),
        ("has(copied)", False),
        ("copied == false", False),
        ("open", False),
        ("open == false", True),
        ("judged", MISSING),
        ("judged or ready", True),
    ],
)
def test_definitions_are_followed(text: str, value: Any) -> None:
    assert evaluate(parsed(text), CASE, DEFINITIONS, TODAY, {"ready", "open"}) == value


def test_a_value_that_is_given_is_not_computed() -> None:
    given = {**CASE, "total": 3, "ready": False}
    assert evaluate(parsed("total == 3 and not ready"), given, DEFINITIONS, TODAY) is True


def test_a_circle_comes_to_something() -> None:
    assert evaluate(parsed("circle"), CASE, DEFINITIONS, TODAY) in (True, False)


def test_long_chains_of_definitions_are_followed() -> None:
    chain = {f"c{i}": parsed(f"c{i + 1} and c{i + 1}") for i in range(15_000)}
    case = Evaluation({"c15000": True}, chain, TODAY)
    assert case.of(parsed("c0 and c7000 and c0")) is True


def test_numbers_that_no_machine_holds_are_missing() -> None:
    digits = "9" * 3_900
    chain = {f"n{i}": parsed(f"n{i + 1} * {digits}") for i in range(400)}
    case = Evaluation({"n400": 1}, chain, TODAY)
    assert case.of(parsed("n395")) == int(digits) ** 5
    assert case.of(parsed("n0")) is MISSING
    assert case.of(parsed("n0 > 1")) is False


def test_dependents_are_all_that_come_down_to_a_name() -> None:
    chain = {f"c{i}": parsed(f"c{i + 1} or x") for i in range(5_000)}
    assert dependents(chain, {"c4998"}) == {f"c{i}" for i in range(4_999)}
    assert dependents(chain, {"y"}) == {"y"}
    assert dependents(DEFINITIONS, {"circle"}) == {"circle", "other"}
