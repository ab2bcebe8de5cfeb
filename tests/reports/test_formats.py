"""Each format byte for byte; what others check such reports with has nothing to say against them."""

from __future__ import annotations

import json
import re
import subprocess
import xml.etree.ElementTree as ET  # what is parsed is our own
from pathlib import Path
from typing import Any

import pytest
import xmlschema
from jsonschema import Draft7Validator, Draft202012Validator

from processctl.cli.reporting import FORMATS
from processctl.lint import plugins
from processctl.lint.plugins import registry
from processctl.rules import RULES
from processctl.rules.rule import Rule
from tests.cli.program import REPOSITORY, call, needed, starter
from tests.reports.processes import CASES, FIXABLE, reported
from tests.reports.test_reports import compare
from tests.validators import fetch

HERE = Path(__file__).parent
LANGUAGES = {"markdown": ("en", "fi"), "html": ("en", "fi")}
# What the validator may remark: there is no address of ours to give, no schema but that of the standard,
# no text behind a place in an empty file, and neither copies of files nor word templates.
REMARKS = {"SARIF2002", "SARIF2003", "SARIF2005", "SARIF2006", "SARIF2010", "SARIF2011", "SARIF2012",
           "SARIF2013"}  # fmt: skip


def shortened(form: str, told: str) -> str:
    """A report without what other tests look at: all rules' pages, styles and drawings."""
    if form == "sarif":
        document = json.loads(told)
        document["runs"][0]["tool"]["driver"]["rules"] = "RULES"
        for result in document["runs"][0]["results"]:
            result["ruleIndex"] = "INDEX"
        for name in ("version", "semanticVersion"):
            document["runs"][0]["tool"]["driver"][name] = "VERSION"
        document["runs"][0]["tool"]["driver"]["notifications"] = "NOTIFICATIONS"
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        told = re.sub(r"<svg.*?</svg>", "<svg/>", told, flags=re.DOTALL)
        return re.sub(r"<style.*?</style>", "<style/>", told, flags=re.DOTALL)
    return told


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", sorted(FORMATS.keys() - {"text"}))
def test_each_case(form: str, case: str, tmp_path: Path) -> None:
    for language in LANGUAGES.get(form, ("en",)):
        told = reported(case, form, tmp_path / language / case, "--lang", language).out
        compare(f"{case}.{language}.{form}", shortened(form, told))


# JSON


def strict(schema: Any) -> Any:
    """The schema with no room for keys that it does not name."""
    if isinstance(schema, dict):
        held = {key: strict(value) for key, value in schema.items()}
        if "properties" in schema:
            held["additionalProperties"] = False
        return held
    return [strict(one) for one in schema] if isinstance(schema, list) else schema


def test_the_json_report_fits_its_published_schema(tmp_path: Path) -> None:
    printed = call("schema", "--of", "report", cwd=tmp_path).out
    schema = json.loads((REPOSITORY / "schemas" / "report-v1.json").read_text("utf-8"))
    assert json.loads(printed) == schema
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(strict(schema))
    for case in CASES:
        validator.validate(reported(case, "json", tmp_path / case).report)
    starter(tmp_path / "fix")
    validator.validate(call("lint", "--fix", "--format", "json", cwd=tmp_path / "fix").report)


# SARIF


@pytest.fixture(scope="session")
def modules() -> Path:
    return fetch.packages()


def sarif(case: str, folder: Path, *options: str) -> Any:
    return reported(case, "sarif", folder, *options).report["runs"][0]


def test_sarif_fits_its_schema(modules: Path, tmp_path: Path) -> None:
    schema = json.loads(fetch.sarif_schema(modules).read_text("utf-8-sig"))
    validator = Draft7Validator(schema)
    for case in CASES:
        validator.validate(reported(case, "sarif", tmp_path / case).report)


