"""Short ways to mend a text, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from processctl.lint.fix import Outcome, Wanted, fix
from processctl.lint.result import Result
from processctl.lint.run import lint_workspace
from processctl.model.model import Model, read_model
from processctl.reading.edit import apply
from processctl.reading.workspace import load
from processctl.repair.resolve import Resolver
from processctl.rules.repair import Edit, Kind, Repair
from processctl.texts import translator
from tests.lint.linting import TODAY

SAFE: frozenset[Kind] = frozenset({"safe"})
BOTH: frozenset[Kind] = frozenset({"safe", "unsafe"})


def write(folder: Path, text: str) -> Path:
    """A workspace of one file, line ends and byte order mark as they are."""
    (folder / "processctl.yaml").write_bytes(text.encode())
    return folder


def read(root: Path, texts: Mapping[Path, str]) -> Model:
    """The model of a workspace, some files' texts in newer form."""
    return read_model(load(root, overrides=texts))


def edited(folder: Path, text: str, *edits: Edit, language: str = "en") -> str | None:
    """The text with symbolic edits made in it; None where they cannot be made."""
    model = read(write(folder, text), {})
    splice = Resolver.of(model, translator(language).render).splice(Repair("safe", edits))
    if splice is None:
        return None
    source = model.workspace.sources[0]
    assert all(edit.span.source == source for edit in splice.edits)
    return apply(source.text, splice.edits)


def lint(root: Path, texts: Mapping[Path, str] | None = None, language: str = "en") -> Result:
    """A whole run of the linter; stubs are written in a language."""
    return lint_workspace(root, TODAY, None, texts, language)


def fixed(root: Path, kinds: frozenset[Kind] = SAFE, language: str = "en") -> Outcome:
    """A workspace mended in memory."""
    return fix(
        lambda texts: lint(root, texts, language), Wanted(kinds), lint(root, language=language)
    )


def fixed_text(folder: Path, text: str, kinds: frozenset[Kind] = SAFE, language: str = "en") -> str:
    """A workspace of one file mended: its text afterwards."""
    outcome = fixed(write(folder, text), kinds, language)
    return next(iter(outcome.after.values()), text.removeprefix("\ufeff"))
