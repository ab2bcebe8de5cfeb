"""Entries change places with their comments, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from processctl.reading.edit import apply
from processctl.repair.resolve import Resolver
from processctl.rules.repair import Repair, Sort
from processctl.texts import translator
from tests.repair.mending import edited, read, write

CASES = {
    "with their comments": (
        "teams:\n  # of c\n  c: {}  # beside c\n  b:\n    lead: x\n    # below b\n\n  # of a\n  # too\n  a: {}\n",
        "teams:\n  # of a\n  # too\n  a: {}\n  b:\n    lead: x\n    # below b\n\n  # of c\n  c: {}  # beside c\n",
    ),
    "what is nobody's own stays": (
        "teams:\n  # all of ours\n\n  c: {}\n\n  b: {}\n  a: {}\nroles: {}\n",
        "teams:\n  # all of ours\n\n  a: {}\n\n  b: {}\n  c: {}\nroles: {}\n",
    ),
    "without a line end": ("teams:\n  c: {}\n  b: {}\n  a: {}", "teams:\n  a: {}\n  b: {}\n  c: {}"),
    "between braces": ("teams: {c: {lead: x}, b: {},  a: {}}\n", "teams: {a: {}, b: {},  c: {lead: x}}\n"),
}  # fmt: skip
NOT_SORTED = {
    "in order already": "teams: {a: {}, b: {}, c: {}}\n",
    "others": "teams: {a: {}, b: {}}\n",
    "comments between braces": "teams: {\n  c: {}, # c\n  b: {},\n  a: {}}\n",
    "an explicit key": "teams:\n  ? c\n  : {}\n  b: {}\n  a: {}\n",
}


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_sorted(case: str, line_end: str, tmp_path: Path) -> None:
    before, after = (f"processctl: 1\n{text}".replace("\n", line_end) for text in CASES[case])
    assert edited(tmp_path, before, Sort(("teams",), ("a", "b", "c"))) == after


@pytest.mark.parametrize("case", NOT_SORTED)
def test_not_sorted(case: str, tmp_path: Path) -> None:
    text = f"processctl: 1\n{NOT_SORTED[case]}"
    assert edited(tmp_path, text, Sort(("teams",), ("a", "b", "c"))) is None


ENTRIES = (
    "  a: {}\n",
    "  # of b\n  b:\n    about: |\n      # no comment\n      x\n    # below\n",
    "  c:  # beside\n    lead: p\n\n",
    "  d: {lead: p}  # flow\n",
    '  "e":\n    name: {en: E, fi: E}\n',
)


@given(st.permutations(ENTRIES), st.permutations("abcde"))
def test_sorting_changes_the_order_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, entries: list[str], order: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("sorting")
    text = "processctl: 1\npeople: {p: {}}\nteams:\n" + "".join(entries)
    before_teams = dict(read(write(folder, text), {}).teams)
    after = edited(folder, text, Sort(("teams",), tuple(order)))
    assert (after is None) == (list(before_teams) == order)
    after = after or text
    after_teams = dict(read(write(folder, after), {}).teams)
    assert list(after_teams) == order
    assert after_teams == before_teams
    assert sorted(after.splitlines()) == sorted(text.splitlines())


def test_a_section_in_several_files_is_sorted_file_by_file(tmp_path: Path) -> None:
    write(tmp_path, "processctl: 1\nteams: {c: {}, d: {}}\n")
    (tmp_path / "more.yaml").write_text("teams:\n  b: {}\n  a: {}\n")
    model = read(tmp_path, {})
    edit = Sort(("teams",), ("a", "b"), tmp_path / "more.yaml")
    splice = Resolver.of(model, translator("en").render).splice(Repair("safe", (edit,)))
    assert splice is not None
    more = next(one for one in model.workspace.sources if one.path.name == "more.yaml")
    assert apply(more.text, splice.edits) == "teams:\n  a: {}\n  b: {}\n"
