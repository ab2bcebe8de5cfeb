"""What a reference may name, in words."""

from __future__ import annotations

from processctl.texts import Listing, Message, say

_KINDS: dict[str, Message] = {
    "teams": say("a team"),
    "roles": say("a role"),
    "people": say("a person"),
    "systems": say("a system"),
    "fields": say("a field"),
    "criteria": say("a criterion"),
    "segments": say("a segment"),
    "stages": say("a stage"),
    "feedback": say("a feedback loop"),
    "forums": say("a forum"),
    "goals": say("a goal"),
    "metrics": say("a metric"),
    "campaigns": say("a campaign"),
    "promises": say("a promise"),
    "cases": say("a case"),
    "skills": say("a skill"),
    "improvements": say("an improvement"),
    "outcomes": say("a word for an outcome"),
}


def kind(section: str) -> Message:
    """One element of a section: "a stage"."""
    return _KINDS[section]


def kinds(sections: tuple[str, ...]) -> Listing:
    """One element of one of several sections: "a role, a team or a person"."""
    return Listing(tuple(_KINDS[section] for section in sections), "or", quoted=False)
