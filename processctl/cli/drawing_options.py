"""Options for whoever draws a process: colours, links and paper, and what goes with which file."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from processctl.cli.trouble import UsageError
from processctl.texts import say

if TYPE_CHECKING:
    from processctl.diagrams import Options
    from processctl.diagrams.paper.sheets import Paper
    from processctl.diagrams.themes import Theme

_Command = TypeVar("_Command", bound=Callable[..., Any])

# The same as in diagrams/, which is loaded only to draw.
THEMES = ("light", "dark")
PAPERS = ("a4", "a3", "wall")


def drawing_options(command: _Command) -> _Command:
    """``--theme``, ``--link-base`` and ``--paper``; ``checked`` says what they mean for a file."""
    for option in (
        click.option("--paper", type=click.Choice(PAPERS),
                     help="PDF on sheets of this size, as many as it takes to read it; or one for the wall."),
        click.option("--link-base", metavar="ADDRESS",
                     help="Let each stage link to its page below this, such as ADDRESS/stages/offer.html."),
        click.option("--theme", type=click.Choice(THEMES), default="light", show_default=True,
                     help="Colours: for light paper, or for a dark screen."),
    ):  # fmt: skip
        command = option(command)
    return command


def checked(
    kind: str, program: Path | None, theme: Theme, link_base: str | None, paper: Paper | None
) -> Options:
    """The options for a file of this format.

    Raises:
        UsageError: the file can have nothing of the kind, or the links lead nowhere.
    """
    from processctl.diagrams import Options

    if theme != "light" and kind == "mmd":
        raise UsageError(say("The page that draws Mermaid chooses its colours: leave --theme out."))
    if paper is not None and kind != "pdf":
        raise UsageError(
            say(
                'Paper is for PDF: draw into a file that ends in .pdf, or leave "--paper {paper}" out.',
                paper=paper,
            )
        )
    if link_base is not None:
        _check_base(kind, link_base)
    if kind == "pdf":
        _forget_settings()
    return Options(program, theme, paper)


def _check_base(kind: str, base: str) -> None:
    from processctl.diagrams.links import is_base, is_web

    if kind == "png":
        raise UsageError(
            say("A PNG picture has no links: draw SVG or PDF, or leave --link-base out.")
        )
    if not is_base(base):
        raise UsageError(
            say(
                'Pages cannot stand below "{base}": give a whole address that begins with https://, '
                'or a folder, without spaces, "?" and "#".',
                base=base,
            )
        )
    if kind == "pdf" and not is_web(base):
        raise UsageError(
            say(
                'From a PDF, which lies anywhere, nothing leads to "{base}": give a whole address that '
                "begins with https://.",
                base=base,
            )
        )


def _forget_settings() -> None:
    """What is set for other programs that write PDF with the same library is not meant for drawings."""
    for name in [name for name in os.environ if name.startswith("RL_")]:
        del os.environ[name]
