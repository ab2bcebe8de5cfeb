"""How long a site takes, how much memory, how large it is, and how soon ``site serve`` shows what was saved.

Each build is a process of its own that begins from nothing, and reads, judges and draws. In brackets the
seconds of processors, which another program on the machine does not lengthen by much.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import BinaryIO
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import write_process
from lint import program

REPOSITORY = Path(__file__).resolve().parent.parent
RUNS = {30: 3, 300: 1}
SAVES = 7
_MEBIBYTE = 1024  # of the kibibytes that Linux counts in
_DRAWING = re.compile(rb"<svg.*?</svg>", re.DOTALL)


@dataclass(frozen=True)
class Build:
    """What one build took: seconds by the clock and of processors, and the most memory in MiB.

    ``size`` is how many bytes it has written beside drawings.
    """

    seconds: float
    busy: float
    memory: float
    size: int


def built(process: Path, *languages: str) -> Build:
    """Build the site of a process, in one language or in all of its own."""
    with tempfile.TemporaryDirectory() as temporary:
        options = [part for one in languages for part in ("--lang", one)]
        begun = perf_counter()
        running = subprocess.Popen(
            [
                program("processctl"),
                "site",
                "build",
                str(process),
                "-o",
                f"{temporary}/site",
                *options,
            ]
        )
        _, status, used = os.wait4(running.pid, 0)
        assert status == 0, process  # noqa: S101 - a build that fails is not measured
        seconds = perf_counter() - begun
        return Build(
            seconds,
            used.ru_utime + used.ru_stime,
            used.ru_maxrss / _MEBIBYTE,
            size(Path(temporary) / "site"),
        )


def size(site: Path) -> int:
    """The bytes of a site, but for its drawings."""
    files = (file for file in site.rglob("*") if file.is_file())
    return sum(len(_DRAWING.sub(b"", file.read_bytes())) for file in files)


def best(process: Path, runs: int, *languages: str) -> str:
    """The median of some builds, as a cell of a table."""
    found = [built(process, *languages) for _ in range(runs)]
    seconds = statistics.median(one.seconds for one in found)
    busy = statistics.median(one.busy for one in found)
    memory = max(one.memory for one in found)
    return f"{seconds:.1f} s ({busy:.1f} s), {memory:.0f} MiB, {found[0].size / 1e6:.2f} MB"


def rebuilt(process: Path, language: str) -> tuple[float, float]:
    """The median seconds from saving a file to the news that the page of a stage is another.

    Once for words that no drawing shows, once for the name of a stage.
    """
    file = sorted(process.glob("stages*.yaml"))[0]
    text = file.read_text("utf-8")
    with subprocess.Popen(
        [program("processctl"), "site", "serve", str(process), "--port", "0", "--lang", language],
        stderr=subprocess.PIPE, text=True,
    ) as server:  # fmt: skip
        assert server.stderr is not None  # noqa: S101 - it was asked for
        place = urlsplit(server.stderr.readline().split()[-1])
        server.stderr.readline()
        with socket.create_connection((place.hostname or "", place.port or 0)) as line:
            page = f"/{language}/stages/stage_5.html"
            line.sendall(
                f"GET /_live/events?path={page} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
            )
            news = line.makefile("rb")
            _news(news)
            times = []
            # One kind after the other: to take a name back is to draw it again.
            for old, new in (
                ("What matters in step 5,", "What matters in step 5.{},"),
                ("en: Stage number 5\n", "en: Stage number 5.{}\n"),
            ):
                saved = []
                for number in range(SAVES):
                    begun = perf_counter()
                    file.write_text(text.replace(old, new.format(number)), "utf-8")
                    _news(news)
                    saved.append(perf_counter() - begun)
                times.append(statistics.median(saved))
        server.send_signal(signal.SIGINT)
    file.write_text(text, "utf-8")
    return times[0], times[1]


def _news(stream: BinaryIO) -> None:
    """Wait for the next news; in between comes nothing but signs of life."""
    while not stream.readline().startswith(b"data: "):
        continue


def main() -> None:
    """Measure and print."""
    print("| process | one language | two languages |")
    print("| --- | ---: | ---: |")
    with tempfile.TemporaryDirectory() as temporary:
        processes = {"`examples/after`": (Path(temporary) / "after", RUNS[30])}
        # Outside of git, so that nothing is measured of its history.
        shutil.copytree(REPOSITORY / "examples" / "after", Path(temporary) / "after")
        for stages, runs in RUNS.items():
            made = Path(temporary) / f"made_{stages}"
            write_process(made, stages)
            processes[f"{stages} stages"] = made, runs
        for name, (process, runs) in processes.items():
            print(f"| {name} | {best(process, runs, 'en')} | {best(process, runs)} |", flush=True)
        words, names = rebuilt(processes["30 stages"][0], "en")
    print(f"\nFrom save to news at 30 stages: {words:.2f} s for words, {names:.2f} s for a name.")
    print("Targets: 30 stages in 3 s and 1 MB a language, 300 in 20 s, news in 0.5 s, 500 MiB.")


if __name__ == "__main__":
    main()
