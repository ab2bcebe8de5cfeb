"""A law: whoever changes what a process says is told at least one change.

Every key of an example is taken away, and every value is exchanged for another one. Where the result
can be read and says something else than before, something is told. Usually one edit of every kind is
tried, in the soak every single one.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import settings

from processctl.compare.compare import compare
from processctl.journey import Journey, make_journey
from processctl.model.model import read_model
from processctl.reading.memory import Memory
from processctl.reading.workspace import load
from processctl.repair.portrait import portrait
from tests.compare.telling_cases import TODAY
from tests.conftest import REPOSITORY

EXAMPLE = REPOSITORY / "examples" / "after"
SHARES = 4
_PROFILE = settings.default
assert _PROFILE is not None
_EVERYTHING = _PROFILE.max_examples > 1_000

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Edit:
    """A file of the example with one place changed."""

    file: str
    what: str
    path: Steps
    document: Any

    @property
    def kind(self) -> tuple[object, ...]:
        """What is edited, whatever the elements are called: whether it goes, and the key."""
        is_element = len(self.path) == 2
        return self.what == "gone", self.path[0], "" if is_element else name_of(self.path)


@cache
def documents() -> dict[str, Any]:
    return {
        file.name: yaml.safe_load(file.read_text(encoding="utf-8"))
        for file in sorted(EXAMPLE.glob("*.yaml"))
    }


def written(document: Any) -> str:
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True)


def places(value: Any, path: Steps = ()) -> Iterator[tuple[Steps, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, held in value.items():
            yield from places(held, (*path, key))
    elif isinstance(value, list):
        for number, held in enumerate(value):
            yield from places(held, (*path, number))


def name_of(path: Steps) -> str:
    """The key that a value belongs to."""
    *above, last = (step for step in path if isinstance(step, str))
    return "options" if "options" in above else last


@cache
def words() -> dict[str, list[str]]:
    """What the example says under each key, somewhere."""
    found: dict[str, list[str]] = {}
    for document in documents().values():
        for path, value in places(document):
            if isinstance(value, str):
                found.setdefault(name_of(path), []).append(value)
    return {key: list(dict.fromkeys(several)) for key, several in found.items()}


def others(path: Steps, value: Any) -> Iterator[tuple[str, Any]]:
    """Other values for a place; the order of names says nothing, and is left alone."""
    if isinstance(value, bool):
        yield "turned", not value
    elif isinstance(value, int | float):
        yield "more", value + 1 if value >= 1 else value / 2
    elif isinstance(value, date):
        yield "later", date(value.year, value.month, value.day % 28 + 1)
    elif isinstance(value, str):
        yield "longer", f"{value} x"
        several = [one for one in words()[name_of(path)] if one != value]
        if several:
            yield "other", several[len("".join(map(str, path))) % len(several)]
    elif isinstance(value, list) and len(value) > 1 and not isinstance(value[0], str):
        yield "reversed", value[::-1]


def edits() -> Iterator[Edit]:
    for file, document in documents().items():
        for path, value in places(document):
            if not path:
                continue
            yield Edit(file, "gone", path, changed(document, path))
            for what, other in others(path, value):
                yield Edit(file, what, path, changed(document, path, other))


def changed(document: Any, path: Steps, *values: Any) -> Any:
    """A document with a place taken away, or with another value there."""
    found = copy.deepcopy(document)
    above = found
    for step in path[:-1]:
        above = above[step]
    if values:
        above[path[-1]] = values[0]
    else:
        del above[path[-1]]
    return found


@cache
def tried() -> tuple[Edit, ...]:
    if _EVERYTHING:
        return tuple(edits())
    return tuple({edit.kind: edit for edit in edits()}.values())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, document in documents().items():
        (tmp_path / name).write_text(written(document), encoding="utf-8")
    return tmp_path


@pytest.mark.timeout(7_200)
@pytest.mark.parametrize("share", range(SHARES))
def test_what_is_changed_is_told(share: int, folder: Path) -> None:
    memory = Memory()  # of the example, all of it but one place is read again and again

    def reread(texts: Mapping[Path, str]) -> Journey:
        with memory.run():
            read = load(folder, overrides=texts, memory=memory)
            return make_journey(read_model(read, memory))

    old = reread({})
    was, problems = portrait(old.model), len(old.model.workspace.problems)
    silent, compared = [], 0
    for edit in tried()[share::SHARES]:
        new = reread({folder / edit.file: written(edit.document)})
        if len(new.model.workspace.problems) > problems or portrait(new.model) == was:
            continue
        compared += 1
        if not compare(old, new, TODAY, reread).changes:
            silent.append((edit.file, edit.what, edit.path))
    assert silent == []
    assert compared > len(tried()) / SHARES / 4
