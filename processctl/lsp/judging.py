"""Judges workspaces in a thread of its own while requests are answered: late enough, and never in vain."""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from processctl.editor.session import Session, State

SETTLE = 0.005
"""Seconds: keys that come closer together than this are one change."""

T = TypeVar("T")
IDLE = 1.0
"""Seconds without a change after which nobody is taken to be typing."""
RUNS = 8
"""Runs after which young garbage is collected though somebody types: some megabytes each, at most."""

_log = logging.getLogger(__name__)


class OutdatedError(BaseException):
    """What is being judged has changed meanwhile. No rule's own failure, so no ``Exception``."""


@dataclass(frozen=True)
class Ask:
    """What the world looks like at the moment: the texts of open documents, and the day."""

    texts: Callable[[], Mapping[Path, str]]
    today: Callable[[], date]


@dataclass
class Judging:
    """Knows which workspaces are to be judged anew; ``tell`` hears of each one that has been."""

    session: Session
    ask: Ask
    tell: Callable[[State], None]
    states: dict[Path, State] = field(default_factory=dict)
    _waiting: dict[Path, None] = field(default_factory=dict)
    _outdated: threading.Event = field(default_factory=threading.Event)
    _running: Path | None = None
    _task: asyncio.Task[None] | None = None
    _changed: float = 0.0
    _sweeping: asyncio.TimerHandle | None = None
    _runs: int = 0

    def __post_init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="judge")

    def changed(self, roots: Iterable[Path]) -> None:
        """Workspaces have changed. What runs over one of them is given up."""
        loop = asyncio.get_running_loop()
        self._changed = loop.time()
        for root in roots:
            if root == self._running:
                self._outdated.set()
            self._waiting[root] = None
        if self._waiting and (self._task is None or self._task.done()):
            self._task = loop.create_task(self._go_on())

    def forget(self, root: Path) -> None:
        """A workspace is gone. What runs over it is given up."""
        if root == self._running:
            self._outdated.set()
        self._waiting.pop(root, None)
        self.states.pop(root, None)

    async def settled(self) -> None:
        """Wait until nothing is left to be judged."""
        while self._task is not None and not self._task.done():
            await asyncio.wait({self._task})

    async def in_thread(self, do: Callable[[], T]) -> T:
        """Do something in the thread that judges: it may use the session."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, do)

    def close(self) -> None:
        """Judge no more."""
        self._outdated.set()
        self._waiting.clear()
        self._worker.shutdown(wait=False, cancel_futures=True)

    async def _go_on(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            left = self._changed + SETTLE - loop.time()
            if left > 0:
                await asyncio.sleep(left)
                continue
            root = next(iter(self._waiting))
            del self._waiting[root]
            self._running = root
            self._outdated.clear()
            texts = dict(self.ask.texts())
            try:
                state = await loop.run_in_executor(
                    self._worker, self._judge, root, texts, self.ask.today()
                )
            except Exception:
                _log.exception("A workspace could not be judged: %s", root)
                continue
            finally:
                self._running = None
            if state is not None and not self._outdated.is_set():
                before = self.states.get(root)
                self.states[root] = state
                self.tell(state)
                if before is not None:
                    before.let_go()
                del before, state  # large: let go of when all is told
            if not self._waiting:
                self.session.tidy()
                self._sweep_later(loop)
            self._runs += 1
            if self._runs % RUNS == 0:
                gc.collect(0)

    def _sweep_later(self, loop: asyncio.AbstractEventLoop) -> None:
        """Let the garbage be collected when nobody types: a journey is large, and soon the last one's."""
        if self._sweeping is not None:
            self._sweeping.cancel()
        self._sweeping = loop.call_later(IDLE, gc.collect)

    def _judge(self, root: Path, texts: Mapping[Path, str], today: date) -> State | None:
        try:
            return self.session.judge(root, texts, today, self._check)
        except OutdatedError:
            return None  # a future would take it for the end of the program

    def _check(self) -> None:
        if self._outdated.is_set():
            raise OutdatedError
