"""Proves that a formatted text says what the text before it said: nothing unproved is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from processctl.fmt.build import read_document
from processctl.fmt.tree import Collection, Comment, Document, Entry
from processctl.reading.compose import compose
from processctl.reading.limits import Limits
from processctl.reading.nodes import Mapping, Node, Scalar
from processctl.reading.nodes import Sequence as ListNode
from processctl.reading.source import Source
from processctl.texts import Message, say

Step: TypeAlias = "str | int"
Attachment: TypeAlias = "tuple[tuple[Step, ...], str, str]"  # path, which side of it, the comment

_ITSELF, _END = "itself", "end"


class NotProvedError(Exception):
    """The formatted text would not say the same; it is to be thrown away."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.template)
        self.message = message


def prove(before: Node, document: Document, text: str, limits: Limits) -> None:
    """Compare what was read with what would be read.

    Args:
        before: The root of the original text.
        document: Its tree, in order, as it was printed.
        text: What was printed.
        limits: Those that the original was read within.

    Raises:
        NotProvedError: data, a comment, or the element a comment speaks of would change.
    """
    composed = compose(Source(Path(), text), limits)
    if composed.root is None or composed.problems:
        raise NotProvedError(say("the result cannot be read"))
    if not same(before, composed.root):
        raise NotProvedError(say("a value would change"))
    again = read_document(text)
    if again.comments != document.comments:
        raise NotProvedError(say("a comment would be lost"))
    if again.comments and attachments(again) != attachments(document):
        raise NotProvedError(say("a comment would speak of something else"))


def same(one: Node, other: Node) -> bool:
    """Whether two nodes are the same data. Of a number, its digits count too: some are texts.

    Recursion is safe: the depth of nodes has been limited while they were read.
    """
    if isinstance(one, Scalar):
        if not isinstance(other, Scalar):
            return False
        value, again = one.value, other.value
        if type(value) is not type(again) or value != again:
            return False
        return value is None or one.text == other.text
    if isinstance(one, ListNode):
        return (
            isinstance(other, ListNode)
            and len(one.items) == len(other.items)
            and all(map(same, one.items, other.items))
        )
    return (
        isinstance(other, Mapping)
        and one.entries.keys() == other.entries.keys()
        and all(same(entry.value, other.entries[key].value) for key, entry in one.entries.items())
    )


def attachments(document: Document) -> list[Attachment]:
    """Every comment with the path of the element that it speaks of, sorted."""
    found = [*_all(document.holder.beside, (), "start"), *_below(document.root, ())]
    return sorted(found, key=repr)


def _below(here: Collection, path: tuple[Step, ...]) -> Iterator[Attachment]:
    for number, part in enumerate(here.parts):
        yield from _all(part.banner, path, f"part {number}")
    last = here.last
    seen: dict[str, int] = {}
    for number, entry in enumerate(here.entries):
        step: Step = number
        if entry.key is not None:
            key = entry.key.value
            seen[key] = seen.get(key, 0) + 1
            step = f"{key} {seen[key]}"  # maps may be merged twice
        yield from _of_entry(entry, path, step, is_last=entry is last)
    yield from _all(here.tail, path, _END)


def _of_entry(
    entry: Entry, above: tuple[Step, ...], step: Step, *, is_last: bool
) -> Iterator[Attachment]:
    path = (*above, step)
    yield from _all(entry.above, path, _ITSELF)
    yield from _all(entry.beside, path, _ITSELF)
    holds = isinstance(entry.value, Collection)
    yield from _all(entry.inside, path, _END if holds else _ITSELF)
    # What stands below the last entry stands at the end of the whole, too.
    yield from _all(entry.below, above if is_last else path, _END if is_last else _ITSELF)
    if isinstance(entry.value, Collection):
        yield from _below(entry.value, path)


def _all(comments: list[Comment], path: tuple[Step, ...], side: str) -> Iterable[Attachment]:
    return [(path, side, comment.text) for comment in comments] if comments else ()
