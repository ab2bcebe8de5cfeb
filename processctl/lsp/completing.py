"""Completion."""

from __future__ import annotations

from lsprotocol import types

from processctl.editor.complete import complete
from processctl.editor.elements import find
from processctl.editor.meanings import about
from processctl.editor.offer import Kind, Offer
from processctl.editor.outline import is_ours
from processctl.lsp.documents import Document
from processctl.lsp.server import Server
from processctl.reading.source import Span

_TRIGGERS = [" ", ":", "-", "[", "{", ",", '"', "'", "("]
_KINDS: dict[Kind, types.CompletionItemKind] = {
    "key": types.CompletionItemKind.Property,
    "stage": types.CompletionItemKind.Class,
    "person": types.CompletionItemKind.Interface,
    "field": types.CompletionItemKind.Field,
    "condition": types.CompletionItemKind.Variable,
    "name": types.CompletionItemKind.Reference,
    "word": types.CompletionItemKind.Keyword,
    "value": types.CompletionItemKind.EnumMember,
    "function": types.CompletionItemKind.Function,
    "rule": types.CompletionItemKind.Event,
}


def register(server: Server) -> None:
    """Let the server offer what may be written."""
    options = types.CompletionOptions(trigger_characters=_TRIGGERS, resolve_provider=True)

    @server.feature(types.TEXT_DOCUMENT_COMPLETION, options)
    def completion(ls: Server, params: types.CompletionParams) -> types.CompletionList | None:
        document = ls.document(params.text_document.uri)
        if document is None:
            return None
        if not (ls.is_part(document) or is_ours(document.source)):
            return None
        offset = ls.documents.positions.offset(document.source, params.position)
        names = ls.names_of(document, offset)
        found = complete(document.source, offset, names.model, ls.spoken)
        items = [_item(ls, document, offer, number) for number, offer in enumerate(found)]
        # What is counted is another offer with every digit.
        counted = any(one.kind == "value" and one.label[:1].isdigit() for one in found)
        return types.CompletionList(is_incomplete=counted, items=items)

    @server.feature(types.COMPLETION_ITEM_RESOLVE)
    def resolve(ls: Server, item: types.CompletionItem) -> types.CompletionItem:
        data = item.data if isinstance(item.data, dict) else {}
        document = ls.document(str(data.get("uri")))
        if document is not None:
            names = ls.names_of(document)
            named = find(names.model, (str(data.get("section")),), str(data.get("id")))
            if named is not None:
                text = about(named, names, ls.spoken)
                item.documentation = types.MarkupContent(types.MarkupKind.Markdown, text)
        return item


def _item(ls: Server, document: Document, offer: Offer, number: int) -> types.CompletionItem:
    span = Span(document.source, offer.start, offer.end)
    several = "\n" in offer.insert
    item = types.CompletionItem(
        label=offer.label,
        kind=_KINDS[offer.kind],
        detail=offer.detail or None,
        sort_text=f"{number:05}",
        filter_text=document.text[offer.start : offer.start] + offer.label,
        text_edit=types.TextEdit(ls.documents.positions.range(span), offer.insert),
        insert_text_mode=types.InsertTextMode.AdjustIndentation if several else None,
    )
    if offer.documentation:
        item.documentation = types.MarkupContent(types.MarkupKind.Markdown, offer.documentation)
    if offer.named is not None:
        item.data = {"uri": document.uri, "section": offer.named.section, "id": offer.named.id}
    return item
