"""A session: workspaces judged again and again while somebody writes in them.

What has not changed is remembered from one time to the next: files that are parsed, elements that
are checked and built, answers of the solver. A session comes to the same as ``processctl lint`` on
the same texts; a test says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path

from processctl.editor.disk import RememberedDisk
from processctl.editor.overlay import Alone, Overlay
from processctl.journey import Journey, make_journey
from processctl.journey.meanings import Meanings
from processctl.lint.result import Result
from processctl.lint.run import lint_journey
from processctl.model.model import read_model
from processctl.proofs import prove_with
from processctl.proofs.answers import Answers, Known
from processctl.proofs.decided import Decided
from processctl.reading.collector import collector_off
from processctl.reading.compose import compose
from processctl.reading.files import MARKER, workspaces_below
from processctl.reading.form import FormChecker
from processctl.reading.limits import Limits
from processctl.reading.memory import Memory
from processctl.reading.source import Source
from processctl.reading.workspace import Workspace, load

_MOST_ANSWERS = 50_000  # of the solver, that a workspace may come back to; about 5 MB


@dataclass(frozen=True)
class State:
    """A workspace as it was judged.

    ``names`` is the journey with the last readable text of each file that cannot be read just now; of one
    that could never be read, what is left without the line to blame. So while a line is half written,
    everything else in its file is there to be named.
    """

    root: Path
    journey: Journey
    result: Result
    names: Journey

    def let_go(self) -> None:
        """Something newer has come: let go of what was worked out about this."""
        self.journey.let_go()
        self.names.let_go()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that were read: the workspace's own, and those that it uses."""
        return tuple(root.path for root in self.journey.model.workspace.roots) or (self.root,)


@dataclass
class _Room:
    """What is remembered of one workspace."""

    memory: Memory = field(default_factory=Memory)
    of_names: Memory = field(default_factory=Memory)
    answers: dict[str, Known] = field(default_factory=dict)
    decided: Decided = field(default_factory=Decided)
    readable: dict[Path, str] = field(default_factory=dict)
    meanings: Meanings | None = None
    checked_before: int = 0

    def begin(self, meanings: Meanings) -> None:
        """A new run, in which names mean this."""
        same = meanings is self.meanings
        self.checked_before = meanings.soundness.checked if same else 0
        self.meanings = meanings

    @property
    def made(self) -> dict[str, int]:
        """How many answers of each kind the last run had to work out."""
        checked = self.meanings.soundness.checked if self.meanings is not None else 0
        return {
            **self.memory.made,
            "condition": checked - self.checked_before,
            "question": self.decided.asked,
        }


class Session:
    """Judges workspaces. One thread at a time may use it; the states may be looked at by any."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._disk = RememberedDisk()
        self._rooms: dict[Path, _Room] = {}
        self._checker = FormChecker()

    def judge(
        self,
        root: Path,
        texts: Mapping[Path, str],
        today: date,
        between: Callable[[], None] = lambda: None,
    ) -> State:
        """Judge the workspace in a folder, with the texts of open documents, as on the day ``today``.

        ``between`` is called between the steps; what it raises ends the run, and costs nothing of
        what is remembered.
        """
        room = self._rooms.setdefault(root, _Room())
        with collector_off(), room.memory.run():
            tree = Overlay(self._disk, texts)
            journey = self._read(root, tree, room.memory, between, room.meanings)
            room.begin(journey.meanings)
            answers = Answers(room.answers, room.decided)
            prove_with(journey, answers)
            result = lint_journey(journey, today, questions=False, between=between)
        self._keep_answers(room, answers)
        return State(root, journey, result, self._names(room, journey, texts))

    def made(self, root: Path) -> Mapping[str, int]:
        """How many answers of each kind the last run over a workspace had to work out."""
        room = self._rooms.get(root)
        if room is None:
            return {}
        return room.made

    def tidy(self) -> None:
        """Let go of what is no longer needed: it takes time, and nobody has to wait for it."""
        for room in self._rooms.values():
            room.memory.tidy()
            room.of_names.tidy()

    def forget(self, root: Path) -> None:
        """A workspace is no longer of interest."""
        self._rooms.pop(root, None)

    def _read(
        self,
        root: Path,
        tree: Overlay,
        memory: Memory,
        between: Callable[[], None],
        meanings: Meanings | None,
    ) -> Journey:
        between()
        read = load(root, self._limits, checker=self._checker, tree=tree, memory=memory)
        between()
        return make_journey(read_model(read, memory), meanings)

    def _keep_answers(self, room: _Room, answers: Answers) -> None:
        both = {**room.answers, **answers.used}
        room.answers = both if len(both) <= _MOST_ANSWERS else dict(answers.used)

    def _names(self, room: _Room, journey: Journey, texts: Mapping[Path, str]) -> Journey:
        read = journey.model.workspace
        own = {source.path: source.text for source in read.own}
        room.readable |= own
        lost = {
            source.path: room.readable.get(source.path) or _almost(read, source)
            for source in read.sources
            if source.path not in own
        }
        if not lost:
            return journey
        tree = Overlay(self._disk, {**texts, **lost})
        with collector_off(), room.of_names.run():
            return self._read(read.root, tree, room.of_names, lambda: None, room.meanings)


def _almost(read: Workspace, source: Source) -> str:
    """A file that could never be read so far, without the line that is to blame, or the one before."""
    at = next((one.span for one in read.problems if one.span.source.path == source.path), None)
    line = source.position(at.start)[0] if at is not None else 1
    for number in (line, max(line - 1, 1)):
        left = source.without_line(number)
        if compose(left, read.limits).root is not None:
            return left.text
    return source.text


def workspaces(folders: Iterable[Path], texts: Mapping[Path, str]) -> list[Path]:
    """The workspaces below some folders and around open documents, those of the documents first."""
    tree = Overlay(RememberedDisk(), texts)
    around = (file.parent if file.name == MARKER else tree.workspace_of(file) for file in texts)
    below = (root for folder in folders for root in workspaces_below(folder))
    found: dict[Path, Path] = {}
    for root in (*around, *below):
        if root is not None:
            found.setdefault(tree.real(root), root)
    return list(found.values())


@lru_cache(maxsize=8)
def alone(source: Source, limits: Limits) -> Journey:
    """What a file names that belongs to no workspace: as if it were one by itself."""
    here = Path("/alone")
    texts = {here / MARKER: "processctl: 1\n", here / "file.yaml": source.text}
    if source.path.name == MARKER:
        texts = {here / MARKER: source.text}
    return make_journey(read_model(load(here, limits, tree=Alone(texts))))
