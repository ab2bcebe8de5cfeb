"""The sign by which processctl knows a drawing of its own again."""

from __future__ import annotations

import zlib

MARK = "made by processctl"
_PNG = b"\x89PNG\r\n\x1a\n"
_HEADER_LENGTH = 25
_PDF = b"%PDF-"
# The second line of a PDF is a comment of signs that are no text, so that nobody takes it for one.
_PDF_COMMENT = b"%\x93\x8c\x8b\x9e " + MARK.encode()
# In text files the sign stands at the very beginning, where nothing that a process says can be.
_TEXT_BEGINNINGS = tuple(
    text.format(MARK).encode()
    for text in (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!-- {} -->',
        "<!DOCTYPE html>\n<!-- {} -->",
        "<!-- {} -->\n",
        "// {}\n",
        "%% {}\n",
    )
)


def is_ours(data: bytes) -> bool:
    """Whether a file was written by processctl, so that it may be overwritten."""
    if data.startswith(_PDF):
        return b"".join(data.split(b"\n", 2)[1:2]).rstrip(b" ") == _PDF_COMMENT
    text = data.replace(b"\r\n", b"\n") if not data.startswith(_PNG) else data
    return text.startswith(_TEXT_BEGINNINGS) or data[_after_header(data) :].startswith(_chunk())


def marked_png(data: bytes) -> bytes:
    """The same picture with the sign in a text chunk behind its header."""
    place = _after_header(data)
    return data[:place] + _chunk() + data[place:]


def _after_header(data: bytes) -> int:
    return len(_PNG) + _HEADER_LENGTH if data.startswith(_PNG) else len(data)


def _chunk() -> bytes:
    body = b"tEXt" + b"Software\0" + MARK.encode("latin-1")
    return (len(body) - 4).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")


def marked_pdf(data: bytes) -> bytes:
    """The same document with the sign in the comment of its second line.

    The comment keeps its length, for a PDF says of its parts at which byte they begin.
    """
    first, comment, rest = data.split(b"\n", 2)
    return b"\n".join((first, _PDF_COMMENT.ljust(len(comment)), rest))
