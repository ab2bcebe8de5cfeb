"""Colours, closed pipes, interrupts, full disks, and terminals that speak little."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.program import NO_OWNER, environment, run, starter

PROGRAM = [sys.executable, "-m", "processctl"]


def on_a_terminal(*arguments: str, cwd: Path, **env: str) -> str:
    """What the program writes to a terminal that can show colours."""
    ours, theirs = pty.openpty()
    child = subprocess.Popen(
        [*PROGRAM, *arguments],
        cwd=cwd,
        env=environment(TERM="xterm-256color", **env),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    written = b""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if not select.select([ours], [], [], 1)[0]:
            continue
        try:
            read = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not read:
            break
        written += read
    assert child.wait(10) in (0, 1)
    os.close(ours)
    return written.decode()


def test_colours_on_a_terminal_only(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    plain = run("lint", cwd=tmp_path).out
    painted = on_a_terminal("lint", cwd=tmp_path)
    assert "\x1b[31m\x1b[1merror\x1b[0m" in painted
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d+m", "", painted).replace("\r\n", "\n") == plain


def test_no_color_is_respected(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    assert "\x1b" not in on_a_terminal("lint", cwd=tmp_path, NO_COLOR="1")
    assert "\x1b" in on_a_terminal("lint", cwd=tmp_path, NO_COLOR="")


@pytest.mark.parametrize("form", ["json", "github"])
def test_reports_for_programs_have_no_colours(form: str, tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    assert "\x1b" not in on_a_terminal("lint", "--format", form, cwd=tmp_path)


def test_a_page_is_laid_out_on_a_terminal_and_plain_in_a_pipe(tmp_path: Path) -> None:
    shown = on_a_terminal("explain", "PC201", cwd=tmp_path)
    piped = run("explain", "PC201", cwd=tmp_path).out
    assert "\x1b[" in shown
    assert "## What it checks" not in shown
    assert "\x1b" not in piped
    assert "## What it checks" in piped


def many_findings(folder: Path) -> Path:
    """More to say than a pipe takes in at once."""
    stages = "".join(f"  loose_{n}: {{name: Loose {n}}}\n" for n in range(1_500))
    return starter(folder, ("\nfeedback:\n", f"{stages}\nfeedback:\n"))


@pytest.mark.parametrize(
    "command",
    [
        ["lint", "--verbose"],
        ["lint", "--format", "json"],
        ["lint", "--format", "github"],
        ["render"],
    ],
)
def test_a_reader_who_goes_away_ends_the_program_quietly(
    command: list[str], tmp_path: Path
) -> None:
    many_findings(tmp_path)
    child = subprocess.Popen(
        [*PROGRAM, *command], cwd=tmp_path, env=environment(), stdout=-1, stderr=-1
    )
    assert child.stdout is not None
    assert child.stderr is not None
    assert child.stdout.read(10)
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait(60) == 128 + signal.SIGPIPE


def test_head_in_a_shell(tmp_path: Path) -> None:
    many_findings(tmp_path)
    done = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m processctl lint --verbose | head -n 1"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.startswith(b"processctl.yaml:")
    assert done.stderr == b""


@pytest.mark.parametrize("command", ["--help", "rules", "schema"])
def test_nobody_reads_at_all(command: str, tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*PROGRAM, command], cwd=tmp_path, env=environment(), stdout=writing, stderr=-1, check=False
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode != 0


def test_standard_output_may_be_closed(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    for command in ("lint", "lint --format json", "rules", "schema", "render"):
        done = subprocess.run(
            ["bash", "-c", f"'{sys.executable}' -m processctl {command} >&-"],
            cwd=tmp_path, env=environment(), stderr=-1, timeout=60, check=False,
        )  # fmt: skip
        assert b"Traceback" not in done.stderr
        assert b"fault of processctl" not in done.stderr


def test_a_full_disk_is_no_fault_of_ours(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    for command in (["lint"], ["lint", "--format", "json"], ["render"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*PROGRAM, *command], cwd=tmp_path, env=environment(), stdout=full, stderr=-1, check=False
            )  # fmt: skip
        assert done.stderr.decode().splitlines() == [
            "Error: The output cannot be written: No space left on device."
        ]
        assert done.returncode == 2


def test_an_interrupt_is_quiet(tmp_path: Path) -> None:
    starter(tmp_path)
    child = subprocess.Popen(
        [*PROGRAM, "lint", "-", "--stdin-filename", "processctl.yaml"],
        cwd=tmp_path, env=environment(), stdin=-1, stdout=-1, stderr=-1,
    )  # fmt: skip
    wait_until_idle(child.pid)  # it waits for its standard input
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=30)
    assert child.returncode == 130
    assert (out, err.strip()) == (b"", b"")


def wait_until_idle(process: int) -> None:
    """Wait until a process has done nothing for a while."""
    used, since, deadline = -1.0, time.monotonic(), time.monotonic() + 30
    while time.monotonic() < deadline:
        fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
        now = float(fields[11]) + float(fields[12])
        if now != used or fields[0] == "R":
            used, since = now, time.monotonic()
        elif now > 0 and time.monotonic() - since > 0.5:
            return
        time.sleep(0.02)
    pytest.fail("the program never came to rest")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_terminals_that_cannot_show_every_sign(encoding: str, tmp_path: Path) -> None:
    starter(tmp_path, ("    name: In sales\n", "    name: In sales → 🚀\n"), NO_OWNER)
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    told = run("lint", cwd=tmp_path, env=env)
    assert told.status == 1
    assert 'Stage "In sales ? ?" has no owner.' in told.out
    report = run("lint", "--format", "json", cwd=tmp_path, env=env).report  # UTF-8 all the same
    assert report["workspaces"][0]["findings"][0]["message"] == (
        'Stage "In sales → 🚀" has no owner.'
    )
    assert "ä" in run("schema", "--lang", "fi", cwd=tmp_path, env=env).out


def test_file_names_that_are_no_text(tmp_path: Path) -> None:
    starter(tmp_path)
    os.mkdir(os.fsencode(tmp_path) + b"/odd-\xff")  # noqa: PTH102 - a name in bytes
    odd = os.fsdecode(b"odd-\xff")
    (tmp_path / odd / "more.yaml").write_text("systems: {erp: {owner: nobody_there}}\n")
    strict = {"PYTHONIOENCODING": "utf-8:strict"}
    assert "odd-\ufffd/more.yaml:1:24: error" in run("lint", cwd=tmp_path, env=strict).out
    report = run("lint", "--format", "json", cwd=tmp_path, env=strict).report
    assert report["workspaces"][0]["files"] == ["processctl.yaml", "odd-\ufffd/more.yaml"]
    other = tmp_path.parent / f"{tmp_path.name}-2"
    other.mkdir()
    made = run("init", odd, cwd=other, env=strict)
    assert (made.status, made.err) == (0, "")
