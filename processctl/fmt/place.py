"""Which element a comment speaks of: decided by where it stands, and by the blank lines round it."""

from __future__ import annotations

import re

from processctl.fmt.tree import Collection, Comment, Entry, Leaf, Part

_STEP = 2
_ITEM = re.compile(r"# *- ")  # a list's item, commented out
_MODELINE = re.compile(r"#\s*(?:yaml-language-server:|yamllint |-\*-|vi(?:m)?:)")
_DRAWN = re.compile(r"#\s*[-=#*~_+─━═]{3,}|#(?![0-9]).*[-=#*~_+─━═]{5,}")


def place(
    comments: list[Comment],
    closed: list[Collection],
    here: Collection,
    new: Entry | None,
    *,
    blank: bool,
    at_top: bool = False,
) -> None:
    """Give each comment to an element; ``new`` (None at the end) becomes the next entry of ``here``.

    Args:
        comments: Comments on lines of their own, between the last word and ``new``, in order.
        closed: The block maps and lists that ended there, the innermost first.
        here: The map or list that goes on, or ends.
        new: What comes next in it.
        blank: Whether a blank line stands right before ``new``.
        at_top: Whether ``new`` is the first key of the file.
    """
    last = here.last
    if not comments and new is not None and last is not None:
        new.gap = blank
        here.parts[-1].entries.append(new)
        return
    left = comments if here.flow else _deeper(comments, closed, here, last)
    if new is None:
        here.tail += left
        return
    new.gap = blank
    runs = _runs(left)
    if runs and not blank:
        new.above = runs.pop()
        new.gap, new.above[0].gap = new.above[0].gap, False
    if runs and last is not None and not runs[0][0].gap:
        last.below += runs.pop(0)
    banner = [comment for run in runs for comment in run]
    if banner:
        banner[0].gap = False
    tight = at_top and not banner and bool(new.above) and all(map(_is_modeline, new.above))
    if tight:
        banner, new.above, new.gap = new.above, [], False
    of_file = at_top and not banner
    new.heading = bool(new.above) and (of_file or any(map(_is_drawn, new.above)))
    if banner or last is None:
        new.gap = False  # below a banner there is one anyway, and at the top of a map none
    if banner or new.heading or not here.parts:
        here.parts.append(Part(banner, tight=tight))
    here.parts[-1].entries.append(new)


def add_above(here: Collection, comments: list[Comment]) -> None:
    """Put comments above the last entry of a map or list, closer to it than those that are there."""
    part = here.parts[-1]
    entry = part.entries[-1]
    entry.above += comments
    if not entry.heading and any(map(_is_drawn, comments)):
        entry.heading = True
        if len(part.entries) > 1:
            part.entries.pop()
            here.parts.append(Part(entries=[entry]))


def _is_modeline(comment: Comment) -> bool:
    """Whether it speaks to an editor, of the file as a whole."""
    return _MODELINE.match(comment.text) is not None


def _is_drawn(comment: Comment) -> bool:
    """Whether a line is drawn in it: that makes it the heading of a part of the file."""
    return _DRAWN.match(comment.text) is not None


def _runs(comments: list[Comment]) -> list[list[Comment]]:
    """The comments in groups, as blank lines part them."""
    runs: list[list[Comment]] = []
    for comment in comments:
        if comment.gap or not runs:
            runs.append([])
        runs[-1].append(comment)
    return runs


def _deeper(
    comments: list[Comment], closed: list[Collection], here: Collection, last: Entry | None
) -> list[Comment]:
    """Give away the comments that are indented further than ``here``; return the others."""
    left: list[Comment] = []
    level = 0
    item: int | None = None  # where the text of a commented-out item begins
    for comment in comments:
        column = _column(comment, here)
        ended = next((one for one in closed if not one.is_map and one.column == here.column), None)
        is_item = _ITEM.match(comment.text) is not None
        goes_on = item is not None and not comment.gap and _text_column(comment) > item
        if ended is not None and not left and column == here.column and (is_item or goes_on):
            item = item if goes_on else _text_column(comment)
            level = closed.index(ended)
            ended.tail.append(comment)
            continue
        item = None
        if left or column <= here.column:
            left.append(comment)
            continue
        inner = closed[level] if level < len(closed) else here
        owner = inner.last if inner is not here else last
        # Below a block scalar deeper lines would be a part of it.
        is_block = owner is not None and isinstance(owner.value, Leaf) and owner.value.is_block
        is_inside = column >= inner.column + _STEP and not is_block
        if owner is not None and is_inside and level == 0 and not inner.tail:
            owner.inside.append(comment)
            continue
        while level < len(closed) and closed[level].column > column:
            level += 1
        if level < len(closed):
            closed[level].tail.append(comment)
        else:
            left.append(comment)
    return left


def _column(comment: Comment, here: Collection) -> int:
    """The column that says what a comment speaks of.

    Some editors put the hash of a commented-out line at the left margin: then its text tells.
    """
    indented = comment.column == 0 and here.column > 0 and _text_column(comment) > _STEP
    return _text_column(comment) - 1 if indented else comment.column


def _text_column(comment: Comment) -> int:
    return comment.column + len(comment.text) - len(comment.text.lstrip("# "))
