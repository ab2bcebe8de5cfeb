"""``processctl rename``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.language import language_option, terminal_language
from processctl.cli.places import find_places, limit_option, limits_of
from processctl.cli.trouble import UsageError, nearest_hint
from processctl.texts import say

if TYPE_CHECKING:
    from processctl.model.model import Model
    from processctl.repair.portrait import Renaming


@click.command(name="rename", short_help="Give an element another id, everywhere it is named.")
@click.argument("old", metavar="SECTION.OLD")
@click.argument("new", metavar="NEW")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--diff", is_flag=True, help="Show what would change, and write nothing.")
@limit_option
@language_option
def command(
    old: str,
    new: str,
    paths: tuple[str, ...],
    diff: bool,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Give an element another id: where it is declared, and wherever it is named.

    SECTION is stages, roles, teams, people, fields, criteria or any other section of ids; outcomes
    and phases of the process too. References and conditions are changed, in all files; texts and
    comments are not. Nothing is written unless the process means the same afterwards.

    PATHS are the workspaces, the current folder otherwise. Of an element that other workspaces use,
    name their folders as well: all are changed together.

    \b
    Examples:
      processctl rename stages.offer quote
      processctl rename roles.sdr sales_development --diff
      processctl rename teams.sales field_sales company our-process
    """
    from processctl.cli.change import show_changes
    from processctl.cli.write import Change, write_together
    from processctl.model.model import read_model
    from processctl.reading.workspace import load
    from processctl.repair.refused import RefusedError
    from processctl.repair.rename import rename
    from processctl.reports.renamed import refused_lines, renamed_lines

    bounds, here = limits_of(limits), Path.cwd()
    language = terminal_language(lang)
    renaming = _renaming(old, new)

    def read(root: Path, texts: Mapping[Path, str]) -> Model:
        return read_model(load(root, bounds, overrides=texts))

    try:
        done = rename(find_places(paths).workspaces, renaming, read)
    except RefusedError as refused:
        raise click.ClickException("\n".join(refused_lines(refused, here, language))) from refused
    changes = [Change(file, done.before[file].text, text) for file, text in done.after.items()]
    if diff:
        show_changes(changes)
        return
    write_together(changes)
    for line in renamed_lines(renaming, done, here, language):
        click.echo(line)


def _renaming(old: str, new: str) -> Renaming:
    from processctl.repair.portrait import Renaming
    from processctl.repair.rename import RENAMED

    section, dot, name = old.partition(".")
    if not dot or not name:
        raise UsageError(
            say(
                '"{word}" is no SECTION.OLD: write the section too, "{example}" say.',
                word=old,
                example=f"stages.{old.strip('.')}",
            )
        )
    if section not in RENAMED:
        there_are = say("There are {names}.", names=", ".join(RENAMED))
        hint = nearest_hint(section, tuple(RENAMED), there_are)
        raise UsageError(say('There is no section "{section}" with ids.', section=section), hint)
    if name == new:
        raise UsageError(say('"{name}" has that id already.', name=name))
    return Renaming(section, name, new)
