"""Stubs as text: on lines of their own, or between brackets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from processctl.rules.repair import Line
from processctl.texts import Message

Say = Callable[[Message], str]
"""Puts a question into the language of the file, on one line."""


@dataclass(frozen=True, slots=True)
class Stub:
    """New lines for one map, or for several maps that become items of a list under ``key``."""

    items: tuple[tuple[Line, ...], ...]
    key: str | None = None

    @property
    def first_key(self) -> str:
        """The key that decides on its place."""
        return self.key or self.items[0][0].key

    def on_lines(self, indent: int, step: int, line_break: str, say: Say) -> str:
        """As an entry of a block map, from its indentation to its last sign."""
        if self.key is None:
            return line_break.join(_lines(self.items[0], indent, indent, say))
        head = f"{' ' * indent}{self.key}:"
        return line_break.join((head, self.as_items(indent + step, line_break, say)))

    def as_items(self, indent: int, line_break: str, say: Say) -> str:
        """As items of a block list whose dashes stand at ``indent``."""
        dash = f"{' ' * indent}- "
        written = [_lines(item, indent + len("- "), 0, say) for item in self.items]
        return line_break.join(
            f"{dash}{lines[0]}" + "".join(line_break + line for line in lines[1:])
            for lines in written
        )

    def in_brackets(self) -> str:
        """As an entry of a map between braces."""
        if self.key is None:
            return _flow(self.items[0])
        return f"{self.key}: [{self.as_flow_items()}]"

    def as_flow_items(self) -> str:
        """As items of a list between brackets."""
        return ", ".join(f"{{{_flow(item)}}}" for item in self.items)

    def questions(self, say: Say) -> str:
        """What is asked, for one comment; of several items only once."""
        return ", ".join(f"{one.key}: {say(one.asks)}" for one in self.items[0] if one.asks)


def _lines(lines: tuple[Line, ...], indent: int, first: int, say: Say) -> list[str]:
    written = []
    for number, line in enumerate(lines):
        value = f" {line.value}" if line.value is not None else ""
        question = f"  # {say(line.asks)}" if line.asks is not None else ""
        written.append(f"{' ' * (indent if number else first)}{line.key}:{value}{question}")
    return written


def _flow(lines: tuple[Line, ...]) -> str:
    return ", ".join(f"{one.key}: {one.value if one.value is not None else ''}" for one in lines)
