"""``processctl clean``."""

from __future__ import annotations

import click

from processctl.cli.language import language_option, terminal_language
from processctl.cli.places import find_places
from processctl.cli.trouble import TroubleError, reason


@click.command(name="clean", short_help="Take away what earlier runs remember.")
@click.argument("paths", nargs=-1, type=click.Path())
@language_option
def command(paths: tuple[str, ...], lang: str | None) -> None:
    """Take away what earlier runs remember: the folder .processctl_cache of each workspace.

    PATHS are files or folders of workspaces; without any, the current folder.

    \b
    Examples:
      processctl clean
      processctl clean our-process
    """
    from processctl.lint.cache import FOLDER, clean
    from processctl.texts import say, translator

    speaker = translator(terminal_language(lang))
    for root in find_places(paths).workspaces:
        folder = click.format_filename(root / FOLDER)
        try:
            was_there = clean(root)
        except OSError as error:
            raise TroubleError(
                say(
                    '"{folder}" cannot be taken away: {reason}.',
                    folder=folder,
                    reason=reason(error),
                )
            ) from error
        message = (
            say('Taken away: "{folder}".', folder=folder)
            if was_there
            else say('Nothing to take away: there is no "{folder}".', folder=folder)
        )
        click.echo(speaker.render(message))
