"""Where Finnish words may be divided: before every consonant that a vowel follows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.texts.hyphens import SOFT_HYPHEN, boundaries, softened


def divided(word: str, language: str = "fi") -> str:
    edges = (0, *boundaries(word, language), len(word))
    return "|".join(word[start:end] for start, end in pairwise(edges))


@pytest.mark.parametrize(
    "parts",
    [
        "myyn|ti|mah|dol|li|suus",
        "Myyn|ti|mah|dol|li|suus",
        "kun|non|val|von|ta|pal|ve|lu",
        # The rule does not know that this is "vastaan" and "ottaja".
        "vas|taa|not|ta|ja",
        "käyt|töö|not|to",
        "asia|kas",
        "stra|te|gi|nen",
        "CRM-|jär|jes|tel|mä",
        "osa-|ai|kai|nen",
        "kuu|kau|si/vuo|si",
        "a",
        "CRM",
        "",
    ],
)
def test_a_syllable_begins_before_a_consonant_and_a_vowel(parts: str) -> None:
    assert divided(parts.replace("|", "")) == parts


def test_english_words_stay_whole() -> None:
    assert boundaries("responsibility-matrix", "en") == ()
    assert softened("responsibilities", "en") == "responsibilities"


def test_only_long_words_get_soft_hyphens_and_none_near_the_end() -> None:
    assert (
        softened("Vaihe, Kunnonvalvontapalvelu: palautettu", "fi").replace(SOFT_HYPHEN, "|")
        == "Vaihe, Kun|non|val|von|ta|pal|velu: palautettu"
    )


@given(st.text(alphabet=st.one_of(st.sampled_from("aäkKstİ- "), st.characters()), max_size=60))
def test_no_letter_is_lost_and_none_stands_alone(text: str) -> None:
    assert softened(text, "fi").replace(SOFT_HYPHEN, "") == text.replace(SOFT_HYPHEN, "")
    assert all(1 < index < len(text) - 1 for index in boundaries(text, "fi"))
