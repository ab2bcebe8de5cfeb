"""Texts inside of XML."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr


def content(text: str) -> str:
    """A text between tags."""
    return escape(_held(text))


def attribute(text: str) -> str:
    """A text as the value of an attribute, in its quotes."""
    return quoteattr(_held(text))


def _held(text: str) -> str:
    """A text without the signs that XML cannot hold."""
    return "".join(
        sign
        if sign in "\t\n"
        or " " <= sign < "\ud800"
        or "\ue000" <= sign < "\ufffe"
        or sign > "\uffff"
        else "\ufffd"
        for sign in text
    )
