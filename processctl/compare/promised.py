"""Changes of what is promised, and of whether promises are kept."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.compare.change import Change, Sides
from processctl.compare.kinds import times
from processctl.compare.kinds.rest import SAME_MEANING
from processctl.compare.lengths import beside
from processctl.compare.together import Together
from processctl.model.aims import Promise
from processctl.model.condition import Expression
from processctl.promises import verdicts_of
from processctl.proofs.words import length_in_words
from processctl.repair.portrait import said
from processctl.texts import Message, say

KEYS = frozenset({"start", "to", "reaches", "within", "passes", "never", "assuming"})
"""What a promise says, by attribute; its name and its words are compared elsewhere."""


def promise_changes(sides: Sides, together: Together) -> Iterator[Change]:
    """Promises that are gone, new, weaker, stronger or others, and those that are broken now."""
    old, new = sides.old.model.promises, sides.new.model.promises
    for name, promise in old.items():
        if name not in new:
            yield sides.changed(
                times.PROMISE_GONE,
                say('"{promise}" is promised no more.', promise=promise.title),
                ("promises", name),
                say("Somebody relied on it."),
            )
    for name, promise in new.items():
        if name in old:
            yield from _said(sides, together, old[name], promise)
        else:
            yield sides.changed(
                times.PROMISE_STRONGER,
                say('"{promise}" is promised now.', promise=promise.title),
                ("promises", name),
                say("Somebody has to keep it."),
            )
    yield from _kept(sides)


def _kept(sides: Sides) -> Iterator[Change]:
    was, now = verdicts_of(sides.old), verdicts_of(sides.new)
    for name, promise in sides.new.model.promises.items():
        before, after = (some[name].answer if name in some else "" for some in (was, now))
        if (before, after) == ("kept", "broken"):
            yield sides.changed(
                times.PROMISE_BROKEN,
                say('The promise "{promise}" was kept, and is broken now.', promise=promise.title),
                ("promises", name),
                say("There is a case that breaks it: the linter shows its way (PC514)."),
                stages=now[name].stages,
            )
        elif (before, after) == ("kept", "not proven"):
            yield sides.changed(
                times.PROMISE_CHANGED,
                say(
                    'The promise "{promise}" was proved, and cannot be proved any more.',
                    promise=promise.title,
                ),
                ("promises", name),
                say("Whether it is kept is not known now."),
            )
        elif (before, after) == ("broken", "kept"):
            yield sides.changed(
                times.PROMISE_KEPT,
                say('The promise "{promise}" was broken, and is kept now.', promise=promise.title),
                ("promises", name),
                say("Every case keeps it."),
            )


def _said(sides: Sides, together: Together, old: Promise, new: Promise) -> Iterator[Change]:
    was, now = said(sides.old.model, old), said(sides.new.model, new)
    changed = [key for key in sorted(KEYS) if was[key] != now[key]]
    if "assuming" in changed and _assume_the_same(together, old, new):
        changed.remove("assuming")
    if "within" in changed and _takes_the_same(sides, old, new):
        changed.remove("within")
        yield _written_otherwise(sides, old, new)
    if not changed or not (old.readable(*KEYS) and new.readable(*KEYS)):
        return
    weaker, stronger = (
        [
            say_so
            for key in changed
            if (say_so := judged(sides, together, old, new, key)) is not None
        ]
        for judged in (_weaker, _stronger)
    )
    path = ("promises", new.id)
    if weaker and len(weaker) == len(changed):
        yield sides.changed(
            times.PROMISE_WEAKER,
            say('"{promise}" promises less than before.', promise=new.title),
            path,
            weaker[0],
        )
    elif stronger and len(stronger) == len(changed):
        yield sides.changed(
            times.PROMISE_STRONGER,
            say('"{promise}" promises more than before.', promise=new.title),
            path,
            stronger[0],
        )
    elif weaker:
        yield sides.changed(
            times.PROMISE_WEAKER,
            say('"{promise}" promises less than before, and something else.', promise=new.title),
            path,
            weaker[0],
        )
    else:
        yield sides.changed(
            times.PROMISE_CHANGED,
            say('"{promise}" promises something else.', promise=new.title),
            path,
            say("It is neither more nor less, or that cannot be decided."),
        )


def _takes_the_same(sides: Sides, old: Promise, new: Promise) -> bool:
    one, other = old.within, new.within
    return one is not None and other is not None and beside(sides.new, one, other) == "same"


def _written_otherwise(sides: Sides, old: Promise, new: Promise) -> Change:
    assert old.within is not None  # noqa: S101 - both times were compared
    assert new.within is not None  # noqa: S101 - both times were compared
    message = say(
        'The time of the promise "{promise}" is written otherwise and is as long: {now}, not {was}.',
        promise=new.title,
        now=length_in_words(sides.new.model, new.within),
        was=length_in_words(sides.old.model, old.within),
    )
    reason = say("By the working time of the process both are the same.")
    return sides.changed(SAME_MEANING, message, ("promises", new.id, "within"), reason)


def _weaker(
    sides: Sides, together: Together, old: Promise, new: Promise, key: str
) -> Message | None:
    """Why one key makes a promise weaker; None where it does not."""
    if key == "within" and old.within is not None:
        if new.within is None:
            return say("There is no time limit any more.")
        if beside(sides.new, old.within, new.within) == "longer":
            return say(
                "The time is longer: {now}, not {was}.",
                now=length_in_words(sides.new.model, new.within),
                was=length_in_words(sides.old.model, old.within),
            )
    if key == "reaches" and _ids(old) < _ids(new):
        return say("It is kept by more ends than before.")
    if key == "assuming" and _follows(together, new.assuming, old.assuming):
        return say("It assumes more, and so is about fewer cases.")
    return None


def _stronger(
    sides: Sides, together: Together, old: Promise, new: Promise, key: str
) -> Message | None:
    """Why one key makes a promise stronger; None where it does not."""
    if key == "within" and new.within is not None:
        if old.within is None:
            return say("There is a time limit now.")
        if beside(sides.new, old.within, new.within) == "shorter":
            return say(
                "The time is shorter: {now}, not {was}.",
                now=length_in_words(sides.new.model, new.within),
                was=length_in_words(sides.old.model, old.within),
            )
    if key == "reaches" and _ids(old) > _ids(new):
        return say("It is kept by fewer ends than before.")
    if key == "assuming" and _follows(together, old.assuming, new.assuming, swapped=True):
        return say("It assumes less, and so is about more cases.")
    return None


def _ids(promise: Promise) -> frozenset[tuple[str | None, str]]:
    return frozenset((one.section, one.id) for one in promise.reaches)


def _assume_the_same(together: Together, old: Promise, new: Promise) -> bool:
    one, other = old.assuming, new.assuming
    return _follows(together, other, one) and _follows(together, one, other, swapped=True)


def _follows(
    together: Together,
    narrower: Expression | None,
    wider: Expression | None,
    *,
    swapped: bool = False,
) -> bool:
    """Whether every case of one assumption is one of another; nothing assumed is about all cases.

    The wider one is of the old state, with ``swapped`` the narrower one.
    """
    if wider is None:
        return narrower is not None
    if narrower is None or narrower.tree is None or wider.tree is None:
        return False
    of = together.new.facts.of
    inner = together.translated(narrower.tree) if swapped else narrower.tree
    outer = wider.tree if swapped else together.translated(wider.tree)
    return together.solver.can_hold((*of(inner, True), *of(outer, False))) == "no"
