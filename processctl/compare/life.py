"""The life of a process: what each commit has changed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal, TypeAlias

from processctl.compare.change import Change
from processctl.compare.compare import compare
from processctl.git.history import Commit
from processctl.journey import Journey
from processctl.model.model import Model

Kind: TypeAlias = Literal["began", "changed", "ended", "unread"]


@dataclass(frozen=True, eq=False)
class State:
    """A process in one commit: None where it is not there; ``reread`` reads it with other texts."""

    commit: Commit
    journey: Journey | None
    reread: Callable[[Mapping[Path, str]], Journey]


@dataclass(frozen=True, eq=False)
class Step:
    """What one commit did: the process ``began`` with it, ended, or was ``changed``.

    One that cannot be read whole is ``unread``: what it changed is told with the next that can be.
    ``words`` know the names of what is spoken of.
    """

    commit: Commit
    kind: Kind
    changes: tuple[Change, ...] = ()
    words: Model | None = None


def life(states: Iterable[State], element: str | None = None) -> Iterator[Step]:
    """The steps between states, which come with the newest first.

    With ``element`` (``stages.offer``) only what concerns it, also under the ids that it had before.
    """
    named = element
    newer: State | None = None
    unread: list[Step] = []
    for state in states:
        if state.journey is not None and state.journey.model.workspace.problems:
            unread.append(Step(state.commit, "unread"))
            continue
        if newer is not None:
            step, named = _step(newer, state, named)
            if step is not None:
                yield step
        yield from unread
        unread.clear()
        newer = state
    if newer is not None and newer.journey is not None and _has(newer.journey, named):
        yield Step(newer.commit, "began", (), newer.journey.model)
    yield from unread


def _step(newer: State, older: State, element: str | None) -> tuple[Step | None, str | None]:
    """What the newer state's commit did, and the id of the element before it."""
    old, new, commit = older.journey, newer.journey, newer.commit
    if new is None or old is None:
        there = new or old
        if there is None or not _has(there, element):
            return None, element
        return Step(commit, "began" if old is None else "ended", (), there.model), element
    compared = compare(old, new, date.fromisoformat(commit.date), older.reread)
    changes = tuple(one for one in compared.changes if element in (None, one.element))
    before = next(
        (f"{one.section}.{one.old}" for one in compared.renames
         if f"{one.section}.{one.new}" == element),
        element,
    )  # fmt: skip
    step = Step(commit, "changed", changes, compared.words) if changes else None
    return step, before


def _has(journey: Journey, element: str | None) -> bool:
    """Whether an element is there; everything is in every state."""
    if element is None:
        return True
    section, _, name = element.partition(".")
    return name in (getattr(journey.model, section, None) or {})
