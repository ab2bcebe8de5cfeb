"""Why a text is not YAML, in words for people who write processes and no parsers.

The parser says where it gave up; what is wrong is read from the text around that place, so that
both parsers lead to the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from processctl.reading.certain import negate
from processctl.reading.conflicts import leftover
from processctl.reading.nearest import nearest
from processctl.reading.problem import Problem
from processctl.reading.source import Source, Span
from processctl.reading.traps import invalid, line_bounds, never_closed, text_trap
from processctl.texts import say

_LINE_INDENT = re.compile(r"[ \t]*")
# Quoted texts and comments are stepped over; an opening bracket counts where a value can begin.
_BRACKETS = re.compile(
    r"""(?:(?<=[\s,\[{:-])|^)(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\#[^\n]*)"""
    r"""|(?:(?<=[:,-]\s)|(?<=[\[{])|^)(?P<opens>[\[{])|(?P<closes>[\]}])""",
    re.MULTILINE,
)
_TAG = re.compile(r"[:,\[{]\s+(?P<tag>!(?P<word>[A-Za-z_]\w*))")
_KEY_BEFORE = re.compile(r"\b\w{1,64}\Z")
_TAG_ENDS = re.compile(r"[ \t]*[,}]")


def diagnose(source: Source, error: yaml.YAMLError) -> Problem:
    """The parser's error as a problem of ours, at the place where it can be mended."""
    offset, context = _marks(source, error)
    for look in (_not_printable, leftover, _tab, _tag, _open_quote, _open_bracket, text_trap):
        problem = look(source, offset, context)
        if problem is not None:
            return problem
    return _indentation(source, offset)


def unknown_anchor(span: Span, name: str, known: Iterable[str]) -> Problem:
    """An alias (``*name``) of an anchor that is not there."""
    near = nearest(name, known)
    hint = (
        say('Did you mean "*{name}"?', name=near)
        if near
        else say("If this is a text that begins with a star, put it in quotes.")
    )
    message = say('The alias "*{name}" has no anchor "&{name}" before it.', name=name)
    return Problem("invalid-yaml", span, message, hint)


def _marks(source: Source, error: yaml.YAMLError) -> tuple[int, int | None]:
    problem = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    position = getattr(error, "position", None)  # yaml.reader.ReaderError has no marks
    if problem is not None:
        return min(problem.index, len(source.text)), context.index if context else None
    return (position if isinstance(position, int) else 0), None


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")


def _not_printable(source: Source, offset: int, context: int | None) -> Problem | None:
    del offset, context
    found = _CONTROL.search(source.text)
    if found is None:
        return None
    code = f"U+{ord(found[0]):04X}"
    return invalid(
        source,
        found.start(),
        found.end(),
        say("Here stands a sign that no YAML file may hold ({code}).", code=code),
        say("Delete it. If the file is not a text file, take it out of the folder."),
    )


def _tab(source: Source, offset: int, context: int | None) -> Problem | None:
    del context
    for place in (offset, max(offset - 1, 0)):
        start, _ = line_bounds(source.text, place)
        indent = _LINE_INDENT.match(source.text, start)
        if indent is not None and "\t" in indent[0]:
            tab = start + indent[0].index("\t")
            return invalid(
                source,
                tab,
                indent.end(),
                say("This line is indented with a tab."),
                say("Indent with spaces: YAML does not allow tabs there."),
            )
    return None


def _tag(source: Source, offset: int, context: int | None) -> Problem | None:
    """``!ready`` inside braces, where the closing brace becomes a part of the tag."""
    del context
    start, end = line_bounds(source.text, offset)
    found = _TAG.search(source.text, start, end)
    if found is None:
        return None
    key = _KEY_BEFORE.search(source.text[max(start, found.start() - 80) : found.start()])
    alone = key and source.text[found.start()] == ":" and _TAG_ENDS.match(source.text, found.end())
    return Problem(
        "refused-yaml-feature",
        Span(source, *found.span("tag")),
        say('YAML takes "!{word}" for a type tag, so nothing is left here.', word=found["word"]),
        say('Write "not {word}", or put the whole in quotes.', word=found["word"]),
        mends=negate(source, key[0], *found.span("tag")) if key and alone else (),
    )


def _open_quote(source: Source, offset: int, context: int | None) -> Problem | None:
    if context is None or source.text[context : context + 1] not in ('"', "'"):
        return None
    if offset < len(source.text) and source.text[offset : offset + 3] not in ("---", "..."):
        backslash = source.text.rfind("\\", context, offset + 1)
        if source.text[context] == '"' and backslash >= offset - 2:
            return invalid(
                source,
                backslash,
                backslash + 2,
                say(
                    "Between double quotes a backslash begins a code, and this one does not exist."
                ),
                say("Write the backslash twice, or use single quotes."),
            )
        return None
    return never_closed(source, context)


def _open_bracket(source: Source, offset: int, context: int | None) -> Problem | None:
    del context
    bracket = _unclosed(source.text, offset)
    if bracket is None:
        return None
    in_line = source.text[bracket : line_bounds(source.text, bracket)[1]]
    if in_line.count('"') % 2:  # the bracket is closed, inside a text whose quotation mark is not
        return never_closed(source, bracket + in_line.rindex('"'))
    at_end = offset >= len(source.text.rstrip())
    _, line_end = line_bounds(source.text, bracket)
    if not at_end and offset <= line_end:
        return (
            None  # what is wrong stands in the same line, and the bracket may be closed behind it
        )
    sign = source.text[bracket]
    return invalid(
        source,
        bracket,
        bracket + 1,
        say('The bracket "{sign}" is never closed.', sign=sign),
        say('Put "{sign}" behind its last entry.', sign="]" if sign == "[" else "}"),
    )


def _unclosed(text: str, offset: int) -> int | None:
    """The innermost bracket before ``offset`` that begins a value and is not closed before it."""
    open_brackets: list[int] = []
    for found in _BRACKETS.finditer(text, 0, offset):
        if found["opens"]:
            open_brackets.append(found.start("opens"))
        elif found["closes"] and open_brackets:
            open_brackets.pop()
    return open_brackets[-1] if open_brackets else None


def _indentation(source: Source, offset: int) -> Problem:
    text = source.text
    offset = min(offset, len(text))
    start, end = line_bounds(text, offset)
    while start > 0 and not text[start:end].strip():  # the parser gave up behind what it read last
        start, end = line_bounds(text, start - 1)
    line = text[start:end]
    indent = len(line) - len(line.lstrip())
    stripped = line.strip()
    if stripped and ":" not in stripped and not stripped.startswith("- "):
        return invalid(
            source,
            start + indent,
            start + indent + len(stripped),
            say('This line is neither "key: value" nor a list item.'),
            say("Put a colon behind the key, or indent the line under the text it goes on with."),
        )
    if re.match(r"[\w.]+:\S", stripped):
        return invalid(
            source,
            start + indent,
            start + indent + len(stripped),
            say("Behind the colon a space is missing."),
            say('Write "key: value", with a space.'),
        )
    return invalid(
        source,
        start + indent,
        start + indent + max(len(stripped), 1 if stripped else 0),
        say("This line does not fit under the lines above it."),
        say("Give keys of one map the same indentation, and indent what belongs to a key deeper."),
    )
