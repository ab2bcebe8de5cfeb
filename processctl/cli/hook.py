"""``processctl hook``."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import which

import click

from processctl.cli.language import language_option
from processctl.cli.trouble import TroubleError, UsageError, nearest_hint, told
from processctl.texts import say

# How each command is told which workspaces to look at.
_COMMANDS: Mapping[str, Callable[[list[str]], list[str]]] = {
    "lint": lambda folders: ["--", *folders],
    "test": lambda folders: [f"--in={folder}" for folder in folders],
}


@click.command(
    name="hook",
    short_help="Run lint or test on the workspaces that a commit touches.",
    context_settings={"allow_interspersed_args": False},  # what follows is for the other command
)
@click.argument("name", metavar="COMMAND")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED, metavar="[OPTIONS]... [FILE]...")
@language_option
@click.pass_context
def command(
    context: click.Context, name: str, arguments: tuple[str, ...], lang: str | None
) -> None:
    """Run lint or test on the workspaces that a commit touches, for pre-commit and git's own hooks.

    A workspace is touched by each FILE in it, and by all that git has ready for the commit: also by what
    is deleted there, and by a change in a workspace that it uses. Each is judged once and whole.

    \b
    Examples:
      processctl hook lint
      processctl hook lint --fail-on warning
      processctl hook test our-process/sell.yaml
    """
    del lang  # the other command looks for it here
    from processctl.reading.files import repository_above
    from processctl.reading.touched import touched_workspaces

    if name not in _COMMANDS:
        raise UsageError(
            say('No hook runs "{word}".', word=name), nearest_hint(name, tuple(_COMMANDS), None)
        )
    options, files = _apart(arguments)
    here = repository_above(Path.cwd())
    if here is None:
        raise TroubleError(
            say("This folder is in no git repository, so nothing is committed here.")
        )
    folders = touched_workspaces(here, (*map(Path.absolute, files), *_changed(here)))
    if not folders:
        click.echo(told(say("The commit touches no process.")), err=True)
        return
    seen = [os.path.relpath(folder) for folder in folders]
    group = context.find_root().command
    assert isinstance(group, click.Group)  # noqa: S101 - it called this command
    wanted = group.get_command(context, name)
    assert wanted is not None  # noqa: S101 - the table above names those there are
    with wanted.make_context(name, [*options, *_COMMANDS[name](seen)], context) as inner:
        wanted.invoke(inner)


def _apart(arguments: tuple[str, ...]) -> tuple[list[str], list[Path]]:
    """Options, and the YAML files behind them: programs that run hooks put these at the end."""
    first = len(arguments)
    while first and _is_file(arguments[first - 1]):
        first -= 1
    return list(arguments[:first]), [Path(one) for one in arguments[first:]]


def _is_file(word: str) -> bool:
    return word.endswith((".yaml", ".yml")) and os.path.lexists(word)


def _changed(repository: Path) -> list[Path]:
    """What git has ready for the commit, or what lies between the commits that pre-commit looks at.

    Whoever makes a commit of some files only has an index for it: git tells its hooks by the environment,
    so that is left as it is here.
    """
    git = which("git")
    if git is None:
        raise TroubleError(say("git is not installed, and it alone knows what is committed."))
    before, after = os.environ.get("PRE_COMMIT_FROM_REF"), os.environ.get("PRE_COMMIT_TO_REF")
    between = ["--end-of-options", f"{before}...{after}"] if before and after else ["--cached"]
    listed = subprocess.run(  # noqa: S603 - git's own path, no shell
        [git, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", *between, "--"],
        cwd=repository,
        capture_output=True,
        check=False,
    )  # fmt: skip
    if listed.returncode != 0:
        raise TroubleError(
            say(
                "git cannot tell what is committed: {reason}",
                reason=listed.stderr.decode("utf-8", "replace").strip(),
            )
        )
    names = listed.stdout.decode("utf-8", "surrogateescape").split("\0")
    return [repository / name for name in names if name.endswith((".yaml", ".yml"))]
