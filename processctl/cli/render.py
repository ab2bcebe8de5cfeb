"""``processctl render``."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.drawing_options import checked, drawing_options
from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.language import file_language, language_option
from processctl.cli.output import check_target
from processctl.cli.places import limit_option, limits_of, one_workspace
from processctl.cli.trouble import TroubleError, UsageError
from processctl.cli.unread import tell_unread
from processctl.cli.wish import Wish
from processctl.cli.write import put, write_atomically
from processctl.texts import say

if TYPE_CHECKING:
    from processctl.diagrams import Options
    from processctl.diagrams.paper.sheets import Paper
    from processctl.diagrams.themes import Theme
    from processctl.journey import Journey

FORMATS = ("svg", "png", "pdf", "dot", "mmd", "bpmn")


@click.command(
    name="render", short_help="Draw the process: SVG, PNG, PDF, Graphviz DOT, Mermaid or BPMN."
)
@click.argument("path", default=".", type=click.Path())
@click.option("-o", "--output", type=click.Path(path_type=Path, readable=False),
              help="File to write; its ending says in which format. Standard output otherwise.")  # fmt: skip
@click.option("--format", "wanted", type=click.Choice(FORMATS), metavar="FORMAT",
              help=f"What to write, if the ending does not say it: {', '.join(FORMATS)}; dot on standard output.")  # fmt: skip
@click.option("--view", default="journey", metavar="VIEW",
              help="What to draw: journey, stage:ID, role:ID, feedback, data or goals.")  # fmt: skip
@click.option("--findings", is_flag=True, help="Mark what the linter found, and tell it below.")
@click.option("--highlight", metavar="WAY",
              help="Mark a way: stages with commas between, or a finding that shows one (its fingerprint or code).")  # fmt: skip
@drawing_options
@click.option(
    "--watch", "is_watched", is_flag=True, help="Draw again whenever a file is saved, until Ctrl-C."
)
@click.option("--force", is_flag=True, help="Replace the file even if processctl did not write it.")
@click.option("--dot", "program", type=click.Path(path_type=Path), metavar="PATH",
              help="Use this Graphviz instead of the one that comes along.")  # fmt: skip
@limit_option
@language_option
def command(
    path: str,
    output: Path | None,
    wanted: str | None,
    view: str,
    findings: bool,
    highlight: str | None,
    theme: Theme,
    link_base: str | None,
    paper: Paper | None,
    is_watched: bool,
    force: bool,
    program: Path | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Draw the process: the journey, or another view of it.

    The journey has one band for each team, from left to right, with every way a case can go.
    Words are in the process's first language unless --lang says otherwise. What cannot be read is
    told on standard error, and the exit status is then 1.

    \b
    Examples:
      processctl render -o journey.svg
      processctl render our-process -o polku.png --lang fi
      processctl render --view stage:offer -o offer.pdf
      processctl render --findings --watch -o journey.svg
      processctl render --highlight PC503 -o case.svg
      processctl render -o journey.pdf --paper a4
      processctl render -o journey.svg --theme dark --link-base https://intranet.example/process
      processctl render -o journey.bpmn
    """
    kind = wanted or _format_of(output)
    if kind == "bpmn" and (
        view != "journey" or findings or highlight or link_base or theme != "light"
    ):
        raise UsageError(
            say("BPMN shows the journey as a whole: leave out what asks for another view or look.")
        )
    options = checked(kind, program, theme, link_base, paper)
    if output is not None:
        check_target(output, force=force)
    job = _Job(
        one_workspace(path), output, kind, Wish(view, findings, highlight, link_base),
        options, limits, lang, force,
    )  # fmt: skip
    if is_watched:
        job.watch()
    elif not job.run():
        sys.exit(FINDINGS)
    sys.exit(CLEAN)


