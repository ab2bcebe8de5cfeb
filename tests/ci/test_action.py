"""The action of this repository, as GitHub would run it, in real repositories."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.ci.runner import Runner
from tests.cli.program import NO_ESCALATION, NO_OWNER, REPOSITORY, files_below, git, starter
from tests.packaging.checkout import copy_of_the_checkout

BRANCHES = ["$(touch${IFS}x)", "a;touch${IFS}x", "`touch${IFS}x`", "äö-😀", "-rf", "a&&b|c", "'\"", "${{secrets}}"]  # fmt: skip


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Runner:
    """The action of this checkout, installed by its first run."""
    action = copy_of_the_checkout(tmp_path_factory.mktemp("action"))
    return Runner(action, tmp_path_factory.mktemp("temporary"))


def commit(folder: Path) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "x")
    return git(folder, "rev-parse", "HEAD").strip()


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with one process, committed, that has no findings."""
    folder = tmp_path / "repository"
    starter(folder / "sales")
    git(folder, "init", "--quiet")
    commit(folder)
    return folder


def pull_request(base: str, branch: str = "topic", **more: Any) -> dict[str, Any]:
    head = {"ref": branch, "label": f"stranger:{branch}"}
    return {
        "pull_request": {"title": branch, "base": {"sha": base, "ref": "main"}, "head": head}
    } | more


def test_a_clean_process(runner: Runner, repository: Path) -> None:
    ran = runner.run(repository)
    assert ran.status == 0, ran.log
    assert ran.outputs["status"] == "0"
    assert ran.outputs["findings"] == "0"
    assert json.loads(Path(ran.outputs["sarif"]).read_text("utf-8"))["version"] == "2.1.0"
    assert Path(ran.outputs["summary"]).read_text("utf-8") == ran.summary
    assert "no findings" in ran.log
    assert git(repository, "status", "--porcelain") == ""


def test_findings_are_annotated_counted_and_summed_up(runner: Runner, repository: Path) -> None:
    starter(repository / "sales", NO_OWNER, NO_ESCALATION)
    ran = runner.run(repository)
    assert ran.status == 1, ran.log
    assert ran.outputs["status"] == "1"
    assert ran.outputs["findings"] == "2"
    assert "::error file=sales/processctl.yaml," in ran.log
    assert "PC201" in ran.summary
    assert "PC201" in Path(ran.outputs["sarif"]).read_text("utf-8")


def test_inputs(runner: Runner, repository: Path) -> None:
    starter(repository / "sales", NO_ESCALATION)  # a warning
    starter(repository / "care office", NO_OWNER)  # an error
    assert runner.run(repository, paths="sales").status == 0
    assert runner.run(repository, paths="sales\n", fail_on="warning").status == 1
    both = runner.run(repository, paths="sales\n care office \n", options="--select=PC3\n--lang=fi")
    assert (both.status, both.outputs["findings"]) == (0, "1")
    assert "varoitus" in both.log
    wrong = runner.run(repository, fail_on="sometimes")
    assert wrong.status == 2
    assert wrong.outputs["status"] == "2"
    assert wrong.outputs["findings"] == ""


def test_what_a_pull_request_changes_stands_first(runner: Runner, repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD").strip()
    starter(repository / "sales", NO_OWNER)
    commit(repository)
    ran = runner.run(repository, pull_request(base))
    assert ran.status == 1, ran.log
    without = runner.run(repository, pull_request(base), compare="false").summary
    assert without
    assert ran.summary.endswith(without)
    changes = ran.summary.removesuffix(without)
    assert "In sales" in changes
    assert "owner" in changes


@pytest.mark.parametrize("branch", BRANCHES)
def test_branches_are_names_and_nothing_else(branch: str, runner: Runner, repository: Path) -> None:
    base = git(repository, "rev-parse", "HEAD").strip()
    git(repository, "symbolic-ref", "HEAD", f"refs/heads/{branch}")
    (repository / branch.replace("/", "-")).mkdir()
    starter(repository / branch.replace("/", "-"), NO_ESCALATION)
    commit(repository)
    before = files_below(repository)
    ran = runner.run(repository, pull_request(base, branch), paths=branch)
    assert ran.status == 0, ran.log
    assert ran.outputs["findings"] == "1"
    assert files_below(repository) == before


@pytest.mark.parametrize(
    "base", ["--output=x", "$(touch x)", "main; rm -rf .", "", "0" * 39, 7, None]
)
def test_an_event_that_names_no_commit(base: Any, runner: Runner, repository: Path) -> None:
    before = files_below(repository)
    ran = runner.run(repository, pull_request(base))
    assert ran.status == 0, ran.log
    assert "names no commit to compare with" in ran.log
    assert files_below(repository) == before


def test_a_clone_without_the_base_says_what_to_fetch(
    runner: Runner, repository: Path, tmp_path: Path
) -> None:
    base = git(repository, "rev-parse", "HEAD").strip()
    commit(repository)
    git(tmp_path, "clone", "--quiet", "--depth=1", repository.as_uri(), "shallow")
    ran = runner.run(tmp_path / "shallow", pull_request(base))
    assert ran.status == 0, ran.log
    assert "fetch-depth: 0" in ran.log
    assert "fetch-depth: 0" in ran.summary


def test_nothing_of_the_repository_is_run(runner: Runner, repository: Path) -> None:
    """A stranger's pull request brings modules with the names of those that Python would load."""
    trap = "import pathlib; pathlib.Path('/'.join(['sprung'])).touch()\n"
    for name in (
        "yaml",
        "json",
        "subprocess",
        "venv",
        "pip",
        "click",
        "sitecustomize",
        "processctl",
    ):
        (repository / name).mkdir()
        (repository / name / "__init__.py").write_text(trap)
    (repository / "pyproject.toml").write_text(
        "[build-system]\nrequires = []\nbuild-backend = 'processctl'\n"
    )
    base = commit(repository)
    fresh = Runner(runner.action, repository.parent / "temporary")
    fresh.temporary.mkdir()
    ran = fresh.run(repository, pull_request(base))
    assert ran.status == 0, ran.log
    assert not (repository / "sprung").exists()


def test_every_input_and_output_is_described() -> None:
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text("utf-8"))
    page = (REPOSITORY / "docs" / "ci.md").read_text("utf-8")
    for kind in ("inputs", "outputs"):
        for name, one in action[kind].items():
            assert one["description"]
            assert f"| `{name}` |" in page
