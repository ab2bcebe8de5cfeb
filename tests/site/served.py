"""A site that is being served, for tests: the real program on a port that is free."""

from __future__ import annotations

import http.client
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tests.cli.program import TIME_LIMIT, environment


@dataclass(frozen=True)
class Site:
    """The program, what it has said, where it shows the site, and the folder it shows."""

    program: subprocess.Popen[bytes]
    said: Path
    address: str
    folder: Path

    def ask(
        self, path: str, method: str = "GET", **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer; the path goes out as it is written here."""
        place = urlsplit(self.address)
        connection = http.client.HTTPConnection(
            place.hostname or "", place.port, timeout=TIME_LIMIT
        )
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found

    def change(self, old: str, new: str, file: str = "processctl.yaml") -> None:
        """Save a file with other words in it."""
        text = (self.folder / file).read_text("utf-8")
        assert old in text
        (self.folder / file).write_text(text.replace(old, new), "utf-8")

    def end(self) -> tuple[int, str]:
        """Press Ctrl-C: how the program ends, and what it has said after its address."""
        self.program.send_signal(signal.SIGINT)
        status = self.program.wait(timeout=TIME_LIMIT)
        said = self.said.read_text("utf-8")
        assert "Traceback" not in said, said
        return status, said.partition("\n")[2]


@contextmanager
def served(folder: Path, *options: str, env: dict[str, str] | None = None) -> Iterator[Site]:
    """Serve a folder until the test is over."""
    command = [sys.executable, "-m", "processctl", "site", "serve", str(folder)]
    with (
        tempfile.TemporaryDirectory() as temporary,
        (Path(temporary) / "said").open("wb") as said,
        subprocess.Popen(
            [*command, *(options or ("--port", "0"))], cwd=folder, env=environment(**(env or {})),
            stdout=said, stderr=said,
        ) as program,
    ):  # fmt: skip
        try:
            yield Site(program, Path(said.name), _begun(program, Path(said.name)), folder)
        finally:
            program.kill()


def _begun(program: subprocess.Popen[bytes], said: Path) -> str:
    """Wait for the server, and read its address."""
    until = time.monotonic() + TIME_LIMIT
    while "Ctrl-C" not in said.read_text("utf-8"):
        assert program.poll() is None, said.read_text("utf-8")
        assert time.monotonic() < until, said.read_text("utf-8")
        time.sleep(0.02)
    return said.read_text("utf-8").splitlines()[0].split()[-1]
