"""Puts the server together and lets it speak on standard input and output."""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import BinaryIO, Literal, TextIO

from processctl.lsp import changing, completing, drawing, life, looking, showing, walking
from processctl.lsp.protocol import quiet
from processctl.lsp.server import Server, Surroundings

_MUCH = 5_000_000  # new objects; a journey of 300 stages and all that is found of it has a tenth
_TALKATIVE = (
    "pygls.protocol.json_rpc", "pygls.protocol.language_server", "pygls.server",
    "concurrent.futures", "asyncio",
)  # fmt: skip


def make_server(around: Surroundings) -> Server:
    """A server with everything that it can do."""
    server = Server(around)
    for room in (life, completing, looking, changing, showing, walking, drawing):
        room.register(server)
    return server


def serve(around: Surroundings) -> int:
    """Serve one client until it says that it is done, or goes away; what the program ends with."""
    # Garbage is collected when nobody types (see ``Judging``), not while somebody waits for findings.
    gc.set_threshold(_MUCH, 50, 50)
    for name in _TALKATIVE:
        logging.getLogger(name).addFilter(quiet)
    server = make_server(around)
    with _own(sys.stdin, "rb") as heard, _own(sys.stdout, "wb") as said:
        server.start_io(heard, said)
    return server.protocol.exit_code


def _own(stream: TextIO, mode: Literal["rb", "wb"]) -> BinaryIO:
    """A stream like another, which may be closed: pygls does so, and the command still flushes its own."""
    return os.fdopen(os.dup(stream.fileno()), mode)
