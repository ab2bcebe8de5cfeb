"""The protocol as pygls speaks it, but for three things that it leaves to others.

Open documents are kept by ourselves: pygls splits texts at signs that end no line in the protocol, which
moves every place behind one. What comes too early, too late, or is no message at all is answered as the
protocol says. And what a client asks for in vain is no fault of ours: it gets its answer, and nothing
of it goes into the log.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Generator
from typing import Any

from lsprotocol import types
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInternalError,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol, lsp_method

_log = logging.getLogger(__name__)
# A client that has gone away, and bytes that are no message.
_OF_CLIENTS = (BrokenPipeError, json.JSONDecodeError, UnicodeDecodeError)


class Protocol(LanguageServerProtocol):
    """Leaves open documents to the features of the server, and knows when a message is in time."""

    exit_code = 0
    """What the program ends with: 1 where the client ended it without a word before (``exit``)."""

    def structure_message(self, data: dict[str, Any]) -> Any:
        """What a client sends, as pygls knows it; None for what is no message, which is answered here."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            _log.warning("A message cannot be read: %s", data.get("method", "a response"))
            if "id" in data and "method" in data:
                self._send_response(data["id"], error=JsonRpcInvalidParams().to_response_error())
            return None

    def handle_message(self, message: Any) -> None:
        """Answer a message, if it comes in time."""
        if message is None:
            return
        method = getattr(message, "method", None)
        if method == types.EXIT:
            self.exit_code = 0 if self._shutdown else 1
        elif method is not None and (self._shutdown or self._comes_early(method)):
            number = getattr(message, "id", None)
            wrong = JsonRpcInvalidRequest if self._shutdown else JsonRpcServerNotInitialized
            if number is not None:
                self._send_response(number, error=wrong().to_response_error())
            return
        super().handle_message(message)

    def _comes_early(self, method: str) -> bool:
        return self._workspace is None and method != types.INITIALIZE

    def _ours(self, method: str, params: Any) -> Generator[Any, Any, None]:
        handler = self.fm.features.get(method)
        if handler is not None:
            yield handler, (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(
        self, params: types.DidOpenTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """A document is open."""
        yield from self._ours(types.TEXT_DOCUMENT_DID_OPEN, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """A document has another text."""
        yield from self._ours(types.TEXT_DOCUMENT_DID_CHANGE, params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(
        self, params: types.DidCloseTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """A document is no longer open."""
        yield from self._ours(types.TEXT_DOCUMENT_DID_CLOSE, params)


def quiet(record: logging.LogRecord) -> bool:
    """A filter for what pygls writes down: what went wrong here, not what a client did or was refused."""
    error = record.exc_info[1] if record.exc_info else None
    if record.levelno < logging.ERROR or isinstance(error, _OF_CLIENTS):
        return False
    if isinstance(error, JsonRpcException):
        return isinstance(error, JsonRpcInternalError)
    return not str(record.msg).startswith("Unable to deserialize message")
