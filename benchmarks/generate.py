"""Makes processes of any size, in which conditions, owners and loops differ from stage to stage.

Each case fits one exit of each stage, unless there are to be gaps: then some case of each fits none.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

STAGES_A_FILE = 1_500  # keeps each file below the limit of 4 MiB
SEED = 20_261_123
_TEAMS, _ROLES, _FIELDS = 6, 24, 40


def write_process(folder: Path, stages: int, *, gaps: bool = False) -> int:
    """Write a workspace with so many stages; returns its number of lines."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    marker = [*_marker(), *_vocabulary()]
    files = {"processctl.yaml": marker}
    for first in range(0, stages, STAGES_A_FILE):
        last = min(first + STAGES_A_FILE, stages)
        lines = ["stages:"]
        for number in range(first, last):
            lines.extend(_stage(chance, number, stages, gaps=gaps))
        files[f"stages_{first // STAGES_A_FILE:03}.yaml"] = lines
    for name, lines in files.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return sum(len(lines) for lines in files.values())


def _marker() -> Iterator[str]:
    yield "processctl: 1"
    yield "process:"
    yield "  name: {en: Generated, fi: Tuotettu}"
    yield "  owner: role_0"
    yield "  languages: [en, fi]"


def _vocabulary() -> Iterator[str]:
    yield "teams:"
    for team in range(_TEAMS):
        yield f"  team_{team}: {{name: Team {team}, lead: role_{team}}}"
    yield "roles:"
    for role in range(_ROLES):
        yield f"  role_{role}: {{name: Role {role}, team: team_{role % _TEAMS}, held_by: [person_{role}]}}"
    yield "people:"
    for person in range(_ROLES):
        yield f"  person_{person}: {{name: Person {person}}}"
    yield "fields:"
    for field in range(_FIELDS):
        yield f"  field_{field}:"
        yield "    type: integer"
        yield "    min: 0"
        yield f"    max: {100 + field}"
    yield "  reason: {type: choice, options: [no_need, no_budget, bad_timing]}"


def _stage(chance: random.Random, number: int, stages: int, *, gaps: bool) -> Iterator[str]:
    role = chance.randrange(_ROLES)
    one, other = chance.sample(range(_FIELDS), 2)
    limit, second = chance.randrange(1, 99), chance.randrange(1, 99)
    yield f"  stage_{number}:"
    yield "    name:"
    yield f"      en: Stage number {number}"
    yield f"      fi: Vaihe numero {number}"
    if number == 0:
        yield "    start: {from: [web form], brings: [field_0]}"
    if number == stages - 1:
        yield "    outcome: won"
        yield f"    owner: role_{role}"
        return
    yield f"    means: What matters in step {number}, in a sentence of some length"
    yield f"    owner: role_{role}"
    yield "    does:"
    yield f"      - Call customer {number} and write down what they need"
    yield f"      - says: Check the answer of step {number}"
    yield f"        by: role_{role}"
    yield f"    captures: [field_{one}, field_{other}, reason]"
    yield "    accepts:"
    yield f"      needs: [field_{one}]"
    yield f"      by: role_{role}"
    yield f"      within: {chance.randrange(1, 9)} business hours"
    yield f"      silent: {{tell: role_{role % _TEAMS}}}"
    yield f"    within: {chance.randrange(1, 30)} business days"
    yield f"    late: {{tell: role_{role % _TEAMS}}}"
    yield "    exits:"
    yield f"      - to: stage_{number + 1}"
    yield f"        when: field_{one} >= {limit} and not (field_{other} < {second})"
    yield f"      - to: stage_{max(number - chance.randrange(1, 12), 0)}"
    yield f"        when: field_{one} < {limit}"
    yield "        return: true"
    yield "        reasons: reason"
    yield f"        at_most: {chance.randrange(1, 5)}"
    yield f"        then: stage_{stages - 1}"
    if not gaps:
        yield f"      - to: stage_{min(number + 2, stages - 1)}"
        yield f"        when: field_{one} >= {limit} and field_{other} < {second}"
