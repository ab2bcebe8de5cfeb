"""What has no place in a process: each told where it stands, and nothing breaks down over it."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from processctl.reading.form import sections
from tests.cli.program import STARTER, Done, call, run, starter, write

VALUES = {
    "nothing": "~",
    "a number": "7",
    "a fraction": "-0.5",
    "a truth value": "true",
    "a word": "zebra",
    "a text": "'Do not: #[]{}'",
    "an empty text": "''",
    "a list": "[a, b]",
    "a list of lists": "[[a], [[b]]]",
    "a list of nothing": "[~]",
    "an empty list": "[]",
    "a map": "{a: b}",
    "a map of maps": "{a: {b: {c: d}}}",
    "a map of lists": "{a: [{b: c}]}",
    "a map of nothing": "{a: ~}",
    "an empty map": "{}",
    "a date": "2026-02-31",
    "a number that is none": ".nan",
    "an emoji": "🚀",
    "markup": "'<script>alert(1)</script>'",
}
TOP = ["processctl", "uses", "include", "exclude"]


def broke_down(done: Done) -> list[str]:
    """Findings that say that processctl failed."""
    return [code for code in done.codes if code == "PC999"]


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_section_of_any_kind(value: str, tmp_path: Path) -> None:
    """Every section, and every key of the marker file, with the same wrong value."""
    places = [tmp_path / name for name in (*sections(), *TOP)]
    for place in places:
        head = "" if place.name == "processctl" else "processctl: 1\n"
        write(place, processctl=f"{head}{place.name}: {value}\n")
    done = call("lint", "--format", "json", cwd=tmp_path)
    assert done.status in (0, 1)
    assert len(done.report["workspaces"]) == len(places)
    assert broke_down(done) == []


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_an_element_of_any_kind(value: str, tmp_path: Path) -> None:
    """In each section an element that is this value, and one with every key that the starter uses."""
    keys = sorted({line.split(":")[0].strip(" -") for line in STARTER.splitlines() if ":" in line})
    keys = [key for key in keys if key.isidentifier()]
    for section in sections():
        everything = "".join(f"    {key}: {value}\n" for key in keys)
        write(
            tmp_path / section,
            processctl=f"processctl: 1\n{section}:\n  one: {value}\n  two:\n{everything}",
        )
    done = call("lint", "--format", "json", cwd=tmp_path)
    assert done.status == 1
    assert len(done.report["workspaces"]) == len(sections())
    assert broke_down(done) == []


def changed(folder: Path, old: str, new: str) -> list[dict[str, Any]]:
    """The findings of the starter with one change."""
    done = call("lint", "--format", "json", cwd=starter(folder, (old, new)))
    assert broke_down(done) == []
    (workspace,) = done.report["workspaces"]
    findings: list[dict[str, Any]] = workspace["findings"]
    assert done.status == (1 if any(one["severity"] == "error" for one in findings) else 0)
    return findings


IDS = [
    "New",
    "2new",
    "new-lead",
    "new lead",
    "_new",
    "näin",
    "🚀",
    "<script>",
    "a" * 65,
    "won",
    "origin",
    "''",
    "a.b",
]


@pytest.mark.parametrize("name", IDS)
def test_ids_in_the_wrong_form(name: str, tmp_path: Path) -> None:
    findings = changed(
        tmp_path, "\nfeedback:\n", f"\n  {name}: {{outcome: won, owner: sales_rep}}\n\nfeedback:\n"
    )
    first = findings[0]
    line = STARTER.split("\nfeedback:\n")[0].count("\n") + 2
    assert (first["code"], first["location"]["start"]) == ("PC003", {"line": line, "column": 3})
    assert len([one for one in findings if one["code"].startswith("PC0")]) == 1


REFERENCES = [
    ("        when: worth_a_call\n      - to: nurtured", "        when: worth_a_call\n      - to: nurturd", "nurturd"),
    ("  new_lead:\n    name: New lead\n    means: Somebody left their contact details\n    start: {from: [web form, trade fair], brings: [email]}",
     "  new_lead:\n    name: New lead\n    means: Somebody left their contact details\n    start: {from: [web form, trade fair], brings: [emil]}", "emil"),
    ("    chair: growth_lead\n", "    chair: growth_leed\n", "growth_leed"),
    ("    by: sales_rep\n" if "\n    by: sales_rep" in STARTER else "      by: sales_rep\n", "      by: 🚀\n", "🚀"),
    ("    counts: customer\n", "    counts: <script>\n", "<script>"),
    ("  owner: growth_lead  #", "  owner: Growth lead  #", "Growth lead"),
    ("    counts: customer\n    teams: [marketing, sales]\n    owner: growth_lead\n    goal: growth\n", "    counts: customer\n    teams: [marketing, sales]\n    owner: growth_lead\n    goal: 7\n", "7"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "name"), REFERENCES, ids=[name for *_, name in REFERENCES])
def test_references_to_nothing(old: str, new: str, name: str, tmp_path: Path) -> None:
    findings = changed(tmp_path, old, new)
    told = [one for one in findings if one["code"] in ("PC101", "PC003")]
    assert len(told) == 1
    where = told[0]["location"]
    line = (
        (tmp_path / "processctl.yaml")
        .read_text(encoding="utf-8")
        .splitlines()[where["start"]["line"] - 1]
    )
    assert line[where["start"]["column"] - 1 : where["end"]["column"] - 1] == name


WHENS = [
    "&&", "and", "()", "((", "))", "1 +", "=", "a = b", "a == ", "'", "not", "x ? y", "x.y", "x[0]",
    "{}", "otherwise and buys", "buys buys", "has()", "has(buys, buys)", "at_least()", "at_least(1)",
    "company_size % 2 == 0", "email.matches('(a+)+$')", "__import__('os').system('touch pwned')",
    "${{ secrets.X }}", "{{ 7 * 7 }}", "; rm -rf /", "company_size >= 1e400", "🚀", "бук", "buys\u202eand",
    "buys\u200b", "in", "[buys]", "buys, buys", "a" * 3999, "-" * 3000 + "1 > 0", "!" * 3900 + "buys",
    "not " * 900 + "buys", "(" * 3000 + "buys" + ")" * 3000, "buys" + " and buys" * 20_000,
    "buys ? buys : " * 250 + "buys", "[" * 2000 + "]" * 2000,
]  # fmt: skip
ODD = [
    "true", "false", "1", "'text'", "null", "not not buys", "!!buys", "company_size >= 'x'", "company_size == true",
    "company_size * company_size > 4", "company_size / 0 > 1", "company_size >= 0x10", "lost_reason == 'zebra'",
    "company_size >= " + "9" * 3900, "company_size >= 1." + "9" * 3900, "lost_reason in []", "days_since(company_size)",
    "at_least(99999999999999999999, buys)", "company_size in [" + "1, " * 1200 + "1]",
    "company_size + " * 250 + "1 > 0",
]  # fmt: skip


@pytest.mark.parametrize("when", WHENS, ids=range(len(WHENS)))
def test_conditions_that_are_none(when: str, tmp_path: Path) -> None:
    quoted = "'" + when.replace("'", "''") + "'"
    begun = time.monotonic()
    findings = changed(tmp_path, "        when: buys\n", f"        when: {quoted}\n")
    assert time.monotonic() - begun < 10
    assert not (tmp_path / "pwned").exists()
    assert not [one for one in findings if one["code"] == "PC003"]
    lines = STARTER.splitlines()
    assert any("when:" in lines[one["location"]["start"]["line"] - 1] for one in findings)


@pytest.mark.parametrize("when", ODD, ids=range(len(ODD)))
def test_conditions_that_may_mean_something(when: str, tmp_path: Path) -> None:
    """Well formed as far as the grammar goes, so nothing is asked here but that nothing breaks."""
    begun = time.monotonic()
    changed(
        tmp_path, "        when: buys\n", f"        when: '{when.replace(chr(39), chr(39) * 2)}'\n"
    )
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    "value", ["~", "''", "7", "[buys]", "{}", "{says: ~}", "{judged_by: sales_rep}", "{test: buys}", "{says: {xx: y}}"]
)  # fmt: skip
def test_conditions_of_another_form(value: str, tmp_path: Path) -> None:
    changed(tmp_path, "        when: buys\n", f"        when: {value}\n")


def test_too_deep_and_too_long_are_told_as_limits(tmp_path: Path) -> None:
    deep = changed(
        tmp_path, "        when: buys\n", f"        when: '{'(' * 1500}buys{')' * 1500}'\n"
    )
    long = changed(
        tmp_path, "        when: buys\n", f"        when: '{'buys and ' * 20_000}buys'\n"
    )
    assert any("1500 levels deep" in one["message"] for one in deep)
    assert any("180004 characters" in one["message"] for one in long)


def test_hostile_names_are_drawn_as_text(tmp_path: Path) -> None:
    name = "<script>alert(1)</script> 🚀 \\e[31m %0A::error:: {0} \\u202e"
    starter(tmp_path, ("    name: In sales\n", f'    name: "{name}"\n'))
    for ending in ("svg", "png", "dot", "mmd"):
        done = run("render", "-o", f"x.{ending}", cwd=tmp_path)
        assert (done.status, done.err) == (0, "")
        drawn = (tmp_path / f"x.{ending}").read_bytes()
        assert b"<script>" not in drawn or ending == "dot"  # DOT is no mark-up
        assert b"\x1b" not in drawn or ending == "png"
        assert "\u202e".encode() not in drawn


THOUSANDS = {
    "unknown references": "roles:\n"
    + "".join(
        f"  role_{n}: {{team: team_{n}x, held_by: [person_{n}, other_{n}]}}\n"
        for n in range(10_000)
    ),
    "unknown references of which each is like another name": "people:\n"
    + "".join(f"  person_{n}: {{}}\n" for n in range(3_000))
    + "roles:\n"
    + "".join(f"  role_{n}: {{held_by: [persom_{n}]}}\n" for n in range(10_000)),
    "unknown names in conditions": "criteria:\n"
    + "".join(f"  c{n}: {{test: unknown_{n} and other_{n} > 3}}\n" for n in range(5_000)),
    "unknown keys": "roles:\n  a:\n" + "".join(f"    helt_by{n}: 1\n" for n in range(5_000)),
    "unknown sections": "".join(f"stagess_{n}: 1\n" for n in range(5_000)),
    "wrong ids": "roles:\n" + "".join(f"  Role-{n}: {{}}\n" for n in range(5_000)),
    "the same key": "roles:\n" + "  a: {}\n" * 20_000,
    "tags": "x_a:\n" + "  - !a b\n" * 20_000,
    "unknown anchors": "x_a:\n" + "".join(f"  - *a{n}\n" for n in range(3_000)),
    "anchors and unknown ones": "x_a:\n"
    + "".join(f"  - &a{n} x\n" for n in range(2_000))
    + "".join(f"  - *b{n}\n" for n in range(2_000)),
    "merges": "x_a: &a {a: 1}\nx_b:\n" + "  - {<<: *a}\n" * 4_000,
    "ignores": "stages:\n"
    + "".join(f"  s{n}: {{ignore: {{nonsense_{n}: {{because: x}}}}}}\n" for n in range(1_500)),
    "settings": "lint:\n  severity:\n"
    + "".join(f"    nonsense_{n}: error\n" for n in range(3_000)),
    "globs": "exclude: ['" + "*a" * 2_000 + "b', '" + "**/" * 2_000 + "x']\n",
    "one line": "x_a: [" + "a, " * 200_000 + "a]\n",
    "a long key": "a" * 1_000_000 + ": 1\n",
    "a long name": "process: {name: " + "a" * 1_000_000 + ", nmae: 1}\n",
    "a long reference": "process: {owner: " + "a" * 1_000_000 + "}\n",
    "a long duration": "stages: {a: {within: " + "9" * 1_000_000 + " days}}\n",
    "a long pattern": "fields: {a: {type: text, pattern: '" + "(a+)+" * 10_000 + "'}}\n",
    "a long date": "improvements: {a: {due: 2026-01-" + "0" * 1_000_000 + "1}}\n",
}


@pytest.mark.parametrize("behind", THOUSANDS.values(), ids=THOUSANDS)
def test_thousands_end_in_seconds(behind: str, tmp_path: Path) -> None:
    write(tmp_path, processctl=f"processctl: 1\n{behind}")
    begun = time.monotonic()
    done = call("lint", cwd=tmp_path)
    took = time.monotonic() - begun
    assert done.status in (0, 1)
    assert "PC999" not in done.out
    assert len(done.out) < 100_000
    assert took < 30


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_report_is_no_thousand_times_as_long_as_the_process(form: str, tmp_path: Path) -> None:
    """One long name that a thousand findings would quote in full."""
    stages = "".join(f"  s{n}: {{name: *long, start: true}}\n" for n in range(1_000))
    text = f"processctl: 1\nx_name: &long {'a' * 500_000}\nstages:\n{stages}"
    done = call("lint", "--verbose", "--format", form, cwd=write(tmp_path, processctl=text))
    assert done.status == 1
    assert 1_000_000 < len(done.out) < 30_000_000
    assert max(len(line) for line in done.out.splitlines()) < 10_000
