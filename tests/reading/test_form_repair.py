"""What a mistyped key or value was most likely meant to be."""

from __future__ import annotations

import pytest

from processctl.reading.form import FormChecker
from processctl.reading.form_repair import as_id, guesses, meant_key
from processctl.reading.form_schema import definitions, part
from processctl.reading.nearest import nearest

STAGE = list(part(part(definitions(), "stage"), "properties"))
EXIT = list(part(part(definitions(), "exit"), "properties"))
CHECKER = FormChecker()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ownerr", "owner"), ("onwer", "owner"), ("ownr", "owner"), ("Owner", "owner"),
        ("widthin", "within"), ("witin", "within"), ("exit", "exits"), ("capture", "captures"),
        ("in-order", "in_order"), ("free choice", "free_choice"), ("respnsible", "responsible"),
        ("stats", "status"), ("phse", "phase"),
        ("price", None), ("colour", None), ("x", None), ("", None),
    ],
)  # fmt: skip
def test_the_nearest_key(written: str, meant: str | None) -> None:
    assert nearest(written, STAGE) == meant


@pytest.mark.parametrize(
    ("written", "meant"), [("too", "to"), ("wehn", "when"), ("t", "to"), ("a", None), ("ot", None)]
)
def test_short_words_have_to_be_nearer(written: str, meant: str | None) -> None:
    assert nearest(written, EXIT) == meant


def test_the_order_of_candidates_does_not_matter() -> None:
    assert nearest("stag", ["stage", "stags"]) == nearest("stag", ["stags", "stage"]) == "stage"
    assert nearest("stage", []) is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [("deadline", "within"), ("Description", "about"), ("tasks", "does"), ("next", "exits")],
)
def test_the_words_of_other_tools(written: str, meant: str) -> None:
    assert meant_key(written, STAGE) == meant


def test_a_word_of_another_tool_stands_only_for_keys_that_exist_here() -> None:
    assert meant_key("deadline", ["to", "when"]) is None


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("New Lead", "new_lead"), ("Hyvä päivä", "hyva_paiva"), ("Åke Öberg", "ake_oberg"),
        ("1st call", "st_call"), ("A--b  c", "a_b_c"), ("__x", "x"), ("日本", ""), ("", ""),
        ("x" * 70, "x" * 64), ("crm", "crm"),
    ],
)  # fmt: skip
def test_an_id_made_of_words(words: str, made: str) -> None:
    assert as_id(words) == made
    assert not made or CHECKER.check("new_id", made) == []


@pytest.mark.parametrize(
    ("definition", "written", "meant"),
    [
        ("duration", "3 dayz", "3 days"), ("duration", "1 dy", "1 day"),
        ("duration", "2h", "2 hours"), ("duration", "day", "1 day"),
        ("duration", "2  weeks", "2 weeks"), ("duration", "5 Working Days", "5 business days"),
        ("duration", "2 työpäivää", "2 business days"), ("duration", "3 kk?", None),
        ("deadline", "30 days since The Offer", "30 days since the_offer"),
        ("cadence", "weekly", "week"), ("cadence", "every 2 weeks", "2 weeks"),
        ("cadence", "every day", "day"), ("cadence", "sometimes", None),
        ("cadence_or_case", "monthly", "month"),
        ("rate", "40/month", "40 per month"), ("rate", "40 a month", "40 per month"),
        ("rate", "many", None),
        ("date", "14.9.2026", "2026-09-14"), ("date", "2026/9/1", "2026-09-01"),
        ("date", "31.2.2026", None), ("date", "9/14/2026", None),
        ("time", "9:30", "09:30"), ("time", "9.30", "09:30"), ("time", "noon", None),
        ("hours", "8:00 - 16:00", "08:00-16:00"), ("hours", "8.00\u201316.00", "08:00-16:00"),
        ("url", "example.com", "https://example.com"), ("url", "a@b.fi", "mailto:a@b.fi"),
        ("url", "shared drive", None), ("currency", "eur", "EUR"), ("country", "fi", "FI"),
        ("language", "FI", "fi"), ("stage_id", "New Lead", "new_lead"),
        ("stage_id", " new_lead ", "new_lead"), ("stage_id", "", None), ("version", "v1", None),
        ("email", "office", None),
    ],
)  # fmt: skip
def test_the_first_guess_that_is_well_formed(
    definition: str, written: str, meant: str | None
) -> None:
    good = [guess for guess in guesses(definition, written) if not CHECKER.check(definition, guess)]
    assert (good[0] if good else None) == meant
