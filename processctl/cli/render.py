"""``processctl render``."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.language import file_language, language_option
from processctl.cli.output import check_target
from processctl.cli.places import limit_option, limits_of, one_workspace
from processctl.cli.trouble import TroubleError, UsageError
from processctl.cli.unread import tell_unread
from processctl.cli.write import put, write_atomically
from processctl.texts import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from processctl.diagrams import Drawing, Options
    from processctl.diagrams.themes import Theme

_ENDINGS = (".svg", ".png", ".dot", ".mmd")
THEMES = ("light", "dark")


@click.command(name="render", short_help="Draw the journey: SVG, PNG, Graphviz DOT or Mermaid.")
@click.argument("path", default=".", type=click.Path())
@click.option("-o", "--output", type=click.Path(path_type=Path, readable=False),
              help=f"File to write; its ending says what: {', '.join(_ENDINGS)}. DOT on standard output otherwise.")  # fmt: skip
@click.option("--view", default="journey", metavar="VIEW",
              help="What to draw: journey, stage:ID, role:ID, feedback, data or goals.")  # fmt: skip
@click.option("--findings", is_flag=True, help="Mark what the linter found, and tell it below.")
@click.option("--highlight", metavar="WAY",
              help="Mark a way: stages with commas between, or a finding that shows one (its fingerprint or code).")  # fmt: skip
@click.option("--force", is_flag=True, help="Replace the file even if processctl did not write it.")
@click.option("--dot", "program", type=click.Path(path_type=Path), metavar="PATH",
              help="Use this Graphviz instead of the one that comes along.")  # fmt: skip
@click.option("--theme", type=click.Choice(THEMES), default="light", show_default=True,
              help="Colours: for light paper, or for a dark screen.")  # fmt: skip
@limit_option
@language_option
def command(
    path: str,
    output: Path | None,
    view: str,
    findings: bool,
    highlight: str | None,
    force: bool,
    program: Path | None,
    theme: Theme,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Draw the journey: one band for each team, from left to right, with every way a case can go.

    Words are in the process's first language unless --lang says otherwise. What cannot be read is
    told on standard error, and the exit status is then 1.

    \b
    Examples:
      processctl render -o journey.svg
      processctl render our-process -o polku.png --lang fi
      processctl render | dot -Tpdf -o journey.pdf
    """
    from processctl.cli.wish import Wish, drawn
    from processctl.diagrams import LayoutFailed, Options
    from processctl.lint.run import read_journey

    ending = output.suffix if output else ".dot"
    writer = _writer(ending)
    if theme != "light" and ending == ".mmd":
        raise UsageError(say("The page that draws Mermaid chooses its colours: leave --theme out."))
    if output is not None:
        check_target(output, force=force)
    journey = read_journey(one_workspace(path), limits_of(limits))
    # What cannot be read is not in the drawing, and nobody would see that by looking at it.
    whole = not tell_unread(journey, lang)
    if not journey.model.stages:
        if not whole:
            sys.exit(FINDINGS)
        raise TroubleError(say("There are no stages to draw."))
    language = file_language(lang, journey.model.languages)
    shown = drawn(journey, Wish(view, findings, highlight), language, date.today())
    try:
        drawing = writer(shown, Options(program, theme))
    except LayoutFailed as error:
        raise TroubleError(error.message) from error
    if output is None:
        put(drawing)
    else:
        write_atomically(output, drawing)
    sys.exit(CLEAN if whole else FINDINGS)


def _writer(ending: str) -> Callable[[Drawing, Options], bytes]:
    from processctl.diagrams import WRITERS

    if ending in WRITERS:
        return WRITERS[ending]
    known = ", ".join(_ENDINGS)
    raise UsageError(
        say(
            'The ending "{ending}" says nothing of a drawing; there are {endings}.',
            ending=ending,
            endings=known,
        )
    )
