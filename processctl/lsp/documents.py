"""Open documents, as the client says they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lsprotocol import types

from processctl.lsp.positions import BYTE_ORDER_MARK, Positions
from processctl.lsp.uris import path_of
from processctl.reading.files import is_yaml
from processctl.reading.source import Source

_WITH_MARK = Path("with a byte order mark")


@dataclass(frozen=True)
class Document:
    """One open document in one version."""

    uri: str
    version: int
    language: str
    source: Source

    @property
    def text(self) -> str:
        """Its whole text."""
        return self.source.text

    @property
    def path(self) -> Path:
        """Its path; that of an untitled one leads nowhere."""
        return self.source.path

    @cached_property
    def is_yaml(self) -> bool:
        """Whether it may be ours at all."""
        return self.language == "yaml" or is_yaml(self.path.name)


class Documents:
    """The open documents by their URIs. ``positions`` is what the client counts in."""

    def __init__(self, positions: Positions) -> None:
        self.positions = positions
        self._open: dict[str, Document] = {}

    def __iter__(self) -> Iterator[Document]:
        return iter(self._open.values())

    def open(self, item: types.TextDocumentItem) -> Document:
        """A document is open."""
        source = self._source(path_of(item.uri), item.text)
        made = self._open[item.uri] = Document(item.uri, item.version, item.language_id, source)
        return made

    def _source(self, path: Path, text: str) -> Source:
        """A text without its byte order mark, as files are read; places are counted with it."""
        if text.startswith(BYTE_ORDER_MARK):
            self.positions.marked.add(path)
        else:
            self.positions.marked.discard(path)
        return Source(path, text.removeprefix(BYTE_ORDER_MARK))

    def change(
        self,
        identifier: types.VersionedTextDocumentIdentifier,
        changes: Sequence[types.TextDocumentContentChangeEvent],
    ) -> Document | None:
        """A document has another text; None for one that nobody opened."""
        document = self._open.get(identifier.uri)
        if document is None:
            return None
        source = document.source
        for change in changes:
            source = self._source(source.path, self._changed(source, change))
        made = Document(document.uri, identifier.version, document.language, source)
        self._open[document.uri] = made
        return made

    def _changed(self, source: Source, change: types.TextDocumentContentChangeEvent) -> str:
        if not isinstance(change, types.TextDocumentContentChangePartial):
            return change.text
        if source.path in self.positions.marked:
            source = Source(_WITH_MARK, BYTE_ORDER_MARK + source.text)
        start = self.positions.offset(source, change.range.start)
        end = self.positions.offset(source, change.range.end)
        return source.text[:start] + change.text + source.text[max(start, end) :]

    def close(self, uri: str) -> Document | None:
        """A document is no longer open: what counts is its file."""
        found = self._open.pop(uri, None)
        if found is not None:
            self.positions.marked.discard(found.path)
        return found

    def get(self, uri: str) -> Document | None:
        """An open document."""
        return self._open.get(uri)

    def at(self, path: Path) -> Document | None:
        """The open document of a file."""
        return next((one for one in self if one.path == path), None)

    @property
    def texts(self) -> dict[Path, str]:
        """The texts of all that may be ours, by path."""
        return {one.path: one.text for one in self if one.is_yaml}

    def text_at(self, path: Path) -> str | None:
        """The text of a file that is open."""
        found = self.at(path)
        return found.text if found is not None else None
