"""``init`` and ``schema``: how a process begins."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from processctl.cli import init
from processctl.cli.write import write_atomically
from tests.cli.program import call, files_below, run

WRITTEN = ["processctl.schema.json", "processctl.yaml"]


@pytest.mark.parametrize("language", ["en", "fi"])
def test_the_starter_lints_without_any_finding(language: str, tmp_path: Path) -> None:
    made = run("init", "our process", "--lang", language, cwd=tmp_path)
    assert (made.status, made.err) == (0, "")
    assert made.out.splitlines() == [f"our process/{name}" for name in reversed(WRITTEN)]
    assert sorted(files_below(tmp_path / "our process")) == WRITTEN
    done = run("lint", "our process", "--format", "json", "--fail-on", "info", cwd=tmp_path)
    (workspace,) = done.report["workspaces"]
    assert (done.status, workspace["findings"], workspace["silenced"]) == (0, [], [])
    assert workspace["stages"] == 5
    assert done.report["language"] == "en"
    assert run("render", "our process", "-o", "x.svg", cwd=tmp_path).status == 0


def test_the_locale_chooses_the_starter(tmp_path: Path) -> None:
    call("init", "a", cwd=tmp_path, env={"LANG": "fi_FI.UTF-8"})
    call("init", "b", "--lang", "fi", cwd=tmp_path)
    assert files_below(tmp_path / "a") == files_below(tmp_path / "b")
    assert "languages: [fi]" in (tmp_path / "a" / "processctl.yaml").read_text(encoding="utf-8")


def test_folders_above_are_made_too_and_files_are_for_everybody(tmp_path: Path) -> None:
    assert call("init", "x/y/z", cwd=tmp_path).status == 0
    mask = os.umask(0)
    os.umask(mask)
    for name in WRITTEN:
        assert (tmp_path / "x" / "y" / "z" / name).stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_folder_with_other_files_is_welcome(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert call("init", ".", cwd=tmp_path).status == 0
    assert sorted(files_below(tmp_path)) == ["notes.txt", *WRITTEN]
    assert (tmp_path / "notes.txt").read_text() == "mine"


def a_workspace(folder: Path) -> str:
    (folder / "processctl.yaml").write_text("processctl: 1\n")
    return "."


def inside_a_workspace(folder: Path) -> str:
    a_workspace(folder)
    (folder / "teams").mkdir()
    return "teams"


def deep_inside_a_workspace(folder: Path) -> str:
    a_workspace(folder)
    return "teams/of/ours"


def a_file(folder: Path) -> str:
    (folder / "notes").write_text("mine")
    return "notes"


def below_a_file(folder: Path) -> str:
    return f"{a_file(folder)}/process"


def an_existing_schema(folder: Path) -> str:
    (folder / "processctl.schema.json").write_text("{}")
    return "."


def a_dangling_marker(folder: Path) -> str:
    (folder / "processctl.yaml").symlink_to("gone")
    return "."


def a_dangling_link(folder: Path) -> str:
    (folder / "link").symlink_to("gone")
    return "link"


def a_link_to_itself(folder: Path) -> str:
    (folder / "loop").symlink_to("loop")
    return "loop/process"


def a_name_too_long(folder: Path) -> str:
    del folder
    return "new/" + "x" * 300


REFUSED = [
    a_workspace, inside_a_workspace, deep_inside_a_workspace, a_file, below_a_file,
    an_existing_schema, a_dangling_marker, a_dangling_link, a_link_to_itself, a_name_too_long,
]  # fmt: skip


@pytest.mark.parametrize("make", REFUSED, ids=lambda make: make.__name__)
def test_init_refuses_what_is_there_and_writes_nothing(make: Any, tmp_path: Path) -> None:
    target = make(tmp_path)
    before = sorted(tmp_path.rglob("*")), files_below(tmp_path)
    done = run("init", target, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1].startswith('Error: "')
    assert (sorted(tmp_path.rglob("*")), files_below(tmp_path)) == before


@pytest.mark.parametrize("target", ["closed", "closed/new", "closed/new/newer", "secret/new"])
def test_init_in_a_folder_that_may_not_be_written(target: str, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o555)
    (tmp_path / "secret").mkdir(mode=0o000)
    done = run("init", target, cwd=tmp_path, powerless=True)
    (tmp_path / "secret").chmod(0o755)
    assert (done.status, done.out) == (2, "")
    assert "Permission denied" in done.err
    assert list((tmp_path / "closed").iterdir()) == list((tmp_path / "secret").iterdir()) == []


def test_init_takes_back_what_it_wrote_when_the_rest_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = write_atomically

    def fail_at_the_marker(file: Path, content: bytes) -> None:
        if file.name == "processctl.yaml":
            file = file.parent / "gone" / file.name
        write(file, content)

    monkeypatch.setattr(init, "write_atomically", fail_at_the_marker)
    (tmp_path / "there").mkdir()
    for target in ("new/newer", "there"):
        done = call("init", target, cwd=tmp_path)
        assert done.status == 2
        assert "cannot be written: No such file or directory." in done.err
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


def test_init_needs_a_folder(tmp_path: Path) -> None:
    assert call("init", cwd=tmp_path).status == 2


# schema


@pytest.mark.parametrize("language", ["en", "fi"])
def test_the_schema_is_valid_and_accepts_the_starter(language: str, tmp_path: Path) -> None:
    schema = json.loads(run("schema", "--lang", language, cwd=tmp_path).out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    call("init", "p", "--lang", language, cwd=tmp_path)
    text = (tmp_path / "p" / "processctl.yaml").read_text(encoding="utf-8")
    # BaseLoader would make every number a text; dates are texts in YAML 1.2.
    loader = type("Loader", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {
        sign: [(tag, expression) for tag, expression in pairs if not tag.endswith("timestamp")]
        for sign, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }})  # fmt: skip
    starter = yaml.load(text, loader)  # noqa: S506 - a safe loader that leaves dates alone
    validator = Draft202012Validator(schema)
    assert list(validator.iter_errors(starter)) == []
    next(iter(starter["stages"].values()))["ownr"] = "somebody"
    assert not validator.is_valid(starter)


def test_init_writes_the_schema_that_is_printed(tmp_path: Path) -> None:
    for language in ("en", "fi"):
        call("init", language, "--lang", language, cwd=tmp_path)
        written = (tmp_path / language / "processctl.schema.json").read_text(encoding="utf-8")
        assert written == call("schema", "--lang", language, cwd=tmp_path).out


def test_the_schema_in_finnish_differs_in_words_only(tmp_path: Path) -> None:
    def without_words(value: object) -> object:
        if isinstance(value, dict):
            return {key: without_words(held) for key, held in value.items()
                    if not (key in ("title", "description") and isinstance(held, str))}  # fmt: skip
        return [without_words(one) for one in value] if isinstance(value, list) else value

    english, finnish = (
        json.loads(call("schema", "--lang", language, cwd=tmp_path).out)
        for language in ("en", "fi")
    )
    assert english != finnish
    assert without_words(english) == without_words(finnish)


def test_the_schema_is_english_whatever_the_locale(tmp_path: Path) -> None:
    finnish = call("schema", cwd=tmp_path, env={"LC_ALL": "fi_FI.UTF-8"})
    assert finnish.out == call("schema", "--lang", "en", cwd=tmp_path).out
