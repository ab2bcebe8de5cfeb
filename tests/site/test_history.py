"""The page of what has changed, from a real repository."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.cli.program import call, starter
from tests.git.test_tree import commit_all


def history(folder: Path) -> str:
    assert call("site", "build", "ours", "-o", "site", cwd=folder).status == 0
    page = folder / "site" / "en" / "history.html"
    return page.read_text("utf-8") if page.exists() else ""


def test_each_change_is_told_with_who_decided_it(tmp_path: Path) -> None:
    ours = starter(tmp_path / "ours")
    commit_all(tmp_path, "Begin <script>alert(1)</script>")
    file = ours / "processctl.yaml"
    file.write_text(file.read_text("utf-8").replace("within: 60 days", "within: 50 days"), "utf-8")
    commit_all(
        tmp_path,
        "Give sales more time\n\nDeals take\nlonger <b>now</b>.\n\nDecided-by: Anna Laine <anna@example.com>",
    )
    page = history(tmp_path)
    assert page.index("Give sales more time") < page.index("Begin &lt;script&gt;")
    assert "Decided by Anna Laine." in page
    assert "Deals take longer &lt;b&gt;now&lt;/b&gt;." in page
    assert "Decided-by" not in page
    assert "The process began here." in page
    assert "anna@example.com" not in page


def test_a_clone_that_begins_in_the_middle_does_not_claim_to_know_the_beginning(
    tmp_path: Path,
) -> None:
    ours = starter(tmp_path / "first" / "ours")
    commit_all(tmp_path / "first", "Begin")
    file = ours / "processctl.yaml"
    file.write_text(file.read_text("utf-8").replace("within: 60 days", "within: 50 days"), "utf-8")
    commit_all(tmp_path / "first", "More time")
    subprocess.run(
        ["git", "clone", "--quiet", "--depth", "1", (tmp_path / "first").as_uri(), tmp_path / "second"],
        check=True,
    )  # fmt: skip
    assert "began" not in history(tmp_path / "second")
    assert "The process began here." in history(tmp_path / "first")


def test_without_git_there_is_no_such_page(tmp_path: Path) -> None:
    starter(tmp_path / "ours")
    assert history(tmp_path) == ""
