"""The page about the form: each of its examples becomes what the page says."""

from __future__ import annotations

import re

import pytest

from processctl.fmt import Formatted, format_text
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "fmt.md").read_text("utf-8")
PAIRS = re.findall(
    r"^```yaml written\n(.*?)^```\n\n```yaml formatted\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL
)


def test_the_page_has_examples_and_each_has_its_result() -> None:
    assert len(PAIRS) >= 6
    assert PAGE.count("```yaml written") == PAGE.count("```yaml formatted") == len(PAIRS)


@pytest.mark.parametrize(("written", "shown"), PAIRS)
def test_an_example_becomes_what_the_page_shows(written: str, shown: str) -> None:
    assert format_text(written) == Formatted(shown, changed=True)
    assert format_text(shown) == Formatted(shown, changed=False)
