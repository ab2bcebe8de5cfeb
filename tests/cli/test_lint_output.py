"""``lint --output``: reports in files, several at once, and where they may not go."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from processctl.cli.reporting import FORMATS
from tests.cli.program import NO_OWNER, call, files_below, git, run, starter, write
from tests.reports.processes import CASES


def test_several_reports_at_once(tmp_path: Path) -> None:
    folder = starter(tmp_path / "ours", NO_OWNER)
    wanted = [part for name in FORMATS for part in ("--output", f"{name}:{name}.out")]
    done = call("lint", *wanted, cwd=folder)
    assert done.status == 1
    assert done.out == call("lint", cwd=folder).out
    for name in FORMATS:
        assert (folder / f"{name}.out").read_text("utf-8") == call(
            "lint", "--format", name, cwd=folder
        ).out, name


def test_standard_output_is_a_place_as_well(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    done = call("lint", "--output", "json:-", "--output", "sarif:a", cwd=tmp_path)
    assert done.codes == ["PC201"]
    assert json.loads((tmp_path / "a").read_text("utf-8"))["version"] == "2.1.0"


def test_a_name_may_have_colons_and_an_older_report_is_replaced(tmp_path: Path) -> None:
    starter(tmp_path)
    (tmp_path / "a:b.json").write_text("old")
    call("lint", "--output", "json:a:b.json", cwd=tmp_path)
    assert json.loads((tmp_path / "a:b.json").read_text("utf-8"))["version"] == 1


def test_a_device_is_written_to_as_it_is(tmp_path: Path) -> None:
    starter(tmp_path)
    done = run("lint", "--quiet", "--output", "json:/dev/stderr", cwd=tmp_path)
    assert json.loads(done.err)["version"] == 1
    assert call("lint", "--output", "json:/dev/null", cwd=tmp_path).status == 0


WRONG = [
    (["--output", "sarrif:a"], 'There is no report format "sarrif". Did you mean "sarif"?'),
    (["--output", "zzz:a"], 'There is no report format "zzz". There are text, json'),
    (["--output", "sarif"], '"sarif" does not say which report goes where. Write FORMAT:FILE'),
    (["--output", "sarif:"], '"sarif:" does not say which report goes where.'),
    (["--output", ":a"], 'There is no report format "".'),
    (["--output", "json:none/a"], 'There is no folder "none".'),
    (["--output", "json:sub"], '"sub" is a folder; name a file.'),
    (["--output", "json:new/"], '"new/" is a folder; name a file.'),
    (["--output", "json:a", "--output", "sarif:./a"], 'Two reports would go to "a".'),
    (["--output", "json:a", "--output", "sarif:link"], 'Two reports would go to "link".'),
    (["--output", "json:-", "--output", "sarif:-"], "Two reports would go to standard output."),
    (["--output", "json:-", "--format", "text"], "Two reports would go to standard output."),
    (["--diff", "--output", "json:a"], "leave out --format, --output"),
    (["--output", "json:processctl.yaml"], '"processctl.yaml" belongs to the process; a report'),
    (["--output", "json:sub/../processctl.yaml"], "belongs to the process"),
    (["--output", "json:yaml-link"], "belongs to the process"),
    (["--output", "json:yaml-twin"], "belongs to the process"),
    (["--fix", "--output", "json:processctl.yaml"], "belongs to the process"),
]


@pytest.mark.parametrize(("options", "words"), WRONG, ids=[" ".join(one) for one, _ in WRONG])
def test_where_no_report_may_go(options: list[str], words: str, tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    (tmp_path / "sub").mkdir()
    (tmp_path / "link").symlink_to("a")
    (tmp_path / "yaml-link").symlink_to("processctl.yaml")
    os.link(tmp_path / "processctl.yaml", tmp_path / "yaml-twin")
    before = files_below(tmp_path)
    done = call("lint", *options, cwd=tmp_path)
    assert done.status == 2
    assert words in " ".join(done.err.split())
    assert files_below(tmp_path) == before


def test_a_yaml_file_that_is_no_part_of_the_process_may_be_written(tmp_path: Path) -> None:
    starter(tmp_path / "ours")
    assert call("lint", "ours", "--output", "json:report.yaml", cwd=tmp_path).status == 0


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    starter(tmp_path)
    (tmp_path / "closed").mkdir(mode=0o500)
    done = run("lint", "--output", "json:closed/a", cwd=tmp_path, powerless=True)
    assert done.status != 0
    assert '"closed/a" cannot be written: Permission denied.' in done.err
    assert list((tmp_path / "closed").iterdir()) == []


def test_what_comes_from_the_cache_is_reported_the_same(tmp_path: Path) -> None:
    """With ways of stages, reasons of ignores, and repairs."""
    for case in ("crack", "troubled", "fixable"):
        folder = tmp_path / case
        folder.mkdir()
        paths = CASES[case][0](folder)
        home = {"XDG_CACHE_HOME": str(tmp_path / "home")}
        for form in ("sarif", "html", "markdown", "junit", "rdjson", "json"):
            fresh = call("lint", *paths, "--format", form, "--no-cache", cwd=folder, env=home)
            first = call("lint", *paths, "--format", form, cwd=folder, env=home)
            again = call("lint", *paths, "--format", form, cwd=folder, env=home)
            assert fresh.out == first.out == again.out, (case, form)


# Where paths count from


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_hosts_are_told_paths_from_the_repository(form: str, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    folder = starter(tmp_path / "sub" / "ours", NO_OWNER)
    for here in (tmp_path, tmp_path / "sub", folder):
        told = call("lint", folder, "--format", form, cwd=here).out
        assert re.search(r'file=sub/ours/processctl.yaml,|"sub/ours/processctl.yaml"', told)


def test_what_lies_outside_has_an_absolute_address(tmp_path: Path) -> None:
    folder = starter(tmp_path / "ä b", NO_OWNER)
    (tmp_path / "here").mkdir()
    run_ = call("lint", folder, "--format", "sarif", cwd=tmp_path / "here").report["runs"][0]
    place = run_["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place["uri"] == (folder / "processctl.yaml").as_uri()
    assert "uriBaseId" not in place


# On GitHub

GITHUB = {"GITHUB_ACTIONS": "true"}


def test_on_github_annotations_stand_behind_the_text(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    text = call("lint", cwd=tmp_path).out
    done = call("lint", cwd=tmp_path, env=GITHUB)
    stop, word = done.out.splitlines()[0].rsplit("::", 1)
    assert stop == "::stop-commands"
    annotations = call("lint", "--format", "github", cwd=tmp_path).out
    assert done.out == f"::stop-commands::{word}\n{text}::{word}::\n{annotations}"
    assert done.out == call("lint", cwd=tmp_path, env=GITHUB).out


def test_commands_in_names_are_switched_off_on_github(tmp_path: Path) -> None:
    (tmp_path / "::error::x").mkdir()
    write(tmp_path / "::error::x", processctl="processctl: 2\n")
    lines = call("lint", cwd=tmp_path, env=GITHUB).out.splitlines()
    word = lines[0].removeprefix("::stop-commands::")
    end = lines.index(f"::{word}::")
    assert any(line.startswith("::error::x") for line in lines[1:end])
    assert all(line.startswith("::error file=%3A%3Aerror") for line in lines[end + 1 :])


@pytest.mark.parametrize(
    ("options", "env"),
    [
        ([], {"CI": "true"}),
        ([], {"GITHUB_ACTIONS": "false"}),
        (["--format", "text"], GITHUB),
    ],
)
def test_nothing_else_brings_annotations(
    options: list[str], env: dict[str, str], tmp_path: Path
) -> None:
    starter(tmp_path, NO_OWNER)
    assert "::" not in call("lint", *options, cwd=tmp_path, env=env).out


def test_a_report_on_standard_output_has_it_for_itself_on_github(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    done = call("lint", "--output", "json:-", cwd=tmp_path, env=GITHUB)
    assert done.codes == ["PC201"]


@pytest.mark.parametrize(
    ("errors", "notes", "told"),
    [
        (10, 10, None),
        (11, 0, "1 error"),
        (12, 9, "2 errors"),
        (12, 10, "2 errors and 1 note"),
        (0, 12, "3 notes"),
    ],
)
def test_github_is_told_what_it_does_not_show(
    errors: int, notes: int, told: str | None, tmp_path: Path
) -> None:
    exits = "".join(f"      - to: gone{n}\n" for n in range(errors))
    teams = "".join(f"  t{n}: {{}}\n" for n in range(notes))
    write(
        tmp_path,
        processctl="processctl: 1\nlint: {severity: {team-without-lead: info}}\n"
        f"stages:\n  a:\n    start: true\n    exits:\n{exits or '      []'}\nroles: {{r: {{}}}}\nteams:\n  led: {{lead: r}}\n{teams}",
    )
    rules = "unknown-reference,team-without-lead"
    lines = call("lint", "--format", "github", "--select", rules, cwd=tmp_path).out.splitlines()
    kinds = [line.split(" ")[0] for line in lines]
    said = [line for line in lines if "GitHub shows ten" in line]
    assert (kinds.count("::error"), kinds.count("::notice") - len(said)) == (errors, notes)
    if told is None:
        assert said == []
    else:
        (line,) = said
        assert line.endswith(f"only in the log: {told}.")
        assert lines.index(line) == errors, "the first notice is shown whatever else there is"
