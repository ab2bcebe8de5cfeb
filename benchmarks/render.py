"""How long a drawing takes, beside Mermaid and D2 on the same process.

Each run is a process of its own that begins from nothing; ours reads and checks the YAML as well.
Mermaid (`mmdc`, with the Chromium of this machine) draws what `processctl render` writes for it;
D2 gets boxes, lanes and labels of the same sizes. Runs are interleaved; in brackets
the seconds of processors, which another program on the machine does not lengthen.
"""

from __future__ import annotations

import json
import resource
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from engines import fetch
from generate import write_process
from layout import graph
from lint import program

from processctl.cli.places import limits_of, one_workspace
from processctl.diagrams.sketch import tidy
from processctl.lint.run import read_journey
from processctl.views.journey import sketch_of

REPOSITORY = Path(__file__).resolve().parent.parent
RUNS = {30: 3, 300: 3}
# Seconds that others get for the larger process before they are left out.
PATIENCE = 60.0


def commands(process: Path, folder: Path, modules: Path) -> dict[str, list[str]]:
    """What draws a process as SVG, by who does it."""
    tool = program("processctl")
    folder.mkdir()
    mermaid, d2, browser = folder / "process.mmd", folder / "process.json", folder / "browser.json"
    # What is too large for Mermaid is not written for it.
    subprocess.run([tool, "render", str(process), "-o", str(mermaid)], check=False)
    journey = read_journey(one_workspace(str(process)), limits_of(()))
    d2.write_text(json.dumps(graph(tidy(sketch_of(journey, "en")))), encoding="utf-8")
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or ""
    browser.write_text(json.dumps({"executablePath": chromium, "args": ["--no-sandbox"]}))
    settings = folder / "settings.json"
    settings.write_text(json.dumps({"maxEdges": 5_000, "maxTextSize": 5_000_000}))
    script = fetch.script(modules, "d2.mjs")
    out = str(folder / "drawing")
    mmdc = str(modules / ".bin" / "mmdc")
    return {
        "processctl": [tool, "render", str(process), "-o", f"{out}.svg", "--force"],
        "mmdc": [
            "node", mmdc, "-q", "-p", str(browser), "-c", str(settings), "-i", str(mermaid),
            "-o", f"{out}.mermaid.svg",
        ],
        "D2, dagre": ["node", str(script), str(d2), "dagre", f"{out}.dagre.svg"],
        "D2, elk": ["node", str(script), str(d2), "elk", f"{out}.elk.svg"],
    }  # fmt: skip


def measured(every: dict[str, list[str]], runs: int) -> dict[str, tuple[float, float]]:
    """The medians of wall-clock and processor seconds of each command, run in turn.

    Who is not ready within a patient reader's time, or fails, is left out.
    """
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in every}
    for _ in range(runs):
        for name in list(times):
            try:
                times[name].append(_run(every[name]))
            except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
                del times[name]
    return {
        name: (statistics.median(w for w, _ in found), statistics.median(c for _, c in found))
        for name, found in times.items()
    }


def _run(command: list[str]) -> tuple[float, float]:
    before, wall = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE)
    after, end = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return end - wall, spent


def watched(process: Path, saves: int = 7) -> float:
    """The median time from saving a file to the new drawing of ``render --watch``, in seconds."""
    drawing = process / "watched.svg"
    file = sorted(process.glob("stages*.yaml"))[0]
    text = file.read_text("utf-8")
    with subprocess.Popen(
        [program("processctl"), "render", str(process), "--watch", "-o", str(drawing)],
        stderr=subprocess.PIPE,
    ) as watcher:
        assert watcher.stderr is not None  # noqa: S101 - it was asked for
        watcher.stderr.readline()
        times = []
        for number in range(saves):
            file.write_text(f"{text}  saved_{number}: {{status: planned}}\n", "utf-8")
            begun = perf_counter()
            watcher.stderr.readline()
            times.append(perf_counter() - begun)
        watcher.send_signal(signal.SIGINT)
    file.write_text(text, "utf-8")
    drawing.unlink()
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    modules = fetch.packages()
    names = ("processctl", "mmdc", "D2, dagre", "D2, elk")
    print(f"| process | {' | '.join(names)} |")
    print(f"| --- | {' | '.join(['---:'] * len(names))} |")
    with tempfile.TemporaryDirectory() as temporary:
        processes = {"examples/after": (REPOSITORY / "examples" / "after", RUNS[30])}
        for stages, runs in RUNS.items():
            made = Path(temporary) / f"made_{stages}"
            write_process(made, stages)
            processes[f"{stages} stages"] = made, runs
        for number, (name, (process, runs)) in enumerate(processes.items()):
            every = commands(process, Path(temporary) / f"drawn_{number}", modules)
            times = measured(every, runs)
            cells = [
                f"{times[one][0]:.2f} s ({times[one][1]:.2f} s)" if one in times else "-"
                for one in names
            ]
            print(f"| {name} | {' | '.join(cells)} |", flush=True)
        again = watched(processes["30 stages"][0])
    print(f"\nFrom save to new drawing with --watch at 30 stages: {again:.2f} s.")
    print("Targets: at 30 stages at most 1 s, at 300 at most 5 s; watched at most 0.5 s.")


if __name__ == "__main__":
    main()
