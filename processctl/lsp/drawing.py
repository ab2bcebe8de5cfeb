"""The live diagram: requests and a notification of our own, beside those of the protocol.

``processctl/diagram`` takes ``{uri, view?, theme?}``, where ``uri`` is an open document or the folder of a
workspace, and gives ``{svg, stages, folder, version}``: the drawing, empty where the view has nothing to
show, for each stage where it is written, the folder, and the document's version, None for a folder. A client that has
``experimental.processctl.diagrams`` among its capabilities is told by ``processctl/judged`` whenever a
workspace was judged, ``{uri, documents}``, and by ``processctl/diagramChanged`` when the journey is
drawn in another way than before, ``{uri}``.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from pygls.exceptions import JsonRpcException

from processctl.diagrams import LayoutFailed
from processctl.diagrams.themes import THEMES
from processctl.editor.diagram import Diagram, diagram, shape_of
from processctl.editor.session import State
from processctl.lsp.server import Server, member
from processctl.lsp.uris import path_of, uri_of
from processctl.views.view import UnknownViewError

DIAGRAM = "processctl/diagram"
JUDGED = "processctl/judged"
CHANGED = "processctl/diagramChanged"
_INVALID_PARAMS = -32602
_REQUEST_FAILED = -32803


def register(server: Server) -> None:
    """Let the server draw."""
    shapes: dict[Path, str] = {}
    drawn: dict[Path, Diagram] = {}
    comparing: set[asyncio.Task[None]] = set()  # a loop keeps no task that nobody else keeps

    @server.feature(DIAGRAM)
    async def draw(ls: Server, params: Any) -> dict[str, object] | None:
        asked = _asked(params)
        document = await ls.settled(asked["uri"])
        if document is not None:
            state = ls.state_of(document.path)
        else:
            state = ls.judging.states.get(path_of(asked["uri"]))
        if state is None:
            return None
        theme = asked.get("theme", "light")
        if theme not in THEMES:
            raise JsonRpcException(f'There is no theme "{theme}".', _INVALID_PARAMS)
        view = asked.get("view", "journey")
        try:
            found = await ls.judging.in_thread(
                lambda: diagram(state.journey, view, ls.spoken, theme, drawn.get(state.root))
            )
            drawn[state.root] = found
        except UnknownViewError as error:
            raise JsonRpcException(ls.words(error.message), _INVALID_PARAMS) from error
        except LayoutFailed as error:
            raise JsonRpcException(ls.words(error.message), _REQUEST_FAILED) from error
        places = {name: ls.told.location(span) for name, span in found.stages.items()}
        version = document.version if document is not None else None
        folder = uri_of(state.root)
        return {"svg": found.svg, "version": version, "stages": places, "folder": folder}

    async def compare(state: State) -> None:
        now = await server.judging.in_thread(lambda: shape_of(state.journey, server.spoken))
        if shapes.get(state.root) != now:
            shapes[state.root] = now
            server.protocol.notify(CHANGED, {"uri": uri_of(state.root)})

    def tell(state: State) -> None:
        if not server.client_knows("diagrams"):
            return
        documents = [
            {"uri": one.uri, "version": one.version}
            for one in server.documents
            if server.workspace_of(one.path) == state.root
        ]
        server.protocol.notify(JUDGED, {"uri": uri_of(state.root), "documents": documents})
        # Nobody waits for this, and the next key comes first.
        task = asyncio.get_running_loop().create_task(compare(state))
        comparing.add(task)
        task.add_done_callback(comparing.discard)

    server.on_judged.append(tell)


def _asked(params: Any) -> dict[str, Any]:
    """What a request asks for; pygls makes an object of any JSON that it does not know."""
    found = {
        name: value
        for name in ("uri", "view", "theme")
        if isinstance(value := member(params, name), str)
    }
    if "uri" not in found:
        raise JsonRpcException('"uri" is missing.', _INVALID_PARAMS)
    return found
