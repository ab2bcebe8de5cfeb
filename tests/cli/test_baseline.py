"""The baseline: what a team knows of is not shown, and nothing else is hidden by it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import (
    NO_ESCALATION,
    NO_OWNER,
    PC201,
    PC307,
    REPOSITORY,
    Done,
    call,
    git,
    run,
    starter,
    write,
)

FILE = "processctl-baseline.json"
DAY = ("--today", "2026-11-23")
KNOWN = ("--baseline", FILE)


def lint(folder: Path, *arguments: str | Path) -> Done:
    return call("lint", *DAY, *KNOWN, *arguments, cwd=folder)


def update(folder: Path, *arguments: str | Path) -> Done:
    return call("baseline", "update", *DAY, *arguments, cwd=folder)


def held(folder: Path) -> Any:
    return json.loads((folder / FILE).read_text("utf-8"))["workspaces"]


def codes(folder: Path, workspace: str = ".") -> list[str]:
    return [entry["code"] for entry in held(folder).get(workspace, [])]


def fields(*names: str, system: str = "") -> str:
    """A workspace whose fields have no owner and no system, but for one."""
    listed = "".join(
        f"  {name}: {{type: text{', system: crm' if name == system else ''}}}\n" for name in names
    )
    return f"processctl: 1\nsystems: {{crm: {{}}}}\nfields:\n{listed}"


# What is known is not shown


def test_what_is_known_is_neither_shown_nor_counted(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    assert lint_without(tmp_path).status == 1
    done = update(tmp_path)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[0] == f'"{FILE}": 0 known as before, 0 taken out, 1 taken in.'
    assert done.out.splitlines()[1].startswith("+ PC201 stage-without-owner: stages.")
    told = lint(tmp_path)
    assert (told.status, told.err) == (0, "")
    assert "no findings" in told.out
    assert "1 finding known from the baseline is not shown." in told.out
    assert "PC201" not in told.out


def lint_without(folder: Path) -> Done:
    return call("lint", *DAY, cwd=folder)


def test_what_is_new_is_shown_and_fails(tmp_path: Path) -> None:
    starter(tmp_path, NO_ESCALATION)
    update(tmp_path)
    starter(tmp_path, NO_ESCALATION, NO_OWNER)
    done = lint(tmp_path, "--format", "json")
    assert (done.status, done.codes) == (1, [PC201])
    (workspace,) = done.report["workspaces"]
    assert [one["code"] for one in workspace["known"]] == [PC307]
    assert workspace["counts"]["known"] == 1


def test_edits_elsewhere_do_not_shake_it(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    update(tmp_path)
    before = (tmp_path / FILE).read_bytes()
    text = (tmp_path / "processctl.yaml").read_text("utf-8")
    (tmp_path / "processctl.yaml").write_text("# A remark\n\n\n" + text, encoding="utf-8")
    assert lint(tmp_path, "--fail-on-stale").status == 0
    update(tmp_path)
    assert (tmp_path / FILE).read_bytes() == before


def test_verbose_lists_what_is_not_shown(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    update(tmp_path)
    assert "[PC201 stage-without-owner]" in lint(tmp_path, "--verbose").out


def test_it_speaks_finnish(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    assert "lisätty 1" in update(tmp_path, "--lang", "fi").out
    assert (
        "Lähtötasosta tuttuja, pois jätettyjä havaintoja on 1."
        in lint(tmp_path, "--lang", "fi").out
    )
    starter(tmp_path)
    assert "joita" not in lint(tmp_path, "--lang", "fi").err
    assert "Lähtötasossa on 1 havainto, jota ei enää ole:" in lint(tmp_path, "--lang", "fi").err
    message = held(tmp_path)["."][0]["message"]
    assert message.endswith("has no owner.")  # for every reader of the file the same words


# Groups


def test_a_new_member_of_a_known_group_is_shown_alone(tmp_path: Path) -> None:
    write(tmp_path, processctl=fields("a", "b", "c"))
    update(tmp_path)
    assert codes(tmp_path).count("PC602") == 3
    assert "PC602" not in lint(tmp_path, "--format", "json").codes
    write(tmp_path, processctl=fields("a", "b", "c", "d"))
    done = lint(tmp_path, "--format", "json", "--select", "PC602")
    (finding,) = done.report["workspaces"][0]["findings"]
    assert finding["element"] == "fields.d"
    assert finding["members"] == []
    assert done.report["workspaces"][0]["counts"]["known"] == 3


def test_a_group_that_dissolves_brings_nothing_new(tmp_path: Path) -> None:
    write(tmp_path, processctl=fields("a", "b", "c"))
    update(tmp_path)
    write(tmp_path, processctl=fields("a", "b", "c", system="b"))
    done = lint(tmp_path, "--format", "json", "--select", "PC602")
    assert done.codes == []
    (stale,) = done.report["workspaces"][0]["stale"]
    assert stale["element"] == "fields.b"


def test_a_group_of_new_findings_stays_one(tmp_path: Path) -> None:
    starter(tmp_path)
    update(tmp_path)
    write(tmp_path, processctl=fields("a", "b", "c"))
    done = lint(tmp_path, "--format", "json", "--select", "PC602")
    (finding,) = done.report["workspaces"][0]["findings"]
    assert len(finding["members"]) == 3


# What has gone


def test_what_has_gone_is_told_with_what_helps(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER, NO_ESCALATION)
    update(tmp_path)
    starter(tmp_path, NO_ESCALATION)
    done = lint(tmp_path)
    assert done.status == 0
    assert done.err.splitlines()[0] == "1 entry of the baseline fits no finding any more:"
    assert done.err.splitlines()[1].startswith("  PC201 stage-without-owner: stages.")
    assert done.err.splitlines()[2] == '"processctl baseline update" brings it up to date.'
    assert lint(tmp_path, "--fail-on-stale").status == 1
    assert lint(tmp_path, "--fail-on-stale", "--exit-zero").status == 0
    assert lint(tmp_path, "--quiet").err == ""
    assert lint(tmp_path, "--quiet", "--fail-on-stale").err != ""
    assert (
        update(tmp_path).out.splitlines()[0].endswith("1 known as before, 1 taken out, 0 taken in.")
    )
    assert lint(tmp_path, "--fail-on-stale").status == 0


def test_what_a_graver_finding_stands_for_has_not_gone(tmp_path: Path) -> None:
    """A stage that nothing leads to is told, and not that cases would stay there for ever."""
    way = """\
