"""A terminal with the program at it, and somebody who types."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import time
from pathlib import Path

from tests.cli.program import environment


class Terminal:
    """processctl at a terminal, with somebody who types."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self._ours, theirs = pty.openpty()
        self.program = subprocess.Popen(
            [sys.executable, "-m", "processctl", *arguments],
            cwd=folder, env=environment(TERM="dumb", LC_ALL="C.UTF-8"),
            stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            preexec_fn=_take_terminal,  # noqa: PLW1509 - there are no threads here
        )  # fmt: skip
        os.close(theirs)
        self.shown = ""

    def until(self, words: str) -> None:
        """Read until something is shown."""
        limit = time.monotonic() + 60
        while words not in self.shown:
            assert time.monotonic() < limit, self.shown
            try:
                self.shown += os.read(self._ours, 4096).decode("utf-8", "replace")
            except OSError:
                break
        assert words in self.shown, self.shown

    def type(self, keys: bytes) -> None:
        # What is typed before the line is being read may be dropped by the terminal.
        time.sleep(1)
        os.write(self._ours, keys)

    def end(self) -> int:
        status = self.program.wait(60)
        os.close(self._ours)
        return status


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
