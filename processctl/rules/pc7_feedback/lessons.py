"""What the feedback in force speaks of: stages, fields, and reasons in words."""

from __future__ import annotations

from processctl.journey import Journey
from processctl.model.exit import Reasons
from processctl.model.reference import Reference
from processctl.texts import Text


class Lessons:
    """The stages that feedback in force is about, and what it carries.

    ``clear`` is false where there is no feedback, or where some of it may be about anything: it
    cannot be read whole, or it says in words what it carries and not about which stages.
    """

    def __init__(self, journey: Journey) -> None:
        self._stages: set[str] = set()
        self._fields: set[str] = set()
        self._words: set[Text] = set()
        self.clear = journey.certain and bool(journey.loops)
        for loop in journey.loops:
            feedback = loop.feedback
            fields = [item for item in feedback.carries if isinstance(item, Reference)]
            words = [item for item in feedback.carries if isinstance(item, Text)]
            named = (*feedback.stages, *fields)
            if not feedback.readable("about", "carries", "status") or not all(
                reference.known for reference in named
            ):
                self.clear = False
            if words and not feedback.stages:
                self.clear = False
            self._stages.update(stage.id for stage in feedback.stages)
            self._fields.update(field.id for field in fields)
            self._words.update(words)

    def is_about(self, stage: str) -> bool:
        """Whether some feedback is about a stage."""
        return stage in self._stages

    def carry(self, reasons: Reasons | None) -> bool:
        """Whether some feedback carries the field that holds the reasons, or one of them."""
        if isinstance(reasons, Reference):
            return reasons.id in self._fields
        return any(reason in self._words for reason in reasons or ())
