"""A real client: it starts the server as a process of its own and speaks with it as an editor does."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types
from pygls.lsp.client import LanguageClient

T = TypeVar("T")
# The last resort, for a server that never answers. However slow a machine is, it is not so slow.
SECONDS = 280
TODAY = "2026-11-26"


def run(doing: Coroutine[Any, Any, T], seconds: float = SECONDS) -> T:
    """Do something asynchronous, but not for ever; in a thread, for the tests' browser has a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asyncio.wait_for(doing, seconds)).result()


class Client(LanguageClient):
    """An editor: its documents, and what it has been told."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.told: dict[str, types.PublishDiagnosticsParams] = {}
        self.history: list[types.PublishDiagnosticsParams] = []
        self.said: list[str] = []
        self.registered: list[types.Registration] = []
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.judged: list[Any] = []
        self.redrawn: list[str] = []
        self._heard = asyncio.Condition()

        for method, hear in (
            (types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, self._publish),
            (types.WINDOW_SHOW_MESSAGE, self._show),
            (types.CLIENT_REGISTER_CAPABILITY, self._register),
            ("processctl/judged", self._judge),
            ("processctl/diagramChanged", self._redraw),
        ):
            self.protocol.fm.feature(method)(partial(hear))  # pygls marks what it is given

    async def _publish(self, params: types.PublishDiagnosticsParams) -> None:
        self.told[params.uri] = params
        self.history.append(params)
        async with self._heard:
            self._heard.notify_all()

    async def _show(self, params: types.ShowMessageParams) -> None:
        self.said.append(params.message)

    async def _register(self, params: types.RegistrationParams) -> None:
        self.registered += params.registrations

    async def _redraw(self, params: Any) -> None:
        self.redrawn.append(params.uri)

    async def _judge(self, params: Any) -> None:
        self.judged.append(params)
        async with self._heard:
            self._heard.notify_all()

    async def begin(
        self,
        *folders: Path,
        locale: str = "en",
        uris: tuple[str, ...] = (),
        encodings: list[types.PositionEncodingKind | str] | None = None,
        options: object = None,
        edits: bool = True,
    ) -> types.InitializeResult:
        """Say hello."""
        named = [*(folder.as_uri() for folder in folders), *uris]
        result = await self.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(
                    workspace=types.WorkspaceClientCapabilities(
                        workspace_edit=types.WorkspaceEditClientCapabilities(
                            document_changes=edits
                        ),
                        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                            dynamic_registration=True
                        ),
                    ),
                    general=types.GeneralClientCapabilities(position_encodings=encodings)
                    if encodings
                    else None,
                    experimental={"processctl": {"diagrams": True}},
                ),
                locale=locale,
                initialization_options=options,
                workspace_folders=[types.WorkspaceFolder(uri, uri) for uri in named],
            )
        )
        self.initialized(types.InitializedParams())
        return result

    def open(self, uri: str | Path, text: str | None = None, language: str = "yaml") -> str:
        """Open a file, or a document of some text."""
        if isinstance(uri, Path):
            text = uri.read_text(encoding="utf-8") if text is None else text
            uri = uri.as_uri()
        self.texts[uri], self.versions[uri] = text or "", 1
        item = types.TextDocumentItem(uri, language, 1, text or "")
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return uri

    def write(self, uri: str, text: str) -> None:
        """A document has another text as a whole."""
        self._changed(uri, text, types.TextDocumentContentChangeWholeDocument(text))

    def type(self, uri: str, offset: int, text: str, *, over: int = 0) -> None:
        """Type something at an offset, over so many characters."""
        before = self.texts[uri]
        span = types.Range(place(before, offset), place(before, offset + over))
        after = before[:offset] + text + before[offset + over :]
        self._changed(uri, after, types.TextDocumentContentChangePartial(range=span, text=text))

    def _changed(self, uri: str, text: str, change: Any) -> None:
        self.texts[uri] = text
        self.versions[uri] += 1
        identifier = types.VersionedTextDocumentIdentifier(version=self.versions[uri], uri=uri)
        self.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))

    def close(self, uri: str) -> None:
        """Close a document."""
        self.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    async def heard(self, uri: str, version: int | None = None) -> list[types.Diagnostic]:
        """What is told of a document, once it has been judged as it is."""
        wanted = self.versions[uri] if version is None else version

        def is_there() -> bool:
            return any(
                one.uri == uri and one.version >= wanted
                for judged in self.judged
                for one in judged.documents
            )

        async with self._heard:
            await self._heard.wait_for(is_there)
        found = self.told.get(uri)
        return list(found.diagnostics) if found is not None else []

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until what the server has told makes something true."""
        async with self._heard:
            await self._heard.wait_for(is_so)

    async def is_empty(self, uri: str) -> None:
        """Wait until nothing is told of a document any more."""
        await self.until(lambda: uri in self.told and not self.told[uri].diagnostics)

    async def caught_up(self) -> None:
        """Wait until the server has judged all that it was sent."""
        await self.workspace_symbol_async(types.WorkspaceSymbolParams("nothing is called so"))

    async def offers(self, uri: str, offset: int) -> list[types.CompletionItem]:
        """What may be written at an offset, the most likely first."""
        at = types.TextDocumentIdentifier(uri), place(self.texts[uri], offset)
        found = await self.text_document_completion_async(types.CompletionParams(*at))
        items = found.items if isinstance(found, types.CompletionList) else found or ()
        return sorted(items, key=lambda one: one.sort_text or "")

    def at(self, uri: str, text: str, *, behind: bool = False, nth: int = 1) -> dict[str, Any]:
        """Parameters that point to where some text stands in a document."""
        offset = -1
        for _ in range(nth):
            offset = self.texts[uri].index(text, offset + 1)
        offset += len(text) if behind else 0
        return {
            "text_document": types.TextDocumentIdentifier(uri),
            "position": place(self.texts[uri], offset),
        }


def place(text: str, offset: int) -> types.Position:
    """A position as the protocol counts by default: lines, and code units of UTF-16."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    line = before.rpartition("\n")[2]
    return types.Position(before.count("\n"), len(line.encode("utf-16-le")) // 2)


def offset_of(text: str, position: types.Position) -> int:
    """The offset of such a position."""
    lines = text.splitlines(keepends=True)
    start = sum(len(line) for line in lines[: position.line])
    units = 0
    for number, sign in enumerate(lines[position.line] if position.line < len(lines) else ""):
        if units >= position.character:
            return start + number
        units += len(sign.encode("utf-16-le")) // 2
    return start + len(lines[position.line] if position.line < len(lines) else "")


def edited(text: str, edits: list[types.TextEdit]) -> str:
    """A text with edits made."""
    for edit in sorted(edits, key=lambda one: offset_of(text, one.range.start), reverse=True):
        start, end = offset_of(text, edit.range.start), offset_of(text, edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text


@asynccontextmanager
async def server(*arguments: str) -> AsyncIterator[Client]:
    """A server of its own, stopped in the end as the protocol asks."""
    client = Client()
    await client.start_io(sys.executable, "-m", "processctl", "lsp", "--today", TODAY, *arguments)
    try:
        yield client
    finally:
        if not client.stopped:
            await client.shutdown_async(None)
            client.exit(None)
            await client.stop()  # type: ignore[no-untyped-call]  # pygls says nothing of it


def with_client(
    test: Callable[[Client], Awaitable[None]], *arguments: str, seconds: float = SECONDS
) -> None:
    """Run a test with a client of a fresh server."""

    async def whole() -> None:
        async with server(*arguments) as client:
            await test(client)

    run(whole(), seconds)
