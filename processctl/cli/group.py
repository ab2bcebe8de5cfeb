"""The program: its commands, and how it ends."""

from __future__ import annotations

import errno
import gc
import io
import os
import signal
import sys
from gettext import gettext
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from processctl import __version__
from processctl.cli.exits import BAD_USAGE, CLEAN, OWN_FAILURE
from processctl.cli.language import language_option, spoken_language
from processctl.cli.spoken import click_in_language, in_language
from processctl.cli.trouble import TroubleError, UsageError, nearest_hint, reason, told
from processctl.texts import help_translator, say

_COMMANDS = {
    "assess": "Judge how far a process is on the way to working together.",
    "baseline": "Keep a list of the findings that you know of.",
    "clean": "Take away what earlier runs remember.",
    "codeowners": "Let whoever owns a stage review its file.",
    "config": "Show the settings in force, and where each comes from.",
    "diff": "Compare two states: which leads now go elsewhere.",
    "explain": "Explain one rule: what it checks, why it matters, what to write instead.",
    "fmt": "Bring process files into one form; comments stay.",
    "hook": "Run lint or test on the workspaces that a commit touches.",
    "import": "Take over a process that was drawn in BPMN.",
    "init": "Begin a process: answer some questions, or take a starter.",
    "lint": "Find the places where customers fall through the cracks.",
    "log": "Tell the life of a process: what changed when, and who decided it.",
    "lsp": "Help editors while somebody writes: the language server.",
    "prove": "Prove that no lead is left behind, or show the one that is.",
    "rename": "Give an element another id, everywhere it is named.",
    "render": "Draw the process: SVG, PNG, PDF, Graphviz DOT, Mermaid or BPMN.",
    "rules": "List the rules.",
    "schema": "Print the JSON Schema of the language, for editors.",
    "site": "Make a site of the process, for people who join.",
    "test": "Let made-up cases walk, and see if they go as they should.",
    "try": "Walk one case through the process, stage by stage.",
}

# Words that Python keeps for itself.
_MODULES = {"try": "try_case", "import": "import_bpmn"}

PIPE_CLOSED = 128 + 13
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


class LazyGroup(click.Group):
    """A group that imports a command when it is used, and lists commands without importing any."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        del ctx
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command, and let it help in the reader's language."""
        del ctx
        if cmd_name not in _COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command = import_module(f"processctl.cli.{module}").command
        assert isinstance(command, click.Command)  # noqa: S101 - every module here defines one
        return in_language(command, help_translator(spoken_language()))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands with their lines from the table."""
        del ctx
        speaker = help_translator(spoken_language())
        with formatter.section(gettext("Commands")):
            formatter.write_dl([(name, speaker.phrase(text)) for name, text in _COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """As click does; a reader who goes away, as ``head`` does, ends the program quietly."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _drop_output()
            sys.exit(PIPE_CLOSED)
        except OSError as error:
            if error.errno not in _NO_ROOM:
                raise
            _drop_output()
            raise TroubleError(
                say("The output cannot be written: {reason}.", reason=reason(error))
            ) from error
        return result

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest command in the error."""
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            hint = nearest_hint(args[0], tuple(_COMMANDS), None)
            raise UsageError(say('There is no command "{word}".', word=args[0]), hint, ctx=ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="processctl")
@language_option
def program(lang: str | None) -> None:
    """Your customer's journey as code: no lead left behind.

    \b
    Examples:
      processctl init our-process       begin a process
      processctl lint                   find its leaks
      processctl render -o journey.svg  draw it
      processctl fmt                    bring its files into one form
    """
    del lang  # the commands look for it here


def main() -> None:
    """Run the program. A closed pipe and an interrupt end it quietly."""
    # What is loaded and read stays until the end: looking through it again and again finds nothing.
    gc.set_threshold(100_000, 50, 50)
    if sys.stdout is None:  # whoever started the program has closed it
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - until the end
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # names hold signs that not every terminal has
    language = spoken_language()
    with click_in_language(language):
        _run(in_language(program, help_translator(language)))


def _run(commands: click.Group) -> NoReturn:
    try:
        status = commands.main(prog_name="processctl", standalone_mode=False)
        sys.exit(status if isinstance(status, int) else CLEAN)
    except click.ClickException as error:
        error.show()
        sys.exit(BAD_USAGE)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(128 + signal.SIGINT)
    except Exception as error:
        if os.environ.get("PROCESSCTL_TRACEBACK"):
            raise
        click.echo(
            told(
                say(
                    "processctl broke down ({error}). This is a fault of processctl, not of your "
                    "process: please report it. With PROCESSCTL_TRACEBACK=1 the program shows where.",
                    error=f"{type(error).__name__}: {error}",
                )
            ),
            err=True,
        )
        sys.exit(OWN_FAILURE)


def _drop_output() -> None:
    """Let what is still to be written go nowhere, so that nothing is said of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
