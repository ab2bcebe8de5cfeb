"""The proofs about a process, held against the brute force: where they disagree, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path

from processctl.criteria import unparse
from processctl.journey import Edge, Journey, make_journey
from processctl.model.customer_data import Field
from processctl.model.model import read_model
from processctl.proofs.choice import Way
from processctl.proofs.fact import Fact
from processctl.proofs.proofs import Proofs
from processctl.proofs.verdict import OpenDoor, Refusal, StageVerdict
from processctl.proofs.witness import Case, case_of
from processctl.proofs.witness import Value as Told
from processctl.reading.form import FormChecker
from processctl.reading.workspace import load
from tests.proofs.brute import Brute, Truth
from tests.proofs.brute_trees import TODAY
from tests.proofs.brute_universe import Value
from tests.proofs.brute_values import MIDDLE, more_days, more_decimals

_FORM = FormChecker()


def journey_of(folder: Path, text: str) -> Journey:
    """The journey of a text that has to be well formed."""
    (folder / "processctl.yaml").write_text(text, encoding="utf-8")
    workspace = load(folder, checker=_FORM)
    assert not workspace.problems, workspace.problems
    return make_journey(read_model(workspace))


class Comparison:
    """What proofs and brute force say of one journey; ``counts`` how often each thing was said."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey
        self.proofs = Proofs(journey)
        self.brute = Brute(journey)
        self._more: dict[str, list[Value]] = {}
        self.counts: Counter[str] = Counter()

    def disagreements(self) -> list[str]:
        """Each disagreement, told so that it can be looked into."""
        told = list(self._told())
        more = self._more_values()
        if told and more:
            # What happens only between values that are not among those tried is met among more.
            self._more = more
            self.brute = Brute(self.journey, more)
            self.counts.clear()
            told = list(self._told())
        return told

    def _more_values(self) -> dict[str, list[Value]]:
        """More values to try: days further apart, and decimals nearer to each other."""
        found: dict[str, list[Value]] = {}
        for name, field in self.journey.model.fields.items():
            if field.type == "date":
                found[name] = found[TODAY] = more_days()
            elif field.type == "decimal" and field.computed is None:
                found[name] = more_decimals()
        return found

    def _told(self) -> Iterator[str]:
        for name in self.journey.stages:
            yield from (f"{name}: {told}" for told in self._of_stage(name))
        yield from self._of_doors()
        yield from self._of_assumptions()

    def _of_assumptions(self) -> Iterator[str]:
        for promise in self.journey.model.promises.values():
            assert promise.start is not None
            assert promise.assuming is not None
            assert promise.assuming.tree is not None
            if promise.start.id not in self.journey.stages:
                continue
            known = self.proofs.assuming(promise)
            assert known is not None
            self.counts[f"assumed: {known.enters}"] += 1
            surely = {edge for edge, is_sure in known.ways.items() if is_sure}
            self.counts["assumed: ways"] += len(surely)
            self.counts["assumed: ways in doubt"] += len(known.ways) - len(surely)
            self.counts["assumed: ways cut"] += len(self.journey.edges) - len(known.ways)
            true = self.brute.walk.edges_after(promise.start.id, promise.assuming.tree)
            told = f"{promise.start.id}, {unparse(promise.assuming.tree)}"
            if known.enters != "unknown" and (known.enters == "yes") != (true is not None):
                yield f"{told}: {known.enters} is said of whether a case enters"
            yield from (f"{told}: nobody goes {_named(one)}" for one in surely - (true or set()))
            yield from (
                f"{told}: they go {_named(one)}" for one in (true or set()) - set(known.ways)
            )

    def _of_stage(self, name: str) -> Iterator[str]:
        verdict = self.proofs.verdicts[name]
        if verdict.unread:
            yield "something is said to be unreadable"
        truth = self.brute.truth(name, _places(verdict.always))
        states = self.proofs.states[name]
        is_certain = not any(state.doubt for state in states)
        if not states and name in self.brute.stages_reached():
            yield "cases come here, but no state is known"
        if not is_certain:
            self.counts["stages in doubt"] += 1
            if name not in self.brute.stages_reached():
                return  # a state in doubt may hold no case at all
        elif bool(states) != (name in self.brute.stages_reached()):
            yield "a state is known, but no case comes here"
        if truth is None:
            if verdict != StageVerdict(name):
                yield f"nothing should be said, but is: {verdict}"
            return
        self.counts["stages"] += 1
        self.counts.update(f"open: {question}" for question in verdict.open)
        yield from self._of_never(verdict, truth, is_certain)
        yield from self._of_gap(verdict, truth)
        yield from self._of_overlaps(verdict, truth)

    def _of_never(self, verdict: StageVerdict, truth: Truth, is_certain: bool) -> Iterator[str]:
        for what, found, true in (
            ("never", _places(verdict.never), truth.never),
            ("always", _places(verdict.always), truth.always),
        ):
            self.counts[what] += len(found)
            if not found <= true:
                yield f"{what}: said of exits {sorted(found)}, true of {sorted(true)}"
            if is_certain and what not in verdict.open and found != true:
                yield f"{what}: said only of exits {sorted(found)}, true of {sorted(true)}"

    def _of_gap(self, verdict: StageVerdict, truth: Truth) -> Iterator[str]:
        hole, gap = verdict.hole, truth.gap
        if hole is not None:
            self.counts[f"gap: {hole.kind}"] += 1
            yield from self._shown("gap", hole.facts, verdict.stage)
        if "gap" in verdict.open:
            if hole is not None and gap is None:
                yield "a gap is told, though there is none"
            return
        if (hole and hole.kind) != (gap and gap.kind):
            yield f"gap: {hole and hole.kind} is told, {gap and gap.kind} is true"

    def _of_overlaps(self, verdict: StageVerdict, truth: Truth) -> Iterator[str]:
        found = {(_place(one.earlier), _place(one.later)) for one in verdict.overlaps}
        # An overlap is told of the later exit, with the first of the earlier ones.
        firsts = {
            later: min(one for one, two in truth.overlaps if two == later)
            for _, later in truth.overlaps
        }
        true = {(earlier, later) for later, earlier in firsts.items()}
        self.counts["overlap"] += len(found)
        for overlap in verdict.overlaps:
            yield from self._shown("overlap", overlap.facts, verdict.stage)
        if "overlap" not in verdict.open and found != true:
            yield f"overlaps: {sorted(found)} are told, {sorted(true)} are true"
        elif not found <= set(truth.overlaps):
            yield f"overlaps: {sorted(found)} are told, only {sorted(truth.overlaps)} are true"

    def _of_doors(self) -> Iterator[str]:
        true = self.brute.refusals()
        told = [one for one in self.proofs.doors if isinstance(one, Refusal)]
        still_open = {one.edge for one in self.proofs.doors if isinstance(one, OpenDoor)}
        self.counts["refusal"] += len(told)
        self.counts["open: door"] += len(still_open)
        found = {(one.edge, one.part) for one in told}
        if len(found) != len(told):
            yield "a refusal is told twice"
        for edge, part in found - set(true):
            yield f"{_named(edge)}: {unparse(part)} is said to refuse, and does not"
        for edge, part in set(true) - found:
            in_doubt = any(state.doubt for state in self.proofs.states[edge.source])
            if edge not in still_open and not in_doubt:
                yield f"{_named(edge)}: {unparse(part)} refuses, which is not told"
        for one in told:
            yield from self._shown("refusal", one.facts, one.edge.source, one)

    # The cases that are shown

    def _shown(
        self, what: str, facts: tuple[Fact, ...], stage: str, refusal: Refusal | None = None
    ) -> Iterator[str]:
        case = case_of(self.proofs.passage, facts, MIDDLE)
        again = case_of(self.proofs.passage, facts[::-1], MIDDLE)
        if case != again:
            yield f"{what}: two cases for the same facts: {case}, {again}"
        self.counts["values not named"] += len(case.rest)
        values = _as_tried(self.journey, case)
        brute = self._with(values)
        if refusal is not None:
            true = brute.refusals().get((refusal.edge, refusal.part), 0)
        else:
            truth = brute.truth(stage, _places(self.proofs.verdicts[stage].always))
            true = 0
            if truth is not None and what == "gap" and truth.gap is not None:
                true = truth.gap.cases
            elif truth is not None and what == "overlap":
                for cases in truth.overlaps.values():
                    true |= cases
        self.counts["cases"] += 1
        if not true & brute.having(values):
            yield f"{what}: not so of the case that is told: {values}"

    def _with(self, values: Mapping[str, Value]) -> Brute:
        """The same brute force where these values can be had, also by fields compared with theirs."""
        tried = self.brute.universe.values
        fields = self.journey.model.fields
        extra = {name: list(values) for name, values in self._more.items()}
        for name, value in values.items():
            if value not in tried.get(name, ()) and name in fields:
                for other, field in fields.items():
                    if field.type == fields[name].type:
                        extra.setdefault(other, []).extend(_with_sums(field, value))
        return Brute(self.journey, extra) if extra != self._more else self.brute


def _with_sums(field: Field, value: Value) -> list[Value]:
    """A value, and of decimals also those that make a quarter with it, as generated sums may ask."""
    if field.type != "decimal" or not isinstance(value, Fraction):
        return [value]
    sums = [one + Fraction(quarters, 4) for one in (value, -value) for quarters in range(-4, 9)]
    least, most = field.minimum or Fraction(0), field.maximum or Fraction(1)
    return [value, *(one for one in sums if least <= one <= most)]


def _as_tried(journey: Journey, case: Case) -> dict[str, Value]:
    assert case.values.keys() <= {*journey.model.fields, *journey.model.segments}
    return {name: _exactly(value) for name, value in case.values.items()}


def _exactly(value: Told) -> Value:
    """Whole numbers are fractions like all others where every value is tried."""
    return Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _places(ways: tuple[Way, ...]) -> frozenset[int]:
    return frozenset(map(_place, ways))


def _place(way: Way) -> int:
    place = way.exit.path[-1]
    assert isinstance(place, int)
    return place


def _named(edge: Edge) -> str:
    return f"{edge.source} -{edge.kind}-> {edge.target} {edge.path}"
