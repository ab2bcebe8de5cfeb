"""The server: what it holds, and what it does when documents, files and folders change."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureNotificationError
from pygls.lsp.server import LanguageServer

from processctl import __version__
from processctl.editor.lone import Lone
from processctl.editor.notes import by_file, notes_of
from processctl.editor.outline import is_open
from processctl.editor.overlay import Overlay
from processctl.editor.session import Session, State, workspaces
from processctl.journey import Journey
from processctl.lsp.documents import Document, Documents
from processctl.lsp.judging import Ask, Judging
from processctl.lsp.positions import Positions
from processctl.lsp.protocol import Protocol
from processctl.lsp.told import Told
from processctl.lsp.uris import is_untitled, path_of
from processctl.reading.files import MARKER, is_yaml
from processctl.reading.limits import Limits
from processctl.reading.tree import DISK
from processctl.reports.telling import plain
from processctl.texts import LANGUAGES, Argument, say, usage_translator

_log = logging.getLogger(__name__)
_FAILED = say(
    'processctl has failed here, and goes on. "processctl lsp --log FILE" writes down why.'
)
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
        self.protocol: Protocol
        self.around = around
        self.spoken = around.language
        self.folders: list[Path] = []
        self.documents = Documents(Positions())
        self.lone = Lone(around.limits)
        self.told = Told(self.documents, self.text_document_publish_diagnostics)
        self.judging = Judging(
            Session(around.limits), Ask(lambda: self.documents.texts, around.today), self._judged
        )
        self.on_judged: list[Callable[[State], None]] = []
        self._has_failed = False

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

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Write down what went wrong here; whoever writes a process is told so once.

        Requests are answered with what went wrong, and what is no message is nobody's business but the log's.
        """
        if source is not FeatureNotificationError:
            return
        _log.error("%s", error)
        if not self._has_failed:
            self._has_failed = True
            told = types.ShowMessageParams(types.MessageType.Error, self.words(_FAILED))
            self.window_show_message(told)

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
        if path.name == MARKER and (path in texts or os.path.lexists(path)):
            return path.parent
        return Overlay(DISK, texts).workspace_of(path)

    def state_of(self, path: Path) -> State | None:
        """What is known of the workspace around a file, as it was last judged."""
        root = self.workspace_of(path)
        return self.judging.states.get(root) if root is not None else None

    async def settled(self, uri: str) -> Document | None:
        """An open document, once all that is known of it is about the text that it has."""
        await self.judging.settled()
        return self.document(uri)

    def client_knows(self, what: str) -> bool:
        """Whether the client has said that it understands something that is not in the protocol.

        Others would complain: ``{"experimental": {"processctl": {"diagrams": true}}}``.
        """
        ours = member(self.client_capabilities.experimental, "processctl")
        return bool(member(ours, what))

    def words(self, argument: Argument) -> str:
        """Something said in the client's language."""
        return plain(usage_translator(self.spoken).render(argument))

    def document(self, uri: str) -> Document | None:
        """An open document that may be ours."""
        found = self.documents.get(uri)
        return found if found is not None and found.is_yaml else None

    def is_part(self, document: Document) -> bool:
        """Whether a document belongs to a workspace, so far as can be told before it is complete."""
        state = self.state_of(document.path)
        if state is None:  # nobody has to wait until a new workspace has been judged
            return is_untitled(document.path) or document.path.name == MARKER
        read = state.journey.model.workspace
        return any(one.path == document.path for one in read.sources) or is_open(document.source)

    def names_of(self, document: Document, offset: int | None = None) -> Journey:
        """The names that a document may use: of its workspace, else its own.

        ``offset`` is where somebody writes: what is half written there hides no name.
        """
        state = self.state_of(document.path)
        return state.names if state is not None else self.lone.names(document.source, offset)

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


def member(held: Any, name: str) -> Any:
    """A part of what a client says beside the protocol; pygls makes maps of some, objects of others."""
    return held.get(name) if isinstance(held, dict) else getattr(held, name, None)
