"""``processctl diff``."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.exits import CLEAN, FINDINGS
from processctl.cli.language import file_language, language_option, terminal_language
from processctl.cli.output import check_target
from processctl.cli.places import limit_option, limits_of
from processctl.cli.trouble import TroubleError, UsageError
from processctl.cli.write import put, write_atomically
from processctl.lint.baseline import FILE_NAME
from processctl.texts import say

if TYPE_CHECKING:
    from processctl.cli.states import State
    from processctl.compare.difference import Difference
    from processctl.compare.kind import Level
    from processctl.diagrams import Sketch
    from processctl.journey import Journey
    from processctl.reading.limits import Limits
    from processctl.reports.changes import Changes
    from processctl.texts import Argument

FORMATS = ("text", "json", "markdown", "html", "svg", "png")
FAIL_ON = ("breaking", "behaviour", "clarifying", "never")


@click.command(name="diff", short_help="Compare two states: which leads now go elsewhere.")
@click.argument("states", nargs=-1, metavar="[A] [B]")
@click.option("--workspace", "workspaces", multiple=True, metavar="FOLDER",
              help="Compare only these workspaces.")  # fmt: skip
@click.option("--baseline", metavar="FILE", default=FILE_NAME, show_default=True,
              help="File with known findings: what is taken into it is told first.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True,
              help="Form of the report; svg and png are one drawing of both states.")  # fmt: skip
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write into this file.")
@click.option("--force", is_flag=True, help="Replace a file that processctl did not write.")
@click.option("--fail-on", type=click.Choice(FAIL_ON), default="never", show_default=True,
              help="Exit with 1 from this kind of change on.")  # fmt: skip
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Judge dates as on this day.")
@click.option("--verbose", is_flag=True, help="List everything that is otherwise counted.")
@limit_option
@language_option
def command(
    states: tuple[str, ...],
    workspaces: tuple[str, ...],
    baseline: str,
    format_: str,
    output: Path | None,
    force: bool,
    fail_on: str,
    today: datetime | None,
    verbose: bool,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Compare two states of a process: which leads now go elsewhere, and what somebody relied on.

    A and B are folders or git revisions (a branch, a tag, main~3, "main:folder"). Without B, the
    revision A is compared with the files as they are, and of a folder the last commit with the
    folder; without both, the last commit is. "A..B" and "A...B" are as in git diff. Nothing is
    checked out.

    A change is breaking (cases have no way any more, an owner is gone, a promise is weaker), of
    behaviour (cases go elsewhere), or clarifying (only words). The solver decides that on both states
    at once.

    Exit status: 0, 1 with --fail-on or where something cannot be read, 2 wrong usage.

    \b
    Examples:
      processctl diff
      processctl diff main
      processctl diff v1.0.0 v2.0.0 --format markdown
      processctl diff main...HEAD --fail-on breaking
      processctl diff old-folder new-folder --format svg -o change.svg
    """
    from processctl.cli.states import two_states
    from processctl.reading.collector import collector_off

    if len(states) > 2:
        raise UsageError(say("Two states are compared, and here are {count}.", count=len(states)))
    if output is not None:
        check_target(output, force=force)
    elif format_ == "png" and sys.stdout.isatty():
        raise UsageError(say("A picture is no text: name a file with -o."))
    day = today.date() if today else date.today()
    old, new = two_states(states or ("HEAD",))
    with collector_off():
        differences = _differences(old, new, workspaces, baseline, day, limits_of(limits))
    changes = _changes(differences, old.label, new.label, format_, lang, to_file=output is not None)
    _write(changes, format_, output, verbose=verbose)
    sys.exit(_status(differences, fail_on))


def _differences(
    old: State, new: State, only: tuple[str, ...], baseline: str, today: date, limits: Limits
) -> tuple[Difference, ...]:
    from processctl.cli.baseline_file import baseline_in
    from processctl.cli.states import workspaces_of
    from processctl.compare.difference import differ
    from processctl.compare.pairs import pairs
    from processctl.git.repository import NoRevision
    from processctl.lint.run import read_journey

    try:
        roots_of = workspaces_of(old, new)
        was, now = (
            _journeys(state, there, limits)
            for state, there in zip((old, new), roots_of, strict=True)
        )
        if not was and not now:
            raise UsageError(say("There is no workspace in either state."))
        found = []
        known = [baseline_in(one.tree, one.folder / baseline, limits) for one in (old, new)]
        for before, after in pairs(was, now):
            roots = (before and old.folder / before), (after and new.folder / after)
            if only and not any(_is_meant(root, only) for root in roots if root is not None):
                continue

            def reread(
                texts: Mapping[Path, str], root: Path | None = roots[0], tree: State = old
            ) -> Journey:
                assert root is not None  # noqa: S101 - only what is there is read again
                return read_journey(root, limits, texts, tree.tree)

            found.append(
                differ(
                    roots[1] or roots[0] or Path(),
                    was[before] if before is not None else None,
                    now[after] if after is not None else None,
                    today,
                    reread,
                    roots[0],
                    (
                        known[0].of(roots[0]) if roots[0] is not None else (),
                        known[1].of(roots[1]) if roots[1] is not None else (),
                    ),
                )
            )
    except NoRevision as error:
        raise UsageError(error.message, error.hint) from error
    if not found:
        raise UsageError(say("None of the workspaces in either state is one that was named."))
    return tuple(found)