@dataclass(frozen=True)
class _Job:
    """One drawing that is to be made, once or again and again."""

    root: Path
    output: Path | None
    kind: str
    wish: Wish
    options: Options
    limits: tuple[tuple[str, int], ...]
    lang: str | None
    force: bool

    def run(self) -> bool:
        """Draw; the answer is whether everything could be read.

        Raises:
            TroubleError: there is nothing to draw, or it cannot be laid out or written.
        """
        from processctl.reading.collector import collector_off

        with collector_off():
            return self._draw(self._read())

    def watch(self) -> None:
        """Draw now and after every change of a file, until somebody stops it."""
        from processctl.cli.watch import watch

        if self.output is None:
            raise UsageError(say("--watch draws into a file: name it with -o."))
        roots = [root.path for root in self._read().model.workspace.roots]
        watch(roots, self._first, self._again)

    def _first(self) -> None:
        self.run()

    def _again(self) -> None:
        """Draw what has changed; of a file that is half written nothing, so the last drawing stays."""
        from processctl.cli.watch import tell

        journey = self._read()
        if not tell_unread(journey, self.lang):
            self._draw(journey)
            tell(say("Drawn: {file}", file=str(self.output)))

    def _read(self) -> Journey:
        from processctl.lint.run import read_journey

        return read_journey(self.root, limits_of(self.limits))

    def _draw(self, journey: Journey) -> bool:
        # What cannot be read is not in the drawing, and nobody would see that by looking at it.
        whole = not tell_unread(journey, self.lang)
        if not (journey.stages if self.kind == "bpmn" else journey.model.stages):
            if not whole:
                return False
            raise TroubleError(say("There are no stages to draw."))
        from processctl.diagrams import LayoutFailed

        try:
            files = self._written(journey, file_language(self.lang, journey.model.languages))
        except LayoutFailed as error:
            raise TroubleError(error.message) from error
        self._put(files)
        return whole

    def _written(self, journey: Journey, language: str) -> Mapping[str, bytes]:
        """The drawing in its format, by what is added to the name of the file."""
        if self.kind == "bpmn":  # it says more than a drawing holds
            from processctl.bpmn import write_bpmn

            return {"": write_bpmn(journey, language, self.options)}
        from processctl.cli.wish import drawn
        from processctl.diagrams import WRITERS, write_mermaid_parts

        drawing = drawn(journey, self.wish, language, date.today())
        if self.kind == "mmd":
            return write_mermaid_parts(drawing)
        return {"": WRITERS[f".{self.kind}"](drawing, self.options)}

    def _put(self, files: Mapping[str, bytes]) -> None:
        if self.output is None:
            if len(files) > 1:
                raise UsageError(
                    say(
                        "The drawing is too large for one Mermaid diagram: name a file with -o, and each phase gets one of its own."
                    )
                )
            put(files[""])
            return
        targets = {
            self.output.with_name(f"{self.output.stem}-{name}{self.output.suffix}")
            if name
            else self.output: content
            for name, content in files.items()
        }
        for target in targets:
            check_target(target, force=self.force)
        for target, content in targets.items():
            write_atomically(target, content)
        if len(targets) > 1:
            from processctl.cli.watch import tell

            others = ", ".join(target.name for target in targets if target != self.output)
            tell(
                say(
                    "Too large for one Mermaid diagram: {file} shows the phases, and each has a drawing of its own: {others}.",
                    file=self.output.name,
                    others=others,
                )
            )


def _format_of(output: Path | None) -> str:
    """What the ending of a file says that it is to hold.

    Raises:
        UsageError: it says nothing of a drawing.
    """
    ending = output.suffix if output is not None else ".dot"
    if ending.removeprefix(".") in FORMATS and ending.startswith("."):
        return ending.removeprefix(".")
    raise UsageError(
        say(
            'The ending "{ending}" says nothing of a drawing; there are {endings}.',
            ending=ending,
            endings=", ".join(f".{name}" for name in FORMATS),
        )
    )
