"""``render``: views, findings and ways, formats, and drawing again when a file is saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.program import NO_OWNER, PC201, REPOSITORY, call, files_below, run, starter

EXAMPLES = REPOSITORY / "examples"


@pytest.mark.parametrize(
    "view", ["journey", "stage:offer", "role:sales", "feedback", "data", "goals"]
)
@pytest.mark.parametrize("ending", ["svg", "png", "dot", "mmd"])
def test_every_view_in_every_format(view: str, ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"view.{ending}"
    done = call("render", str(EXAMPLES / "after"), "--view", view, "-o", str(file), cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert file.stat().st_size > 400


def test_the_format_says_what_an_ending_does_not(tmp_path: Path) -> None:
    starter(tmp_path)
    assert call("render", "-o", "x.svg", cwd=tmp_path).status == 0
    done = run("render", "--format", "svg", cwd=tmp_path)
    assert done.out.encode() == (tmp_path / "x.svg").read_bytes()
    assert call("render", "--format", "svg", "-o", "drawing", cwd=tmp_path).status == 0
    assert (tmp_path / "drawing").read_bytes() == (tmp_path / "x.svg").read_bytes()


def test_findings_are_marked_and_told(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    assert call("render", "--findings", "-o", "x.svg", cwd=tmp_path).status == 0
    drawn = (tmp_path / "x.svg").read_text("utf-8")
    assert "What the linter found" in drawn
    assert f"({PC201})" in drawn
    assert call("render", "-o", "plain.svg", cwd=tmp_path).status == 0
    assert PC201 not in (tmp_path / "plain.svg").read_text("utf-8")


@pytest.mark.parametrize("named", ["PC503", "pc503", "85678b06"])
def test_the_way_that_a_finding_shows(named: str, tmp_path: Path) -> None:
    before = str(EXAMPLES / "before")
    done = call("render", before, "--highlight", named, "-o", "x.svg", "--lang", "en", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "", "")
    drawn = (tmp_path / "x.svg").read_text("utf-8")
    assert "The way that is marked" in drawn
    assert "PC503" in drawn


WRONG = [
    (["--view", "jurney"], 'There is no view "jurney". Did you mean "journey"?'),
    (["--view", "stage"], 'Write the view "stage" as stage:ID.'),
    (["--view", "stage:ofer"], 'There is no stage "ofer". Did you mean "offer"?'),
    (["--view", "role:nobody"], 'There is no role, team or person "nobody".'),
    (["--highlight", "offer,fair_cards"],
     'No way leads from "offer" to "fair_cards". From there cases go to: taken_into_use, closed_lost.'),
    (["--highlight", "ofer"], 'There is no stage "ofer". Did you mean "offer"?'),
    (["--highlight", ","], "Name stages with commas between them, or a finding."),
    (["--highlight", "mql", "--view", "stage:customer"], 'The stage "mql" is not in this drawing.'),
    (["--highlight", "mql", "--view", "data"],
     'A way leads through stages: the view "data" can show none.'),
    (["--highlight", "PC999"],
     'No finding is called "PC999". "processctl lint --format json" tells the fingerprint of each.'),
    (["--highlight", "PC201"], 'The finding "PC201" is about no way through stages.'),
    (["--watch"], "--watch draws into a file: name it with -o."),
    (["--format", "gif"], "'gif' is not one of 'svg', 'png', 'pdf', 'dot', 'mmd', 'bpmn'."),
]  # fmt: skip


@pytest.mark.parametrize(("options", "message"), WRONG, ids=[" ".join(line) for line, _ in WRONG])
def test_wrong_wishes(options: list[str], message: str, tmp_path: Path) -> None:
    done = call("render", str(EXAMPLES / "before"), *options, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert message in " ".join(done.err.split())
    assert files_below(tmp_path) == {}


@pytest.mark.parametrize("view", ["feedback", "data", "goals", "role:b"])
def test_a_view_with_nothing_to_show_says_so(view: str, tmp_path: Path) -> None:
    (tmp_path / "processctl.yaml").write_text(
        "processctl: 1\nteams: {a: {}, b: {}}\nstages: {one: {start: true, owner: a, outcome: won}}\n"
    )
    done = call("render", "--view", view, "-o", "x.svg", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert f'The view "{view}" has nothing to show' in done.err
    assert not (tmp_path / "x.svg").exists()


def test_a_code_of_several_findings_names_them(tmp_path: Path) -> None:
    done = call("render", str(EXAMPLES / "revops"), "--highlight", "PC507", cwd=tmp_path)
    assert done.status == 2
    assert 'Several findings are called "PC507": ' in done.err


def large(folder: Path) -> Path:
    """A process whose Mermaid drawing no page would show."""
    lines = [
        "processctl: 1",
        "process: {phases: {one: First, two: Second}}",
        "teams: {a: {}}",
        "stages:",
    ]
    for at in range(300):
        when = "x" * 150
        lines += [
            f"  s{at}:",
            f"    phase: {'one' if at < 150 else 'two'}",
            "    owner: a",
            "    start: true" if at == 0 else "    means: A stage",
            f"    exits: [{{to: s{at + 1}, when: {{says: {when}, judged_by: a}}}}]",
        ]
    lines += ["  s300: {outcome: won, owner: a, phase: two}"]
    (folder / "processctl.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def test_mermaid_beyond_its_limits_is_written_by_phase(tmp_path: Path) -> None:
    large(tmp_path)
    done = call("render", "-o", "journey.mmd", cwd=tmp_path)
    assert (done.status, done.out) == (0, "")
    assert done.err == (
        "Too large for one Mermaid diagram: journey.mmd shows the phases, and each has a drawing of "
        "its own: journey-1-one.mmd, journey-2-two.mmd.\n"
    )
    drawn = {name: data.decode() for name, data in files_below(tmp_path).items() if "mmd" in name}
    assert sorted(drawn) == ["journey-1-one.mmd", "journey-2-two.mmd", "journey.mmd"]
    assert "First" in drawn["journey.mmd"]
    assert "150 stages" in drawn["journey.mmd"]
    assert all(len(text) <= 50_000 for text in drawn.values())
    (tmp_path / "journey-1-one.mmd").write_text("mine")
    done = call("render", "-o", "journey.mmd", cwd=tmp_path)
    assert done.status == 2
    assert '"journey-1-one.mmd" exists, and processctl did not write it.' in done.err
    done = call("render", "--format", "mmd", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert "name a file with -o, and each phase gets one of its own." in done.err


@contextmanager
def watching(folder: Path, file: str) -> Iterator[subprocess.Popen[str]]:
    """``render --watch`` as a program of its own, stopped by Ctrl-C at the end."""
    started = subprocess.Popen(
        [sys.executable, "-m", "processctl", "render", "--watch", "-o", file],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env={**os.environ, "LANG": "C.UTF-8", "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    assert started.stderr is not None
    assert started.stderr.readline() == "Watching; Ctrl-C ends it.\n"
    try:
        yield started
    finally:
        started.send_signal(signal.SIGINT)
        assert started.wait(20) == 0


def until(true: Callable[[], bool]) -> None:
    """Wait until something has come true."""
    ends = time.monotonic() + 20
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.02)


def test_a_saved_file_is_drawn_again_and_a_broken_one_is_not(tmp_path: Path) -> None:
    starter(tmp_path)
    drawing = tmp_path / "x.svg"
    with watching(tmp_path, "x.svg") as program:
        assert program.stderr is not None
        first = drawing.read_bytes()
        starter(tmp_path, ("    name: In sales\n", "    name: In the hands of sales\n"))
        until(lambda: drawing.read_bytes() != first)
        assert program.stderr.readline() == "Drawn: x.svg\n"
        second = drawing.read_bytes()
        assert b"In the hands of" in second
        starter(tmp_path, behind="stages: [\n")
        assert "invalid-yaml" in program.stderr.readline() + program.stderr.readline()
        assert drawing.read_bytes() == second
        starter(tmp_path)
        until(lambda: drawing.read_bytes() == first)
