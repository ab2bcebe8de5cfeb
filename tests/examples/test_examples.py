"""The examples say what they are meant to say: to the linter, and to a reader of either language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from processctl.lint.run import lint_workspace
from processctl.rules import RULES

REPOSITORY = Path(__file__).resolve().parent.parent.parent
EXAMPLES = REPOSITORY / "examples"
SCHEMA = json.loads((REPOSITORY / "schemas" / "v1.json").read_text(encoding="utf-8"))
TODAY = date(2027, 2, 1)

# Where an example of ours keeps a key of the language out, and why.
LEFT_OUT = {
    ("file", "uses"): "it is one workspace",
    ("file", "lint"): "it is clean as it is",
    ("header", "ignore"): "nothing is silenced",
    ("ignored", "because"): "nothing is silenced",
    ("ignored", "until"): "nothing is silenced",
    ("lint", "severity"): "it is clean as it is",
    ("lint", "options"): "it is clean as it is",
    ("lint", "fail_on"): "it is clean as it is",
    ("review", "last"): "a review that is never due again would be a lie, any other date grows old",
    ("calendar", "region"): "the company lies where no region has holidays of its own",
}

# Texts that are the same in every language: what people are called, and a link.
SAME_IN_EVERY_LANGUAGE = {("person", "name"), ("change", "documented_in")}

# What the reader of examples/before is to recognise.
BEFORE = {
    ("PC101", "stages.taken_into_use"),
    ("PC201", "stages.fair_cards"),
    ("PC304", "stages.nurture"),
    ("PC306", "stages.in_sales"),
    ("PC306", "stages.offer"),
    ("PC307", "stages.mql"),
    ("PC311", "stages.customer"),
    ("PC401", "stages.mql → in_sales"),
    ("PC402", "stages.in_sales"),
    ("PC403", "stages.mql → in_sales"),
    ("PC404", "stages.taken_into_use → offer"),
    ("PC407", "stages.taken_into_use → offer"),
    ("PC414", "stages.customer → in_sales"),
    ("PC503", "stages.web_contact"),
    ("PC503", "stages.web_contact"),
    ("PC610", "systems.crm"),
    ("PC610", "systems.newsletter_tool"),
    ("PC701", "stages.mql → in_sales"),
    ("PC702", "feedback.complaints"),
    ("PC705", "forums.sales_meeting"),
    ("PC801", "metrics"),
    ("PC808", "stages.closed_lost"),
}

# What is missing in published processes, by the ids of docs/real-processes.md.
PUBLISHED = [
    ("gitlab", "GL-2", "PC514", "promises.never_pending_again"),
    ("gitlab", "GL-2", "PC514", "promises.never_unqualified_late"),
    *(
        ("gitlab", "GL-3", "PC306", f"stages.{stage}")
        for stage in (
            "accepted",
            "qualifying",
            "discovery",
            "scoping",
            "technical_evaluation",
            "proposal",
            "negotiating",
            "awaiting_signature",
            "closing",
        )
    ),
    ("gitlab", "GL-4", "PC413", "stages.mql"),
    ("gitlab", "GL-5", "PC415", "stages.inquiry → mql #3"),
    ("gitlab", "GL-6", "PC502", "criteria.boost_for_second_mql"),
    ("gitlab", "GL-11", "PC413", "stages.discovery"),
    ("posthog", "PH-1", "PC306", "stages.paying_account"),
    ("posthog", "PH-4", "PC513", "stages.product_evaluation"),
    ("posthog", "PH-3", "PC201", "stages.lead_pool"),
    ("posthog", "PH-3", "PC306", "stages.lead_pool"),
    ("posthog", "PH-5", "PC502", "stages.closed_lost → bdr_campaign"),
    ("posthog", "PH-6", "PC606", "stages.inbound_lead"),
    ("posthog", "PH-7", "PC306", "stages.nurturing"),
    ("posthog", "PH-7", "PC201", "stages.self_serve_mails"),
    ("posthog", "PH-7", "PC201", "stages.spam_dropped"),
    ("posthog", "PH-9", "PC204", "stages.bdr_campaign"),
    ("espocrm", "CR-1", "PC303", "stages.recycled"),
    ("espocrm", "CR-1", "PC303", "stages.dead"),
    ("espocrm", "CR-2", "PC516", "stages.in_process → converted"),
    *(
        ("espocrm", "CR-3", "PC306", f"stages.{stage}")
        for stage in ("new", "assigned", "in_process")
    ),
    ("gitlab_success", "GS-1", "PC211", "stages.introduction"),
    ("gitlab_success", "GS-1", "PC415", "stages.sale → introduction #2"),
    ("gitlab_success", "GS-2", "PC515", "stages.health_check"),
    ("gitlab_success", "GS-3", "PC706", "forums.regional_leaders"),
    ("gitlab_success", "GS-3", "PC706", "forums.cro_review"),
    ("gitlab_success", "GS-4", "PC320", "stages.will_churn"),
    ("gitlab_success", "GS-4", "PC709", "stages.will_churn"),
    ("gitlab_success", "GS-4", "PC702", "feedback.at_risk_updates"),
    ("gitlab_success", "GS-5", "PC307", "stages.onboarding"),
    *(
        ("sourcegraph", "SG-1", "PC303", f"stages.{stage}")
        for stage in ("nurture", "self_service", "replied", "unresponsive", "bad_data")
    ),
    ("sourcegraph", "SG-1", "PC403", "stages.new → interest"),
    ("sourcegraph", "SG-1", "PC320", "stages.closed_lost"),
    *(
        ("sourcegraph", "SG-2", "PC201", f"stages.{stage}")
        for stage in (
            "nurture",
            "self_service",
            "replied",
            "unresponsive",
            "unqualified",
            "bad_data",
        )
    ),
    ("sourcegraph", "SG-2", "PC313", "stages.new"),
    ("sourcegraph", "SG-2", "PC313", "stages.bad_data"),
    ("sourcegraph", "SG-3", "PC305", "stages.interest"),
    ("sourcegraph", "SG-3", "PC306", "stages.needs_more_work"),
    ("sourcegraph", "SG-4", "PC307", "stages.new"),
    ("sourcegraph", "SG-4", "PC319", "process"),
    ("sourcegraph", "SG-5", "PC520", "criteria.mql_of_the_sales_page"),
    ("sourcegraph", "SG-7", "PC211", "stages.needs_more_work"),
    ("revops", "RT-1", "PC101", "stages.sql → recycled"),
    ("revops", "RT-1", "PC201", "stages.recycling_nurture"),
    *(
        ("revops", "RT-3", "PC211", f"stages.{stage}")
        for stage in ("mql", "sql", "customer", "evangelist")
    ),
    ("revops", "RT-4", "PC101", "stages.opportunity → closed_lost"),
    ("revops", "RT-4", "PC101", "stages.customer → churned"),
    ("revops", "RT-6", "PC407", "stages.mql → recycling_nurture"),
    ("revops", "RT-7", "PC319", "process"),
]

# What is wrong with a file, and not with the process that it tells of.
ILL_FORMED = ("PC0", "PC101", "PC103", "PC104", "PC105", "PC501", "PC511", "PC99")

# A published process is well formed, but for names that its text uses and does not define.
UNDEFINED = {
    "revops": [
        ("PC101", "stages.customer → churned"),
        ("PC101", "stages.opportunity → closed_lost"),
        ("PC101", "stages.sql → recycled"),
    ],
}

# What the README of a published process has to name: where the text stands, and its licence if it has one.
SOURCES = {
    "gitlab": ["CC BY-SA 4.0"],
    "gitlab_success": ["CC BY-SA 4.0", "2a948007"],
    "posthog": ["018a0bfa"],
    "espocrm": ["00ed8e84"],
    "sourcegraph": ["Apache-2.0", "ff203e26"],
    "revops": ["1c59c5ca"],
}

NAMES = ("before", "after", *SOURCES)


def _findings(name: str) -> list[tuple[str, str]]:
    """Code and element of every finding, those that are told as one included."""
    result = lint_workspace(EXAMPLES / name, TODAY)
    assert not result.failed
    return [
        (one.code, one.element)
        for finding in result.findings
        for one in (finding.members or (finding,))
    ]


def test_before_has_the_faults_that_a_reader_recognises() -> None:
    assert sorted(_findings("before")) == sorted(BEFORE)


def test_after_has_no_findings() -> None:
    result = lint_workspace(EXAMPLES / "after", TODAY)
    assert not result.failed
    assert [(one.code, one.element) for one in result.findings] == []
    assert result.silenced == ()


@pytest.mark.parametrize(
    ("name", "gap", "code", "element"),
    PUBLISHED,
    ids=[f"{gap}-{element}" for _, gap, _, element in PUBLISHED],
)
def test_published_process_has_its_gap(name: str, gap: str, code: str, element: str) -> None:
    assert (code, element) in _findings(name), gap


@pytest.mark.parametrize("name", SOURCES)
def test_published_process_is_well_formed(name: str) -> None:
    broken = [one for one in _findings(name) if one[0].startswith(ILL_FORMED)]
    assert sorted(broken) == UNDEFINED.get(name, [])


def test_after_uses_the_whole_language() -> None:
    used = {use.key for path in _files("after") for use in _uses(path)}
    assert _all_keys() - used == set(LEFT_OUT)


@pytest.mark.parametrize("name", ["before", "after"])
def test_every_text_is_in_both_languages(name: str) -> None:
    texts = [
        (use.place, text)
        for path in _files(name)
        for use in _uses(path)
        for text in use.texts
        if use.place not in SAME_IN_EVERY_LANGUAGE
    ]
    assert len(texts) > 50
    assert [one for one in texts if not _is_in_both(one[1])] == []


@pytest.mark.parametrize("name", NAMES)
def test_readme_says_where_it_comes_from(name: str) -> None:
    text = (EXAMPLES / name / "README.md").read_text(encoding="utf-8")
    assert re.search(r"^## (Sources|Where it comes from)$", text, re.MULTILINE)
    assert re.search(r"^## What could not be said$", text, re.MULTILINE)
    if name in SOURCES:
        assert [source for source in SOURCES[name] if source not in text] == []
        assert "https://" in text


def test_readme_of_before_names_its_findings() -> None:
    text = (EXAMPLES / "before" / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"PC\d{3}", text)) == {code for code, _ in BEFORE}


def test_list_of_real_processes_is_complete_and_up_to_date() -> None:
    text = (REPOSITORY / "docs" / "real-processes.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([A-Z]{2})-(\d+) \|.*\|$", text, re.MULTILINE)
    listed: dict[str, list[int]] = {}
    for family, number in rows:
        listed.setdefault(family, []).append(int(number))
    counts = {"GL": 12, "GS": 5, "SG": 7, "PH": 9, "HS": 4, "CR": 3, "DW": 1, "RT": 7}
    assert listed == {family: list(range(1, count + 1)) for family, count in counts.items()}
    codes = {rule.code for rule in RULES}
    awaited = set()
    for line in text.splitlines():
        for clause in re.findall(r"\*\*not yet\*\*[^.;|]*", line):
            awaited |= set(re.findall(r"PC\d{3}", clause))
    assert awaited & codes == set(), "these rules exist now: say what they find"
    assert set(re.findall(r"PC\d{3}", text)) - awaited <= codes


# What of the schema a file uses, and which texts it holds.


def _files(name: str) -> list[Path]:
    return sorted((EXAMPLES / name).glob("*.yaml"))


def _is_in_both(text: object) -> bool:
    return isinstance(text, dict) and set(text) == {"en", "fi"}


@dataclass(frozen=True)
class _Use:
    """One use of a key: the key of the language, where it stands, and the texts right below it."""

    key: tuple[str, str]
    place: tuple[str, str]
    texts: tuple[object, ...]


def _uses(path: Path) -> Iterator[_Use]:
    """Every use of a key in a file. The base loader makes texts, lists and maps and nothing else."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    yield from _below(SCHEMA, data, "file")


