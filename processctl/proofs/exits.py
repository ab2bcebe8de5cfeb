"""Whether the exits of a stage fit every case, and each case one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from processctl.criteria import NOWHERE, AtLeast
from processctl.model.exit import Exit
from processctl.proofs.choice import Choice, Way
from processctl.proofs.fact import Fact, in_order
from processctl.proofs.passage import Inside, Passage
from processctl.proofs.passing_time import clocks_of, now_and_later, without_deadline
from processctl.proofs.state import State
from processctl.proofs.verdict import Hole, HoleKind, Overlap, Question, StageVerdict

_MOST_PAIRS = 300  # of exits of one stage that are compared one by one
_SAYS_WHAT_FITS = (
    "exits",
    "in_order",
    "free_choice",
    "waits",
    "outcome",
    "continues",
    "late",
    "idle",
)


def verdict_of(passage: Passage, name: str, states: Sequence[State]) -> StageVerdict:
    """What can be proved of the exits of a stage in force that cases come to.

    Nothing is said of a stage that no case comes to, or of one whose ways out cannot all be read.
    """
    choice = passage.choices[name]
    if not states or not choice.ways:
        return StageVerdict(name)
    is_known = passage.journey.certain and name not in passage.journey.uncertain
    is_clear = choice.stage.readable(*_SAYS_WHAT_FITS) and passage.variants.are_clear(choice.stage)
    if not (is_known and is_clear and choice.is_readable):
        return StageVerdict(name, unread=True)
    insides = [inside for state in states for inside in passage.inside(state)]
    asked = _Asked(passage, insides)
    never = tuple(way for way in choice.ways if _is_never(asked, choice, way))
    if choice.has_bare:
        return StageVerdict(name, never=never, open=frozenset(asked.open))
    always = tuple(way for way in _may_be_always(choice) if _is_always(asked, choice, way))
    if always:
        # That nothing is left for "otherwise" is because of the exit that every case fits.
        never = tuple(way for way in never if way.kind != "otherwise")
    hole = _hole(asked, choice)
    overlaps = tuple(_overlaps(asked, choice, always))
    return StageVerdict(
        name, hole, overlaps, never, always, frozenset(asked.open), unread=asked.unread
    )


@dataclass
class _Asked:
    """Questions to the cases of one stage; what could not be decided is remembered."""

    passage: Passage
    insides: Sequence[Inside]
    open: set[Question] = field(default_factory=set)
    unread: bool = False

    def none_has(self, question: Question, facts: Iterable[Fact]) -> bool:
        """Whether it is proved that no case in the stage has some facts."""
        asked = tuple(facts)
        answers = {self.passage.solver.can_hold((*one.facts, *asked)) for one in self.insides}
        if answers == {"no"}:
            return True
        if "yes" not in answers:
            self.open.add(question)
        return False

    def some_has(
        self, question: Question, facts: Iterable[Fact]
    ) -> tuple[Inside, tuple[Fact, ...]] | None:
        """What holds for some case that there is for certain and that has some facts."""
        asked = tuple(facts)
        for inside in self.insides:
            together = in_order((*inside.facts, *asked))
            answer = self.passage.solver.can_hold(together)
            if answer == "yes" and not inside.state.doubt:
                return inside, together
            if answer == "no":
                continue
            if inside.state.doubt == "unread":
                self.unread = True
            else:
                self.open.add(question)
        return None


def _hole(asked: _Asked, choice: Choice) -> Hole | None:
    """The gravest gap: where nothing ever happens, else where a deadline, or else an answer, helps."""
    stage, journey = choice.stage, asked.passage.journey
    if stage.waits or stage.id in journey.outcomes or choice.otherwise is not None:
        return None
    whatever = choice.fits_none_whatever()
    if whatever is None:
        asked.open.add("gap")
        return None
    judged = tuple(way for way in choice.ways if way.kind == "judged")
    clocks = clocks_of(asked.passage, choice)
    for_ever, is_certain = without_deadline(asked.passage, choice)
    if not is_certain:
        asked.open.add("gap")
    questions: list[tuple[HoleKind, list[Fact]]] = []
    if for_ever is not None:
        questions.append(("lost", [*for_ever, *now_and_later(asked.passage, clocks, whatever)]))
    if (for_ever != [] or clocks) and len(clocks) < len(choice.ways):
        questions.append(("waits", whatever))
    if for_ever is not None and len(judged) == 1:
        some = now_and_later(asked.passage, clocks, choice.fits_none())
        questions.append(("unanswered", [*for_ever, *some]))
    for kind, facts in questions:
        found = asked.some_has("gap", facts)
        if found is not None:
            return Hole(kind, *found, judged if kind == "unanswered" else ())
    return None


def _overlaps(asked: _Asked, choice: Choice, always: Sequence[Way]) -> Iterable[Overlap]:
    if choice.stage.in_order or choice.stage.free_choice:
        return
    conditions = dict(choice.conditions(*always))
    tested = list(conditions)
    several = AtLeast(NOWHERE, 2, tuple(conditions.values()))
    if len(tested) < 2 or (
        len(tested) > 2 and asked.none_has("overlap", asked.passage.facts.of(several, True))
    ):
        return
    whatever = {
        way: asked.passage.facts.whatever_is_judged(condition, True)
        for way, condition in conditions.items()
    }
    asked_for = 0
    for place, later in enumerate(tested):
        for earlier in islice(tested, place):
            if not _differ(earlier.exit, later.exit):
                continue
            one, other = whatever[earlier], whatever[later]
            asked_for += 1
            if asked_for > _MOST_PAIRS:
                asked.open.add("overlap")
                return
            if one is None or other is None:
                asked.open.add("overlap")
                continue
            found = asked.some_has("overlap", (*one, *other))
            if found is not None:
                yield Overlap(earlier, later, *found)
                break


def _differ(one: Exit, other: Exit) -> bool:
    """Whether it makes a difference which of two exits is taken."""
    if one.to is None or other.to is None or one.to.id != other.to.id:
        return True
    terms = [(way.returns, way.at_most, way.then and way.then.id) for way in (one, other)]
    return terms[0] != terms[1] or (one.handoff is not None or other.handoff is not None)


def _is_never(asked: _Asked, choice: Choice, way: Way) -> bool:
    if way.kind == "bare" or (way.kind == "otherwise" and choice.has_bare):
        return False
    is_never = asked.none_has("never", choice.taken(way))
    if not is_never and choice.forgets_some_before(way):
        asked.open.add("never")
    return is_never


def _may_be_always(choice: Choice) -> list[Way]:
    """The exits of which it would be strange if every case fitted them."""
    if choice.stage.free_choice or len(choice.ways) < 2:
        return []
    candidates = [way for way, _ in choice.conditions()]
    if choice.stage.in_order and candidates and candidates[-1] is choice.ways[-1]:
        candidates = candidates[:-1]
    untold = sum(way.kind != "judged" for way in choice.ways)
    return [way for way in candidates if untold > (way.kind != "judged")]


def _is_always(asked: _Asked, choice: Choice, way: Way) -> bool:
    if way.condition is None:
        return False
    return asked.none_has("always", choice.facts.of(way.condition, False))
