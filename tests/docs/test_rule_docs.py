"""The pages below docs/rules are what the rules say of themselves."""

from __future__ import annotations

from processctl.rules import RULES
from scripts.generate_docs import CHANGES, FAMILIES, FOLDER, REPOSITORY, documents


def test_the_pages_are_not_stale() -> None:
    stale = [
        name
        for name, text in documents().items()
        if not (REPOSITORY / name).is_file() or (REPOSITORY / name).read_text("utf-8") != text
    ]
    assert stale == [], "write them anew: make docs"


def test_no_page_is_left_over() -> None:
    files = [*(REPOSITORY / FOLDER).iterdir(), *(REPOSITORY / CHANGES).iterdir()]
    there = {file.relative_to(REPOSITORY).as_posix() for file in files}
    assert there <= documents().keys()


def test_every_family_has_a_heading() -> None:
    assert {rule.family for rule in RULES} <= FAMILIES.keys()
