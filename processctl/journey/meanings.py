"""What conditions come to by the names that they use, kept as long as the names mean the same."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from processctl.journey.conditions import Conditions
from processctl.journey.judgeable import Judgeable
from processctl.journey.soundness import Soundness
from processctl.journey.vocabulary import Vocabulary
from processctl.model.model import Model


@dataclass(frozen=True, eq=False)
class Meanings:
    """Answers about the conditions of one vocabulary, of which an editor asks after every key."""

    vocabulary: Vocabulary

    @cached_property
    def conditions(self) -> Conditions:
        """What conditions read and wait for."""
        return Conditions(self.vocabulary)

    @cached_property
    def soundness(self) -> Soundness:
        """Which conditions can be relied on, and what does not fit in the others."""
        return Soundness(self.vocabulary)

    @cached_property
    def judgeable(self) -> Judgeable:
        """Which conditions come down to nothing but what is known and readable."""
        return Judgeable(self.vocabulary, self.soundness)


def meanings_of(model: Model, earlier: Meanings | None = None) -> Meanings:
    """What names mean in a model: the ``earlier`` meanings, if nothing has changed in them."""
    vocabulary = Vocabulary(model.fields, model.criteria, model.segments)
    if earlier is not None and earlier.vocabulary.says(vocabulary):
        return earlier
    return Meanings(vocabulary)
