"""The comparison of two states of a process: every change, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from processctl.compare.change import Change, Sides, once
from processctl.compare.checks import Baselines, baseline_changes, check_changes
from processctl.compare.contracts import handoff_changes
from processctl.compare.deadlines import deadline_changes
from processctl.compare.definitions import Definitions
from processctl.compare.doors import Doors
from processctl.compare.elements import element_changes
from processctl.compare.holes import Holes
from processctl.compare.kind import LEVELS, Level
from processctl.compare.kinds.rest import CHECK_WEAKER, RENAMED
from processctl.compare.kinds.ways import ELSEWHERE, LOST
from processctl.compare.owners import owner_changes
from processctl.compare.promised import promise_changes
from processctl.compare.recorded import recording_changes, value_changes
from processctl.compare.renames import Rename, Reread, as_written, renames, with_renames
from processctl.compare.returns import return_changes
from processctl.compare.stages import Stages
from processctl.compare.together import Together
from processctl.compare.version import version_changes
from processctl.compare.ways import Ways
from processctl.journey import Journey
from processctl.lint.plugins import registry
from processctl.model.model import SECTIONS, Model
from processctl.texts import say


@dataclass(frozen=True, eq=False)
class Comparison:
    """What a change does. ``old`` has the ids of ``new``; ``words`` knows the names of both.

    ``changes`` are sorted: what is checked less first, then the gravest first.
    """

    old: Journey
    new: Journey
    words: Model
    renames: tuple[Rename, ...]
    changes: tuple[Change, ...]

    @property
    def level(self) -> Level | None:
        """How much it matters at worst; None where nothing has changed."""
        levels = [one.level for one in self.changes]
        return min(levels, key=LEVELS.index) if levels else None


def compare(
    old: Journey,
    new: Journey,
    today: date,
    reread: Reread | None = None,
    baselines: Baselines = ((), ()),
) -> Comparison:
    """Compare two states; ``reread`` reads the old one again, with other texts of some files.

    ``baselines`` are the findings that each state has in its baseline. Without ``reread``, an element with another id is one that is gone and one that is new.
    """
    found = renames(old.model, new.model) if reread is not None else ()
    before = with_renames(old, found, reread) if reread is not None and found else old
    if before is old:
        found = ()
    words = _names_of_both(before.model, new.model)
    sides = Sides(before, new)
    changes = _without_echo(list(_changes(sides, words, today)))
    changes += Holes(sides, words, today).changes(tuple(changes))
    changes += _told_renames(sides, found)
    changes += baseline_changes(sides, baselines)
    changes += version_changes(sides, changes)
    if found:
        sources = {one.path: one for one in old.model.workspace.sources}
        changes = [replace(one, old=as_written(one.old, sources)) for one in changes]
    ordered = sorted(changes, key=lambda one: (one.kind is not CHECK_WEAKER, one.order))
    return Comparison(before, new, words, found, tuple(ordered))


def _changes(sides: Sides, words: Model, today: date) -> Iterator[Change]:
    together = Together(sides.old, sides.new)
    yield from Ways(sides, together, words, today).changes()
    yield from Doors(sides, together, words, today).changes()
    yield from Definitions(sides, together, words, today).changes()
    yield from Stages(sides, words).changes()
    yield from owner_changes(sides)
    yield from deadline_changes(sides)
    yield from promise_changes(sides, together)
    yield from handoff_changes(sides)
    yield from return_changes(sides)
    yield from recording_changes(sides)
    yield from value_changes(sides)
    yield from element_changes(sides)
    yield from check_changes(sides, registry().rules)


def _told_renames(sides: Sides, found: tuple[Rename, ...]) -> Iterator[Change]:
    for one in found:
        yield sides.changed(
            RENAMED,
            say(
                '"{old}" under "{section}" has the id "{new}" now.',
                old=one.old,
                section=one.section,
                new=one.new,
            ),
            (one.section, one.new),
            say("It says the same, and is named in the same places."),
        )


def _without_echo(changes: list[Change]) -> list[Change]:
    """Each change once: what is said of one place in the same words, and no cause beside its effect."""
    without_rest = {
        one.stages for one in changes if one.kind in (LOST, ELSEWHERE) and len(one.stages) == 1
    }
    told = [one for one in changes if not ("waits" in one.path and one.path[1:2] in without_rest)]
    return once(told, lambda one: (one.kind.code, one.path, one.message))


def _names_of_both(old: Model, new: Model) -> Model:
    """A model that knows what everything in either state is called; the new names come first."""
    merged = {name: {**getattr(old, name), **getattr(new, name)} for name in SECTIONS}
    return replace(new, **merged)  # type: ignore[arg-type]  # each section keeps its class
