"""Puts the server together and lets it speak on standard input and output."""

from __future__ import annotations

from processctl.lsp import changing, completing, drawing, life, looking, showing, walking
from processctl.lsp.server import Server, Surroundings


def make_server(around: Surroundings) -> Server:
    """A server with everything that it can do."""
    server = Server(around)
    for room in (life, completing, looking, changing, showing, walking, drawing):
        room.register(server)
    return server


def serve(around: Surroundings) -> None:
    """Serve one client until it says that it is done, or goes away."""
    make_server(around).start_io()
