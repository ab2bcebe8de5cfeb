"""Which workspaces the paths on a command line mean."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import click

from processctl.reading.files import MARKER, is_folder, workspace_above, workspaces_below
from processctl.reading.limits import Limits, limit_names
from processctl.reading.nearest import nearest

_MOST_DIGITS = 18
# What stands inside each other is read by functions that call themselves, and Python stops those.
_HIGHEST = {"depth": 200, "expression_depth": 200}


@dataclass(frozen=True, slots=True)
class Places:
    """Workspaces, each once and in order; ``passed_over`` are named files that belong to none."""

    workspaces: tuple[Path, ...]
    passed_over: tuple[Path, ...]


def find_places(paths: tuple[str, ...]) -> Places:
    """The workspaces of some paths; of the current folder where there are none.

    Raises:
        click.UsageError: a path is not there, or a folder holds no workspace.
    """
    found: dict[Path, None] = {}
    passed_over = []
    for written in paths or (".",):
        path = Path(written)
        if not os.path.lexists(path):
            raise click.UsageError(f'"{written}" does not exist.')
        above = workspace_above(Path(os.path.abspath(path)))  # noqa: PTH100 - resolve() follows links
        below = workspaces_below(path) if is_folder(path) else []
        for folder in ([above] if above else []) + below:
            found.setdefault(_shortest(folder))
        if above is None and not below:
            if is_folder(path):
                raise click.UsageError(
                    f'There is no {MARKER} in "{written}", above it or below it. '
                    f'"processctl init DIR" begins a process.'
                )
            passed_over.append(path)
    return Places(tuple(sorted(found)), tuple(passed_over))


def one_workspace(path: str) -> Path:
    """The one workspace that a path means.

    Raises:
        click.UsageError: there is none, or there are several.
    """
    places = find_places((path,))
    if not places.workspaces:
        raise click.UsageError(
            f'"{path}" belongs to no workspace: no {MARKER} in or above its folder.'
        )
    if len(places.workspaces) > 1:
        from processctl.reports.telling import plain

        names = ", ".join(plain(str(workspace)) for workspace in places.workspaces[:5])
        raise click.UsageError(f"Here are several workspaces ({names}): name one of them.")
    return places.workspaces[0]


def _shortest(folder: Path) -> Path:
    """A folder as seen from here where it lies below, so that paths read well."""
    here = Path.cwd()
    absolute = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() follows links
    return absolute.relative_to(here) if absolute.is_relative_to(here) else absolute


class LimitType(click.ParamType[tuple[str, int]]):
    """``NAME=N``."""

    name = "NAME=N"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, int]:
        """Split and check one limit."""
        if isinstance(value, tuple):
            return value
        name, _, number = str(value).partition("=")
        if name not in limit_names():
            near = nearest(name, limit_names())
            hint = f'Did you mean "{near}"?' if near else f"There are {', '.join(limit_names())}."
            self.fail(f'there is no limit "{name}". {hint}', param, ctx)
        if not number.isdecimal() or len(number) > _MOST_DIGITS or int(number) < 1:
            self.fail(f'"{number}" is no number above 0', param, ctx)
        highest = _HIGHEST.get(name)
        if highest is not None and int(number) > highest:
            self.fail(f"{name} can be raised to {highest}, no further", param, ctx)
        return name, int(number)


limit_option = click.option(
    "--limit",
    "limits",
    type=LimitType(),
    multiple=True,
    help="Raise a limit on what a workspace may hold: " + ", ".join(limit_names()) + ".",
)


def limits_of(raised: tuple[tuple[str, int], ...]) -> Limits:
    """The limits with what the command line raises."""
    limits = Limits()
    for name, value in raised:
        limits = limits.raised(name, value)
    return limits
