"""Places as SARIF has them: files, stretches of text, ways of stages, and edits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from processctl.lint.finding import Finding
from processctl.lint.result import Result
from processctl.reading.edit import TextEdit
from processctl.reading.source import Source, Span
from processctl.reports.edits import safe_edits
from processctl.reports.uris import reference
from processctl.texts import LEFT_OUT, Argument, Text

_LONGEST_SNIPPET = 500
_PLACEHOLDER = re.compile(r"\{\d+\}")


def text(words: str) -> str:
    """Words as a plain message of SARIF: no link and no place for an argument out of a name."""
    return _PLACEHOLDER.sub(r"{\g<0>}", words.replace("](", "] ("))


@dataclass(frozen=True)
class Places:
    """Says where things stand; URIs count from ``base``, and ``words`` says a message."""

    base: Path
    sources: tuple[Source, ...]
    words: Callable[[Argument], str]

    @cached_property
    def _numbers(self) -> dict[Path, int]:
        return {source.path: number for number, source in enumerate(self.sources)}

    def artifacts(self) -> list[dict[str, object]]:
        """The files that were read."""
        return [
            {
                "location": self._file(source, numbered=False),
                "encoding": "UTF-8",
                "roles": ["analysisTarget"],
            }
            for source in self.sources
        ]

    def _file(self, source: Source, *, numbered: bool = True) -> dict[str, object]:
        uri, inside = reference(source.path, self.base)
        file: dict[str, object] = {"uri": uri}
        if inside:
            file["uriBaseId"] = "SRCROOT"
        if numbered and source.path in self._numbers:
            file["index"] = self._numbers[source.path]
        return file

    def location(
        self,
        span: Span,
        element: str = "",
        message: Argument | None = None,
        number: int | None = None,
    ) -> dict[str, object]:
        """A place; ``element`` is what stands there, ``number`` what tells it from others."""
        told: dict[str, object] = {} if number is None else {"id": number}
        told["physicalLocation"] = {
            "artifactLocation": self._file(span.source),
            "region": self._region(span, snippet=number is None),
        }
        if element:
            told["logicalLocations"] = [{"fullyQualifiedName": self.words(element)}]
        if message is not None:
            told["message"] = {"text": text(self.words(message))}
        return told

    def _region(self, span: Span, *, snippet: bool) -> dict[str, object]:
        region = _stretch(span)
        written = span.source.text[span.start : span.end]
        if snippet and 0 < len(written) <= _LONGEST_SNIPPET:
            region["snippet"] = {"text": written}
        return region

    def ways(self, result: Result, finding: Finding) -> list[dict[str, object]]:
        """The way of stages that shows a finding, as far as it is known where they stand."""
        steps = list(self._steps(result, finding.witness))
        if len(steps) < 2:  # where the finding stands is said already
            return []
        return [{"threadFlows": [{"locations": steps}]}]

    def _steps(self, result: Result, way: Iterable[str]) -> Iterator[dict[str, object]]:
        titles, places = result.scope.stage_titles, result.scope.stage_places
        gap = ""
        for stage in way:
            if stage == LEFT_OUT:
                gap = f"{LEFT_OUT} "
            elif stage in places:
                title = self.words(titles.get(stage) or Text((("", stage),)))
                told = self.location(places[stage], f"stages.{stage}", f"{gap}{title}")
                yield {"location": told}
                gap = ""

    def fixes(self, finding: Finding) -> list[dict[str, object]]:
        """What would mend a finding and needs no looking over: one fix, all of its edits together."""
        edits = safe_edits(finding)
        if not edits:
            return []
        by_file: dict[Path, list[TextEdit]] = {}
        for edit in edits:
            by_file.setdefault(edit.span.source.path, []).append(edit)
        changes = [
            {
                "artifactLocation": self._file(made[0].span.source),
                "replacements": [_replacement(edit) for edit in made],
            }
            for made in by_file.values()
        ]
        return [
            {"description": {"text": "processctl lint --fix"}, "artifactChanges": changes},
        ]


def _stretch(span: Span) -> dict[str, object]:
    """Lines and columns from 1, the end behind the last character; an empty file has a line 1."""
    (line, column), (last_line, last_column) = span.first, span.last
    if not span.source.text:
        return {"startLine": 1}
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": last_line,
        "endColumn": last_column,
    }


def _replacement(edit: TextEdit) -> dict[str, object]:
    made: dict[str, object] = {"deletedRegion": _stretch(edit.span)}
    if edit.text:
        made["insertedContent"] = {"text": edit.text}
    return made
