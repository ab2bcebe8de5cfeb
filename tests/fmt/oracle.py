"""Which element a comment stands at, found without anything of ``processctl.fmt``.

Comments of the corpus name their element: ``# [stages.offer.owner] text`` above or beside it,
``# [<stages.offer]`` below it, ``# [stages.offer/end]`` behind the last of what it holds (``/end``
alone at the end of the file). PyYAML's own composer says on which lines elements stand.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

import yaml

_TAG = re.compile(r"#+[^#\n\[\]]*\[(?P<below><?)(?P<path>[^\[\]\n]*?)(?P<end>/end)?\]")
Side = Literal["at", "below", "end"]


@dataclass(frozen=True)
class Element:
    """An entry of a map or an item of a list: its path, its first and last line, its column."""

    path: str
    first: int
    last: int
    column: int
    is_leaf: bool


@dataclass(frozen=True)
class Tag:
    """A comment that names its element."""

    line: int
    column: int
    beside: bool
    path: str
    side: Side


def comments(text: str) -> Counter[str]:
    """Every comment: what PyYAML's own scanner passes over, from the hash to the end of the line."""
    found: Counter[str] = Counter()
    last = 0
    for token in yaml.scan(text.replace("\t", " ")):  # PyYAML refuses what libyaml reads
        start, end = token.start_mark.index, token.end_mark.index
        if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
            start = re.compile(r"[\r\n]|$").search(text, start).end()  # type: ignore[union-attr] # it matches the end, too
        elif not isinstance(token, yaml.ScalarToken | yaml.DirectiveToken | yaml.StreamEndToken):
            continue
        found.update(one.rstrip() for one in re.findall(r"#[^\r\n]*", text[last:start]))
        last = max(last, end)
    found.update(one.rstrip() for one in re.findall(r"#[^\r\n]*", text[last:]))
    return found


def tags(text: str) -> list[Tag]:
    found = []
    for number, line in enumerate(text.split("\n")):
        match = _TAG.search(line)
        if match is not None and not (match["path"] == "" and not match["end"]):
            side: Side = "below" if match["below"] else "end" if match["end"] else "at"
            beside = bool(line[: match.start()].strip())
            found.append(Tag(number, match.start(), beside, match["path"], side))
    return found


def elements(text: str) -> list[Element]:
    root = yaml.compose(text.replace("\t", " "), Loader=yaml.SafeLoader)
    assert root is not None
    lines = text.split("\n")
    found: list[Element] = []
    _collect(root, "", lines, found)
    return found


def _collect(node: yaml.Node, path: str, lines: list[str], found: list[Element]) -> int:
    """Collect what is below a node; return its last line."""
    last = _last_line(node, lines)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            inner = f"{path}.{key.value}" if path else key.value
            start = key.start_mark
            there = value.start_mark.index >= start.index  # an alias stands where its anchor is
            end = _collect(value, inner, lines, found) if there else start.line
            end = max(end, start.line)
            leaf = not isinstance(value, yaml.CollectionNode) or not value.value
            found.append(Element(inner, start.line, end, start.column, leaf))
            last = max(last, end)
    elif isinstance(node, yaml.SequenceNode):
        line = node.start_mark.line
        for number, item in enumerate(node.value):
            inner = f"{path}.{number}"
            if item.start_mark.index < node.start_mark.index:
                continue
            first = item.start_mark.line
            if not node.flow_style:
                first = next(n for n in range(line, first + 1) if _has_dash(lines[n]))
            end = _collect(item, inner, lines, found)
            column = len(lines[first]) - len(lines[first].lstrip(" "))
            leaf = not isinstance(item, yaml.CollectionNode) or not item.value
            found.append(Element(inner, first, end, column, leaf))
            line = end if node.flow_style else end + 1
            last = max(last, end)
    return last


def _has_dash(line: str) -> bool:
    return re.match(r".*?(?:^| )-(?: |$)", line) is not None and not line.lstrip().startswith("#")


def _last_line(node: yaml.Node, lines: list[str]) -> int:
    if isinstance(node, yaml.CollectionNode):
        return node.end_mark.line if node.flow_style else node.start_mark.line
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        last = node.end_mark.line if node.end_mark.column else node.end_mark.line - 1
        while last > node.start_mark.line and (
            last >= len(lines) or not lines[last].strip() or lines[last].lstrip().startswith("# [")
        ):
            last -= 1
        return last
    return node.end_mark.line


def stands_at_its_element(tag: Tag, text: str, known: list[Element]) -> bool:
    """Whether a tagged comment stands where its tag says."""
    lines = text.split("\n")
    own = [one for one in known if one.path == tag.path]
    if tag.path:
        assert own, f"there is no {tag.path}"
    before = _content(lines, range(tag.line - 1, -1, -1))
    behind = _content(lines, range(tag.line + 1, len(lines)))
    if tag.side == "end":
        inside = not tag.path or any(one.first <= before <= one.last for one in own)
        left = behind < 0 or not any(one.first <= behind <= one.last for one in own)
        deeper = not tag.path or any(tag.column > one.column for one in own)
        return inside and deeper and (left if tag.path else behind < 0)
    if tag.side == "below":
        cut_off = tag.line + 1 == len(lines) or not lines[tag.line + 1].strip()
        dedent = behind < 0 or len(lines[behind]) - len(lines[behind].lstrip()) < tag.column
        return any(
            one.last == before and (tag.column > one.column or cut_off or dedent) for one in own
        )
    if tag.beside:
        return any(tag.line in (one.first, one.last) for one in own)
    above = any(one.first == behind for one in own)
    within = any(one.is_leaf and one.last == before and tag.column > one.column for one in own)
    return above or within


def _content(lines: list[str], numbers: range) -> int:
    """The first of some lines that holds more than a comment; -1 if none does."""
    for number in numbers:
        bare = lines[number].strip()
        if bare and not bare.startswith("#") and bare != "..." and not bare.startswith("... "):
            return number
    return -1
