"""What the proofs show of a case happens to it when it walks: both look at the same conditions."""

from __future__ import annotations

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from processctl.criteria import MISSING, Name
from processctl.proofs.fact import Fact
from processctl.proofs.proofs import Proofs
from processctl.proofs.verdict import Hole, Refusal
from processctl.proofs.witness import case_of, facts_of_case
from processctl.trying.ground import Ground
from processctl.trying.plan import Known, Plan, Visit
from processctl.trying.told import Stop, Walk
from processctl.trying.walk import refused_by, walk
from tests.proofs.comparing import journey_of
from tests.proofs.generated_processes import process

TODAY = date(2026, 11, 26)
ENOUGH = 40
# How often each thing is seen at the least in so many processes: what is never seen shows nothing.
SEEN = {"falls through": 10, "fits two exits": 3, "is refused": 10}


def _case(proofs: Proofs, facts: tuple[Fact, ...]) -> dict[str, Known] | None:
    """The case that is told of some facts, if they are so today and every value is told."""
    passage = proofs.passage
    case = case_of(passage, facts, TODAY)
    known = [*facts, *facts_of_case(passage, case, TODAY)]
    if case.rest or passage.solver.can_hold(known) != "yes":
        return None
    return {name: MISSING if one is None else one for name, one in case.values.items()}


def _answers(proofs: Proofs, ground: Ground, hole: Hole) -> frozenset[str]:
    """What is answered with yes where it is a gap only for these answers."""
    asked = ground.asked(hole.inside.state.stage)
    known, yes = list(hole.facts), set()
    for key, name in asked.items():
        no = proofs.passage.facts.one(Name((0, 0), key), False)
        if proofs.passage.solver.can_hold((*known, no)) == "yes":
            known.append(no)
        elif name is not None:
            yes.add(name)
    return frozenset(yes)


def _first(
    ground: Ground, stage: str, values: dict[str, Known], answers: Random | frozenset[str]
) -> Stop:
    """How a case fares that is in a stage; answers that do not matter are given by chance."""
    if isinstance(answers, frozenset):
        yes = answers
    else:
        questions = [one for one in ground.asked(stage).values() if one]
        yes = frozenset(one for one in questions if answers.random() < 0.5)
    visit = Visit(stage, yes=yes, complete=True)
    done: Walk = walk(ground, Plan(stage, values, (visit,), always=values), TODAY, most=1)
    return done.stops[0]


def _seen(text: str, chance: Random) -> Counter[str]:
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        journey = journey_of(Path(folder), text)
        proofs, ground = Proofs(journey), Ground(journey)
        for name, verdict in proofs.verdicts.items():
            hole = verdict.hole
            case = _case(proofs, hole.facts) if hole is not None else None
            if hole is not None and case is not None:
                by_answer = hole.kind == "unanswered"
                answers = _answers(proofs, ground, hole) if by_answer else chance
                stop = _first(ground, name, case, answers)
                assert stop.looks, text
                assert [look.holds for look in stop.looks if look.holds is not False] == [], text
                assert stop.taken is None or stop.taken.why == "deadline", text
                counts["falls through"] += 1
            for overlap in verdict.overlaps:
                case = _case(proofs, overlap.facts)
                if case is None:
                    continue
                stop = _first(ground, name, case, chance)
                holding = [look.way.exit for look in stop.looks if look.holds or look.bar]
                assert overlap.earlier.exit in holding, text
                assert overlap.later.exit in holding, text
                counts["fits two exits"] += 1
        for door in proofs.doors:
            if not isinstance(door, Refusal) or proofs.passage.facts.judgements(door.part):
                continue
            case = _case(proofs, door.facts)
            if case is not None:
                partly = ground.look(case, {}, door.edge.target, TODAY)
                assert door.part in refused_by(ground, door.edge.target, partly), text
                counts["is refused"] += 1
    return counts


@given(st.randoms(use_true_random=False))
def test_whatever_process(chance: Random) -> None:
    for what in _seen(process(chance), chance):
        event(what)


@pytest.mark.timeout(600)
def test_a_census() -> None:
    counts: Counter[str] = Counter()
    for number in range(ENOUGH):
        chance = Random(number)  # noqa: S311 - it keeps no secret
        counts += _seen(process(chance), chance)
    assert all(counts[what] >= least for what, least in SEEN.items()), counts
