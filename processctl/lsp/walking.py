"""Call hierarchy: what leads to a stage, and where cases go from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from processctl.editor.calls import Neighbour, going_on, leading_to
from processctl.editor.session import State
from processctl.lsp.looking import named_at
from processctl.lsp.server import Server
from processctl.reading.source import Span


def register(server: Server) -> None:
    """Let the server walk from stage to stage."""
    feature = server.feature

    @feature(types.TEXT_DOCUMENT_PREPARE_CALL_HIERARCHY)
    async def prepare(
        ls: Server, params: types.CallHierarchyPrepareParams
    ) -> list[types.CallHierarchyItem] | None:
        await ls.judging.settled()
        found = named_at(ls, params.text_document.uri, params.position)
        if found is None or found[1].section != "stages":
            return None
        item = _item(ls, found[0], found[1].id)
        return [item] if item is not None else None

    @feature(types.CALL_HIERARCHY_INCOMING_CALLS)
    def incoming(
        ls: Server, params: types.CallHierarchyIncomingCallsParams
    ) -> list[types.CallHierarchyIncomingCall] | None:
        state, stage = _of(ls, params.item)
        if state is None:
            return None
        near = leading_to(state.journey, stage)
        return [types.CallHierarchyIncomingCall(*one) for one in _reached(ls, state, near)]

    @feature(types.CALL_HIERARCHY_OUTGOING_CALLS)
    def outgoing(
        ls: Server, params: types.CallHierarchyOutgoingCallsParams
    ) -> list[types.CallHierarchyOutgoingCall] | None:
        state, stage = _of(ls, params.item)
        if state is None:
            return None
        near = going_on(state.journey, stage)
        return [types.CallHierarchyOutgoingCall(*one) for one in _reached(ls, state, near)]


def _of(ls: Server, item: types.CallHierarchyItem) -> tuple[State | None, str]:
    data = item.data if isinstance(item.data, dict) else {}
    root = str(data.get("root"))
    state = next((one for one in ls.judging.states.values() if str(one.root) == root), None)
    return state, str(data.get("stage"))


def _item(ls: Server, state: State, stage: str) -> types.CallHierarchyItem | None:
    model = state.journey.model
    declared = model.workspace.sections.items.get("stages", {}).get(stage)
    if declared is None or stage not in model.stages:
        return None
    key, value = declared.key, declared.value
    whole = Span(declared.source, key.start, max(key.end, value[-1]))
    return types.CallHierarchyItem(
        name=stage,
        kind=types.SymbolKind.Class,
        uri=ls.told.location(whole).uri,
        range=ls.documents.positions.range(whole),
        selection_range=ls.documents.positions.range(declared.key_span),
        detail=model.stages[stage].title.in_language(ls.spoken),
        data={"root": str(state.root), "stage": stage},
    )


def _reached(
    ls: Server, state: State, near: Iterable[Neighbour]
) -> Iterator[tuple[types.CallHierarchyItem, list[types.Range]]]:
    """Neighbours that are declared, and where the ways to or from them are written."""
    for one in near:
        item = _item(ls, state, one.stage)
        if item is not None:
            yield item, [ls.documents.positions.range(span) for span in one.places]
