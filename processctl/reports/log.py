"""The life of a process in words: as text, Markdown, or JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from processctl.compare.change import Change
from processctl.compare.kind import LEVEL_WORDS, Level
from processctl.compare.life import Step
from processctl.git.history import Person
from processctl.reports.changes import SIGNS
from processctl.reports.json_text import json_text
from processctl.reports.markdown_text import shown
from processctl.reports.telling import Telling, plain
from processctl.texts import say

Paint = Callable[..., str]
VERSION = 1
_COLOURS: dict[Level, str] = {"breaking": "red", "behaviour": "yellow", "clarifying": "cyan"}


def _unpainted(text: str, **_: object) -> str:
    return text


@dataclass(frozen=True)
class Log:
    """Says steps of a process's life; ``telling`` has the language."""

    telling: Telling
    steps: tuple[Step, ...]
    paint: Paint = _unpainted

    def lines(self) -> Iterator[str]:
        """As text, line by line."""
        for number, step in enumerate(self.steps):
            if number:
                yield ""
            commit = step.commit
            yield f"{self.paint(self.head(step), bold=True)} {self.paint(f'({commit.short})', dim=True)}"
            yield f"  {self.people(step)}"
            whole = self.whole(step)
            if whole is not None:
                yield f"  {whole}"
            for change in step.changes:
                sign = self.paint(SIGNS[change.level], fg=_COLOURS[change.level])
                yield f"  {sign} {self._said(change)}"

    def head(self, step: Step) -> str:
        """When it was, and what its author called it."""
        return f"{plain(step.commit.date)}  {plain(step.commit.subject)}"

    def content(self, format_: str) -> str:
        """What stands in a file, or goes to a program."""
        if format_ == "json":
            return f"{self.json()}\n"
        return (
            self.markdown()
            if format_ == "markdown"
            else "".join(f"{one}\n" for one in self.lines())
        )

    def markdown(self) -> str:
        """As Markdown: a head for each commit, and its changes as a list."""
        blocks = []
        for step in self.steps:
            commit = step.commit
            lines = [
                f"## {plain(commit.date)} {shown(plain(commit.subject))}",
                "",
                f"{shown(self.people(step))} (`{commit.short}`)",
                "",
            ]
            whole = self.whole(step)
            if whole is not None:
                lines.append(f"- {shown(whole)}")
            lines += [
                f"- **{shown(self.telling.words(LEVEL_WORDS[one.level]))}**: "
                f"{shown(self.telling.words(one.message))} `{one.kind.code}`"
                for one in step.changes
            ]
            blocks.append("\n".join(lines))
        return "\n\n".join(blocks) + "\n" if blocks else ""

    def json(self) -> str:
        """As JSON; keys may be added, and none is taken away without another version."""
        return json_text({"version": VERSION, "commits": [self._plain(one) for one in self.steps]})

    def _plain(self, step: Step) -> dict[str, object]:
        commit = step.commit
        return {
            "commit": commit.id,
            "date": commit.date,
            "subject": plain(commit.subject),
            "author": _of(commit.author),
            "decided_by": [_of(one) for one in commit.decided_by],
            "reviewed_by": [_of(one) for one in commit.named("Reviewed-by")],
            "together_with": [_of(one) for one in commit.named("Co-authored-by")],
            "what": step.kind,
            "changes": [
                {
                    "code": one.kind.code,
                    "name": one.kind.name,
                    "level": one.level,
                    "element": plain(one.element),
                    "message": self.telling.words(one.message),
                }
                for one in step.changes
            ],
        }

    def people(self, step: Step) -> str:
        """Who decided, wrote, reviewed."""
        commit, words = step.commit, self.telling.words
        said = [words(say("Decided by {names}.", names=_names(commit.decided_by)))]
        if commit.author not in commit.decided_by:
            said.append(words(say("Written by {names}.", names=_names((commit.author,)))))
        together = tuple(one for one in commit.named("Co-authored-by") if one != commit.author)
        if together:
            said.append(words(say("Together with {names}.", names=_names(together))))
        reviewed = commit.named("Reviewed-by")
        if reviewed:
            said.append(words(say("Reviewed by {names}.", names=_names(reviewed))))
        return " ".join(said)

    def whole(self, step: Step) -> str | None:
        """What became of the process as a whole, if it began, ended, or cannot be read."""
        words = self.telling.words
        if step.kind == "began":
            return words(say("The process began here."))
        if step.kind == "ended":
            return words(say("The process was taken away."))
        if step.kind == "unread":
            return words(
                say(
                    "Not all of it can be read in this state: what it changed is told with the next "
                    "one that can be."
                )
            )
        return None

    def _said(self, change: Change) -> str:
        code = self.paint(f"[{change.kind.code} {change.kind.name}]", dim=True)
        return f"{self.telling.words(change.message)} {code}"


def _names(people: tuple[Person, ...]) -> str:
    return ", ".join(plain(one.name) for one in people)


def _of(person: Person) -> dict[str, str]:
    return {"name": plain(person.name), "mail": plain(person.mail)}
