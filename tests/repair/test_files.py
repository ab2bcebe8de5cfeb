"""Files are written whole or not at all, and never over somebody else's work."""

from __future__ import annotations

import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest

from processctl.cli.write import Change, write_together
from tests.cli.program import environment, files_below, run, write

MARKER = "processctl: 1\nprocess: {owner: a}\nroles: {a: {}}\nfields: {x: {type: boolean}}\n"
SICK = "criteria:\n  c%d: {test: x and x or x}  # ä 🚀\n"
WELL = "criteria:\n  c%d: {test: (x and x) or x}  # ä 🚀\n"


def sick(folder: Path, count: int) -> Path:
    write(folder, processctl=MARKER)
    return write(folder, **{f"part{n}": SICK % n for n in range(count)})


def test_all_files_are_changed(tmp_path: Path) -> None:
    done = run("lint", "--fix", "--select", "PC522", cwd=sick(tmp_path, 3))
    assert done.status == 0
    assert files_below(tmp_path) == {
        "processctl.yaml": MARKER.encode(),
        **{f"part{n}.yaml": (WELL % n).encode() for n in range(3)},
    }


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["bare", "bom"])
def test_line_ends_byte_order_mark_and_mode_stay(
    mark: bytes, line_end: str, tmp_path: Path
) -> None:
    sick(tmp_path, 1)
    part = tmp_path / "part0.yaml"
    part.write_bytes(mark + (SICK % 0).replace("\n", line_end).encode())
    part.chmod(0o640)
    assert run("lint", "--fix", cwd=tmp_path).status == 0
    assert part.read_bytes() == mark + (WELL % 0).replace("\n", line_end).encode()
    assert stat.S_IMODE(part.stat().st_mode) == 0o640


def test_a_protected_file_is_not_replaced(tmp_path: Path) -> None:
    sick(tmp_path, 2)
    (tmp_path / "part1.yaml").chmod(0o444)
    before = files_below(tmp_path)
    for command in (("lint", "--fix"), ("rename", "fields.x", "y")):
        done = run(*command, cwd=tmp_path, powerless=True)
        assert done.status == 2
        assert '"part1.yaml" cannot be written: it is read-only.' in done.err
        assert files_below(tmp_path) == before


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    sick(tmp_path / "ours", 0)
    there = tmp_path / "ours" / ".kept"
    there.mkdir()
    (there / "real.txt").write_text(SICK % 0)
    (tmp_path / "ours" / "part0.yaml").symlink_to(".kept/real.txt")
    assert run("lint", "--fix", cwd=tmp_path / "ours").status == 0
    assert (tmp_path / "ours" / "part0.yaml").is_symlink()
    assert (there / "real.txt").read_text() == WELL % 0


def test_where_a_folder_is_closed_nothing_at_all_is_written(tmp_path: Path) -> None:
    sick(tmp_path, 2)
    closed = tmp_path / "sub"
    write(closed, part9=SICK % 9)
    before = files_below(tmp_path)
    closed.chmod(0o555)
    try:
        done = run("lint", "--fix", cwd=tmp_path, powerless=True)
    finally:
        closed.chmod(0o755)
    assert done.status == 2
    assert 'sub/part9.yaml" cannot be written: ' in done.err
    assert files_below(tmp_path) == before


def test_a_file_that_has_changed_is_not_written_nor_any_other(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("a: 1\n")
    two.write_text("b: changed\n")
    with pytest.raises(click.ClickException, match=r'two\.yaml" has changed since it was read'):
        write_together([Change(one, "a: 1\n", "a: 2\n"), Change(two, "b: 1\n", "b: 2\n")])
    assert files_below(tmp_path) == {"one.yaml": b"a: 1\n", "two.yaml": b"b: changed\n"}


def test_a_file_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="cannot be written"):
        write_together([Change(tmp_path / "one.yaml", "a: 1\n", "a: 2\n")])
    assert files_below(tmp_path) == {}


def test_a_byte_order_mark_is_no_change(tmp_path: Path) -> None:
    one = tmp_path / "one.yaml"
    one.write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    write_together([Change(one, "a: 1\r\n", "a: 2\r\n")])
    assert one.read_bytes() == b"\xef\xbb\xbfa: 2\r\n"


def test_what_was_replaced_is_put_back_where_another_cannot_be(tmp_path: Path) -> None:
    """The second folder is open while the new file is written, and then the target is in the way."""
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("a: 1\n")
    two.write_text("b: 1\n")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == "two.yaml":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(click.ClickException, match=r'two\.yaml" cannot be written'):
            write_together([Change(one, "a: 1\n", "a: 2\n"), Change(two, "b: 1\n", "b: 2\n")])
    assert files_below(tmp_path) == {"one.yaml": b"a: 1\n", "two.yaml": b"b: 1\n"}


def test_a_save_between_two_files_is_not_lost(tmp_path: Path) -> None:
    """Somebody saves both files when the first has been replaced: neither is written over."""
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text("a: 1\n")
    two.write_text("b: 1\n")
    replace = Path.replace

    def replace_and_save(self: Path, target: Path) -> Path:
        done = replace(self, target)
        one.write_text("a: theirs\n")
        two.write_text("b: theirs\n")
        return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", replace_and_save)
        with pytest.raises(click.ClickException, match=r'two\.yaml" has changed since it was read'):
            write_together([Change(one, "a: 1\n", "a: 2\n"), Change(two, "b: 1\n", "b: 2\n")])
    assert files_below(tmp_path) == {"one.yaml": b"a: theirs\n", "two.yaml": b"b: theirs\n"}


def test_long_names(tmp_path: Path) -> None:
    for name in ("n" * 250 + ".yaml", "ä" * 125 + ".yaml"):
        file = tmp_path / name
        file.write_text("a: 1\n")
        write_together([Change(file, "a: 1\n", "a: 2\n")])
        assert file.read_text() == "a: 2\n"


# Killed midway

COUNT = 40


def kill_while_writing(folder: Path, delay: float) -> int:
    """Run ``--fix`` and kill it ``delay`` seconds after its first sign of writing."""
    program = subprocess.Popen(
        [sys.executable, "-m", "processctl", "lint", "--fix", "--quiet"],
        cwd=folder, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    while program.poll() is None and not any(folder.glob(".*.tmp")):
        pass
    time.sleep(delay)
    program.send_signal(signal.SIGKILL)
    return program.wait()


def test_killed_at_any_moment_every_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    old = {f"part{n}.yaml": (SICK % n).encode() for n in range(COUNT)}
    new = {f"part{n}.yaml": (WELL % n).encode() for n in range(COUNT)}
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    ends = set()
    for attempt in range(4):
        folder = sick(tmp_path / f"run{attempt}", COUNT)
        ends.add(kill_while_writing(folder, chance.random() * 0.05 * (attempt % 3)))
        for name, content in files_below(folder).items():
            if name.endswith(".yaml") and name != "processctl.yaml":
                assert content in (old[name], new[name])
        # What is left lying about is hidden, and the next run does all that is left to do.
        lying = {one.name for one in folder.iterdir()} - {*old, "processctl.yaml"}
        assert all(name.startswith(".part") for name in lying)
        assert run("lint", "--fix", cwd=folder).status == 0
        after = files_below(folder)
        assert {name: after[name] for name in new} == new
    assert -signal.SIGKILL in ends, "at least one was stopped midway"
