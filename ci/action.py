"""What the action of this repository does on GitHub: install processctl, lint, say what changes.

All it is told comes by the environment, and nothing of it ever becomes a part of a program: branches and
files may be called anything. It runs with "python -I", so that no module is loaded from the
repository that is looked at, which may be a stranger's.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

NEEDED = (3, 11)
HERE = Path(__file__).resolve().parent.parent
_COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")


def main() -> int:
    """Run the whole action; the answer is its exit status."""
    if sys.version_info[:2] < NEEDED:
        _tell("error", "processctl needs Python 3.11 or newer: put actions/setup-python before it.")
        return 2
    kept = Path(os.environ["RUNNER_TEMP"]) / "processctl"
    kept.mkdir(parents=True, exist_ok=True)
    program = _installed(kept)
    changes, changed = _changes(program)
    report, findings, linted = _lint(program, kept)
    summary = kept / "summary.md"
    summary.write_text("\n\n".join(part for part in (changes, report) if part), encoding="utf-8")
    _append("GITHUB_STEP_SUMMARY", summary.read_text(encoding="utf-8"))
    outputs = {
        "status": str(linted),
        "findings": findings,
        "sarif": str(kept / "processctl.sarif"),
        "summary": str(summary),
    }
    _append("GITHUB_OUTPUT", "".join(f"{name}={value}\n" for name, value in outputs.items()))
    return linted or changed


def _installed(kept: Path) -> Path:
    """The program, in an environment of its own that a second run of the action finds again."""
    environment = kept / "environment"
    programs = environment / ("Scripts" if os.name == "nt" else "bin")
    ready = kept / "ready"
    if not ready.exists():
        _run([sys.executable, "-I", "-m", "venv", "--clear", str(environment)])
        pip = [str(programs / "python"), "-I", "-m", "pip", "--disable-pip-version-check"]
        _run([*pip, "install", "--quiet", "--constraint", str(HERE / "constraints.txt"), str(HERE)])
        ready.touch()
    return programs / "processctl"


def _run(command: list[str]) -> None:
    subprocess.run(command, stdin=subprocess.DEVNULL, check=True)  # noqa: S603 - no shell


def _lint(program: Path, kept: Path) -> tuple[str, str, int]:
    """The report in Markdown, the number of findings ("" where nothing was judged), the status."""
    report, counts = kept / "lint.md", kept / "lint.json"
    for file in (report, counts, kept / "processctl.sarif"):
        file.unlink(missing_ok=True)
    outputs = {"markdown": report, "json": counts, "sarif": kept / "processctl.sarif"}
    command = [str(program), "lint", "--no-cache", *_lines("OPTIONS")]
    command += [f"--output={form}:{file}" for form, file in outputs.items()]
    command += [f"--fail-on={word}" for word in _lines("FAIL_ON")]
    done = subprocess.run(  # noqa: S603 - no shell
        [*command, "--", *_lines("PATHS")], stdin=subprocess.DEVNULL, check=False
    )
    if not counts.exists():
        return "", "", done.returncode
    workspaces = json.loads(counts.read_text(encoding="utf-8"))["workspaces"]
    found = sum(
        one["counts"][severity] for one in workspaces for severity in ("error", "warning", "info")
    )
    return report.read_text(encoding="utf-8"), str(found), done.returncode


def _changes(program: Path) -> tuple[str, int]:
    """What a pull request changes, in Markdown, and the status of comparing."""
    base = _base()
    if base is None:
        return "", 0
    if _git("cat-file", "-e", f"{base}^{{commit}}") is None:
        words = (
            f"The commit {base} that the pull request builds on was not fetched, so what changes "
            "is not told: give actions/checkout the setting fetch-depth: 0."
        )
        _tell("notice", words)
        return words, 0
    common = _git("merge-base", base, "HEAD") or base
    command = [str(program), "diff", common, "HEAD", "--format=markdown"]
    limit = _lines("FAIL_ON_CHANGES")
    command += [f"--fail-on={word}" for word in limit]
    done = subprocess.run(  # noqa: S603 - no shell
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=False
    )
    if done.returncode <= 1:
        return done.stdout.decode("utf-8", "replace"), done.returncode
    words = "What changes could not be told; the log says why."
    _tell("notice", words)
    return words, done.returncode if limit else 0  # who only wants to read it can do without


def _base() -> str | None:
    """The commit that a pull request or a group in the merge queue builds on; None for all else."""
    place = {
        "pull_request": ("pull_request", "base", "sha"),
        "merge_group": ("merge_group", "base_sha"),
    }
    steps = place.get(os.environ.get("GITHUB_EVENT_NAME", ""))
    if steps is None or os.environ.get("COMPARE") != "true":
        return None
    found = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    for step in steps:
        found = found.get(step) if isinstance(found, dict) else None
    if isinstance(found, str) and _COMMIT.fullmatch(found):
        return found
    _tell("notice", "The event names no commit to compare with, so what changes is not told.")
    return None


def _git(*arguments: str) -> str | None:
    """What git says; None where it fails."""
    done = subprocess.run(["git", *arguments], capture_output=True, check=False)  # noqa: S603, S607 - no shell, the runner's git
    return done.stdout.decode("utf-8", "replace").strip() if done.returncode == 0 else None


def _lines(name: str) -> list[str]:
    """The lines of an input that are not empty."""
    return [line.strip() for line in os.environ.get(name, "").splitlines() if line.strip()]


def _append(name: str, text: str) -> None:
    """Add to a file of the runner."""
    with Path(os.environ[name]).open("a", encoding="utf-8") as file:
        file.write(text)


def _tell(kind: str, words: str) -> None:
    """Put one line into the log that the runner shows on the page of the run."""
    print(f"::{kind} title=processctl::{words}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
