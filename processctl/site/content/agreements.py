"""What teams have agreed on: every handoff between two of them on one page, ready to sign."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from processctl.diagrams.sketch import Fact, Panel
from processctl.journey import Edge, Handoff, Journey
from processctl.site.addresses import AGREEMENTS, agreements_of
from processctl.site.page import Agreement, Block, Link, Listed, Page, Side, Signatures
from processctl.texts import Message, Quantity, say
from processctl.views.contract import acceptance, owner_name, refusals
from processctl.views.facts import condition, fact, notice, panel, work
from processctl.views.wording import Wording

Pair = tuple[str, str]


def agreed(journey: Journey) -> Mapping[Pair, list[Handoff]]:
    """All handoffs by the two teams, in the order in which these first meet; within one it is twice the same."""
    found: dict[Pair, list[Handoff]] = {}
    for handoff in journey.handoffs:
        one, other = handoff.giver.team, handoff.receiver.team
        if one is not None and other is not None:
            pair = (other, one) if (other, one) in found else (one, other)
            found.setdefault(pair, []).append(handoff)
    return found


def agreement_paths(journey: Journey) -> Mapping[Edge, str]:
    """Where the agreement on each handoff stands."""
    return {
        handoff.edge: f"{agreements_of(pair)}#{_anchor(handoff)}"
        for pair, handoffs in agreed(journey).items()
        for handoff in handoffs
    }


def _anchor(handoff: Handoff) -> str:
    return "-".join(map(str, (*handoff.edge.path[1::2], handoff.edge.target)))


def agreement_pages(words: Wording) -> Iterator[Page]:
    """A list of all agreements, and a page for each two teams."""
    found = agreed(words.journey)
    if not found:
        return
    links = tuple(
        Link(
            _title(words, pair),
            agreements_of(pair),
            words.say(Quantity("{count} handoff", "{count} handoffs", len(handoffs))),
        )
        for pair, handoffs in found.items()
    )
    title = words.say(say("Agreements"))
    lead = words.say(
        say(
            "What each team may count on when a customer goes from one to the other. Print and sign."
        )
    )
    yield Page(AGREEMENTS, title, lead, blocks=(Listed(words.say(say("Between whom")), links),))
    for pair, handoffs in found.items():
        yield _page(words, pair, handoffs)


def _title(words: Wording, pair: Pair) -> str:
    one, other = (words.title("teams", team) for team in pair)
    return words.say(say("Within {team}", team=one) if pair[0] == pair[1] else say("{one} and {other}", one=one, other=other))  # fmt: skip


def _page(words: Wording, pair: Pair, handoffs: list[Handoff]) -> Page:
    parties = [words.title("teams", team) for team in pair]
    if pair[0] == pair[1]:
        owners = (owner for one in handoffs for owner in (one.giver, one.receiver))
        parties = [words.title(owner.kind, owner.id) for owner in owners]
    lines = tuple(words.say(line) for line in (say("Name"), say("Signature"), say("Date")))
    blocks: list[Block] = [_agreement(words, handoff) for handoff in handoffs]
    blocks.append(Signatures(words.say(say("Agreed")), tuple(dict.fromkeys(parties)), lines))
    return Page(
        agreements_of(pair),
        _title(words, pair),
        words.say(say("What is agreed on each handoff, what each side gives, and what it may count on.")),
        words.say(say("Agreement")),
        tuple(blocks),
        parent=AGREEMENTS,
    )  # fmt: skip


def _agreement(words: Wording, handoff: Handoff) -> Agreement:
    edge = handoff.edge
    giver, receiver = words.title("stages", edge.source), words.title("stages", edge.target)
    return Agreement(
        title=f"{giver} → {receiver}",
        anchor=_anchor(handoff),
        both=panel("", _both(words, handoff)),
        sides=(
            _side(words, owner_name(words, handoff.giver), say("gives"), _gives(words, handoff)),
            _side(words, owner_name(words, handoff.receiver), say("receives"), _receives(words, handoff)),
        ),
    )  # fmt: skip


def _side(words: Wording, party: str, role: Message, facts: Iterator[Fact | None]) -> Side:
    shown = panel("", facts)
    nothing = Panel("", (Fact("", (words.say(say("nothing is written")),)),))
    return Side(party, words.say(role), shown if shown.facts else nothing)


def _both(words: Wording, handoff: Handoff) -> Iterator[Fact | None]:
    """When the case changes hands, what has to hold then, and why."""
    yield fact(words, say("When"), condition(words, handoff.exit.when))
    receiving = words.journey.model.stages[handoff.edge.target]
    yield fact(words, say("Must hold"), condition(words, receiving.entry))
    because = handoff.exit.because
    yield fact(words, say("Because"), words.say(because) if because is not None else None)


def _gives(words: Wording, handoff: Handoff) -> Iterator[Fact | None]:
    """What the giver has done and recorded by then, and what it may count on."""
    stage, terms = words.journey.model.stages[handoff.edge.source], handoff.terms
    yield fact(words, say("Does before"), *(work(words, one) for one in stage.does))
    within = words.say(words.duration(stage.within)) if stage.within is not None else None
    yield fact(words, say("Deadline"), within)
    if terms is not None:
        yield fact(words, say("Must be known"), *map(words.reference, terms.needs))
    yield fact(words, say("Gets back"), *refusals(words, handoff))


def _receives(words: Wording, handoff: Handoff) -> Iterator[Fact | None]:
    """How the receiver accepts, by when, what it does then, and what happens if it does not."""
    stage, terms = words.journey.model.stages[handoff.edge.target], handoff.terms
    if terms is None:
        yield fact(words, say("Contract"), words.say(say("none is written")))
    else:
        yield fact(words, say("Accepted by"), acceptance(words, terms.mode, words.names(terms.by)))
        within = words.say(words.duration(terms.within)) if terms.within is not None else None
        yield fact(words, say("Accepted within"), within)
        silent = notice(words, terms.silent) if terms.silent else None
        yield fact(words, say("If nobody accepts"), silent)
    yield fact(words, say("Does then"), *(work(words, one) for one in stage.does))
    within = words.say(words.duration(stage.within)) if stage.within is not None else None
    yield fact(words, say("Deadline"), within)
