"""How long proofs take, beside z3 alone on the same questions and beside trying every case.

By brute force each combination of the values that the exits of a stage compare is put to each exit,
and nothing of what is known from before is found out. It is done for some stages and counted up.
"""

from __future__ import annotations

import gc
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import product
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import write_process

from processctl.criteria import Readings, evaluate
from processctl.journey import Journey
from processctl.lint.run import read_journey
from processctl.model.condition import Expression
from processctl.proofs.domain import domains
from processctl.proofs.fact import Fact
from processctl.proofs.proofs import Proofs
from processctl.proofs.solver import Answer, Solver

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "after"
SIZES = (30, 300, 3_000)
RUNS = 3
STAGES_TRIED = 10
# What proofs add to a cold run, z3 too where a condition ties values to each other.
COLD = """
import sys, time
from pathlib import Path
from processctl.lint.run import read_journey
journey = read_journey(Path(sys.argv[1]))
journey.soundness, journey.conditions, journey.graph
start = time.perf_counter()
from processctl.proofs import proofs_of
proofs = proofs_of(journey)
proofs.verdicts, proofs.doors, proofs.bounces
print(time.perf_counter() - start, int("z3" in sys.modules))
"""


class Z3Alone(Solver):
    """The solver for which no question is easy."""

    def _decided(self, together: frozenset[Fact]) -> Answer | None:
        del together
        return None


def proved(journey: Journey, make: type[Solver]) -> Solver:
    """Prove all that there is to prove, with one kind of solver, and return it."""
    proofs = Proofs(journey)
    solver = make(domains(journey), journey.conditions.definitions)
    proofs.passage = replace(proofs.passage, solver=solver)
    _ = proofs.verdicts, proofs.doors, proofs.bounces
    return solver


def tried(journey: Journey) -> None:
    """Put every case to every exit, in some stages."""
    definitions = journey.conditions.definitions
    readings = Readings(definitions)
    for stage in list(journey.stages.values())[:STAGES_TRIED]:
        tests = [
            one.when.tree
            for one in stage.exits
            if isinstance(one.when, Expression) and one.when.tree is not None
        ]
        names = sorted({name for test in tests for name in readings.of(test)})
        fields = domains(journey)
        values = [
            range(int(fields[name].least or 0), int(fields[name].most or 0) + 1) for name in names
        ]
        for case in product(*values):
            given = dict(zip(names, case, strict=True))
            _ = [evaluate(test, given, definitions, None) for test in tests]


def seconds(run: Callable[[], object]) -> float:
    """The median time of some runs, with nothing to collect meanwhile, as in the linter."""
    found = []
    for _ in range(RUNS):
        gc.collect()
        gc.disable()
        start = perf_counter()
        run()
        found.append(perf_counter() - start)
        gc.enable()
    return statistics.median(found)


def cold(folder: Path) -> tuple[float, bool]:
    """What proofs add to a run that begins from nothing, and whether z3 was needed."""
    found = []
    for _ in range(2 * RUNS + 1):
        command = [sys.executable, "-c", COLD, str(folder)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
        found.append(tuple(map(float, done.stdout.split())))
    return statistics.median(one for one, _ in found), bool(found[0][1])


def main() -> None:
    """Measure and print."""
    print("| stages | questions | processctl | z3 alone | brute force | of z3 | of brute force |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as temporary:
        for stages in SIZES:
            folder = Path(temporary) / str(stages)
            write_process(folder, stages)
            journey = read_journey(folder)
            asked = proved(journey, Solver).asked
            ours = seconds(partial(proved, journey, Solver))
            z3_alone = seconds(partial(proved, journey, Z3Alone))
            brute = seconds(partial(tried, journey)) * stages / STAGES_TRIED
            print(
                f"| {stages:,} | {asked:,} | {ours:.3f} s | {z3_alone:.3f} s | {brute:.1f} s "
                f"| {ours / z3_alone:.2f} x | {ours / brute:.4f} x |",
                flush=True,
            )
        print()
        for name, folder in (("30 stages", Path(temporary) / "30"), ("examples/after", EXAMPLE)):
            added, has_z3 = cold(folder)
            print(f"{name}: proofs add {added:.2f} s to a cold run{', z3 loaded' * has_z3}.")
    print("\nTarget: at most 0.4 s more for thirty stages.")


if __name__ == "__main__":
    main()
