"""Ways that differ only in when they are taken, drawn as one line that lists them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from processctl.diagrams.sketch import Line, LineKind, Mark
from processctl.texts import Translator, say

BULLET = "• "
_Alike = tuple[str, str, LineKind, bool, "Mark | None"]


def bundled(lines: Iterable[Line], words: Translator) -> tuple[Line, ...]:
    """The lines with those of the same source, target and kind made one.

    Beside each other they would all say the same in the drawing: from here to there. A planned one
    stays apart from those that live, and so does one that is marked. The bundle stands where its first line stood, under its name.
    """
    groups: dict[_Alike, list[Line]] = {}
    for line in lines:
        groups.setdefault(_alike(line), []).append(line)
    return tuple(_bundle(group, words) for group in groups.values())


def _alike(line: Line) -> _Alike:
    return line.source, line.target, line.kind, line.planned, line.mark


def _bundle(group: Sequence[Line], words: Translator) -> Line:
    first = group[0]
    # Two ways with the same words are one to the reader.
    labels = tuple(dict.fromkeys(line.label for line in group))
    if len(labels) == 1:
        return first
    listed = tuple(BULLET + (_sentence(label) or _always(words)) for label in labels)
    return replace(first, label=listed, several=True)


def _sentence(label: Sequence[str]) -> str:
    """The parts of a label on one line; what ends with a colon leads on to the next part."""
    said = ""
    for part in filter(None, label):
        if said:
            said += " " if said.endswith(":") else "; "
        said += part
    return said


def _always(words: Translator) -> str:
    """What to call a way that names no condition, among others that do."""
    return words.render(say("without a condition"))
