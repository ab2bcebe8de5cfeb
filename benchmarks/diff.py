"""How long a comparison takes, beside linting both states: a comparison lints them anyway.

So many stages have another limit in one of their conditions. Runs are interleaved, each a process of
its own that begins from nothing, so that a machine that slows down slows all of them down.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import write_process
from lint import interleaved, program

SIZES = ((300, (0, 1, 30, 300)),)
RUNS = 5
LIMIT = re.compile(r"(?<=[<=] )\d+")


def change(folder: Path, stages: int) -> None:
    """Move the limits of so many stages by one, from the first stage on."""
    for file in sorted(folder.glob("stages_*.yaml")):
        head, *bodies = re.split(r"(?m)^(?=  stage_\d+:)", file.read_text(encoding="utf-8"))
        changed = [LIMIT.sub(_one_less, body) for body in bodies[:stages]]
        file.write_text("".join([head, *changed, *bodies[len(changed) :]]), encoding="utf-8")
        stages -= len(changed)


def _one_less(limit: re.Match[str]) -> str:
    return str(int(limit.group()) - 1)


def main() -> None:
    """Measure and print."""
    tool = program("processctl")
    print("| stages | changed | lint both | diff | of lint |")
    print("| ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as temporary:
        for stages, several in SIZES:
            for changed in several:
                folder = Path(temporary) / f"{stages}_{changed}"
                old, new = folder / "old", folder / "new"
                for state in (old, new):
                    write_process(state, stages)
                change(new, changed)
                lint = [tool, "lint", "--no-cache"]
                commands = {
                    "old": [*lint, str(old)],
                    "new": [*lint, str(new)],
                    "diff": [tool, "diff", str(old), str(new)],
                }
                times = interleaved(commands, RUNS)
                both = statistics.median(times["old"]) + statistics.median(times["new"])
                diff = statistics.median(times["diff"])
                print(
                    f"| {stages:,} | {changed:,} | {both:.2f} s | {diff:.2f} s "
                    f"| {diff / both:.2f} x |",
                    flush=True,
                )
    print("\nTarget: at 300 stages at most 1.5 x linting both states.")


if __name__ == "__main__":
    main()
