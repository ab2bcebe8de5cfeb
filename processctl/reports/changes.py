"""What every form of a comparison says, in a reader's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from processctl.compare.change import Change
from processctl.compare.difference import Difference
from processctl.compare.kind import LEVEL_WORDS, LEVELS, Level
from processctl.lint.finding import Finding
from processctl.reading.source import Span
from processctl.reports.telling import LONGEST, plain, relative
from processctl.texts import Argument, Message, Translator, say, translator

SIGNS: dict[Level, str] = {"breaking": "✗", "behaviour": "~", "clarifying": "·"}
"""A sign for each level, so that colour is never the only one."""

HEADS: dict[Level, Message] = {
    "breaking": say("Breaking: somebody relied on it"),
    "behaviour": say("Behaviour: cases go, or people work, otherwise"),
    "clarifying": say("Clarifying: only words"),
}


@dataclass(frozen=True)
class Changes:
    """Several workspaces in two states that are called ``old`` and ``new``; paths count from ``base``."""

    differences: tuple[Difference, ...]
    old: Argument
    new: Argument
    base: Path
    language: str

    @cached_property
    def _translator(self) -> Translator:
        return translator(self.language)

    def words(self, argument: Argument) -> str:
        """An argument in this language, on one line and without signs that steer a terminal."""
        said = self._translator.render(argument)
        return plain(said if len(said) <= LONGEST else f"{said[:LONGEST]}…")

    def root(self, difference: Difference) -> str:
        """The folder of a workspace, as seen from the base."""
        return relative(difference.root, self.base)

    def between(self) -> str:
        """Which two states are compared."""
        return f"{self.words(self.old)} → {self.words(self.new)}"

    def place(self, span: Span | None, state: Argument = "") -> str | None:
        """A place as file and line; of the old state with its name before it."""
        if span is None:
            return None
        where = f"{relative(span.source.path, self.base)}:{span.first[0]}"
        return f"{self.words(state)}:{where}" if state else where

    def spots(self, change: Change) -> str:
        """Where a change is, in each state in which it is anywhere."""
        places = (self.place(change.old, self.old), self.place(change.new))
        return "  →  ".join(one for one in places if one is not None)

    def lines_of(self, change: Change) -> tuple[str, str] | None:
        """The line before and the line now; None where that shows nothing."""
        if change.old is None or change.new is None or not change.in_both:
            return None
        was, now = (_line(span) for span in (change.old, change.new))
        return (was, now) if was != now else None

    def details(self, change: Change) -> Iterator[str]:
        """What is said below the first sentence: who is concerned, an example, and why it matters."""
        if change.affected is not None:
            yield self.words(change.affected)
        for sentence in change.story:
            yield self.words(sentence)
        yield self.words(change.reason)

    def head(self, level: Level) -> str:
        """What a level means."""
        return self.words(HEADS[level])

    def by_level(self, difference: Difference) -> Iterator[tuple[Level, tuple[Change, ...]]]:
        """The changes of each level that there are any of, the gravest first."""
        changes = difference.comparison.changes if difference.comparison else ()
        for level in LEVELS:
            of_it = tuple(one for one in changes if one.level == level)
            if of_it:
                yield level, of_it

    def first(self, difference: Difference) -> tuple[Change, ...]:
        """What makes the check see less: told before everything else."""
        changes = difference.comparison.changes if difference.comparison else ()
        return tuple(one for one in changes if one.kind.name == "check-weaker")

    def whole(self, difference: Difference) -> str | None:
        """What is said of a workspace that is in one of the two states only."""
        if difference.old is None:
            return self.words(say("The whole process is new: there is nothing to compare it with."))
        if difference.new is None:
            return self.words(say("The whole process is gone: all its cases have no way any more."))
        return None

    def unread(self, difference: Difference) -> Iterator[str]:
        """In which states something could not be read."""
        for is_unread, state in zip(difference.unread, (self.old, self.new), strict=True):
            if is_unread:
                yield self.words(
                    say(
                        'Not everything in "{state}" can be read, and what cannot be read is not '
                        "compared.",
                        state=state,
                    )
                )

    def count(self, difference: Difference) -> str:
        """How many changes of each level there are, in one sentence."""
        counts = dict.fromkeys(LEVELS, 0)
        for level, changes in self.by_level(difference):
            counts[level] = len(changes)
        if not any(counts.values()):
            return self.words(say("Nothing has changed."))
        return self.words(
            say(
                "{breaking} breaking, {behaviour} of behaviour, {clarifying} clarifying.",
                breaking=counts["breaking"],
                behaviour=counts["behaviour"],
                clarifying=counts["clarifying"],
            )
        )

    def findings_head(self, difference: Difference) -> str | None:
        """How many findings the change brings and mends; None where none."""
        brought, mended = len(difference.brought), len(difference.mended)
        if not brought and not mended:
            return None
        return self.words(
            say(
                "The linter's findings: {brought} new, {mended} mended.",
                brought=brought,
                mended=mended,
            )
        )

    def finding(self, finding: Finding, state: Argument = "") -> str:
        """A finding on one line."""
        said = f"{self.words(finding.message)} [{finding.code} {finding.name}]"
        return f"{self.place(finding.span, state)}: {said}"

    def level(self, level: Level) -> str:
        """A level's word."""
        return self.words(LEVEL_WORDS[level])


def _line(span: Span) -> str:
    """The whole line on which a place begins, without its indent."""
    text = span.source.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    return plain(text[start : end if end >= 0 else len(text)].strip())[:200]