def _journeys(state: State, roots: tuple[Path, ...], limits: Limits) -> dict[Path, Journey]:
    """Some workspaces of a state, by their folders below the one that is looked in."""
    from processctl.lint.run import read_journey

    return {
        Path(os.path.relpath(root, state.folder)): read_journey(root, limits, tree=state.tree)
        for root in roots
    }


def _is_meant(root: Path, only: tuple[str, ...]) -> bool:
    return any(os.path.abspath(root) == os.path.abspath(one) for one in only)  # noqa: PTH100 - resolve() follows links


def _changes(
    differences: tuple[Difference, ...],
    old: Argument,
    new: Argument,
    format_: str,
    lang: str | None,
    *,
    to_file: bool,
) -> Changes:
    from processctl.reports.changes import Changes

    there = [one.new or one.old for one in differences]
    languages = there[0].model.languages if there and there[0] is not None else ()
    on_terminal = format_ == "text" and not to_file
    language = terminal_language(lang) if on_terminal else file_language(lang, languages)
    return Changes(differences, old, new, Path.cwd(), language)


def _write(changes: Changes, format_: str, output: Path | None, *, verbose: bool) -> None:
    if format_ == "text" and output is None:
        from processctl.reports.changes_text import ChangesText

        colour = False if os.environ.get("NO_COLOR") else None
        for line in ChangesText(changes, click.style, verbose).lines():
            click.echo(line, color=colour)
        return
    content = _content(changes, format_, verbose=verbose)
    if output is None:
        put(content)
    else:
        write_atomically(output, content)


def _content(changes: Changes, format_: str, *, verbose: bool) -> bytes:
    if format_ == "text":
        from processctl.reports.changes_text import ChangesText

        return ("\n".join(ChangesText(changes, verbose=verbose).lines()) + "\n").encode()
    if format_ == "json":
        from processctl.reports.changes_json import changes_json

        return f"{changes_json(changes)}\n".encode()
    if format_ == "markdown":
        from processctl.reports.changes_markdown import changes_markdown

        return changes_markdown(changes, _as_mermaid).encode()
    if format_ == "html":
        from processctl.reports.changes_html import changes_html

        return changes_html(changes, _as_svg).encode()
    compared = [one for one in changes.differences if one.comparison is not None]
    if len(compared) != 1:
        raise UsageError(
            say(
                "A drawing shows one workspace, and here are {count}: name one with --workspace.",
                count=len(compared),
            )
        )
    return _drawing(compared[0], changes.language, png=format_ == "png")


def _drawing(difference: Difference, language: str, *, png: bool = False) -> bytes:
    from processctl import diagrams

    sketch = _sketch(difference, language)
    try:
        return diagrams.write_png(sketch) if png else diagrams.write_svg(sketch)
    except diagrams.LayoutFailed as error:
        raise TroubleError(error.message) from error


def _as_svg(difference: Difference, language: str) -> str | None:
    from processctl.cli.drawings import svg_of

    return svg_of(_sketch(difference, language))


def _as_mermaid(difference: Difference, language: str) -> str | None:
    from processctl.cli.drawings import mermaid_of

    return mermaid_of(_sketch(difference, language))


def _sketch(difference: Difference, language: str) -> Sketch:
    from processctl.compare.union import union
    from processctl.views.journey import Marks, sketch_of

    assert difference.comparison is not None  # noqa: S101 - only what was compared is drawn
    both = union(difference.comparison)
    return sketch_of(both.journey, language, Marks(both.stages, both.ways))


def _status(differences: tuple[Difference, ...], fail_on: str) -> int:
    from processctl.compare.difference import worst
    from processctl.compare.kind import LEVELS

    if any(one.unread[1] for one in differences):
        return FINDINGS
    level: Level | None = worst(differences)
    if level is None or fail_on == "never":
        return CLEAN
    return FINDINGS if LEVELS.index(level) <= FAIL_ON.index(fail_on) else CLEAN
