"""Our part of a CODEOWNERS file, between two marks, and how it comes into the file of somebody else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from processctl.codeowners.handles import Host
from processctl.codeowners.part import Part
from processctl.reports.telling import plain
from processctl.texts import Argument, Message, Translator, say

BEGIN = "# >>> processctl codeowners"
END = "# <<< processctl codeowners"
_SECTION = "[processctl]"  # GitLab: without a heading of their own, rules belong to what is above
_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class MisplacedMarks(Exception):  # noqa: N818 - no error of ours: the file is somebody else's
    """The marks in a file do not enclose one part; ``message`` says what is the matter."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.template)
        self.message = message


def block(parts: Iterable[Part], host: Host, speaker: Callable[[Part], Translator]) -> str:
    """The part of all workspaces, with its marks; ``speaker`` tells each in its language."""
    return "".join(f"{line}\n" for line in _lines(tuple(parts), host, speaker))


def _lines(
    parts: tuple[Part, ...], host: Host, speaker: Callable[[Part], Translator]
) -> Iterator[str]:
    yield BEGIN
    for part in parts[:1]:
        head = say(
            'Made from the owners in the process. Change those, and run "processctl codeowners --write".'
        )
        yield _comment(head, speaker(part))
    if host == "gitlab":
        yield _SECTION
    for part in (one for one in parts if one.rules):
        yield ""
        yield _comment(part.title, speaker(part))
        for rule in part.rules:
            yield from (_comment(note.message, speaker(part)) for note in rule.notes)
            yield from (" ".join((one, *rule.handles)) for one in rule.patterns)
    yield END


def _comment(words: Argument, speaker: Translator) -> str:
    return f"# {plain(speaker.render(words))}".rstrip()


def put_into(text: str, ours: str) -> str:
    """A CODEOWNERS file with our part in it: in the place of the one that is there, else at its end.

    All the rest stays as it is, and line ends are those of the file.

    Raises:
        MisplacedMarks: it cannot be said which part is ours.
    """
    lines = _LINE.findall(text)
    if lines and lines[0].endswith("\r\n"):
        ours = ours.replace("\n", "\r\n")
    begins = [number for number, line in enumerate(lines) if line.rstrip() == BEGIN]
    ends = [number for number, line in enumerate(lines) if line.rstrip() == END]
    if not begins and not ends:
        return f"{text}{_gap(text)}{ours}"
    if len(begins) != 1 or len(ends) != 1 or begins[0] > ends[0]:
        raise MisplacedMarks(
            say(
                'The marks "{begin}" and "{end}" have to stand there once, in this order. '
                "Mend them, or delete both.",
                begin=BEGIN,
                end=END,
            )
        )
    return "".join((*lines[: begins[0]], ours, *lines[ends[0] + 1 :]))


def _gap(text: str) -> str:
    """A blank line between what is there and what comes behind it."""
    end = "\r\n" if "\r\n" in text else "\n"
    if not text:
        return ""
    return end if text.endswith("\n") else end * 2
