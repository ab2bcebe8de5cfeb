"""A long day of an editor, in short: a thousand keys, and many answers in between."""

from __future__ import annotations

import random
import subprocess
from datetime import date
from pathlib import Path

import pytest
from lsprotocol import types

from processctl.lint.run import lint_workspace
from tests.lsp.client import TODAY, Client, with_client
from tests.lsp.generated import write_process

KEYS = 1_000
# A day's work in a few moments, and many times that on a machine with much else to do.
LONG = 1_500
pytestmark = pytest.mark.timeout(LONG + 60)
MOST_MEBIBYTES = 300


def test_a_thousand_keys_come_to_what_lint_says_of_the_text(tmp_path: Path) -> None:
    root = tmp_path / "w"
    write_process(root, 30)
    file = root / "stages_000.yaml"

    async def test(client: Client) -> None:
        await client.begin(root)
        uri = client.open(file)
        await client.heard(uri)
        chance = random.Random(1)  # noqa: S311 - keys at random, and the same ones each time
        for number in range(KEYS):
            text = client.texts[uri]
            at = chance.randrange(len(text))
            if chance.random() < 0.5:
                client.type(uri, at, chance.choice("abc :-[]{}\n\"'#ä🎉"))
            else:
                client.type(uri, at, "", over=min(chance.randrange(3), len(text) - at))
            if number % 100 == 0:
                asked = types.CompletionParams(
                    types.TextDocumentIdentifier(uri), types.Position(chance.randrange(900), 8)
                )
                await client.text_document_completion_async(asked)
        found = await client.heard(uri)
        file.write_text(client.texts[uri], encoding="utf-8", newline="")
        result = lint_workspace(root, date.fromisoformat(TODAY))
        here = [one.code for one in result.findings if one.span.source.path == file]
        assert [one.code for one in found] == here
        client.write(uri, file.read_text(encoding="utf-8"))
        assert client.said == []
        assert mebibytes(client) < MOST_MEBIBYTES

    with_client(test, seconds=LONG)


def test_a_large_process_takes_no_more_memory_as_time_goes_by(tmp_path: Path) -> None:
    root = tmp_path / "w"
    write_process(root, 300)
    file = root / "stages_000.yaml"

    async def test(client: Client) -> None:
        await client.begin(root)
        uri = client.open(file)
        await client.heard(uri)
        at = client.texts[uri].index("What matters in step 17")
        for _ in range(5):
            client.type(uri, at, "x")
            await client.heard(uri)
        before = mebibytes(client)
        for _ in range(20):
            client.type(uri, at, "x")
            await client.heard(uri)
        assert mebibytes(client) < before + 60
        assert mebibytes(client) < MOST_MEBIBYTES

    with_client(test, seconds=LONG)


def mebibytes(client: Client) -> float:
    """The memory that the server's process has."""
    process = client._server
    assert process is not None
    shown = subprocess.run(
        ["ps", "-o", "rss=", "-p", str(process.pid)], capture_output=True, text=True, check=True
    )
    return int(shown.stdout) / 1024
