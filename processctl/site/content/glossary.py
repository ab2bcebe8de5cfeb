"""What words mean here: stages, criteria, fields, segments, metrics, goals, by the alphabet."""

from __future__ import annotations

from collections.abc import Iterator

from processctl.site.addresses import GLOSSARY, page_of
from processctl.site.page import Page, Term, Terms
from processctl.texts import say
from processctl.views.journey import shown_stages
from processctl.views.wording import Wording


def glossary_page(words: Wording) -> Page | None:
    """Every word that the process explains; None where it explains none."""
    terms = tuple(sorted(_terms(words), key=lambda term: (term.name.casefold(), term.words)))
    return Page(GLOSSARY, words.say(say("Words")), blocks=(Terms(terms),)) if terms else None


def _terms(words: Wording) -> Iterator[Term]:
    model = words.journey.model
    for stage in shown_stages(words.journey):
        if stage.means is not None:
            path = page_of("stages", stage.id)
            yield Term(words.say(stage.title), words.say(stage.means), path)
    for elements in (model.criteria, model.segments, model.metrics, model.goals):
        for one in elements.values():
            if one.says:
                yield Term(words.say(one.title), words.say(one.says))
    for field in model.fields.values():
        if field.about:
            yield Term(words.say(field.title), words.say(field.about))
