"""Reading a whole workspace: its files, merged into sections, every trouble collected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from processctl.reading.check import (
    MARKER_KEYS,
    check_elements,
    check_top_level,
    meant_section,
    wrong_version,
)
from processctl.reading.collector import collector_off
from processctl.reading.compose import Composed, compose
from processctl.reading.files import MARKER, Unreadable, is_candidate
from processctl.reading.form import FormChecker
from processctl.reading.form import sections as known_sections
from processctl.reading.inputs import Root, files_of, use_target
from processctl.reading.limits import Limits
from processctl.reading.marker import bad_use, globs, no_map, uses
from processctl.reading.memory import NOTHING, Remembers
from processctl.reading.nodes import Mapping as MapNode
from processctl.reading.nodes import Node
from processctl.reading.problem import Kind, Problem
from processctl.reading.problem import Path as SymbolicPath
from processctl.reading.sections import VOCABULARY, Declared, Sections
from processctl.reading.source import BYTE_ORDER_MARK, Source, Span
from processctl.reading.tree import DISK, Tree
from processctl.texts import say


@dataclass(frozen=True)
class Workspace:
    """What one workspace's files say, before anything is made of it.

    ``complete`` is false where a file could not be read: what seems to be missing may stand there.
    ``unread`` are the paths of what has the wrong form. ``passed_over`` counts YAML files below
    the workspace that hold no section of the language. ``roots`` are the folders that were
    read, ``texts`` what was read in them, ``nodes`` the root of each file. ``own`` are the sources that were read and belong to this
    workspace, not to one that it uses.
    """

    root: Path
    sources: tuple[Source, ...]
    sections: Sections
    problems: tuple[Problem, ...]
    unread: frozenset[SymbolicPath]
    passed_over: int
    complete: bool
    limits: Limits = field(default_factory=Limits)
    roots: tuple[Root, ...] = ()
    texts: Mapping[Path, str | Unreadable] = field(default_factory=dict)
    own: tuple[Source, ...] = ()
    nodes: Mapping[Path, Node | None] = field(default_factory=dict)


def load(
    root: Path,
    limits: Limits | None = None,
    *,
    overrides: Mapping[Path, str] | None = None,
    checker: FormChecker | None = None,
    tree: Tree = DISK,
    memory: Remembers = NOTHING,
) -> Workspace:
    """Read the workspace in the folder ``root``, as ``tree`` has it.

    ``overrides`` holds the text of files that standard input has in newer form. ``memory`` may know
    of earlier runs with the same limits what some of it comes to.
    """
    with collector_off():
        form = checker or FormChecker()
        reader = _Reader(limits or Limits(), overrides or {}, form, tree, memory)
        reader.read(root, shared=False, chain=(tree.real(root),))
        return reader.workspace(root)


@dataclass
class _Reader:
    limits: Limits
    overrides: Mapping[Path, str]
    checker: FormChecker
    tree: Tree
    memory: Remembers
    sections: Sections = field(default_factory=Sections)
    sources: list[Source] = field(default_factory=list)
    own: list[Source] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    passed_over: int = 0
    complete: bool = True
    roots: list[Root] = field(default_factory=list)
    texts: dict[Path, str | Unreadable] = field(default_factory=dict)
    nodes: dict[Path, Node | None] = field(default_factory=dict)
    _seen: set[Path] = field(default_factory=set)

    def workspace(self, root: Path) -> Workspace:
        met = (*self.problems, *self.sections.problems)
        form_problems, unread = check_elements(self.sections, self.checker, met, self.memory)
        problems = (*met, *form_problems)
        broken = {problem.path for problem in problems if problem.path}
        return Workspace(
            root,
            tuple(self.sources),
            self.sections,
            problems,
            frozenset(broken | unread),
            self.passed_over,
            self.complete,
            self.limits,
            tuple(self.roots),
            self.texts,
            tuple(self.own),
            self.nodes,
        )

    def read(self, root: Path, *, shared: bool, chain: tuple[Path, ...]) -> None:
        """Read one workspace; a shared one for its vocabulary only."""
        self._seen.add(self.tree.real(root))
        marker = self._marker(root, shared=shared)
        if marker is None:
            self.complete = False
            return
        source, node = marker
        include, exclude = globs(node, "include"), globs(node, "exclude")
        self._file(source, node, shared=shared, marker=True)
        files = files_of(self.tree, root, self._candidates(root), include, exclude)
        used = [item.text for item in uses(node)]
        self.roots.append(Root(root, tuple(include), tuple(exclude), tuple(used)))
        if len(files) > self.limits.files:
            self._too_many(source, len(files))
            files = []
        for file in files:
            self._workspace_file(file, root, shared=shared)
        self._follow_uses(root, source, node, chain)

    def _candidates(self, root: Path) -> list[Path]:
        """The files of the tree, and those that have a newer form only and are not there yet."""
        there = list(self.tree.candidates(root))
        new = {file for file in self.overrides if is_candidate(file, root)} - set(there)
        return sorted((*there, *new)) if new else there

    def _too_many(self, source: Source, count: int) -> None:
        self.complete = False
        message = say(
            "The workspace has {count} YAML files; up to {limit} are read.",
            count=count,
            limit=self.limits.files,
        )
        hint = say('Name the folders that matter under "include", or raise --limit files=N.')
        self.problems.append(Problem("over-limit", Span(source, 0, 0), message, hint))

    def _text(self, file: Path, root: Path) -> str | Unreadable:
        if file in self.overrides:
            return self.overrides[file].removeprefix(BYTE_ORDER_MARK)
        self.texts[file] = self.tree.text(file, root, self.limits.file_size)
        return self.texts[file]

    def _composed(self, file: Path, text: str) -> tuple[Source, Composed]:
        """A file's nodes, with the source that they stand in."""

        def make() -> tuple[Source, Composed]:
            source = Source(file, text)
            return source, compose(source, self.limits)

        found = self.memory.of("file", lambda: (file, text), make)
        self.nodes[file] = found[1].root
        return found

    def _marker(self, root: Path, *, shared: bool) -> tuple[Source, MapNode] | None:
        file = root / MARKER
        text = self._text(file, root)
        if isinstance(text, Unreadable):
            self._unreadable(file, text)
            return None
        source, composed = self._composed(file, text)
        if not shared:
            self.sources.append(source)
        self.problems.extend(composed.problems)
        if composed.root is None and any(not p.path for p in composed.problems):
            return None
        root_node = composed.root
        if not isinstance(root_node, MapNode):
            self.problems.append(no_map(source, root_node))
            return None
        problem = wrong_version(source, root_node)
        if problem is not None:
            self.problems.append(problem)
            if problem.kind == "unsupported-language-version":
                return None
        return source, root_node

    def _workspace_file(self, file: Path, root: Path, *, shared: bool) -> None:
        text = self._text(file, root)
        if isinstance(text, Unreadable):
            self.complete = False
            self._unreadable(file, text)
            return
        source, composed = self._composed(file, text)
        if composed.root is None and composed.problems:
            if not self._mentions_section(text):
                self.passed_over += 1
                return
            self.complete = False
            self.sources.append(source)
            self.problems.extend(composed.problems)
            return
        keys = composed.root.entries if isinstance(composed.root, MapNode) else {}
        if not any(key in known_sections() for key in keys):
            nearly = check_top_level(source, composed.root, strict=False)
            if not nearly:
                self.passed_over += 1
                return
            # It may be ours or another tool's: told, not read, and nothing is said to be missing.
            self.problems.extend(nearly)
            self.sources.append(source)
            self.complete = False
            return
        assert isinstance(composed.root, MapNode)  # noqa: S101 - it has keys
        self.problems.extend(composed.problems)
        self.sources.append(source)
        self._file(source, composed.root, shared=shared, marker=False)

    def _mentions_section(self, text: str) -> bool:
        """Whether a file that is no YAML was meant for us: a section's key begins a line."""
        return any(
            line.split(":", 1)[0].strip("\"' ") in known_sections()
            for line in text.splitlines()
            if ":" in line and line[:1] not in (" ", "\t", "#", "-")
        )

    def _file(self, source: Source, root: MapNode, *, shared: bool, marker: bool) -> None:
        if not shared:
            self.own.append(source)
            self.problems.extend(check_top_level(source, root, strict=True, marker=marker))
        for written, entry in root.entries.items():
            if marker and written in MARKER_KEYS:
                if not shared:
                    self.sections.singles[written] = Declared(source, entry.key, entry.value)
                continue
            # A misspelt section was told; read as meant, nothing else seems to be missing for it.
            key = written if written in known_sections() else meant_section(written)
            known = known_sections().get(key or "")
            if key is None or known is None or (shared and key not in VOCABULARY):
                continue
            declared = Declared(source, entry.key, entry.value, shared)
            if not known[1]:
                self.sections.add_single(key, declared)
                continue
            if not shared:
                self.sections.headings.setdefault(key, declared)
            if isinstance(entry.value, MapNode):
                for item in entry.value.entries.values():
                    if item.key.text.startswith("x_"):
                        continue
                    self.sections.add_item(key, Declared(source, item.key, item.value, shared))

    def _unreadable(self, file: Path, why: Unreadable) -> None:
        source = Source(file, "")
        kind: Kind = "over-limit" if why.over_limit else "unreadable-file"
        self.problems.append(Problem(kind, Span(source, 0, 0), why.message, why.hint))

    def _follow_uses(
        self, root: Path, source: Source, marker: MapNode, chain: tuple[Path, ...]
    ) -> None:
        edge = self.tree.boundary(root)
        for item in uses(marker):
            target = use_target(self.tree, root, item.text)
            there = self.tree.exists(target / MARKER)
            span = Span(source, item.start, item.end)
            problem = bad_use(span, item.text, target, edge, chain, there=there)
            if problem is not None:
                self.problems.append(problem)
                self.complete = False
            elif target not in self._seen:
                self.read(target, shared=True, chain=(*chain, target))
