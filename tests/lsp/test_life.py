"""The server as a process: how it ends."""

from __future__ import annotations

import json
import subprocess
import sys


def test_it_ends_when_it_is_asked_to_and_has_nothing_to_complain_of() -> None:
    said: list[dict[str, object]] = [
        {"id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None}},
        {"method": "initialized", "params": {}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]
    bodies = [json.dumps({"jsonrpc": "2.0", **one}) for one in said]
    done = subprocess.run(
        [sys.executable, "-m", "processctl", "lsp"],
        input="".join(f"Content-Length: {len(one)}\r\n\r\n{one}" for one in bodies).encode(),
        capture_output=True, check=False,
    )  # fmt: skip
    assert b'"serverInfo"' in done.stdout
    assert (done.returncode, done.stderr) == (0, b"")
