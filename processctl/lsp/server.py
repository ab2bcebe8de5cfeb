"""The server: what it holds, and what it does when documents, files and folders change."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from processctl import __version__
from processctl.editor.notes import by_file, notes_of
from processctl.editor.overlay import Overlay
from processctl.editor.session import Session, State, workspaces
from processctl.lsp.documents import Document, Documents
from processctl.lsp.judging import Ask, Judging
from processctl.lsp.positions import Positions
from processctl.lsp.protocol import Protocol
from processctl.lsp.told import Told
from processctl.lsp.uris import is_untitled, path_of
from processctl.reading.files import MARKER, is_yaml
from processctl.reading.limits import Limits
from processctl.reading.tree import DISK
from processctl.texts import LANGUAGES

WATCHED = ("**/*.yaml", "**/*.yml", "**/.gitignore")


@dataclass(frozen=True)
class Surroundings:
    """What only a command may know: the day, the language spoken where no client says one, limits."""

    today: Callable[[], date]
    language: str
    limits: Limits


class Server(LanguageServer):
    """A language server for one client."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__("processctl", __version__, protocol_cls=Protocol)
        self.around = around
        self.spoken = around.language
        self.folders: list[Path] = []
        self.documents = Documents(Positions())
        self.told = Told(self.documents, self.text_document_publish_diagnostics)
        self.judging = Judging(
            Session(around.limits), Ask(lambda: self.documents.texts, around.today), self._judged
        )
        self.on_judged: list[Callable[[State], None]] = []

    def begin(self, params: types.InitializeParams) -> None:
        """The client says who it is."""
        locale = (params.locale or "").replace("_", "-").split("-")[0].lower()
        if locale:
            self.spoken = locale if locale in LANGUAGES else "en"
        options = params.initialization_options
        pages = options.get("rulePages") if isinstance(options, dict) else None
        self.told.pages = pages if isinstance(pages, str) else None
        uris = [folder.uri for folder in params.workspace_folders or ()]
        if not uris and params.root_uri:
            uris = [params.root_uri]
        self.folders = [path_of(uri) for uri in uris if uri.startswith("file:")]
        # Set here, because pygls has chosen it by now and documents are still to come.
        self.documents.positions = Positions(self.protocol.workspace.position_encoding or "utf-16")

    def look_around(self) -> None:
        """Find the workspaces there are now; judge the new ones, and forget those that are gone."""
        there = workspaces(self.folders, self._judged_texts())
        for root in [one for one in self.judging.states if one not in there]:
            self.judging.forget(root)
            self.judging.session.forget(root)
            self.told.forget(root)
        self.judging.changed(root for root in there if root not in self.judging.states)

    def changed(self, paths: Iterable[Path]) -> None:
        """Files or documents have changed: judge every workspace that reads them."""
        paths = list(paths)
        if any(path.name == MARKER for path in paths):
            self.look_around()
        real = [DISK.real(path) for path in paths]
        touched = [
            root
            for root, state in self.judging.states.items()
            if any(_reads(state, path) for path in real)
        ]
        around = (self.workspace_of(path) for path in paths)
        self.judging.changed(dict.fromkeys((*filter(None, around), *touched)))

    def workspace_of(self, path: Path) -> Path | None:
        """The workspace that a document belongs to, or would if it belonged to one."""
        texts = self._judged_texts()
        if is_untitled(path) and path not in texts:
            return None
        return path.parent if path.name == MARKER else Overlay(DISK, texts).workspace_of(path)

    def state_of(self, path: Path) -> State | None:
        """What is known of the workspace around a file, as it was last judged."""
        root = self.workspace_of(path)
        return self.judging.states.get(root) if root is not None else None

    def document(self, uri: str) -> Document | None:
        """An open document that may be ours."""
        found = self.documents.get(uri)
        return found if found is not None and found.is_yaml else None

    def _judged_texts(self) -> dict[Path, str]:
        """The open texts that count: one without a file only if it says that it is a process."""
        return {
            path: text
            for path, text in self.documents.texts.items()
            if not is_untitled(path) or _says_process(text)
        }

    def _judged(self, state: State) -> None:
        self.told.of(state.root, by_file(notes_of(state.result, self.spoken)))
        for hear in self.on_judged:
            hear(state)


def _reads(state: State, path: Path) -> bool:
    return is_yaml(path.name) and any(
        path.is_relative_to(DISK.real(folder)) for folder in state.folders
    )


def _says_process(text: str) -> bool:
    return any(line.startswith("processctl:") for line in text.splitlines())
