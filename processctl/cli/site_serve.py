"""``processctl site serve``: the site while somebody writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.language import language_option
from processctl.cli.places import limit_option, limits_of, one_workspace
from processctl.texts import say

if TYPE_CHECKING:
    from processctl.site.live.state import State


@click.command(
    name="serve", short_help="Show the site in a browser, and anew whenever a file is saved."
)
@click.argument("path", default=".", type=click.Path())
@click.option("--port", type=click.IntRange(0, 65535), metavar="N",
              help="Port to listen on; 0 is any that is free. Otherwise 8000, or the next free one.")  # fmt: skip
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS",
              help="Address to listen on. Others than this machine's own are for everybody who reaches it.")  # fmt: skip
@click.option("--open", "is_opened", is_flag=True, help="Open the site in a browser.")
@limit_option
@language_option
def serve_command(
    path: str,
    port: int | None,
    host: str,
    is_opened: bool,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Show the site in a browser, and anew whenever a file is saved, until Ctrl-C. Nothing is written.

    The pages are those of "processctl site build"; below each stands what the linter found. While a file
    cannot be read, they say what is wrong with it.

    \b
    Examples:
      processctl site serve
      processctl site serve our-process --open
      processctl site serve --port 8080 --lang fi
    """
    import webbrowser

    from processctl.cli.serving import Serving
    from processctl.cli.site_material import Past, material_of, site_languages
    from processctl.cli.watch import tell, watch
    from processctl.lint.run import read_journey
    from processctl.reading.collector import collector_off
    from processctl.site.drawn import Drawer
    from processctl.site.live.hosts import is_loopback
    from processctl.site.live.state import state_of

    root, allowed = one_workspace(path), limits_of(limits)
    serving, drawer, past = Serving(host, port), Drawer(), Past()

    def state() -> State:
        with collector_off():
            journey = read_journey(root, allowed)
            material = material_of(journey, date.today(), allowed, past=past)
            return state_of(material, site_languages(journey, lang), drawer, Path.cwd())

    def first() -> None:
        serving.show(state())
        serving.start()
        tell(say("The site is at {address}", address=serving.address))
        if not is_loopback(host):
            tell(
                say(
                    'Whoever reaches "{host}" over the network can read it: no password is asked for.',
                    host=host,
                )
            )
        if is_opened:
            webbrowser.open(serving.address)

    try:
        watch(_folders(root, limits), first, lambda: serving.show(state()))
    finally:
        serving.close()


def _folders(root: Path, limits: tuple[tuple[str, int], ...]) -> list[Path]:
    """The folders that a workspace is read from; its own, where its first file cannot be read."""
    from processctl.reading.workspace import load

    return [found.path for found in load(root, limits_of(limits)).roots] or [root]