def test_sarif_s_own_validator_and_github_s_rules_are_content(
    modules: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for case in CASES:
        told = reported(case, "sarif", tmp_path / case).out
        (folder / f"{case}.sarif").write_text(told, encoding="utf-8")
    verdict = tmp_path / "verdict.sarif"
    subprocess.run(
        [fetch.multitool(modules), "validate", *sorted(folder.iterdir()), "--rule-kind", "Sarif;Ghas",
         "--json-schema", fetch.sarif_schema(modules), "--level", "Error;Warning;Note",
         "--output", verdict, "--log", "ForceOverwrite"],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    (run,) = json.loads(verdict.read_text("utf-8-sig"))["runs"]
    assert run["invocations"][0]["executionSuccessful"]
    remarks = {one["ruleId"] for one in run["results"]}
    looked_at = {
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in run["results"]
    }
    assert len(looked_at) == len(CASES)
    assert remarks - REMARKS == set(), [
        one for one in run["results"] if one["ruleId"] not in REMARKS
    ]


def test_sarif_knows_every_rule_and_its_page(tmp_path: Path) -> None:
    for language in ("en", "fi"):
        run = sarif("clean", tmp_path, "--lang", language)
        assert run["language"] == language
        assert run["results"] == []
        rules = run["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == [rule.code for rule in RULES]
        assert len({rule["name"] for rule in rules}) == len(RULES)
        for rule in rules:
            assert rule["help"]["markdown"].startswith(f"# {rule['id']} ")
            assert "```" not in rule["help"]["text"]
            assert "`" not in rule["shortDescription"]["text"]
    assert "Vaiheella ei ole omistajaa" in json.dumps(rules, ensure_ascii=False)


def test_sarif_s_results_point_at_rules_and_files_that_are_there(tmp_path: Path) -> None:
    for case in CASES:
        run = sarif(case, tmp_path / case)
        rules, files = run["tool"]["driver"]["rules"], run["artifacts"]
        for result in run["results"]:
            assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
            (place,) = result["locations"]
            file = place["physicalLocation"]["artifactLocation"]
            if "index" in file:
                assert files[file["index"]]["location"]["uri"] == file["uri"]
            assert re.fullmatch(r"[\w.~%/-]+", file["uri"], re.ASCII)
            assert file["uriBaseId"] in run["originalUriBaseIds"]


def test_findings_of_two_workspaces_are_told_apart(tmp_path: Path) -> None:
    run = sarif("several", tmp_path / "sarif")
    keys = [one["partialFingerprints"]["processctl/v1"] for one in run["results"]]
    assert len(set(keys)) == len(keys) == 2
    assert len({one["properties"]["fingerprint"] for one in run["results"]}) == 1
    told = reported("several", "gitlab", tmp_path / "gitlab").report
    assert len({one["fingerprint"] for one in told}) == len(told) == 2


def test_a_workspace_by_itself_has_the_fingerprints_of_its_findings(tmp_path: Path) -> None:
    (result,) = sarif("crack", tmp_path)["results"]
    assert result["partialFingerprints"]["processctl/v1"] == result["properties"]["fingerprint"]


def test_sarif_says_what_is_silenced_and_why(tmp_path: Path) -> None:
    results = sarif("troubled", tmp_path)["results"]
    silenced = [one for one in results if one["suppressions"]]
    assert [one["suppressions"] for one in silenced] == [
        [{"kind": "inSource", "status": "accepted", "justification": "It is a pool"}]
    ]
    assert len(results) > len(silenced)


def test_sarif_shows_the_way_of_stages_stage_by_stage(tmp_path: Path) -> None:
    (result,) = sarif("crack", tmp_path)["results"]
    ((flow,),) = ([one["threadFlows"][0]["locations"] for one in result["codeFlows"]],)
    told = [
        (
            one["location"]["message"]["text"],
            one["location"]["physicalLocation"]["region"]["startLine"],
        )
        for one in flow
    ]
    assert told == [("Contact", 10), ("Talk", 17)]


def replaced(text: str, start: tuple[int, int], end: tuple[int, int], new: str) -> str:
    """A text with a stretch of it replaced; lines and columns from 1, the end behind."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    first, last = (starts[line - 1] + column - 1 for line, column in (start, end))
    return text[:first] + new + text[last:]


def mended(folder: Path) -> str:
    """What ``--fix`` makes of the case."""
    reported("fixable", "text", folder, "--fix")
    return (folder / "processctl.yaml").read_text("utf-8")


def test_fixes_in_sarif_make_what_fix_makes(tmp_path: Path) -> None:
    run = sarif("fixable", tmp_path / "sarif")
    edits = [
        edit
        for result in run["results"]
        for fix in result["fixes"]
        for change in fix["artifactChanges"]
        for edit in change["replacements"]
    ]
    assert len(edits) > len(run["results"]) > 1
    text = FIXABLE
    for edit in sorted(edits, key=lambda one: _start(one["deletedRegion"]), reverse=True):
        region = edit["deletedRegion"]
        end = (region["endLine"], region["endColumn"])
        text = replaced(text, _start(region), end, edit.get("insertedContent", {}).get("text", ""))
    assert text == mended(tmp_path / "fix") != FIXABLE


def _start(region: dict[str, int]) -> tuple[int, int]:
    return region["startLine"], region["startColumn"]


def test_suggestions_for_reviewdog_make_what_fix_makes(tmp_path: Path) -> None:
    """Its columns count bytes, so the text is taken as bytes."""
    told = reported("fixable", "rdjson", tmp_path / "rdjson").report["diagnostics"]
    text = FIXABLE.encode().decode("latin-1")
    ranges = [(one["suggestions"][0]["range"], one["suggestions"][0]["text"]) for one in told]
    assert len(ranges) > 1
    for where, new in sorted(ranges, key=lambda one: one[0]["start"]["line"], reverse=True):
        start, end = ((where[key]["line"], where[key]["column"]) for key in ("start", "end"))
        text = replaced(text, start, end, new.encode().decode("latin-1"))
    assert text.encode("latin-1").decode() == mended(tmp_path / "fix")


def breaking(journey: object) -> Any:
    raise ZeroDivisionError(journey)


def test_a_rule_that_breaks_down_is_told_of_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, modules: Path
) -> None:
    registry.cache_clear()
    broken = Rule("PC201", "stage-without-owner", "error", "x", breaking)
    known = registry()
    rules = tuple(broken if rule.code == "PC201" else rule for rule in known.rules)
    monkeypatch.setattr(plugins, "registry", lambda: type(known)(rules))
    done = reported("clean", "sarif", tmp_path)
    assert done.status == 3
    run = done.report["runs"][0]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["associatedRule"]["id"] == "PC201"
    assert run["results"] == []
    schema = json.loads(fetch.sarif_schema(modules).read_text("utf-8-sig"))
    Draft7Validator(schema).validate(done.report)
    suite = ET.fromstring(reported("clean", "junit", tmp_path / "junit").out)[0]  # noqa: S314 - our own
    assert suite.get("errors") == "1"


# XML


def test_junit_fits_the_schema_of_jenkins(modules: Path, tmp_path: Path) -> None:
    schema = xmlschema.XMLSchema(str(fetch.junit_schema(modules)))
    for case in CASES:
        schema.validate(reported(case, "junit", tmp_path / case).out)


def test_junit_counts_what_it_holds_and_names_nothing_twice(tmp_path: Path) -> None:
    for case in CASES:
        for suite in ET.fromstring(reported(case, "junit", tmp_path / case).out):  # noqa: S314 - our own
            tests = suite.findall("testcase")
            assert suite.get("tests") == str(len(tests))
            for attribute, tag in (
                ("failures", "failure"),
                ("errors", "error"),
                ("skipped", "skipped"),
            ):
                assert suite.get(attribute) == str(len(suite.findall(f"testcase/{tag}")))
            names = [(one.get("classname"), one.get("name")) for one in tests]
            assert len(set(names)) == len(names)


@pytest.mark.parametrize(("limit", "failures"), [("error", 0), ("warning", 1), ("never", 0)])
def test_a_failed_test_is_a_failed_run(limit: str, failures: int, tmp_path: Path) -> None:
    done = reported("grouped", "junit", tmp_path, "--fail-on", limit)
    assert done.out.count("<failure ") == failures == done.status


def test_checkstyle_fits_its_schema(tmp_path: Path) -> None:
    schema = xmlschema.XMLSchema(str(HERE / "checkstyle.xsd"))
    for case in CASES:
        schema.validate(reported(case, "checkstyle", tmp_path / case).out)


# GitLab, reviewdog


def test_gitlab_s_report_is_as_documented(tmp_path: Path) -> None:
    schema = json.loads((HERE / "gitlab.schema.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    for case in CASES:
        told = reported(case, "gitlab", tmp_path / case).report
        validator.validate(told)
        assert len({one["fingerprint"] for one in told}) == len(told)


def test_reviewdog_s_format_is_valid(modules: Path, tmp_path: Path) -> None:
    files = []
    for case in CASES:
        file = tmp_path / f"{case}.json"
        file.write_text(reported(case, "rdjson", tmp_path / case).out, encoding="utf-8")
        files.append(file)
    assert rdformat(modules, *files) == (0, "")
    bad = tmp_path / "bad.json"
    bad.write_text('{"diagnostics": [{"message": 1}]}')
    assert rdformat(modules, bad)[0] != 0


def rdformat(modules: Path, *files: Path) -> tuple[int, str]:
    """The verdict on files: the status, and what is wrong."""
    program = needed("node", "install Node.js 20 or newer")
    options = ("--strict", "--no-extra-fields")
    done = subprocess.run(
        [program, fetch.rdformat(modules), *options, *files],
        capture_output=True, check=False, timeout=60, text=True,
    )  # fmt: skip
    return done.returncode, done.stdout if done.returncode else ""
