"""Names that lead to pages."""

from __future__ import annotations

from processctl.site.names import names_of

PAGES = [
    ("Offer", "stages/offer.html"),
    ("Sales", "teams/sales.html"),
    ("Twin", "a"),
    ("Twin", "b"),
]


def test_a_name_alone_leads_to_its_page() -> None:
    assert names_of(PAGES).parts("Offer") == [("Offer", "stages/offer.html")]


def test_names_with_commas_between_lead_each_to_theirs() -> None:
    assert names_of(PAGES).parts("Offer, Sales") == [
        ("Offer", "stages/offer.html"), (", ", None), ("Sales", "teams/sales.html"),
    ]  # fmt: skip


def test_a_name_within_a_sentence_is_a_word_like_any_other() -> None:
    text = "Offer, and more Sales"
    assert names_of(PAGES).parts(text) == [(text, None)]


def test_a_name_in_quotes_leads_to_its_page() -> None:
    assert names_of(PAGES).parts('on to "Offer", if "Twin" or "Nobody" will') == [
        ('on to "', None), ("Offer", "stages/offer.html"), ('", if "Twin" or "Nobody" will', None),
    ]  # fmt: skip
    assert names_of(PAGES).parts('"Offer') == [('"Offer', None)]


def test_what_two_pages_are_called_leads_nowhere() -> None:
    assert names_of(PAGES).parts("Twin") == [("Twin", None)]


def test_a_page_does_not_lead_to_itself() -> None:
    assert names_of(PAGES).parts("Offer", "stages/offer.html") == [("Offer", None)]
