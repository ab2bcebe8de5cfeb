"""The workflow that comments: what strangers wrote is cut and calls nobody; GitHub says where it goes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.ci.pages import shown
from tests.cli.program import needed
from tests.packaging.checkout import execute, outside

# Stands for GitHub's own program, which needs GitHub: keeps what it is told, and knows one pull request.
GH = """\
#!/bin/sh
printf '%s\\n' "$@" >> told
case "$1 $2" in
  "api --method") printf '%s\\n' "$NUMBER" ;;
  "pr comment") cp comment.md posted.md ;;
esac
"""


def comment(folder: Path, summary: bytes, head: str = "stranger:topic", number: str = "7") -> str:
    """Run the step of the workflow; what it told GitHub."""
    workflow = yaml.safe_load(shown()[".github/workflows/process-comment.yml"])
    (step,) = [one for one in workflow["jobs"]["comment"]["steps"] if "run" in one]
    (folder / "untrusted").mkdir()
    (folder / "untrusted" / "summary.md").write_bytes(summary)
    (folder / "bin").mkdir()
    (folder / "bin" / "gh").write_text(GH)
    (folder / "bin" / "gh").chmod(0o755)
    (folder / "step.sh").write_text(step["run"], encoding="utf-8")
    path = f"{folder / 'bin'}:/usr/bin:/bin"
    given = {"GH_REPO": "acme/process", "HEAD": head, "HEAD_SHA": "0" * 40, "NUMBER": number}
    execute(
        needed("bash", "install it"), "-e", "step.sh", cwd=folder, env=outside(PATH=path, **given)
    )
    return (folder / "told").read_text("utf-8")


def test_a_comment(tmp_path: Path) -> None:
    told = comment(tmp_path, "# Ääkkönen\n@everyone and a@b\n".encode())
    assert "repos/acme/process/pulls" in told
    assert "pr\ncomment\n7\n" in told
    assert (tmp_path / "posted.md").read_text("utf-8") == "# Ääkkönen\n&#64;everyone and a&#64;b\n"


def test_a_comment_that_is_too_long(tmp_path: Path) -> None:
    comment(tmp_path, "ä".encode() * 100_000)
    assert len((tmp_path / "posted.md").read_text("utf-8")) == 30_000
    (tmp_path / "other").mkdir()
    comment(tmp_path / "other", b"x" + "\u00e4".encode() * 100_000)  # cut within a sign
    assert len((tmp_path / "other" / "posted.md").read_text("utf-8")) == 30_000


@pytest.mark.parametrize(
    "head", ["stranger:$(touch sprung)", 'a:"; touch sprung; "', "a:`touch sprung`"]
)
def test_a_branch_is_a_name(head: str, tmp_path: Path) -> None:
    assert f"head={head}\n" in comment(tmp_path, b"x", head)
    assert not (tmp_path / "sprung").exists()


def test_a_commit_that_no_pull_request_has_any_more(tmp_path: Path) -> None:
    comment(tmp_path, b"x", number="")
    assert not (tmp_path / "posted.md").exists()
