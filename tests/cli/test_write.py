"""Files are written whole or not at all, and stay what they are."""

from __future__ import annotations

import os
from pathlib import Path

import click
import pytest

from processctl.cli.write import rewrite, write_atomically


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    real = tmp_path / "there" / "real"
    real.write_bytes(b"old")
    real.chmod(0o600)
    link = tmp_path / "link"
    link.symlink_to("there/real")
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"new", 0o600)
    assert [path.name for path in real.parent.iterdir()] == ["real"]


def test_a_link_to_nothing_gets_its_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("gone")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "gone").read_bytes() == b"new"
    assert (tmp_path / "link").is_symlink()


def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    before = file.stat()
    write_atomically(file, b"new")
    after = file.stat()
    assert (after.st_uid, after.st_gid, after.st_mode) == (
        before.st_uid,
        before.st_gid,
        before.st_mode,
    )


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="cannot be written: No such file or directory"):
        write_atomically(tmp_path / "nowhere" / "file", b"new")
    (tmp_path / "folder").mkdir()
    with pytest.raises(click.ClickException, match="cannot be written"):
        write_atomically(tmp_path / "folder", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_what_is_not_there_any_more_or_has_changed_is_not_rewritten(tmp_path: Path) -> None:
    file = tmp_path / "file"
    with pytest.raises(click.ClickException, match="cannot be read any more"):
        rewrite(file, b"old", b"new")
    assert not file.exists()
    file.write_bytes(b"other")
    with pytest.raises(click.ClickException, match="has changed"):
        rewrite(file, b"old", b"new")
    assert file.read_bytes() == b"other"
    rewrite(file, b"other", b"new")
    assert file.read_bytes() == b"new"


def test_what_changes_at_the_last_moment_is_not_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    # Somebody saves while the new content is on its way to the disk.
    monkeypatch.setattr(os, "fsync", lambda _: file.write_bytes(b"theirs"))
    with pytest.raises(click.ClickException, match="has changed"):
        rewrite(file, b"old", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert file.read_bytes() == b"theirs"
