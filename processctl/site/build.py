"""Builds the site: the bytes of every file, by its path."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import chain

from processctl.diagrams import Drawing
from processctl.diagrams.mark import MARK
from processctl.reports.page import environment
from processctl.site.addresses import between, calendar_of, up
from processctl.site.calendar import calendar, has_dates
from processctl.site.composed import Composed, Text, place_of
from processctl.site.controls import controls_of
from processctl.site.drawn import Drawer
from processctl.site.equipment import equipment
from processctl.site.headings import Headings, anchors
from processctl.site.hyphenated import hyphenated
from processctl.site.material import Material
from processctl.site.menu import Menu
from processctl.site.names import Names, names_of
from processctl.site.page import Facts, Page, Picture, Table, Terms
from processctl.site.pages import pages
from processctl.site.policy import POLICY
from processctl.site.search import INDEX, index
from processctl.texts import Translator, say, translator
from processctl.views.wording import Wording, wording

LIST = "assets/files.txt"
"""Names every file of the site, so that the next one can take its place."""
_IDS = ("text", "pages", "search")
"""Those that every page has."""
_PUBLIC = say(
    "This site is for everybody: people, addresses, findings and what is passed over are left out. Roles are named."
)
_NAMES = {"en": "English", "fi": "Suomi"}


def build(
    material: Material, languages: Sequence[str], drawer: Drawer | None = None
) -> Mapping[str, bytes]:
    """The whole site, in as many languages as are wanted; the first is the one it opens in.

    Who builds it again and again keeps a ``drawer``.
    """
    drawer = drawer or Drawer()
    made = {one: tuple(pages(material, one)) for one in languages}
    drawings = _drawings(made)
    # What the pages say is written while other processes draw.
    with drawer.drawing(drawings):
        site = _composed(material, made, drawings)
        site.write()
    return {path: site.file(path, drawer) for path in site.paths}


def compose(material: Material, languages: Sequence[str]) -> Composed:
    """A site of which no page is written and no drawing made yet. See ``build``."""
    made = {one: tuple(pages(material, one)) for one in languages}
    return _composed(material, made, _drawings(made))


def _drawings(made: Mapping[str, Sequence[Page]]) -> tuple[Drawing, ...]:
    """What pages show, each once."""
    shown = (block for one in made.values() for page in one for block in page.blocks)
    return tuple(dict.fromkeys(block.drawing for block in shown if isinstance(block, Picture)))


def _composed(
    material: Material, pages_of: Mapping[str, Sequence[Page]], drawings: tuple[Drawing, ...]
) -> Composed:
    """The site of the pages of each language."""
    languages = tuple(pages_of)
    numbers = {drawing: number for number, drawing in enumerate(drawings)}
    texts: dict[str, Text] = {}
    rest: dict[str, bytes] = {}
    for language, made in pages_of.items():
        frame = _Frame(made, language, languages, numbers, public=material.public)
        written = {page.path: cache(partial(frame.written, page)) for page in made}
        texts |= {f"{language}/{path}": text for path, text in written.items()}
        texts[f"{language}/{INDEX}"] = cache(partial(_index, made, written, language))
        rest |= _calendars(wording(material.journey, language))
    rest["index.html"] = _filled("open.html.j2", first=languages[0]).encode()
    rest |= equipment(languages, frozenset().union(*map(repr, chain(*pages_of.values()))))
    rest[LIST] = "".join(f"{name}\n" for name in sorted((*texts, *rest, LIST))).encode()
    return Composed(texts, rest, drawings)


def _index(made: Sequence[Page], written: Mapping[str, Text], language: str) -> str:
    return index(((page, written[page.path]()) for page in made if page.sheet is None), language)


def _titles(made: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Pages that are about one thing, by its name."""
    yield from (
        (page.title, page.path) for page in made if page.parent is not None and page.sheet is None
    )


def _terms(made: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """What a page explains among other things: words, meetings, fields."""
    for page in made:
        for block in page.blocks:
            match block:
                case Terms():
                    yield from (
                        (one.name, f"{page.path}#{one.anchor}") for one in block.terms if one.anchor
                    )
                case Facts() if block.anchor:
                    yield block.panel.title, f"{page.path}#{block.anchor}"
                case Table():
                    yield from (
                        (row[0].lines[0], f"{page.path}#{row[0].anchor}")
                        for row in block.rows
                        if row[0].anchor
                    )


def _calendars(words: Wording) -> dict[str, bytes]:
    """The meetings that have dates: each alone, and all together."""
    forums = [one for one in words.journey.model.forums.values() if has_dates(one)]
    chosen = {calendar_of(one.id): [one] for one in forums}
    if len(forums) > 1:
        chosen[calendar_of("")] = forums
    language = words.translate.language
    return {f"{language}/{path}": calendar(words, some) for path, some in chosen.items()}


class _Frame:
    """What stands around every page of one language."""

    def __init__(
        self,
        made: Sequence[Page],
        language: str,
        languages: Sequence[str],
        numbers: Mapping[Drawing, int],
        *,
        public: bool,
    ) -> None:
        self._numbers = numbers
        self._words: Translator = translator(language)
        self._language, self._title = language, made[0].title
        self._menu = Menu(made)
        self._names: Names = names_of([*_titles(made), *_terms(made)])
        self._notice = self._words.render(_PUBLIC) if public else ""
        self._others = [(one, _NAMES[one]) for one in languages if one != language]

    def written(self, page: Page) -> str:
        """A page as HTML."""
        say_ = self._words.render
        html = _filled(
            "page.html.j2",
            policy=POLICY,
            language=self._language,
            page=page,
            site={"title": self._title},
            to=lambda path: between(page.path, path),
            root=f"{up(page.path)}../",
            controls=controls_of(self._language),
            menu=self._menu.entries(page),
            names=lambda text: self._names.parts(text, page.path),
            drawing=lambda made: place_of(self._numbers[made]),
            anchor=Headings((*_IDS, *anchors(page))).anchor,
            others=self._others,
            notice=self._notice,
            labels={
                "skip": say_(say("To the text")),
                "pages": say_(say("Pages")),
                "languages": say_(say("Languages")),
                "drawing": say_(say("Drawing: {name}", name=page.title)),
            },
        )
        return hyphenated(html, self._language, is_sheet=page.sheet is not None)


def _filled(template: str, **values: object) -> str:
    return environment("site").get_template(f"templates/{template}").render(mark=MARK, **values)
