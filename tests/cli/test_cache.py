"""The cache: the same words as without it, and never anybody else's."""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from processctl.lint.cache import FOLDER, KEPT
from tests.cli.program import (
    NO_ESCALATION,
    NO_OWNER,
    REPOSITORY,
    STARTER,
    Done,
    call,
    environment,
    files_below,
    git,
    run,
    starter,
    write,
)

DAY = ("--today", "2026-11-23")
HEAVY = ("networkx", "jsonschema", "yaml", "lark", "z3", "processctl.rules", "processctl.model")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A place for this user's secret."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def lint(folder: Path, home: Path, *arguments: str, powerless: bool = False) -> Done:
    env = {"XDG_CACHE_HOME": str(home)}
    return run("lint", *DAY, *arguments, cwd=folder, env=env, powerless=powerless)


def results(folder: Path) -> set[str]:
    """The names of the results that are remembered."""
    return {file.name for file in (folder / FOLDER).glob("*.json")} - {"index.json", "answers.json"}


def loaded(folder: Path, home: Path, *arguments: str) -> list[str]:
    """What a run loads of all that takes time."""
    program = (
        "import sys; from processctl.cli import main\n"
        "try: main()\n"
        f"finally: print([one for one in {HEAVY!r} if one in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "lint", *DAY, *arguments],
        cwd=folder, env=environment(XDG_CACHE_HOME=str(home)), capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    last = done.stderr.splitlines()[-1]
    assert last.startswith("["), done.stderr
    return list(ast.literal_eval(last))


def was_remembered(folder: Path, home: Path, *arguments: str) -> bool:
    """Whether a run loads nothing of the linter."""
    return loaded(folder, home, *arguments) == []


@pytest.mark.parametrize("name", ["before", "after", "gitlab", "espocrm"])
@pytest.mark.parametrize(
    "arguments",
    [
        (), ("--lang", "fi"), ("--format", "json"), ("--format", "github"), ("--verbose",),
        ("--statistics",), ("--select", "PC2"), ("--skip", "PC306"), ("--fail-on", "info"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_words_are_the_same_with_and_without(
    name: str, arguments: tuple[str, ...], tmp_path: Path, home: Path
) -> None:
    folder = tmp_path / name
    shutil.copytree(REPOSITORY / "examples" / name, folder, ignore=shutil.ignore_patterns(".*"))
    fresh = lint(folder, home, *arguments, "--no-cache")
    assert not (folder / FOLDER).exists()
    assert lint(folder, home, *arguments) == fresh
    assert len(results(folder)) == 1
    assert lint(folder, home, *arguments) == fresh
    assert len(results(folder)) == 1


def test_nothing_of_the_linter_is_loaded_for_what_is_known(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a", NO_OWNER)
    assert not was_remembered(folder, home)
    assert was_remembered(folder, home)
    assert was_remembered(folder, home, "--lang", "fi", "--format", "json")


def changed_text(folder: Path) -> None:
    starter(folder, NO_OWNER, NO_ESCALATION)


def new_file(folder: Path) -> None:
    write(folder, more="stages:\n  lost: {outcome: lost}\n")


def other_file_of_another_tool(folder: Path) -> None:
    write(folder, mkdocs="site_name: x\n")


def renamed_folder(folder: Path) -> None:
    (folder / "sub").mkdir()
    write(folder / "sub", more="x_own: 1\n")


@pytest.mark.parametrize(
    "change", [changed_text, new_file, other_file_of_another_tool, renamed_folder]
)
def test_any_change_is_seen(change: Callable[[Path], None], tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a", NO_OWNER)
    lint(folder, home)
    change(folder)
    assert lint(folder, home) == lint(folder, home, "--no-cache")
    assert len(results(folder)) == 2


def test_what_comes_back_is_known_again(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a", NO_OWNER)
    lint(folder, home)
    starter(folder)
    lint(folder, home)
    starter(folder, NO_OWNER)
    assert was_remembered(folder, home)


def test_a_used_workspace_is_watched_too(tmp_path: Path, home: Path) -> None:
    company = write(tmp_path / "company", processctl="processctl: 1\nteams: {sales: {}}\n")
    folder = write(
        tmp_path / "ours",
        processctl="processctl: 1\nuses: [../company, ../later]\nstages: {offer: {owner: sales}}\n",
    )
    git(tmp_path, "init", "-q")
    without_later = lint(folder, home)
    assert "../later" in without_later.out
    assert not results(folder)  # what could not be read may come to be readable unseen
    write(tmp_path / "later", processctl="processctl: 1\n")
    lint(folder, home)
    assert was_remembered(folder, home)
    write(company, processctl="processctl: 1\nteams: {care: {}}\n")
    assert not was_remembered(folder, home)
    assert "PC101" in lint(folder, home).out


def test_what_git_ignores_is_watched(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a")
    write(folder, draft="stages:\n  draft: {}\n")
    git(folder, "init", "-q")
    assert "PC302" in lint(folder, home).out
    assert was_remembered(folder, home)
    (folder / ".gitignore").write_text("draft.yaml\n", encoding="utf-8")
    assert "PC302" not in lint(folder, home).out


def test_the_day_matters_only_where_a_date_was_read(tmp_path: Path, home: Path) -> None:
    dated = ("    owner: sales_rep\n    does:", """    ignore:
      stage-without-owner: {because: We are looking for somebody, until: 2026-12-01}
    does:""")  # fmt: skip
    no_day = (", by: 2027-12-31", "")
    undated = starter(tmp_path / "a", NO_OWNER, no_day)
    with_date = starter(tmp_path / "b", dated, no_day)
    for folder in (undated, with_date):
        lint(folder, home)
    later = {"XDG_CACHE_HOME": str(home)}
    done = run("lint", "--today", "2027-01-01", cwd=with_date, env=later)
    assert {"PC201", "PC992"} <= set(done.out.replace("[", " ").split())
    assert was_remembered(undated, home, "--today", "2027-01-01")


def test_damage_is_noticed(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a", NO_OWNER)
    fresh = lint(folder, home)
    (name,) = results(folder)
    for file in (folder / FOLDER / name, folder / FOLDER / "index.json"):
        whole = file.read_bytes()
        for damaged in (
            b"", whole[:-1], whole[: len(whole) // 2], whole.replace(b"sales", b"nobody"),
            b"\0" * 100, whole.split(b"\n")[0], b"{}", whole + b" ", b"[" * 100_000,
        ):  # fmt: skip
            if damaged == whole:
                continue
            file.write_bytes(damaged)
            assert lint(folder, home) == fresh
            assert file.read_bytes() == whole


def test_results_of_strangers_are_not_believed(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a")
    lint(folder, home)
    (name,) = results(folder)
    clean_result = (folder / FOLDER / name).read_bytes()
    starter(folder, NO_OWNER)
    assert lint(folder, home).status == 1
    (other,) = results(folder) - {name}
    # A clean result under the name of content that is not clean, and a whole cache of another user.
    (folder / FOLDER / other).write_bytes(clean_result)
    assert lint(folder, home).status == 1
    somebody = tmp_path / "somebody"
    somebody.mkdir()
    shutil.rmtree(folder / FOLDER)
    lint(folder, somebody)
    assert not was_remembered(folder, home)


def test_a_link_is_not_followed_out_of_the_workspace(tmp_path: Path, home: Path) -> None:
    folder, outside = starter(tmp_path / "a", NO_OWNER), tmp_path / "outside"
    outside.mkdir()
    (folder / FOLDER).symlink_to(outside)
    assert lint(folder, home).status == 1
    assert files_below(outside) == {}
    env = {"XDG_CACHE_HOME": str(home)}
    assert "Nothing to take away" in run("clean", cwd=folder, env=env).out
    assert (folder / FOLDER).is_symlink()


def test_a_file_that_is_none_is_not_read(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a", NO_OWNER)
    fresh = lint(folder, home)
    index = folder / FOLDER / "index.json"
    whole = index.read_bytes()
    index.unlink()
    os.mkfifo(index)  # a read of it would wait for ever
    assert lint(folder, home) == fresh
    assert index.read_bytes() == whole
    index.unlink()
    os.mkfifo(tmp_path / "pipe")
    index.symlink_to(tmp_path / "pipe")
    assert lint(folder, home) == fresh
    assert not index.is_symlink()


def test_a_read_only_folder_is_left_alone(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a", NO_OWNER)
    folder.chmod(0o555)
    try:
        done = lint(folder, home, powerless=True)
        assert (done.status, done.err) == (1, "")
        assert files_below(folder) == {"processctl.yaml": STARTER.replace(*NO_OWNER).encode()}
    finally:
        folder.chmod(0o755)


def test_without_a_place_for_the_secret_nothing_is_remembered(tmp_path: Path) -> None:
    folder = starter(tmp_path / "a", NO_OWNER)
    assert run("lint", cwd=folder).status == 1
    assert not (folder / FOLDER).exists()


def test_the_secret_is_for_its_owner_alone(tmp_path: Path, home: Path) -> None:
    lint(starter(tmp_path / "a"), home)
    (secret,) = (home / "processctl").iterdir()
    assert secret.stat().st_mode & 0o077 == 0
    assert len(secret.read_bytes()) == 32


def test_the_folder_keeps_itself_out_of_git(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a")
    git(folder, "init", "-q")
    lint(folder, home)
    assert git(folder, "status", "--short", "--untracked-files=all") == "?? processctl.yaml\n"
    assert (folder / FOLDER / "CACHEDIR.TAG").read_text("utf-8").startswith("Signature: 8a477f59")


def test_files_of_the_cache_are_plain_json(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a", NO_OWNER)
    lint(folder, home)
    for file in (folder / FOLDER).glob("*.json"):
        seal, content = file.read_bytes().split(b"\n", 1)
        assert len(bytes.fromhex(seal.decode())) == 32
        json.loads(content)


def test_old_results_are_forgotten(tmp_path: Path, home: Path) -> None:
    folder = tmp_path / "a"
    for number in range(KEPT + 3):
        starter(folder, behind=f"# {number}\n")
        done = call("lint", *DAY, cwd=folder, env={"XDG_CACHE_HOME": str(home)})
        assert done.status == 0
    assert len(results(folder)) == KEPT
    assert was_remembered(folder, home)


def test_two_runs_at_once_do_each_other_no_harm(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a", NO_OWNER)
    fresh = lint(folder, home, "--no-cache")
    command = [sys.executable, "-m", "processctl", "lint", *DAY]
    for _ in range(4):
        running = [
            subprocess.Popen(
                command, cwd=folder, env=environment(XDG_CACHE_HOME=str(home)),
                stdout=subprocess.PIPE, text=True,
            )
            for _ in range(4)
        ]  # fmt: skip
        said = [one.communicate()[0] for one in running]
        assert said == [fresh.out] * 4
        left = {file.name for file in (folder / FOLDER).iterdir() if file.suffix != ".json"}
        assert left == {".gitignore", "CACHEDIR.TAG"}
        shutil.rmtree(folder / FOLDER)
    lint(folder, home)
    assert was_remembered(folder, home)


def test_clean_takes_away_what_is_ours_and_nothing_else(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a")
    lint(folder, home)
    done = run("clean", cwd=folder)
    assert (done.status, done.out) == (0, 'Taken away: ".processctl_cache".\n')
    assert not (folder / FOLDER).exists()
    done = run("clean", "--lang", "fi", cwd=folder)
    assert done.out == 'Ei poistettavaa: kansiota ".processctl_cache" ei ole.\n'
    lint(folder, home)
    (folder / FOLDER / "mine.txt").write_text("x", encoding="utf-8")
    run("clean", cwd=folder)
    assert files_below(folder / FOLDER) == {"mine.txt": b"x"}


def test_standard_input_and_timings_are_judged_anew(tmp_path: Path, home: Path) -> None:
    folder = starter(tmp_path / "a")
    env = {"XDG_CACHE_HOME": str(home)}
    text = STARTER.replace(*NO_OWNER).encode()
    done = run("lint", "-", "--stdin-filename", "processctl.yaml", cwd=folder, env=env, stdin=text)
    assert done.status == 1
    assert lint(folder, home, "--timings").status == 0
    assert not (folder / FOLDER).exists()


# Sums of fields are what the solver is needed for.
SUMS = """\
processctl: 1
stages:
  lead:
    start: {brings: [one, other]}
    exits: [{to: sold, when: one + other >= 50}, {to: gone, when: one + other < {lead}}]
  call:
    start: {brings: [one, other]}
    exits: [{to: sold, when: one - other >= 10}, {to: gone, when: one - other < 10}]
  sold: {outcome: won}
  gone: {outcome: lost}
fields:
  one: {type: integer, min: 0, max: 100}
  other: {type: integer, min: 0, max: 100}
"""


def test_only_what_has_changed_is_asked_of_the_solver(tmp_path: Path, home: Path) -> None:
    folder = write(tmp_path / "sums", processctl=SUMS.replace("{lead}", "50"))
    assert "z3" in loaded(folder, home)
    write(folder, processctl=SUMS.replace("{lead}", "50").replace("sold", "bought"))
    assert "z3" not in loaded(folder, home)
    write(folder, processctl=SUMS.replace("{lead}", "49"))
    assert "z3" in loaded(folder, home)
    assert "PC503" in lint(folder, home).out


@pytest.mark.parametrize(
    ("text", "instead"),
    [('"yes"', '"no"'), ('"answers"', '"other"'), ("}}", "")],
    ids=["forged", "renamed", "cut"],
)
def test_answers_of_strangers_are_not_believed(
    text: str, instead: str, tmp_path: Path, home: Path
) -> None:
    folder = write(tmp_path / "sums", processctl=SUMS.replace("{lead}", "49"))
    fresh = lint(folder, home, "--no-cache")
    assert "PC503" in fresh.out
    lint(folder, home)
    answers = folder / FOLDER / "answers.json"
    kept = answers.read_text("utf-8")
    assert text in kept
    answers.write_text(kept.replace(text, instead), encoding="utf-8")
    for name in results(folder):
        (folder / FOLDER / name).unlink()
    assert lint(folder, home) == fresh
