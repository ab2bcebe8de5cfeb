"""What becomes of diagrams that others drew, and of files that are none."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from processctl.bpmn.markup import DEEPEST, LARGEST
from processctl.bpmn.names import MODEL
from tests.bpmn.charts import drawn
from tests.cli.program import Done, call, files_below

FILES = Path(__file__).parent / "files"


def imported(content: bytes, folder: Path, *options: str) -> Done:
    (folder / "drawn.bpmn").write_bytes(content)
    return call("import", "drawn.bpmn", *options, cwd=folder)


def definitions(inside: str) -> bytes:
    return f'<definitions xmlns="{MODEL}">{inside}</definitions>'.encode()


def process(inside: str) -> bytes:
    return definitions(f'<process id="p">{inside}</process>')


def flow(number: int, source: str, target: str, name: str = "") -> str:
    return f'<sequenceFlow id="f{number}" name="{name}" sourceRef="{source}" targetRef="{target}"/>'


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("order", ()),
        ("pools", ("--pool", "Myynti", "--lang", "fi")),
        ("pools", ("--pool", "two")),
    ],
)
def test_a_diagram_of_others(name: str, options: tuple[str, ...], tmp_path: Path) -> None:
    done = imported((FILES / f"{name}.bpmn").read_bytes(), tmp_path, *options)
    assert done.status == 0
    told = f"{done.out}--- told\n{done.err}"
    golden = FILES / f"{'_'.join((name, *options[1:2])).lower()}.txt"
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_text(told, encoding="utf-8")
    assert told == golden.read_text(encoding="utf-8")
    (tmp_path / "processctl.yaml").write_text(done.out, encoding="utf-8")
    assert call("fmt", "--check", cwd=tmp_path).status == 0
    read = call("lint", "--select", "PC0,PC101,PC102", "--fail-on", "info", cwd=tmp_path)
    assert (read.status, read.err) == (0, "")


def test_our_own_file_stays_the_same(tmp_path: Path) -> None:
    """A golden file: whoever changes what is written looks at it."""
    written = drawn("starter", tmp_path)
    golden = FILES / "starter.bpmn"
    if os.environ.get("UPDATE_GOLDENS"):
        golden.write_bytes(written)
    assert written == golden.read_bytes()


def test_it_is_written_where_it_is_wanted_and_nothing_is_lost(tmp_path: Path) -> None:
    content = process('<task id="a" name="Call"/>')
    done = imported(content, tmp_path, "-o", "new/ours")
    assert (done.status, done.out) == (0, f"new/ours{os.sep}processctl.yaml\n")
    again = imported(content, tmp_path, "-o", "new/ours")
    assert again.status == 2
    assert "exists already, and nothing is overwritten. --force replaces it." in again.err
    (tmp_path / "new/ours/processctl.yaml").write_text("mine", encoding="utf-8")
    assert imported(content, tmp_path, "-o", "new/ours").status == 2
    assert (tmp_path / "new/ours/processctl.yaml").read_text("utf-8") == "mine"
    assert imported(content, tmp_path, "-o", "new/ours", "--force").status == 0
    assert "call:" in (tmp_path / "new/ours/processctl.yaml").read_text("utf-8")
    assert imported(content, tmp_path, "-o", "other.yaml").status == 0
    assert {"drawn.bpmn", "new/ours/processctl.yaml", "other.yaml"} == set(files_below(tmp_path))


BAD = {
    "empty": (b"", "at line 1. The XML is broken"),
    "broken": (b"<definitions>\n\n<process>", "at line 3. The XML is broken"),
    "no xml": (b"processctl: 1\n", "at line 1. The XML is broken"),
    "binary": (bytes(range(256)), "The XML is broken"),
    "other xml": (b"<svg/>", "This is XML, but no BPMN 2.0"),
    "no name space": (b"<definitions><process/></definitions>", "no BPMN 2.0"),
    "no process": (definitions(""), "There is no process in this file"),
    "empty process": (process(""), "There is no process in this file"),
    "encoding": (b'<?xml version="1.0" encoding="klingon"?><a/>', "cannot be taken over"),
    "laughs": (
        b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<l>&b;</l>',
        "at line 1. The file has a document type or entities",
    ),
    "outside": (
        b'<?xml version="1.0"?>\n<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x;</l>',
        "at line 2. The file has a document type or entities",
    ),
    "deep": (
        definitions("<process>" * DEEPEST + "</process>" * DEEPEST),
        f"more than {DEEPEST} deep",
    ),
    "large": (b" " * (LARGEST + 1), "larger than 16 MiB"),
    "many": (process('<task id="a"/>' * 5001), "more than 5000 elements"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_bpmn_is_told_so(name: str, tmp_path: Path) -> None:
    content, words = BAD[name]
    done = imported(content, tmp_path, "-o", "ours")
    assert done.status == 2
    assert words in " ".join(done.err.split())
    assert "Traceback" not in done.err
    assert set(files_below(tmp_path)) == {"drawn.bpmn"}


def test_several_pools_are_asked_about(tmp_path: Path) -> None:
    content = (FILES / "pools.bpmn").read_bytes()
    for options in ((), ("--pool", "Sales")):
        done = imported(content, tmp_path, *options)
        assert done.status == 2
        assert 'There are "Myynti" and "Huolto".' in done.err


def test_gateways_in_a_row_do_not_take_for_ever(tmp_path: Path) -> None:
    """Forty choices of two ways each are a million million ways to one task."""
    parts = ['<task id="a" name="A"/><task id="z" name="Z"/>']
    parts += [f'<exclusiveGateway id="g{number}"/>' for number in range(81)]
    parts.append(flow(0, "a", "g0"))
    for number in range(0, 80, 2):
        here, there = f"g{number}", f"g{number + 2}"
        parts.append(flow(4 * number + 1, here, f"g{number + 1}", "yes"))
        parts.append(flow(4 * number + 2, here, there, "no"))
        parts.append(flow(4 * number + 3, f"g{number + 1}", there))
    parts.append(flow(999, "g80", "z"))
    begin = time.monotonic()
    done = imported(process("".join(parts)), tmp_path)
    assert time.monotonic() - begin < 20
    assert done.status == 0
    assert "too many ways through gateways" in done.err


def test_a_ring_of_gateways_ends(tmp_path: Path) -> None:
    ring = '<task id="a" name="A"/><exclusiveGateway id="g"/><exclusiveGateway id="h"/>'
    ways = flow(1, "a", "g") + flow(2, "g", "h") + flow(3, "h", "g") + flow(4, "h", "a", "again")
    done = imported(process(ring + ways), tmp_path)
    assert done.status == 0
    assert "says: again" in done.out


def test_names_are_only_names(tmp_path: Path) -> None:
    name = "&#x9b;31m [red] \u2028- x: {y} # z &quot;q&quot; 'r' \u202e"
    twice = f'<task id="a" name="{name}"/><task id="b" name="{name}"/><task id="c" name="won"/>'
    done = imported(process(twice + flow(1, "a", "b", name) + flow(2, "b", "gone")), tmp_path)
    assert done.status == 0
    (tmp_path / "processctl.yaml").write_text(done.out, encoding="utf-8")
    read = call("lint", "--select", "PC0", "--fail-on", "info", cwd=tmp_path)
    assert read.status == 0, read.out
    assert not set(done.out) & {"\x9b", "\u2028", "\u202e"}


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    done = call("import", "gone.bpmn", cwd=tmp_path)
    assert done.status == 2
    assert done.err == 'Error: "gone.bpmn" cannot be read: No such file or directory.\n'
    assert call("import", ".", cwd=tmp_path).status == 2
