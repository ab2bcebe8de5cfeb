"""Where the rule cases are, and how a whole run over one is written down."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from processctl.lint.finding import Finding
from processctl.lint.orders import ORDERS
from processctl.lint.result import Result
from processctl.lint.run import lint_workspace
from processctl.reading.source import Span
from processctl.reports.telling import relative
from processctl.texts import Argument, translator

CASES = Path(__file__).parent / "cases"
TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Case:
    """A workspace: one file, or a folder of several. ``fires`` are the ones its rule speaks in."""

    path: Path

    @property
    def code(self) -> str:
        """The rule that the case is about."""
        return self.path.parent.name

    @property
    def fires(self) -> bool:
        """Whether the rule has something to say; a near miss is named for what saves it."""
        return self.path.stem.startswith("fires")

    def __str__(self) -> str:
        """The name of the test."""
        return f"{self.code}-{self.path.stem}"

    def expected(self, language: str) -> Path:
        """Where the expected findings are written: English is the plain one."""
        suffix = ".expected" if language == "en" else f".{language}.expected"
        return self.path.with_name(self.path.stem + suffix)

    def lint(self, folder: Path) -> Result:
        """Lint a copy of the case in ``folder``: where the repository lies is none of its matter."""
        root = folder / "case"
        if self.path.is_dir():
            shutil.copytree(self.path, root)
        else:
            root.mkdir()
            shutil.copyfile(self.path, root / "processctl.yaml")
        return lint_workspace(root, TODAY)

    def is_about(self, finding: Finding) -> bool:
        """Whether a finding is shown: of the rule's family, every error, and what stands above it.

        A case is small, so that a reader sees its point. What other families would like it to say
        besides is tried on whole processes, which have one fault each.
        """
        stronger = {order.winner for order in ORDERS if order.silences(self.code)}
        return (
            finding.severity == "error"
            or finding.code in stronger
            or family(finding.code) == family(self.code)
        )


def family(code: str) -> str:
    """The family of a rule's code."""
    return "PC99" if code.startswith("PC99") else code[:-2]


def cases() -> list[Case]:
    """Every case, in order."""
    paths = [
        path
        for folder in sorted(CASES.iterdir())
        for path in sorted(folder.iterdir())
        if path.is_dir() or path.suffix == ".yaml"
    ]
    return [Case(path) for path in paths]


def told(result: Result, language: str, shows: Callable[[Finding], bool] = lambda _: True) -> str:
    """The findings of a run in one language, one block each, with what a reader may see of them."""
    teller = _Teller(result, language)
    blocks = ("\n".join(teller.block(one)) for one in result.findings if shows(one))
    return "".join(f"{block}\n" for block in blocks)


@dataclass(frozen=True)
class _Teller:
    result: Result
    language: str

    def block(self, finding: Finding) -> Iterator[str]:
        place = self.place(finding.span)
        yield f"{place} {finding.severity} {finding.code} {self.words(finding.message)}"
        if finding.witness:
            yield f"    way: {' → '.join(finding.witness)}"
        for sentence in finding.story:
            yield f"    story: {self.words(sentence)}"
        for relation in finding.related:
            yield f"    also: {self.place(relation.span)} {self.words(relation.message)}"
        if finding.hint is not None:
            yield f"    hint: {self.words(finding.hint)}"
        for member in finding.members:
            yield f"    each: {self.place(member.span)} {self.words(member.message)}"

    def words(self, argument: Argument) -> str:
        return translator(self.language).render(argument)

    def place(self, span: Span) -> str:
        (line, column), (last_line, last_column) = span.first, span.last
        end = f"{last_column}" if last_line == line else f"{last_line}:{last_column}"
        root = self.result.scope.root
        return f"{relative(span.source.path, root)}:{line}:{column}-{end}"
