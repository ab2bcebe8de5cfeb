"""What git takes for the same file under another name."""

from __future__ import annotations

import os
from pathlib import Path

from processctl.git.repository import Repository


def old_path(repository: Repository, commit: str, file: Path) -> Path | None:
    """Where a file of today stood in a commit, if git sees that it was renamed since.

    Files that git does not keep yet are none of its business, so they were never anywhere else.
    """
    root = Path(os.path.realpath(repository.root))
    here = Path(os.path.realpath(file))
    if not here.is_relative_to(root):
        return None
    wanted = here.relative_to(root).as_posix()
    listed = repository.run(
        "diff", "--name-status", "-z", "--find-renames", "--diff-filter=R", "--no-ext-diff", commit
    )
    words = listed.stdout.decode("utf-8", "surrogateescape").split("\0")
    for old, new in zip(words[1::3], words[2::3], strict=False):
        if new == wanted:
            return repository.root / old
    return None
