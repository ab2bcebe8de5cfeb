"""Hand-written files with comments in every place: their form, their meaning, their comments."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from processctl.fmt import Formatted, format_text
from tests.fmt.models import model_of
from tests.fmt.oracle import comments, elements, stands_at_its_element, tags

CORPUS = Path(__file__).parent / "corpus"
FILES = sorted(CORPUS.glob("*.yaml"))


def formatted(text: str) -> str:
    result = format_text(text)
    assert isinstance(result, Formatted), result
    return result.text


def read(file: Path) -> str:
    return file.read_bytes().decode()


def name(file: Path) -> str:
    return file.stem


def test_the_corpus_is_large_enough() -> None:
    assert len(FILES) >= 60
    assert len({read(file) for file in FILES}) == len(FILES)
    assert sum(len(tags(read(file))) for file in FILES) > 180
    assert {file.stem for file in CORPUS.glob("*.formatted")} == {file.stem for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=name)
def test_its_form_is_the_expected_one(file: Path, request: pytest.FixtureRequest) -> None:
    expected = file.with_suffix(".formatted")
    found = formatted(read(file))
    if request.config.getoption("--update-formatted", default=False):
        expected.write_bytes(found.encode())
    assert found == read(expected)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_formatted_once_is_formatted_for_good(file: Path) -> None:
    once = formatted(read(file))
    assert format_text(once) == Formatted(once, changed=False)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_it_means_the_same(file: Path, tmp_path: Path) -> None:
    text = read(file)
    assert model_of(formatted(text), tmp_path / "after") == model_of(text, tmp_path / "before")


@pytest.mark.parametrize("file", FILES, ids=name)
def test_no_comment_is_lost_or_says_anything_else(file: Path) -> None:
    before, after = read(file), formatted(read(file))
    assert comments(before) == comments(after)


@pytest.mark.parametrize("file", FILES, ids=name)
def test_every_comment_speaks_of_its_element(file: Path) -> None:
    text = formatted(read(file)).replace("\r\n", "\n")
    known = elements(text)
    found = tags(text)
    assert Counter((tag.path, tag.side) for tag in found) == Counter(
        (tag.path, tag.side) for tag in tags(read(file).replace("\r\n", "\n"))
    )
    assert [tag for tag in found if not stands_at_its_element(tag, text, known)] == []


@pytest.mark.parametrize("file", FILES, ids=name)
def test_its_lines_are_clean(file: Path) -> None:
    text = formatted(read(file)).replace("\r\n", "\n")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\n\n\n" not in text or "|+" in text or ">+" in text
    assert [line for line in text.split("\n") if line != line.rstrip()] == []
