"""How a scalar is written: on one line, filled over several, or as the block that it was."""

from __future__ import annotations

import re

from processctl.fmt.quotes import is_printable, one_line, quoted
from processctl.fmt.tree import Leaf

WIDTH = 100
STEP = 2

_ODD_BREAKS = re.compile(r"[\x85\u2028\u2029]")
_LAST_ESCAPED = re.compile(r"(?:[^\\]|\\.)*\\")


def scalar_lines(leaf: Leaf, label: int, indent: int) -> list[str]:
    """The lines of a scalar; all but the first are indented.

    Args:
        leaf: The scalar or alias.
        label: How many columns of the first line are taken before it.
        indent: The column of the lines that follow.
    """
    anchor = f"&{leaf.anchor} " if leaf.anchor is not None else ""
    if leaf.is_block:
        if _ODD_BREAKS.search(leaf.raw):
            return [anchor + quoted(leaf.value)]
        first, *rest = _block(leaf)
        return [anchor + first, *(f"{' ' * indent}{line}" if line else "" for line in rest)]
    if "\n" not in leaf.raw:
        return [(anchor + one_line(leaf)).rstrip(" ")]
    if is_printable(leaf.value):
        text = one_line(leaf)
        if label + len(anchor) + len(text) <= WIDTH:
            return [anchor + text]
        if is_one_paragraph(leaf.value):
            return _fill(anchor, text, label, indent)
    if _ODD_BREAKS.search(leaf.raw):
        return [anchor + quoted(leaf.value)]
    first, *rest = _as_written(leaf)
    return [anchor + first, *(f"{' ' * indent}{line}" if line else "" for line in rest)]


def is_one_paragraph(text: str) -> bool:
    """Whether a text is words with one space between each, so that its lines mean nothing."""
    return is_printable(text) and "  " not in text and text.strip(" ") == text


def _fill(anchor: str, text: str, label: int, indent: int) -> list[str]:
    words = text.split(" ")
    lines = [anchor + words[0]]
    taken = label + len(lines[0])
    for word in words[1:]:
        if taken + 1 + len(word) <= WIDTH:
            lines[-1] += f" {word}"
            taken += 1 + len(word)
        else:
            lines.append(" " * indent + word)
            taken = indent + len(word)
    return lines


def _as_written(leaf: Leaf) -> list[str]:
    """The lines of a quoted or plain text of several paragraphs, without the spaces round them."""
    lines = leaf.raw.split("\n")
    last = len(lines) - 1
    made = []
    for number, line in enumerate(lines):
        kept = line.lstrip(" \t") if number else line
        if number < last:
            bare = kept.rstrip(" \t")
            # Behind a backslash a space is a part of the text.
            escaped = leaf.style == "double" and bare != kept and _LAST_ESCAPED.fullmatch(bare)
            kept = kept[: len(bare) + 1] if escaped else bare
        made.append(kept)
    return made


def _block(leaf: Leaf) -> list[str]:
    """Header and lines of a block scalar, these without their indentation."""
    header, _, body = leaf.raw.partition("\n")
    if leaf.style == "literal":
        text = leaf.value.rstrip("\n")
        lines = text.split("\n") if text else []
    else:
        lines = _dedented(body, header, leaf.column)
    ends = len(leaf.value) - len(leaf.value.rstrip("\n"))
    if leaf.keeps:
        chomping = "+"
        lines += [""] * (ends - 1 if lines else ends)
    else:
        # At the end of a file without a line end there is none in the text either.
        chomping = "-" if "-" in header or (leaf.value and not ends) else ""
    first = next((line for line in lines if line), "")
    # Where the first line begins with a space of its own, the indentation has to be told.
    indentation = str(STEP) if first[:1] in (" ", "\t") else ""
    return [header[0] + indentation + chomping, *lines]


def _dedented(body: str, header: str, column: int) -> list[str]:
    told = re.search(r"[0-9]", header)
    lines = body.split("\n")
    if told:
        indent = column + int(told.group())
    else:
        first = next((line for line in lines if line.strip(" ")), "")
        indent = len(first) - len(first.lstrip(" "))
    lines = [line[indent:] for line in lines]
    while lines and not lines[-1]:
        lines.pop()
    return lines
