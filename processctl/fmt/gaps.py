"""What stands between the words of a YAML text: comments, blank lines, and signs without content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from processctl.fmt.tree import Comment

_COMMENT = re.compile(r"#[^\n]*")
_BLANK = re.compile(r"\n[ \t]*\n")
_UP_TO_DASH = re.compile(r"(?:[^-#&]+|#[^\n]*|&[^\s,\[\]{}]+)*")
_ODD_BREAK = re.compile(r"[\x85\u2028\u2029]")
_ANY_BREAK = re.compile(r"[\n\x85\u2028\u2029]")
_LINE_END = " \t"


class Found(NamedTuple):
    """A comment; whether it has its line for itself, or stands on the line of the word before."""

    comment: Comment
    own_line: bool
    beside: bool


class Gap(NamedTuple):
    """The comments of a stretch, and whether a blank line stands behind the last of them."""

    comments: list[Found]
    blank: bool


def gap_between(text: str, start: int, end: int) -> Gap:
    """The comments between two words: from the end of one to the start of the next."""
    found = []
    last = start
    for match in _COMMENT.finditer(text, start, end):
        hash_sign = match.start()
        line = text.rfind("\n", 0, hash_sign) + 1
        own_line = not text[line:hash_sign].strip(" \t")
        blank = has_blank_line(text, last, hash_sign)
        comment = Comment(match.group().rstrip(_LINE_END), hash_sign - line, blank)
        found.append(Found(comment, own_line, not own_line and line <= start))
        last = match.end()
    return Gap(found, has_blank_line(text, last, end))


def has_blank_line(text: str, start: int, end: int) -> bool:
    """Whether a line of a stretch holds nothing."""
    return text.count("\n", start, end) > 1 and _BLANK.search(text, start, end) is not None


def has_odd_break(text: str) -> bool:
    """Whether one of the three signs that end a line in YAML 1.1 alone stands anywhere."""
    return not text.isascii() and _ODD_BREAK.search(text) is not None


def end_of_line(text: str, start: int) -> int:
    """Where the line ends that ``start`` is in."""
    match = _ANY_BREAK.search(text, start)
    return match.start() if match is not None else len(text)


def with_usual_breaks(text: str, words: Iterable[tuple[int, int]]) -> str:
    """A text in which nothing but a line feed ends a line, between the words."""
    made: list[str] = []
    last = 0
    for start, end in (*words, (len(text), len(text))):
        made += (_ODD_BREAK.sub("\n", text[last:start]), text[start:end])
        last = end
    return "".join(made)


def next_dash(text: str, start: int) -> int:
    """Where the next dash stands that is no part of a comment or an anchor."""
    match = _UP_TO_DASH.match(text, start)
    assert match is not None  # noqa: S101 - it matches nothing at all, too
    return match.end()


def comments_outside(text: str, words: Iterable[tuple[int, int]]) -> Counter[str]:
    """Every comment of a text, given where its words stand, in order: whatever has a hash between."""
    found: Counter[str] = Counter()
    last = 0
    for start, end in (*words, (len(text), len(text))):
        if text.find("#", last, start) >= 0:
            found.update(one.rstrip(_LINE_END) for one in _COMMENT.findall(text, last, start))
        last = end
    return found