def _below(node: dict[str, Any], data: object, owner: str) -> Iterator[_Use]:
    node, owner = _resolved(node, data, owner)
    if isinstance(data, dict):
        properties = node.get("properties", {})
        rest = node.get("additionalProperties")
        for key, value in data.items():
            if key in properties:
                texts = tuple(_texts(properties[key], value))
                yield _Use(_named(owner, key, properties[key]), (owner, key), texts)
                yield from _below(properties[key], value, owner)
            elif isinstance(rest, dict):
                yield _Use((owner, "*"), (owner, "*"), tuple(_texts(rest, value)))
                yield from _below(rest, value, owner)
    elif isinstance(data, list) and "items" in node:
        for value in data:
            yield from _below(node["items"], value, owner)


def _texts(node: dict[str, Any], data: object) -> Iterator[object]:
    """The texts that a value holds, not counting those below keys of its own."""
    if node.get("$ref") in ("#/$defs/text", "#/$defs/header_name", "#/$defs/header_about"):
        yield data
        return
    node, _ = _resolved(node, data, "", stop="text")
    if node.get("$ref") == "#/$defs/text":
        yield data
    elif isinstance(data, list) and "items" in node:
        for value in data:
            if not (_may_refer(node["items"]) and isinstance(value, str) and _is_id(value)):
                yield from _texts(node["items"], value)


