"""``processctl site``: pages for people who join the company."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.language import language_option
from processctl.cli.places import limit_option, limits_of, one_workspace
from processctl.cli.site_serve import serve_command
from processctl.cli.trouble import TroubleError, UsageError
from processctl.cli.unread import tell_unread
from processctl.cli.write import write_atomically
from processctl.texts import say

if TYPE_CHECKING:
    from processctl.journey import Journey


@click.group(name="site", short_help="Make a site of the process, for people who join.")
@language_option
def command(lang: str | None) -> None:
    """Make a site of the process: what a newcomer reads on the first day.

    \b
    Examples:
      processctl site build    write it into a folder
      processctl site serve    see it while you write
    """
    del lang


command.add_command(serve_command)


@command.command(name="build", short_help="Write the pages into a folder.")
@click.argument("path", default=".", type=click.Path())
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, metavar="DIR",
              help="Folder for the pages: a new one, an empty one, or one with a site that processctl wrote.")  # fmt: skip
@click.option("--public", is_flag=True,
              help="For everybody: leave out people, addresses, findings and ignores.")  # fmt: skip
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Judge dates as on this day.")
@limit_option
@language_option
def build_command(
    path: str,
    output: Path,
    public: bool,
    today: datetime | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Write the pages into a folder: the journey, a page for each stage, team, role and person, and more.

    They open from the folder as from a server, in every language of the process that processctl speaks; --lang
    makes those of one language only. Nothing in them comes from elsewhere. With --public they name roles and no
    people, and tell no findings; a text that names somebody all the same is told, and nothing is written.

    \b
    Examples:
      processctl site build -o site
      processctl site build our-process -o /srv/www/process --lang fi
      processctl site build --public -o public
    """
    from processctl.cli.site_material import material_of, site_languages
    from processctl.lint.run import read_journey
    from processctl.reading.collector import collector_off
    from processctl.site.build import build
    from processctl.site.drawn import Drawer

    old = _files_there(output)
    journey = read_journey(one_workspace(path), limits_of(limits))
    whole = not tell_unread(journey, lang)
    if not journey.model.stages:
        raise TroubleError(say("There are no stages to draw."))
    day = today.date() if today else date.today()
    with collector_off():
        material = material_of(journey, day, limits_of(limits), public=public)
        files = build(material, site_languages(journey, lang), Drawer(os.cpu_count() or 1))
    if public:
        _check_leaks(journey, files)
    _write(output, files, old)
    raise SystemExit(CLEAN if whole else FINDINGS)


def _check_leaks(journey: Journey, files: Mapping[str, bytes]) -> None:
    """Write no public site that names somebody in a text."""
    from processctl.site.public import leaks

    found = list(leaks(journey, files))
    if found:
        first = found[0]
        raise TroubleError(
            say(
                'The page "{page}" would name "{words}" to everybody: a text of the process does.',
                page=first.page,
                words=first.words,
            ),
            say("Name the role instead, then build again. Pages that name somebody: {count}.", count=len(found)),
        )  # fmt: skip


def _files_there(folder: Path) -> frozenset[str]:
    """The files of the site that is in a folder; none where it is empty or not there.

    Raises:
        UsageError: there is something else.
    """
    from processctl.diagrams import is_ours
    from processctl.site.build import LIST

    if not os.path.lexists(folder):
        return frozenset()
    if not folder.is_dir():
        raise UsageError(say('"{path}" is no folder.', path=str(folder)))
    with suppress(OSError):
        if is_ours((folder / "index.html").read_bytes()):
            return frozenset((folder / LIST).read_text("utf-8").split("\n")) - {""}
    if any(folder.iterdir()):
        raise UsageError(
            say(
                'In "{folder}" there are files that processctl did not write: name a new folder.',
                folder=str(folder),
            )
        )
    return frozenset()


def _write(folder: Path, files: Mapping[str, bytes], old: frozenset[str]) -> None:
    """Write the site, and remove the pages that an earlier one had and this one has not."""
    for name, content in files.items():
        target = folder / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise TroubleError(
                say('"{folder}" cannot be written.', folder=str(target.parent))
            ) from error
        write_atomically(target, content)
    for name in sorted(old - files.keys()):
        gone = (folder / name).resolve()
        if gone.is_relative_to(folder.resolve()):
            gone.unlink(missing_ok=True)
