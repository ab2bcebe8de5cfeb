"""Cases in files: one that is read to be tried, and a walk that is written down."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from processctl.cli.trouble import TroubleError, UsageError
from processctl.cli.write import Change, write_atomically, write_together
from processctl.reading.limits import Limits
from processctl.texts import say

if TYPE_CHECKING:
    from datetime import date

    from processctl.journey import Journey
    from processctl.trying.ground import Ground
    from processctl.trying.plan import Plan
    from processctl.trying.told import Walk

_NEW_FILE = "cases.yaml"
_TRIED = "case_that_is_tried"


def as_workspace_file(root: Path, file: Path, limits: Limits) -> Mapping[Path, str]:
    """A file with one case as if it lay in the workspace; it may have the heading "cases", or not.

    Raises:
        TroubleError: the file cannot be read.
    """
    from processctl.reading.files import read_text
    from processctl.reading.source import BYTE_ORDER_MARK

    text = read_text(file, Path(os.path.abspath(file)).parent, limits.file_size)  # noqa: PTH100 - resolve() follows links
    if not isinstance(text, str):
        raise TroubleError(text.message)
    text = text.removeprefix(BYTE_ORDER_MARK)
    if not any(line.startswith("cases:") for line in text.splitlines()):
        inner = "".join(f"    {line}" for line in text.splitlines(keepends=True))
        text = f"cases:\n  {_TRIED}:\n{inner}"
    place, number = root / f"{_TRIED}.yaml", 0
    while os.path.lexists(place):
        number += 1
        place = root / f"{_TRIED}_{number}.yaml"
    return {place: text}


def check_name(journey: Journey, name: str) -> None:
    """Refuse an id that a new case cannot have.

    Raises:
        UsageError: it is none, or it is taken.
    """
    from processctl.model.parse import is_id

    if not is_id(name):
        raise UsageError(say('"{name}" is no id: write small letters, digits and "_".', name=name))
    if name in journey.model.cases:
        raise UsageError(
            say('There is a case "{name}" already, and nothing is overwritten.', name=name)
        )


def save_case(
    ground: Ground, name: str, plan: Plan, walk: Walk, limits: Limits, today: date
) -> Path:
    """Write a walk into its workspace as a case; the answer is the file.

    The new text is read back, and the case has to walk the same way, before anything is written.

    Raises:
        TroubleError: the walk has no end, or there is no place for it.
    """
    from processctl.lint.run import read_journey
    from processctl.trying.check import check_case
    from processctl.trying.ground import Ground
    from processctl.trying.write import case_lines, is_whole

    if not is_whole(walk):
        raise TroubleError(
            say("The walk came to no end, or was refused, so it is not written down.")
        )
    journey = ground.journey
    lines = case_lines(name, plan, walk, _yes(ground, plan, walk))
    file, before, after = _placed(journey, lines)
    read = read_journey(journey.model.workspace.root, limits, {file: after})
    case = read.model.cases.get(name)
    if case is None or not check_case(Ground(read), case, today).passes:
        raise TroubleError(
            say("Written down, the case would go another way, so nothing is written.")
        )
    if before is None:
        if os.path.lexists(file):
            raise TroubleError(
                say('"{file}" exists already, and nothing is overwritten.', file=str(file))
            )
        write_atomically(file, after.encode())
    else:
        write_together([Change(file, before, after)])
    return file


def _yes(ground: Ground, plan: Plan, walk: Walk) -> dict[int, tuple[str, ...]]:
    """What was answered with yes at each stop, of what its exits ask."""
    found: dict[int, tuple[str, ...]] = {}
    for number, stop in enumerate(walk.stops):
        yes = plan.yes | (stop.visit.yes if stop.visit is not None else frozenset())
        read = {
            name
            for look in stop.looks
            if look.way.condition is not None
            for name in ground.reads(look.way.condition)
        }
        targets = {look.way.exit.to.id for look in stop.looks if look.way.exit.to is not None}
        told = tuple(sorted(one for one in yes if one in read | targets))
        if told:
            found[number] = told
    return found


def _placed(journey: Journey, lines: list[str]) -> tuple[Path, str | None, str]:
    """The file that the case belongs into, its text as it is, and its text with the case."""
    from processctl.reading.edit import line_end_of
    from processctl.repair.layout import block_of
    from processctl.repair.route import Routes

    routes = Routes(journey.model)
    for name in reversed(tuple(journey.model.cases)):
        route = routes.to(("cases", name))
        block = block_of(route) if route is not None else None
        if route is None or block is None or _is_in_braces(route.text, block.start):
            continue
        text = route.text
        end = line_end_of(text, block.end)
        new = "".join(f"{end}{' ' * block.column}{line}" for line in lines)
        return route.source.path, text, text[: block.end] + new + text[block.end :]
    file = journey.model.workspace.root / _NEW_FILE
    return file, None, "".join(f"{line}\n" for line in ("cases:", *(f"  {one}" for one in lines)))


def _is_in_braces(text: str, start: int) -> bool:
    """Whether a case stands in a line with something before it."""
    line = text[:start].rpartition("\n")[2]
    return bool(line.strip())
