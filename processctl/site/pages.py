"""All pages of the site in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from processctl.diagrams import Drawing, Options, Sketch, write_svg
from processctl.diagrams.links import linked
from processctl.diagrams.sketch import Panel
from processctl.journey import Journey
from processctl.site.addresses import DATA, FEEDBACK, GLOSSARY, GOALS, JOURNEY, Section, page_of, up
from processctl.site.page import Link, Listed, Page, Term
from processctl.texts import say
from processctl.views.journey import shown_stages, title_of
from processctl.views.view import View, drawing_of, is_empty
from processctl.views.wording import Wording, wording

_WHO: tuple[Section, ...] = ("teams", "roles", "people")
_HEADINGS = {"teams": say("Teams"), "roles": say("Roles"), "people": say("People")}


def pages(journey: Journey, language: str) -> Iterator[Page]:
    """Every page that the process has something for: the journey first, then stages, people, the rest."""
    words = wording(journey, language)
    yield _journey(words)
    for stage in shown_stages(journey):
        view = View("stage", stage.id)
        lead = words.say(stage.means) if stage.means is not None else ""
        yield _view(words, view, page_of("stages", stage.id), words.say(stage.title), lead)
    for section in _WHO:
        for name, element in getattr(journey.model, section).items():
            view, path = View("role", name), page_of(section, name)
            yield _view(words, view, path, words.say(element.title), words.say(element.about or ""))
    for kind, path, title in (
        ("feedback", FEEDBACK, say("Feedback and meetings")),
        ("data", DATA, say("Data")),
        ("goals", GOALS, say("Goals and metrics")),
    ):
        view = View(kind)  # type: ignore[arg-type]  # a literal's type is not seen through a tuple
        drawing = drawing_of(journey, view, language)
        if not is_empty(drawing):
            yield _drawn(drawing, path, words.say(title))
    yield Page(GLOSSARY, words.say(say("Words")), terms=tuple(_terms(words)))


def _journey(words: Wording) -> Page:
    journey = words.journey
    stages = tuple(_link(words, "stages", stage.id) for stage in shown_stages(journey))
    lists = [Listed(words.say(say("Stages")), stages)]
    for section in _WHO:
        links = tuple(_link(words, section, name) for name in getattr(journey.model, section))
        if links:
            lists.append(Listed(words.say(_HEADINGS[section]), links))
    title = title_of(words) or words.say(say("The journey"))
    drawing = drawing_of(journey, View("journey"), words.translate.language)
    return Page(JOURNEY, title, svg=_svg(drawing, JOURNEY), lists=tuple(lists))


def _link(words: Wording, section: Section, name: str) -> Link:
    return Link(words.title(section, name), page_of(section, name))


def _view(words: Wording, view: View, path: str, title: str, lead: str = "") -> Page:
    drawing = drawing_of(words.journey, view, words.translate.language)
    return _drawn(drawing, path, title, lead)


def _drawn(drawing: Drawing, path: str, title: str, lead: str = "") -> Page:
    """A drawing as a page: its picture, and what stands below it as text."""
    panels: tuple[Panel, ...] = drawing.panels
    bare = replace(drawing, panels=())
    return Page(path, title, lead, None if is_empty(bare) else _svg(bare, path), panels)


def _svg(drawing: Drawing, path: str) -> str:
    """A drawing for a page: its stages lead to theirs, and the page has the fonts."""
    if isinstance(drawing, Sketch):
        drawing = linked(drawing, up(path) or ".")
    return write_svg(drawing, Options(in_page=True)).decode()


def _terms(words: Wording) -> Iterator[Term]:
    """What words mean here: stages, criteria, fields, segments, metrics, by the alphabet."""
    model = words.journey.model
    found = [
        Term(words.say(stage.title), words.say(stage.means), page_of("stages", stage.id))
        for stage in shown_stages(words.journey)
        if stage.means is not None
    ]
    for elements in (model.criteria, model.segments, model.metrics, model.goals):
        found += [
            Term(words.say(one.title), words.say(one.says)) for one in elements.values() if one.says
        ]
    found += [
        Term(words.say(one.title), words.say(one.about))
        for one in model.fields.values()
        if one.about
    ]
    yield from sorted(found, key=lambda term: (term.name.casefold(), term.words))
