"""Bringing a baseline up to date: what has gone is taken out, and new findings come in only when asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from processctl.lint.baseline import Baseline, Entry, entries_of, gone_from, in_order, moves
from processctl.lint.result import Result


@dataclass(frozen=True)
class Update:
    """The new baseline, and what is otherwise in it, each entry with the name of its workspace.

    ``left_out`` are findings that are new and were not asked for. ``moved`` are workspaces that have
    another path now.
    """

    baseline: Baseline
    kept: int
    removed: tuple[tuple[str, Entry], ...]
    taken_in: tuple[tuple[str, Entry], ...]
    left_out: tuple[tuple[str, Entry], ...]
    moved: Mapping[str, str]


def updated(
    old: Baseline, results: Mapping[str, Result], gone: Iterable[str], *, add_new: bool
) -> Update:
    """Bring a baseline up to date with the results of workspaces, by their names in it.

    Entries of workspaces that were not judged stay as they are, unless the workspace is ``gone``.
    """
    gone = sorted(gone)
    moved = moves(old, results, gone)
    before = {moved.get(name, name): entries for name, entries in old.workspaces.items()}
    after = dict(before)
    for name in gone:
        if name not in moved:
            after[name] = ()
    left_out: list[tuple[str, Entry]] = []
    for name, result in sorted(results.items()):
        known = {entry.mark for entry in before.get(name, ())}
        there = entries_of(result)
        has_gone = gone_from(result)
        told = {one.mark for one in there}
        untold = [one for one in before.get(name, ()) if one.mark not in told and not has_gone(one)]
        after[name] = in_order([*(one for one in there if add_new or one.mark in known), *untold])
        if not add_new:
            left_out += [(name, one) for one in there if one.mark not in known]
    return Update(
        Baseline(old.file, {name: entries for name, entries in after.items() if entries}),
        sum(_shared(before.get(name, ()), entries) for name, entries in after.items()),
        _missing(before, after),
        _missing(after, before),
        tuple(left_out),
        moved,
    )


def _shared(before: Iterable[Entry], after: Iterable[Entry]) -> int:
    return len({one.mark for one in before} & {one.mark for one in after})


def _missing(
    here: Mapping[str, tuple[Entry, ...]], there: Mapping[str, tuple[Entry, ...]]
) -> tuple[tuple[str, Entry], ...]:
    """The entries of one that the other has not, in order."""
    return tuple(
        (name, entry)
        for name, entries in sorted(here.items())
        for entry in entries
        if entry.mark not in {one.mark for one in there.get(name, ())}
    )
