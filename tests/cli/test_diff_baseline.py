"""What a change takes into the baseline is told first: it hides what the linter would say."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.program import call
from tests.git.test_tree import commit_all

PROCESS = """\
processctl: 1
stages:
  lead: {start: {}, exits: [{to: customer}]}
  customer: {outcome: won}
"""


def repository(folder: Path) -> Path:
    (folder / "ours").mkdir(parents=True)
    (folder / "ours/processctl.yaml").write_text(PROCESS)
    commit_all(folder)
    return folder


def changes(folder: Path, *options: str) -> list[tuple[str, str]]:
    done = call("diff", "--format", "json", *options, cwd=folder)
    assert (done.status, done.err) == (0, "")
    (workspace,) = json.loads(done.out)["workspaces"]
    return [(one["code"], one["message"]) for one in workspace["changes"]]


def test_what_the_baseline_takes_in_is_told(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    assert changes(folder) == []
    assert call("baseline", "update", cwd=folder).status == 0
    ((code, message),) = changes(folder)
    assert code == "CH701"
    assert message.startswith("The baseline takes in ")
    assert '"stage-without-owner"' in message


def test_what_it_lets_go_is_told(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    call("baseline", "update", cwd=folder)
    commit_all(folder)
    (folder / "processctl-baseline.json").unlink()
    ((code, message),) = changes(folder)
    assert code == "CH702"
    assert message.startswith("The baseline lets go of ")


def test_a_baseline_of_another_name(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    call("baseline", "update", "--baseline", "known.json", cwd=folder)
    assert changes(folder) == []
    assert [code for code, _ in changes(folder, "--baseline", "known.json")] == ["CH701"]


def test_one_that_is_none_is_no_empty_one(tmp_path: Path) -> None:
    folder = repository(tmp_path)
    (folder / "processctl-baseline.json").write_text("<<<<<<< HEAD\n")
    done = call("diff", cwd=folder)
    assert done.status == 2
    assert "The baseline cannot be read" in done.err
