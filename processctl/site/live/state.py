"""What a live site shows at a moment: its pages, or why there are none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from processctl.lint.narrow import Selection
from processctl.lint.result import Result
from processctl.site.build import LIST, compose
from processctl.site.composed import Waiting
from processctl.site.drawn import Drawer
from processctl.site.live.told import Findings, findings_of
from processctl.site.material import Material
from processctl.texts import LANGUAGES, Message, say

_READING = Selection(("PC0",))
"""Findings about what cannot be read."""


@dataclass(frozen=True)
class State:
    """The files of the site by path, none where it cannot be shown; then ``refusal`` says why.

    ``findings`` are there for every language that processctl speaks, ``languages`` are those of the
    pages, the first one first.
    """

    languages: tuple[str, ...]
    files: Mapping[str, bytes]
    findings: Mapping[str, Findings] = field(default_factory=dict)
    refusal: Message | None = None

    def language_of(self, path: str) -> str:
        """The language of the page at a path, or of what is shown instead."""
        first = path.partition("/")[0]
        return first if first in LANGUAGES else self.languages[0]

    @cached_property
    def looks(self) -> str:
        """The same as long as everything is that pages share: styles, fonts, scripts."""
        shared = sha256()
        for path in sorted(self.files):
            # The index of the search is loaded by who searches, and then it is the newest.
            if path.startswith("assets/") and path != LIST:
                shared.update(f"{path}\0{len(self.files[path])}\0".encode() + self.files[path])
        return shared.hexdigest()


def state_of(material: Material, languages: Sequence[str], drawer: Drawer, base: Path) -> State:
    """Compose the site, unless a file cannot be read: what is missing then nobody sees in a page.

    ``base`` is the folder that shown paths count from; ``drawer`` keeps the drawings for the next time.
    """
    model = material.journey.model
    if not model.workspace.complete:
        return _refused(material, languages, base, say("The process cannot be read"))
    if not model.stages:
        return _refused(material, languages, base, say("There are no stages to draw."))
    site = compose(material, languages)
    drawer.keep(site.drawings)
    files = Waiting(site, drawer)
    return State(tuple(languages), files, _findings(material.result, base, files))


def _refused(material: Material, languages: Sequence[str], base: Path, refusal: Message) -> State:
    result = _READING.of(material.result) if material.result is not None else None
    return State(tuple(languages), {}, _findings(result, base, {}), refusal)


def _findings(result: Result | None, base: Path, files: Mapping[str, bytes]) -> dict[str, Findings]:
    if result is None:
        return {}
    return {one: findings_of(result, base, one, files.keys()) for one in LANGUAGES}
