"""``config show``: what holds, and who said so."""

from __future__ import annotations

from pathlib import Path

import pytest

from processctl.rules import RULES
from tests.cli.program import call, git, starter, write

SETTINGS = """\
lint:
  fail_on: warning
  severity: {PC306: "off", stage-without-work: info}
  options: {overloaded-owner: {max_stages: 3}}
"""


def lines(*arguments: str | Path, cwd: Path) -> list[str]:
    done = call("config", "show", *arguments, cwd=cwd)
    assert (done.status, done.err) == (0, "")
    return done.out.splitlines()


def test_each_setting_is_shown_with_its_origin(tmp_path: Path) -> None:
    folder = starter(tmp_path, behind=SETTINGS)
    line = len((folder / "processctl.yaml").read_text("utf-8").splitlines()) - 3
    shown = lines(cwd=folder)
    assert shown[0] == "# ."
    assert f"lint.fail_on: warning  # processctl.yaml:{line + 1}:3" in shown
    assert f"lint.severity.stage-without-deadline: off  # processctl.yaml:{line + 2}:14" in shown
    assert f"lint.severity.stage-without-work: info  # processctl.yaml:{line + 2}:28" in shown
    assert "limit.files: 5000  # default" in shown
    assert "include: []  # default" in shown
    assert shown[-1].endswith("rules as they come: --all lists them.")


def test_all_rules_are_listed_on_request(tmp_path: Path) -> None:
    shown = lines("--all", cwd=starter(tmp_path))
    severities = [line for line in shown if line.startswith("lint.severity.")]
    assert len(severities) == len(RULES)
    assert "lint.severity.stage-without-owner: error  # default" in severities


def test_settings_stand_in_any_file_and_globs_in_the_marker(tmp_path: Path) -> None:
    write(tmp_path / "company", processctl="processctl: 1\n")
    marker = "processctl: 1\nuses: [../company]\nexclude: [old/**]\nprocess: {languages: [fi]}\n"
    folder = write(tmp_path / "ours", processctl=marker, settings="lint: {fail_on: never}\n")
    git(tmp_path, "init", "-q")
    shown = lines("--lang", "fi", cwd=folder)
    assert "lint.fail_on: never  # settings.yaml:1:8" in shown
    assert "uses: [../company]  # processctl.yaml:2:1" in shown
    assert "exclude: [old/**]  # processctl.yaml:3:1" in shown
    assert "process.languages: [fi]  # processctl.yaml:4:11" in shown
    assert "limit.depth: 64  # oletus" in shown


def test_a_limit_of_the_command_line_says_so(tmp_path: Path) -> None:
    assert "limit.files: 7  # --limit" in lines("--limit", "files=7", cwd=starter(tmp_path))


def test_json_holds_everything(tmp_path: Path) -> None:
    folder = starter(tmp_path, behind=SETTINGS)
    report = call("config", "show", "--format", "json", cwd=folder).report
    (workspace,) = report["workspaces"]
    assert report["version"] == 1
    by_name = {one["name"]: one for one in workspace["settings"]}
    assert by_name["lint.fail_on"]["value"] == "warning"
    assert by_name["lint.fail_on"]["origin"]["file"] == "processctl.yaml"
    assert by_name["limit.files"] == {"name": "limit.files", "value": 5000, "origin": None}
    rules = {rule["code"]: rule for rule in workspace["rules"]}
    assert rules["PC306"]["severity"]["value"] == "off"
    assert len(rules) == len(RULES)


def test_names_are_no_terminal_commands(tmp_path: Path) -> None:
    folder = write(tmp_path, processctl='processctl: 1\nexclude: ["\\e[31m"]\n')
    assert "exclude: [\ufffd[31m]  # processctl.yaml:2:1" in lines(cwd=folder)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "PC003"),
        ("[]", "PC003"),
        ("processctl: 7\n", "PC004"),
        ("lint: 3\n", "PC003"),
        ("processctl: 1\nlint: []\n", "PC003"),
        ("processctl: 1\nlint: {fail_on: [warning\n", "PC001"),
    ],
)
def test_settings_that_cannot_be_read_are_told(text: str, told: str, tmp_path: Path) -> None:
    done = call("config", "show", cwd=write(tmp_path, processctl=text))
    assert "lint.fail_on: error  # default" in done.out.splitlines()
    assert told in done.err
    assert done.status == 1
