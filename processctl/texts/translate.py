"""From messages to sentences in one language, by gettext catalogues."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from processctl.texts.message import Argument, Listing, Quantity, Text

if TYPE_CHECKING:
    import gettext
    from collections.abc import Iterator
    from pathlib import Path

LANGUAGES = ("en", "fi")
FAMILIES = ("pc0", "pc1", "pc2", "pc3", "pc4", "pc5", "pc6", "pc7", "pc8", "pc9", "pc99")
DOMAINS = (
    "processctl",
    "form",
    "criteria",
    "diagrams",
    "views",
    "site",
    "conditions",
    "site_serve",
    "site_script",
    "print",
    "proofs",
    "repairs",
    "formatting",
    "trying",
    "compare",
    "reports",
    "codeowners",
    "bpmn",
    "known",
    "log",
    "editor",
    *(f"rules_{family}" for family in FAMILIES),
)
PAGE_DOMAINS = tuple(f"pages_{family}" for family in (*FAMILIES, "ch"))
HELP_DOMAINS = ("help",)
SCHEMA_DOMAINS = ("schema",)
USAGE_DOMAINS = (
    "usage",
    "usage_reports",
    "usage_diff",
    "usage_print",
    "git",
    "hooks",
    "usage_render",
    "usage_site",
    "usage_site_serve",
)


@dataclass(frozen=True)
class Translator:
    """Says messages in one language.

    ``language`` chooses the catalogue, and the version of a user's own words.
    """

    language: str
    catalogues: tuple[gettext.NullTranslations, ...]
    _known: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def phrase(self, template: str) -> str:
        """The template in this language; the English one where the catalogue has none."""
        found = self._known.get(template)
        if found is None:
            found = self._known[template] = self._looked_up(template)
        return found

    def _looked_up(self, template: str) -> str:
        for catalogue in self.catalogues:
            translated = catalogue.gettext(template)
            if translated != template:
                return translated
        return template

    def render(self, argument: Argument) -> str:
        """The argument as a reader sees it."""
        if isinstance(argument, str):
            return argument
        if isinstance(argument, int):
            return str(argument)
        if isinstance(argument, Text):
            return argument.in_language(self.language)
        if isinstance(argument, Quantity):
            return self._plural(argument)
        if isinstance(argument, Listing):
            return self._listing(argument)
        places = {name: self.render(value) for name, value in argument.arguments}
        own = dict(argument.versions).get(self.language)
        return (own or self.phrase(argument.template)).format_map(places)

    def _plural(self, quantity: Quantity) -> str:
        for catalogue in self.catalogues:
            template = catalogue.ngettext(quantity.one, quantity.many, quantity.count)
            if template not in (quantity.one, quantity.many):
                return template.format(count=quantity.count)
        template = quantity.one if quantity.count == 1 else quantity.many
        return template.format(count=quantity.count)

    def _listing(self, listing: Listing) -> str:
        shown = [self.render(item) for item in listing.items]
        if listing.quoted:
            shown = [f'"{item}"' for item in shown]
        if len(shown) < 2:
            return "".join(shown)
        both = self.phrase("{first} and {last}" if listing.word == "and" else "{first} or {last}")
        return both.format(first=", ".join(shown[:-1]), last=shown[-1])


@lru_cache(maxsize=len(LANGUAGES))
def translator(language: str) -> Translator:
    """The translator for ``language``; one without a catalogue says everything in English."""
    return _of_domains(language, DOMAINS)


@lru_cache(maxsize=len(LANGUAGES))
def page_translator(language: str) -> Translator:
    """The translator for the pages of rules, which only their readers load, and for messages."""
    return _with_messages(language, PAGE_DOMAINS)


@lru_cache(maxsize=len(LANGUAGES))
def usage_translator(language: str) -> Translator:
    """The translator for errors of usage, which few runs have to tell, and for messages."""
    return _with_messages(language, USAGE_DOMAINS)


@lru_cache(maxsize=len(LANGUAGES))
def help_translator(language: str) -> Translator:
    """The translator for the help of commands and options, and for nothing else."""
    return _of_domains(language, HELP_DOMAINS)


@lru_cache(maxsize=len(LANGUAGES))
def schema_translator(language: str) -> Translator:
    """The translator for the schema alone: a title such as "From" means something else in a sentence."""
    return _of_domains(language, SCHEMA_DOMAINS)


def _with_messages(language: str, domains: tuple[str, ...]) -> Translator:
    own = _of_domains(language, domains)
    return Translator(language, (*own.catalogues, *translator(language).catalogues))


def _of_domains(language: str, domains: tuple[str, ...]) -> Translator:
    if language == "en":
        return Translator(language, ())
    import gettext

    with catalogues() as folder:
        loaded = tuple(
            gettext.translation(domain, folder, languages=[language], fallback=True)
            for domain in domains
        )
    return Translator(language, loaded)


@contextmanager
def catalogues() -> Iterator[Path]:
    """The folder of all catalogues, for as long as it is needed."""
    from importlib import resources

    with resources.as_file(resources.files("processctl") / "locale") as folder:
        yield folder
