"""Drawings of pages as SVG: each made once, those of a large site by several processes."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import get_all_start_methods, get_context
from threading import RLock

from processctl.diagrams import Drawing, Exchange, Options, Sketch, write_svg
from processctl.diagrams.files.svg import titled
from processctl.diagrams.sketch import plain

# Below so many lines to be led another process is not worth its beginning.
_ENOUGH = 150


@dataclass
class Drawer:
    """Draws what pages show. What was drawn before is not drawn again: the same drawing gives the same picture.

    ``known`` are drawings without their titles, as of the last time. ``count`` is how many have been made.
    ``processes`` is how many may draw at once, where the system can copy this one.
    """

    processes: int = 1
    known: dict[Drawing, str] = field(default_factory=dict)
    count: int = 0
    # Several readers may ask for pages at once.
    _lock: RLock = field(default_factory=RLock, repr=False)

    @contextmanager
    def drawing(self, drawings: Iterable[Drawing]) -> Iterator[None]:
        """Make all of these, while somebody else does something if there are processes for it; forget every other one."""
        wanted = dict.fromkeys(map(_bare, drawings))
        missing = [one for one in wanted if one not in self.known]
        with self._made(missing) as svgs:
            yield
            made = dict(zip(missing, svgs, strict=True))
        self.count += len(made)
        self.known = {one: made.get(one) or self.known[one] for one in wanted}

    def keep(self, drawings: Iterable[Drawing]) -> None:
        """Forget every drawing but these, of which some may not have been made yet."""
        wanted = map(_bare, drawings)
        with self._lock:
            self.known = {one: self.known[one] for one in wanted if one in self.known}

    def svg(self, drawing: Drawing) -> str:
        """A drawing, made now if it is not known."""
        bare = _bare(drawing)
        with self._lock:
            svg = self.known.get(bare)
            if svg is None:
                self.known[bare] = svg = _svg(bare)
                self.count += 1
        return titled(svg, plain(drawing.title)) if drawing.title else svg

    @contextmanager
    def _made(self, drawings: Sequence[Drawing]) -> Iterator[Iterator[str]]:
        """The drawings as SVG, begun now."""
        work = sum(map(_work, drawings))
        if self.processes < 2 or work < _ENOUGH or "fork" not in get_all_start_methods():
            yield map(_svg, drawings)
            return
        with ProcessPoolExecutor(self.processes, get_context("fork"), _let_ctrl_c_be) as pool:
            # The largest first, so that at the end nobody waits for one.
            begun = {
                one: pool.submit(_svg, one) for one in sorted(drawings, key=_work, reverse=True)
            }
            try:
                yield (begun[one].result() for one in drawings)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise


def _bare(drawing: Drawing) -> Drawing:
    """Whoever holds one role alone has its drawing under another title."""
    return replace(drawing, title="")


def _svg(drawing: Drawing) -> str:
    svg = write_svg(drawing, Options(in_page=True)).decode()
    return svg[svg.index("<svg") :]


def _work(drawing: Drawing) -> int:
    """About how much there is to do."""
    if isinstance(drawing, Sketch):
        return len(drawing.lines)
    return len(drawing.tellings if isinstance(drawing, Exchange) else drawing.rows)


def _let_ctrl_c_be() -> None:
    """Who asked for the drawings hears of Ctrl-C, and ends those that draw."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
