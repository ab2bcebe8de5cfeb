"""Workspaces that every format has to tell: what is rare in findings, and names from strangers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.cli.program import NO_OWNER, Done, call, git, starter, write
from tests.reports.test_reports import TROUBLED

# Findings that speak for several at once.
GROUPED = "processctl: 1\nfields:\n" + "".join(f"  f{n}: {{type: text}}\n" for n in range(3))

# A case that fits no exit, on a way of two stages; its story.
CRACK = """\
processctl: 1
process: {id: sales, name: {en: Sales, fi: Myynti}, owner: seller}
roles:
  seller: {held_by: [anna]}
people:
  anna: {}
fields:
  score: {name: {en: Lead score, fi: Liidipisteet}, type: integer, min: 0, max: 100}
stages:
  contact:
    name: {en: Contact, fi: Yhteydenotto}
    start: {from: [web]}
    owner: seller
    within: 2 days
    captures: [score]
    exits: [{to: talk}]
  talk:
    name: {en: Talk, fi: Keskustelu}
    owner: seller
    within: 2 days
    exits:
      - {to: customer, when: score > 60}
      - {to: gone, when: score < 50}
  customer: {outcome: won}
  gone: {outcome: lost}
"""

# What --fix mends by itself, behind letters that take several bytes.
FIXABLE = """\
processctl: 1
process: {owner: growth_lead}
roles: {growth_lead: {}}
fields: {fits: {type: boolean}, asked: {type: boolean}, urgent: {type: boolean}}
criteria:
  ready: {name: Myyntiä 🚀, test: fits and asked or urgent, about: ä}
  sure: {name: ö, test: fits and asked or fits and urgent}
  over:
    test: fits
    ignore:
      circular-criteria: {because: We thought so once}
"""

EVIL = """</script><script>alert(1)</script> ]]> --> ::error::x @everyone #1 !2 `a` ``` |b| [c](http://d.example)"""
EVIL += """ www.e.example <!-- {0} {{f}} %s &amp; ![g](h) GH-3 :tada: \\"i\\" 'j' \\e[31m \\u202ek \\x9bl 🚀 <img src=m>"""

HOSTILE = f"""\
processctl: 1
process: {{id: sales, name: "{EVIL}", owner: "{EVIL}"}}
stages:
  lead: {{name: "{EVIL}", start: true, owner: "{EVIL}", exits: [{{to: "{EVIL}", when: "{EVIL}"}}, {{to: "a/b"}}]}}
  "1. a": {{name: "- {EVIL}", start: true, exits: [{{to: lead}}]}}
  pool: {{owner: nobody, exits: [{{to: lead}}], ignore: {{PC101: {{because: "{EVIL}"}}}}}}
"""


def _troubled(folder: Path) -> list[str]:
    write(folder / "ours", processctl=TROUBLED)
    (folder / "mkdocs.yml").write_text("site_name: x\n")
    return ["ours", "mkdocs.yml"]


def _several(folder: Path) -> list[str]:
    """The same process twice, with a finding that only its workspace tells from the other's."""
    starter(folder / "a, ä & b", NO_OWNER)
    starter(folder / "c", NO_OWNER)
    return ["a, ä & b", "c"]


def _one(text: str) -> Callable[[Path], list[str]]:
    def made(folder: Path) -> list[str]:
        write(folder, processctl=text)
        return ["."]

    return made


def _unreadable(folder: Path) -> list[str]:
    """Files of which there is no text to point into, or none that is text."""
    write(folder, processctl="processctl: 1\n", bytes=b"\xff\xfe\xff", empty=b"", cut="stages: {")
    return ["."]


def _empty(folder: Path) -> list[str]:
    (folder / "mkdocs.yml").write_text("site_name: x\n")
    return ["mkdocs.yml"]


def _clean(folder: Path) -> list[str]:
    starter(folder)
    return ["."]


def _known(folder: Path) -> list[str]:
    """One finding of the baseline, one from before the change, a new one, and one that has gone."""

    def stages(*names: str) -> str:
        idle = "".join(f"  {name}: {{owner: anna, exits: [{{to: customer}}]}}\n" for name in names)
        first = ", ".join(f"{{to: {name}}}" for name in names)
        return (
            "processctl: 1\npeople: {anna: {}}\nstages:\n"
            f"  lead: {{owner: anna, start: {{from: [web]}}, does: [call], exits: [{first}]}}\n"
            f"{idle}  customer: {{outcome: won, owner: anna}}\n"
        )

    write(folder / "ours", processctl=stages("listed", "mended"))
    call("baseline", "update", "ours", cwd=folder)
    write(folder / "ours", processctl=stages("listed", "earlier"))
    git(folder, "init", "-q")
    git(folder, "add", "ours")
    git(folder, "commit", "-q", "-m", "before")
    write(folder / "ours", processctl=stages("listed", "earlier", "new"))
    return ["ours", "--baseline", "processctl-baseline.json", "--changed-since", "HEAD"]


CASES: dict[str, tuple[Callable[[Path], list[str]], str]] = {
    "troubled": (_troubled, "PC002,PC101,PC201,PC304,PC306"),
    "grouped": (_one(GROUPED), "PC602"),
    "crack": (_one(CRACK), "PC503"),
    "fixable": (_one(FIXABLE), "PC522,PC991"),
    "several": (_several, "PC201"),
    "unreadable": (_unreadable, "PC0"),
    "hostile": (_one(HOSTILE), "PC003,PC101,PC312,PC501,PC516"),
    "known": (_known, "PC312"),
    "empty": (_empty, "PC0"),
    "clean": (_clean, "PC0"),
}
"""How a workspace is written, which gives the paths to lint, and options; and the rules to look at."""


def reported(case: str, form: str, folder: Path, *options: str) -> Done:
    """The report of a case in one format, on standard output."""
    make, rules = CASES[case]
    folder.mkdir(parents=True, exist_ok=True)
    paths = make(folder)
    return call("lint", *paths, "--select", rules, "--format", form, *options, cwd=folder)
