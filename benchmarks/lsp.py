"""How soon an editor has an answer: from a key to findings, and from asking to offers.

A real client speaks with a real server, started as an editor starts it, on standard input and output.
Each key changes a word, or a number in a condition, so that what hangs on it is proved anew; the time
is that until the server says that it has judged, findings sent. In brackets the seconds of the
server's processors, which another program on the machine does not lengthen. Run
`python benchmarks/lsp.py`.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from lsprotocol import types

from tests.lsp.client import Client, place, server
from tests.lsp.generated import write_process

KEYS = 25
WARM_UP = 5
SIZES = {30: 0.150, 300: 0.500}
COMPLETION = 0.050


def main() -> None:
    """Print the figures of docs/benchmarks.md."""
    print("| stages | key | median | slowest | of the processor | aimed at |")
    print("| ---: | --- | ---: | ---: | ---: | ---: |")
    for stages, aim in SIZES.items():
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "process"
            write_process(root, stages)
            asyncio.run(measure(root, stages, aim))


async def measure(root: Path, stages: int, aim: float) -> None:
    """Measure one process."""
    file = root / "stages_000.yaml"
    async with server() as client:
        await client.begin(root)
        uri = client.open(file)
        await client.heard(uri)
        text = client.texts[uri]
        word = text.index("What matters in step 17") + 5
        number = text.index(" >= ", text.index("stage_17:")) + 4
        line = text.index("stages:")
        for name, key in (
            ("a letter in a text", lambda _: (word, "x", 0)),
            ("a number in a condition", lambda turn: (number, str(10 + turn % 80), 2)),
            ("a new line at the top", lambda _: (line, "# A line.\n", 0)),
        ):
            took, used = await keys(client, uri, key)
            row = f"| {stages} | {name} | {_ms(statistics.median(took))} | {_ms(max(took))} "
            print(f"{row}| {_ms(statistics.median(used))} | {_ms(aim)} |", flush=True)
        took = await offers(client, uri)
        row = f"| {stages} | offers | {_ms(statistics.median(took))} | {_ms(max(took))} "
        print(f"{row}| | {_ms(COMPLETION)} |", flush=True)


async def keys(
    client: Client, uri: str, key: Callable[[int], tuple[int, str, int]]
) -> tuple[list[float], list[float]]:
    """Seconds from keys to findings, and those of the server's processors."""
    took, used = [], []
    for turn in range(KEYS + WARM_UP):
        await asyncio.sleep(0.3)
        at, text, over = key(turn)
        before, begun = _processor(client), perf_counter()
        client.type(uri, at, text, over=over)
        await client.heard(uri)
        if turn >= WARM_UP:
            took.append(perf_counter() - begun)
            used.append(_processor(client) - before)
    return took, used


async def offers(client: Client, uri: str) -> list[float]:
    """Seconds from asking to offers, at places all over the file."""
    took = []
    text = client.texts[uri]
    places = [text.index("when: ", at) + 6 for at in range(0, len(text) - 3000, len(text) // KEYS)]
    for at in places:
        asked = types.CompletionParams(types.TextDocumentIdentifier(uri), place(text, at))
        begun = perf_counter()
        found = await client.text_document_completion_async(asked)
        took.append(perf_counter() - begun)
        assert isinstance(found, types.CompletionList)  # noqa: S101 - a figure for nothing is none
        assert found.items  # noqa: S101 - see above
    return took


def _processor(client: Client) -> float:
    """Seconds that the server has had of the processors; nought where the system does not say."""
    process = client._server
    try:
        stat = Path(f"/proc/{process.pid if process else 0}/stat").read_text(encoding="ascii")
    except OSError:
        return 0.0
    user, system = stat.rsplit(")", 1)[1].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def _ms(seconds: float) -> str:
    return f"{round(seconds * 1000)} ms"


if __name__ == "__main__":
    main()
