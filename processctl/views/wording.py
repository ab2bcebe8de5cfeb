"""The words of a process in one language, as a drawing shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from processctl.journey import Journey
from processctl.model.reference import Reference
from processctl.model.values import Duration
from processctl.texts import Argument, Text, Translator, translator


@dataclass(frozen=True)
class Wording:
    """Says what a journey holds, by the names of its elements."""

    journey: Journey
    translate: Translator

    def say(self, argument: Argument) -> str:
        """Anything that can be said, in the language of the drawing."""
        return self.translate.render(argument)

    def title(self, section: str, name: str) -> str:
        """What an element is called; its id where there is no such element."""
        element = getattr(self.journey.model, section).get(name)
        return self.say(element.title) if element is not None else name

    def reference(self, reference: Reference | Text) -> str:
        """What a reference names, or a text that stands where one could."""
        if isinstance(reference, Text):
            return self.say(reference)
        if reference.section is None or not reference.known:
            return reference.id
        return self.title(reference.section, reference.id)

    def duration(self, duration: Duration) -> Argument:
        """A length of time, by the name of the stage or date it counts from."""
        model, since = self.journey.model, duration.since or ""
        point = model.stages.get(since) or model.fields.get(since)
        return duration.message(point.title if point is not None else None)

    def names(self, references: Iterable[Reference | Text]) -> str:
        """Several of them, with commas between; empty for none."""
        return ", ".join(self.reference(reference) for reference in references)


def wording(journey: Journey, language: str) -> Wording:
    """The words of a journey in a language, as in ``en``."""
    return Wording(journey, translator(language))
