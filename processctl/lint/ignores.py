"""Silencing: what a workspace asks to pass over, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from processctl.model.build import Part
from processctl.model.element import Described, Ignore
from processctl.model.model import SECTIONS, Model
from processctl.reading.problem import Path
from processctl.rules.rule import Clock, Rule
from processctl.texts import Text


@dataclass(frozen=True, slots=True)
class Silencer:
    """One entry of an ``ignore``: the rule it names, and the map it covers (``()`` is everything)."""

    word: str
    ignore: Ignore
    covers: Path

    def expired(self, clock: Clock) -> bool:
        """Whether its time has run out."""
        return self.ignore.until is not None and self.ignore.until < clock.today


@dataclass
class Silencers:
    """All of a workspace's silencers, and which of them have hidden something."""

    by_path: Mapping[Path, list[Silencer]]
    used: set[int] = field(default_factory=set)

    def hides(self, rule: Rule, path: Path, clock: Clock, *, mark: bool) -> bool:
        """Whether a finding of ``rule`` at ``path`` is silenced; ``mark`` notes by what."""
        if rule.family in ("PC0", "PC99"):
            return False
        hidden = False
        for length in range(len(path), -1, -1):
            for silencer in self.by_path.get(path[:length], ()):
                if is_named(silencer.word, rule):
                    if mark:
                        self.used.add(id(silencer))
                    hidden = hidden or not silencer.expired(clock)
        return hidden

    def reason(self, rule: Rule, path: Path, clock: Clock) -> Text | None:
        """Why a finding of ``rule`` at ``path`` is silenced, in the words of the nearest ignore."""
        for length in range(len(path), -1, -1):
            for silencer in self.by_path.get(path[:length], ()):
                if is_named(silencer.word, rule) and not silencer.expired(clock):
                    return silencer.ignore.because
        return None

    def __iter__(self) -> Iterator[Silencer]:
        """In the order written."""
        for silencers in self.by_path.values():
            yield from silencers

    def hid_something(self, silencer: Silencer) -> bool:
        """Whether a silencer was of use."""
        return id(silencer) in self.used


def is_named(word: str, rule: Rule) -> bool:
    """Whether an ignore's word is this rule's code or name; no prefixes, which would grow."""
    return word == rule.code or word == rule.name


def silencers(model: Model) -> Silencers:
    """Collect every ``ignore`` of a workspace."""
    found: dict[Path, list[Silencer]] = {}

    def take(part: Part | None, covers: Path) -> None:
        if isinstance(part, Described) and part.ignore:
            for word, ignore in part.ignore.items():
                found.setdefault(covers, []).append(Silencer(word, ignore, covers))

    take(model.process, ())
    take(model.change, ("change",))
    for section in SECTIONS:
        for element in getattr(model, section).values():
            if not element.shared:
                take(element, element.path)
    for stage in model.stages.values():
        for exit_ in stage.exits:
            take(exit_, exit_.path)
    return Silencers(found)
