"""Runs processctl for tests: as a program of its own, or inside the test where many runs are wanted."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from processctl.cli.group import main

REPOSITORY = Path(__file__).resolve().parent.parent.parent
TIME_LIMIT = 60.0

STARTER = (REPOSITORY / "processctl" / "starter" / "en.yaml").read_text(encoding="utf-8")

# Changes to the starter, which has no findings, and the one finding that each of them makes.
NO_OWNER = ("    owner: sales_rep\n    does:", "    does:")
PC201 = "PC201"  # an error
NO_ESCALATION = ("    late: {tell: growth_lead}\n", "")
PC307 = "PC307"  # a warning


def starter(folder: Path, *changes: tuple[str, str], behind: str = "") -> Path:
    """Write the starter with changes and something behind it; return its folder."""
    text = STARTER
    for old, new in changes:
        assert text.count(old) == 1, f"the starter has changed: {old!r}"
        text = text.replace(old, new)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "processctl.yaml").write_text(text + behind, encoding="utf-8")
    return folder


def write(folder: Path, **files: str | bytes) -> Path:
    """Write YAML files by their names without the ending; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.yaml").write_bytes(data)
    return folder


@dataclass(frozen=True)
class Done:
    """How a run ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def report(self) -> Any:
        """Standard output as the JSON that it is."""
        return json.loads(self.out)

    @property
    def codes(self) -> list[str]:
        """The codes of the findings of a JSON report, workspace by workspace."""
        return [
            finding["code"]
            for workspace in self.report["workspaces"]
            for finding in workspace["findings"]
        ]


def environment(**wanted: str) -> dict[str, str]:
    """An environment that holds nothing but what a program needs to start, and what is wanted."""
    kept = {
        name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TMPDIR") if name in os.environ
    }
    return {**kept, "HOME": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **wanted}


def run(
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
    timeout: float = TIME_LIMIT,
    powerless: bool = False,
) -> Done:
    """Run processctl as a program; ``powerless`` takes from root the right to read everything."""
    done = subprocess.run(
        [sys.executable, "-m", "processctl", *map(str, arguments)],
        cwd=cwd,
        env=environment(**(env or {})),
        input=stdin,
        capture_output=True,
        timeout=timeout,
        check=False,
        preexec_fn=_without_power if powerless else None,
    )
    out, err = (stream.decode("utf-8") for stream in (done.stdout, done.stderr))
    assert "Traceback" not in out + err, out + err
    return Done(done.returncode, out, err)


def _without_power() -> None:
    """Give up what lets root read and write where the permissions say no."""
    import ctypes

    if os.geteuid() != 0:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    drop_from_bounding_set, override, read_search = 24, 1, 2
    for capability in (override, read_search):
        if libc.prctl(drop_from_bounding_set, capability, 0, 0, 0) != 0:
            raise OSError(
                ctypes.get_errno(), "run the tests as an ordinary user: root stays root here"
            )


def call(
    *arguments: str | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    stdin: bytes = b"",
) -> Done:
    """Run processctl inside this process: the same way in and out, without starting Python."""
    runner = CliRunner()
    clean: dict[str, str | None] = dict.fromkeys(
        ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "PROCESSCTL_TRACEBACK", "XDG_CACHE_HOME")
    )
    clean["HOME"] = os.devnull  # no place for a secret, so that nothing is remembered
    clean["PROCESSCTL_TRACEBACK"] = "1"  # what breaks down is to break the test
    status: object = 0
    with (
        contextlib.chdir(cwd),
        _arguments(["processctl", *map(str, arguments)]),
        runner.isolation(stdin, {**clean, **(env or {})}) as streams,
    ):
        try:
            main()
        except SystemExit as end:
            status = end.code
        sys.stdout.flush()
        out, err = streams[0].getvalue().decode(), streams[1].getvalue().decode()
    assert isinstance(status, int), status
    return Done(status, out, err)


@contextlib.contextmanager
def _arguments(wanted: Sequence[str]) -> Iterator[None]:
    """The command line; and whatever becomes of the signals of this process is put right again."""
    before, sys.argv = sys.argv, list(wanted)
    pipe = signal.getsignal(signal.SIGPIPE)
    try:
        yield
    finally:
        sys.argv = before
        signal.signal(signal.SIGPIPE, pipe)


def needed(program: str, how: str) -> str:
    """The full path of a program that a test cannot do without."""
    found = shutil.which(program)
    assert found, f"{program} is missing: {how}"
    return found


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, with a name and without anybody's settings."""
    program = needed("git", "install it (apt-get install git, brew install git)")
    settings = ("user.name=T", "user.email=t@example.com", "init.defaultBranch=main")
    named = [part for setting in settings for part in ("-c", setting)]
    done = subprocess.run(
        [program, *named, *arguments],
        cwd=folder,
        env=environment(GIT_CONFIG_GLOBAL=os.devnull),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def files_below(folder: Path) -> dict[str, bytes]:
    """What lies below a folder, to show that nothing was written."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }
