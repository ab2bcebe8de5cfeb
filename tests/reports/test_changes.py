"""Comparisons in every format: byte for byte, with hostile names, and however large they are."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET  # what is parsed is our own
from pathlib import Path
from time import process_time

import pytest

from processctl.reports.changes_markdown import LONGEST
from tests.cli.program import call, write
from tests.reports.processes import EVIL
from tests.reports.test_formats import shortened
from tests.reports.test_html import Page
from tests.reports.test_markdown import CALLS, OURS, PAGE, texts
from tests.reports.test_reports import compare

OLD = """\
processctl: 1
process: {id: sales, name: {en: Sales, fi: Myynti}, languages: [en, fi], owner: lead, version: 1.2.0}
roles:
  lead: {name: {en: Sales manager, fi: Myyntipäällikkö}, held_by: [anna]}
  seller: {name: {en: Seller, fi: Myyjä}, held_by: [ben]}
people:
  anna: {name: Anna A.}
  ben: {name: Ben B.}
fields:
  score: {name: {en: Lead score, fi: Liidipisteet}, type: integer, min: 0, max: 100}
  budget: {name: {en: Budget, fi: Budjetti}, type: money, min: 0, optional: true}
stages:
  contact:
    name: {en: Contact, fi: Yhteydenotto}
    start: {from: [web], brings: [score], expects: 40 per month}
    owner: seller
    within: 2 days
    late: {tell: lead}
    exits:
      - {to: talk, when: score >= 50}
      - {to: nurture, when: score < 50}
  nurture:
    name: {en: Nurtured, fi: Kypsyttely}
    owner: seller
    waits: true
    exits: [{to: talk, when: score >= 50}]
  talk:
    name: {en: Talk, fi: Keskustelu}
    owner: seller
    captures: [budget]
    within: 5 days
    late: {to: nurture}
    exits:
      - {to: customer, when: budget >= 1000}
      - {to: gone, when: otherwise}
  customer: {name: {en: Customer, fi: Asiakas}, outcome: won, owner: seller}
  gone: {name: {en: Deal gone, fi: Menetetty}, outcome: lost, owner: seller}
"""
# A change of every level, one that hides others, a rename, and a finding that comes of it.
EDITS = (
    ("when: score >= 50}\n      - {to: nurture, when: score < 50}",
     "when: score >= 60}\n      - {to: nurture, when: score < 40}"),
    ("fi: Kypsyttely}\n    owner: seller\n", "fi: Kypsyttely}\n"),
    ("within: 5 days", "within: 9 days"),
    ("budget >= 1000", "not (budget < 1000)"),
    ("{en: Deal gone, fi: Menetetty}", "{en: Deal lost, fi: Menetetty kauppa}"),
    ("  gone:", "  deal_lost:"),
    ("to: gone", "to: deal_lost"),
)  # fmt: skip
NEW = OLD + "lint: {severity: {stage-without-owner: off}}\n"
for before, after in EDITS:
    assert before in NEW
    NEW = NEW.replace(before, after)
FORMS = ("text", "json", "markdown", "html")
ELEMENTS = OURS | {"h3", "em", "sub"}


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("form", FORMS)
def test_each_format_is_as_before(form: str, language: str, tmp_path: Path) -> None:
    write(tmp_path / "old", processctl=OLD)
    write(tmp_path / "new", processctl=NEW)
    arguments = ("old", "new", "--format", form, "--lang", language, "--today", "2026-11-23")
    done = call("diff", *arguments, cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    compare(f"changes.{language}.{form}", shortened(form, done.out))


def test_all_formats_tell_the_same_changes(tmp_path: Path) -> None:
    write(tmp_path / "old", processctl=OLD)
    write(tmp_path / "new", processctl=NEW)
    told = {form: call("diff", "old", "new", "--format", form, cwd=tmp_path).out for form in FORMS}
    (workspace,) = json.loads(told["json"])["workspaces"]
    assert {one["level"] for one in workspace["changes"]} == {"breaking", "behaviour", "clarifying"}
    for change in workspace["changes"]:
        for form in FORMS:
            assert told[form].count(f"{change['code']}") >= 1, (form, change)
    assert workspace["renames"] == [{"section": "stages", "old": "gone", "new": "deal_lost"}]


def hostile(folder: Path) -> None:
    """A process whose every name is hostile, and the same with other limits and other names."""
    text = OLD.replace("{en: Contact, fi: Yhteydenotto}", f'"{EVIL}"')
    text = text.replace("{en: Nurtured, fi: Kypsyttely}", f'"{EVIL}"')
    text = text.replace("{en: Lead score, fi: Liidipisteet}", f'"{EVIL}"')
    text = text.replace("{en: Seller, fi: Myyjä}", f'"{EVIL}"')
    write(folder / "old", processctl=text)
    other = text.replace("score >= 50", "score >= 60").replace("score < 50", "score < 40")
    other = other.replace("owner: seller\n    waits", "waits").replace(
        "within: 2 days", "within: 3 days"
    )
    write(folder / "new", processctl=other.replace("{en: Customer, fi: Asiakas}", f'"{EVIL}"'))


@pytest.mark.parametrize("form", [*FORMS, "svg"])
def test_a_hostile_name_is_only_a_name(form: str, tmp_path: Path) -> None:
    hostile(tmp_path)
    done = call("diff", "old", "new", "--format", form, cwd=tmp_path)
    assert done.status == 0
    match form:
        case "json":
            (workspace,) = json.loads(done.out)["workspaces"]
            assert len(workspace["changes"]) > 4
            assert "\x1b" not in done.out
        case "markdown":
            html = PAGE.render(done.out)
            assert set(re.findall(r"<(\w+)", html)) <= ELEMENTS
            for part in texts(html):
                assert not CALLS.search(part), part
        case "html":
            page = Page(done.out)
            assert page.open == []
            assert "script" not in page.tags
            assert not [name for name, _ in page.attributes if name.startswith("on")]
        case "svg":
            root = ET.fromstring(done.out)  # noqa: S314 - it is our own
            assert not [one for one in root.iter() if one.tag.endswith("script")]
        case _:
            assert "\x1b" not in done.out


def large(stages: int, limit: int) -> str:
    lines = ["processctl: 1", "fields: {score: {type: integer, min: 0, max: 100}}", "stages:"]
    for number in range(stages):
        start = "start: {brings: [score]}, " if number == 0 else ""
        lines.append(
            f"  step_{number}: {{name: Step number {number}, {start}exits: [{{to: step_{number + 1}, "
            f"when: score >= {limit + number % 3}}}, {{to: gone, when: score < {limit + number % 3}}}]}}"
        )
    return "\n".join([*lines, f"  step_{stages}: {{outcome: won}}", "  gone: {outcome: lost}", ""])


def seconds(folder: Path, stages: int) -> tuple[float, str]:
    write(folder / "old", processctl=large(stages, 50))
    write(folder / "new", processctl=large(stages, 40))
    begin = process_time()
    told = call("diff", "old", "new", "--format", "markdown", cwd=folder).out
    return process_time() - begin, told


def test_a_huge_change_fits_into_a_comment_and_takes_its_time_by_its_length(tmp_path: Path) -> None:
    seconds(tmp_path / "warm", 10)
    few, _ = seconds(tmp_path / "few", 125)
    many, told = seconds(tmp_path / "many", 500)
    assert len(told) < 65_536
    assert LONGEST < 65_536
    assert "parts are not told here" in told or told.count("CH10") >= 500
    assert PAGE.render(told).count("<details>") == PAGE.render(told).count("</details>")
    assert many < 9 * few, (few, many)  # four times as many, and far from sixteen times as long
