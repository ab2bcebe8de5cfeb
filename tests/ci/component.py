"""The component for GitLab, as GitLab puts it into a pipeline: with its inputs, run by a shell."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

from tests.cli.program import REPOSITORY, needed
from tests.packaging.checkout import outside

_INPUT = re.compile(r"\$\[\[ inputs\.([\w-]+) \]\]")


def component(**inputs: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the component says of its inputs, and its jobs with these inputs put in."""
    text = (REPOSITORY / "templates" / "processctl.yml").read_text("utf-8")
    head, jobs = text.split("\n---\n")
    spec = yaml.safe_load(head)
    given = {name: one["default"] for name, one in spec["spec"]["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    assert given.keys() == spec["spec"]["inputs"].keys()
    # As GitLab does it: a text that is nothing but an input becomes what that is.
    return spec, _filled(yaml.safe_load(jobs), given)


def _filled(node: Any, given: dict[str, str]) -> Any:
    if isinstance(node, dict):
        return {key: _filled(value, given) for key, value in node.items()}
    if isinstance(node, list):
        return [_filled(value, given) for value in node]
    return _INPUT.sub(lambda found: given[found[1]], node) if isinstance(node, str) else node


def run_job(
    repository: Path, home: Path, inputs: dict[str, str], **variables: str
) -> tuple[int, str]:
    """Run the script of the job in a repository; its exit status and log."""
    _, jobs = component(**inputs)
    job = jobs["processctl"]
    script = home / "script.sh"
    script.write_text("\n".join(job["script"]), encoding="utf-8")
    done = subprocess.run(
        [needed("bash", "install it"), "-e", "-o", "pipefail", script],
        cwd=repository,
        env=outside(GITLAB_CI="true", CI="true", **job["variables"]) | {"PROCESSCTL_HOME": str(home / "env")} | variables,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=280, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout.decode("utf-8", "replace")
