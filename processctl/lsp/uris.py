"""Documents' URIs and the paths of files, on any system (RFC 8089)."""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes, urlsplit

_DRIVE = re.compile(r"/([A-Za-z])(?::|\|)(?=/|$)")
_UNTITLED = "/untitled:"


def path_of(uri: str, *, windows: bool = os.name == "nt") -> Path:
    """The path that a document has, or would have: an unsaved one a path that no file can have.

    A drive's letter is written in both ways by clients, and is the same drive.
    """
    parts = urlsplit(uri)
    # Bytes that are no text stay what they are, as the system gives them.
    path = os.fsdecode(unquote_to_bytes(parts.path))
    if parts.scheme != "file":
        return Path(f"{_UNTITLED}{quote(uri, safe='')}") / "processctl.yaml"
    if parts.netloc and parts.netloc != "localhost":
        path = f"//{parts.netloc}{path}"
    drive = _DRIVE.match(path)
    if drive:
        letter, rest = drive[1].lower(), path[drive.end() :]
        path = f"{letter}:{rest}" if windows else f"/{letter}:{rest}"
    return Path(os.path.normpath(path))


def is_untitled(path: Path) -> bool:
    """Whether a document has no file."""
    return str(path).startswith(_UNTITLED)


def uri_of(path: Path) -> str:
    """The URI of a file."""
    text = path.as_posix()
    if text.startswith("//"):
        return f"file:{quote(os.fsencode(text), safe='/')}"
    return f"file://{'' if text.startswith('/') else '/'}{quote(os.fsencode(text), safe='/')}"
