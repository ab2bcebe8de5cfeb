"""Reports for programs, byte for byte; and hostile names in all of them."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from processctl import __version__
from processctl.cli.reporting import FORMATS
from tests.cli.program import NO_OWNER, REPOSITORY, call, starter, write

GOLDENS = Path(__file__).parent / "goldens"
DOCS = REPOSITORY / "docs" / "json.md"

# One of each: error, warning and note; a finding of several places, a silenced one, a hint, none.
TROUBLED = """\
processctl: 1
process: {id: sales, name: {en: Sales, fi: Myynti}, owner: seller}
teams:
  sales: {lead: seller}
  care: {lead: carer}
roles:
  seller: {team: sales, held_by: [anna, ben]}
  seller: {team: sales, held_by: [anna]}
  carer: {team: care, held_by: [ben, anna]}
people:
  anna: {}
  ben: {}
stages:
  lead:
    owner: sellr
    start: {from: [web]}
    exits: [{to: customer}, {to: pool}]
  pool: {owner: seller, exits: [{to: basin}], ignore: {PC306: {because: It is a pool}}}
  basin: {owner: seller, exits: [{to: pool}]}
  customer: {outcome: won}
lint:
  severity: {stage-without-owner: info, PC304: warning}
"""
CODES = ["PC002", "PC101", "PC201", "PC304", "PC306"]
SELECTED = [part for code in CODES for part in ("--select", code)]


def compare(name: str, told: str) -> None:
    """Against the file in goldens; to accept what is told now, set UPDATE_GOLDENS."""
    told = told.replace(f'"version": "{__version__}"', '"version": "VERSION"')
    golden = GOLDENS / name
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("form", ["json", "github", "text"])
def test_a_troubled_process(form: str, language: str, tmp_path: Path) -> None:
    write(tmp_path / "ours", processctl=TROUBLED)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    done = call(
        "lint", "ours", "mkdocs.yml", "--format", form, "--lang", language, *SELECTED, cwd=tmp_path
    )
    assert done.status == 1
    compare(f"troubled.{language}.{form}", done.out)


@pytest.mark.parametrize("form", ["json", "github"])
def test_an_empty_run(form: str, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    compare(f"empty.{form}", call("lint", "mkdocs.yml", "--format", form, cwd=tmp_path).out)


@pytest.mark.parametrize("form", ["json", "github"])
def test_a_clean_run(form: str, tmp_path: Path) -> None:
    starter(tmp_path / "ours")
    compare(f"clean.{form}", call("lint", "--format", form, cwd=tmp_path).out)


def test_errors_come_first_for_github(tmp_path: Path) -> None:
    """Ten annotations are shown of a step."""
    write(tmp_path, processctl=TROUBLED)
    lines = call("lint", "--format", "github", *SELECTED, cwd=tmp_path).out.splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    assert kinds == sorted(kinds, key=["::error", "::warning", "::notice"].index)
    assert len(set(kinds)) == 3


# The page on JSON


def keys_of(value: Any, above: str = "") -> set[str]:
    """Every key below a value, as a path with [] for lists."""
    if isinstance(value, dict):
        paths = {f"{above}.{key}".lstrip(".") for key in value}
        return paths.union(*(keys_of(held, f"{above}.{key}") for key, held in value.items()))
    if isinstance(value, list):
        return set().union(*(keys_of(one, f"{above}[]") for one in value))
    return set()


def one_of_each_known(folder: Path) -> Any:
    """The report of a run that knows one finding, and an entry whose finding has gone."""
    starter(folder, NO_OWNER)
    call("baseline", "update", cwd=folder)
    file = folder / "processctl-baseline.json"
    (line,) = [one for one in file.read_text("utf-8").splitlines() if '"PC201"' in one]
    gone = line.replace("PC201", "PC313")
    file.write_text(file.read_text("utf-8").replace(line, f"{line},\n{gone}"), encoding="utf-8")
    return call("lint", "--format", "json", "--baseline", file, cwd=folder).report


def test_every_key_is_documented_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "ours", processctl=TROUBLED)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n")
    same = "".join(f"  f{n}: {{type: text}}\n" for n in range(3))
    write(tmp_path / "grouped", processctl=f"processctl: 1\nfields:\n{same}")
    report = call("lint", ".", "mkdocs.yml", "--format", "json", cwd=tmp_path).report
    written = keys_of(report) | keys_of(one_of_each_known(tmp_path / "known"))
    # A silenced finding, a related place and a member have the keys of a finding and of a place.
    alike = {
        re.sub(r"(findings|silenced|known|earlier|members)\[\](\.members\[\])*", "findings[]", key)
        .replace("location.", "LOCATION.")
        for key in written
    }  # fmt: skip
    alike = {re.sub(r".*LOCATION\.", "location.", key) for key in alike}
    told = set(re.findall(r"^\| `([^`]+)` \|", DOCS.read_text(encoding="utf-8"), re.MULTILINE))
    assert alike - told == set()
    assert told - alike == set()


def test_the_example_on_the_page_is_what_is_printed(tmp_path: Path) -> None:
    page = DOCS.read_text(encoding="utf-8")
    process, report = re.findall(r"```(?:yaml|json)\n(.*?)```", page, re.DOTALL)
    write(tmp_path, processctl=process)
    done = call("lint", "--format", "json", "--select", "PC101", cwd=tmp_path)
    assert done.report == json.loads(report.replace('"VERSION"', f'"{__version__}"'))


# Names from strangers

EVIL = {
    "a workflow command": "%0A::error file=x::pwned",
    "a workflow command on a line of its own": "\\n::error::pwned",
    "a carriage return": "\\r\\n::stop-commands::x",
    "an escape sequence": "\\e[31mred\\e[0m\\e]0;title\\a",
    "a C1 control sign": "\\x9b31mred",
    "text from right to left": "abc\\u202egnp.exe\\u2066\\u200f",
    "line ends of other kinds": "a\\u2028b\\u2029c\\x85d\\x0be\\x0cf",
    "markup": "<script>alert(1)</script> [red]x[/red] **b** `c` $(d)",
    "emoji": "🚀👩‍👩‍👧‍👦",
    "nothing": "\\0",
    "braces": "{name} {0} %s %(x)s",
}


@pytest.mark.parametrize("form", sorted(FORMATS))
@pytest.mark.parametrize("evil", EVIL.values(), ids=EVIL)
def test_names_stay_text(evil: str, form: str, tmp_path: Path) -> None:
    """In names, ids, references, enum values and file names: everything that is quoted back."""
    text = f"""\
