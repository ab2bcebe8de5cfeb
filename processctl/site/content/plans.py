"""What the company is working on: the change, what is to become better, campaigns, skills; and what it promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processctl.journey.words import cadence_words, condition_words
from processctl.model.aims import Campaign, Improvement, Promise, Skill
from processctl.model.process import Conflict
from processctl.model.reference import Reference
from processctl.site.addresses import PLANS
from processctl.site.content.places import place
from processctl.site.content.tables import table
from processctl.site.material import Material
from processctl.site.page import Block, Cell, Facts, Page, Table
from processctl.texts import Listing, Message, Text, say
from processctl.views.days import day_in_words
from processctl.views.facts import fact, panel
from processctl.views.wording import Wording

_STATUS: Mapping[str, Message] = {
    "idea": say("an idea"),
    "doing": say("being done"),
    "done": say("done"),
    "dropped": say("dropped"),
}


def plans_page(words: Wording, material: Material) -> Page | None:
    """Plans and promises; None where there are none, or the site is for everybody."""
    if material.public:
        return None
    blocks: list[Block | None] = [
        _change(words),
        _promises(words),
        _improvements(words),
        _campaigns(words),
        _skills(words),
    ]
    there = tuple(block for block in blocks if block is not None)
    if not there:
        return None
    return Page(
        PLANS,
        words.say(say("What we are working on")),
        words.say(say("What always holds for a case, what is to become better, by whom and by when.")),
        blocks=there,
    )  # fmt: skip


def _change(words: Wording) -> Facts | None:
    """How the co-operation itself is changed, and when the process is looked over."""
    change, review = words.journey.model.change, words.journey.model.process.review
    facts = []
    if change is not None:
        facts += [
            fact(words, say("What will be different"), _said(words, change.target)),
            fact(words, say("Led by"), _named(words, change.led_by)),
            fact(words, say("With"), words.names(change.participants)),
            fact(words, say("Reports to"), _named(words, change.reports_to)),
            fact(words, say("Written down in"), change.documented_in),
            fact(words, say("Old quarrels"), *(_settled(words, one) for one in change.conflicts)),
        ]
    if review is not None:
        every = words.say(cadence_words(review.every)) if review.every is not None else ""
        facts.append(
            fact(words, say("The process is looked over"), every, _named(words, review.forum))
        )
    found = panel(words.say(say("The change we make")), facts)
    return Facts(found) if found.facts else None


def _settled(words: Wording, conflict: Conflict) -> str:
    said = _said(words, conflict.says)
    if conflict.settled is None or not said:
        return said
    day = day_in_words(conflict.settled)
    return words.say(say("{conflict} (settled on {day})", conflict=said, day=day))


def _improvements(words: Wording) -> Table | None:
    heads = (
        say("What"), say("What it is for"), say("Who looks after it"), say("By when"), say("Where"),
    )  # fmt: skip
    several = words.journey.model.improvements.values()
    rows = (_improvement(words, one) for one in sorted(several, key=lambda one: one.priority or 99))
    return table(words, say("What is to become better"), heads, rows)


def _improvement(words: Wording, one: Improvement) -> tuple[Cell, ...]:
    status = _STATUS.get(one.status or "")
    due = [words.say(day_in_words(one.due))] if one.due is not None else []
    due += [words.say(status)] if status is not None else []
    why = (_said(words, one.expects), _said(words, one.resources), _named(words, one.goal))
    return (
        _cell(words.say(one.title), _said(words, one.says)),
        _cell(*why),
        _cell(_named(words, one.owner)),
        _cell(*due),
        _cell(*map(words.reference, one.stages)),
    )


def _campaigns(words: Wording) -> Table | None:
    heads = (
        say("Campaign"),
        say("For whom"),
        say("Who looks after it"),
        say("When"),
        say("Leads to"),
    )
    rows = (_campaign(words, one) for one in words.journey.model.campaigns.values())
    return table(words, say("Campaigns"), heads, rows)


def _campaign(words: Wording, one: Campaign) -> tuple[Cell, ...]:
    days = []
    if one.starts is not None:
        days.append(words.say(say("from {day} on", day=day_in_words(one.starts))))
    if one.ends is not None:
        days.append(words.say(say("until {day}", day=day_in_words(one.ends))))
    return (
        _cell(words.say(one.title), words.names(one.teams)),
        _cell(_named(words, one.segment), _named(words, one.goal)),
        _cell(_named(words, one.owner)),
        _cell(*days),
        _cell(_named(words, one.feeds)),
    )


def _skills(words: Wording) -> Table | None:
    heads = (say("Skill"), say("Needed in"), say("Who has it"))
    rows = (_skill(words, one) for one in words.journey.model.skills.values())
    return table(words, say("What we have to be able to do"), heads, rows)


def _skill(words: Wording, one: Skill) -> tuple[Cell, ...]:
    return (
        _cell(words.say(one.title), _said(words, one.says)),
        _cell(*map(words.reference, one.needed_in)),
        _cell(*map(words.reference, one.held_by)),
    )


def _promises(words: Wording) -> Table | None:
    heads = (say("Promise"), say("What holds"))
    promises = words.journey.model.promises.values()
    rows = (
        (_cell(words.say(one.title), _said(words, one.about)), _cell(*_holds(words, one)))
        for one in promises
    )
    return table(words, say("What always holds"), heads, rows)


def _holds(words: Wording, promise: Promise) -> Iterator[str]:
    """What a promise says, sentence by sentence."""
    start = promise.start
    if start is not None:
        yield words.say(say('of each case that comes to "{stage}":', stage=words.reference(start)))
    assumed = condition_words(words.journey.model, promise.assuming)
    if assumed is not None:
        yield words.say(say("if: {condition}", condition=assumed))
    if promise.reaches:
        ends = Listing(tuple(place(words, one) for one in promise.reaches), "or")
        if promise.within is None:
            yield words.say(say("it comes to {ends}", ends=ends))
        else:
            time = words.duration(promise.within)
            yield words.say(say("it comes to {ends}, within {time} at most", ends=ends, time=time))
    if promise.passes is not None and promise.to is not None:
        before, after = (words.reference(one) for one in (promise.passes, promise.to))
        said = say('nothing comes to "{stage}" without "{before}"', stage=after, before=before)
        yield words.say(said)
    if promise.never is not None:
        yield words.say(say('it never comes to "{stage}"', stage=place(words, promise.never)))


def _cell(*lines: str) -> Cell:
    return Cell(tuple(line for line in lines if line))


def _said(words: Wording, text: Text | None) -> str:
    return words.say(text) if text is not None else ""


def _named(words: Wording, reference: Reference | None) -> str:
    return words.reference(reference) if reference is not None else ""
