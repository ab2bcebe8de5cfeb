"""What cannot be read is not in a drawing: that is told, and the drawing is made of the rest."""

from __future__ import annotations

from pathlib import Path

from tests.cli.program import run

WHOLE = """processctl: 1
stages:
  new: {start: true, owner: a, exits: [{to: won_deal}]}
  won_deal: {outcome: won, owner: a}
roles: {a: {}}
"""


def test_a_whole_process_is_drawn_in_silence(tmp_path: Path) -> None:
    (tmp_path / "processctl.yaml").write_text(WHOLE, encoding="utf-8")
    done = run("render", ".", "-o", "a.svg", cwd=tmp_path)
    assert (done.status, done.out, done.err) == (0, "", "")


def test_a_half_read_one_is_drawn_and_told(tmp_path: Path) -> None:
    (tmp_path / "processctl.yaml").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "more.yaml").write_text("stages:\n  old: {ownr: a}\n  bad: [\n", encoding="utf-8")
    done = run("render", ".", "-o", "a.svg", cwd=tmp_path)
    assert done.status == 1
    assert 'The bracket "[" is never closed.' in done.err
    assert (tmp_path / "a.svg").exists()
