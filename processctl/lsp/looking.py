"""What can be read of a place: hover, definition, references, links."""

from __future__ import annotations

from lsprotocol import types

from processctl.editor.elements import Named
from processctl.editor.hover import hover
from processctl.editor.links import addresses, used_workspaces
from processctl.editor.references import definition, references
from processctl.editor.session import State
from processctl.editor.target import Target, target_at
from processctl.lsp.documents import Document
from processctl.lsp.server import Server
from processctl.lsp.uris import uri_of
from processctl.reading.sections import VOCABULARY
from processctl.reading.tree import DISK


def register(server: Server) -> None:
    """Let the server tell what stands where."""
    feature = server.feature

    @feature(types.TEXT_DOCUMENT_HOVER)
    def show(ls: Server, params: types.HoverParams) -> types.Hover | None:
        document = ls.document(params.text_document.uri)
        if document is None:
            return None
        offset = ls.documents.positions.offset(document.source, params.position)
        names = ls.names_of(document, offset)
        notes = ls.told.notes(document.path)
        found = hover(document.source, offset, names, notes, ls.spoken)
        if found is None:
            return None
        content = types.MarkupContent(types.MarkupKind.Markdown, found[1])
        return types.Hover(content, ls.documents.positions.range(found[0]))

    @feature(types.TEXT_DOCUMENT_DEFINITION)
    def define(ls: Server, params: types.DefinitionParams) -> types.Location | None:
        found = named_at(ls, params.text_document.uri, params.position)
        if found is None:
            return None
        span = definition(found[0], found[1], ls.documents.text_at)
        return ls.told.location(span) if span is not None else None

    @feature(types.TEXT_DOCUMENT_REFERENCES)
    async def refer(ls: Server, params: types.ReferenceParams) -> list[types.Location] | None:
        await ls.judging.settled()
        found = named_at(ls, params.text_document.uri, params.position)
        if found is None:
            return None
        spans = references(
            users(ls, *found), found[1], ls.documents.text_at,
            declaration=params.context.include_declaration,
        )  # fmt: skip
        return [ls.told.location(span) for span in spans]

    @feature(types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT)
    def highlight(
        ls: Server, params: types.DocumentHighlightParams
    ) -> list[types.DocumentHighlight] | None:
        found = named_at(ls, params.text_document.uri, params.position)
        if found is None:
            return None
        spans = references([found[0]], found[1], ls.documents.text_at)
        here = ls.document(params.text_document.uri)
        return [
            types.DocumentHighlight(ls.documents.positions.range(span))
            for span in spans
            if here is not None and span.source.path == here.path
        ]

    @feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    def link(ls: Server, params: types.DocumentLinkParams) -> list[types.DocumentLink] | None:
        document = ls.document(params.text_document.uri)
        if document is None or not ls.is_part(document):
            return None
        positions = ls.documents.positions
        found = [
            types.DocumentLink(positions.range(span), address)
            for span, address in addresses(document.source)
        ]
        for span, file in used_workspaces(document.source):
            found.append(types.DocumentLink(positions.range(span), uri_of(DISK.real(file))))
        return found


def target_of(ls: Server, document: Document, position: types.Position) -> Target | None:
    """What stands at a position."""
    offset = ls.documents.positions.offset(document.source, position)
    names = ls.names_of(document, offset)
    return target_at(document.source, offset, names.model, ls.spoken)


def named_at(ls: Server, uri: str, position: types.Position) -> tuple[State, Named] | None:
    """The element that is named at a position, and the workspace it is named in."""
    document = ls.document(uri)
    state = ls.state_of(document.path) if document is not None else None
    if document is None or state is None:
        return None
    found = target_of(ls, document, position)
    return (state, found.named) if found is not None and found.named is not None else None


def users(ls: Server, state: State, named: Named) -> list[State]:
    """The workspaces in which an element may be named: its own, and those that use it."""
    if named.section not in VOCABULARY:
        return [state]
    declared = state.names.model.workspace.sections.items.get(named.section, {}).get(named.id)
    if declared is None:
        return [state]
    home = DISK.real(declared.source.path)

    def is_same(one: State) -> bool:
        other = one.names.model.workspace.sections.items.get(named.section, {}).get(named.id)
        return other is not None and DISK.real(other.source.path) == home

    return [one for one in ls.judging.states.values() if is_same(one)]