def _resolved(
    node: dict[str, Any], data: object, owner: str, stop: str = ""
) -> tuple[dict[str, Any], str]:
    """Follow references and conditions, as far as they lead for this value."""
    while True:
        if "$ref" in node:
            name = str(node["$ref"]).rpartition("/")[2]
            if name == stop:
                return node, owner
            node, owner = SCHEMA["$defs"][name], name
        elif "if" in node:
            condition = {**node["if"], "$defs": SCHEMA["$defs"]}
            branch = "then" if Draft202012Validator(condition).is_valid(data) else "else"
            if branch not in node:
                return node, owner
            node = node[branch]
        else:
            return node, owner


def _may_refer(node: dict[str, Any]) -> bool:
    return node.get("$ref") == "#/$defs/text"


def _is_id(value: str) -> bool:
    return re.fullmatch(r"[a-z][a-z0-9_]*", value) is not None


def _named(owner: str, key: str, node: dict[str, Any]) -> tuple[str, str]:
    """A key with what it belongs to; the keys that every element has belong to all together."""
    shared = str(node.get("$ref", "")).startswith("#/$defs/header_")
    return ("header" if shared else owner, key)


def _all_keys() -> set[tuple[str, str]]:
    """Every key of the language."""
    keys = {("file", key) for key in SCHEMA["properties"]}
    for owner, definition in SCHEMA["$defs"].items():
        for key, node in definition.get("properties", {}).items():
            keys.add(_named(owner, key, node))
    return keys
