"""Colours, line styles, words and wrapping."""

from __future__ import annotations

from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import processctl.diagrams
from processctl.diagrams import Box, Lane, Line, Sketch, write_svg
from processctl.diagrams.measure import ELLIPSIS, face, width, wrap
from tests.diagrams.diagram_reader import read
from tests.diagrams.diagram_sketches import funnel

ROOM = Path(processctl.diagrams.__file__).parent


def test_the_legend_explains_only_what_occurs() -> None:
    boxes = (Box("a", "A", "l"), Box("b", "B", "l"))
    sketch = Sketch("T", "en", (Lane("l", "L"),), boxes, (Line("1", "a", "b"),))
    words = read(write_svg(sketch)).words
    assert words[-1] == "next stage"
    assert "handed back" not in words
    full = read(write_svg(funnel())).words
    for said in ("start", "won", "lost", "handed back", "planned", "something is missing"):
        assert said in full


def test_what_is_wrong_is_said_in_words() -> None:
    words = read(write_svg(funnel())).words
    assert "no owner" in words
    assert "dead end" in words
    finnish = read(write_svg(funnel("fi"))).words
    assert "ei omistajaa" in finnish
    assert "umpikuja" in finnish


def test_signs_of_the_drawing_are_in_the_shipped_fonts() -> None:
    for bold in (False, True):
        assert all(
            face(bold=bold).has(sign) for sign in "►·…→€ÄÖÅäöåšžõß\u2013\u2014\u2019\u201c\u201d"
        )
        assert not face(bold=bold).has("😀")


def test_the_fonts_come_with_their_licence_and_are_small() -> None:
    fonts = resources.files("processctl") / "diagrams" / "fonts"
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL-Arimo.txt").read_text(encoding="utf-8")
    sizes = [len(file.read_bytes()) for file in fonts.iterdir() if file.name.endswith(".ttf")]
    assert len(sizes) == 2
    assert sum(sizes) < 300_000


def test_a_sign_the_font_lacks_keeps_its_room() -> None:
    assert width("😀", 20) == pytest.approx(20)
    assert width("漢", 20) == pytest.approx(20)
    assert width("a\u0301", 20) >= width("a", 20)


@given(st.text(max_size=80), st.floats(20, 300), st.integers(1, 5))
def test_wrapped_text_keeps_to_its_room(text: str, limit: float, most: int) -> None:
    lines = wrap(text, 12, limit, most=most, language="en")
    assert len(lines) <= most
    for line in lines:
        assert width(line, 12) <= limit or len(line) <= 2


@given(st.text(max_size=60))
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    assert " ".join(wrap(text, 12, 100_000, most=1, language="en")) == " ".join(text.split())


@pytest.mark.parametrize("language", ["en", "fi"])
def test_long_words_are_cut_with_hyphens(language: str) -> None:
    word = "Markkinointiautomaatiojärjestelmä"
    lines = wrap(word, 14, 120, most=4, language=language, bold=True)
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(line.rstrip("-") for line in lines) == word
    assert all(len(line) >= 3 for _, line in pairwise(lines))


@pytest.mark.parametrize(
    ("word", "limit", "lines"),
    [
        ("Myyntimahdollisuus", 125, ("Myyntimahdolli-", "suus")),
        ("Kunnonvalvontapalvelu", 125, ("Kunnonvalvonta-", "palvelu")),
        ("CRM-järjestelmänhallinta", 100, ("CRM-järjestel-", "mänhallinta")),
        ("Brzsztrngbrzsztrngbrzsz", 125, ("Brzsztrngbrzsztrn-", "gbrzsz")),
    ],
)
def test_finnish_words_are_cut_between_syllables(
    word: str, limit: float, lines: tuple[str, ...]
) -> None:
    assert wrap(word, 14, limit, most=4, language="fi", bold=True) == lines


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    assert wrap("one two three four five six seven", 12, 60, most=2, language="en")[-1].endswith(
        ELLIPSIS
    )
