"""``processctl log --findings``: how many findings there were, drawn."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from processctl.cli.language import file_language, terminal_language
from processctl.cli.write import put, write_atomically
from processctl.texts import Message, say
from processctl.texts.severity import SEVERITIES

if TYPE_CHECKING:
    from processctl.cli.earlier import Judging
    from processctl.diagrams.bars import Bar, Bars
    from processctl.git.history import Touched
    from processctl.git.repository import Repository
    from processctl.reports.findings_chart import Point
    from processctl.reports.telling import Telling


@dataclass(frozen=True)
class Drawing:
    """Draws commits of a repository, each judged in the same way."""

    repository: Repository
    judging: Judging
    lang: str | None

    def draw(
        self,
        touched: list[Touched],
        most: int,
        format_: str,
        output: Path | None,
        *,
        reverse: bool,
    ) -> None:
        """Draw at most so many of some commits, which come with the newest first."""
        from processctl.reports.findings_chart import chart_lines, evenly
        from processctl.reports.telling import Telling

        chosen = [touched[number] for number in evenly(len(touched), most)]
        points = list(self._points(chosen))
        if reverse:
            points.reverse()
        judged = next((one.result for one in points if one.result is not None), None)
        left_out = None
        if len(touched) > len(chosen):
            left_out = say(
                "{shown} of {all} commits are drawn, evenly chosen; -n draws more.",
                shown=len(chosen),
                all=len(touched),
            )
        if format_ == "svg" or output is not None:
            languages = judged.scope.languages if judged is not None else ()
            telling = Telling((), Path.cwd(), file_language(self.lang, languages))
            if format_ == "svg":
                from processctl.diagrams.bars import bars_scene
                from processctl.diagrams.files.svg import svg

                content = svg(bars_scene(_bars_of(telling, points, left_out)))
            else:
                lines = [*chart_lines(telling, points, ascii_only=False), *_said(telling, left_out)]
                content = "".join(f"{line}\n" for line in lines).encode()
            put(content) if output is None else write_atomically(output, content)
            return
        telling = Telling((), Path.cwd(), terminal_language(self.lang))
        encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
        for line in chart_lines(telling, points, ascii_only=encoding != "utf8"):
            click.echo(line)
        for line in _said(telling, left_out):
            click.echo(line)

    def _points(self, chosen: list[Touched]) -> Iterator[Point]:
        """What the process came to in commits; those in which it is not there are left out."""
        from processctl.git.tree import RevisionTree
        from processctl.lint.known import is_whole
        from processctl.reading.files import MARKER
        from processctl.reports.findings_chart import Point

        for one in chosen:
            tree = RevisionTree(self.repository, one.commit.id)
            root = self.repository.root / one.folder
            if tree.exists(root / MARKER):
                result = self.judging.result(root, tree)
                yield Point(one.commit, result if is_whole(result) else None)


def _said(telling: Telling, message: Message | None) -> list[str]:
    return [telling.words(message)] if message is not None else []


def _bars_of(telling: Telling, points: Sequence[Point], left_out: Message | None) -> Bars:
    """The same as a picture; ``left_out`` says what of the history is not drawn."""
    from processctl.diagrams.bars import Bars

    words = telling.words
    judged = [one.result for one in points if one.result is not None]
    title = words(judged[0].scope.title) if judged else ""
    said = [words(say("Findings over time, state by state."))]
    if left_out is not None:
        said.append(words(left_out))
    return Bars(
        title,
        " ".join(said),
        telling.language,
        (words(say("Errors")), words(say("Warnings")), words(say("Notes"))),
        tuple(_bar(telling, one) for one in points),
    )


def _bar(telling: Telling, point: Point) -> Bar:
    from processctl.diagrams.bars import Bar
    from processctl.reports.summary import found
    from processctl.reports.telling import plain

    commit = point.commit
    label = plain(commit.date)
    if point.result is None:
        words, counts = telling.words(say("not all of it can be read")), (0, 0, 0)
    else:
        words = telling.words(found(point.result))
        error, warning, info = (point.result.count(severity) for severity in SEVERITIES)
        counts = (error, warning, info)
    return Bar(label, counts, words, f"{label} {plain(commit.subject)} ({commit.short}): {words}")
