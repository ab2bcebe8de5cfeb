"""What is shown in and beside a text: outline, folds, colours, lines above stages, words behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lsprotocol import types

from processctl.editor.elements import elements_of
from processctl.editor.lenses import Lens, hints, lenses
from processctl.editor.moved import Moved
from processctl.editor.outline import Entry, folds, outline
from processctl.editor.tokens import KINDS, coloured
from processctl.journey import Journey
from processctl.lsp.documents import Document
from processctl.lsp.server import Server
from processctl.model.model import SECTIONS
from processctl.reading.source import Source, Span

_LEGEND = types.SemanticTokensLegend(list(KINDS), [])
_SYMBOLS = {
    "stages": types.SymbolKind.Class,
    "roles": types.SymbolKind.Interface,
    "teams": types.SymbolKind.Interface,
    "people": types.SymbolKind.Interface,
    "fields": types.SymbolKind.Field,
    "criteria": types.SymbolKind.Boolean,
    "segments": types.SymbolKind.Boolean,
}
_MOST_SYMBOLS = 500
SHOW_DIAGRAM = "processctl.showDiagram"
SHOW_FINDINGS = "processctl.showFindings"


def register(server: Server) -> None:
    """Let the server show what a text holds."""
    feature = server.feature

    @feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(
        ls: Server, params: types.DocumentSymbolParams
    ) -> list[types.DocumentSymbol] | None:
        document = ls.document(params.text_document.uri)
        if document is None or not ls.is_part(document):
            return None
        titles = _titles(ls, document)
        return [_symbol(ls, entry, "", titles) for entry in outline(document.source)]

    @feature(types.WORKSPACE_SYMBOL)
    async def workspace_symbols(
        ls: Server, params: types.WorkspaceSymbolParams
    ) -> list[types.SymbolInformation]:
        await ls.judging.settled()
        return _all_symbols(ls, params.query)

    @feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    def fold(ls: Server, params: types.FoldingRangeParams) -> list[types.FoldingRange] | None:
        document = ls.document(params.text_document.uri)
        if document is None or not ls.is_part(document):
            return None
        return [
            types.FoldingRange(first - 1, last - 1, kind=_fold_kind(document, first))
            for first, last in folds(document.source)
        ]

    @feature(types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL, _LEGEND)
    async def tokens(ls: Server, params: types.SemanticTokensParams) -> types.SemanticTokens | None:
        document = await ls.settled(params.text_document.uri)
        return _tokens(ls, document) if document is not None else None

    @feature(types.TEXT_DOCUMENT_CODE_LENS, types.CodeLensOptions(resolve_provider=False))
    async def lens(ls: Server, params: types.CodeLensParams) -> list[types.CodeLens] | None:
        document = await ls.settled(params.text_document.uri)
        known = _known(ls, document) if document is not None else None
        if document is None or known is None:
            return None
        notes = ls.told.notes(document.path)
        # What only a client can do is shown to those that can.
        can = ls.client_knows("diagrams")
        return [
            _lens(ls, document, one, Span(document.source, *place), can=can)
            for one in lenses(known.source, known.journey, notes, ls.spoken)
            if (can or one.does != "diagram")
            and (place := known.moved.stretch(one.span.start, one.span.end))
        ]

    @feature(types.TEXT_DOCUMENT_INLAY_HINT)
    async def hint(ls: Server, params: types.InlayHintParams) -> list[types.InlayHint] | None:
        document = await ls.settled(params.text_document.uri)
        known = _known(ls, document) if document is not None else None
        if document is None or known is None:
            return None
        positions = ls.documents.positions
        # Of the text as it was, the part that is shown now.
        back = Moved(known.moved.now, known.moved.before)
        start = back.offset(positions.offset(document.source, params.range.start)) or 0
        end = back.offset(positions.offset(document.source, params.range.end))
        end = end if end is not None else len(known.source.text)
        return [
            types.InlayHint(
                positions.position(document.source, place),
                one.words,
                tooltip=one.tip,
                padding_left=True,
            )
            for one in hints(known.source, start, end, known.journey, ls.spoken)
            if (place := known.moved.offset(one.offset)) is not None
        ]


def _symbol(
    ls: Server, entry: Entry, section: str, titles: Mapping[tuple[str, str], str]
) -> types.DocumentSymbol:
    positions = ls.documents.positions
    kind = _SYMBOLS.get(section, types.SymbolKind.Object) if section else types.SymbolKind.Namespace
    return types.DocumentSymbol(
        name=entry.name or "?",
        kind=kind,
        range=positions.range(entry.whole),
        selection_range=positions.range(entry.key),
        detail=titles.get((section, entry.name)),
        children=[_symbol(ls, one, entry.name, titles) for one in entry.inner] or None,
    )


def _titles(ls: Server, document: Document) -> dict[tuple[str, str], str]:
    """What the elements of a document's workspace are called, by section and id."""
    state = ls.state_of(document.path)
    if state is None:
        return {}
    model = state.names.model
    return {
        (section, named.id): named.title.in_language(ls.spoken)
        for section in SECTIONS
        for named in elements_of(model, section)
    }


def _all_symbols(ls: Server, query: str) -> list[types.SymbolInformation]:
    wanted = query.casefold()
    found = []
    for root in sorted(ls.judging.states):
        model = ls.judging.states[root].names.model
        for section in SECTIONS:
            for named in elements_of(model, section):
                declared = model.workspace.sections.items[section][named.id]
                title = named.title.in_language(ls.spoken)
                if declared.shared or wanted not in f"{named.id} {title}".casefold():
                    continue
                found.append(
                    types.SymbolInformation(
                        location=ls.told.location(declared.key_span),
                        name=named.id,
                        kind=_SYMBOLS.get(section, types.SymbolKind.Object),
                        container_name=section,
                    )
                )
                if len(found) >= _MOST_SYMBOLS:
                    return found
    return found


def _fold_kind(document: Document, first: int) -> types.FoldingRangeKind | None:
    is_comment = document.source.line(first).lstrip().startswith("#")
    return types.FoldingRangeKind.Comment if is_comment else None


class _Known(NamedTuple):
    """What was read last of a document: while a line is half written, the rest is shown as it was."""

    journey: Journey
    source: Source
    moved: Moved


def _known(ls: Server, document: Document) -> _Known | None:
    state = ls.state_of(document.path)
    own = state.names.model.workspace.own if state is not None else ()
    source = next((one for one in own if one.path == document.path), None)
    if state is None or source is None:
        return None
    return _Known(state.names, source, Moved(source.text, document.text))


def _tokens(ls: Server, document: Document) -> types.SemanticTokens | None:
    known = _known(ls, document)
    if known is None:
        return None
    data: list[int] = []
    line = character = 0
    for one in coloured(known.source, known.journey.model):
        place = known.moved.stretch(one.start, one.end)
        if place is None:
            continue
        span = ls.documents.positions.range(Span(document.source, *place))
        start = span.start
        moved = start.line - line
        since = start.character - character if moved == 0 else start.character
        length = span.end.character - start.character
        data += [moved, since, length, KINDS.index(one.kind), 0]
        line, character = start.line, start.character
    return types.SemanticTokens(data)


def _lens(ls: Server, document: Document, one: Lens, place: Span, *, can: bool) -> types.CodeLens:
    names = {"findings": SHOW_FINDINGS, "diagram": SHOW_DIAGRAM, "none": ""}
    command = types.Command(
        title=one.words, command=names[one.does] if can else "", arguments=[document.uri, one.stage]
    )
    return types.CodeLens(ls.documents.positions.range(place), command)
