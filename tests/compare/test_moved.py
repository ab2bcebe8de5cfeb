"""Which cases go elsewhere: the solver on both states at once, and every case tried, say the same."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings

from processctl.compare.choices import Moved, compare_choice
from processctl.compare.together import Together
from processctl.journey import Journey
from processctl.model.exit import Exit
from tests.proofs.brute import Brute
from tests.proofs.brute_universe import Cases, Value
from tests.proofs.brute_walk import exits_of
from tests.proofs.comparing import journey_of
from tests.proofs.generated_processes import process

_PROFILE = settings.default
assert _PROFILE is not None
_EACH = 4 * _PROFILE.max_examples
_WHEN = re.compile(r"when: '[^']*'")
_TO = re.compile(r"\{to: s\d")
_LARGEST = 60_000  # cases of one process that are tried
_NOWHERE = ("lost", "waits", "stays")


def changed(chance: Random, text: str) -> str:
    """The process with some conditions exchanged, negated or taken elsewhere."""
    head, stages, rest = text.partition("\nstages:\n")
    body, promises, tail = rest.partition("\npromises:\n")
    for _ in range(chance.randint(1, 3)):
        found = list(_WHEN.finditer(body))
        places = list(_TO.finditer(body))
        what = chance.random()
        if what < 0.5 and len(found) > 1:
            one, other = sorted(chance.sample(found, 2), key=lambda match: match.start())
            body = (
                body[: one.start()] + other.group() + body[one.end() : other.start()]
                + one.group() + body[other.end() :]
            )  # fmt: skip
        elif what < 0.8 and found:
            one = chance.choice(found)
            inner = one.group()[len("when: '") : -1]
            written = chance.choice((f"not ({inner})", f"({inner}) or ({inner})", "true"))
            body = body[: one.start()] + f"when: '{written}'" + body[one.end() :]
        elif len(places) > 1:
            one, other = chance.sample(places, 2)
            body = body[: one.start()] + other.group() + body[one.end() :]
    return head + stages + body + promises + tail


def _universes(old: Journey, new: Journey) -> tuple[Brute, Brute] | None:
    """Every case of both, the same values for the same names; None where they are too many."""
    extra: dict[str, list[Value]] = {}
    for journey in (old, new):
        values = Brute(journey).universe.values
        for name in journey.model.fields:
            if name in values:
                more = [one for one in values[name] if one is not None]
                extra[name] = list(dict.fromkeys((*extra.get(name, ()), *more)))
    was, now = Brute(old, extra), Brute(new, extra)
    if was.universe.values.keys() != now.universe.values.keys():
        return None
    same = all(
        set(was.universe.values[name]) == set(now.universe.values[name])
        for name in was.universe.values
    )
    if not same or max(was.universe.size, now.universe.size) > _LARGEST:
        return None
    ordered = all(
        was.universe.values[name] == now.universe.values[name] for name in was.universe.values
    )
    return (was, now) if ordered else None


def _inside(brute: Brute, stage: str) -> Cases:
    found: Cases = 0
    for place, cases in brute.walk.arrived.items():
        if place.stage == stage:
            found |= brute.walk.inside(place, cases)
    return found


def _fits(brute: Brute, stage: str) -> dict[str, Cases]:
    found: dict[str, Cases] = {}
    one = brute.journey.stages[stage]
    for exit_ in exits_of(brute.journey, one):
        target = _target(exit_)
        found[target] = found.get(target, 0) | brute.walk.taken(one, exit_)[0]
    return found


def _target(exit_: Exit) -> str:
    assert exit_.to is not None
    return exit_.to.id


def _true(was: Brute, now: Brute, stage: str) -> tuple[set[tuple[str, str]], set[str], set[str]]:
    """Pairs of stages between which some case moved; those it lost its only way to; and found."""
    both = _inside(was, stage) & _inside(now, stage)
    before, after = _fits(was, stage), _fits(now, stage)
    any_before = any_after = 0
    for cases in before.values():
        any_before |= cases
    for cases in after.values():
        any_after |= cases
    lost = {name: both & cases & ~after.get(name, 0) for name, cases in before.items()}
    found = {name: both & cases & ~before.get(name, 0) for name, cases in after.items()}
    moved = {
        (one, other) for one in lost for other in found if one != other and lost[one] & found[other]
    }
    return (
        moved,
        {name for name, cases in lost.items() if cases & ~any_after},
        {name for name, cases in found.items() if cases & ~any_before},
    )


def _told(moved: tuple[Moved, ...]) -> tuple[set[tuple[str, str]], set[str], set[str]]:
    pairs = {(one.old, one.new) for one in moved if one.sort == "elsewhere" and one.old and one.new}
    return (
        {(old, new) for old, new in pairs if old and new},
        {one.old for one in moved if one.sort in _NOWHERE and one.old},
        {one.new for one in moved if one.sort == "found" and one.new},
    )


def disagreements(old: Journey, new: Journey, counts: Counter[str]) -> list[str]:
    """Where the solver and every case tried differ."""
    brutes = _universes(old, new)
    if brutes is None:
        counts["too large"] += 1
        return []
    together = Together(old, new)
    told = []
    for stage in new.stages:
        if stage not in old.stages:
            continue
        compared = compare_choice(together, stage)
        if compared.open:
            counts["open"] += 1
            continue
        counts["stages"] += 1
        true = _true(*brutes, stage)
        said = _told(compared.moved)
        sure = _told(tuple(one for one in compared.moved if one.surely))
        states = (*together.old_states[stage], *together.new_states[stage])
        for place, what in enumerate(("moved", "lost", "found")):
            claimed, certain, there = (set[object](one[place]) for one in (said, sure, true))
            counts[what] += len(claimed)
            if not certain <= there:
                told.append(f"{stage}: {what} is said of {certain}, true of {there}")
            if not there <= claimed:
                doubts = [state.doubt for state in states]
                told.append(f"{stage}: {what} is true of {there}, said of {claimed} {doubts}")
    return told


@pytest.mark.timeout(7_200)
@pytest.mark.parametrize("share", range(4))
def test_the_solver_agrees_with_every_case_tried(share: int, tmp_path: Path) -> None:
    counts: Counter[str] = Counter()
    for number in range(_EACH // 4):
        chance = Random(4 * number + share)  # noqa: S311 - it keeps no secret
        text = process(chance)
        other = changed(chance, text)
        with tempfile.TemporaryDirectory(dir=tmp_path) as one:
            old = journey_of(Path(one), text)
        with tempfile.TemporaryDirectory(dir=tmp_path) as one:
            new = journey_of(Path(one), other)
        told = disagreements(old, new, counts)
        assert told == [], "\n".join((*told, text, "----", other))
    assert counts["moved"] > _EACH // 20, counts
    assert counts["lost"] > _EACH // 100, counts
    assert counts["found"] > _EACH // 100, counts
    assert counts["stages"] > counts["open"], counts
