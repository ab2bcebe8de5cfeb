"""The contract of a handoff as facts: who gives what to whom, by when, and what if not."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.diagrams.sketch import Fact, Panel
from processctl.journey import Handoff
from processctl.journey.owner import Owner
from processctl.model.condition import Condition
from processctl.model.exit import Exit
from processctl.texts import say
from processctl.views.facts import condition, fact, notice, panel, way_words
from processctl.views.wording import Wording


def contract_panel(words: Wording, handoff: Handoff) -> Panel:
    """Everything that two owners have agreed on about a handoff."""
    giver = words.title("stages", handoff.edge.source)
    receiver = words.title("stages", handoff.edge.target)
    heading = say('Handoff: "{giver}" to "{receiver}"', giver=giver, receiver=receiver)
    return panel(words.say(heading), _facts(words, handoff))


def _facts(words: Wording, handoff: Handoff) -> Iterator[Fact | None]:
    yield fact(words, say("Gives"), owner_name(words, handoff.giver))
    yield fact(words, say("Receives"), owner_name(words, handoff.receiver))
    yield fact(words, say("When"), condition(words, handoff.exit.when))
    because = handoff.exit.because
    yield fact(words, say("Because"), words.say(because) if because is not None else None)
    terms = handoff.terms
    if terms is None:
        yield fact(words, say("Contract"), words.say(say("none is written")))
    else:
        yield fact(words, say("Must be known"), words.names(terms.needs))
        yield fact(words, say("Accepted by"), acceptance(words, terms.mode, words.names(terms.by)))
        within = words.say(words.duration(terms.within)) if terms.within is not None else None
        yield fact(words, say("Accepted within"), within)
        yield fact(
            words, say("If nobody accepts"), notice(words, terms.silent) if terms.silent else None
        )
    yield fact(words, say("Given back"), *refusals(words, handoff))


def owner_name(words: Wording, owner: Owner) -> str:
    """An owner and the team behind it."""
    name = words.title(owner.kind, owner.id)
    if owner.team is None or owner.kind == "teams":
        return name
    team = words.title("teams", owner.team)
    return f"{name} ({team})" if team != name else name


def acceptance(words: Wording, mode: str, names: str) -> str | None:
    """Who accepts a case, or how it is accepted without anybody."""
    if mode == "automatic":
        return words.say(say("accepted on arrival"))
    if names:
        return names
    return words.say(say("no acceptance of its own")) if mode == "here" else None


def refusals(words: Wording, handoff: Handoff) -> Iterator[str]:
    """How the receiver gives a case back: every return to the giver's stage or team."""
    owners = words.journey.owners
    for edge in words.journey.out[handoff.edge.target]:
        owner = owners.get(edge.target)
        back = edge.target == handoff.edge.source or (
            owner is not None and owner.team == handoff.giver.team
        )
        if not (edge.returns and back):
            continue
        when: Condition | None = edge.way.when if isinstance(edge.way, Exit) else None
        target = words.title("stages", edge.target)
        said = way_words(words, edge.way, when) if isinstance(edge.way, Exit) else None
        yield f"→ {target}: {said}" if said else f"→ {target}"
