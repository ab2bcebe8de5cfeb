"""Which workspaces the paths on a command line mean."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import click

from processctl.cli.trouble import UsageError, nearest_hint, told
from processctl.reading.files import MARKER, is_folder, workspace_above, workspaces_below
from processctl.reading.limits import Limits, limit_names
from processctl.texts import say

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
        UsageError: a path is not there, or a folder holds no workspace.
    """
    found: dict[Path, None] = {}
    passed_over = []
    for written in paths or (".",):
        path = Path(written)
        if not os.path.lexists(path):
            raise UsageError(say('"{path}" does not exist.', path=written))
        above = workspace_above(Path(os.path.abspath(path)))  # noqa: PTH100 - resolve() follows links
        below = workspaces_below(path) if is_folder(path) else []
        for folder in ([above] if above else []) + below:
            found.setdefault(shortest(folder))
        if above is None and not below:
            if is_folder(path):
                raise UsageError(
                    say(
                        'There is no {marker} in "{folder}", above it or below it. '
                        '"processctl init DIR" begins a process.',
                        marker=MARKER,
                        folder=written,
                    )
                )
            passed_over.append(path)
    return Places(tuple(sorted(found)), tuple(passed_over))


def one_workspace(path: str) -> Path:
    """The one workspace that a path means.

    Raises:
        UsageError: there is none, or there are several.
    """
    places = find_places((path,))
    if not places.workspaces:
        raise UsageError(
            say(
                '"{path}" belongs to no workspace: no {marker} in or above its folder.',
                path=path,
                marker=MARKER,
            )
        )
    if len(places.workspaces) > 1:
        names = ", ".join(str(workspace) for workspace in places.workspaces[:5])
        raise UsageError(
            say("Here are several workspaces ({names}): name one of them.", names=names)
        )
    return places.workspaces[0]


def shortest(folder: Path) -> Path:
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
            there_are = say("There are {names}.", names=", ".join(limit_names()))
            hint = nearest_hint(name, tuple(limit_names()), there_are)
            self.fail(told(say('there is no limit "{name}".', name=name), hint), param, ctx)
        if not number.isdecimal() or len(number) > _MOST_DIGITS or int(number) < 1:
            self.fail(told(say('"{number}" is no number above 0', number=number)), param, ctx)
        highest = _HIGHEST.get(name)
        if highest is not None and int(number) > highest:
            words = say("{name} can be raised to {highest}, no further", name=name, highest=highest)
            self.fail(told(words), param, ctx)
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
