"""``processctl init``."""

from __future__ import annotations

import json
import os
from importlib import resources
from pathlib import Path

import click

from processctl.cli.language import language_option, terminal_language
from processctl.cli.write import write_atomically

SCHEMA_FILE = "processctl.schema.json"


@click.command(
    name="init", short_help="Begin a process: write a commented starter into a new folder."
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@language_option
def command(folder: Path, lang: str | None) -> None:
    """Begin a process: write a commented starter, and the schema for your editor, into DIR.

    Nothing that exists is overwritten.

    \b
    Examples:
      processctl init our-process
      processctl init polku --lang fi
    """
    from processctl.reading.files import MARKER, workspace_above
    from processctl.reading.schema_text import schema_in

    language = terminal_language(lang)
    target = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() follows links
    if os.path.lexists(target) and not target.is_dir():
        raise click.UsageError(f'"{folder}" is a file; name a folder.')
    existing = next((one for one in (target, *target.parents) if one.is_dir()), target)
    above = workspace_above(existing)
    if above is not None:
        raise click.UsageError(f'"{folder}" lies in a workspace already: {above / MARKER} exists.')
    for name in (MARKER, SCHEMA_FILE):
        if os.path.lexists(target / name):
            raise click.UsageError(f'"{folder / name}" exists already, and nothing is overwritten.')
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise click.ClickException(f'"{folder}" cannot be made: {reason}.') from error
    starter = resources.files("processctl").joinpath("starter", f"{language}.yaml").read_bytes()
    schema = json.dumps(schema_in(language), ensure_ascii=False, indent=2) + "\n"
    write_atomically(target / SCHEMA_FILE, schema.encode())
    write_atomically(target / MARKER, starter)
    click.echo(f"{folder / MARKER}")
    click.echo(f"{folder / SCHEMA_FILE}")
