"""How fast the linter is, beside yamllint and check-jsonschema on the same files.

Runs are interleaved, so that a machine that slows down slows all of them down; what is quoted are
medians and ratios. Above 3,000 stages processctl runs alone: the others would take minutes.
"""

from __future__ import annotations

import argparse
import math
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import write_process

REPOSITORY = Path(__file__).resolve().parent.parent
SIZES = (30, 300, 3_000, 30_000)
LARGEST_FOR_OTHERS = 3_000
RUNS = {30: 9, 300: 7, 3_000: 3, 30_000: 3}
TARGETS = """Targets: at 30 stages at most 2 x check-jsonschema; at 3,000 at most 1 x yamllint;
nothing changed: at 30 at most 1 x yamllint, from 300 on at most 0.5 x;
30 to 30,000 stages no worse than linear (slope at most 1.1), below 2 GiB; `processctl --help` at
most 3 x `python -c "import click"`."""


def seconds(command: list[str]) -> float:
    """Wall-clock seconds of one run. Exit statuses 0 and 1 (findings) are both a whole run."""
    before = perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    after = perf_counter()
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[0]} failed:\n{done.stderr.decode()}")
    return after - before


def program(name: str) -> str:
    """A program of this Python's environment."""
    path = Path(sys.executable).parent / name
    if not path.exists():
        raise SystemExit(f"{name} is missing: run make test once, or install it.")
    return str(path)


def interleaved(commands: dict[str, list[str]], runs: int) -> dict[str, list[float]]:
    """Times of each command, run in turn."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        seconds(command)  # once to warm the disk's cache
    for _ in range(runs):
        for name, command in commands.items():
            times[name].append(seconds(command))
    return times


def commands_for(folder: Path, stages: int) -> dict[str, list[str]]:
    """What is compared on a workspace."""
    files = [str(file) for file in sorted(folder.glob("*.yaml"))]
    again = [program("processctl"), "lint", str(folder), "--exit-zero", "--quiet"]
    ours = [*again, "--no-cache"]
    if stages > LARGEST_FOR_OTHERS:
        return {"processctl": ours, "unchanged": again}
    schema = str(REPOSITORY / "schemas" / "v1.json")
    return {
        "processctl": ours,
        "unchanged": again,
        "yamllint": [program("yamllint"), "-d", "relaxed", *files],
        "check-jsonschema": [program("check-jsonschema"), "--schemafile", schema, *files],
    }


def slope(points: dict[int, float]) -> float:
    """The exponent of growth between the smallest and the largest size (least squares in log-log)."""
    logs = [(math.log(size), math.log(time)) for size, time in points.items()]
    mean_x = statistics.mean(x for x, _ in logs)
    mean_y = statistics.mean(y for _, y in logs)
    top = sum((x - mean_x) * (y - mean_y) for x, y in logs)
    return top / sum((x - mean_x) ** 2 for x, _ in logs)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    sizes = parser.parse_args().sizes
    ours: dict[int, float] = {}
    print(
        "| stages | lines | processctl | unchanged | yamllint | check-jsonschema "
        "| of yamllint | of check-jsonschema | unchanged of yamllint |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as temporary:
        for stages in sizes:
            folder = Path(temporary) / str(stages)
            lines = write_process(folder, stages)
            times = interleaved(commands_for(folder, stages), RUNS.get(stages, 3))
            medians = {name: statistics.median(each) for name, each in times.items()}
            ours[stages] = medians["processctl"]
            cells = [f"{medians[name]:.2f} s" if name in medians else "" for name in
                     ("processctl", "unchanged", "yamllint", "check-jsonschema")]  # fmt: skip
            for mine, name in (
                ("processctl", "yamllint"),
                ("processctl", "check-jsonschema"),
                ("unchanged", "yamllint"),
            ):
                pairs = zip(times[mine], times.get(name, []), strict=False)
                ratios = [one / other for one, other in pairs]
                cells.append(f"{statistics.median(ratios):.2f} x" if ratios else "")
            print(f"| {stages:,} | {lines:,} | {' | '.join(cells)} |", flush=True)
    if len(ours) > 1:
        print(f"\nGrowth: stages to the power of {slope(ours):.2f}.")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"Largest process: {peak:,.0f} MiB.")
    help_times = interleaved(
        {
            "help": [program("processctl"), "--help"],
            "click": [sys.executable, "-c", "import click"],
        },
        9,
    )
    ratio = statistics.median(
        mine / other for mine, other in zip(help_times["help"], help_times["click"], strict=True)
    )
    print(f"processctl --help: {ratio:.2f} x python -c 'import click'.\n\n{TARGETS}")


if __name__ == "__main__":
    main()
