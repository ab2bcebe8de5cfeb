"""A small runner for the action: its one step with its inputs and the files that GitHub gives it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.cli.program import needed
from tests.packaging.checkout import outside

_INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")
# As GitHub runs "shell: bash".
_SHELL = ("bash", "--noprofile", "--norc", "-e", "-o", "pipefail")


@dataclass(frozen=True)
class Ran:
    """How the action ended, what stood in the log, and what it gave to the runner."""

    status: int
    log: str
    outputs: Mapping[str, str]
    summary: str


@dataclass(frozen=True)
class Runner:
    """The action as it was checked out, and a folder for what a job keeps while it runs."""

    action: Path
    temporary: Path

    def run(self, repository: Path, event: Mapping[str, Any] | None = None, **inputs: str) -> Ran:
        """Run the action in a repository; with an event as for a pull request."""
        action = yaml.safe_load((self.action / "action.yml").read_text("utf-8"))
        (step,) = action["runs"]["steps"]
        given = {name: one["default"] for name, one in action["inputs"].items()}
        given |= {"python": sys.executable}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        assert given.keys() == action["inputs"].keys()
        files = {
            name: self.temporary / name.lower() for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")
        }
        for file in files.values():
            file.write_text("")
        (self.temporary / "event.json").write_text(json.dumps(event or {}), encoding="utf-8")
        (self.temporary / "step.sh").write_text(step["run"], encoding="utf-8")
        environment = outside(
            GITHUB_ACTIONS="true",
            GITHUB_EVENT_NAME="pull_request" if event is not None else "push",
            GITHUB_EVENT_PATH=str(self.temporary / "event.json"),
            GITHUB_ACTION_PATH=str(self.action),
            RUNNER_TEMP=str(self.temporary),
            **{name: str(file) for name, file in files.items()},
            **{
                name: _INPUT.sub(lambda found: given[found[1]], value)
                for name, value in step["env"].items()
            },
        )
        done = subprocess.run(
            [needed("bash", "install it"), *_SHELL[1:], self.temporary / "step.sh"],
            cwd=repository, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, timeout=280, check=False,
        )  # fmt: skip
        lines = files["GITHUB_OUTPUT"].read_text("utf-8").splitlines()
        return Ran(
            done.returncode,
            done.stdout.decode(),
            dict(line.split("=", 1) for line in lines),
            files["GITHUB_STEP_SUMMARY"].read_text("utf-8"),
        )
