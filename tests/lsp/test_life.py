"""The server as a process: how it begins and ends, and what it makes of a client that is no good one."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

HELLO: dict[str, Any] = {
    "id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None},
}  # fmt: skip
READY: dict[str, Any] = {"method": "initialized", "params": {}}
ENOUGH: dict[str, Any] = {"id": 2, "method": "shutdown"}
EXIT: dict[str, Any] = {"method": "exit"}
LOOK: dict[str, Any] = {"id": 7, "method": "workspace/symbol", "params": {"query": ""}}


def framed(body: str) -> bytes:
    return f"Content-Length: {len(body)}\r\n\r\n{body}".encode()


def said_to(*messages: dict[str, Any] | bytes) -> tuple[int, dict[Any, Any], str]:
    """What becomes of a server that hears this and no more: its end, its answers, its complaints."""
    heard = b"".join(
        one if isinstance(one, bytes) else framed(json.dumps({"jsonrpc": "2.0", **one}))
        for one in messages
    )
    done = subprocess.run(
        [sys.executable, "-m", "processctl", "lsp"], input=heard, capture_output=True, check=False
    )
    bodies = [one.partition(b"\r\n\r\n")[2] for one in done.stdout.split(b"Content-Length: ")[1:]]
    answers = [json.loads(body) for body in bodies]
    assert not [one for one in answers if one.get("method") == "window/showMessage"]
    return done.returncode, {one.get("id"): one for one in answers}, done.stderr.decode()


def test_it_ends_when_it_is_asked_to_and_has_nothing_to_complain_of() -> None:
    code, answers, complaints = said_to(HELLO, READY, ENOUGH, EXIT)
    assert answers[1]["result"]["serverInfo"]["name"] == "processctl"
    assert (code, complaints) == (0, "")


def test_a_client_that_ends_it_without_a_word_before_is_told_so() -> None:
    assert said_to(HELLO, READY, EXIT)[0] == 1
    assert said_to(EXIT)[0] == 1


@pytest.mark.parametrize(
    "heard",
    [(), (b"Content-Le",), (HELLO,), (HELLO, READY, b"Content-Length: 100\r\n\r\n{")],
    ids=["nothing", "half a header", "a beginning", "half a message"],
)
def test_a_client_that_goes_away_is_no_reason_to_complain(heard: tuple[Any, ...]) -> None:
    code, _, complaints = said_to(*heard)
    assert (code, complaints) == (0, "")


def test_what_comes_too_early_or_too_late_is_answered() -> None:
    opened = {
        "uri": "file:///x/processctl.yaml", "languageId": "yaml", "version": 1, "text": "a",
    }  # fmt: skip
    early = {"method": "textDocument/didOpen", "params": {"textDocument": opened}}
    _, answers, complaints = said_to(LOOK, early, HELLO, READY, ENOUGH, {**LOOK, "id": 8}, EXIT)
    assert answers[7]["error"]["code"] == -32002
    assert answers[8]["error"]["code"] == -32600
    assert complaints == ""


def test_what_cannot_be_read_is_answered_and_no_more() -> None:
    wrong = {"id": 5, "method": "textDocument/hover", "params": {"x": 1}}
    bare = {"id": 6, "method": "processctl/diagram"}
    code, answers, complaints = said_to(
        HELLO, READY, b"Content-Length: 5\r\n\r\nabcde", wrong, bare, LOOK, ENOUGH, EXIT
    )
    assert (answers[5]["error"]["code"], answers[6]["error"]["code"]) == (-32602, -32602)
    assert answers[7]["result"] == []
    assert code == 0
    assert "Traceback" not in complaints
    assert "A message cannot be read: textDocument/hover" in complaints


def test_what_nobody_knows_is_answered() -> None:
    unknown = {"id": 5, "method": "foo/bar", "params": {}}
    cancel = {"method": "$/cancelRequest", "params": {"id": 99}}
    code, answers, complaints = said_to(
        HELLO, READY, unknown, {"method": "$/foo", "params": {}}, cancel, ENOUGH, EXIT
    )
    assert answers[5]["error"]["code"] == -32601
    assert (code, complaints) == (0, "")
