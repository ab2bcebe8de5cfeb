"""Stubs stand where the order of the language wants them, as their neighbours are written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from processctl.fmt.document import Formatted, format_text
from processctl.rules.repair import Append, Insert, Line
from processctl.texts import say
from tests.conftest import REPOSITORY
from tests.repair.mending import BOTH, edited, fixed, fixed_text, lint, write

OWNER = Line("owner", asks=say("who answers for this stage?"))
ASKED = "# who answers for this stage?"
INTO_OFFER = {
    "behind what comes before it in the order": (
        "stages:\n  offer:\n    name: Offer\n    does: [Call]\n",
        f"stages:\n  offer:\n    name: Offer\n    owner:  {ASKED}\n    does: [Call]\n",
    ),
    "behind start, entry and accepts": (
        "stages:\n  offer:\n    start: true\n    entry: x\n    accepts:\n      by: a\n    exits: []\n",
        "stages:\n  offer:\n    start: true\n    entry: x\n    accepts:\n      by: a\n"
        f"    owner:  {ASKED}\n    exits: []\n",
    ),
    "first, the comment of the next stays with it": (
        "stages:\n  offer:\n    # calls\n    does: [Call]\n",
        f"stages:\n  offer:\n    owner:  {ASKED}\n    # calls\n    does: [Call]\n",
    ),
    "last, behind a comment of its own": (
        "stages:\n  offer:\n    name: Offer  # so\n      # and so\n\n  # other\n  other: {}\n",
        f"stages:\n  offer:\n    name: Offer  # so\n      # and so\n    owner:  {ASKED}\n\n"
        "  # other\n  other: {}\n",
    ),
    "not behind a key that is written late": (
        "stages:\n  offer:\n    name: Offer\n    exits: []\n    about: Late\n",
        f"stages:\n  offer:\n    name: Offer\n    owner:  {ASKED}\n    exits: []\n    about: Late\n",
    ),
    "behind a text of several lines": (
        "stages:\n  offer:\n    means: |\n      One\n\n      two\n    exits: []\n",
        f"stages:\n  offer:\n    means: |\n      One\n\n      two\n    owner:  {ASKED}\n    exits: []\n",
    ),
    "at the end of a file without a line end": (
        "stages:\n  offer:\n    name: Offer",
        f"stages:\n  offer:\n    name: Offer\n    owner:  {ASKED}",
    ),
    "a stage with nothing, indented like the others": (
        "stages:\n  offer:  # soon\n  other:\n       name: x\n",
        f"stages:\n  offer:  # soon\n       owner:  {ASKED}\n  other:\n       name: x\n",
    ),
    "the only stage, with nothing": (
        "stages:\n   offer:\n",
        f"stages:\n   offer:\n      owner:  {ASKED}\n",
    ),
    "nothing, written out": (
        "stages:\n  offer: ~\n  other: {}\n",
        "stages:\n  offer: {owner: }\n  other: {}\n",
    ),
    "between braces": (
        "stages:\n  offer: {name: Offer, exits: []}\n",
        f"stages:\n  offer: {{name: Offer, owner: , exits: []}}  # owner: {ASKED[2:]}\n",
    ),
    "first between braces": (
        "stages:\n  offer: {exits: []}  # a comment\n",
        "stages:\n  offer: {owner: , exits: []}  # a comment\n",
    ),
    "last between braces": (
        "stages: {offer: {name: Offer}, other: {}}\n",
        "stages: {offer: {name: Offer, owner: }, other: {}}\n",
    ),
    "empty braces": (
        "stages:\n  offer: {}\n",
        f"stages:\n  offer: {{owner: }}  # owner: {ASKED[2:]}\n",
    ),
    "nothing between braces": (
        "stages: {offer: , other: {}}\n",
        "stages: {offer: {owner: } , other: {}}\n",
    ),
    "between braces over several lines": (
        "stages:\n  offer: {\n    name: Offer,  # so\n    exits: []\n  }\n",
        "stages:\n  offer: {\n    name: Offer, owner: ,  # so\n    exits: []\n  }\n",
    ),
    "between braces, each on a line": (
        "stages:\n  offer: {\n    name: Offer,\n    exits: []\n  }\n",
        "stages:\n  offer: {\n    name: Offer,\n    owner: ,\n    exits: []\n  }\n",
    ),
    "behind signs of many bytes": (
        "stages:\n  offer:\n    name: Tarjous 🚀 ä\n    exits: []\n",
        f"stages:\n  offer:\n    name: Tarjous 🚀 ä\n    owner:  {ASKED}\n    exits: []\n",
    ),
}  # fmt: skip
NOT_INTO_OFFER = {
    "an alias": "x_a: &a {name: A}\nstages:\n  offer: *a\n",
    "merged in": "x_a: &a {owner: sdr}\nstages:\n  offer:\n    <<: *a\n    name: Offer\n",
    "not there": "stages:\n  other: {}\n",
    "a text": "stages:\n  offer: soon\n",
}


@pytest.mark.parametrize("case", INTO_OFFER)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_new_key(case: str, line_end: str, tmp_path: Path) -> None:
    before, after = (f"processctl: 1\n{text}".replace("\n", line_end) for text in INTO_OFFER[case])
    assert edited(tmp_path, before, Insert(("stages", "offer"), OWNER)) == after


@pytest.mark.parametrize("case", NOT_INTO_OFFER)
def test_no_place_for_a_key(case: str, tmp_path: Path) -> None:
    text = f"processctl: 1\n{NOT_INTO_OFFER[case]}"
    assert edited(tmp_path, text, Insert(("stages", "offer"), OWNER)) is None


BACK = (
    Line("to", "lead"),
    Line("return", "true"),
    Line("when", asks=say("who answers for this stage?")),
)
ITEMS = {
    "behind the last, its comments before it": (
        "  offer:\n    exits:\n      # one\n      - to: won_\n        when: x  # yes\n        # own\n\n  lead: {}\n",
        "  offer:\n    exits:\n      # one\n      - to: won_\n        when: x  # yes\n        # own\n"
        f"      - to: lead\n        return: true\n        when:  {ASKED}\n\n  lead: {{}}\n",
    ),
    "dashes in the column of the key": (
        "  offer:\n    exits:\n    - to: won_\n    - {to: lost_}\n    owner: a\n",
        "  offer:\n    exits:\n    - to: won_\n    - {to: lost_}\n"
        f"    - to: lead\n      return: true\n      when:  {ASKED}\n    owner: a\n",
    ),
    "between brackets": (
        "  offer: {exits: [{to: won_}]}\n",
        f"  offer: {{exits: [{{to: won_}}, {{to: lead, return: true, when: }}]}}  # when: {ASKED[2:]}\n",
    ),
    "empty brackets": (
        "  offer:\n    exits: []\n",
        f"  offer:\n    exits: [{{to: lead, return: true, when: }}]  # when: {ASKED[2:]}\n",
    ),
    "no list yet": (
        "  offer:\n    owner: a\n  lead: {}\n",
        f"  offer:\n    owner: a\n    exits:\n      - to: lead\n        return: true\n        when:  {ASKED}\n"
        "  lead: {}\n",
    ),
    "no list yet, between braces": (
        "  offer: {owner: a}\n",
        f"  offer: {{owner: a, exits: [{{to: lead, return: true, when: }}]}}  # when: {ASKED[2:]}\n",
    ),
    "brackets over several lines": (
        "  offer:\n    exits: [\n      {to: won_},\n      {to: lost_}\n    ]\n",
        "  offer:\n    exits: [\n      {to: won_},\n      {to: lost_},\n      {to: lead, return: true, when: }\n    ]\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", ITEMS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_new_item(case: str, line_end: str, tmp_path: Path) -> None:
    before, after = (f"processctl: 1\nstages:\n{x}".replace("\n", line_end) for x in ITEMS[case])
    assert edited(tmp_path, before, Append(("stages", "offer"), "exits", (BACK,))) == after


def test_no_place_for_an_item(tmp_path: Path) -> None:
    text = "processctl: 1\nstages:\n  offer: {exits: {to: a}}\n"
    assert edited(tmp_path, text, Append(("stages", "offer"), "exits", (BACK,))) is None


HANDOFF = """\
processctl: 1
process: {languages: [fi]}
teams: {marketing: {}, sales: {}, partners: {}}
criteria: {buys: {judged_by: sales}, fits: {judged_by: marketing}}
stages:
  lead: {start: true, owner: marketing, within: 1 day, exits: [{to: call, when: fits}]}
  tip: {start: true, owner: partners, within: 1 day, exits: [{to: call, when: fits}]}
  call:
    within: 2 days
    owner: sales
    exits:
      - {to: customer, when: buys}  # the aim
  customer: {outcome: won, owner: sales}
