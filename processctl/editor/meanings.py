"""What a key or a name means, as Markdown in a reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from processctl.criteria import in_words
from processctl.editor.elements import Named, find
from processctl.editor.shapes import Key
from processctl.journey import Journey
from processctl.model.customer_data import Criterion, Field, Segment, System
from processctl.model.meeting import Forum
from processctl.model.people import Person, Role, Team
from processctl.model.stage import Stage
from processctl.reading.data_text import entry
from processctl.reading.problem import Path as SymbolicPath
from processctl.reports.markdown_text import code, fenced, shown
from processctl.reports.telling import plain
from processctl.texts import Argument, Message, Text, say, translator
from processctl.views.wording import Wording, wording

_MOST = 12  # lines and names that a page shows
_TEST = say("Holds when")
_OF = say("Choice of the field")
_OUTCOMES: dict[SymbolicPath, Message] = {
    ("process", "outcomes", "won"): say("won"),
    ("process", "outcomes", "lost"): say("lost"),
}


def key_page(key: Key) -> str:
    """A key: its title, what it means, an example."""
    lines = [f"**{shown(key.title)}**" if key.title else "", shown(key.description)]
    if key.example is not None:
        written = "\n".join(entry(key.name, key.example))  # type: ignore[arg-type]  # JSON, as data is
        lines.append(fenced(written, "yaml"))
    return "\n\n".join(line for line in lines if line)


def about(named: Named, journey: Journey, language: str) -> str:
    """An element: what it is called, what it is for, and what is most asked of its kind."""
    words = wording(journey, language)
    title = shown(plain(words.say(_title(named))))
    head = f"**{title}** {code(f'{named.section}.{named.id}')}"
    facts = [
        f"- {shown(words.say(term))}: {code(' '.join(said.split())) if term == _TEST else shown(plain(said))}"
        for term, said in _facts(named, words)
    ]
    told = [shown(plain(words.say(one))) for one in _texts(named)]
    return "\n\n".join([head, *told, *(["\n".join(facts[:_MOST])] if facts else [])])


def about_option(field: Field, option: str, language: str) -> str | None:
    """An option of a field: what it is called, and of what; None where the field has no such option."""
    if option not in (field.options or {}):
        return None
    words = (field.options or {})[option]
    title = words.in_language(language) if words is not None else option
    of = f"{shown(plain(field.title.in_language(language)))} {code(f'fields.{field.id}')}"
    return f"**{shown(plain(title))}** {code(option)}\n\n- {shown(translator(language).render(_OF))}: {of}"


def _title(named: Named) -> Argument:
    """What an element is called; the outcomes of the language have a name in each."""
    own = any(words != named.id for _, words in named.title.versions)
    return named.title if own else _OUTCOMES.get(named.path, named.title)


def _texts(named: Named) -> Iterator[Text]:
    """What its author says of it."""
    element = named.element
    for attribute in ("means", "says", "about"):
        found = getattr(element, attribute, None)
        if isinstance(found, Text):
            yield found


def _facts(named: Named, words: Wording) -> Iterator[tuple[Message, str]]:
    for term, said in _of_kind(named, words):
        if said:
            yield term, said


def _of_kind(named: Named, words: Wording) -> Iterator[tuple[Message, str]]:
    element = named.element
    if isinstance(element, Stage):
        yield from _of_stage(element, words)
    elif isinstance(element, Field):
        yield from _of_field(element, words)
    elif isinstance(element, Criterion | Segment):
        yield _TEST, element.test.source if element.test is not None else ""
        if isinstance(element, Criterion):
            yield say("Judged by"), words.names(element.judged_by)
    elif isinstance(element, Role):
        yield say("Team"), words.names((element.team,) if element.team else ())
        yield say("Held by"), words.names(element.held_by)
        yield say("Backup"), words.names((element.backup,) if element.backup else ())
        yield say("Owner of"), _owned(element.id, words)
    elif isinstance(element, Team):
        yield say("Lead"), words.names((element.lead,) if element.lead else ())
        roles = words.journey.model.roles.values()
        of_team = (one for one in roles if one.team is not None and one.team.id == element.id)
        yield say("Roles"), _some(words.say(one.title) for one in of_team)
    elif isinstance(element, Person):
        held = words.journey.model.roles_of.get(element.id, ())
        yield say("Roles"), _some(words.say(one.title) for one in held)
    elif isinstance(element, System):
        yield say("Owner"), words.names((element.owner,) if element.owner else ())
    elif isinstance(element, Forum):
        yield say("Members"), words.names(element.members)
    elif named.section in ("outcomes", "phases"):
        stages = words.journey.model.stages.values()
        of_it = (one for one in stages if named.id in (one.outcome, one.phase))
        yield say("Stages"), _some(words.say(one.title) for one in of_it)


def _of_stage(stage: Stage, words: Wording) -> Iterator[tuple[Message, str]]:
    journey = words.journey
    yield say("Owner"), words.names(stage.owner)
    yield say("Within"), words.say(words.duration(stage.within)) if stage.within else ""
    into = dict.fromkeys(edge.source for edge in journey.edges if edge.target == stage.id)
    out = dict.fromkeys(edge.target for edge in journey.edges if edge.source == stage.id)
    yield say("From the stages"), _some(words.title("stages", one) for one in into)
    yield say("On to the stages"), _some(words.title("stages", one) for one in out)
    outcome = find(journey.model, ("outcomes",), stage.outcome or "")
    yield say("Outcome"), words.say(_title(outcome)) if outcome is not None else ""


def _of_field(field: Field, words: Wording) -> Iterator[tuple[Message, str]]:
    yield say("Type"), words.say(in_words(field.type)) if field.type is not None else ""
    options = (field.options or {}).values()
    yield say("Choices"), _some(words.say(one) for one in options)
    yield say("System"), words.names(field.system)
    yield say("Owner"), words.names((field.owner,) if field.owner else ())
    stages = words.journey.model.stages.values()
    there = (one for one in stages if any(ref.id == field.id for ref in one.captures))
    yield say("Recorded in the stages"), _some(words.say(one.title) for one in there)


def _some(names: Iterable[str]) -> str:
    """Names in a row, not all of very many."""
    first = list(islice(names, _MOST + 1))
    return ", ".join(first[:_MOST]) + (", …" if len(first) > _MOST else "")


def _owned(name: str, words: Wording) -> str:
    stages = words.journey.model.stages.values()
    return _some(words.say(one.title) for one in stages if any(ref.id == name for ref in one.owner))
