"""Texts inside of Markdown: a name stays a name on the pages of GitHub and GitLab.

Both look for mentions, references and addresses in what is already drawn, where a backslash or an
entity is gone. An empty sign between is what they do not look past.
"""

from __future__ import annotations

import re

_EMPTY = "&#8203;"
_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&$!^{}]")
# A mention; references by number or word; an address; a sign by its name (":tada:").
_CALLS = (
    re.compile(r"@"),
    re.compile(r"(?:\\[#!$~&^]|%)(?=\\?\w)"),
    re.compile(r"\bgh-(?=\d)", re.IGNORECASE),
    re.compile(r":(?=//|[\w\\+-]*[a-z][\w\\+-]*:)", re.IGNORECASE),
    re.compile(r"\bwww(?=\.)", re.IGNORECASE),
)
_FIRST = re.compile(r"^(\d*)([-+=:.)])")
_TICKS = re.compile(r"`+")


def shown(text: str) -> str:
    """A text on one line, shown as it is: no link, no mention, no HTML, no list out of a name."""
    safe = _SPECIAL.sub(r"\\\g<0>", text.strip())
    for call in _CALLS:
        safe = call.sub(rf"\g<0>{_EMPTY}", safe)
    return _FIRST.sub(r"\1\\\2", safe)


def code(text: str) -> str:
    """A text on one line as code, in as many backticks as it takes; not for cells of a table."""
    ticks = "`" * (_longest(text) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def fenced(text: str, language: str) -> str:
    """Lines as a block of code."""
    fence = "`" * max(3, _longest(text) + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def folded(summary: str, inside: str) -> str:
    """A block that opens when it is asked to; ``summary`` is our own words, for it is HTML."""
    return f"<details><summary>{summary}</summary>\n\n{inside}\n\n</details>"


def _longest(text: str) -> int:
    return max((len(run) for run in _TICKS.findall(text)), default=0)
