"""A site for everybody: a journey in which nobody is named, and a search for names that stand in texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape

from processctl.journey import Journey, make_journey
from processctl.model.model import Model
from processctl.model.people import Person
from processctl.texts import LANGUAGES, Message, Text, say, translator

# What Finnish and English hang on a name; other letters behind it make another word.
_ENDINGS = (
    "(?:'s|[ie]?(?:n|a|ä|an|en|in|lla|llä|lta|ltä|lle|ssa|ssä|sta|stä|ta|tä|tta|ttä|na|nä|ksi))?"
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Leak:
    """A name or an address that stands on a page of a public site."""

    words: str
    page: str


def without_people(journey: Journey) -> Journey:
    """The journey in which roles stand for people, and nobody can be reached."""
    model = journey.model
    return make_journey(
        replace(
            model,
            people={name: _nameless(model, person) for name, person in model.people.items()},
            roles={name: replace(role, held_by=()) for name, role in model.roles.items()},
            teams={
                name: replace(team, email=None, accounts=None) for name, team in model.teams.items()
            },
        )
    )


def _nameless(model: Model, person: Person) -> Person:
    """Somebody who is called what they do: their first role."""
    roles = model.roles_of.get(person.id)
    title = roles[0].title if roles else _in_all_languages(say("somebody"))
    return replace(person, name=title, about=None, email=None, phone=None, accounts=None, away=None)


def _in_all_languages(words: Message) -> Text:
    return Text(tuple((one, translator(one).render(words)) for one in LANGUAGES))


def leaks(journey: Journey, files: Mapping[str, bytes]) -> Iterator[Leak]:
    """Names of people of ``journey``, and addresses, that stand in texts of its public site.

    A name counts as a word of its own, with the endings that languages hang on it. First names alone
    and nicknames are known to nobody but their readers.
    """
    names = sorted(_names(journey.model), key=lambda name: (-len(name), name))
    named = (
        re.compile(f"(?<!\\w)({'|'.join(map(re.escape, names))}){_ENDINGS}(?!\\w)")
        if names
        else None
    )
    for path in sorted(files):
        if not path.endswith((".html", ".ics", ".js")):
            continue
        text = unescape(files[path].decode())
        found = (named.search(text) if named is not None else None) or _MAIL.search(text)
        if found is not None:
            yield Leak(found[0], path)


def _names(model: Model) -> Iterator[str]:
    """What people are called and how they are reached, in every language."""
    for person in model.people.values():
        accounts = (person.accounts or {}).values()
        titles = (words.strip() for _, words in person.title.versions)
        for words in (*titles, person.email, person.phone, *accounts):
            if words and len(words) >= _SHORTEST:
                yield words
