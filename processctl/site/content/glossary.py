"""What words mean here: stages, criteria, fields, segments, metrics, goals, by the alphabet."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.journey.expression_words import expression_in_words
from processctl.model.condition import Expression
from processctl.model.customer_data import Criterion, Segment
from processctl.model.reference import References
from processctl.site.addresses import GLOSSARY, page_of, word_of
from processctl.site.page import Page, Term, Terms
from processctl.texts import Text, say
from processctl.views.journey import shown_stages
from processctl.views.wording import Wording


def glossary_page(words: Wording) -> Page | None:
    """Every word that the process explains; None where it explains none."""
    terms = tuple(sorted(_terms(words), key=lambda term: (term.name.casefold(), term.words)))
    if not terms:
        return None
    lead = words.say(say("What we mean when we say it, so that everybody means the same."))
    return Page(GLOSSARY, words.say(say("Words")), lead, blocks=(Terms(terms),))


def _terms(words: Wording) -> Iterator[Term]:
    model = words.journey.model
    for stage in shown_stages(words.journey):
        if stage.means is not None:
            path = page_of("stages", stage.id)
            yield Term(words.say(stage.title), words.say(stage.means), path)
    for criterion in model.criteria.values():
        yield from _tested(words, "criteria", criterion, criterion.judged_by)
    for segment in model.segments.values():
        yield from _tested(words, "segments", segment, ())
    for elements in (model.metrics, model.goals):
        for one in elements.values():
            if one.says:
                yield Term(words.say(one.title), words.say(one.says))
    for field in model.fields.values():
        if field.about:
            yield Term(words.say(field.title), words.say(field.about))


def _tested(
    words: Wording, section: str, one: Criterion | Segment, judges: References
) -> Iterator[Term]:
    """A criterion or segment: in its own words, then exactly, then who judges it."""
    exactly = _exactly(words, one.test)
    notes = [words.say(say("Exactly: {condition}.", condition=exactly))] if exactly else []
    if judges:
        notes.append(words.say(say("Judged by {names}.", names=words.names(judges))))
    said: Text | None = one.says or one.about
    if said is None and not notes:
        return
    head = words.say(said) if said is not None else notes.pop(0)
    anchor = word_of(section, one.id).partition("#")[2]
    yield Term(words.say(one.title), head, notes=tuple(notes), anchor=anchor)


def _exactly(words: Wording, test: Expression | None) -> str:
    if test is None or test.tree is None:
        return ""
    return words.say(expression_in_words(words.journey.model, test.tree))
