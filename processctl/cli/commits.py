"""Earlier states of a process, commit by commit, as what compares them wants them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from processctl.compare.life import State
    from processctl.git.history import Touched
    from processctl.git.repository import Repository
    from processctl.journey import Journey
    from processctl.reading.limits import Limits


def state_in(repository: Repository, touched: Touched, limits: Limits) -> State:
    """The process as it was in a commit."""
    from processctl.compare.life import State
    from processctl.git.tree import RevisionTree
    from processctl.lint.run import read_journey
    from processctl.reading.files import MARKER

    tree = RevisionTree(repository, touched.commit.id)
    root = repository.root / touched.folder

    def reread(texts: Mapping[Path, str]) -> Journey:
        return read_journey(root, limits, texts, tree)

    return State(touched.commit, reread({}) if tree.exists(root / MARKER) else None, reread)
