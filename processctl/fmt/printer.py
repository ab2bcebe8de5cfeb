"""From the tree to text: two spaces a step, lists indented under their key, one form for all."""

from __future__ import annotations

from dataclasses import dataclass

from processctl.fmt.inline import inline
from processctl.fmt.page import Page
from processctl.fmt.quotes import one_key
from processctl.fmt.scalars import STEP, WIDTH, scalar_lines
from processctl.fmt.tree import Collection, Document, Entry, Leaf, Part
from processctl.reading.check import MARKER_KEYS

_LONGEST_KEY = 1000  # the parsers look no further for the colon


def print_document(document: Document) -> str:
    """The text of a file whose tree is in order; its lines end with a line feed."""
    page = Page()
    _frame(page, document.before)
    root = document.root
    anchor = f"&{root.anchor}" if root.anchor is not None else ""
    if document.explicit or anchor:
        start = f"--- {anchor}".rstrip()
        page.line(start, document.holder.beside)
    _Printer(page).collection(root, 0)
    _frame(page, document.after)
    return page.render()


def _frame(page: Page, text: str) -> None:
    """Lines before the start of a document and from its end on: kept but for spaces at their ends."""
    for line in text.rstrip().split("\n") if text.strip() else ():
        if line.strip():
            page.line(line.rstrip())
        else:
            page.blank()


@dataclass(slots=True)
class _Printer:
    page: Page

    def collection(self, here: Collection, indent: int, lead: str | None = None) -> None:
        """A map or list as a block; ``lead`` is what its first line begins with already."""
        before: Entry | None = None
        for number, part in enumerate(here.parts):
            if part.banner:
                self._banner(part, indent, first=number == 0)
            for index, entry in enumerate(part.entries):
                if index == 0 and part.banner:
                    apart = not part.tight
                else:
                    apart = before is not None and (entry.gap or _is_apart(before, entry, indent))
                if apart:
                    self.page.blank()
                self.page.comments(entry.above, indent)
                self._entry(entry, " " * indent if lead is None else lead, indent)
                lead = None
                before = entry
        if here.tail:
            if before is not None and before.below:
                self.page.blank()
            self.page.comments(here.tail, indent)

    def _banner(self, part: Part, indent: int, *, first: bool) -> None:
        if not first:
            self.page.blank()
        self.page.comments(part.banner, indent)

    def _entry(self, entry: Entry, lead: str, indent: int) -> None:
        label = self._label(entry, lead, indent)
        value = entry.value
        if isinstance(value, Leaf):
            self._scalar(entry, value, label, indent)
        else:
            self._nested(entry, value, label, indent)
        self.page.comments(entry.inside, indent + STEP)
        self.page.comments(entry.below, indent)

    def _label(self, entry: Entry, lead: str, indent: int) -> str:
        if entry.key is None:
            return f"{lead}-"
        anchor = f"&{entry.key.anchor} " if entry.key.anchor is not None else ""
        key = anchor + one_key(entry.key)
        if len(key) <= _LONGEST_KEY:
            return f"{lead}{key}:"
        self.page.line(f"{lead}? {key}")
        return " " * indent + ":"

    def _scalar(self, entry: Entry, value: Leaf, label: str, indent: int) -> None:
        first, *rest = scalar_lines(value, len(label) + 1, indent + STEP)
        lines = [f"{label} {first}" if first else label, *rest]
        commented = 0 if value.is_block else len(lines) - 1
        for number, line in enumerate(lines):
            self.page.line(line, entry.beside if number == commented else ())
        self.page.closed = not value.keeps

    def _nested(self, entry: Entry, value: Collection, label: str, indent: int) -> None:
        if value.flow:
            text = inline(value, WIDTH - len(label) - 1)
            if text is not None or not value.parts:
                self.page.line(f"{label} {text or _empty(value)}", entry.beside)
                return
        anchor = f" &{value.anchor}" if value.anchor is not None else ""
        if entry.key is None and not anchor and not entry.beside and _begins_bare(value):
            self.collection(value, indent + STEP, f"{label} ")
        else:
            self.page.line(label + anchor, entry.beside)
            self.collection(value, indent + STEP)


def _is_apart(before: Entry, entry: Entry, indent: int) -> bool:
    """Whether a blank line stands between two entries whatever was written."""
    if before.below:
        return True
    keys = [one.key.value for one in (before, entry) if one.key is not None]
    return indent == 0 and not all(key in MARKER_KEYS for key in keys)


def _begins_bare(value: Collection) -> bool:
    """Whether no comment stands before the first entry, so that it can follow its dash."""
    first = value.parts[0]
    return not first.banner and not first.entries[0].above


def _empty(value: Collection) -> str:
    anchor = f"&{value.anchor} " if value.anchor is not None else ""
    return anchor + ("{}" if value.is_map else "[]")
