"""``rename``: what is said, what is written, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.program import STARTER, call, files_below, git, run, starter, write


def test_rename_says_what_it_did(tmp_path: Path) -> None:
    starter(tmp_path)
    done = run("rename", "roles.sales_rep", "seller", cwd=tmp_path)
    count = STARTER.count("sales_rep")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines()[:2] == [
        "processctl.yaml",
        f'"sales_rep" is "seller" now: {count} places in 1 file.',
    ]
    assert (tmp_path / "processctl.yaml").read_text() == STARTER.replace("sales_rep", "seller")
    assert call("lint", cwd=tmp_path).status == 0


def test_rename_in_finnish_and_what_is_left(tmp_path: Path) -> None:
    starter(tmp_path, behind="# sales_rep here, sales_rep there\n")
    done = call("rename", "roles.sales_rep", "seller", "--lang", "fi", cwd=tmp_path)
    count = STARTER.count("sales_rep")
    assert done.out.splitlines() == [
        "processctl.yaml",
        f'Tunniste "sales_rep" on nyt "seller": muutettu {count} kohtaa, yhteensä 1 tiedosto.',
        "2 kohtaa, joissa se on pelkkä sana, jätettiin ennalleen.",
    ]


def test_diff_shows_and_writes_nothing(tmp_path: Path) -> None:
    starter(tmp_path)
    done = call("rename", "roles.sales_rep", "seller", "--diff", cwd=tmp_path)
    assert done.status == 0
    changed = [line for line in done.out.splitlines() if line.startswith("+ ")]
    assert len(changed) >= 3
    assert all("seller" in line for line in changed)
    assert (tmp_path / "processctl.yaml").read_text() == STARTER


WRONG = [
    (["offer", "x"], 'write the section too, "stages.offer" say'),
    (["stages.", "x"], "write the section too"),
    (["stagess.offer", "x"], 'Did you mean "stages"?'),
    (["zebra.offer", "x"], "There are teams, roles,"),
    (["roles.sales_rep", "sales_rep"], "has that id already"),
    (
        ["roles.sales_repp", "x"],
        'There is no "sales_repp" under "roles". Did you mean "sales_rep"?',
    ),
    (["roles.sales_rep", "Seller"], '"Seller" is no id'),
    (["roles.sales_rep", "sales"], '"sales" is taken: it stands under "teams" already.'),
    (["roles.sales_rep", "x", "nowhere"], '"nowhere" does not exist.'),
]


@pytest.mark.parametrize(("arguments", "words"), WRONG)
def test_refused(arguments: list[str], words: str, tmp_path: Path) -> None:
    starter(tmp_path)
    done = call("rename", *arguments, cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert words in " ".join(done.err.split())
    assert (tmp_path / "processctl.yaml").read_text() == STARTER


def test_what_cannot_be_read_is_shown(tmp_path: Path) -> None:
    write(starter(tmp_path), part="goals: {z: {onwer: sales_rep}}\n")
    done = call("rename", "roles.sales_rep", "seller", "--lang", "fi", cwd=tmp_path)
    assert done.status == 2
    assert "part.yaml:1:13" in done.err
    assert "Kaikkea ei voi lukea" in done.err


def test_what_is_not_found_may_stand_in_what_cannot_be_read(tmp_path: Path) -> None:
    write(tmp_path, processctl="processctl: 1\n", part="roles: {a: {}\n")
    done = call("rename", "roles.a", "b", cwd=tmp_path)
    assert done.status == 2
    assert "part.yaml:1:8" in done.err
    assert "is never closed" in done.err


def test_workspaces_that_use_each_other(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path / "company", processctl="processctl: 1\nteams: {sales: {}}\n")
    ours = "processctl: 1\nuses: [../company]\nstages: {s: {owner: sales}}\n"
    write(tmp_path / "ours", processctl=ours)
    before = files_below(tmp_path)
    done = run("rename", "teams.sales", "field_sales", "company", cwd=tmp_path)
    assert done.status == 2
    assert '"sales" is named in other workspaces too: ours.' in done.err
    assert files_below(tmp_path) == before
    done = run("rename", "teams.sales", "field_sales", "company", "ours", cwd=tmp_path)
    assert done.status == 0
    assert done.out.splitlines()[:2] == ["company/processctl.yaml", "ours/processctl.yaml"]
    after = files_below(tmp_path)
    assert {name: text.replace(b"field_sales", b"sales") for name, text in after.items()} == before
    assert after["ours/processctl.yaml"].count(b"field_sales") == 1


def test_workspaces_that_use_each_other_in_a_row(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path / "words", processctl="processctl: 1\nroles: {boss: {}}\n")
    write(
        tmp_path / "company",
        processctl="processctl: 1\nuses: [../words]\nteams: {sales: {lead: boss}}\n",
    )
    write(
        tmp_path / "ours", processctl="processctl: 1\nuses: [../company]\nprocess: {owner: boss}\n"
    )
    done = call("rename", "roles.boss", "chief", "words", "company", "ours", cwd=tmp_path)
    assert (done.status, done.err) == (0, "")
    assert '"boss" is "chief" now: 3 places in 3 files.' in done.out
