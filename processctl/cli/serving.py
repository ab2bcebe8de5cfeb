"""The server of the live site: sockets and threads, and nothing of what is in the pages."""

from __future__ import annotations

import errno
import os
import socket
import sys
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote, urlsplit

from processctl.cli.trouble import TroubleError, UsageError, reason
from processctl.texts import say

if TYPE_CHECKING:
    from processctl.site.live.state import State

FIRST_PORT = 8000
_PORTS = 100
# Seconds: a browser that says nothing for so long is let go; one that listens hears something so often.
_PATIENCE = 30
_PULSE = 10


class Serving:
    """A server that shows the newest state, and tells every page when there is another.

    It listens from the beginning, and answers when it has been started with a first state.
    """

    def __init__(self, host: str, port: int | None) -> None:
        """Take a port: the one asked for, else the first that is free.

        Raises:
            TroubleError: the port is taken, or may not be.
            UsageError: the host is none of this machine's.
        """
        self.state: State | None = None
        self.changed = Condition()
        self.host = host
        self._server = _bound(self, host, port)

    @property
    def address(self) -> str:
        """Where the site is, as a browser is told."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104 - not bound to
        shown = f"[{host}]" if ":" in host else host
        return f"http://{shown}:{self._server.server_port}/"

    def start(self) -> None:
        """Answer from now on."""
        Thread(target=self._server.serve_forever, daemon=True).start()

    def show(self, state: State) -> None:
        """Show another state, and let those know who wait for one."""
        with self.changed:
            self.state = state
            self.changed.notify_all()

    def close(self) -> None:
        """Let the port go."""
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # Elsewhere it would let two programs have one port; here it only spares a wait for the last one.
    allow_reuse_address = os.name == "posix"

    def __init__(
        self, serving: Serving, family: socket.AddressFamily, place: tuple[str, int]
    ) -> None:
        self.address_family = family
        self.serving = serving
        super().__init__(place, _Handler)

    def server_bind(self) -> None:
        """As sockets do; the library would look up this machine's name, which takes long without a network."""
        self.socket.setsockopt(
            socket.SOL_SOCKET, socket.SO_REUSEADDR, int(self.allow_reuse_address)
        )
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = str(self.server_address[0]), self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away early is no trouble."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # handed on


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version, sys_version = "processctl", ""
    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d %(message)s\n"

    def do_GET(self) -> None:
        """A page, a file, or the news about a page."""
        from processctl.site.live.hosts import is_answered
        from processctl.site.live.respond import EVENTS, Response, respond

        state = self.server.serving.state
        try:
            asked = urlsplit(self.path)
            path = unquote(asked.path, errors="strict").removeprefix("/")
        except ValueError:
            self.send_error(400)
            return
        if not is_answered(self.headers.get("Host"), self.server.serving.host):
            self.send_error(421, "This name does not belong to the site")
        elif state is None:
            self.send_error(503)
        elif path == EVENTS:
            page = parse_qs(asked.query).get("path", ["/"])[0]
            self._tell(unquote(page).removeprefix("/"))
        else:
            found: Response = respond(state, path or "index.html")
            self._begin(found.status, found.kind, {"Content-Length": str(len(found.body))})
            if self.command != "HEAD":
                self.wfile.write(found.body)

    do_HEAD = do_GET  # noqa: N815 - the library's name

    def _tell(self, path: str) -> None:
        """Tell the mark of a page, and of every other that it becomes, for as long as somebody listens."""
        from processctl.site.live.respond import mark

        serving, told = self.server.serving, None
        self.close_connection = True
        self._begin(200, "text/event-stream; charset=utf-8", {"Connection": "close"})
        if self.command == "HEAD":
            return
        while True:
            state = serving.state
            assert state is not None  # noqa: S101 - there has been one, or nobody would have come here
            now = mark(state, path)
            self.wfile.write(f"data: {now}\n\n".encode() if now != told else b":\n\n")
            told = now
            with serving.changed:
                serving.changed.wait_for(lambda: serving.state is not state, _PULSE)  # noqa: B023 - called at once

    def _begin(self, status: int, kind: str, headers: dict[str, str]) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def end_headers(self) -> None:
        """Whatever is answered has the headers that keep strangers out."""
        from processctl.site.live.respond import HEADERS

        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nobody wants to read every request."""


def _bound(serving: Serving, host: str, port: int | None) -> _Server:
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        raise UsageError(say('"{host}" is no address of this machine.', host=host)) from error
    family, place = found[0][0], str(found[0][4][0])
    first, last = (FIRST_PORT, FIRST_PORT + _PORTS - 1) if port is None else (port, port)
    for number in range(first, last):
        with suppress(OSError):
            return _Server(serving, family, (place, number))
    try:
        return _Server(serving, family, (place, last))
    except OSError as error:
        raise _refusal(error, host, first, last) from error


def _refusal(error: OSError, host: str, first: int, last: int) -> TroubleError | UsageError:
    if error.errno == errno.EADDRNOTAVAIL:
        return UsageError(say('"{host}" is no address of this machine.', host=host))
    if error.errno != errno.EADDRINUSE:
        return TroubleError(
            say("Port {port} cannot be used: {reason}.", port=last, reason=reason(error))
        )
    if first != last:
        return TroubleError(
            say("The ports from {first} to {last} are all in use.", first=first, last=last),
            say("Name another one with --port."),
        )
    return TroubleError(
        say("Port {port} is in use by another program.", port=last),
        say("Name another one with --port, or leave --port out."),
    )