processctl: 1
stages:
  lead: {owner: anna, start: {from: [web]}, exits: [{to: %s}]}
  offer: {owner: anna, exits: [{to: customer}]}
  customer: {outcome: won, owner: anna}
people: {anna: {}}
"""
    write(tmp_path, processctl=way % "offer")
    update(tmp_path)
    assert "stages.offer" in [
        one["element"] for one in held(tmp_path)["."] if one["code"] == "PC306"
    ]
    write(tmp_path, processctl=way % "customer")
    done = lint(tmp_path, "--format", "json", "--select", "PC3", "--fail-on-stale")
    assert (done.codes, done.err) == (["PC302"], "")
    done = update(tmp_path)
    assert "PC306" not in done.out
    assert "stages.offer" in [
        one["element"] for one in held(tmp_path)["."] if one["code"] == "PC306"
    ]
    write(tmp_path, processctl=way % "offer")
    assert lint(tmp_path, "--format", "json", "--select", "PC3").codes == []


def test_an_ignore_makes_an_entry_needless(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    update(tmp_path)
    silence = "    ignore: {PC201: {because: We are looking for somebody}}\n    does:"
    starter(tmp_path, (NO_OWNER[0], silence))
    assert lint(tmp_path, "--fail-on-stale").status == 1


@pytest.mark.parametrize("narrow", [("--select", "PC307"), ("--skip", "stage-without-owner")])
def test_entries_of_rules_that_are_not_shown_are_left_alone(
    narrow: tuple[str, str], tmp_path: Path
) -> None:
    starter(tmp_path, NO_OWNER, NO_ESCALATION)
    update(tmp_path)
    starter(tmp_path, NO_ESCALATION)
    done = lint(tmp_path, *narrow, "--fail-on-stale")
    assert (done.status, done.err) == (0, "")
    assert "1 finding known from the baseline is not shown." in done.out


def test_where_not_all_can_be_read_nothing_has_gone(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    update(tmp_path)
    before = (tmp_path / FILE).read_bytes()
    starter(tmp_path)
    write(tmp_path, more="stages: [")
    done = lint(tmp_path, "--fail-on-stale", "--format", "json")
    assert (done.status, done.codes, done.err) == (1, ["PC001"], "")
    done = update(tmp_path)
    assert done.status == 1
    assert "more.yaml:1:9: error" in done.err
    assert "Nothing is written" in done.err
    assert (tmp_path / FILE).read_bytes() == before


# Nothing comes in unasked


def test_new_findings_come_in_only_when_asked(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    update(tmp_path)
    starter(tmp_path, NO_OWNER, NO_ESCALATION)
    done = update(tmp_path)
    assert done.status == 0
    assert "1 finding is new and was left out; --add-new takes it in:" in done.out
    assert done.out.splitlines()[-1].startswith("  PC307 stage-without-escalation: stages.")
    assert codes(tmp_path) == [PC201]
    done = update(tmp_path, "--add-new")
    assert done.out.splitlines()[1].startswith("+ PC307 ")
    assert codes(tmp_path) == [PC201, PC307]
    assert lint(tmp_path).status == 0


def test_what_cannot_be_read_and_what_is_processctl_s_own_never_come_in(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER, behind="lint: {severity: {no-such-rule: error}}\n")
    update(tmp_path)
    assert codes(tmp_path) == [PC201]
    assert lint(tmp_path, "--format", "json").codes == ["PC993"]


def test_nothing_is_written_where_nothing_changes(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    update(tmp_path)
    stamp = (tmp_path / FILE).stat().st_mtime_ns
    update(tmp_path)
    assert (tmp_path / FILE).stat().st_mtime_ns == stamp
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".tmp"] == []


def test_one_finding_stands_on_one_line_in_order(tmp_path: Path) -> None:
    shutil.copytree(REPOSITORY / "examples" / "before", tmp_path / "before")
    update(tmp_path)
    lines = (tmp_path / FILE).read_text("utf-8").splitlines()
    entries = [line for line in lines if line.strip().startswith('{"code"')]
    assert len(entries) == len(codes(tmp_path, "before"))
    assert entries[:-1] == sorted(entries[:-1])
    assert [json.loads(line.rstrip(",")) for line in entries] == held(tmp_path)["before"]


def test_signs_that_turn_a_line_round_are_written_as_escapes(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER, ("name: In sales", 'name: "a\\u202eb\\u001bc\\U000E0041d"'))
    update(tmp_path)
    text = (tmp_path / FILE).read_text("utf-8")
    assert all(sign.isprintable() or sign == "\n" for sign in text)
    assert "\x1b" not in update(tmp_path).out
    assert lint(tmp_path).status == 0
    starter(tmp_path)
    done = lint(tmp_path)
    assert "PC201" in done.err
    assert "\x1b" not in done.err
    assert "\u202e" not in done.err


# Several workspaces


def two(folder: Path) -> Path:
    starter(folder / "one", NO_OWNER)
    starter(folder / "two", NO_OWNER)
    return folder


def test_equal_findings_of_two_workspaces_do_not_hide_each_other(tmp_path: Path) -> None:
    two(tmp_path)
    update(tmp_path, "one")
    assert list(held(tmp_path)) == ["one"]
    done = lint(tmp_path, "--format", "json")
    counts = {one["root"]: one["counts"] for one in done.report["workspaces"]}
    assert (counts["one"]["error"], counts["two"]["error"]) == (0, 1)


def test_workspaces_that_are_not_named_keep_their_entries(tmp_path: Path) -> None:
    two(tmp_path)
    update(tmp_path)
    starter(tmp_path / "one")
    starter(tmp_path / "two")
    done = update(tmp_path, "two")
    assert list(held(tmp_path)) == ["one"]
    assert done.out.splitlines()[0].endswith("1 known as before, 1 taken out, 0 taken in.")


def test_it_is_the_same_from_anywhere(tmp_path: Path) -> None:
    two(tmp_path)
    update(tmp_path)
    below = tmp_path / "one"
    done = call("lint", *DAY, "--baseline", f"../{FILE}", cwd=below)
    assert done.status == 0
    before = (tmp_path / FILE).read_bytes()
    call("baseline", "update", *DAY, "--baseline", f"../{FILE}", cwd=below)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_workspace_that_has_moved_is_found_again(tmp_path: Path) -> None:
    two(tmp_path)
    starter(tmp_path / "two")
    update(tmp_path)
    (tmp_path / "one").rename(tmp_path / "our process")
    done = lint(tmp_path, "--fail-on-stale")
    assert done.status == 1
    assert (
        'The baseline has 1 finding of the workspace "one", which is not there; it seems to be '
        '"our process" now.'
    ) in done.err
    done = update(tmp_path)
    assert 'The workspace "one" is not there; it is "our process" now.' in done.out
    assert list(held(tmp_path)) == ["our process"]
    assert lint(tmp_path, "--fail-on-stale").status == 0


def test_a_workspace_that_has_gone_takes_its_entries_along(tmp_path: Path) -> None:
    two(tmp_path)
    starter(tmp_path / "two")
    update(tmp_path)
    shutil.rmtree(tmp_path / "one")
    assert 'of the workspace "one", which is not there.' in lint(tmp_path).err
    assert update(tmp_path).out.splitlines()[1].startswith("- PC201")
    assert held(tmp_path) == {}


# Together with other options


def test_what_is_known_is_not_mended(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    update(tmp_path)
    before = (tmp_path / "processctl.yaml").read_bytes()
    done = lint(tmp_path, "--fix", "--unsafe")
    assert done.status == 0
    assert (tmp_path / "processctl.yaml").read_bytes() == before
    assert call("lint", *DAY, "--diff", "--unsafe", cwd=tmp_path).status == 1
    assert lint(tmp_path, "--diff", "--unsafe").status == 0


def test_standard_input_is_judged_by_it_too(tmp_path: Path) -> None:
    text = (starter(tmp_path, NO_OWNER) / "processctl.yaml").read_bytes()
    update(tmp_path)
    starter(tmp_path)
    done = call(
        "lint", *DAY, *KNOWN, "-", "--stdin-filename", "processctl.yaml", cwd=tmp_path, stdin=text
    )
    assert (done.status, done.err) == (0, "")


def test_it_goes_by_way_of_the_cache(tmp_path: Path) -> None:
    starter(tmp_path / "a", NO_OWNER)
    env = {"XDG_CACHE_HOME": str(tmp_path / "home")}
    run("baseline", "update", *DAY, cwd=tmp_path, env=env)
    fresh = run("lint", *DAY, *KNOWN, "--no-cache", cwd=tmp_path, env=env)
    assert "1 finding known" in fresh.out
    for _ in range(2):
        assert run("lint", *DAY, *KNOWN, cwd=tmp_path, env=env) == fresh
    assert list((tmp_path / "a" / ".processctl_cache").glob("*.json"))


@pytest.mark.parametrize("command", [("prove",), ("assess",), ("test",)])
def test_proofs_and_judgements_know_no_baseline(command: tuple[str], tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    before = call(*command, cwd=tmp_path)
    update(tmp_path)
    assert call(*command, cwd=tmp_path) == before
    assert call(*command, *KNOWN, cwd=tmp_path).status == 2


def test_a_workspace_cannot_name_one(tmp_path: Path) -> None:
    starter(tmp_path, behind=f"lint: {{baseline: {FILE}}}\n")
    assert "PC003" in call("lint", "--format", "json", cwd=tmp_path).codes


# A file that is not what it should be

ENTRY = {"code": "PC201", "name": "n", "element": "e", "message": "m", "fingerprint": "f"}


def whole(*entries: object, **also: object) -> str:
    held = {"processctl_baseline": 1, "workspaces": {".": list(entries)}, **also}
    return json.dumps(held, indent=1)


@pytest.mark.parametrize(
    ("text", "place", "why"),
    [
        ("", "1:1", "this is no JSON"),
        ("not JSON", "1:1", "this is no JSON"),
        ('{"processctl_baseline": 1,\n "workspaces": {} 1}', "2:19", "this is no JSON"),
        ("[]", "1:1", "a map in braces is wanted here"),
        ("{}", "1:1", 'the key "processctl_baseline" is missing: this is no baseline'),
        ('{"processctl_baseline": 2}', "1:2", "processctl reads version 1"),
        ('{\n"processctl_baseline": true}', "2:1", "processctl reads version 1"),
        ('{"processctl_baseline": NaN}', "1:2", "processctl reads version 1"),
        ('{"processctl_baseline": ' + "9" * 5000 + "}", "1:2", "processctl reads version 1"),
        ('{"processctl_baseline": 1}', "1:1", 'the key "workspaces" is missing'),
        (whole(workspace={}), "6:2", 'there is no key "workspace"; did you mean "workspaces"?'),
        ('{"processctl_baseline": 1, "workspaces": []}', "1:28", "a map in braces is wanted"),
        ('{"processctl_baseline": 1, "workspaces": {"a": 1}}', "1:43", "a list of findings"),
        (whole(ENTRY, 7), "12:4", "a map in braces is wanted here"),
        (whole({**ENTRY, "code": 201}), "6:5", "a text in quotes is wanted here"),
        (whole({**ENTRY, "line": 3}), "11:5", 'there is no key "line"'),
        (whole({"code": "PC201"}), "5:4", 'the key "name" is missing'),
        (whole({**ENTRY, "code": "PC001"}), "6:5", "findings of PC001 cannot stand in a baseline"),
        (whole({**ENTRY, "code": "PC999"}), "6:5", "findings of PC999 cannot stand in a baseline"),
        (whole({**ENTRY, "name": "\ud800"}), "7:5", "half a sign stands here"),
        (whole().replace('".": []', '".": [],\n  ".": []'), "5:3", 'the key "." stands here twice'),
        (whole().replace("{", "{\n<<<<<<< HEAD\n", 1), "2:1", "the conflict is not settled"),
        ("[" * 100_000, "1:21", "this goes too deep"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_garbled_one_is_an_error_with_its_place(
    text: str, place: str, why: str, tmp_path: Path
) -> None:
    starter(tmp_path, NO_OWNER)
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    for done in (lint(tmp_path), update(tmp_path, "--add-new")):
        assert (done.status, done.out) == (2, "")
        assert f'"{FILE}:{place}": ' in done.err
        assert why in done.err
    assert (tmp_path / FILE).read_text("utf-8") == text


def test_one_that_is_not_there(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    done = lint(tmp_path)
    assert done.status == 2
    assert f'There is no baseline "{FILE}". "processctl baseline update" writes one.' in done.err
    update(tmp_path)
    done = call("lint", "--baseline", "processctl-basline.json", cwd=tmp_path)
    assert f'Did you mean "{FILE}"?' in done.err


def test_nothing_is_stale_without_one(tmp_path: Path) -> None:
    done = call("lint", "--fail-on-stale", cwd=starter(tmp_path))
    assert (done.status, "name it with --baseline" in done.err) == (2, True)


def test_one_that_is_no_file(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    (tmp_path / FILE).mkdir()
    for done in (lint(tmp_path), update(tmp_path)):
        assert done.status == 2
        assert f'"{FILE}" is a folder; name a file.' in done.err
    done = call("baseline", "update", "--baseline", "nowhere/b.json", cwd=tmp_path)
    assert (done.status, 'There is no folder "nowhere".' in done.err) == (2, True)


def test_one_without_end(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    (tmp_path / FILE).write_text(" " * 5_000_000 + "{}", encoding="utf-8")
    done = lint(tmp_path)
    assert done.status == 2
    assert "--limit file_size=N" in done.err
    (tmp_path / FILE).write_bytes(b"\xff\xfe")
    assert lint(tmp_path).status == 2


def test_one_that_lies_elsewhere(tmp_path: Path) -> None:
    starter(tmp_path / "ours", NO_OWNER)
    git(tmp_path / "ours", "init", "-q")
    call("baseline", "update", "--baseline", FILE, cwd=tmp_path / "ours")
    (tmp_path / "ours" / FILE).rename(tmp_path / FILE)
    for command in (("lint",), ("baseline", "update")):
        done = call(*command, "--baseline", f"../{FILE}", cwd=tmp_path / "ours")
        assert done.status == 2
        assert "does not lie in the repository of the workspace" in done.err
    (tmp_path / "ours" / FILE).symlink_to(tmp_path / FILE)
    done = lint(tmp_path / "ours")
    assert (done.status, "out of the repository" in done.err) == (2, True)


def test_an_entry_that_says_one_thing_hides_no_other(tmp_path: Path) -> None:
    starter(tmp_path, NO_OWNER)
    update(tmp_path)
    text = (tmp_path / FILE).read_text("utf-8").replace('"PC201"', '"PC313"')
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    done = lint(tmp_path, "--format", "json")
    assert (done.status, done.codes) == (1, [PC201])


def test_a_file_that_may_not_be_written_is_left(tmp_path: Path) -> None:
    starter(tmp_path / "a", NO_OWNER)
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed").chmod(0o555)
    done = run(
        "baseline", "update", "--baseline", "closed/b.json", cwd=tmp_path, powerless=True
    )  # fmt: skip
    (tmp_path / "closed").chmod(0o755)
    assert (done.status, "cannot be written" in done.err) == (2, True)
