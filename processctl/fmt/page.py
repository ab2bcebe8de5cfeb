"""The lines that are printed, with the comments beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from processctl.fmt.tree import Comment

_APART = "  "


@dataclass(slots=True)
class _Line:
    text: str
    comment: Comment | None = None


@dataclass(slots=True)
class Page:
    """Collects lines.

    ``closed`` is false behind a block scalar that keeps its blank lines: there a blank line would
    become a part of it.
    """

    _lines: list[_Line] = field(default_factory=list)
    closed: bool = True

    def blank(self) -> None:
        """A blank line, unless there is one already or none can be."""
        if self.closed and self._lines and (self._lines[-1].text or self._lines[-1].comment):
            self._lines.append(_Line(""))

    def line(self, text: str, beside: Sequence[Comment] = ()) -> None:
        """A line and what stands beside it; what of that does not fit on it follows below."""
        self.closed = True
        first, *rest = beside or (None,)
        self._lines.append(_Line(text, first))
        self._lines += (_Line("", comment) for comment in rest)

    def comments(self, comments: Sequence[Comment], indent: int) -> None:
        """Comments in lines of their own."""
        for comment in comments:
            if comment.gap:
                self.blank()
            self.line(" " * indent + comment.text)

    def render(self) -> str:
        """The text, each line ended."""
        return "".join(f"{line}\n" for line in self._rendered())

    def _rendered(self) -> Iterator[str]:
        """Comments stand two spaces behind their line; where neighbours were aligned, they still are."""
        lines = self._lines
        start = 0
        while start < len(lines):
            comment = lines[start].comment
            if comment is None:
                yield lines[start].text
                start += 1
                continue
            end = start + 1
            while end < len(lines) and _same_column(lines[end].comment, comment):
                end += 1
            width = max(len(line.text) for line in lines[start:end])
            for line in lines[start:end]:
                assert line.comment is not None  # noqa: S101 - that is how they were chosen
                yield line.text.ljust(width) + _APART + line.comment.text
            start = end


def _same_column(comment: Comment | None, other: Comment) -> bool:
    return comment is not None and comment.column == other.column
