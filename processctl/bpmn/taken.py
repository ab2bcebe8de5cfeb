"""A BPMN file as a process of ours: its text, and what of the file is not in it."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.bpmn.document import document
from processctl.bpmn.found import Note
from processctl.bpmn.markup import parse
from processctl.bpmn.read import read
from processctl.fmt import Formatted, format_text
from processctl.reading.data_text import entry
from processctl.texts import Translator, say


@dataclass(frozen=True, slots=True)
class Taken:
    """The text of ``processctl.yaml``, and notes on what could not be taken over, by line."""

    text: str
    notes: tuple[Note, ...]


def take_over(data: bytes, translate: Translator, pool: str | None = None) -> Taken:
    """Make a process of a BPMN file; ``pool`` names one where there are several.

    Raises:
        UnreadableError: it is no BPMN, or XML that is not read.
        NoProcessError: there is no process in it, or several.
    """
    sections, notes = document(read(parse(data), pool), translate)
    lines = [f"# {translate.render(_HEAD)}"]
    for section, value in sections.items():
        if section not in ("processctl", "process"):
            lines.append("")
        lines += entry(section, value)
    written = "\n".join(lines) + "\n"
    formatted = format_text(written)
    return Taken(formatted.text if isinstance(formatted, Formatted) else written, notes)


_HEAD = say('Taken over from BPMN, and no more. "processctl lint" shows what is missing.')