"""


def test_a_stub_is_a_question_that_lint_asks(tmp_path: Path) -> None:
    text = HANDOFF.replace("    owner: sales\n", "")
    outcome = fixed(write(tmp_path, text), BOTH)
    assert [one.code for one in outcome.fixed] == ["PC201"]
    (after,) = outcome.after.values()
    assert after == text.replace("2 days\n", "2 days\n").replace(
        "  call:\n    within", f"  call:\n    owner:  {ASKED}\n    within"
    )
    asked = [one for one in outcome.result.findings if one.code == "PC003"]
    assert [one.severity for one in asked] == ["error"]
    assert asked[0].span.source.line(asked[0].span.first[0]).strip().startswith("owner:")


def test_a_way_back_to_every_team_that_gives(tmp_path: Path) -> None:
    outcome = fixed(write(tmp_path, HANDOFF), BOTH)
    assert [one.code for one in outcome.fixed] == ["PC403"]
    (after,) = outcome.after.values()
    questions = (
        "        when:  # in which cases does it go back?\n"
        "        return: true\n"
        "        reasons:  # which field, or which texts, say why?\n"
        "        at_most:  # how often may one case go back,\n"
        "        then:  # and where does it go after that?\n"
    )
    stubs = f"      - to: lead\n{questions}      - to: tip\n{questions}"
    assert after == HANDOFF.replace("# the aim\n", f"# the aim\n{stubs}")
    asked = [one for one in outcome.result.findings if one.code == "PC003"]
    assert len(asked) == 8
    assert fixed(write(tmp_path, after), BOTH).after == {}


def test_a_stub_has_the_form_of_the_formatter(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "examples" / "before", tmp_path, dirs_exist_ok=True)
    (text,) = fixed(tmp_path, BOTH).after.values()
    assert "when:  # in which cases does it go back?" in text
    formatted = format_text(text)
    assert isinstance(formatted, Formatted)
    assert formatted.text == text


def test_stubs_ask_in_the_language_of_the_file(tmp_path: Path) -> None:
    text = HANDOFF.replace("    owner: sales\n", "")
    after = fixed_text(tmp_path, text, BOTH, "fi")
    assert "    owner:  # kuka vastaa tästä vaiheesta?\n" in after


def test_a_stub_that_is_filled_in_is_asked_no_more(tmp_path: Path) -> None:
    text = HANDOFF.replace("    owner: sales\n", "")
    after = fixed_text(tmp_path, text, BOTH)
    filled = after.replace(f"owner:  {ASKED}", "owner: sales")
    codes = [one.code for one in lint(write(tmp_path, filled)).findings]
    assert "PC003" not in codes
    assert "PC201" not in codes


def test_without_unsafe_nothing_is_asked(tmp_path: Path) -> None:
    assert fixed(write(tmp_path, HANDOFF)).after == {}
