"""Pages to look at as data: those of the examples, and of processes written in a test."""

from __future__ import annotations

from functools import cache

from processctl.journey import Journey
from processctl.lint.questions.assessment import assess
from processctl.lint.run import lint_journey
from processctl.lint.theorem import theorem_of
from processctl.site.material import Material
from processctl.site.page import Agreement, Facts, Items, Listed, Page, Table, Terms
from processctl.site.pages import pages
from tests.views.reading import TODAY, journey, said


def material(found: Journey) -> Material:
    """Everything but git that a site is made of."""
    result = lint_journey(found, TODAY)
    assessment = assess(found, result.findings, result.scope, TODAY)
    theorem = theorem_of(found, lint_journey(found, TODAY, every=True))
    return Material(found, result, assessment, theorem)


@cache
def example(name: str) -> Material:
    """The material of an example."""
    return material(journey(name))


def site_pages(made: Material, language: str = "en") -> dict[str, Page]:
    """The pages by their paths."""
    return {page.path: page for page in pages(made, language)}


def table(page: Page, title: str) -> list[list[str]]:
    """The table of that title: its heads and its rows, lines joined by a bar."""
    found = next(one for one in page.blocks if isinstance(one, Table) and one.title == title)
    return [list(found.heads), *([" | ".join(cell.lines) for cell in row] for row in found.rows)]


def facts(page: Page, title: str) -> dict[str, tuple[str, ...]]:
    """The panel of that title."""
    found = next(
        one.panel for one in page.blocks if isinstance(one, Facts) and one.panel.title == title
    )
    return said(found)


def titles(page: Page) -> list[str]:
    """The headings of a page, in order."""
    return [
        block.panel.title if isinstance(block, Facts) else block.title
        for block in page.blocks
        if isinstance(block, Facts | Table | Items | Listed | Agreement)
    ]


def terms(page: Page) -> dict[str, tuple[str, ...]]:
    """What a page explains: the words, and what is said of each."""
    return {
        term.name: (term.words, *term.notes)
        for block in page.blocks
        if isinstance(block, Terms)
        for term in block.terms
    }
