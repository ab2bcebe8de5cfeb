"""Facts below a drawing: terms and what is said of them, those left out of which nothing is said."""

from __future__ import annotations

from collections.abc import Iterable

from processctl.diagrams.sketch import Fact, Panel
from processctl.journey.words import condition_words
from processctl.model.condition import Condition
from processctl.model.exit import Silent, Step, Transition
from processctl.model.stage import Work
from processctl.texts import Argument, Message, say
from processctl.views.lines import reasons
from processctl.views.wording import Wording


def fact(words: Wording, term: Message, *said: str | None) -> Fact | None:
    """A fact in the language of the drawing; None where nothing is said."""
    lines = tuple(one for one in said if one)
    return Fact(words.say(term), lines) if lines else None


def panel(title: str, facts: Iterable[Fact | None]) -> Panel:
    """A panel of the facts that there are."""
    return Panel(title, tuple(one for one in facts if one is not None))


def panels(every: Iterable[Panel]) -> tuple[Panel, ...]:
    """The panels that say something."""
    return tuple(one for one in every if one.facts)


def condition(words: Wording, found: Condition | None) -> str | None:
    """A condition in words; None where there is none."""
    said = condition_words(words.journey.model, found)
    return words.say(said) if said is not None else None


def work(words: Wording, done: Work) -> str | None:
    """Something that is done, by whom and by when."""
    if done.says is None:
        return None
    details = [words.reference(done.by)] if done.by is not None else []
    details += [words.say(words.duration(done.within))] if done.within is not None else []
    said = words.say(done.says)
    return f"{said} ({', '.join(details)})" if details else said


def step(words: Wording, taken: Step) -> str:
    """What happens when time is up."""
    after = []
    if taken.after is not None:
        after.append(words.say(say("after {time}", time=words.duration(taken.after))))
    return ": ".join([*after, notice(words, taken)])


def notice(words: Wording, given: Step | Silent) -> str:
    """Who is told, and where the case goes on to."""
    said = [say("tell {names}", names=words.names(given.tell))] if given.tell else []
    if given.to is not None:
        said.append(say('on to "{stage}"', stage=words.reference(given.to)))
    return "; ".join(map(words.say, said))


def way_words(words: Wording, way: Transition, found: Condition | None) -> str | None:
    """On what condition and for what reasons a way is taken."""
    parts: list[Argument] = []
    said = condition_words(words.journey.model, found)
    if said is not None:
        parts.append(said)
    parts += reasons(words, way.reasons)
    return "; ".join(words.say(part) for part in parts) or None
