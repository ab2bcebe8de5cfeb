"""``processctl lint``."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext, redirect_stdout
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.drawings import Drawings
from processctl.cli.exits import CLEAN, FINDINGS, OWN_FAILURE
from processctl.cli.known import known_options, read_known
from processctl.cli.language import language_option
from processctl.cli.places import find_places, limit_option, limits_of
from processctl.cli.reporting import FORMATS, Reporting
from processctl.cli.standard_input import read_standard_input
from processctl.cli.targets import check_not_read, read_targets
from processctl.cli.trouble import UsageError, nearest_hint
from processctl.texts import say
from processctl.texts.severity import FAIL_ON

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from processctl.lint.fix import Outcome
    from processctl.lint.result import Result
    from processctl.reading.limits import Limits


@click.command(name="lint", short_help="Find the places where customers fall through the cracks.")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "format_", type=click.Choice(tuple(FORMATS)), show_default="text",
              help="Form of the report on standard output.")  # fmt: skip
@click.option("--output", "outputs", multiple=True, metavar="FORMAT:FILE",
              help="Also write a report to a file; as often as you like.")  # fmt: skip
@click.option("--fail-on", type=click.Choice(FAIL_ON),
              help="Exit with 1 from this severity on; the workspace's own setting otherwise.")  # fmt: skip
@click.option(
    "--select", multiple=True, metavar="RULE", help="Show only these rules: PC201, PC2 or a name."
)
@click.option("--skip", multiple=True, metavar="RULE", help="Leave these rules out.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="Judge dates as on this day.")
@click.option("--verbose", is_flag=True, help="List everything that is otherwise counted.")
@click.option("--quiet", is_flag=True, help="Findings only, no summary.")
@click.option("--statistics", is_flag=True, help="Count findings by rule.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 although there are findings.")
@click.option("--stdin-filename", metavar="FILE", help='With "-": the file that standard input is.')
@click.option("--no-cache", is_flag=True, help="Judge anew, and remember nothing.")
@click.option("--timings", is_flag=True, help="Show how long each rule took.")
@click.option("--fix", is_flag=True, help="Mend what can be mended safely, then lint.")
@click.option("--unsafe", is_flag=True,
              help="With --fix or --diff: also write stubs for you to fill in.")  # fmt: skip
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing.")
@known_options
@limit_option
@language_option
def command(
    paths: tuple[str, ...],
    format_: str | None,
    outputs: tuple[str, ...],
    fail_on: str | None,
    select: tuple[str, ...],
    skip: tuple[str, ...],
    today: datetime | None,
    verbose: bool,
    quiet: bool,
    statistics: bool,
    exit_zero: bool,
    stdin_filename: str | None,
    no_cache: bool,
    timings: bool,
    fix: bool,
    unsafe: bool,
    diff: bool,
    baseline: Path | None,
    fail_on_stale: bool,
    changed_since: str | None,
    limits: tuple[tuple[str, int], ...],
    lang: str | None,
) -> None:
    """Find the places where customers fall through the cracks.

    PATHS are files or folders of workspaces; without any, the current folder. Every workspace they
    touch is linted once.

    Exit status: 0 clean, 1 findings, 2 wrong usage, 3 processctl itself failed.

    \b
    Examples:
      processctl lint
      processctl lint our-process --lang fi
      processctl lint --select PC4 --verbose
      processctl lint --format github --fail-on warning
      processctl lint --output sarif:lint.sarif --output html:lint.html
      processctl lint --baseline processctl-baseline.json
      processctl lint --changed-since main
      processctl lint --diff --unsafe
      processctl lint --fix
    """
    from processctl.lint.narrow import Selection

    report_only = (format_ not in (None, "text"), outputs, statistics, timings, verbose, quiet)
    _check_usage(fix=fix, unsafe=unsafe, diff=diff, reports=any(report_only))
    targets = read_targets(outputs, tuple(FORMATS), taken=format_ is not None)
    selection = Selection(_words(select), _words(skip))
    _check_rule_words((*selection.select, *selection.skip))
    overrides: dict[Path, str] = {}
    from_input = "-" in paths or stdin_filename is not None
    if from_input:
        if (fix or diff) and paths != ("-",):
            raise UsageError(say('With "-", --fix and --diff take no other paths.'))
        paths, overrides = _from_standard_input(paths, stdin_filename, limits_of(limits).file_size)
    places = find_places(paths)
    day = today.date() if today else date.today()
    fresh = no_cache or timings
    if fail_on_stale and baseline is None:
        raise UsageError(say('"--fail-on-stale" is about a baseline: name it with --baseline.'))
    known = read_known(
        baseline,
        changed_since,
        places.workspaces,
        day,
        limits_of(limits),
        lambda root: _for_root(overrides, root),
        fresh=fresh,
    )
    outcomes: tuple[Outcome, ...] = ()
    if fix or diff:
        from processctl.cli.fix import Fixing

        fixing = Fixing(day, selection, known, limits_of(limits), lang, unsafe=unsafe)
        outcomes = tuple(
            fixing.outcome(root, _for_root(overrides, root)) for root in places.workspaces
        )
        if diff:
            sys.exit(fixing.show(outcomes, exit_zero=exit_zero))
        results = tuple(outcome.result for outcome in outcomes)
        check_not_read(targets, results)
        fixing.save(outcomes, overrides)
    else:
        judged = judge(places.workspaces, day, limits_of(limits), overrides, fresh=fresh)
        results = tuple(selection.of(known.of(result)) for result in judged)
        check_not_read(targets, results)
    drawings = Drawings(
        places.workspaces, limits_of(limits), lambda root: _for_root(overrides, root)
    )
    flags = {"verbose": verbose, "quiet": quiet, "statistics": statistics, "timings": timings,
             "narrowed": bool(selection)}  # fmt: skip
    with redirect_stdout(sys.stderr) if fix and from_input else nullcontext():
        Reporting(format_, targets, lang, fail_on, flags, drawings.mermaid, drawings.svg).write(
            results, outcomes, places.passed_over
        )
    if not quiet or fail_on_stale:
        known.tell(results)
    stale = fail_on_stale and known.is_stale(results)
    sys.exit(_status(results, fail_on, stale=stale, exit_zero=exit_zero))


def _check_usage(*, fix: bool, unsafe: bool, diff: bool, reports: bool) -> None:
    """Refuse options that say nothing together."""
    if unsafe and not (fix or diff):
        raise UsageError(
            say('With "--unsafe" alone nothing is mended: add --fix, or --diff to look.')
        )
    if diff and reports:
        raise UsageError(
            say(
                "--diff shows changes and no report: leave out --format, --output, --statistics, "
                "--timings, --verbose and --quiet."
            )
        )


def judge(
    roots: tuple[Path, ...],
    today: date,
    limits: Limits,
    overrides: Mapping[Path, str],
    *,
    fresh: bool = False,
) -> Iterator[Result]:
    """Lint each workspace, by way of its cache where nothing stands against that."""
    from processctl.cli.secret import secret

    seal = None if fresh or overrides else secret()
    for root in roots:
        if seal is None:
            from processctl.lint.run import lint_workspace

            yield lint_workspace(root, today, limits, _for_root(overrides, root))
        else:
            from processctl.lint.cache import Cache
            from processctl.lint.cached import cached_lint
            from processctl.lint.identity import identity

            yield cached_lint(root, today, limits, Cache(root, seal, identity(), limits))


def _words(values: tuple[str, ...]) -> tuple[str, ...]:
    """The rules that an option names, each alone or several with commas between them."""
    return tuple(word.strip() for value in values for word in value.split(","))


def _check_rule_words(words: tuple[str, ...]) -> None:
    """Refuse words that name no rule: a narrower run than meant looks like a clean one."""
    if not words:
        return
    from processctl.lint.narrow import names
    from processctl.lint.plugins import registry

    for word in words:
        if not any(names(word, rule) for rule in registry().rules):
            known = tuple(rule.name for rule in registry().rules)
            hint = nearest_hint(word, known, say('"processctl rules" lists them.'))
            raise UsageError(say('There is no rule "{word}".', word=word), hint)


def _from_standard_input(
    paths: tuple[str, ...], filename: str | None, size_limit: int
) -> tuple[tuple[str, ...], dict[Path, str]]:
    if "-" not in paths or filename is None:
        raise UsageError(say('"-" and --stdin-filename FILE belong together.'))
    # with its byte order mark: it is given back
    text = read_standard_input(filename, size_limit)[1].decode()
    file = Path(os.path.abspath(filename))  # noqa: PTH100 - resolve() follows links
    others = tuple(path for path in paths if path != "-")
    folder = filename if file.exists() else str(file.parent)
    return (*others, folder), {file: text}


def _for_root(overrides: Mapping[Path, str], root: Path) -> dict[Path, str]:
    """The overrides by the paths that the files below ``root`` are read by."""
    absolute = Path(os.path.abspath(root))  # noqa: PTH100 - resolve() follows links
    return {
        root / file.relative_to(absolute): text
        for file, text in overrides.items()
        if file.is_relative_to(absolute)
    }


def _status(
    results: tuple[Result, ...], fail_on: str | None, *, stale: bool, exit_zero: bool
) -> int:
    if any(result.failed for result in results):
        return OWN_FAILURE
    if exit_zero:
        return CLEAN
    return FINDINGS if stale or any(result.fails(fail_on) for result in results) else CLEAN
