"""The reports of a run of the linter: which were asked for, where each goes, and who makes it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.language import terminal_language
from processctl.cli.targets import Target, write_target
from processctl.cli.write import put

if TYPE_CHECKING:
    from processctl.lint.fix import Outcome
    from processctl.lint.result import Result
    from processctl.reports.telling import Telling

Draw = Callable[[str], tuple[str | None, ...]]
"""Drawings of all workspaces in a language, None where there is none."""


@dataclass(frozen=True)
class Reporting:
    """What the command line asks for.

    ``format_`` is the report on standard output, None where nobody asked for one; ``targets`` are the
    others. ``flags`` are those of the text. ``mermaid`` and ``svg`` draw, which reads the workspaces
    anew, so only for whoever asks.
    """

    format_: str | None
    targets: tuple[Target, ...]
    lang: str | None
    fail_on: str | None
    flags: Mapping[str, bool]
    mermaid: Draw = field(default=lambda _: ())
    svg: Draw = field(default=lambda _: ())

    def write(
        self,
        results: tuple[Result, ...],
        outcomes: tuple[Outcome, ...],
        passed_over: tuple[Path, ...],
    ) -> None:
        """Make all reports, and only then write the first."""
        from processctl.reports.telling import Telling

        english = Telling(
            results, Path.cwd(), self.lang or "en", passed_over, outcomes, self.fail_on
        )
        made = [(one, self._made(one.format_, english)) for one in self.targets]
        on_terminal = replace(english, language=terminal_language(self.lang))
        if self.format_ not in (None, "text"):
            made.append((Target(self.format_ or "", None), self._made(self.format_ or "", english)))
        elif self.format_ == "text":
            self._show_text(on_terminal)
        elif all(one.file is not None for one in self.targets):
            self._show_by_surroundings(on_terminal, english)
        for target, content in made:
            if target.file is not None:
                write_target(target.file, f"{content}\n".encode() if content else b"")
            elif content:  # no annotations are no line
                put(content)

    def _made(self, format_: str, telling: Telling) -> str:
        from processctl.reading.files import repository_above

        if format_ in _OF_REPOSITORY:
            telling = replace(telling, base=repository_above(telling.base) or telling.base)
        return FORMATS[format_](self, telling)

    def _show_text(self, telling: Telling) -> None:
        colour = False if os.environ.get("NO_COLOR") else None
        for line in self.text_lines(telling, click.style):
            click.echo(line, color=colour)

    def _show_by_surroundings(self, on_terminal: Telling, english: Telling) -> None:
        """The text; on GitHub the annotations behind it.

        A name in the text must not give commands there: they are switched off meanwhile, by a word
        that nobody can know who does not know the whole text.
        """
        if os.environ.get("GITHUB_ACTIONS") != "true":
            self._show_text(on_terminal)
            return
        word = sha256("\n".join(self.text_lines(on_terminal, _plain)).encode()).hexdigest()
        click.echo(f"::stop-commands::{word}")
        self._show_text(on_terminal)
        click.echo(f"::{word}::")
        annotations = self._made("github", english)
        if annotations:
            put(annotations)

    def text_lines(self, telling: Telling, paint: Callable[..., str]) -> Iterator[str]:
        """The text, line by line."""
        from processctl.reports.text import TextReport

        return TextReport(telling, paint=paint, **self.flags).lines()


# What a host shows beside the files of a repository counts paths from there, wherever it is run.
_OF_REPOSITORY = frozenset({"github", "gitlab", "sarif"})


def _plain(text: str, **_: object) -> str:
    return text


def _text(asked: Reporting, telling: Telling) -> str:
    return "\n".join(asked.text_lines(telling, _plain))


def _json(_: Reporting, telling: Telling) -> str:
    from processctl.reports.json_report import json_report

    return json_report(telling)


def _github(_: Reporting, telling: Telling) -> str:
    from processctl.reports.github import github_lines

    return "\n".join(github_lines(telling))


def _sarif(_: Reporting, telling: Telling) -> str:
    from processctl.reports.sarif import sarif_report

    return sarif_report(telling)


def _junit(_: Reporting, telling: Telling) -> str:
    from processctl.reports.junit import junit_report

    return junit_report(telling)


def _gitlab(_: Reporting, telling: Telling) -> str:
    from processctl.reports.gitlab import gitlab_report

    return gitlab_report(telling)


def _checkstyle(_: Reporting, telling: Telling) -> str:
    from processctl.reports.checkstyle import checkstyle_report

    return checkstyle_report(telling)


def _rdjson(_: Reporting, telling: Telling) -> str:
    from processctl.reports.rdjson import rdjson_report

    return rdjson_report(telling)


def _markdown(asked: Reporting, telling: Telling) -> str:
    from processctl.reports.markdown import markdown_report

    return markdown_report(telling, asked.mermaid(telling.language))


def _html(asked: Reporting, telling: Telling) -> str:
    from processctl.reports.html_report import html_report

    return html_report(telling, asked.svg(telling.language))


FORMATS: dict[str, Callable[[Reporting, Telling], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
    "junit": _junit,
    "gitlab": _gitlab,
    "checkstyle": _checkstyle,
    "rdjson": _rdjson,
    "markdown": _markdown,
    "html": _html,
}
