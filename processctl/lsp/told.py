"""What has been told to the client of each document, so that what is gone is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol import types

from processctl.editor.notes import Note
from processctl.lsp.documents import Documents
from processctl.lsp.uris import uri_of
from processctl.reading.source import Span

SOURCE = "processctl"
_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
_TAGS = {
    "unnecessary": types.DiagnosticTag.Unnecessary,
    "deprecated": types.DiagnosticTag.Deprecated,
}


@dataclass
class Told:
    """Diagnostics by workspace and file. ``pages`` is where the pages of rules are, if anywhere."""

    documents: Documents
    send: Callable[[types.PublishDiagnosticsParams], None]
    pages: str | None = None
    _by_root: dict[Path, dict[Path, list[Note]]] = field(default_factory=dict)
    _sent: dict[str, list[types.Diagnostic]] = field(default_factory=dict)
    _uris: dict[Path, str] = field(default_factory=dict)

    def of(self, root: Path, notes: dict[Path, list[Note]]) -> None:
        """What is to be told of a workspace from now on. What stays the same is not sent again."""
        before = self._by_root.get(root, {})
        self._by_root[root] = notes
        self._refresh({*before, *notes})

    def forget(self, root: Path) -> None:
        """Nothing more is told of a workspace."""
        self._refresh(self._by_root.pop(root, {}))

    def notes(self, path: Path) -> list[Note]:
        """What is told of a file at the moment."""
        return [note for files in self._by_root.values() for note in files.get(path, ())]

    def _refresh(self, files: Iterable[Path]) -> None:
        for path in sorted(files):
            document = self.documents.at(path)
            # What was told under the name that a client gave a document is taken back under it.
            uri = document.uri if document is not None else self._uris.get(path) or uri_of(path)
            self._uris[path] = uri
            found: list[types.Diagnostic] = []
            for note in self.notes(path):
                one = self.diagnostic(note)
                if one not in found[-8:]:  # two workspaces may tell the same of a file they share
                    found.append(one)
            if self._sent.get(uri, []) != found:
                self._sent[uri] = found
                version = document.version if document is not None else None
                self.send(types.PublishDiagnosticsParams(uri, found, version))

    def diagnostic(self, note: Note) -> types.Diagnostic:
        """What is told of one finding."""
        page = f"{self.pages.rstrip('/')}/{note.rule}.md" if self.pages else None
        return types.Diagnostic(
            range=self.documents.positions.range(note.span),
            message=note.message,
            severity=_SEVERITIES[note.severity],
            code=note.code,
            code_description=types.CodeDescription(page) if page else None,
            source=SOURCE,
            tags=[_TAGS[tag] for tag in note.tags] or None,
            related_information=[
                types.DiagnosticRelatedInformation(self.location(span), message)
                for span, message in note.related
            ]
            or None,
            data={"rule": note.rule, "fingerprint": note.finding.fingerprint},
        )

    def location(self, span: Span) -> types.Location:
        """A stretch of a file, for the client."""
        document = self.documents.at(span.source.path)
        uri = document.uri if document is not None else uri_of(span.source.path)
        return types.Location(uri, self.documents.positions.range(span))