processctl: 1
process: {{id: sales, name: "{evil}", owner: "{evil}", version: "{evil}"}}
"x {evil}": 1
stages:
  lead: {{name: "{evil}", start: true, owner: "{evil}", exits: [{{to: "{evil}", when: "{evil}"}}]}}
  "id {evil}": {{name: "{evil}", "{evil}": 1}}
fields: {{f: {{type: "{evil}"}}}}
uses: ["{evil}"]
"""
    name = "".join(sign for sign in "a\n::error::x\x1b[31m\u202e.yaml" if sign != "/")
    (tmp_path / name).write_text("fields: {f: {type: text}}\n")
    write(tmp_path, processctl=text)
    done = call("lint", "--verbose", "--format", form, cwd=tmp_path)
    assert done.status == 1
    assert done.err == ""
    for sign in done.out.replace("\n", ""):
        assert sign.isprintable() or unicodedata.category(sign) == "Cf", ascii(sign)
        assert unicodedata.bidirectional(sign) not in {"RLO", "LRO", "RLE", "LRE", "PDF", "RLI", "LRI", "FSI", "PDI"}  # fmt: skip
    if form == "github":
        command = re.compile(r"::(error|warning|notice) (\w+=[^,:]*,)*\w+=[^,:]*::")
        for line in done.out.splitlines():
            assert command.match(line), line
    if form == "json":
        assert done.report["workspaces"][0]["findings"]


def test_a_percent_sign_is_escaped_for_github(tmp_path: Path) -> None:
    change = ("    name: In sales\n", '    name: "100%0A::error::, 5%"\n')
    starter(tmp_path, change, NO_OWNER)
    (line,) = call("lint", "--format", "github", cwd=tmp_path).out.splitlines()
    assert 'Stage "100%250A::error::, 5%25" has no owner.%0AName' in line


def test_properties_are_escaped_for_github(tmp_path: Path) -> None:
    folder = tmp_path / "a,b:c%d"
    write(folder, processctl="processctl: 2\n")
    (line,) = call("lint", "--format", "github", cwd=tmp_path).out.splitlines()
    assert line.startswith(
        "::error file=a%2Cb%3Ac%25d/processctl.yaml,line=1,endLine=1,title=PC004 "
    )
